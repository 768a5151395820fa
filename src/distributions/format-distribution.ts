import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';
import { givenDistribution } from './check-distribution';
import { formatNumber } from './format-number';
import { durationWords, formatSeconds } from './format-seconds';
import { simplify, type Distribution } from './families';

const units: readonly unknown[] = ['seconds', 'plain'];

/**
 * A distribution in a few words: its middle, and in brackets the range of nine customers in ten; for a normal of plain numbers mean ± standard
 * deviation; for few separate values each with its share.
 *
 * @param distribution - A distribution made by a constructor, or a plain number.
 * @param unit - `'seconds'` writes durations, `'plain'` (affect, effort, …) numbers with up to two decimals.
 * @returns Text such as `about 12 min (5 to 30)` or `−2 ± 1.5`.
 * @throws JourneyError `invalid-type`, `out-of-range` for another unit; where `distribution` is none, mostly `invalid-type`.
 * @example
 * import { formatDistribution, normal } from 'peakend';
 * formatDistribution(normal({ mean: -2, sd: 1.5 }), 'plain'); // '−2 ± 1.5'
 */
export function formatDistribution(distribution: Distribution | number, unit: 'seconds' | 'plain'): string {
  if (!units.includes(unit)) {
    const code = typeof unit === 'string' ? 'out-of-range' : 'invalid-type';
    throw new JourneyError([{ code, path: 'unit', expected: '"seconds" or "plain"', received: quote(unit) }]);
  }
  const given = givenDistribution(distribution);
  const word = unit === 'seconds' ? formatSeconds : (value: number): string => formatNumber(value, 2);
  const form = simplify(given);
  const own = form.words?.(unit, word);
  if (own !== undefined) return own;
  const law = form.law();
  const [low, middle, high] = [0.05, 0.5, 0.95].map((p) => law.quantile(p)) as [number, number, number];
  return `about ${word(middle)} (${range(low, middle, high, unit, word)})`;
}

/** Where low, middle and high read in one unit, it is written once. */
function range(low: number, middle: number, high: number, unit: 'seconds' | 'plain', word: (value: number) => string): string {
  const words = [low, middle, high].map(durationWords);
  const shared = unit === 'seconds' && words[0]!.unit !== '' && words.every((one) => one.unit === words[0]!.unit);
  return shared ? `${words[0]!.text} to ${words[2]!.text}` : `${word(low)} to ${word(high)}`;
}
