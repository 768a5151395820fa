import { doubtInterval, reachOf } from '../statistics/doubt';
import type { Interval } from '../statistics/interval';
import { log } from '../numerics/log';
import { exp } from '../numerics/exp';
import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { at } from '../errors/wording';
import { endsOf } from './outcome-range';
import { ofTwoGroups, together, type Uncertain } from './people';
import type { Prediction } from './predict';
import type { ResolvedContrast } from './read-contrasts';
import type { ResolvedMeasure } from './read-measure';

export interface ContrastPrediction {
  readonly predicted: number;
  readonly standardError: number;
  readonly interval: Interval;
}

const unbounded = [-Infinity, Infinity] as const;

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
  const error = (a: number, b: number): Uncertain =>
    of.people !== undefined && versus.people !== undefined ? together(of.people, a, versus.people, b) : ofTwoGroups(of, a, versus, b);
  const plain = (
    predicted: number,
    { standardError, doubt }: Uncertain,
    ends: readonly [number, number] = unbounded,
  ): ContrastPrediction => {
    return finite({ predicted, standardError, interval: doubtInterval(predicted, doubt, confidence, ends) });
  };
  const finite = (made: ContrastPrediction): ContrastPrediction => {
    const { predicted, standardError, interval } = made;
    if ([predicted, standardError, interval.low, interval.high].every(Number.isFinite)) return made;
    throw new JourneyError([notFinite(name, statistic, x, y)]);
  };
  switch (statistic) {
    case 'difference': {
      const [low, high] = measure.kind === 'mean' ? endsOf(measure) : measure.kind === 'choice' ? [0, 1] : [-1, 1];
      return plain(x - y, error(1, -1), [low - high, high - low]);
    }
    case 'effectSize': {
      // The difference by the root of the mean variance of the two conditions: Cohen's d for groups of equal size.
      const spread = Math.sqrt((of.sd! * of.sd! + versus.sd! * versus.sd!) / 2);
      if (x === y && spread === 0) return plain(0, error(0, 0));
      return plain((x - y) / spread, error(1 / spread, -1 / spread));
    }
    case 'ratio':
      return plain(x / y, error(1 / y, -(x / y) / y));
    case 'oddsRatio': {
      const unscale = (value: number): number => (value - measure.offset) / measure.factor;
      const p = unscale(x);
      const q = unscale(y);
      const ratio = p / (1 - p) / (q / (1 - q));
      const { standardError, doubt } = error(1 / (measure.factor * p * (1 - p)), -1 / (measure.factor * q * (1 - q)));
      const reach = reachOf(doubt, confidence);
      const interval = reach === 0 ? { low: ratio, high: ratio } : { low: exp(log(ratio) - reach), high: exp(log(ratio) + reach) };
      return finite({ predicted: ratio, standardError: ratio * standardError, interval: { ...interval, level: confidence } });
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
