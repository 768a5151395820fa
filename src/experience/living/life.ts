import { power } from '../../numerics/power';
import type { Slot } from '../../sampling/column-plan';
import type { FailurePlan, JourneyPlan, NodePlan, RecoveryPlan, UnitPlan } from '../journey-plan';
import { Curve } from './curve';

/** What is counted only where somebody asks. */
export interface LifeNeeds {
  readonly felt: boolean;
  readonly ease: boolean;
  readonly effectiveness: boolean;
}

/** A counterfactual: nobody leaves, or nothing fails, at the same draws. */
export interface Circumstances {
  readonly leaving: boolean;
  readonly failing: boolean;
}

/** Takes in the steps of a life one by one, where somebody asks for them. */
export interface StepTaker {
  /** The step at hand; its moments begin at `from`. */
  put(life: Life, index: number, from: number): void;
}

/** What a moment of the curve is. */
export type MomentKind = 'deciding' | 'hand-off' | 'lived' | 'failure' | 'recovery' | 'leaving';

/** What happens to a line on the way; of units, after the effects that the plan already holds. */
export type LineEvent = 'written' | 'hand-off' | 'shown work' | 'souring' | 'cut short' | 'carry-over';

/** Who a life tells what happens, for whoever wants to explain it. Most lives have none, and read on. */
export interface Trace {
  /** Comes to a step. */
  step(): void;
  /** Begins to live a unit or a merged step. */
  enter(node: NodePlan, life: Life): void;
  /** The line of the node at hand has come to where the life holds it. */
  line(event: LineEvent, life: Life): void;
  leave(unit: UnitPlan, why: 'dropout' | 'patience'): void;
  fail(unit: UnitPlan, what: 'failure' | 'recovery', affect: number, level: number, end: number, seconds: number): void;
  /** The node is over; the life holds what it was. */
  done(node: NodePlan, life: Life): void;
  /** A moment was added to the curve. */
  moment(unit: string, what: MomentKind): void;
}

/** A failure of a unit, as far as its draws and the patience left decide it: the levels follow from where it comes. */
export interface Failing {
  readonly unit: UnitPlan;
  readonly failure: FailurePlan;
  readonly seconds: number;
  /** Undefined: nothing made up for it. */
  readonly recovery: RecoveryPlan | undefined;
}

/** What a node is lived within: nothing; a merged step whose parts keep their moments; one whose own line stands for them. */
export type Within = 'journey' | 'kept' | 'line';

/**
 * Everything one customer carries along the journey. One life is lived again and again, for every customer of a block, so that nothing is
 * allocated on the way. Numbers go from one function to the next in its fields: engines put numbers that are handed over into boxes.
 */
export class Life {
  readonly curve: Curve;
  readonly prospective: boolean;
  readonly feels: boolean;
  /** τ^(1−β), where both are the same for everybody. */
  readonly lawFactor: number;
  /** Whether the mood of one step colours the next. */
  readonly carries: boolean;
  /** Whether anything is asked of the steps one by one. */
  readonly counts: boolean;
  /** Place of the customer in the block. */
  place = 0;
  leaving = false;
  failing = false;

  present = true;
  /** Step at which the customer left; the number of steps for whoever stayed. */
  leftAt = 0;
  /** Seconds of patience left. */
  patience = 0.5;
  /** Affect at the end of the last moment of the step before. */
  mood = 0.5;

  clock = 0.5;
  felt = 0.5;
  waiting = 0.5;
  /** Seconds that were neither felt nor waited. */
  gaps = 0.5;
  failures = 0;
  /** Prospective: clock time by how it stretched, and pieces it came in. */
  stretched = 0.5;
  pieces = 0;
  readonly effort = { weighted: 0.5, seconds: 0.5, plain: 0.5, lived: 0 };
  /** Where effort is remembered: moments of it. */
  readonly effortCurve: Curve | undefined;
  tried = 0;
  succeeded = 0;

  /** Of the unit in which the customer left: how far below the moment before the last one lies. */
  leavingAffect = 0.5;
  /** The channel of the last unit lived that says one. */
  channel: string | undefined = undefined;
  /** Whether the unit at hand is the first in another channel. */
  handedOver = false;
  /** Seconds of work shown that the next result gets credit for. */
  shown = 0.5;

