import { log } from '../numerics/log';
import { normalQuantile } from '../numerics/normal';
import { countInterval } from '../statistics/binomial';
import { meanInterval, shareInterval } from '../statistics/estimate';
import type { Interval } from '../statistics/interval';
import { correlationInterval } from './correlation';
import { endsOf, isProbability } from './outcome-range';
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
  /** What so many people leave unknown; absent where that cannot be said. */
  readonly intervals?: IntervalsOf;
  /** Errors of ratios are judged on the log scale. */
  readonly logarithmic?: boolean;
}

/** What `n` people say of a figure, and how they would scatter around it. */
export interface IntervalsOf {
  /** Around a figure that was found: where the true one may be. */
  readonly around: (found: number, n: number) => Interval;
  /** Of a figure that is true: where `n` people would find it. */
  readonly findings: (truth: number, n: number) => Interval;
}

/** Prediction and published figure side by side. */
export function compareObserved(judging: Judging): Comparable {
  const { predicted, standardError, interval, observed, intervals } = judging;
  if (observed === undefined) return { predicted, standardError, interval };
  const { value, n } = observed;
  const derived = n === undefined || intervals === undefined ? undefined : intervals.around(value, n);
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
    ...(n === undefined || intervals === undefined ? {} : { sampling: intervals.findings(predicted, n) }),
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

/** Both intervals of a condition's figure. Of a correlation and of a mean they are as wide one way as the other; of a share they are not. */
export function intervalsOf(
  measure: ResolvedMeasure,
  sd: number | undefined,
  observed: ResolvedObserved | undefined,
  confidence: number,
): IntervalsOf {
  if (measure.kind === 'correlation') {
    return alike((figure, n) => correlationInterval(figure, n, normalQuantile(0.5 + confidence / 2), confidence));
  }
  if (measure.kind === 'choice' || isProbability(measure.outcome)) {
    const { factor, offset } = measure;
    const shareOf = (figure: number): number => Math.min(1, Math.max(0, (figure - offset) / factor));
    // What was counted of how many; divided last, so that two people of fifty are 0.04 also where the scale is turned round.
    const scaled = (low: number, high: number, of: number): Interval => {
      const ends = [(offset * of + factor * low) / of, (offset * of + factor * high) / of];
      return { low: Math.min(...ends), high: Math.max(...ends), level: confidence };
    };
    return {
      around: (found, n) => {
        const { low, high } = shareInterval(shareOf(found), n, confidence);
        return scaled(low, high, 1);
      },
      findings: (truth, n) => {
        const { low, high, of } = countInterval(shareOf(truth), n, confidence);
        return scaled(low, high, of);
      },
    };
  }
  const spread = observed?.sd ?? sd!;
  const [least, most] = endsOf(measure);
  return alike((figure, n) => {
    const { low, high } = meanInterval(figure, spread / Math.sqrt(n), confidence, Math.max(1, n - 1));
    // A published figure may lie beyond what the model can answer; where it does, its interval still holds it.
    return { low: Math.min(figure, Math.max(least, low)), high: Math.max(figure, Math.min(most, high)), level: confidence };
  });
}

function alike(interval: (figure: number, n: number) => Interval): IntervalsOf {
  return { around: interval, findings: interval };
}
