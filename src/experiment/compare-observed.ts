import { log } from '../numerics/log';
import { normalQuantile } from '../numerics/normal';
import { meanInterval, shareInterval } from '../statistics/estimate';
import type { Interval } from '../statistics/interval';
import { correlationInterval } from './correlation';
import { isProbability } from './outcome-range';
import type { ResolvedMeasure } from './read-measure';
import type { ResolvedObserved } from './read-observed';
import type { Comparable, ObservedResult } from './types';

/** A prediction and what is needed to judge it. */
export interface Judging {
  readonly predicted: number;
  readonly standardError: number;
  readonly interval: Interval;
  readonly observed: ResolvedObserved | undefined;
  readonly confidence: number;
  /** The interval that so many people leave around a figure; absent where that cannot be said. */
  readonly intervalFrom?: (figure: number, n: number) => Interval;
  /** Errors of ratios are judged on the log scale. */
  readonly logarithmic?: boolean;
}

/** Prediction and published figure side by side. */
export function compareObserved(judging: Judging): Comparable {
  const { predicted, standardError, interval, observed, intervalFrom } = judging;
  if (observed === undefined) return { predicted, standardError, interval };
  const { value, n } = observed;
  const derived = n === undefined || intervalFrom === undefined ? undefined : intervalFrom(value, n);
  const published = observed.interval ?? derived;
  const shown: ObservedResult = {
    value,
    ...(published === undefined ? {} : { interval: published, source: observed.interval === undefined ? 'n' : 'given' }),
    ...(n === undefined ? {} : { n }),
  };
  const z = published === undefined ? undefined : standardised(judging, published);
  return {
    predicted,
    standardError,
    interval,
    ...(n === undefined || intervalFrom === undefined ? {} : { sampling: intervalFrom(predicted, n) }),
    observed: shown,
    error: predicted - value,
    ...(published === undefined ? {} : { inside: predicted >= published.low && predicted <= published.high }),
    ...(z === undefined ? {} : { z }),
  };
}

/** No figure is known this closely: where an error is smaller there is none to measure a distance by. */
export const leastError = 1e-30;

/** Standard error that an interval speaks of. */
export function errorOfInterval({ low, high, level }: Interval): number {
  return (high - low) / 2 / normalQuantile(0.5 + level / 2);
}

function standardised({ predicted, standardError, observed, logarithmic }: Judging, published: Interval): number | undefined {
  const value = observed!.value;
  if (logarithmic === true) {
    if (!(predicted > 0 && value > 0 && published.low > 0)) return undefined;
    const error = errorOfInterval({ low: log(published.low), high: log(published.high), level: published.level });
    const own = standardError / predicted;
    const whole = Math.sqrt(error * error + own * own);
    return whole > leastError ? (log(predicted) - log(value)) / whole : undefined;
  }
  const error = errorOfInterval(published);
  const whole = Math.sqrt(error * error + standardError * standardError);
  return whole > leastError ? (predicted - value) / whole : undefined;
}

/** The interval that `n` people leave around a condition's figure. */
export function samplingOf(
  measure: ResolvedMeasure,
  sd: number | undefined,
  observed: ResolvedObserved | undefined,
  confidence: number,
): (figure: number, n: number) => Interval {
  if (measure.kind === 'correlation') {
    return (figure, n) => correlationInterval(figure, n, normalQuantile(0.5 + confidence / 2), confidence);
  }
  if (measure.kind === 'choice' || isProbability(measure.outcome)) {
    const { factor, offset } = measure;
    return (figure, n) => {
      const share = (figure - offset) / factor;
      const counted = shareInterval(share < 0 ? 0 : share > 1 ? 1 : share, n, confidence);
      const ends = [offset + factor * counted.low, offset + factor * counted.high];
      return { low: Math.min(...ends), high: Math.max(...ends), level: confidence };
    };
  }
  const spread = observed?.sd ?? sd!;
  return (figure, n) => meanInterval(figure, spread / Math.sqrt(n), confidence, Math.max(1, n - 1));
}
