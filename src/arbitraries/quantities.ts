import type { Arbitrary, Fc } from './fast-check';
import { oneInOrder, simplestFirst } from './maybe';

/** Durations people name, the plainest first: shrinking ends at the first that still fails. */
const roundSeconds = [60, 0, 1, 5, 10, 15, 30, 120, 300, 600, 900, 1800, 3600, 7200, 86_400, 604_800];

/** Seconds from 0 up: round durations first, whole seconds, and any. */
export function seconds(fc: Fc, { min = 0, max }: { readonly min?: number; readonly max: number }): Arbitrary<number> {
  const round = roundSeconds.filter((value) => value >= min && value <= max);
  const usual = Math.min(max, min + 20_000);
  const [low, high] = [Math.ceil(min), Math.floor(usual)];
  return simplestFirst(fc, [
    [round.length === 0 ? 0 : 12, oneInOrder(fc, round.length === 0 ? [min] : round)],
    [low <= high ? 6 : 0, fc.integer({ min: low, max: Math.max(low, high) })],
    [2, fc.double({ min, max: usual, noNaN: true }).map((value) => noDust(value, min, usual))],
    [max > usual ? 1 : 0, fc.double({ min: Math.min(usual, max), max, noNaN: true })],
  ]);
}

/** A number from `min` to `max`: whole ones first, then twentieths of the way, then any. Shrinks towards 0, or the end nearest to it. */
export function between(fc: Fc, min: number, max: number): Arbitrary<number> {
  const [low, high] = [Math.ceil(min), Math.floor(max)];
  const whole = low <= high && high - low < 1e9;
  const plainest = clamp(0, min, max);
  const round = (part: number): number => clamp(tidy(plainest + (part / 20) * (part < 0 ? plainest - min : max - plainest)), min, max);
  return simplestFirst(fc, [
    [whole ? 4 : 0, fc.integer({ min: whole ? low : 0, max: whole ? high : 0 })],
    [min < max ? 4 : 0, fc.integer({ min: min < plainest ? -20 : 0, max: max > plainest ? 20 : 0 }).map(round)],
    [2, fc.double({ min, max, noNaN: true }).map((value) => noDust(value, min, max))],
  ]);
}

/** A share or probability, 0…1; shrinks towards 0. */
export function shares(fc: Fc): Arbitrary<number> {
  return between(fc, 0, 1);
}

/** Numbers above 0 that sum to 1 exactly enough, as many as there are parts. */
export function toShares(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  return parts.map((part) => part / sum);
}

/** Numbers next to 0 that nobody measures become 0 where it is allowed, so that nothing divides by them; −0 too. */
function noDust(value: number, min: number, max: number): number {
  return Math.abs(value) > 1e-6 ? value : clamp(0, min, max);
}

/** Without the dust of binary fractions: 0.15, not 0.15000000000000002. */
export function tidy(value: number, digits = 12): number {
  return Number(value.toPrecision(digits));
}

export function clamp(value: number, min: number, max: number): number {
  return Math.min(max, Math.max(min, value));
}
