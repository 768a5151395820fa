import { isJourneyError } from '../../src/errors/journey-error';
import { defineJourney } from '../../src/journey/define-journey';
import { defineSegments } from '../../src/journey/define-segments';
import type { Journey, Segment } from '../../src/journey/types';
import { defaultModel } from '../../src/model/defaults';
import { resolveModel } from '../../src/model/resolve-model';
import type { Simulation } from '../../src/results/types';
import { simulate } from '../../src/simulation/simulate';
import type { AnyStudy } from './any-study';
import { sum } from './memory';
import { referenceCustomer, type CustomerRecord, type StepRecord } from './reference';

/** Where the library and the reference part: one line each, with both numbers. Relative to the larger number, or to 1 where both are small. */
export function disagreements(study: AnyStudy, tolerance: number): string[] {
  const journey = defineJourney(study.journey);
  const segments = defineSegments(study.segments);
  const result = run({ ...study, journey, segments });
  // A segment to which a step leaves no option at all cannot be simulated: there is nothing to compare.
  if (result === undefined) return [];
  const model = resolveModel(defaultModel, study.model);
  const found: string[] = [];
  for (const segment of segments) {
    const whole = segment.model === undefined ? model : resolveModel(model, segment.model);
    const kept = result.kept![segment.id]! as Readonly<Record<string, readonly number[]>>;
    const records: CustomerRecord[] = [];
    for (let customer = 0; customer < study.customers; customer++) {
      const record = referenceCustomer(journey, segment, whole, study.seed, customer);
      const { outcomes } = record;
      records.push(record);
      for (const name of new Set([...Object.keys(kept), ...Object.keys(outcomes)])) {
        const library = kept[name]?.[customer];
        const reference = outcomes[name];
        if (library !== undefined && reference !== undefined && isClose(library, reference, tolerance)) continue;
        found.push(`${segment.id}[${customer}].${name}: library ${library}, reference ${reference}`);
      }
    }
    journey.interactions.forEach(({ id }, index) => {
      const expected = stepOf(records.map(({ steps }) => steps[index]!));
      const summary = result.segments[segment.id]!.interactions![id]!;
      const received = {
        ...summary,
        clockDuration: summary.clockDuration.mean,
        perceivedDuration: summary.perceivedDuration.mean,
        affect: summary.affect.mean,
        ...Object.fromEntries(Object.entries(summary.chosen ?? {}).map(([option, share]) => [`chosen ${option}`, share])),
      };
      for (const [name, value] of Object.entries(expected)) {
        const library = received[name as keyof typeof received];
        if (typeof value === 'number' ? isClose(library as number, value, tolerance) : library === value) continue;
        found.push(`${segment.id}/${id}.${name}: library ${library}, reference ${value}`);
      }
    });
  }
  return found;
}

/** One step over all customers of a segment. */
function stepOf(steps: readonly StepRecord[]) {
  const lived = steps.filter(({ status }) => status === 'finished' || status === 'left');
  const mean = (of: (step: StepRecord) => number, over: readonly StepRecord[] = lived): number =>
    over.length === 0 ? 0 : sum(over.map(of)) / over.length;
  const chosen: Record<string, number> = {};
  for (const step of lived)
    if (step.chosen !== undefined) chosen[`chosen ${step.chosen}`] = (chosen[`chosen ${step.chosen}`] ?? 0) + 1 / lived.length;
  return {
    reached: lived.length / steps.length,
    clockDuration: mean(({ clock }) => clock),
    perceivedDuration: mean(({ felt }) => felt),
    affect: mean(({ affect }) => affect),
    affectStart: mean(({ start }) => start),
    affectEnd: mean(({ end }) => end),
    peakShare: mean(({ peak }) => peak, steps),
    pace: mean(({ pace }) => pace, steps),
    left: mean(({ left }) => (left ? 1 : 0), steps),
    ...chosen,
  };
}

function run(study: Omit<AnyStudy, 'journey' | 'segments'> & { journey: Journey; segments: readonly Segment[] }): Simulation | undefined {
  try {
    return simulate({ ...study, keep: 'all' }) as Simulation;
  } catch (error) {
    if (
      isJourneyError(error) &&
      error.issues.every(({ code, expected }) => code === 'conflict' && expected.startsWith('at least one option'))
    )
      return undefined;
    throw error;
  }
}

function isClose(a: number, b: number, tolerance: number): boolean {
  return Math.abs(a - b) <= tolerance * Math.max(1, Math.abs(a), Math.abs(b));
}
