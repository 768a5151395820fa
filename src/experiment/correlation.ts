import { log } from '../numerics/log';
import { tanh } from '../numerics/tanh';

/** Running sums of a weighted correlation, each measured from the first value seen. */
export interface Correlating {
  weight: number;
  meanX: number;
  meanY: number;
  spreadX: number;
  spreadY: number;
  together: number;
}

export function openCorrelation(): Correlating {
  return { weight: 0, meanX: 0, meanY: 0, spreadX: 0, spreadY: 0, together: 0 };
}

export function addPair(sums: Correlating, weight: number, x: number, y: number): void {
  sums.weight += weight;
  const part = weight / sums.weight;
  const dx = x - sums.meanX;
  const dy = y - sums.meanY;
  sums.meanX += dx * part;
  sums.meanY += dy * part;
  sums.spreadX += weight * dx * (x - sums.meanX);
  sums.spreadY += weight * dy * (y - sums.meanY);
  sums.together += weight * dx * (y - sums.meanY);
}

/** Pearson's r, where `noise` (a standard deviation) is added to y independently; 0 where one of them does not vary. */
export function correlationOf(sums: Correlating, noise: number): number {
  const x = sums.spreadX / sums.weight;
  const y = sums.spreadY / sums.weight + noise * noise;
  // What is left of subtracting equal numbers is rounding, not spread.
  const nothing = (spread: number, mean: number): boolean => !(spread > 1e-20 * (1 + mean * mean));
  if (nothing(x, sums.meanX) || nothing(y, sums.meanY)) return 0;
  const r = sums.together / sums.weight / Math.sqrt(x * y);
  return r > 1 ? 1 : r < -1 ? -1 : r;
}

/** Fisher's z. */
export function fisher(r: number): number {
  return 0.5 * log((1 + r) / (1 - r));
}

/** The interval of a correlation found in `n` people, by Fisher's z; from −1 to 1 where n is too small to say. */
export function correlationInterval(r: number, n: number, quantile: number, level: number): { low: number; high: number; level: number } {
  if (n <= 3) return { low: -1, high: 1, level };
  if (r === 1 || r === -1) return { low: r, high: r, level };
  const reach = quantile / Math.sqrt(n - 3);
  return { low: tanh(fisher(r) - reach), high: tanh(fisher(r) + reach), level };
}
