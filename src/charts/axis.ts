import { fixed, grouped } from '../results/format-outcome';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';

/** A scale along which numbers are laid, and what stands beneath it. */
export interface AxisPlan {
  readonly domain: readonly [low: number, high: number];
  readonly ticks: readonly number[];
  /** How a number on it is written. */
  readonly write: (value: number) => string;
  readonly title: string;
}

/** What numbers are shown in. */
export interface Unit {
  /** Of the result's numbers, so many make one of what is shown. */
  readonly per: number;
  readonly title: string;
  /** Written behind each number on the axis. */
  readonly sign: string;
}

const times = [
  { per: 86_400, from: 2 * 86_400, name: 'days' },
  { per: 3_600, from: 2 * 3_600, name: 'hours' },
  { per: 60, from: 120, name: 'minutes' },
  { per: 1, from: 0, name: 'seconds' },
] as const;

/** Units people read, chosen by the largest number shown. A gain is a difference turned so that more of it is better. */
export function unitOf(
  outcome: OutcomeName,
  values: readonly number[],
  isDifference: boolean,
  noun: 'difference' | 'gain' = 'difference',
): Unit {
  const { label, unit, scale, better } = outcomeDescriptions[outcome];
  const what = isDifference ? `${noun} in ${label}` : label;
  const note = isDifference && better === 'lower' && noun === 'difference' ? ' (less is better)' : '';
  if (unit === 'seconds') {
    const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    const { per, name } = times.find(({ from }) => largest >= from)!;
    return { per, title: `${what}, ${name}${note}`, sign: '' };
  }
  if (unit === 'share') {
    return { per: 0.01, title: isDifference ? `${what}, percentage points` : `${what}, % of customers`, sign: isDifference ? '' : ' %' };
  }
  if (unit === 'count') return { per: 1, title: `${what}, per customer${note}`, sign: '' };
  if (unit === 'money') return { per: 1, title: what, sign: '' };
  if (isDifference) return { per: 1, title: unit === 'rating' ? what : `${what}, points${note}`, sign: '' };
  const [low, high] = scale;
  const range = Number.isFinite(low) ? ` (${String(low).replace('-', '−')} to ${high})` : '';
  return { per: 1, title: `${what}${range}`, sign: '' };
}

const factors = [1, 2, 5] as const;

/** The step, 1, 2 or 5 times a power of ten, that divides a span into about so many. Told as a whole number over a whole number. */
function stepFor(span: number, count: number): { readonly times: number; readonly over: number } {
  const wanted = span / Math.max(1, count);
  let times = 1;
  let over = 1;
  while (times * 10 <= wanted) times *= 10;
  while (times / over > wanted && over < 1e12) over *= 10;
  const factor = factors.find((one) => (one * times) / over >= wanted) ?? 10;
  return { times: factor * times, over };
}

const perTick = 78;
/** Marks at either end stay within the picture. */
const atEnds = 7;

function roomy(low: number, high: number, pixels: number): [number, number] {
  const room = (atEnds * (high - low)) / Math.max(2 * atEnds, pixels - 2 * atEnds);
  return [low - room, high + room];
}

/** A scale that holds all these numbers, from one round number to another. */
export function axisFor(
  values: readonly number[],
  pixels: number,
  { title, sign, isSigned = false, within }: { title: string; sign: string; isSigned?: boolean; within?: readonly [number, number] },
): AxisPlan {
  let low = values.reduce((least, value) => Math.min(least, value), Infinity);
  let high = values.reduce((most, value) => Math.max(most, value), -Infinity);
  if (!(low <= high)) [low, high] = [0, 1];
  if (high - low <= 1e-9 * Math.max(Math.abs(low), Math.abs(high), 1e-3)) {
    const room = Math.abs(low) > 0 ? Math.abs(low) * 0.1 : 1;
    [low, high] = [low - room, high + room];
  }
  const { times: step, over } = stepFor(high - low, Math.min(8, Math.max(2, Math.floor(pixels / perTick))));
  let first = Math.floor((low * over) / step + 1e-9);
  let last = Math.ceil((high * over) / step - 1e-9);
  if (within !== undefined) {
    first = Math.max(first, Math.ceil((within[0] * over) / step));
    last = Math.min(last, Math.floor((within[1] * over) / step));
  }
  const ticks: number[] = [];
  for (let index = first; index <= last; index++) ticks.push((index * step) / over);
  const decimals = String(over).length - 1;
  return {
    domain: roomy(ticks[0]!, ticks[ticks.length - 1]!, pixels),
    ticks,
    write: (value) => `${isSigned && value > 0 ? '+' : ''}${value === 0 ? '0' : wholeGrouped(value, decimals)}${sign}`,
    title,
  };
}

/** `12,000`, `−0.25`: thousands apart, always so many decimals. */
function wholeGrouped(value: number, decimals: number): string {
  const size = Math.abs(value);
  const text = decimals === 0 && size < 1e15 ? grouped(size) : fixed(size, decimals);
  return value < 0 ? `−${text}` : text;
}
