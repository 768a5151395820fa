import type { Slot } from '../sampling/column-plan';
import type { ChancePlan, JourneyPlan, MemoryPlan, NodePlan, StepPlan, UnitPlan } from './journey-plan';
import { rememberingBy } from './memory/kinds';
import type { OutcomeName } from './outcomes';

/** What an outcome of a plan is made from. */
export interface Basis {
  /** Two plans over the same columns with one key give every customer the same value, whatever is drawn. */
  readonly key: string;
  /** Nothing in it is drawn: every customer has the same value. */
  readonly certain: boolean;
}

/** Parts of a plan that an outcome can rest on. */
interface Facets {
  readonly time?: boolean;
  readonly felt?: boolean;
  readonly waits?: boolean;
  readonly affect?: boolean;
  readonly failing?: boolean;
  /** Whether a failure is made good. */
  readonly recovering?: boolean;
  readonly effort?: boolean;
  /** Whether a step is skipped counts even where nothing else of it does. */
  readonly skips?: boolean;
}

/** Reads off the plan, without running it, what an outcome rests on. */
export function basisOf(plan: JourneyPlan, name: OutcomeName): Basis {
  const reading = new Reading(plan);
  const key = `${name} ${outcomeToken(reading, plan, name)}`;
  return { key, certain: !reading.varies };
}

function outcomeToken(reading: Reading, plan: JourneyPlan, name: OutcomeName): string {
  switch (name) {
    case 'clockDuration':
      return reading.sum({ time: true });
    case 'perceivedDuration':
      return reading.felt();
    case 'waitingDuration':
      return reading.sum({ waits: true });
    case 'peakAffect':
      return reading.curve(reading.carriesOver || reading.stretches);
    case 'meanAffect':
      return reading.curve(reading.carriesOver);
    case 'endAffect':
      return reading.end();
    case 'rememberedUtility':
    case 'emotion':
      return reading.remembered();
    case 'disconfirmation':
      return `${reading.remembered()} ${reading.slot(plan.expectation)}`;
    case 'satisfaction':
      return reading.satisfaction();
    case 'csat':
    case 'satisfied':
    case 'delighted':
      return `${reading.satisfaction()} ${reading.slot(plan.noise.satisfaction)}`;
    case 'recommendation':
    case 'nps':
      return `${reading.satisfaction()} ${reading.slot(plan.noise.recommendation)}`;
    case 'loyalty':
    case 'value':
      return `${reading.satisfaction()} ${reading.slot(plan.loyalty.slope)} ${reading.slot(plan.loyalty.base)} ${plan.returnValue ?? ''}`;
    case 'ease':
      return reading.inOrder({ time: true, effort: true });
    case 'effectiveness':
      return reading.effectiveness();
    case 'index':
      return `${reading.remembered()} ${reading.effectiveness()} ${reading.inOrder({ time: true, effort: true })}`;
    case 'completed':
      return plan.canLeave ? reading.sorted({}) : '';
    case 'failures':
      return reading.sum({ failing: true });
    case 'progress':
      return `${plan.canLeave ? reading.inOrder({}) : ''} ${plan.progressAt.join(' ')}`;
  }
}

/** Whether everybody who lives a step has the same mean affect in it. */
export function stepIsCertain({ node }: StepPlan, plan: JourneyPlan): boolean {
  const reading = new Reading(plan);
  const flat = node.kind === 'unit' && node.settled && node.failure === undefined && node.start === node.end;
  if (flat) reading.slot(node.start);
  else {
    reading.node(node, { time: true, affect: true });
    reading.leaving();
  }
  return !reading.varies;
}

class Reading {
  varies = false;

  constructor(private readonly plan: JourneyPlan) {}

  /** The value of a column, or which column it is. */
  slot(slot: Slot): string {
    const constant = slot.constant;
    if (constant !== undefined) return String(constant);
    this.varies = true;
    return `#${slot.id}`;
  }

