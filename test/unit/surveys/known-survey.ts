import { normalQuantile } from '../../../src/numerics/normal';
import { purposes, type Purpose } from '../../../src/random/purposes';
import { rootKey } from '../../../src/random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../../../src/random/stream';
import { hashId, streamKey } from '../../../src/random/stream-key';

const purpose = Object.keys(purposes)[0] as Purpose;

/** So many uniform numbers of a named stream: the same for the same name. */
export function uniforms(seed: string | number, name: string, count: number): Float64Array {
  const key = streamKey(rootKey(seed), hashId('test'), hashId(name), purpose);
  const words = new Int32Array(chunkSize);
  const made = new Float64Array(count);
  for (let first = 0; first < count; first += chunkSize) {
    const size = Math.min(chunkSize, count - first);
    fillWords(key, first / chunkSize, words, 0, size);
    for (let i = 0; i < size; i++) made[first + i] = uniformFromWord(words[i]!);
  }
  return made;
}

export function normals(seed: string | number, name: string, count: number): Float64Array {
  return uniforms(seed, name, count).map(normalQuantile);
}

/** A touchpoint as it truly is: shares of the ratings 1…5, and of those who do not take part. */
export interface Truth {
  readonly shares: readonly number[];
  readonly skip: number;
}

/** Forms of people whose ratings share one hidden factor: 6 is "did not take part", blank no answer. */
export function formsOf(
  truth: Readonly<Record<string, Truth>>,
  rho: number,
  count: number,
  seed: string | number,
  blank = 0.05,
): Record<string, string | number>[] {
  const factor = normals(seed, 'factor', count);
  const columns = Object.entries(truth).map(([name, { shares, skip }]) => {
    const own = normals(seed, `own ${name}`, count);
    const skips = uniforms(seed, `skip ${name}`, count);
    const blanks = uniforms(seed, `blank ${name}`, count);
    const ends = shares.map((_, index) =>
      normalQuantile(
        Math.min(
          1,
          shares.slice(0, index + 1).reduce((a, b) => a + b, 0),
        ),
      ),
    );
    const cells = Array.from({ length: count }, (_, i) => {
      if (blanks[i]! < blank) return '';
      if (skips[i]! < skip) return 6;
      const z = Math.sqrt(rho) * factor[i]! + Math.sqrt(1 - rho) * own[i]!;
      return 1 + ends.slice(0, -1).filter((end) => z > end).length;
    });
    return [name, cells] as const;
  });
  return Array.from({ length: count }, (_, i) => Object.fromEntries(columns.map(([name, cells]) => [name, cells[i]!])));
}

export const airportLike: Readonly<Record<string, Truth>> = {
  desk: { shares: [0.02, 0.05, 0.2, 0.4, 0.33], skip: 0.1 },
  lift: { shares: [0.1, 0.2, 0.3, 0.3, 0.1], skip: 0.4 },
  hall: { shares: [0.01, 0.02, 0.1, 0.3, 0.57], skip: 0 },
  shop: { shares: [0.3, 0.25, 0.25, 0.15, 0.05], skip: 0.2 },
  gate: { shares: [0.05, 0.1, 0.35, 0.3, 0.2], skip: 0.02 },
};

export function meanAndSd(values: ArrayLike<number>): { mean: number; sd: number } {
  const list = Array.from(values);
  const mean = list.reduce((sum, value) => sum + value, 0) / list.length;
  return { mean, sd: Math.sqrt(list.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (list.length - 1)) };
}
