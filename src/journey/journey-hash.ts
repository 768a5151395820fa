import { canonicalJson } from '../plain/canonical-json';
import { defineJourney } from './define-journey';
import type { Journey, JourneyInput } from './types';

/**
 * A short name for the whole content of a journey, recorded in results: two journeys with the same hash are the same journey. For telling
 * apart and caching, not for security.
 *
 * @param journey A journey from `defineJourney`, or one as you would write it.
 * @returns 16 hexadecimal digits (64 bits), the same in every engine and on every machine.
 * @throws JourneyError for a journey that is wrong, as `defineJourney` does.
 *
 * @example
 * import { defineJourney, journeyHash } from 'peakend';
 * journeyHash(defineJourney({ name: 'Visit', interactions: [{ id: 'wait', duration: 60 }] })).length; // 16
 */
export function journeyHash(journey: JourneyInput): string {
  const defined = defineJourney(journey);
  let hash = hashes.get(defined);
  if (hash === undefined) hashes.set(defined, (hash = hashText(canonicalJson(defined))));
  return hash;
}

/** Of journeys nobody can change. */
const hashes = /* @__PURE__ */ new WeakMap<Journey, string>();

/** Two lanes of 32 bits over the code units (FNV-1a with two primes), each stirred with the other at the end so that every bit depends on all. */
export function hashText(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (let place = 0; place < text.length; place++) {
    const unit = text.charCodeAt(place);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul((second ^ unit) + place, 0x85ebca6b);
    second ^= second >>> 15;
  }
  first = mixRounds(first ^ text.length);
  second = mixRounds(second ^ first);
  first = mixRounds(first ^ second);
  return hexadecimal(first) + hexadecimal(second);
}

function mixRounds(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hexadecimal(bits: number): string {
  return (bits >>> 0).toString(16).padStart(8, '0');
}
