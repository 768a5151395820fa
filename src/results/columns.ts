import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { quote } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { checkResult } from './check-result';
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
  const { kept: allKept } = checkResult(result, 'result', 'simulation');
  if (typeof segment !== 'string') {
    throw new JourneyError([{ code: 'invalid-type', path: 'segment', expected: "a segment's id", received: quote(segment) }]);
  }
  if (allKept === undefined) {
    throw new JourneyError([
      {
        code: 'missing',
        path: 'result.kept',
        expected: 'columns that were kept',
        received: 'none',
        hint: "simulate with keep: ['satisfaction'] or keep: 'all'",
      },
    ]);
  }
  const kept = Object.hasOwn(allKept, segment) ? allKept[segment] : undefined;
  if (kept === undefined) {
    throw new JourneyError([
      unknownName(
        'segment',
        segment,
        segmentIds(result).filter((id) => Object.hasOwn(allKept, id)),
      ),
    ]);
  }
  return Object.fromEntries(Object.entries(kept).map(([name, values]) => [name, Float64Array.from(values)]));
}
