import type { Issue } from '../../errors/issue';
import { isList } from '../../plain/plain-object';
import { at, nearest, quote } from '../../errors/wording';
import type { Constant, Distribution, Mixture, Scaled } from '../types';
import { checkLognormal, checkNormal, checkTruncatedNormal } from './bell';
import { checkBeta, checkPeaked, checkUniform } from './bounded';
import { checkKeys, checkNumber, numberField, openFields, openItems, type Entry, type NumberRule } from './fields';
import { checkExponential, checkGamma, checkWeibull } from './half-line';
import { checkDiscrete, checkEmpirical, checkSum } from './observed';

/** Every `type` a distribution can have. */
export const distributionTypes: readonly Distribution['type'][] = [
  'constant',
  'uniform',
  'triangular',
  'pert',
  'normal',
  'truncatedNormal',
  'lognormal',
  'gamma',
  'weibull',
  'exponential',
  'beta',
  'empirical',
  'discrete',
  'mixture',
  'scaled',
];

const deepest = 8;
export const mostParts = 1000;
/** The quantile of each takes a search, and a mixture asks for it thousands of times: beyond this, compiling takes minutes. */
const searched: readonly Distribution['type'][] = ['gamma', 'beta', 'pert', 'truncatedNormal'];
const mostSearched = 64;

/** How deep the check has gone, and how many distributions it may still read: data that refers to itself or fans out must end. */
export interface Allowance {
  readonly depth: number;
  readonly parts: { left: number; searched: number };
}

export function fullAllowance(): Allowance {
  return { depth: 0, parts: { left: mostParts, searched: mostSearched } };
}

/** The canonical form of what was written, or undefined with at least one fault written down. A plain number is a constant. */
export function checkShape(value: unknown, path: string, issues: Issue[], allowance: Allowance): Distribution | undefined {
  if (typeof value === 'number') {
    const number = checkNumber(value, path, issues);
    return number === undefined ? undefined : { type: 'constant', value: number };
  }
  if (--allowance.parts.left < 0) {
    if (allowance.parts.left === -1) {
      issues.push({ code: 'too-large', path, expected: `at most ${mostParts} distributions in one`, received: 'more' });
    }
    return undefined;
  }
  const hint = typeof value === 'string' ? 'text is read for durations only' : undefined;
  const fields = openFields(value, path, 'a number or a distribution', issues, hint);
  if (fields === undefined) return undefined;
  const { type } = fields;
  if (typeof type !== 'string' || !(distributionTypes as readonly string[]).includes(type)) {
    const close = typeof type === 'string' ? nearest(type, distributionTypes) : undefined;
    issues.push({
      code: type === undefined ? 'missing' : 'invalid-type',
      path: at(path, 'type'),
      expected: `one of ${distributionTypes.join(', ')}`,
      received: type === undefined ? 'nothing' : quote(type),
      ...(close === undefined ? {} : { hint: `did you mean ${close}?` }),
    });
    return undefined;
  }
  if (allowance.depth >= deepest && (type === 'mixture' || type === 'scaled')) {
    issues.push({ code: 'too-deep', path, expected: `at most ${deepest} mixtures or scalings inside one another`, received: 'more' });
    return undefined;
  }
  if ((searched as readonly string[]).includes(type) && --allowance.parts.searched < 0) {
    if (allowance.parts.searched === -1) {
      issues.push({
        code: 'too-large',
        path,
        expected: `at most ${mostSearched} of ${searched.join(', ')} in one distribution`,
        received: 'more',
        hint: 'empirical takes a million values drawn from them',
      });
    }
    return undefined;
  }
  const before = issues.length;
  const made = checkType(type as Distribution['type'], { fields, path, issues }, allowance);
  return issues.length === before ? made : undefined;
}

