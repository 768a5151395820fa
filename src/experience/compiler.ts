import type { Distribution } from '../distributions/families';
import type { Interaction, Journey, Option, Segment } from '../journey/types';
import type { Bounds, ColumnPlan, Slot } from '../sampling/column-plan';
import type { ChancePlan } from './journey-plan';
import type { ModelSlots } from './model-slots';

/** What compiling any step needs. */
export interface Compiler {
  readonly journey: Journey;
  readonly segment: Segment;
  readonly columns: ColumnPlan;
  readonly parameters: ModelSlots;
  readonly expectation: Slot;
  /** Mean seconds of all units that draw from one stream, where several do: a split step. */
  readonly sharedSeconds: ReadonlyMap<string, number>;
  readonly canLeave: boolean;
  /** Changing the channel costs something. */
  readonly handsOff: boolean;
  /** During some wait people see the work that is done for them. */
  readonly showsWork: boolean;
}

/** Probability of giving up, once progress shown is taken in. */
export type GivingUp = (dropout: number) => Slot;

export const affectBounds: Bounds = [-10, 10];

export function chance(
  columns: ColumnPlan,
  stream: string,
  purpose: 'skip' | 'dropout' | 'failure' | 'recovery',
  probability: Slot,
): ChancePlan {
  return { uniform: uniform(columns, stream, purpose), probability };
}

const unit: Distribution = /* @__PURE__ */ Object.freeze({ type: 'uniform', min: 0, max: 1 });

export function uniform(
  columns: ColumnPlan,
  stream: string,
  purpose: 'skip' | 'dropout' | 'failure' | 'recovery' | 'taste' | 'noneTaste',
): Slot {
  return columns.draw(stream, purpose, unit);
}

export function streamOf(unit: Interaction | Option): string {
  return unit.drawAs ?? unit.id;
}

/** The stream of another time through a step. No id begins like this. */
export function streamOfAttempt(unit: Interaction | Option, attempt: number): string {
  return `stage:again ${attempt} ${streamOf(unit)}`;
}

export function sum(columns: ColumnPlan, slots: readonly Slot[]): Slot {
  if (slots.length === 1) return slots[0]!;
  return columns.derive('sum', slots, (values) => {
    let total = 0;
    for (let k = 0; k < values.length; k++) total += values[k]!;
    return total;
  });
}
