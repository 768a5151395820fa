import { formatNumber } from '../../distributions/format-number';
import type { AffectCurve } from '../../model/types';
import type { RandomSource } from '../random-source';

/** One lived moment as plain numbers. */
export interface PlainMoment {
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}
export type PlainCurve = readonly PlainMoment[];

const seconds = [60, 0, 1, 15, 30, 300, 900, 3600, 86_400];

/** One to six moments; one curve in twelve takes no time at all. */
export function drawCurve(random: RandomSource): PlainCurve {
  const timeless = random.below(12) === 0;
  const level = (): number => (random.below(41) - 20) / 2;
  return Array.from({ length: 1 + random.below(6) }, () => {
    const start = level();
    return { seconds: timeless ? 0 : random.pick(seconds), start, end: random.below(3) === 0 ? level() : start };
  });
}

/** Fewer moments, then level ones, neutral ones, round times. */
export function simplerCurves(curve: PlainCurve): readonly PlainCurve[] {
  const shorter = curve.length === 1 ? [] : curve.map((_, gone) => curve.filter((_moment, index) => index !== gone));
  const plainer = curve.flatMap((moment, at) => {
    const { start, end } = moment;
    const next: PlainMoment[] = [];
    if (start !== end) next.push({ ...moment, end: start }, { ...moment, start: end });
    if (start !== 0 || end !== 0) next.push({ ...moment, start: start === end ? 0 : start, end: 0 });
    if (moment.seconds !== 60) next.push({ ...moment, seconds: 60 });
    return next.map((changed) => curve.map((other, index) => (index === at ? changed : other)));
  });
  return [...shorter, ...plainer];
}

/** The curve in the arrays a memory model is given. */
export function toAffectCurve(curve: PlainCurve): AffectCurve {
  return {
    count: curve.length,
    seconds: Float64Array.from(curve, (moment) => moment.seconds),
    affectStart: Float64Array.from(curve, ({ start }) => start),
    affectEnd: Float64Array.from(curve, ({ end }) => end),
    totalSeconds: curve.reduce((sum, moment) => sum + moment.seconds, 0),
  };
}

/** `60 s at 3, 30 s from 0 to −5`. */
export function describeCurve(curve: PlainCurve): string {
  const number = (value: number): string => formatNumber(value, 2);
  return curve
    .map((moment) => {
      const level = moment.start === moment.end ? `at ${number(moment.start)}` : `from ${number(moment.start)} to ${number(moment.end)}`;
      return `${number(moment.seconds)} s ${level}`;
    })
    .join(', ');
}
