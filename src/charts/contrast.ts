import { power } from '../numerics/power';

/** Black or white, whichever is easier to read on a colour of a scale between two. */
export function cellInk(share: number, [least, most]: readonly [string, string]): string {
  const [a, b] = [channels(least), channels(most)];
  const color = a.map((value, index) => value + (b[index]! - value) * share);
  const light = luminance(color);
  return (light + 0.05) / 0.05 >= 1.05 / (light + 0.05) ? '#000000' : '#ffffff';
}

function channels(color: string): readonly number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16) / 255);
}

function luminance(color: readonly number[]): number {
  const [red, green, blue] = color.map((value) => (value <= 0.04045 ? value / 12.92 : power((value + 0.055) / 1.055, 2.4)));
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}
