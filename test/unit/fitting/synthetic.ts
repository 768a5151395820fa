import { recordings, remember, type Recordings } from '../../../src/data';
import type { MemoryModelInput } from '../../../src';

/** Chance for tests: the same numbers for a seed. */
export function chance(seed: number): { uniform: () => number; normal: () => number } {
  let state = seed | 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return (((x ^ (x >>> 14)) >>> 0) + 0.5) / 4294967296;
  };
  return { uniform, normal: () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform()) };
}

/** Curves of a minute, or lists of eight to fifteen parts, about levels of their own. */
export function randomRecordings(kind: 'curves' | 'lists', count: number, seed: number): Recordings {
  const { uniform, normal } = chance(seed);
  const rows: { who: number; at: number; felt: number }[] = [];
  for (let who = 0; who < count; who++) {
    const level = 1.5 * normal();
    let affect = level;
    const length = kind === 'curves' ? 60 : 8 + Math.floor(8 * uniform());
    for (let at = 0; at < length; at++) {
      affect = kind === 'curves' ? level + 0.9 * (affect - level) + 1.2 * normal() : level + 3 * normal();
      rows.push({ who, at, felt: Math.max(-10, Math.min(10, affect)) });
    }
  }
  return kind === 'curves'
    ? recordings.fromSamples(rows, { recording: 'who', time: 'at', rating: 'felt', scale: [-10, 10] })
    : recordings.fromLog(rows, { case: 'who', activity: 'at', rating: 'felt', scale: [-10, 10] });
}

/** Ratings by a memory, and noise of so much of their standard deviation. */
export function ratedBy(memory: MemoryModelInput, read: Recordings, noise: number, seed: number): number[] {
  const { normal } = chance(seed + 1e6);
  const { remembered } = remember(read, memory);
  const mean = remembered.reduce((sum, value) => sum + value, 0) / remembered.length;
  const sd = Math.sqrt(remembered.reduce((sum, value) => sum + (value - mean) ** 2, 0) / remembered.length);
  return Array.from(remembered, (value) => value + noise * sd * normal());
}
