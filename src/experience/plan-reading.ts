import { lawOf } from '../distributions/families';
import { power } from '../numerics/power';
import type { Slot } from '../sampling/column-plan';
import type { ChancePlan, FailurePlan, JourneyPlan, MemoryPlan, NodePlan, UnitPlan, WaitPlan } from './journey-plan';
import { racersOf } from './living/settled-by-draws';
import { rememberingBy } from './memory/kinds';

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

/** What makes a wait feel longer or shorter than its law. */
type Feeling = Pick<UnitPlan, 'stretch' | 'information'>;

/** Reads a plan as text: two that read alike come to the same. */
export class Reading {
  varies = false;

  constructor(private readonly plan: JourneyPlan) {}

  /** The value of a column, or which column it is. */
  slot(slot: Slot): string {
    const constant = slot.constant;
    if (constant !== undefined) return String(constant);
    this.varies = true;
    return slot.name;
  }

  /** What adds up over steps comes out the same in any order, as long as nobody leaves on the way. */
  sum(facets: Facets): string {
    return this.plan.canLeave || this.plan.handOff !== undefined ? this.inOrder(facets) : this.sorted(facets);
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

  effort(): string {
    const { memory } = this.plan;
    return `${this.inOrder({ time: true, effort: true })} ${memory.remembersEffort ? this.#memory(memory) : ''}`;
  }

  /** Skipped steps are left out of the count, which matters only where some are not finished. */
  effectiveness(): string {
    return this.plan.canLeave || this.plan.canFail ? this.sum({ failing: true, recovering: true, skips: true }) : '';
  }

  /** What is felt last; where everybody lives the last step and nothing is carried into it, that step alone. */
  end(): string {
    const { plan } = this;
    const last = plan.steps.at(-1)?.node;
    const alone = last?.kind === 'unit' && !last.gap && last.skip === undefined && !plan.canLeave && !this.carriesOver;
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

  /** What a step feels like hangs on those before it. */
  get carriesOver(): boolean {
    const { memory, handOff, work } = this.plan;
    return memory.carryOver.constant !== 0 || handOff !== undefined || work !== undefined;
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
      plan.work === undefined ? '' : this.#slots(plan.work),
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
      plan.expectedFelt === undefined ? '' : `${this.slot(plan.expectedFelt)} ${this.felt()}`,
    ].join(' ');
  }

  #memory(memory: MemoryPlan): string {
    const {
      kind,
      carryOver,
      recallDelaySeconds,
      lifetimeSeconds,
      peak,
      endWindow,
      stretch,
      weights,
      cohesion,
      halfLife,
      acclimation,
      decay,
    } = memory;
    const slots = { carryOver, recallDelaySeconds, lifetimeSeconds, ...stretch, halfLife, acclimation, decay, ...weights };
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
    return this.plan.steps.flatMap(({ node }) => asLived(node, facets)).map((node) => this.node(node, facets));
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
    const race = racersOf(node)
      .map(({ taste, weight }) => `${this.slot(taste)}/${this.slot(weight)}`)
      .join(' ');
    return `{${this.#chance(node.skip)} ${race} ${deciding} ${options.join(' ')}}`;
  }

