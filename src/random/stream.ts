import type { StreamKey } from './stream-key';

/** Customers per chunk of a stream. Part of the numeric contract: customer i takes word i & 2047 of chunk i >> 11. */
export const chunkSize = 2048;

/**
 * Writes the words of the first `count` customers of a chunk (customer numbers `chunk · 2048` onwards; count 0 … 2048) to `out[offset]` onwards,
 * as signed 32-bit integers. Fewer words are the beginning of more. The generator is sfc32, opened anew for every chunk.
 */
export function fillWords(key: StreamKey, chunk: number, out: Int32Array, offset: number, count: number): void {
  let a = (key.a + Math.imul(chunk, 0x9e3779b1)) | 0;
  let b = key.b;
  let c = key.c ^ chunk;
  let d = key.d;
  for (let i = 0; i < 16; i++) {
    const word = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
  }
  const end = offset + count;
  for (let i = offset; i < end; i++) {
    const word = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
    out[i] = word;
  }
}

/** The word as a number strictly between 0 and 1: (word + ½)/2^32, word read as unsigned. */
export function uniformFromWord(word: number): number {
  return ((word >>> 0) + 0.5) * 2.3283064365386963e-10;
}
