import { power } from '../numerics/power';
import type { Slot } from '../sampling/column-plan';
import type { Moments } from '../statistics/chunk-moments';
import { doubtOf, expectedToBeSeen, type Doubt } from '../statistics/doubt';
import { basisOf, stepIsCertain, type Basis } from './basis';
import type { JourneyPlan, NodePlan, UnitPlan } from './journey-plan';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from './outcomes';
import { chancesOf, type RareEvent } from './rare-events';

/** A wait that is idle and makes anxious: no waiting condition stretches felt time further by default (judgement). */
const mostStretch = 1.7;

/** Whose outcomes are meant. */
export type Among = 'all' | 'completers';

/** Outcomes that are made without what some chances decide. */
const untouched: { readonly [What in RareEvent['what']]?: readonly OutcomeName[] } = {
  affect: [...withoutFeeling(), 'ease'],
  effort: outcomeNames.filter((name) => name !== 'ease' && name !== 'index'),
  expectation: [...withoutFeeling(), 'ease'],
  'prior belief': [...withoutFeeling(), 'ease'],
};

function withoutFeeling(): readonly OutcomeName[] {
  return ['clockDuration', 'perceivedDuration', 'waitingDuration', 'completed', 'failures', 'progress', 'effectiveness'];
}

/** A chance, and how far it could move an outcome in each of the plans that have it. */
interface Chance {
  readonly what: RareEvent['what'];
  readonly probability: number;
  readonly reaches: readonly ((name: OutcomeName) => number)[];
}

/** The chances of one plan, or of two, that are less likely than `below`, least likely first. */
interface Rare {
  readonly below: number;
  readonly chances: readonly Chance[];
}

/** A chance that so many customers cannot be trusted to show. */
export interface Hidden {
  /** From so many customers on they can. */
  readonly seenFrom: number;
  /** How far it could move the mean until then, in the outcome's unit. */
  readonly moves: number;
}

const nameOf = ({ id, what, probability }: RareEvent): string => `${what} ${probability} ${id}`;

/** What a plan tells of its own outcomes before anybody lives it: what is certain, what is too rare to be seen, how far it could reach. */
export class PlanDoubts {
  readonly #bases: { readonly [Whose in Among]: Map<OutcomeName, Basis> } = { all: new Map(), completers: new Map() };
  readonly #reaches = new Map<OutcomeName, number>();
  #chances: readonly RareEvent[] | undefined;
  /** As far as anybody asked: of this plan, and with each other that it is compared with. */
  readonly #rare = new WeakMap<PlanDoubts, Rare>();
  #plan: JourneyPlan | (() => JourneyPlan);

  /** A plan that is not made yet is made when something is asked of it. */
  constructor(plan: JourneyPlan | (() => JourneyPlan)) {
    this.#plan = plan;
  }

