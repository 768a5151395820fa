import { log1p } from '../../numerics/log';
import { power } from '../../numerics/power';
import { tanh } from '../../numerics/tanh';
import type { Slot } from '../../sampling/column-plan';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { JourneyPlan, MemoryPlan } from '../journey-plan';
import type { Curve } from '../living/curve';
import { beginningOf, Ends } from './ends';
import { rememberingBy, type MemoryKind } from './kinds';
import { meanOf } from './mean';
import { stepOfStretch, stepOfValue, worstWeight } from './peak';
import { Stretches, within } from './stretches';
import { trendOf } from './trend';

export interface RememberNeeds {
  readonly utility: boolean;
  readonly peak: boolean;
  readonly end: boolean;
  readonly mean: boolean;
  /** Worst and best, whichever the peak is made of. */
  readonly both?: true | undefined;
}

/** What remembering needs to know of a journey. */
export type RememberPlan = Pick<JourneyPlan, 'memory' | 'expectation' | 'priorBelief'>;

type WeightName = keyof MemoryPlan['weights'];

/** What one curve after another leaves behind. A number that nobody asked for and the model does not need stays as it was. */
export class Remembering {
  utility = 0.5;
  /** The same when asked at once. */
  unfaded = 0.5;
  peak = 0.5;
  end = 0.5;
  mean = 0.5;
  /** How long worst, best and end are, seconds; 0: moments without length. */
  stretch = 0.5;
  /** Worst and best, of which the peak is made, and how much of it the worst is. Where it is not made of one of them, that one may lie further out than it does. */
  worst = 0.5;
  best = 0.5;
  worstWeight = 0.5;
  /** Steps in which they lie, of those alike the first; where the peak is one of the two, that one twice. −1 for whoever lived nothing. */
  worstStep = 0;
  bestStep = 0;
  readonly stretches = new Stretches();
  readonly #ends = new Ends();
  readonly #kind: MemoryKind;
  readonly #wants: RememberNeeds & { readonly stretch: boolean };
  /** Those of a blend that are not 0 for everybody. */
  readonly #weights: { readonly [Name in WeightName]: Slot | undefined };
  readonly #plan: RememberPlan;

