import { givenDistribution } from './check-distribution';
import { formatNumber } from './format-number';
import { durationWords, formatSeconds } from './format-seconds';
import { simplify, type Distribution } from './families';

/** What the numbers of a distribution are: durations in seconds, or plain numbers (affect, effort, …). */
export type QuantityUnit = 'seconds' | 'plain';

/**
 * A distribution in a few words: its middle, and in brackets the range of nine customers in ten; for a normal of plain numbers mean ± standard
 * deviation; for few separate values each with its share. Plain numbers have up to two decimals.
 */
export function formatDistribution(distribution: Distribution | number, unit: QuantityUnit): string {
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
function range(low: number, middle: number, high: number, unit: QuantityUnit, word: (value: number) => string): string {
  const words = [low, middle, high].map(durationWords);
  const shared = unit === 'seconds' && words[0]!.unit !== '' && words.every((one) => one.unit === words[0]!.unit);
  return shared ? `${words[0]!.text} to ${words[2]!.text}` : `${word(low)} to ${word(high)}`;
}
