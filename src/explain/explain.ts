import { inOrder, variantNames } from '../results/order';
import type { AnyComparison, AnySimulation } from '../results/types';
import type { NamedJourney } from '../simulation/read-study';
import { at } from '../errors/wording';
import { compareExplanations } from './compare-explanations';
import type { ComparedExplanation } from './compared-types';
import { explainJourney } from './explain-journey';
import { readRequest, openCustomer, type ExplainComparedOptions, type ExplainOptions } from './read-request';
import type { Explanation } from './types';

/**
 * One simulated customer from beginning to end: every number that was drawn, what each step did to affect, time and patience, the curve,
 * how it became a memory, and what the memory became. For looking behind a mean, for checking the model by hand, and for telling a
 * customer's story in a meeting.
 *
 * The result holds its whole study, so the customer is simply lived again: the numbers are those of the result, to the last digit.
 *
 * @param result What `simulate` or `compare` returned, or the same read back from JSON.
 * @param options `segment`: its id; `customer`: 0 … customers − 1, as in `columns` and `mostGained`; `variant`: for a comparison, only this
 * one; `remember`: the segment's memory function, where its memory is a function (JSON holds none).
 * @returns frozen plain data, which `toText` tells as a story: an {@link Explanation}; for a comparison a {@link ComparedExplanation} with the same customer in the
 * baseline and each variant, and where the two lives part. Durations in seconds, affect −10…+10, satisfaction 0…100.
 * @throws JourneyError `unknown-id` for a segment or variant that is not there, `out-of-range` or `invalid-type` for the customer, `missing`
 * where a memory function is needed, `conflict` for a result of another stream scheme.
 *
 * @example
 * import { explain, simulate } from 'peakend';
 * const today = simulate({
 *   journey: { name: 'Call', interactions: [{ id: 'hold', kind: 'wait', duration: 80, affect: -1, wait: { occupied: 1 } }, { id: 'talk', duration: 300 }] },
 *   customers: 100,
 *   seed: 1,
 * });
 * explain(today, { segment: 'everyone', customer: 17 }).steps[0]?.line?.effects; // [{ name: 'souring', start: 0, end: -2 }]
 */
export function explain(result: AnySimulation, options: ExplainOptions): Explanation;
export function explain(result: AnyComparison, options: ExplainComparedOptions): ComparedExplanation;
export function explain(given: AnySimulation | AnyComparison, how: ExplainComparedOptions): Explanation | ComparedExplanation {
  const { result, options } = readRequest(given, how);
  const { seed } = result.study;
  if (result.kind === 'simulation') {
    const customer = openCustomer(result.study, [{ path: 'result.journey', value: result.journey }], options);
    return explainJourney(customer, 0, seed);
  }
  // All journeys are read, whichever are told: a segment's responses may name steps of any of them.
  const names = variantNames(result);
  const journeys: NamedJourney[] = [
    { path: 'result.baseline.journey', value: result.baseline.journey },
    ...inOrder(names, result.variants).map(([name, { simulation }]) => ({
      path: `${at('result.variants', name)}.simulation.journey`,
      value: simulation.journey,
    })),
  ];
  const customer = openCustomer(result.study, journeys, options);
  const explained = names.flatMap((name, index) =>
    options.variant === undefined || options.variant === name ? [[name, explainJourney(customer, index + 1, seed)] as const] : [],
  );
  return compareExplanations(explainJourney(customer, 0, seed), explained);
}
