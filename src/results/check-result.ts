import { JourneyError } from '../errors/journey-error';
import { at, quote } from '../errors/wording';
import { outcomeNames } from '../experience/outcomes';
import { hintToSimulate } from '../journey/other-than-journey';
import { isMade } from '../plain/made-here';
import { isRecord } from '../plain/check-number';
import { guardPlain, standardLimits } from '../plain/guard-plain';
import { prefixIssues } from '../plain/prefix-issues';
import type { Comparison, Simulation } from './types';

type Plain = Readonly<Record<string, unknown>>;
const optional: readonly string[] = ['ease', 'value'];
const whole = 'hand over a whole result, as it was returned or read back from JSON';

/** No result holds a larger number, and its square is still one. */
const largest = 1e30;
/** Shares of all segments are sums of rounded numbers. */
const wholeShare = 1 + 1e-6;
/** Steps are not counted: a result holds as many as its study did. Kept columns may hold millions of numbers: `keptColumn` reads them. */
const limits = { ...standardLimits, values: 50_000_000, counted: { ...standardLimits.counted, keys: [] }, left: ['kept'] };

/**
 * A result as everything reading it may rely on it: the very object where `simulate` or `compare` made it here, else (read back from JSON,
 * maybe damaged) a copy whose structure has been checked. Structure only: whether its numbers are those of its study is not asked.
 */
export function checkResult(result: unknown, path: string): Simulation | Comparison;
export function checkResult(result: unknown, path: string, only: 'simulation'): Simulation;
export function checkResult(result: unknown, path: string, only: 'comparison'): Comparison;
export function checkResult(result: unknown, path: string, only?: 'simulation' | 'comparison'): Simulation | Comparison {
  const expected =
    only === undefined ? 'what simulate or compare returned' : `what ${only === 'simulation' ? 'simulate' : 'compare'} returned`;
  if (!isRecord(result)) throw damaged(path, expected, result);
  const guarded = isMade('result', result) ? { data: result } : guardPlain(result, limits);
  if (guarded.issue !== undefined) throw new JourneyError(prefixIssues([{ ...guarded.issue, hint: whole }], path));
  const data = guarded.data as Plain;
  const { kind } = data;
  if ((kind !== 'simulation' && kind !== 'comparison') || (only !== undefined && kind !== only)) {
    throw damaged(path, expected, data, hintToSimulate(data, only));
  }
  if (data !== result) {
    if (kind === 'simulation') checkSimulation(data, path);
    else checkComparison(data, path);
  }
  return data as object as Simulation | Comparison;
}

function checkSimulation(result: Plain, path: string): void {
  const steps = checkJourney(result['journey'], `${path}.journey`);
  const ids = checkStudy(result, path);
  const overall = checkSummary(result['overall'], `${path}.overall`, steps, undefined);
  const segments = recordAt(result, 'segments', path);
  checkOrder(result, 'segments', ids, path);
  checkOrder(result, 'interactions', steps, path);
  for (const id of new Set([...ids, ...Object.keys(segments)])) {
    checkSummary(own(segments, id), at(`${path}.segments`, id), steps, overall);
  }
}

function checkSimulationAt(value: unknown, path: string): Plain {
  if (!isRecord(value) || value['kind'] !== 'simulation') throw damaged(path, 'what simulate returned', value);
  checkSimulation(value, path);
  return value;
}

function checkComparison(result: Plain, path: string): void {
  checkOrder(result, 'segments', checkStudy(result, path), path);
  const { leading } = result;
  if (!(outcomeNames as readonly unknown[]).includes(leading)) throw damaged(`${path}.leading`, 'an outcome', leading);
  rangeAt(recordAt(result, 'simultaneous', path), 'differences', `${path}.simultaneous`, 1, 1e12);
  const margin = recordAt(result, 'margin', path);
  for (const name of Object.keys(margin)) rangeAt(margin, name, `${path}.margin`, 0, largest);
  const baseline = recordAt(result, 'baseline', path);
  checkSimulationAt(baseline, `${path}.baseline`);
  const variants = recordAt(result, 'variants', path);
  checkOrder(result, 'variants', Object.keys(variants), path);
  for (const name of Object.keys(variants)) {
    const place = at(`${path}.variants`, name);
    const variant = recordAt(variants, name, `${path}.variants`);
    const simulation = checkSimulationAt(variant['simulation'], `${place}.simulation`);
    textAt(variant, 'sentence', place);
    checkCautions(variant, place);
    const overall = checkDifferences(variant['overall'], `${place}.overall`, undefined);
    checkDifference(overall[leading as string], at(`${place}.overall`, leading as string));
    const segments = recordAt(variant, 'segments', place);
    for (const id of new Set([...Object.keys(recordAt(simulation, 'segments', place)), ...Object.keys(segments)])) {
      checkDifferences(own(segments, id), at(`${place}.segments`, id), overall);
    }
  }
}