  /** What adds up over steps comes out the same in any order, as long as nobody leaves on the way. */
  sum(facets: Facets): string {
    return this.plan.canLeave ? this.inOrder(facets) : this.sorted(facets);
  }

  sorted(facets: Facets): string {
    return `${this.#steps(facets).sort().join(' ')} ${this.leaving()}`;
  }

  inOrder(facets: Facets): string {
    return `${this.#steps(facets).join(' ')} ${this.leaving()}`;
  }

  felt(): string {
    const { perspective, ...law } = this.plan.time;
    return `${perspective} ${this.#slots(law)} ${this.sum({ time: true, felt: true })}`;
  }

  /** Skipped steps are left out of the count, which matters only where some are not finished. */
  effectiveness(): string {
    return this.plan.canLeave || this.plan.canFail ? this.sum({ failing: true, recovering: true, skips: true }) : '';
  }

  /** What is felt last; where everybody lives the last step and nothing is carried into it, that step alone. */
  end(): string {
    const { plan } = this;
    const last = plan.steps.at(-1)?.node;
    const alone = last?.kind === 'unit' && last.skip === undefined && !plan.canLeave && !this.carriesOver;
    if (!alone || !this.#endsWithin(last)) return this.curve(true);
    return this.node(last, { time: !last.settled || last.start !== last.end, affect: true });
  }

  /** The end is the last moment, or all of it lies within a level step. */
  #endsWithin({ seconds, start, end, settled }: UnitPlan): boolean {
    const { endWindow, stretch } = this.plan.memory;
    const longest = endWindow === undefined ? stretch.seconds.constant : endWindow.seconds;
    const aMoment = longest === 0 || (endWindow === undefined ? stretch.share.constant : endWindow.share) === 0;
    return aMoment || (settled && start === end && seconds.constant !== undefined && longest !== undefined && seconds.constant >= longest);
  }

  get carriesOver(): boolean {
    return this.plan.memory.carryOver.constant !== 0;
  }

  /** Worst, best and end take time, so that what stands beside a moment counts. */
  get stretches(): boolean {
    const { seconds, share } = this.plan.memory.stretch;
    return seconds.constant !== 0 && share.constant !== 0;
  }

  /** The affect line; its mean, and its extreme moments, are the same in any order. */
  curve(ordered: boolean): string {
    const { plan } = this;
    const facets: Facets = { time: true, affect: true };
    return [
      ordered ? this.inOrder(facets) : this.sum(facets),
      this.#memory(plan.memory),
      plan.canLeave ? this.slot(plan.leavingAffect) : '',
      plan.hasSkip ? this.slot(plan.expectation) : '',
    ].join(' ');
  }

  remembered(): string {
    const { plan } = this;
    const { kind, weights, recallDelaySeconds } = plan.memory;
    const absent = (slot: Slot): boolean => slot.constant === 0;
    const noPlace = absent(weights.end) && absent(weights.beginning) && absent(weights.trend) && !this.carriesOver;
    const anyOrder = kind === 'blend' && noPlace && (absent(weights.peak) || !this.stretches);
    const expects = rememberingBy[kind].expects === true || !absent(recallDelaySeconds);
    return [this.curve(!anyOrder), expects ? `${this.slot(plan.expectation)} ${this.slot(plan.priorBelief)}` : ''].join(' ');
  }

  satisfaction(): string {
    const { plan } = this;
    return [
      this.remembered(),
      this.slot(plan.expectation),
      this.#slots(plan.satisfaction),
      plan.promiseSeconds ?? '',
      plan.expectedSeconds === undefined ? '' : `${plan.expectedSeconds} ${this.felt()}`,
    ].join(' ');
  }

