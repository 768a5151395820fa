import * as z from 'zod/mini';

/** The message of every issue inside a quantity (duration, affect, effort …): those are read by hand, where the `type` that was written decides. */
export const quantityMark = '@quantity';

/** The message of a schema is what stands behind `expected` in the issue. */
export function text(expected: string) {
  return z.string({ error: expected }).check(z.regex(/\S/, { error: expected }));
}

export function between(min: number, max: number, what = 'a number') {
  const error = `${what} from ${min} to ${max}`;
  return z.number({ error }).check(z.minimum(min, { error }), z.maximum(max, { error }));
}

export function finite(what: string) {
  return z.number({ error: what });
}

export const probability = /* @__PURE__ */ between(0, 1, 'a probability');
export const share = /* @__PURE__ */ between(0, 1, 'a share');
export const flag = /* @__PURE__ */ z.boolean({ error: 'true or false' });

export function word<const Words extends readonly [string, ...string[]]>(words: Words) {
  const expected = words.map((one) => `"${one}"`).join(' or ');
  return z.enum(words as unknown as [...Words], { error: expected });
}
