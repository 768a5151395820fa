import { normalCdf } from '../../numerics/normal';
import type { Lognormal, Normal, TruncatedNormal } from '../types';
import { above, anyNumber, checkKeys, conflict, numberField, optionalNumberField, type Entry, type NumberRule } from './fields';

const alike = 'for one value only, write the number itself';
export const spread = above(0, alike);

/** At 10 the largest customer of a million takes e^48 times the median: nothing anybody measured. */
const sigmaRule: NumberRule = {
  expected: 'a number above 0, at most 10',
  holds: (value) => value > 0 && value <= 10,
  params: { min: 0, minExcluded: true, max: 10 },
};

export function checkNormal(entry: Entry): Normal | undefined {
  checkKeys(entry, ['type', 'mean', 'sd']);
  const mean = numberField(entry, 'mean');
  const sd = numberField(entry, 'sd', spread);
  return mean === undefined || sd === undefined ? undefined : { type: 'normal', mean, sd };
}

export function checkTruncatedNormal(entry: Entry): TruncatedNormal | undefined {
  checkKeys(entry, ['type', 'mean', 'sd', 'min', 'max']);
  const mean = numberField(entry, 'mean');
  const sd = numberField(entry, 'sd', spread);
  const min = optionalNumberField(entry, 'min', 'absent' as const, anyNumber);
  const max = optionalNumberField(entry, 'max', 'absent' as const, anyNumber);
  if (mean === undefined || sd === undefined || min === undefined || max === undefined) return undefined;
  if (min === 'absent' && max === 'absent') {
    entry.issues.push({
      code: 'missing',
      path: entry.path,
      expected: 'min or max or both',
      received: 'neither',
      hint: 'without ends it is a normal',
    });
    return undefined;
  }
  const low = min === 'absent' ? -Infinity : min;
  const high = max === 'absent' ? Infinity : max;
  if (!(low < high)) {
    conflict(entry, 'max', `a number above min (${low})`, high);
    return undefined;
  }
  // From the nearer end outwards: what lies beyond it is all that can be left.
  const nearer = low > mean ? (mean - low) / sd : high < mean ? (high - mean) / sd : 0;
  if (normalCdf(nearer) < 1e-100) {
    conflict(
      entry,
      low > mean ? 'min' : 'max',
      'an end within 21 sd of the mean',
      low > mean ? low : high,
      'the range holds nothing of the normal',
    );
    return undefined;
  }
  return { type: 'truncatedNormal', mean, sd, ...(min === 'absent' ? {} : { min }), ...(max === 'absent' ? {} : { max }) };
}

export function checkLognormal(entry: Entry): Lognormal | undefined {
  const constructor = 'kept as median and sigma: the constructor lognormal() works them out';
  checkKeys(entry, ['type', 'median', 'sigma'], { p95: constructor, mean: constructor, sd: constructor });
  const median = numberField(entry, 'median', above(0));
  const sigma = numberField(entry, 'sigma', sigmaRule);
  return median === undefined || sigma === undefined ? undefined : { type: 'lognormal', median, sigma };
}