/** The lists that say in which order an object's keys are meant; a result that came without them is read by its study and its journey. */
function checkOrder(result: Plain, name: string, keys: readonly string[], path: string): void {
  if (result['order'] === undefined) return;
  const listed = listAt(recordAt(result, 'order', path), name, `${path}.order`);
  if (listed.length === keys.length && keys.every((key) => listed.includes(key))) return;
  throw damaged(`${path}.order.${name}`, `each key of ${name} once`, listed);
}

/** What a result says of its study; back come the ids of the segments. */
function checkStudy(result: Plain, path: string): string[] {
  checkCautions(result, path);
  const versions = recordAt(result, 'versions', path);
  for (const key of ['library', 'journey']) textAt(versions, key, `${path}.versions`);
  for (const key of ['streams', 'schema']) numberAt(versions, key, `${path}.versions`);
  const study = recordAt(result, 'study', path);
  const inside = `${path}.study`;
  const model = recordAt(study, 'model', inside);
  for (const key of ['satisfaction', 'loyalty', 'response']) recordAt(model, key, `${inside}.model`);
  textAt(study, 'seed', inside);
  rangeAt(study, 'customers', inside, 1, 1e9);
  rangeAt(study, 'confidence', inside, 0.5, 0.9999);
  if (study['population'] !== undefined) rangeAt(study, 'population', inside, 0, 1e12);
  listAt(study, 'outcomes', inside);
  const segments = listAt(study, 'segments', inside);
  if (segments.length === 0) throw damaged(`${inside}.segments`, 'at least one segment', segments);
  return segments.map((segment, index) => {
    const place = at(`${inside}.segments`, index);
    if (!isRecord(segment)) throw damaged(place, 'a segment with an id', segment);
    if (segment['name'] !== undefined) textAt(segment, 'name', place);
    rangeAt(segment, 'share', place, Number.MIN_VALUE, 1);
    return textAt(segment, 'id', place);
  });
}

/** Back come the ids of the steps. */
function checkJourney(journey: unknown, path: string): string[] {
  if (!isRecord(journey)) throw damaged(path, 'a journey', journey);
  textAt(journey, 'name', path);
  return listAt(journey, 'interactions', path).map((step, index) => {
    const place = at(`${path}.interactions`, index);
    if (!isRecord(step)) throw damaged(place, 'a step with an id', step);
    checkTexts(step, place);
    const { choice } = step;
    const lists = { parts: step['parts'], 'choice.options': isRecord(choice) && choice['options'] };
    for (const [name, list] of Object.entries(lists)) {
      if (Array.isArray(list)) list.forEach((unit: unknown, nth) => isRecord(unit) && checkTexts(unit, at(`${place}.${name}`, nth)));
    }
    return textAt(step, 'id', place);
  });
}

/** What is said of a step, a part or an option, and what responses aim at. */
function checkTexts(unit: Plain, path: string): void {
  for (const key of ['name', 'stage', 'channel']) if (unit[key] !== undefined) textAt(unit, key, path);
}

function checkCautions(result: Plain, path: string): void {
  listAt(result, 'cautions', path).forEach((caution, index) => {
    const place = at(`${path}.cautions`, index);
    if (!isRecord(caution)) throw damaged(place, 'an object', caution);
    for (const key of ['path', 'message']) textAt(caution, key, place);
  });
}

/** One summary. `like` is that of all customers: a segment has the same outcomes, but for those that only some give rise to. */
function checkSummary(summary: unknown, path: string, stepIds: readonly string[], like: Plain | undefined): Plain {
  if (!isRecord(summary)) throw damaged(path, 'an object with outcomes', summary);
  rangeAt(summary, 'customers', path, 1, 1e13);
  rangeAt(summary, 'share', path, Number.MIN_VALUE, wholeShare);
  if (summary['people'] !== undefined) numberAt(summary, 'people', path);
  for (const name of outcomesDue(summary, like)) checkEstimate(summary[name], at(path, name), true);
  if (summary['completers'] !== undefined) {
    const completers = recordAt(summary, 'completers', path);
    numberAt(completers, 'share', `${path}.completers`);
    for (const name of outcomesDue(completers, undefined)) checkEstimate(completers[name], at(`${path}.completers`, name), true);
  }
  if (summary['interactions'] === undefined) return summary;
  const steps = recordAt(summary, 'interactions', path);
  for (const id of new Set([...stepIds, ...Object.keys(steps)])) {
    const place = at(`${path}.interactions`, id);
    const step = recordAt(steps, id, `${path}.interactions`);
    for (const key of ['reached', 'affectStart', 'affectEnd', 'peakShare', 'left']) numberAt(step, key, place);
    for (const key of ['clockDuration', 'perceivedDuration']) checkEstimate(step[key], at(place, key), false);
    checkEstimate(step['affect'], at(place, 'affect'), true);
  }
  return summary;
}

