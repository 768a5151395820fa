import { isShare, outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { exp } from '../numerics/exp';
import type { Simulation } from '../results/types';
import { doubtInterval, isExact, type Doubt } from '../statistics/doubt';
import { shareInterval } from '../statistics/estimate';
import { moreCustomers, oneCustomer, type Finding, type Limit } from './finding';
import { effectiveCustomers, errorIsUnknown, estimateAt, type Place } from './place';
import { chanceOfAtLeast } from './share-chance';
import { studentCdf } from './student-cdf';

/** The mean of an outcome in one place, with the chance that it keeps to the limit. */
export function findMean(simulation: Simulation, place: Place, outcome: OutcomeName, limit: Limit, level: number): Finding {
  const { mean, standardError, doubt } = estimateAt(simulation, place, outcome)!;
  if (errorIsUnknown(place) && !isExact(doubt)) return unknownFinding(place.segment, mean, level);
  if (isShare(outcome) && !isExact(doubt)) {
    const customers = standardError > 0 ? (mean * (1 - mean)) / (standardError * standardError) : effectiveCustomers(place);
    return shareFinding(place.segment, mean, customers, limit, level);
  }
  return doubtFinding(place.segment, mean, doubt, limit, level, outcomeDescriptions[outcome].scale);
}

/** One customer a segment tells nothing of the error. */
export function unknownFinding(segment: string, value: number, level: number): Finding {
  const interval = { low: value, high: value, level };
  return { segment, value, interval, open: { low: true, high: true }, probability: undefined, hint: oneCustomer };
}

/** A share of customers, with Wilson's interval. */
export function shareFinding(segment: string, share: number, customers: number, limit: Limit, level: number): Finding {
  const above = chanceOfAtLeast(share, customers, limit.bound);
  return {
    segment,
    value: share,
    interval: shareInterval(share, customers, level),
    probability: limit.side === 'at least' ? above : limit.bound >= 1 ? 1 : 1 - above,
    hint: moreCustomers,
  };
}

/** A mean with all that can put it wrong. */
export function doubtFinding(
  segment: string,
  value: number,
  doubt: Doubt,
  { bound, side }: Limit,
  level: number,
  scale: readonly [number, number],
): Finding {
  const distance = side === 'at least' ? value - bound : bound - value;
  return {
    segment,
    value,
    interval: doubtInterval(value, doubt, level, scale),
    probability: chanceOfKeeping(distance, doubt),
    hint: moreCustomers,
  };
}

/**
 * The chance that the true mean is on the good side of a bound at this distance (below 0: beyond it): of the level at which the interval would
 * just reach the bound. So luck, which follows Student's t, and what nobody showed, which lies beyond d with chance e^(−d/unseen), share the
 * distance as they share the interval's reach, and what rare chances could do is taken off it.
 */
function chanceOfKeeping(distance: number, { error, degrees, rare, unseen }: Doubt): number {
  const sure = Math.max(0, Math.abs(distance) - rare);
  const beyond = (part: number): number => (error > 0 ? studentCdf(-part / error, degrees) : part > 0 || rare === 0 ? 0 : 0.5);
  const hidden = (part: number): number => (unseen > 0 ? exp(-part / unseen) : 0);
  let luck = unseen > 0 ? 0 : sure;
  for (let step = sure / 2; unseen > 0 && step > sure * 1e-15; step /= 2) {
    if (beyond(luck + step) > hidden(sure - luck - step)) luck += step;
  }
  const wrong = Math.min(0.5, unseen > 0 ? hidden(sure - luck) : beyond(luck));
  return distance >= 0 ? 1 - wrong : wrong;
}
