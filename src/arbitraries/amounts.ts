import type { Affect, MergedAffect } from '../journey/types';
import type { Parameter } from '../model/types';
import type { Allowed } from './constraints';
import { distributions, type DistributionConstraints } from './distributions';
import type { Arbitrary, Fc } from './fast-check';
import { maybe, simplestFirst } from './maybe';
import { between, seconds } from './quantities';

type AmountsAllowed = Pick<Allowed, 'distributions' | 'maxDuration'>;

/** Every amount a step is made of, each built once: a step, its options and its parts share them. */
export interface Amounts {
  readonly duration: Arbitrary<Parameter>;
  readonly level: Arbitrary<Parameter>;
  readonly affect: Arbitrary<Affect>;
  readonly mergedAffect: Arbitrary<Affect | MergedAffect | undefined>;
  readonly effort: Arbitrary<Parameter>;
  /** Of affect, at most 10. */
  readonly loss: Arbitrary<Parameter>;
  readonly gain: Arbitrary<Parameter>;
}

export function makeAmounts(fc: Fc, allowed: AmountsAllowed): Amounts {
  const affect = affects(fc, allowed);
  const upTo10 = (min: number, max: number, tails: 'both' | 'none'): Arbitrary<Parameter> =>
    parameter(fc, between(fc, min, max), { min, max, tails }, allowed);
  return {
    duration: durations(fc, allowed),
    level: levels(fc, allowed),
    affect,
    mergedAffect: maybe(
      fc,
      simplestFirst<Affect | MergedAffect>(fc, [
        [2, fc.constantFrom('kept', 'time-weighted')],
        [1, affect],
      ]),
    ),
    effort: upTo10(0, 10, 'both'),
    loss: upTo10(-10, 0, 'none'),
    gain: upTo10(0, 10, 'none'),
  };
}

/** A plain number, or now and then a distribution over customers; shrinks towards the number. */
function parameter(fc: Fc, number: Arbitrary<number>, range: DistributionConstraints, allowed: AmountsAllowed): Arbitrary<Parameter> {
  if (!allowed.distributions) return number;
  return simplestFirst<Parameter>(fc, [
    [3, number],
    [2, distributions(fc, { ...range, depth: 1 })],
  ]);
}

/** Seconds: a number or a distribution that never falls below 0. Shrinks towards one minute. */
export function durations(fc: Fc, allowed: AmountsAllowed): Arbitrary<Parameter> {
  const max = allowed.maxDuration;
  // The largest draw of a few types lies far beyond their usual values, and the longest duration there is must hold it.
  return parameter(fc, seconds(fc, { max }), { min: 0, max: Math.min(max, 1e8), tails: 'above' }, allowed);
}

/** One level of affect. Shrinks towards neutral. */
export function levels(fc: Fc, allowed: AmountsAllowed): Arbitrary<Parameter> {
  return parameter(fc, between(fc, -10, 10), { min: -10, max: 10 }, allowed);
}

/** A level, or a line from one level to another. Shrinks towards a neutral level. */
export function affects(fc: Fc, allowed: AmountsAllowed): Arbitrary<Affect> {
  const level = levels(fc, allowed);
  return simplestFirst<Affect>(fc, [
    [3, level],
    [1, fc.tuple(level, level).map(([start, end]) => ({ start, end }))],
  ]);
}
