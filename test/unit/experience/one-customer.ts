import type { InteractionInput, JourneyInput, SegmentInput } from '../../../src/journey/types';
import type { ExperienceModelInput, MemoryModelInput } from '../../../src/model/types';
import type { OutcomeName } from '../../../src/experience/outcomes';
import type { Simulation } from '../../../src/results/types';
import { simulate } from '../../../src/simulation/simulate';

export interface Given extends Omit<JourneyInput, 'name' | 'interactions'> {
  readonly steps: readonly (Omit<InteractionInput, 'id'> & { readonly id?: string })[];
  readonly segment?: Omit<SegmentInput, 'id' | 'share'>;
  readonly model?: ExperienceModelInput;
  readonly seed?: number;
}

/** One customer's outcomes on a journey of constants. Steps without an id are called s0, s1, … */
export function outcomesOf(given: Given): { readonly [Name in OutcomeName]: number } {
  const { kept } = simulationOf(given);
  return Object.fromEntries(Object.entries(kept!['one']!).map(([name, values]) => [name, values[0]!])) as { [Name in OutcomeName]: number };
}

/** The same where worst, best and end are single moments, so that they show what those moments were. */
export function momentsOf({ model = {}, ...given }: Given): { readonly [Name in OutcomeName]: number } {
  return outcomesOf({
    ...given,
    model: { ...model, memory: { peak: 'extreme', stretch: { seconds: 0 }, ...model.memory } as MemoryModelInput },
  });
}

export function simulationOf({ steps, segment = {}, model = {}, seed = 1, ...journey }: Given, customers = 1): Simulation<'one'> {
  return simulate({
    journey: { name: 'by hand', ...journey, interactions: steps.map((step, index) => ({ id: `s${index}`, ...step })) },
    segments: [{ id: 'one', share: 1, ...segment }],
    model,
    customers,
    seed,
    keep: 'all',
  }) as Simulation<'one'>;
}