function checkType(type: Distribution['type'], entry: Entry, allowance: Allowance): Distribution | undefined {
  switch (type) {
    case 'constant':
      return checkConstant(entry);
    case 'uniform':
      return checkUniform(entry);
    case 'triangular':
    case 'pert':
      return checkPeaked(entry, type);
    case 'normal':
      return checkNormal(entry);
    case 'truncatedNormal':
      return checkTruncatedNormal(entry);
    case 'lognormal':
      return checkLognormal(entry);
    case 'gamma':
      return checkGamma(entry);
    case 'weibull':
      return checkWeibull(entry);
    case 'exponential':
      return checkExponential(entry);
    case 'beta':
      return checkBeta(entry);
    case 'empirical':
      return checkEmpirical(entry);
    case 'discrete':
      return checkDiscrete(entry);
    case 'mixture':
      return checkMixture(entry, allowance);
    case 'scaled':
      return checkScaled(entry, allowance);
  }
}

function checkConstant(entry: Entry): Constant | undefined {
  checkKeys(entry, ['type', 'value']);
  const value = numberField(entry, 'value');
  return value === undefined ? undefined : { type: 'constant', value };
}

function checkMixture(entry: Entry, allowance: Allowance): Mixture | undefined {
  checkKeys(entry, ['type', 'components']);
  const components = checkComponents(entry.fields['components'], at(entry.path, 'components'), entry.issues, allowance);
  return components === undefined ? undefined : { type: 'mixture', components };
}

const takesCounts = 'the constructor mixture() takes a count of any size, such as 3 and 7, in place of each weight';
const weightRule: NumberRule = { expected: 'a weight from 0 to 1', holds: (value) => value >= 0 && value <= 1, hint: takesCounts };

/** The parts of a mixture, wherever they were written. */
function checkComponents(list: unknown, path: string, issues: Issue[], allowance: Allowance): Mixture['components'] | undefined {
  if (!isList(list)) {
    const received = list === undefined ? 'nothing' : quote(list);
    issues.push({ code: list === undefined ? 'missing' : 'invalid-type', path, expected: 'a list of { weight, distribution }', received });
    return undefined;
  }
  const before = issues.length;
  const items = openItems(list, path, mostParts, issues);
  if (issues.length > before) return undefined;
  if (items.length === 0) {
    issues.push({ code: 'missing', path, expected: 'at least one component', received: 'an empty list' });
    return undefined;
  }
  const inner = { depth: allowance.depth + 1, parts: allowance.parts };
  const components: { weight: number; distribution: Distribution }[] = [];
  let allWeights = true;
  items.forEach((item, i) => {
    const place = at(path, i);
    const fields = openFields(item, place, 'an object with weight and distribution', issues);
    if (fields === undefined) {
      allWeights = false;
      return;
    }
    const entry = { fields, path: place, issues };
    checkKeys(entry, ['weight', 'distribution'], { count: takesCounts });
    const weight = numberField(entry, 'weight', weightRule);
    const distribution = checkInner(entry, inner);
    if (weight === undefined) allWeights = false;
    else components.push({ weight, distribution: distribution ?? { type: 'constant', value: 0 } });
  });
  if (allWeights) {
    const weights = components.map((component) => component.weight);
    checkSum(weights, 'weights', path, issues, takesCounts);
  }
  return components;
}

function checkScaled(entry: Entry, allowance: Allowance): Scaled | undefined {
  checkKeys(entry, ['type', 'distribution', 'scale', 'shift']);
  const distribution = checkInner(entry, { depth: allowance.depth + 1, parts: allowance.parts });
  const scale = numberField(entry, 'scale', { expected: 'a number other than 0', holds: (value) => value !== 0 });
  const shift = numberField(entry, 'shift');
  if (distribution === undefined || scale === undefined || shift === undefined) return undefined;
  return { type: 'scaled', distribution, scale, shift };
}

function checkInner(entry: Entry, allowance: Allowance): Distribution | undefined {
  const place = at(entry.path, 'distribution');
  if (entry.fields['distribution'] !== undefined) return checkShape(entry.fields['distribution'], place, entry.issues, allowance);
  entry.issues.push({ code: 'missing', path: place, expected: 'a number or a distribution', received: 'nothing' });
  return undefined;
}