  #unit(unit: UnitPlan, facets: Facets): string {
    const { wait, failure } = unit;
    const { plan } = this;
    const tokens: string[] = [];
    const impatient = plan.canLeave && plan.patience !== undefined && wait !== undefined;
    const feeling = this.#feelingOf(unit, unit.seconds, impatient || (plan.canLeave && unit.dropout !== undefined));
    if (facets.time === true || (facets.waits === true && wait !== undefined) || impatient) tokens.push(this.slot(unit.seconds));
    if (plan.canLeave) tokens.push(this.#chance(unit.dropout, 'when'), impatient ? this.slot(wait.hazard) : '');
    if (plan.handOff !== undefined) tokens.push(`by ${unit.channel ?? ''} ${this.#slots(plan.handOff)}`);
    if (facets.affect === true && plan.canLeave) tokens.push(this.slot(unit.leavingAffect));
    if (facets.affect === true && unit.showsWork) tokens.push('shows work');
    if (facets.felt === true && !unit.gap) tokens.push(this.#feeling(feeling));
    if (facets.affect === true && !unit.gap) {
      tokens.push(this.slot(unit.start), this.slot(unit.end), unit.shift === undefined ? '' : this.slot(unit.shift));
      if (wait !== undefined) tokens.push(this.#souring(wait, feeling, unit.seconds));
    }
    if (facets.effort === true && unit.effort !== undefined) tokens.push(this.slot(unit.effort));
    if (failure !== undefined) tokens.push(this.#failure(failure, facets));
    if (facets.skips !== true && tokens.every((token) => token === '')) return '';
    return `(${unit.gap ? 'gap' : ''} ${this.#chance(unit.skip)} ${tokens.join(' ')})`;
  }

  /** Without the information where it takes nothing away: even the shortest wait feels no longer than it lasts. `cut`: who leaves may live less of it. */
  #feelingOf({ stretch, information }: Feeling, seconds: Slot, cut: boolean): Feeling {
    const { beta, referenceSeconds } = this.plan.time;
    const [factor, exponent, reference] = [stretch.constant, beta.constant, referenceSeconds.constant];
    const known = factor !== undefined && exponent !== undefined && reference !== undefined;
    if (information === undefined || cut || !known || exponent > 1) return { stretch, information };
    return factor * power(leastOf(seconds) / reference, exponent - 1) > 1 ? { stretch, information } : { stretch, information: undefined };
  }

  #feeling({ stretch, information }: Feeling): string {
    return `${this.slot(stretch)} ${information === undefined ? '' : this.slot(information)}`;
  }

  /** By how long it feels. */
  #souring(wait: WaitPlan, feeling: Feeling, seconds: Slot): string {
    // Information makes no wait feel longer, so that a wait that ends before it would sour without never does.
    if (wait.souring.constant === 0 || endsWithin(seconds, wait.soursAfter.constant ?? 0)) return '';
    const known = `${this.slot(wait.souring)} ${this.slot(wait.soursAfter)}`;
    if (feeling.information === undefined) return known;
    const { beta, referenceSeconds } = this.plan.time;
    return `${known} ${this.#slots({ tolerance: wait.toleranceSeconds, beta, referenceSeconds })} ${this.#feeling(feeling)}`;
  }

  /** Empty where it does nothing to what is asked for. */
  #failure({ affect, seconds, wait, recovery, retry, ...chance }: FailurePlan, facets: Facets): string {
    const { plan } = this;
    const takesTime = [seconds, ...(recovery === undefined ? [] : [recovery.seconds])].some((slot) => slot.constant !== 0);
    const timed = facets.time === true && takesTime;
    // Whoever waits for it, or tries again, may leave there.
    const waits = wait !== undefined && (facets.waits === true || (plan.canLeave && plan.patience !== undefined));
    if (facets.failing !== true && facets.affect !== true && !timed && !waits && retry === undefined) return '';
    const tokens = ['fails', this.#chance(chance)];
    if (facets.recovering === true || facets.affect === true || timed || retry !== undefined) tokens.push(this.#chance(recovery));
    if (timed || waits) tokens.push(this.slot(seconds), recovery === undefined ? '' : this.slot(recovery.seconds));
    if (facets.affect === true) tokens.push(this.slot(affect), recovery === undefined ? '' : this.slot(recovery.affect));
    if (wait !== undefined) {
      const feeling = this.#feelingOf(wait, seconds, plan.canLeave && plan.patience !== undefined);
      tokens.push('waiting', this.slot(wait.hazard));
      if (facets.felt === true) tokens.push(this.#feeling(feeling));
      if (facets.affect === true) tokens.push(this.slot(wait.shift), this.#souring(wait, feeling, seconds));
    }
    if (retry !== undefined) {
      tokens.push('again', retry.wait === undefined ? '' : this.#unit(retry.wait, facets), this.#unit(retry.again, facets));
    }
    return tokens.join(' ');
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

/** One in a thousand million takes longer, or less long, or nobody: no figure knows of it (judgement). */
const hardlyAnybody = 1e-9;

function endsWithin({ constant, recipe }: Slot, limit: number): boolean {
  if (constant !== undefined || limit <= 0) return (constant ?? Infinity) <= limit;
  return recipe.kind === 'draw' && recipe.from !== undefined && 1 - lawOf(recipe.from).cdf(limit) < hardlyAnybody;
}

/** So short it is for hardly anybody; 0 where that is not known. */
function leastOf({ constant, recipe }: Slot): number {
  return constant ?? (recipe.kind === 'draw' && recipe.from !== undefined ? lawOf(recipe.from).quantile(hardlyAnybody) : 0);
}

/** A merged step whose parts keep their moments is its parts, but for what it feels like, what effort it says, and how many steps it is. */
function asLived(node: NodePlan, facets: Facets): readonly NodePlan[] {
  if (node.kind !== 'merged' || node.affect !== 'kept' || facets.felt === true || facets.skips === true) return [node];
  if (facets.effort === true && node.effort !== undefined) return [node];
  return node.parts.flatMap((part) => asLived(part, facets));
}
