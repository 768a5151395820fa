import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { rootKey } from '../random/root-key';
import type { StreamKey } from '../random/stream-key';

/** Random numbers that depend on the seed alone, one after the other. For searching: what customers draw is keyed and does not come from here. */
export interface RandomSource {
  /** Strictly between 0 and 1. */
  next(): number;
  /** 0 … count − 1. */
  below(count: number): number;
  pick<Item>(items: readonly Item[]): Item;
}

export function randomSource(seed: string): RandomSource {
  // The name of the stream is part of every search: another would find other cases.
  const [a, b, c] = rootKey(`dice/${seed}`);
  const key: StreamKey = { a, b, c, d: 1 };
  const words = new Int32Array(chunkSize);
  let used = chunkSize;
  let chunk = 0;
  const next = (): number => {
    if (used === chunkSize) {
      fillWords(key, chunk++, words, 0, chunkSize);
      used = 0;
    }
    return uniformFromWord(words[used++]!);
  };
  const below = (count: number): number => Math.floor(next() * count);
  return { next, below, pick: (items) => items[below(items.length)]! };
}
