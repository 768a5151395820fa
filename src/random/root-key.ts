import alea from 'seedrandom/lib/alea';
import { JourneyError } from '../errors/journey-error';
import { quote } from '../errors/wording';

/** 96 bits made from a study's seed: three signed 32-bit integers. */
export type RootKey = readonly [number, number, number];

/** The version of the whole scheme from seed to words. It is recorded in every result; a change of it changes every number and is a major version. */
export const streamSchemeVersion = 1;

/**
 * The root key of a seed: a text, or an integer of at most 2^53 − 1, which counts as its decimal digits (`1` and `'1'` are the same study).
 * The text goes in percent-encoded and with its length, since the generator alone takes `'1'` and `'11'`, or `'A'` and `'Ł'`, for the same.
 *
 * @throws JourneyError `invalid-type` at `seed` for anything else, `out-of-range` for other numbers, `invalid-text` for a text with half of a
 * surrogate pair.
 */
export function rootKey(seed: string | number): RootKey {
  const encoded = encodeSeed(seed);
  const generator = alea(`journey/1/${encoded.length}/${encoded}`);
  return Object.freeze([generator.int32(), generator.int32(), generator.int32()] as const);
}

function encodeSeed(seed: string | number): string {
  if (typeof seed === 'number') {
    if (Number.isSafeInteger(seed)) return String(seed);
    throw new JourneyError([
      {
        code: 'out-of-range',
        path: 'seed',
        expected: 'a text or an integer up to 2^53 - 1',
        received: quote(seed),
        hint: Number.isFinite(seed) ? `write it as a text: '${seed}'` : 'any text and any integer will do',
      },
    ]);
  }
  if (typeof seed !== 'string') {
    const isDate = Object.prototype.toString.call(seed).toLowerCase() === '[object date]';
    const received = isDate ? 'a date' : quote(seed);
    throw new JourneyError([
      { code: 'invalid-type', path: 'seed', expected: 'a text or an integer', received, hint: hintFor(seed, isDate) },
    ]);
  }
  try {
    return encodeURIComponent(seed);
  } catch (cause) {
    throw new JourneyError(
      [
        {
          code: 'invalid-text',
          path: 'seed',
          expected: 'a text of whole characters',
          received: quote(seed),
          hint: 'it holds half of a surrogate pair',
        },
      ],
      { cause },
    );
  }
}

function hintFor(seed: unknown, isDate: boolean): string {
  if (typeof seed === 'bigint') return `write it as a text: '${String(seed).slice(0, 60)}'`;
  return isDate ? "write it as a text, such as '2026-01-31', or the same study will differ tomorrow" : 'any text and any integer will do';
}
