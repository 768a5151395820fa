import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { differenceIn } from '../results/comparison-words';
import type { Difference, VariantResult } from '../results/types';
import { meanInterval } from '../statistics/estimate';
import { studentQuantile } from '../statistics/student-t';
import { moreCustomers, oneCustomer, type Finding, type Limit } from './finding';
import { shareFinding, withChance } from './find-mean';
import { degreesOf, effectiveCustomers, errorIsUnknown, type Part, type Place } from './place';

export function differenceAt(variant: VariantResult, place: Place, outcome: OutcomeName): Difference | undefined {
  return differenceIn(place.segment === 'overall' ? variant.overall : variant.segments[place.segment]!, outcome);
}

/** The limit on a difference that must be good by at least `by` (below 0: may be bad by that much), whichever way is good. */
export function goodBy(outcome: OutcomeName, by: number): Limit {
  const higher = outcomeDescriptions[outcome].better === 'higher';
  return higher ? { bound: by === 0 ? 0 : by, side: 'at least' } : { bound: by === 0 ? 0 : -by, side: 'at most' };
}

/** The mean difference of a variant from its baseline in one place. */
export function findChange(variant: VariantResult, place: Place, outcome: OutcomeName, limit: Limit, level: number): Finding {
  const { difference } = differenceAt(variant, place, outcome)!;
  const exact: Finding = {
    segment: place.segment,
    value: difference,
    interval: { low: difference, high: difference, level },
    probability: undefined,
  };
  if (errorIsUnknown(place)) return { ...exact, open: { low: true, high: true }, hint: oneCustomer };
  const errorOf = ({ id, customers }: Part): number => cautiousError(differenceIn(variant.segments[id]!, outcome)!, customers);
  const standardError = Math.sqrt(place.parts.reduce((sum, part) => sum + part.weight * part.weight * errorOf(part) * errorOf(part), 0));
  const degrees = degreesOf(place, errorOf);
  const interval = meanInterval(difference, standardError, level, degrees);
  return withChance({ ...exact, interval, hint: moreCustomers }, limit, standardError, degrees);
}

/** The error that the comparison drew its own interval from: where few customers change it is larger than the plain standard error. */
function cautiousError({ interval }: Difference, customers: number): number {
  if (interval.high === interval.low) return 0;
  return (interval.high - interval.low) / 2 / studentQuantile(0.5 + interval.level / 2, customers - 1);
}

/** The share of customers who are worse off, by more than the comparison's margin. */
export function findWorse(variant: VariantResult, place: Place, outcome: OutcomeName, limit: Limit, level: number): Finding {
  const { worse, standardError } = differenceAt(variant, place, outcome)!;
  if (errorIsUnknown(place)) {
    return {
      segment: place.segment,
      value: worse,
      interval: { low: worse, high: worse, level },
      open: { low: true, high: true },
      probability: undefined,
      hint: oneCustomer,
    };
  }
  // Nothing changed for anybody: not luck, but the same journey.
  if (worse === 0 && standardError === 0) return { segment: place.segment, value: 0, interval: { low: 0, high: 0, level }, probability: 1 };
  return shareFinding(place.segment, worse, customersBehind(variant, place, outcome, worse), limit, level);
}

/** How many customers drawn from all at random would know the share of those worse off as closely. */
function customersBehind(variant: VariantResult, place: Place, outcome: OutcomeName, worse: number): number {
  let errorSquared = 0;
  for (const { id, weight, customers } of place.parts) {
    const own = differenceIn(variant.segments[id]!, outcome)!.worse;
    errorSquared += (weight * weight * own * (1 - own)) / customers;
  }
  return errorSquared > 0 ? (worse * (1 - worse)) / errorSquared : effectiveCustomers(place);
}
