import type { Parameter } from '../model/types';
import type { Affect, AffectLine } from '../journey/types';
import { samePlain } from './same-plain';

/**
 * The affect of one piece of a step, from share `from` to share `to` of its time. A level is the same in every piece; a line is cut into
 * pieces that together are the same line, where its inner points can be written down. Both ends of a line are drawn from one word, so an
 * inner point is the mixture of two quantile functions: writable between numbers and normals, between a distribution and a number, and
 * between equal distributions. Otherwise undefined.
 */
export function divideAffect(affect: Affect, from: number, to: number): Affect | undefined {
  if (typeof affect !== 'object' || !('start' in affect)) return affect;
  const start = pointOn(affect, from);
  const end = pointOn(affect, to);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function pointOn({ start, end }: AffectLine, share: number): Parameter | undefined {
  if (share <= 0) return start;
  if (share >= 1) return end;
  if (typeof start === 'number' && typeof end === 'number') return between(start, end, share);
  if (samePlain(start, end)) return start;
  const first = asNormal(start);
  const last = asNormal(end);
  if (first !== undefined && last !== undefined) {
    return { type: 'normal', mean: between(first.mean, last.mean, share), sd: between(first.sd, last.sd, share) };
  }
  if (typeof start === 'number')
    return { type: 'scaled', distribution: end as Exclude<Parameter, number>, scale: share, shift: (1 - share) * start };
  if (typeof end === 'number') return { type: 'scaled', distribution: start, scale: 1 - share, shift: share * end };
  return undefined;
}

function between(a: number, b: number, share: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + (b - a) * share));
}

/** A number is a normal without spread. */
function asNormal(parameter: Parameter): { readonly mean: number; readonly sd: number } | undefined {
  if (typeof parameter === 'number') return { mean: parameter, sd: 0 };
  return parameter.type === 'normal' ? parameter : undefined;
}
