import type { JourneyPlan } from '../experience/journey-plan';
import { grown, kernel, ramp } from '../experience/memory/acclimation';
import type { Curve } from '../experience/living/curve';
import { beginningOf } from '../experience/memory/ends';
import { lag } from '../experience/memory/recency';
import { durationFelt } from '../experience/memory/remember';
import { trendOf } from '../experience/memory/trend';
import { exp } from '../numerics/exp';
import type { OneCustomer } from './one-customer';
import type { CurveMoment, MemoryTerm } from './types';

const ln2 = 0.6931471805599453;

/** What the terms are made from. */
export interface Felt {
  readonly peak: number;
  readonly end: number;
  readonly mean: number;
  readonly expectation: number;
  readonly clock: number;
  /** Before any fading. */
  readonly utility: number;
}

/** The remembered utility taken apart: the terms add up to it. */
export function memoryTerms(
  customer: OneCustomer,
  plan: JourneyPlan,
  lived: Curve,
  curve: readonly CurveMoment[],
  felt: Felt,
): MemoryTerm[] {
  const { memory } = plan;
  const mean: MemoryTerm = { name: 'mean', weight: 1, value: felt.mean, contribution: felt.mean };
  // Whoever lived nothing remembers what was expected.
  if (curve.length === 0) return [{ name: 'expectation', weight: 1, value: felt.expectation, contribution: felt.expectation }];
  switch (memory.kind) {
    case 'blend': {
      const values = {
        peak: () => felt.peak,
        end: () => felt.end,
        mean: () => felt.mean,
        beginning: () => beginningOf(lived, felt.expectation),
        trend: () => trendOf(lived),
        duration: () => durationFelt(felt.mean, lived),
      };
      return (Object.keys(values) as (keyof typeof values)[]).flatMap((name) => {
        const weight = customer.read(memory.weights[name]);
        if (weight === 0) return [];
        const value = values[name]();
        return [{ name, weight, value, contribution: weight * value }];
      });
    }
    case 'recency': {
      if (!(felt.clock > 0)) return [mean];
      const { cohesion } = memory;
      const recent = recencyTerms(curve, felt.clock, customer.read(memory.halfLife));
      return cohesion === 1 ? recent : [...recent.map((term) => scaled(term, cohesion)), scaled(mean, 1 - cohesion)];
    }
    case 'acclimationDecay':
      return felt.clock > 0 ? acclimationTerms(curve, felt, customer.read(memory.acclimation), customer.read(memory.decay)) : [mean];
    case 'total':
      return curve.flatMap(({ seconds, start, end }, moment) => {
        const weight = seconds / 900;
        const value = (start + end) * 0.5;
        return seconds > 0 ? [{ name: 'moment' as const, moment, weight, value, contribution: weight * value }] : [];
      });
    case 'custom':
      return [{ name: 'custom', contribution: felt.utility }];
  }
}

/** So much of a term. */
function scaled(term: MemoryTerm, by: number): MemoryTerm {
  return { ...term, ...(term.weight === undefined ? {} : { weight: by * term.weight }), contribution: by * term.contribution };
}

/** Each moment's share of the kernel, and its mean under the kernel. */
function recencyTerms(curve: readonly CurveMoment[], clock: number, halfLife: number): MemoryTerm[] {
  const rate = ln2 / (halfLife * clock);
  const parts: { moment: number; weight: number; value: number }[] = [];
  let before = clock;
  let later = 1;
  let all = 0;
  for (let moment = curve.length - 1; moment >= 0; moment--) {
    const { seconds, start, end } = curve[moment]!;
    if (!(seconds > 0)) continue;
    before -= seconds;
    const earlier = exp(-rate * (clock - before));
    const weight = later - earlier;
    const value = weight > 0 ? end - (later * (end - start) * lag(rate * seconds)) / weight : end;
    parts.unshift({ moment, weight, value });
    all += weight;
    later = earlier;
  }
  return parts.map(({ moment, weight, value }) => {
    const share = weight / all;
    return { name: 'moment', moment, weight: share, value, contribution: share * value };
  });
}

/** The expectation, and what each moment felt like against the level people had got used to, as far as it has not faded by the end. */
function acclimationTerms(curve: readonly CurveMoment[], felt: Felt, alpha: number, gamma: number): MemoryTerm[] {
  const terms: MemoryTerm[] = [{ name: 'expectation', weight: 1, value: felt.expectation, contribution: felt.expectation }];
  let reference = felt.expectation;
  let passed = 0;
  curve.forEach(({ seconds, start, end }, moment) => {
    if (!(seconds > 0)) return;
    passed += seconds;
    const slope = (end - start) / seconds;
    const gap = start - reference;
    const area = gap * kernel(alpha, gamma, seconds) + slope * ramp(alpha, gamma, seconds);
    const faded = exp(-gamma * (felt.clock - passed));
    terms.push({ name: 'moment', moment, contribution: (area * faded) / grown(gamma, felt.clock) });
    reference = end - slope * grown(alpha, seconds) - gap * exp(-alpha * seconds);
  });
  return terms;
}