  constructor(plan: RememberPlan, needs: RememberNeeds) {
    const { memory } = plan;
    this.#plan = plan;
    this.#kind = rememberingBy[memory.kind];
    const used = (name: WeightName): Slot | undefined => {
      const slot = memory.weights[name];
      return needs.utility && slot.constant !== 0 ? slot : undefined;
    };
    const weights = {
      peak: used('peak'),
      end: used('end'),
      mean: used('mean'),
      beginning: used('beginning'),
      trend: used('trend'),
      duration: used('duration'),
    };
    this.#weights = weights;
    const peak = needs.peak || weights.peak !== undefined;
    const end = needs.end || weights.end !== undefined;
    const { seconds, share } = memory.stretch;
    const fallsBack = needs.utility && this.#kind.fallsBack === true;
    const mean = needs.mean || fallsBack || weights.mean !== undefined || weights.duration !== undefined;
    this.#wants = {
      utility: needs.utility,
      peak,
      end,
      mean: mean || (peak && memory.peak === 'furthest'),
      both: needs.both,
      stretch: (peak || end) && seconds.constant !== 0 && share.constant !== 0,
    };
  }

  /** Fills every column that remembering a block reads. */
  fill(columns: SegmentColumns): void {
    const { memory, expectation, priorBelief } = this.#plan;
    for (const slot of [
      expectation,
      priorBelief,
      memory.recallDelaySeconds,
      memory.lifetimeSeconds,
      memory.halfLife,
      memory.acclimation,
      memory.decay,
    ]) {
      columns.column(slot);
    }
    if (this.#wants.stretch) for (const slot of Object.values(memory.stretch)) columns.column(slot);
    for (const slot of Object.values(this.#weights)) if (slot !== undefined) columns.column(slot);
  }

  /** Remembers the curve of the customer at a place in the block. */
  remember(curve: Curve, place: number): void {
    const wants = this.#wants;
    if (!wants.utility && !wants.peak && !wants.mean && !wants.end) return;
    const { memory } = this.#plan;
    const expectation = this.#plan.expectation.of(place);
    curve.survey();
    if (wants.mean) this.mean = meanOf(curve, expectation);
    this.stretch = wants.stretch ? this.#stretchOf(curve, place) : 0;
    if (wants.peak) this.#findPeak(curve, expectation);
    if (wants.end) {
      this.end = expectation;
      if (curve.count > 0) {
        this.#ends.find(curve, memory.endWindow, this.stretch);
        this.end = this.#ends.end;
      }
    }
    if (!wants.utility) return;
    // Whoever lived nothing remembers what was expected, under any memory model and any weights.
    if (curve.count === 0) this.utility = expectation;
    else if (this.#kind.utility === undefined) this.utility = this.#blend(curve, place);
    else this.utility = this.#kind.utility({ curve, memory, place, expectation, mean: this.mean });
    this.unfaded = this.utility;
    this.utility = this.#faded(this.utility, place);
  }

  /** Finds the steps in which worst and best lie. The curve is the one just remembered, and knows its steps. */
  locate(curve: Curve): void {
    if (curve.count === 0) {
      this.worstStep = this.bestStep = -1;
      return;
    }
    const { stretch, stretches, worst, best, worstWeight: weight } = this;
    const { length, worstAt, bestAt } = stretches;
    // Of what the peak is not made, nobody has looked for the place.
    if (weight > 0) this.worstStep = stretch > 0 ? stepOfStretch(curve, worstAt, length) : stepOfValue(curve, worst);
    if (weight < 1) this.bestStep = stretch > 0 ? stepOfStretch(curve, bestAt, length) : stepOfValue(curve, best);
    if (weight === 1) this.bestStep = this.worstStep;
    if (weight === 0) this.worstStep = this.bestStep;
  }

  /** Some seconds, or a share of the whole where that is shorter. */
  #stretchOf({ restSeconds }: Curve, place: number): number {
    const { seconds, share } = this.#plan.memory.stretch;
    return Math.min(seconds.of(place), share.of(place) * restSeconds);
  }

  #findPeak(curve: Curve, expectation: number): void {
    const { stretch } = this;
    if (curve.count === 0) {
      this.worst = this.best = this.peak = expectation;
      return;
    }
    this.worst = curve.least;
    this.best = curve.greatest;
    this.#weigh();
    if (stretch > 0) this.#findStretches(curve);
    const weight = this.worstWeight;
    this.peak = within(curve, weight * this.worst + (1 - weight) * this.best);
  }

  /** No stretch is worse than the least or better than the greatest, and often that says already which of the two the peak is. */
  #findStretches(curve: Curve): void {
    const { stretches } = this;
    const both = this.#wants.both === true;
    const bestFirst = !both && this.worstWeight === 0;
    stretches.begin(this.stretch);
    if (!bestFirst) this.#findWorst(curve);
    if (both || bestFirst || this.worstWeight < 1) {
      stretches.findBest(curve);
      this.best = stretches.best;
      this.#weigh();
    }
    if (bestFirst && this.worstWeight > 0) this.#findWorst(curve);
  }

  #findWorst(curve: Curve): void {
    this.stretches.findWorst(curve);
    this.worst = this.stretches.worst;
    this.#weigh();
  }

  #weigh(): void {
    this.worstWeight = worstWeight(this.#plan.memory.peak, this.worst, this.best, this.mean);
  }

  #blend(curve: Curve, place: number): number {
    const { peak, end, mean, beginning, trend, duration } = this.#weights;
    let utility = 0;
    if (peak !== undefined) utility += peak.of(place) * this.peak;
    if (end !== undefined) utility += end.of(place) * this.end;
    if (mean !== undefined) utility += mean.of(place) * this.mean;
    if (beginning !== undefined) utility += beginning.of(place) * beginningOf(curve, 0);
    if (trend !== undefined) utility += trend.of(place) * trendOf(curve);
    if (duration !== undefined) utility += duration.of(place) * durationFelt(this.mean, curve);
    return utility;
  }

  /** With time a memory fades to what one believed before. */
  #faded(utility: number, place: number): number {
    const { memory, priorBelief } = this.#plan;
    const delay = memory.recallDelaySeconds.of(place);
    if (delay === 0 && memory.recallDelaySeconds.mask === 0) return utility;
    const prior = priorBelief.of(place);
    return prior + (utility - prior) * keptAfter(delay, memory.lifetimeSeconds.of(place));
  }
}

/** How much is kept of a memory after a delay: (1 + delay/4 h)^−0.13, and nothing for long beyond its lifetime. */
export function keptAfter(delay: number, lifetime: number): number {
  const beyond = (delay / lifetime) * (delay / lifetime);
  return power(1 + delay / 14400, -0.13) / (1 + beyond * beyond);
}

/** How the length of a curve weighs: more of what was felt, with less and less for each minute more. */
export function durationFelt(mean: number, { totalSeconds }: Curve): number {
  return tanh(mean / 2) * log1p(totalSeconds / 60);
}
