import { normalQuantile } from '../../../src/numerics/normal';

/** Standard normal numbers, the same every time: points of Weyl sequences, evenly spread, through the normal quantile. */
export function normals(count: number, dimension: number): number[] {
  const step = Math.sqrt([2, 3, 5, 7, 11, 13, 17, 19][dimension]!);
  return Array.from({ length: count }, (_, index) => normalQuantile(((index + 1) * step) % 1));
}
