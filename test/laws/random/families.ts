import { purposes, type Purpose } from '../../../src/random/purposes';
import { rootKey } from '../../../src/random/root-key';
import { chunkSize, fillWords } from '../../../src/random/stream';
import { hashId, streamKey, type StreamKey } from '../../../src/random/stream-key';

/** Streams that differ in one part of their key only, and there as little as possible. */
export interface Family {
  readonly name: string;
  readonly count: number;
  readonly open: (index: number) => { key: StreamKey; chunk: number };
}

const root = rootKey('battery');
const segment = hashId('leisure');
const step = hashId('security');
const names = Object.keys(purposes) as Purpose[];
const base = streamKey(root, segment, step, 'duration');

export const families: Family[] = [
  { name: 'seeds 0, 1, 2 …', count: 4096, open: (i) => ({ key: streamKey(rootKey(i), segment, step, 'duration'), chunk: 0 }) },
  { name: 'segments 0, 1, 2 …', count: 4096, open: (i) => ({ key: streamKey(root, hashId(String(i)), step, 'duration'), chunk: 0 }) },
  {
    name: 'steps step-0, step-1 …',
    count: 4096,
    open: (i) => ({ key: streamKey(root, segment, hashId(`step-${i}`), 'duration'), chunk: 0 }),
  },
  {
    name: 'all purposes of steps a, aa, aaa …',
    count: 4096,
    open: (i) => ({
      key: streamKey(root, segment, hashId('a'.repeat(1 + Math.floor(i / names.length))), names[i % names.length]!),
      chunk: 0,
    }),
  },
  { name: 'chunks 0, 1, 2 …', count: 4096, open: (i) => ({ key: base, chunk: i }) },
];

/** The words of `count` neighbouring streams, `each` words a stream, one stream after the other. */
export function wordsOf(family: Family, count: number, each: number = chunkSize): Int32Array {
  const out = new Int32Array(count * each);
  for (let i = 0; i < count; i++) {
    const { key, chunk } = family.open(i);
    fillWords(key, chunk, out, i * each, each);
  }
  return out;
}

/** The same words in the order first words of all streams, second words of all streams, … */
export function across(words: Int32Array, each: number): Int32Array {
  const count = words.length / each;
  return words.map((_, i) => words[(i % count) * each + Math.floor(i / count)]!);
}