  #memory(memory: MemoryPlan): string {
    const { kind, carryOver, recallDelaySeconds, peak, endWindow, stretch, weights, cohesion, halfLife, acclimation, decay } = memory;
    const slots = { carryOver, recallDelaySeconds, ...stretch, halfLife, acclimation, decay, ...weights };
    return `${kind} ${JSON.stringify([peak, endWindow ?? null, cohesion])} ${this.#slots(slots)}`;
  }

  leaving(): string {
    return this.plan.canLeave && this.plan.patience !== undefined ? this.slot(this.plan.patience) : '';
  }

  #slots(slots: { readonly [name: string]: Slot }): string {
    return Object.values(slots)
      .map((slot) => this.slot(slot))
      .join(' ');
  }

  #steps(facets: Facets): string[] {
    return this.plan.steps.map(({ node }) => this.node(node, facets));
  }

  /** Empty where nothing of it matters. */
  node(node: NodePlan, facets: Facets): string {
    if (node.kind === 'unit') return this.#unit(node, facets);
    if (node.kind === 'merged') {
      const { affect } = node;
      const tokens = node.parts.map((part) => this.node(part, facets));
      if (facets.affect === true) tokens.push(typeof affect === 'string' ? affect : this.#slots(affect));
      if (facets.effort === true && node.effort !== undefined) tokens.push(this.slot(node.effort));
      return tokens.every((token) => token === '') ? '' : `[${tokens.join(' ')}]`;
    }
    const several = node.options.length > 1;
    const options = node.options.map(({ unit }) => this.#unit(unit, facets));
    const deciding = several && facets.time === true ? this.slot(node.decidingSeconds) : '';
    if (facets.skips !== true && [deciding, ...options].every((token) => token === '')) return '';
    const race = several ? node.options.map(({ taste, weight }) => `${this.slot(taste)}/${this.slot(weight)}`).join(' ') : '';
    return `{${this.#chance(node.skip)} ${race} ${deciding} ${options.join(' ')}}`;
  }

  #unit(unit: UnitPlan, facets: Facets): string {
    const { wait, failure } = unit;
    const { plan } = this;
    const tokens: string[] = [];
    const impatient = plan.canLeave && plan.patience !== undefined && wait !== undefined;
    if (facets.time === true || (facets.waits === true && wait !== undefined) || impatient) tokens.push(this.slot(unit.seconds));
    if (plan.canLeave) tokens.push(this.#chance(unit.dropout, 'when'), impatient ? this.slot(wait.hazard) : '');
    if (facets.felt === true) tokens.push(this.slot(unit.stretch), unit.information === undefined ? '' : this.slot(unit.information));
    if (facets.affect === true) {
      tokens.push(this.slot(unit.start), this.slot(unit.end), unit.shift === undefined ? '' : this.slot(unit.shift));
      if (wait !== undefined) tokens.push(this.slot(wait.souring), this.slot(wait.toleranceSeconds));
    }
    if (facets.effort === true && unit.effort !== undefined) tokens.push(this.slot(unit.effort));
    if (failure !== undefined) {
      const { recovery } = failure;
      const takesTime = [failure.seconds, ...(recovery === undefined ? [] : [recovery.seconds])].some((slot) => slot.constant !== 0);
      const timed = facets.time === true && takesTime;
      if (facets.failing === true || facets.affect === true || timed) {
        tokens.push('fails', this.#chance(failure));
        if (facets.recovering === true || facets.affect === true || timed) tokens.push(this.#chance(recovery));
        if (timed) tokens.push(this.slot(failure.seconds), recovery === undefined ? '' : this.slot(recovery.seconds));
        if (facets.affect === true) tokens.push(this.slot(failure.affect), recovery === undefined ? '' : this.slot(recovery.affect));
      }
    }
    if (facets.skips !== true && tokens.every((token) => token === '')) return '';
    return `(${this.#chance(unit.skip)} ${tokens.join(' ')})`;
  }

  /** `when`: the draw also says at what moment, so that it acts even where it happens to everybody. */
  #chance(chance: ChancePlan | undefined, acts: 'whether' | 'when' = 'whether'): string {
    if (chance === undefined) return '';
    const probability = chance.probability.constant;
    if (probability !== undefined && (probability <= 0 || (probability >= 1 && acts === 'whether'))) return String(probability);
    this.varies = true;
    return `${chance.uniform.id}<${this.slot(chance.probability)}`;
  }
}
