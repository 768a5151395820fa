import { JourneyError } from '../errors/journey-error';
import { at, quote } from '../errors/wording';
import { outcomeNames } from '../experience/outcomes';
import { isRecord } from '../model/check-number';
import type { Comparison, Simulation } from './types';

type Plain = Readonly<Record<string, unknown>>;
const optional: readonly string[] = ['ease', 'value'];
const both = 'what simulate or compare returned';

/**
 * Whether a result, maybe read back from JSON, still has the structure that everything reading it relies on. Structure only: whether its
 * numbers are those of its study is not asked, nor is every kept value looked at.
 */
export function checkResult(result: unknown, path: string): asserts result is Simulation | Comparison;
export function checkResult(result: unknown, path: string, only: 'simulation'): asserts result is Simulation;
export function checkResult(result: unknown, path: string, only?: 'simulation'): asserts result is Simulation | Comparison {
  const expected = only === undefined ? both : 'what simulate returned';
  if (!isRecord(result)) throw damaged(path, expected, result);
  if (result['kind'] === 'simulation') checkSimulation(result, path);
  else if (result['kind'] === 'comparison' && only === undefined) checkComparison(result, path);
  else throw damaged(path, expected, result);
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
  if (result['kept'] === undefined) return;
  const kept = recordAt(result, 'kept', path);
  for (const id of Object.keys(kept)) {
    const columns = recordAt(kept, id, `${path}.kept`);
    for (const name of Object.keys(columns)) listAt(columns, name, at(`${path}.kept`, id));
  }
}

function checkComparison(result: Plain, path: string): void {
  checkOrder(result, 'segments', checkStudy(result, path), path);
  if (!(outcomeNames as readonly unknown[]).includes(result['leading'])) throw damaged(`${path}.leading`, 'an outcome', result['leading']);
  numberAt(recordAt(result, 'simultaneous', path), 'differences', `${path}.simultaneous`);
  recordAt(result, 'margin', path);
  const baseline = recordAt(result, 'baseline', path);
  checkResult(baseline, `${path}.baseline`, 'simulation');
  const variants = recordAt(result, 'variants', path);
  checkOrder(result, 'variants', Object.keys(variants), path);
  for (const name of Object.keys(variants)) {
    const place = at(`${path}.variants`, name);
    const variant = recordAt(variants, name, `${path}.variants`);
    checkResult(variant['simulation'], `${place}.simulation`, 'simulation');
    textAt(variant, 'sentence', place);
    checkCautions(variant, place);
    const overall = checkDifferences(variant['overall'], `${place}.overall`, undefined);
    const segments = recordAt(variant, 'segments', place);
    for (const id of new Set([...Object.keys(variant['simulation'].segments), ...Object.keys(segments)])) {
      checkDifferences(own(segments, id), at(`${place}.segments`, id), overall);
    }
  }
}

/** The lists that say in which order an object's keys are meant; results stored before there were any are read without. */
function checkOrder(result: Plain, name: string, keys: readonly string[], path: string): void {
  if (result['order'] === undefined) return;
  const listed = listAt(recordAt(result, 'order', path), name, `${path}.order`);
  if (listed.length === keys.length && keys.every((key) => listed.includes(key))) return;
  throw damaged(`${path}.order.${name}`, `each key of ${name} once`, listed);
}

/** What a result says of its study; back come the ids of the segments. */
function checkStudy(result: Plain, path: string): string[] {
  checkCautions(result, path);
  recordAt(result, 'versions', path);
  const study = recordAt(result, 'study', path);
  const inside = `${path}.study`;
  recordAt(study, 'model', inside);
  textAt(study, 'seed', inside);
  numberAt(study, 'customers', inside);
  numberAt(study, 'confidence', inside);
  listAt(study, 'outcomes', inside);
  const segments = listAt(study, 'segments', inside);
  if (segments.length === 0) throw damaged(`${inside}.segments`, 'at least one segment', segments);
  return segments.map((segment, index) => {
    const place = at(`${inside}.segments`, index);
    if (!isRecord(segment)) throw damaged(place, 'a segment with an id', segment);
    if (segment['name'] !== undefined) textAt(segment, 'name', place);
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
    if (step['name'] !== undefined) textAt(step, 'name', place);
    return textAt(step, 'id', place);
  });
}

function checkCautions(result: Plain, path: string): void {
  listAt(result, 'cautions', path).forEach((caution, index) => {
    if (!isRecord(caution)) throw damaged(at(`${path}.cautions`, index), 'an object', caution);
  });
}

/** One summary. `like` is that of all customers: a segment has the same outcomes, but for those that only some give rise to. */
function checkSummary(summary: unknown, path: string, stepIds: readonly string[], like: Plain | undefined): Plain {
  if (!isRecord(summary)) throw damaged(path, 'an object with outcomes', summary);
  numberAt(summary, 'customers', path);
  numberAt(summary, 'share', path);
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
  for (const name of outcomesDue(differences, like)) checkDifference(differences[name], at(path, name));
  if (differences['ifCompletedBoth'] === undefined) return differences;
  const both = recordAt(differences, 'ifCompletedBoth', path);
  numberAt(both, 'share', `${path}.ifCompletedBoth`);
  for (const name of outcomesDue(both, undefined)) checkDifference(both[name], at(`${path}.ifCompletedBoth`, name));
  return differences;
}

function checkDifference(difference: unknown, path: string): void {
  if (!isRecord(difference)) throw damaged(path, 'a difference', difference);
  for (const key of ['difference', 'standardError', 'better', 'same', 'worse']) numberAt(difference, key, path);
  if (difference['effectSize'] !== undefined) numberAt(difference, 'effectSize', path);
  textAt(difference, 'conclusion', path);
  checkInterval(difference, path);
}

function checkInterval(holder: Plain, path: string): void {
  const interval = recordAt(holder, 'interval', path);
  for (const key of ['low', 'high', 'level']) numberAt(interval, key, `${path}.interval`);
  const doubt = recordAt(holder, 'doubt', path);
  for (const key of ['error', 'degrees', 'rare', 'unseen']) numberAt(doubt, key, `${path}.doubt`);
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
  if (typeof value !== 'number' || !Number.isFinite(value)) throw damaged(at(path, key), 'a finite number', value);
}

function damaged(path: string, expected: string, received: unknown): JourneyError {
  const hint = 'hand over a whole result, as it was returned or read back from JSON';
  return new JourneyError([{ code: 'invalid-type', path, expected, received: received === undefined ? 'nothing' : quote(received), hint }]);
}
