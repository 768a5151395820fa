import * as z from 'zod/mini';
import type { IssueParams } from '../errors/issue';

/** The message of every issue inside a quantity (duration, affect, effort …): those are read by hand, where the `type` that was written decides. */
export const quantityMark = '@quantity';

/** The message of a schema is what stands behind `expected` in the issue. */
export function text(expected: string) {
  return z.string({ error: expected }).check(z.regex(/\S/, { error: expected }));
}

/** What stands behind `expected`, with its bounds as data: a message is one text, so the data follows behind a sign that no words hold. */
export function bounded(expected: string, params: IssueParams): string {
  return `${expected}\0${JSON.stringify(params)}`;
}

/** The words and the data of a message again. */
export function readMessage(message: string): { readonly expected: string; readonly params?: IssueParams } {
  const [expected = '', params] = message.split('\0');
  return params === undefined ? { expected } : { expected, params: JSON.parse(params) as IssueParams };
}

export function between(min: number, max: number, what = 'a number') {
  const error = bounded(`${what} from ${min} to ${max}`, { min, max });
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
