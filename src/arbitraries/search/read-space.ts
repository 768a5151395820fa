import type { Issue } from '../../errors/issue';
import { isList } from '../../plain/plain-object';
import { at, quote } from '../../errors/wording';
import { checkKeys } from '../../plain/check-keys';
import { checkNumber, isRecord, type NumberRange } from '../../plain/check-number';
import { openOptions } from '../../plain/open-options';
import { modelParameters } from '../../model/parameters';
import type { CustomerSpace, SearchSpace } from './types';

const spaceKeys = ['segments', 'customers', 'assumptions', 'journeys'] as const satisfies readonly (keyof SearchSpace)[];

const level = { min: -10, max: 10 };
const seconds = { min: 0, max: 1e11 };
const shift = { min: -20, max: 20 };
const factor = { min: 0, max: 1e6 };
/** Within which each range must lie: what the setting itself may be. */
const customerRanges: { readonly [Key in keyof CustomerSpace]-?: NumberRange } = {
  expectation: level,
  patience: seconds,
  expectedDuration: seconds,
  dependence: { min: 0, max: 1 },
  mood: shift,
  pace: factor,
  failures: factor,
  dropouts: factor,
  channels: shift,
  steps: shift,
};

/** Where to search, read as far as it has no door of its own: segments and journeys come as they are. */
export function readSpace(given: unknown, issues: Issue[]): SearchSpace {
  if (given === undefined) return {};
  const space = openOptions(given, spaceKeys, issues, { path: 'within', under: 'within', asTheyAre: ['segments', 'journeys'] });
  const { customers, assumptions, journeys } = space;
  const wrong = (key: string, expected: string): void =>
    void issues.push({ code: 'invalid-type', path: at('within', key), expected, received: quote(space[key]) });

  if (isRecord(customers)) {
    checkKeys(customers, Object.keys(customerRanges), 'within.customers', issues);
    for (const [key, bounds] of Object.entries(customerRanges))
      checkRange(customers[key], at('within.customers', key), bounds, true, issues);
  } else if (!isFlag(customers)) wrong('customers', 'true, false, or ranges by name');

  if (isRecord(assumptions)) {
    for (const [parameter, range] of Object.entries(assumptions)) {
      const path = `within.assumptions[${quote(parameter)}]`;
      if (Object.hasOwn(modelParameters, parameter)) checkRange(range, path, modelParameters[parameter]!, false, issues);
      else issues.push({ code: 'unknown-key', path, expected: 'the path of a parameter such as time.beta', received: quote(parameter) });
    }
  } else if (!isFlag(assumptions)) wrong('assumptions', 'true, false, or ranges by the path of a parameter');

  if (!isFlag(journeys) && !isList(journeys)) wrong('journeys', 'true, false, or a list of journeys');
  return space as SearchSpace;
}

function isFlag(value: unknown): boolean {
  return value === undefined || typeof value === 'boolean';
}

function checkRange(range: unknown, path: string, bounds: NumberRange, orFlag: boolean, issues: Issue[]): void {
  if (orFlag && isFlag(range)) return;
  if (!isRecord(range)) {
    issues.push({
      code: 'invalid-type',
      path,
      expected: orFlag ? 'true, false or { low, high }' : '{ low, high }',
      received: quote(range),
    });
    return;
  }
  checkKeys(range, ['low', 'high'], path, issues);
  const { min, max } = bounds;
  const low = checkNumber(range['low'], `${path}.low`, issues, { min, max });
  const high = checkNumber(range['high'], `${path}.high`, issues, { min, max });
  if (low && high && (range['low'] as number) > (range['high'] as number)) {
    issues.push({
      code: 'conflict',
      path: `${path}.high`,
      expected: `a number of at least low (${range['low'] as number})`,
      received: quote(range['high']),
    });
  }
}
