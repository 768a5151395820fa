import { purposes, type Purpose } from './purposes';
import type { RootKey } from './root-key';
import { stir } from './stir';

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
  stir(state, fullMix);
  for (let i = 0; i < text.length; i++) {
    state[0]! ^= text.charCodeAt(i);
    stir(state, 6);
  }
  stir(state, fullMix);
  return Object.freeze([state[0]!, state[1]!] as const);
}

/** The key of one stream. Every part is mixed in fully before the next, so exchanging segment and stream gives another key. */
export function streamKey(root: RootKey, segment: IdHash, stream: IdHash, purpose: Purpose): StreamKey {
  const state = Int32Array.of(root[0], root[1], root[2], purposes[purpose]);
  stir(state, fullMix);
  state[0]! ^= segment[0];
  state[1]! ^= segment[1];
  stir(state, fullMix);
  state[0]! ^= stream[0];
  state[1]! ^= stream[1];
  stir(state, fullMix);
  return Object.freeze({ a: state[0]!, b: state[1]!, c: state[2]!, d: state[3]! });
}
