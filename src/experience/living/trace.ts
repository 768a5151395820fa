import type { NodePlan, UnitPlan } from '../journey-plan';
import type { Life } from './life';

/** What a moment of the curve is. */
export type MomentKind = 'deciding' | 'lived' | 'failure' | 'recovery' | 'leaving';

/** What happens to a line on the way; of units, after the effects that the plan already holds. */
export type LineEvent = 'written' | 'souring' | 'cut short' | 'carry-over';

/** Who a life tells what happens, for whoever wants to explain it. Most lives have none, and read on. */
export interface Trace {
  /** Comes to a step. */
  step(): void;
  /** Begins to live a unit or a merged step. */
  enter(node: NodePlan, life: Life): void;
  /** The line of the node at hand has come to where the life holds it. */
  line(event: LineEvent, life: Life): void;
  leave(unit: UnitPlan, why: 'dropout' | 'patience'): void;
  fail(what: 'failure' | 'recovery', affect: number, level: number, seconds: number): void;
  /** The node is over; the life holds what it was. */
  done(node: NodePlan, life: Life): void;
  /** A moment was added to the curve. */
  moment(unit: string, what: MomentKind): void;
}
