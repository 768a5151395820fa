import { power } from '../../numerics/power';
import type { Slot } from '../../sampling/column-plan';
import type { UnitPlan } from '../journey-plan';
import type { Life } from './life';

/** What a step that is a unit felt like. */
export function feelUnit(life: Life, unit: UnitPlan): void {
  const { felt, seconds } = unit;
  // Whoever lived it as planned feels what was planned, which is a column of its own; the law is worked out only for all others.
  if (felt !== undefined && life.total === seconds.values[life.place & seconds.mask]!) {
    life.stepFelt = felt.values[life.place & felt.mask]!;
    if (life.prospective) pass(life, unit.stretch.of(life.place));
    else life.felt += life.stepFelt;
    return;
  }
  const stretch = stretchOf(life, unit);
  life.stepFelt = law(life, stretch, unit.information === undefined && unit.stretch.mask === 0);
  pass(life, stretch);
}

/** What a merged step felt like. */
export function feelMerged(life: Life): void {
  life.stepFelt = law(life, life.stretch, false);
  pass(life, life.stretch);
}

/** Retrospective time is the sum of what each step felt like, prospective time comes from the whole. */
function pass(life: Life, stretch: number): void {
  if (!life.prospective) life.felt += life.stepFelt;
  else if (life.total > 0) {
    life.stretched += life.total * stretch;
    life.pieces += 1;
  }
}

/** stretch · τ·(t/τ)^β. A stretch that is the same for everybody is multiplied first: the last digit depends on it. */
function law(life: Life, stretch: number, alike: boolean): number {
  const { total, place } = life;
  if (!(total > 0)) return 0;
  const { beta, referenceSeconds } = life.plan.time;
  const tau = referenceSeconds.of(place);
  const exponent = beta.of(place);
  if (beta.mask !== 0 || referenceSeconds.mask !== 0) return stretch * tau * power(total / tau, exponent);
  const felt = power(total, exponent);
  const factor = life.lawFactor;
  return alike ? factor * stretch * felt : factor * felt * stretch;
}

/** Factor on felt time of the unit just lived. */
export function stretchOf(life: Life, unit: UnitPlan): number {
  return stretchFor(life, life.total, unit);
}

/** Factor on felt time of so many seconds. */
export function stretchFor(
  life: Pick<Life, 'plan' | 'place'>,
  seconds: number,
  feeling: Pick<UnitPlan, 'stretch' | 'information'>,
): number {
  const factor = feeling.stretch.of(life.place);
  return feeling.information === undefined ? factor : informed(life, seconds, factor, feeling.information);
}

/** Live information takes away most of an overestimate of so many seconds, and never makes time shorter than the clock. */
function informed({ plan, place }: Pick<Life, 'plan' | 'place'>, seconds: number, factor: number, information: Slot): number {
  if (!(seconds > 0)) return factor;
  const shrinks = power(seconds / plan.time.referenceSeconds.of(place), plan.time.beta.of(place) - 1);
  const overestimate = factor * shrinks;
  return overestimate > 1 && overestimate < Infinity ? power(overestimate, 1 - information.of(place)) / shrinks : factor;
}

/** Prospective: the whole passes through the power law once, and every boundary shortens it. */
export function finishFeltTime(life: Life): void {
  const { place } = life;
  const clock = life.clock - life.gaps;
  const { beta, referenceSeconds, boundary, floor } = life.plan.time;
  life.felt = 0;
  if (!(clock > 0)) return;
  const tau = referenceSeconds.of(place);
  const shorter = power(1 - boundary.of(place), life.pieces - 1);
  const least = floor.of(place);
  life.felt = (life.stretched / clock) * tau * power(clock / tau, beta.of(place)) * (shorter > least ? shorter : least);
}
