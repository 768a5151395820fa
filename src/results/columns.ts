import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { quote } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { checkResult } from './check-result';
import { keptColumn, keptOutcomes, keptSegments } from './kept-columns';
import { segmentIds } from './order';
import type { AnySimulation } from './types';

/**
 * The raw columns that `keep` asked for: one number a customer, in customer order, as typed arrays that Arquero and Arrow take as they are.
 *
 * @param result What `simulate` returned, with `keep`.
 * @param segment The segment's id.
 * @returns one Float64Array an outcome.
 * @throws JourneyError `invalid-type` for what is no result of `simulate`; when nothing was kept or there is no such segment.
 *
 * @example
 * import { columns, simulate } from 'peakend';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * const today = simulate({ journey: call, customers: 100, seed: 1, keep: ['clockDuration'] });
 * columns(today, 'everyone').clockDuration.length; // 100
 */
export function columns(result: AnySimulation, segment: string): { [Name in OutcomeName]?: Float64Array } {
  const sound = checkResult(result, 'result', 'simulation');
  const { kept, study } = sound;
  if (typeof segment !== 'string') {
    throw new JourneyError([{ code: 'invalid-type', path: 'segment', expected: "a segment's id", received: quote(segment) }]);
  }
  if (kept === undefined) {
    throw new JourneyError([
      {
        code: 'missing',
        path: 'result.kept',
        expected: 'columns that were kept',
        received: 'none',
        hint: "add keep: 'all' to the study",
      },
    ]);
  }
  const present = keptSegments(kept);
  const known = segmentIds(sound).filter((id) => Object.hasOwn(present, id));
  if (!known.includes(segment)) {
    throw new JourneyError([unknownName('segment', segment, known)]);
  }
  const names = Object.keys(keptOutcomes(kept, segment));
  return Object.fromEntries(names.map((name) => [name, keptColumn(kept, segment, name, study.customers)!]));
}