  /** Whether the step at hand failed without being made good. */
  flawed = false;

  // What the node just lived was.
  /** The stretch with a line of its own; −1 where it was not lived. */
  seconds = 0.5;
  start = 0.5;
  end = 0.5;
  /** Deciding, lived, failure and recovery time together; −1 where it was not lived. */
  total = 0.5;
  /** Factor on felt time, of a part or a merged step. */
  stretch = 0.5;
  /** Felt seconds, of a step. */
  stepFelt = 0.5;
  /** The option taken. */
  took = '';
  /** Failures within a merged step with a line of its own: they come after it. */
  readonly later: Failing[] = [];
  /** Time of the unit at hand that feels by conditions of its own, and what it feels like beside the others. */
  asideSeconds = 0.5;
  asideStretched = 0.5;

  trace: Trace | undefined = undefined;

  constructor(
    readonly plan: JourneyPlan,
    readonly needs: LifeNeeds,
    readonly steps: readonly StepTaker[] | undefined,
  ) {
    const { carryOver } = plan.memory;
    this.prospective = plan.time.perspective === 'prospective';
    this.feels = needs.felt;
    this.lawFactor = power(plan.time.referenceSeconds.constant ?? 1, 1 - (plan.time.beta.constant ?? 1));
    this.carries = carryOver.constant !== 0;
    this.counts = steps !== undefined || needs.effectiveness;
    const most = plan.steps.reduce((sum, { node }) => sum + momentsOf(node) + 1, 0);
    this.curve = new Curve(most);
    this.effortCurve = needs.ease && plan.memory.remembersEffort ? new Curve(most) : undefined;
  }

  begin(place: number, { leaving, failing }: Circumstances): void {
    const { plan, effort } = this;
    this.place = place;
    this.leaving = leaving && plan.canLeave;
    this.failing = failing && plan.canFail;
    this.present = true;
    this.leftAt = plan.steps.length;
    if (plan.patience !== undefined) this.patience = plan.patience.of(place);
    this.mood = 0;
    this.clock = 0;
    this.felt = 0;
    this.waiting = 0;
    this.gaps = 0;
    this.channel = undefined;
    this.shown = 0;
    this.failures = 0;
    this.stretched = 0;
    this.pieces = 0;
    this.curve.clear();
    if (!this.counts && !this.needs.ease) return;
    this.effortCurve?.clear();
    effort.weighted = 0;
    effort.seconds = 0;
    effort.plain = 0;
    effort.lived = 0;
    this.tried = 0;
    this.succeeded = 0;
  }

  moment(id: string, what: MomentKind, seconds: number, start: number, end: number): void {
    this.curve.add(seconds, start, end);
    if (what === 'failure') this.curve.fail();
    else if (what === 'recovery' || what === 'leaving') this.curve.jolt();
    if (this.trace !== undefined) this.trace.moment(id, what);
  }

  /** What the customer does not come to, or skips. */
  miss(): void {
    this.seconds = -1;
    this.total = -1;
  }

  /** Effort counts for as long as it takes. */
  weigh(effort: Slot): void {
    const sums = this.effort;
    const { handOff } = this.plan;
    let value = effort.of(this.place);
    if (this.handedOver && handOff !== undefined) {
      value += handOff.effort.of(this.place);
      if (value > 10) value = 10;
    }
    // The hardest is the worst: effort is remembered as its negative.
    if (this.effortCurve !== undefined) this.effortCurve.add(this.total, -value, -value);
    sums.weighted += value * this.total;
    sums.seconds += this.total;
    sums.plain += value;
    sums.lived += 1;
  }
}

/** At most so many moments: deciding, changing the channel, living it, failing, recovery. */
function momentsOf(node: NodePlan): number {
  if (node.kind === 'merged') return node.parts.reduce((sum, part) => sum + momentsOf(part), 1);
  if (node.kind === 'choice') return 1 + Math.max(...node.options.map(({ unit }) => momentsOf(unit)));
  if (node.failure === undefined) return 2;
  const { retry } = node.failure;
  // It is recovered, or tried again.
  return 4 + (retry === undefined ? 0 : momentsOf(retry.again) + (retry.wait === undefined ? 0 : 1));
}
