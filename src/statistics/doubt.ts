import { log } from '../numerics/log';
import type { Moments } from './chunk-moments';
import type { Interval } from './interval';
import { studentQuantile } from './student-t';

/**
 * What the interval of a mean is made from, at whatever level. Three things can put a mean wrong: the luck of the customers seen, chances
 * so rare that the sample cannot be trusted to hold them, and what no customer at all happened to show.
 */
export interface Doubt {
  /**
   * Standard error of the mean as if two more customers had been seen, one on either side, as far from the mean as the one furthest from it:
   * next to nothing where all differ, and honest where a few carry the spread (for shares it is the rule of Bonett & Price 2012).
   */
  readonly error: number;
  /** Degrees of freedom behind that error (Welch and Satterthwaite); 0 where there is no error. */
  readonly degrees: number;
  /** How far chances too rare for the sample could move the mean at most: probability × reach, in the outcome's unit. */
  readonly rare: number;
  /** Where the sample shows no variation though customers can differ: how far one of them could lie from the rest, divided by their number. */
  readonly unseen: number;
}

export const noDoubt: Doubt = { error: 0, degrees: 0, rare: 0, unseen: 0 };

/** Fewer than this many are too few to trust a sample to have seen a chance: zero of n still allows 3.7 (at 95 %). */
export const expectedToBeSeen = 3.7;

export function doubtOf({ count, mean, spread, low, high }: Moments, rare: number, unseen: number): Doubt {
  if (count <= 1) return { error: 0, degrees: 0, rare, unseen };
  const furthest = Math.max(high - mean, mean - low);
  const error = Math.sqrt((spread + 2 * furthest * furthest) / (count - 1) / count);
  return { error, degrees: error > 0 ? count - 1 : 0, rare, unseen };
}

/** The doubt of a weighed mean; weights sum to 1. Errors are independent between groups; what is rare or unseen may err the same way in all. */
export function combinedDoubt(parts: readonly { readonly weight: number; readonly doubt: Doubt }[]): Doubt {
  let errorSquared = 0;
  let freedom = 0;
  let rare = 0;
  let unseen = 0;
  for (const { weight, doubt } of parts) {
    const own = weight * weight * doubt.error * doubt.error;
    errorSquared += own;
    if (doubt.degrees > 0) freedom += (own * own) / doubt.degrees;
    rare += weight * doubt.rare;
    unseen += weight * doubt.unseen;
  }
  return { error: Math.sqrt(errorSquared), degrees: freedom > 0 ? (errorSquared * errorSquared) / freedom : 0, rare, unseen };
}

/** How far the true mean may lie from the one found, on either side. At most 1 − (α/2)^(1/n) of customers escape a sample of n: ln(2/α)/n. */
export function reachOf({ error, degrees, rare, unseen }: Doubt, level: number): number {
  const luck = error > 0 ? studentQuantile(0.5 + level / 2, degrees) * error : 0;
  return luck + rare + (unseen > 0 ? unseen * -log((1 - level) / 2) : 0);
}

/** The interval of a mean, kept inside what the outcome can be. */
export function doubtInterval(mean: number, doubt: Doubt, level: number, scale: readonly [low: number, high: number]): Interval {
  const reach = reachOf(doubt, level);
  if (reach === 0) return { low: mean, high: mean, level };
  return { low: Math.min(mean, Math.max(scale[0], mean - reach)), high: Math.max(mean, Math.min(scale[1], mean + reach)), level };
}

/** Nothing is left to doubt. */
export function isExact({ error, rare, unseen }: Doubt): boolean {
  return error === 0 && rare === 0 && unseen === 0;
}

/** So far out does no customer of an even law stand in samples of a few hundred. */
const farOut = 4.5;

/** Whether fewer than ten customers as far out as the furthest would make up all the spread: whoever is rarer still may carry more. */
export function carriedByFew({ count, mean, spread, low, high }: Moments): boolean {
  const furthest = Math.max(high - mean, mean - low);
  return furthest * furthest * 10 > spread && furthest * furthest * (count - 1) > farOut * farOut * spread;
}