function checkEstimate(estimate: unknown, path: string, whole: boolean): void {
  if (!isRecord(estimate)) throw damaged(path, 'an estimate', estimate);
  for (const key of ['mean', 'standardError', 'sd']) numberAt(estimate, key, path);
  if (!whole) return;
  checkInterval(estimate, path);
  const quantiles = recordAt(estimate, 'quantiles', path);
  for (const key of ['p5', 'p25', 'p50', 'p75', 'p95']) numberAt(quantiles, key, `${path}.quantiles`);
}

function checkDifferences(differences: unknown, path: string, like: Plain | undefined): Plain {
  if (!isRecord(differences)) throw damaged(path, 'an object with differences', differences);
  rangeAt(differences, 'customers', path, 1, 1e13);
  rangeAt(differences, 'share', path, Number.MIN_VALUE, wholeShare);
  for (const name of outcomesDue(differences, like)) checkDifference(differences[name], at(path, name));
  if (differences['ifCompletedBoth'] === undefined) return differences;
  const both = recordAt(differences, 'ifCompletedBoth', path);
  rangeAt(both, 'share', `${path}.ifCompletedBoth`, 0, wholeShare);
  for (const name of outcomesDue(both, undefined)) checkDifference(both[name], at(`${path}.ifCompletedBoth`, name));
  return differences;
}

function checkDifference(difference: unknown, path: string): void {
  if (!isRecord(difference)) throw damaged(path, 'a difference', difference);
  for (const key of ['difference', 'standardError', 'better', 'same', 'worse']) numberAt(difference, key, path);
  if (difference['effectSize'] !== undefined) numberAt(difference, 'effectSize', path);
  for (const key of ['conclusion', 'sentence']) textAt(difference, key, path);
  checkInterval(difference, path);
}

function checkInterval(holder: Plain, path: string): void {
  const interval = recordAt(holder, 'interval', path);
  for (const key of ['low', 'high']) numberAt(interval, key, `${path}.interval`);
  rangeAt(interval, 'level', `${path}.interval`, 0, 1);
  const doubt = recordAt(holder, 'doubt', path);
  for (const key of ['error', 'degrees', 'rare', 'unseen']) rangeAt(doubt, key, `${path}.doubt`, 0, largest);
}

function outcomesDue(found: Plain, like: Plain | undefined): string[] {
  return outcomeNames.filter((name) => found[name] !== undefined || (like?.[name] !== undefined && !optional.includes(name)));
}

function own(holder: Plain, key: string): unknown {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}

function recordAt(holder: Plain, key: string, path: string): Plain {
  const value = own(holder, key);
  if (!isRecord(value)) throw damaged(at(path, key), 'an object', value);
  return value;
}

function listAt(holder: Plain, key: string, path: string): readonly unknown[] {
  const value = own(holder, key);
  if (!Array.isArray(value)) throw damaged(at(path, key), 'a list', value);
  return value;
}

function textAt(holder: Plain, key: string, path: string): string {
  const value = own(holder, key);
  if (typeof value !== 'string') throw damaged(at(path, key), 'a text', value);
  return value;
}

function numberAt(holder: Plain, key: string, path: string): void {
  const value = own(holder, key);
  if (typeof value !== 'number' || !(Math.abs(value) <= largest)) throw damaged(at(path, key), 'a number that a result can hold', value);
}

function rangeAt(holder: Plain, key: string, path: string, min: number, max: number): void {
  const value = own(holder, key);
  if (typeof value !== 'number' || !(value >= min && value <= max)) throw damaged(at(path, key), `a number from ${min} to ${max}`, value);
}

function damaged(path: string, expected: string, received: unknown, hint = whole): JourneyError {
  return new JourneyError([{ code: 'invalid-type', path, expected, received: received === undefined ? 'nothing' : quote(received), hint }]);
}
