import { purposes, type Purpose } from './purposes';
import type { RootKey } from './root-key';

/** 64 bits made from an id. */
export type IdHash = readonly [high: number, low: number];

/** What opens a stream: 128 bits made from root key, segment, stream and purpose. */
export interface StreamKey {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly d: number;
}

const fullMix = 20;

/** 64 well-mixed bits of any text, its length first, then one UTF-16 unit after the other. The empty text has a hash too. */
export function hashId(text: string): IdHash {
  const state = Int32Array.of(text.length, 0x243f6a88, 0x85a308d3, 0x13198a2e); // the digits of pi: nothing up the sleeve
  mixRounds(state, fullMix);
  for (let i = 0; i < text.length; i++) {
    state[0]! ^= text.charCodeAt(i);
    mixRounds(state, 6);
  }
  mixRounds(state, fullMix);
  return Object.freeze([state[0]!, state[1]!] as const);
}

/** The key of one stream. Every part is mixed in fully before the next, so exchanging segment and stream gives another key. */
export function streamKey(root: RootKey, segment: IdHash, stream: IdHash, purpose: Purpose): StreamKey {
  const state = Int32Array.of(root[0], root[1], root[2], purposes[purpose]);
  mixRounds(state, fullMix);
  state[0]! ^= segment[0];
  state[1]! ^= segment[1];
  mixRounds(state, fullMix);
  state[0]! ^= stream[0];
  state[1]! ^= stream[1];
  mixRounds(state, fullMix);
  return Object.freeze({ a: state[0]!, b: state[1]!, c: state[2]!, d: state[3]! });
}

/**
 * Some rounds of sfc32 on four 32-bit words: a one-to-one mixing in which, after twelve rounds, every bit of the first three words depends on every
 * bit that went in. Keys are made with it; the loops that draw words carry their own copy.
 */
function mixRounds(state: Int32Array, rounds: number): void {
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  for (let i = 0; i < rounds; i++) {
    const word = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + word) | 0;
  }
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
