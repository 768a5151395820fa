import { apart, type Curve } from '../experience/living/curve';
import type { Remembering } from '../experience/memory/remember';
import type { StretchPlace } from '../experience/memory/stretches';
import type { CurveMoment, PeakPart } from './types';

/** What the peak is made of, and where on the curve it lies: the worst, the best or both. Of places alike the earlier. */
export function peakParts(curve: readonly CurveMoment[], lived: Curve, remembering: Remembering): PeakPart[] {
  if (curve.length === 0) return [];
  const { worstWeight, worst, best, stretches, stretch } = remembering;
  const part = (of: 'worst' | 'best', weight: number, value: number, place: StretchPlace): PeakPart[] => {
    if (weight === 0) return [];
    const where = stretch > 0 ? stretchOf(curve, lived, place, stretches.length) : momentOf(curve, value);
    return [{ of, weight, value, ...where }];
  };
  return [...part('worst', worstWeight, worst, stretches.worstAt), ...part('best', 1 - worstWeight, best, stretches.bestAt)];
}

type Where = Omit<PeakPart, 'of' | 'weight' | 'value'>;

function momentOf(curve: readonly CurveMoment[], value: number): Where {
  const moment = curve.findIndex(({ start, end }) => start === value || end === value);
  const { step, what, start } = curve[moment]!;
  return { seconds: 0, moments: [moment, moment], step, what, side: start === value ? 'start' : 'end' };
}

function stretchOf(curve: readonly CurveMoment[], lived: Curve, { moment, seconds }: StretchPlace, length: number): Where {
  if (lived.counts[moment] === apart) {
    const { step, what } = curve[moment]!;
    return { seconds: length, moments: [moment, moment], step, what };
  }
  const held = new Map<string, number>();
  const parts: { readonly moment: number; readonly seconds: number }[] = [];
  let left = length;
  let from = seconds;
  for (let m = moment; m < curve.length && left > 1e-9 * length; m = lived.following(m)) {
    const part = Math.min(left, lived.lasting(m, length) - from);
    from = 0;
    left -= part;
    if (!(part > 0)) continue;
    parts.push({ moment: m, seconds: part });
    const { step } = curve[m]!;
    held.set(step, (held.get(step) ?? 0) + part);
  }
  const slack = 1e-9 * length;
  const [step] = [...held].reduce((most, one) => (one[1] > most[1] + slack ? one : most));
  const own = parts.filter((part) => curve[part.moment]!.step === step);
  const longest = own.reduce((most, one) => (one.seconds > most.seconds + slack ? one : most));
  return { seconds: length, moments: [parts[0]!.moment, parts.at(-1)!.moment], step, what: curve[longest.moment]!.what };
}