  get plan(): JourneyPlan {
    if (typeof this.#plan === 'function') this.#plan = this.#plan();
    return this.#plan;
  }

  /** What an outcome rests on; of those who complete, without what makes people leave. */
  basis(name: OutcomeName, among: Among = 'all'): Basis {
    const bases = this.#bases[among];
    let basis = bases.get(name);
    if (basis === undefined) bases.set(name, (basis = basisOf(among === 'all' ? this.plan : { ...this.plan, canLeave: false }, name)));
    return basis;
  }

  /** Everybody who lives the step at that place has the same mean affect in it. */
  stepIsCertain(index: number): boolean {
    return stepIsCertain(this.plan.steps[index]!, this.plan);
  }

  /** Every chance that is neither 0 nor 1, least likely first. */
  get chances(): readonly RareEvent[] {
    return (this.#chances ??= chancesOf(this.plan));
  }

  /** The doubt of an outcome's mean. `nobodyLeft`: some could have lost patience, and none was seen to. */
  doubt(name: OutcomeName, moments: Moments, among: Among = 'all', nobodyLeft = false): Doubt {
    const still = moments.spread === 0;
    if (still && this.basis(name, among).certain) return doubtOf(moments, 0, 0);
    const unseen = still || nobodyLeft ? this.reach(name) / moments.count : 0;
    return doubtOf(moments, this.rare(name, moments.count, among), unseen);
  }

  /**
   * How far chances that so many customers cannot be trusted to show could move the mean: probability × reach, least likely first. With
   * `other`, of the difference between two plans, whose chances may do so in either. Among those who completed, nobody dropped out.
   */
  rare(name: OutcomeName, customers: number, among: Among, other?: PlanDoubts): number {
    return this.hidden(name, customers, among, other).reduce((sum, { moves }) => sum + moves, 0);
  }

  /** The same chance by chance. */
  hidden(name: OutcomeName, customers: number, among: Among, other?: PlanDoubts): readonly Hidden[] {
    const hidden: Hidden[] = [];
    let left = expectedToBeSeen / customers;
    let together = 0;
    for (const { what, probability, reaches } of this.#below(left, other ?? this)) {
      if (among === 'completers' && what === 'dropout') continue;
      if (probability >= left) break;
      left -= probability;
      together += probability;
      const reach = reaches.reduce((farthest, one) => Math.max(farthest, one(name)), 0);
      hidden.push({ seenFrom: expectedToBeSeen / together, moves: probability * reach });
    }
    return hidden;
  }

  /** The least likely chance that can move the outcome; undefined: there is none. */
  rarest(name: OutcomeName): number | undefined {
    return this.chances.find((event) => this.#reachOf(event, name) > 0)?.probability;
  }

  /** The chances that are less likely; worked out once, unless more are asked for. */
  #below(below: number, other: PlanDoubts): readonly Chance[] {
    let rare = this.#rare.get(other);
    if (rare === undefined || rare.below < below) this.#rare.set(other, (rare = { below, chances: this.#together(below, other) }));
    return rare.chances;
  }

  /** One that both plans have stands once, and reaches as far as in the plan where it reaches farther. */
  #together(below: number, other: PlanDoubts): readonly Chance[] {
    const found = new Map<string, Chance>();
    for (const doubts of new Set([this, other])) {
      const times = new Map<string, number>();
      for (const event of doubts.chances) {
        if (event.probability >= below) break;
        const name = nameOf(event);
        const time = (times.get(name) ?? 0) + 1;
        times.set(name, time);
        const key = `${name} ${time}`;
        const reach = (outcome: OutcomeName): number => doubts.#reachOf(event, outcome);
        const { what, probability } = event;
        found.set(key, { what, probability, reaches: [...(found.get(key)?.reaches ?? []), reach] });
      }
    }
    // Of one plan they stand in their order.
    if (other === this) return [...found.values()];
    // Of chances alike in size by name, so that it does not matter which of two journeys is the baseline.
    return Array.from(found)
      .sort(([a, one], [b, two]) => one.probability - two.probability || (a < b ? -1 : 1))
      .map(([, chance]) => chance);
  }

  /** How far one customer's value can lie from another's, on average over what is drawn. */
  reach(name: OutcomeName): number {
    let reach = this.#reaches.get(name);
    if (reach === undefined) this.#reaches.set(name, (reach = this.#farthest(name)));
    return reach;
  }

  #farthest(name: OutcomeName): number {
    const [low, high] = outcomeDescriptions[name].scale;
    if (high - low < Infinity) return high - low;
    switch (name) {
      case 'clockDuration':
        return this.#total((unit) => this.#seconds(unit), true);
      case 'waitingDuration':
        return this.#total(waitingOf);
      case 'perceivedDuration':
        return this.#total((unit) => this.#felt(this.#seconds(unit)), true);
      case 'failures':
        return this.#total((unit) => (unit.failure === undefined ? 0 : 1));
      case 'disconfirmation':
        return 40;
      case 'value':
        return Math.abs(this.plan.returnValue ?? 0);
      default:
        return 20;
    }
  }

  #reachOf({ what, seconds }: RareEvent, name: OutcomeName): number {
    if (untouched[what]?.includes(name) === true) return 0;
    const fails = what === 'failure' || what === 'recovery' || what === 'no recovery';
    if (fails && name === 'failures') return what === 'failure' ? 1 : 0;
    if (fails && name === 'waitingDuration' && !this.plan.canLeave && !this.#failingWaits) return 0;
    if (seconds !== undefined && !this.plan.canLeave) {
      if (name === 'clockDuration' || name === 'waitingDuration') return seconds;
      if (name === 'perceivedDuration') return this.#felt(seconds);
    }
    return this.reach(name);
  }

  /** Whether a failure can bring waiting with it. */
  get #failingWaits(): boolean {
    return this.#total((unit) => (unit.failure?.wait === undefined && unit.failure?.retry === undefined ? 0 : 1)) > 0;
  }

  /** Planned, failure and recovery time of a unit on average. */
  #seconds(unit: UnitPlan): number {
    const more = [unit.failure?.seconds, unit.failure?.recovery?.seconds];
    return more.reduce<number>((sum, slot) => sum + (slot === undefined ? 0 : slot.mean), unit.seconds.mean);
  }

  /** At most so long do seconds feel: the law is concave, so the mean feels longer than felt time is on average. */
  #felt(seconds: number): number {
    const constant = (slot: Slot, otherwise: number): number => slot.constant ?? otherwise;
    const reference = constant(this.plan.time.referenceSeconds, 900);
    return seconds > 0 ? mostStretch * reference * power(seconds / reference, constant(this.plan.time.beta, 1)) : 0;
  }

  #total(of: (unit: UnitPlan) => number, decides = false): number {
    const total = (node: NodePlan): number => {
      if (node.kind === 'unit') return everyTime(node).reduce((sum, unit) => sum + of(unit), 0);
      if (node.kind === 'merged') return node.parts.reduce((sum, part) => sum + total(part), 0);
      return (decides ? node.decidingSeconds.mean : 0) + Math.max(...node.options.map(({ unit }) => total(unit)));
    };
    return this.plan.steps.reduce((sum, { node }) => sum + total(node), 0);
  }
}

/** A unit, and whatever may follow on a failure of it: waits, and further times through it. */
function everyTime(unit: UnitPlan): readonly UnitPlan[] {
  const retry = unit.failure?.retry;
  return retry === undefined ? [unit] : [unit, ...(retry.wait === undefined ? [] : [retry.wait]), ...everyTime(retry.again)];
}

function waitingOf({ wait, seconds, failure }: UnitPlan): number {
  return (wait === undefined ? 0 : seconds.mean) + (failure?.wait === undefined ? 0 : failure.seconds.mean);
}
