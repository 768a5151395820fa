import { canonicalJson } from '../plain/canonical-json';
import { defineJourney } from './define-journey';
import { withoutTyped } from './duration-text';
import { finish, type Work } from '../plain/work';
import type { Interaction, Journey, JourneyInput } from './types';

/**
 * A short name for the whole content of a journey, recorded in results: two journeys with the same hash are the same journey. For telling
 * apart and caching, not for security. What was typed for a duration (`durationText`) is no part of it.
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
  return finish(hashJourney(defineJourney(journey)));
}

/** Of journeys, and the texts of their steps, which nobody can change. */
const hashes = /* @__PURE__ */ new WeakMap<Journey, string>();
const texts = /* @__PURE__ */ new WeakMap<Interaction, string>();

/** All that a step is, but for what was typed for a duration: two steps with the same text are the same step. */
export function textOfStep(step: Interaction): string {
  let text = texts.get(step);
  if (text === undefined) texts.set(step, (text = canonicalJson(withoutTyped(step))));
  return text;
}

/** What writing down a step takes, in customers × steps. */
const stepWork = 100;

/** {@link journeyHash} of a journey that has been read, step by step; worked out once. */
export function* hashJourney(journey: Journey): Work<string> {
  const known = hashes.get(journey);
  if (known !== undefined) return known;
  for (const step of journey.interactions) {
    if (texts.has(step)) continue;
    textOfStep(step);
    yield stepWork;
  }
  const hash = hashText(canonicalJson(journey, texts));
  hashes.set(journey, hash);
  return hash;
}

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
