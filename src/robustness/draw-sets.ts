import { quantile } from '../distributions/mathematics';
import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey } from '../random/stream-key';
import type { Distribution } from '../distributions/families';

/**
 * One value of a parameter for each set, spread evenly over its distribution (a Latin hypercube: one value in each of `count` equally likely
 * slices, in an order of the parameter's own). The stream belongs to the parameter's path, so another parameter more or less changes nothing.
 */
export function drawParameter(root: RootKey, path: string, distribution: Distribution, count: number): number[] {
  // No segment has an empty id, so this stream is nobody's.
  const key = streamKey(root, hashId(''), hashId(path), 'parameter');
  const words = new Int32Array(2 * count);
  for (let offset = 0; offset < words.length; offset += chunkSize) {
    fillWords(key, offset / chunkSize, words, offset, Math.min(chunkSize, words.length - offset));
  }
  const order = Array.from({ length: count }, (_, set) => set);
  const rankWord = (set: number): number => words[set]! >>> 0;
  order.sort((a, b) => rankWord(a) - rankWord(b) || a - b);
  const values = new Array<number>(count);
  order.forEach((set, slice) => (values[set] = quantile(distribution, (slice + uniformFromWord(words[count + set]!)) / count)));
  return values;
}
