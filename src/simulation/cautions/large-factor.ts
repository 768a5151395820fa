import { formatNumber } from '../../distributions/format-number';
import { formatSeconds } from '../../distributions/format-seconds';
import { at } from '../../errors/wording';
import type { Journey, Segment } from '../../journey/types';
import { called, type Doubt } from './doubt';
import { isWhole, livedUnits, meanSeconds, type LivedUnit } from './lived-units';

/** Judgement: people change by percents and halves; a larger factor is mostly percent written where a factor is wanted. */
const largest = 3;
/** Judgement: what is left of minutes whose unit was forgotten. Waits may well be cut to a tenth, and decisions of days to minutes. */
const smallest = 1 / 60;
const aMinute = 60;
const scales = ['durationScale', 'failureScale', 'dropoutScale'] as const;

/** Scales of a segment's responses that look like percent. `nameOf` is that of a step by its id. */
export function largeScales(segment: Segment, place: number, nameOf: (id: string) => string | undefined): Doubt[] {
  const found: Doubt[] = [];
  for (const [target, response] of Object.entries(segment.responses ?? {})) {
    for (const key of scales) {
      const factor = response[key] ?? 1;
      if (factor === 0 || (factor <= largest && factor >= smallest) || !isTyped(factor)) continue;
      const path = at(at(`segments[${place}].responses`, target), key);
      const what = `${key} is ${plain(factor)} for ${nameOf(target) ?? `"${target}"`} in segment ${called(segment)}: ${remedy(factor)}`;
      found.push({ code: 'large-factor', path, what });
    }
  }
  return found;
}

function remedy(factor: number): string {
  const whole = `it is a factor, so ${plain(factor)} % would be ${plain(factor / 100)}`;
  return factor > 1 ? `${whole}, and ${plain(factor)} % more ${plain(1 + factor / 100)}` : `it is a factor, so 10 % less would be 0.9`;
}

/** Whether people would write it: in percent it has two decimals at most. What has more was worked out, as scales from an event log are. */
function isTyped(factor: number): boolean {
  const hundredths = factor > 1 ? factor * 100 : factor * 10_000;
  return Math.abs(hundredths - Math.round(hundredths)) < 1e-6;
}

function plain(value: number): number {
  return Number(value.toPrecision(6));
}

/** Steps that last so much longer or shorter than in the baseline that percent, or a unit, is probably amiss. */
export function largeChanges(journey: Journey, baseline: Journey): Doubt[] {
  const before = new Map(wholesOf(baseline).map((one) => [one.unit.id, one]));
  return wholesOf(journey).flatMap((one): Doubt[] => {
    const old = before.get(one.unit.id);
    if (old === undefined || old.unit === one.unit) return [];
    const was = meanSeconds(old);
    const is = meanSeconds(one);
    const factor = was === 0 || is === 0 ? 1 : is / was;
    const shrunk = factor < smallest && is < aMinute;
    if (factor <= largest && !shrunk) return [];
    const times = shrunk ? '' : `, ${formatNumber(factor, 1)} times as long`;
    const what = `${called(one.unit)} (${formatSeconds(is)} instead of ${formatSeconds(was)}${times})`;
    return [{ code: 'large-factor', path: `${one.path}.duration`, what, say: sayChanged }];
  });
}

const sayChanged = (steps: string): string =>
  `far from the baseline: ${steps}; if that is not meant, look at the unit, or at the factor: 30 % longer is 1.3`;

const anybody: Segment = { id: 'anybody', share: 1 };

function wholesOf(journey: Journey): readonly LivedUnit[] {
  return livedUnits(journey, anybody).filter(isWhole);
}
