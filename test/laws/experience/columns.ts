import { defineJourney } from '../../../src/journey/define-journey';
import type { JourneyInput, SegmentInput } from '../../../src/journey/types';
import type { ExperienceModelInput } from '../../../src/model/types';
import type { OutcomeName } from '../../../src/experience/outcomes';
import type { Simulation } from '../../../src/results/types';
import { simulate } from '../../../src/simulation/simulate';

export interface LawStudy {
  readonly journey: JourneyInput;
  readonly segment?: Omit<SegmentInput, 'id' | 'share'>;
  readonly model?: ExperienceModelInput;
  readonly seed?: number;
  readonly customers?: number;
}

export type Columns = { readonly [Name in OutcomeName]: readonly number[] };

/** One segment, all columns kept. The `id` of a generated segment is not used: draws belong to the same customers in every run. */
export function run({ journey, segment = {}, model = {}, seed = 1, customers = 30 }: LawStudy): Simulation<'one'> {
  return simulate({
    journey: defineJourney(journey),
    segments: [{ ...segment, id: 'one', share: 1 }],
    model,
    customers,
    seed,
    keep: 'all',
  }) as Simulation<'one'>;
}

export function columnsOf(study: LawStudy): Columns {
  return run(study).kept!['one'] as Columns;
}

/** Not above, beyond rounding. */
export function atMost(a: number, b: number): boolean {
  return a <= b + 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}
