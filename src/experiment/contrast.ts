import { meanInterval } from '../statistics/estimate';
import type { Interval } from '../statistics/interval';
import { log } from '../numerics/log';
import { exp } from '../numerics/exp';
import { normalQuantile } from '../numerics/normal';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at } from '../errors/wording';
import { combinedError } from './people';
import type { Prediction } from './predict';
import type { ResolvedContrast } from './read-contrasts';
import type { ResolvedMeasure } from './read-measure';

export interface ContrastPrediction {
  readonly predicted: number;
  readonly standardError: number;
  readonly interval: Interval;
}

/**
 * One condition against another, with the simulation error of the figure: by the delta method, pairing people where the same lived both.
 *
 * @throws JourneyError where the figure would not be finite.
 */
export function predictContrast(
  { name, statistic }: ResolvedContrast,
  of: Prediction,
  versus: Prediction,
  measure: ResolvedMeasure,
  confidence: number,
): ContrastPrediction {
  const x = of.predicted;
  const y = versus.predicted;
  const error = (a: number, b: number): number => {
    if (of.people !== undefined && versus.people !== undefined) return combinedError(of.people, a, versus.people, b);
    const first = a * of.standardError;
    const second = b * versus.standardError;
    return Math.sqrt(first * first + second * second);
  };
  const plain = (predicted: number, standardError: number): ContrastPrediction => {
    return finite({ predicted, standardError, interval: meanInterval(predicted, standardError, confidence, Infinity) });
  };
  const finite = (made: ContrastPrediction): ContrastPrediction => {
    const { predicted, standardError, interval } = made;
    if ([predicted, standardError, interval.low, interval.high].every(Number.isFinite)) return made;
    throw new JourneyError([notFinite(name, statistic, x, y)]);
  };
  switch (statistic) {
    case 'difference':
      return plain(x - y, error(1, -1));
    case 'effectSize': {
      // The difference by the root of the mean variance of the two conditions: Cohen's d for groups of equal size.
      const spread = Math.sqrt((of.sd! * of.sd! + versus.sd! * versus.sd!) / 2);
      if (x === y) return plain(0, spread > 0 ? error(1, -1) / spread : 0);
      return plain((x - y) / spread, error(1, -1) / spread);
    }
    case 'ratio':
      return plain(x / y, error(1 / y, -x / (y * y)));
    case 'oddsRatio': {
      const unscale = (value: number): number => (value - measure.offset) / measure.factor;
      const p = unscale(x);
      const q = unscale(y);
      const ratio = p / (1 - p) / (q / (1 - q));
      const logError = error(1 / (measure.factor * p * (1 - p)), -1 / (measure.factor * q * (1 - q)));
      if (logError === 0) return plain(ratio, 0);
      const reach = normalQuantile(0.5 + confidence / 2) * logError;
      const interval = { low: exp(log(ratio) - reach), high: exp(log(ratio) + reach), level: confidence };
      return finite({ predicted: ratio, standardError: ratio * logError, interval });
    }
  }
}

function notFinite(name: string, statistic: string, x: number, y: number): Issue {
  return {
    code: 'out-of-range',
    path: `${at('contrasts', name)}.statistic`,
    expected: `two figures of which ${statistic} can be taken`,
    received: `${x} and ${y}`,
    hint: 'difference can always be taken',
  };
}
