import { peek } from '../plain/plain-object';
import type { OutcomeName } from '../experience/outcomes';
import { improves, noSegmentWorse } from './change-standards';
import { checkStandards } from './check-standards';
import type { AnyResult, ImprovesOptions, NoSegmentWorseOptions, StandardInput } from './types';

/** What Vitest and Jest hand a matcher as `this`; only `isNot` is read. */
export interface MatcherContext {
  /** Whether the expectation is turned round, by `.not`. Default false. */
  readonly isNot?: boolean | undefined;
}

/** What Vitest and Jest want back. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** What the matchers add to `expect`; for TypeScript to be merged into the test runner's own interface (see {@link journeyMatchers}). */
export interface JourneyMatchers<Returned = unknown> {
  /** Every standard holds; one that cannot be told does not pass. */
  toMeet(standards: StandardInput | readonly StandardInput[]): Returned;
  /** A comparison whose every variant is better on average, `by` at least. */
  toImprove(outcome: OutcomeName, options?: ImprovesOptions): Returned;
  /** A comparison in which no segment loses more than `margin` on average. */
  toLeaveNoSegmentWorse(outcome: OutcomeName, options?: NoSegmentWorseOptions): Returned;
}

/**
 * Matchers for Vitest and Jest, so that what a journey promises can be tested in the repository it lives in:
 *
 *     import { expect } from 'vitest';
 *     import { journeyMatchers, type JourneyMatchers } from 'peakend/matchers';
 *
 *     expect.extend(journeyMatchers);
 *     declare module 'vitest' {
 *       interface Matchers<T = any> extends JourneyMatchers<T> {}
 *     }
 *
 *     expect(simulate({ journey, segments, customers: 5000, seed: 1 })).toMeet([atLeast('satisfaction', 60, { segment: 'each' })]);
 *     expect(compare({ baseline, variants })).toLeaveNoSegmentWorse('satisfaction');
 *
 * A named seed makes such a test give the same answer for ever. "Cannot tell" passes neither `expect(…).toMeet` nor
 * `expect(…).not.toMeet`: the message then says what would help. Neither test runner is imported here.
 *
 * @example
 * import { atMost, simulate } from 'peakend';
 * import { journeyMatchers } from 'peakend/matchers';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300 }] }, customers: 100, seed: 1 });
 * journeyMatchers.toMeet.call({}, today, atMost('clockDuration', '10 min')).pass; // true
 */
export const journeyMatchers = {
  toMeet(this: MatcherContext, received: AnyResult, standards: StandardInput | readonly StandardInput[]): MatcherResult {
    return meet(this, received, standards);
  },
  toImprove(this: MatcherContext, received: AnyResult, outcome: OutcomeName, options: ImprovesOptions = {}): MatcherResult {
    return meet(this, received, improves(outcome, options));
  },
  toLeaveNoSegmentWorse(
    this: MatcherContext,
    received: AnyResult,
    outcome: OutcomeName,
    options: NoSegmentWorseOptions = {},
  ): MatcherResult {
    return meet(this, received, noSegmentWorse(outcome, options));
  },
};

function meet(
  context: MatcherContext | undefined,
  received: AnyResult,
  standards: StandardInput | readonly StandardInput[],
): MatcherResult {
  const report = checkStandards(received, standards);
  const isNot = peek(context, 'isNot') === true;
  // Under .not a pass is a failure: what cannot be told must fail there too.
  const pass = isNot ? report.verdict !== 'fails' : report.verdict === 'holds';
  const shown = report.standards.filter(({ verdict }) => (isNot ? verdict !== 'fails' : verdict !== 'holds'));
  return {
    pass,
    message: () =>
      [
        isNot ? 'expected at least one standard to fail' : 'expected every standard to hold',
        ...shown.map(({ sentence }) => `  ${sentence}`),
      ].join('\n'),
  };
}
