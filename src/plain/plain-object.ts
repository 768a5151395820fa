import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { prefixIssues } from './prefix-issues';

/** A plain object with its own values, each read once; or what is wrong with it. */
export type OpenedObject =
  | { readonly fields: Readonly<Record<string, unknown>>; readonly issue?: undefined }
  | { readonly fields?: undefined; readonly issue: Issue };

export const unreadable = 'an object that cannot be read';

/**
 * The own values of an object from outside, one level deep, without running anything of the object's own: accessors, class instances, lists,
 * forbidden keys, and what throws when it is looked at, are faults. Keys whose value is `undefined` count as absent. Never throws.
 */
export function openPlain(value: unknown, expected: string): OpenedObject {
  const fault = (received: string, more: Partial<Issue> = {}): OpenedObject => ({
    issue: { code: 'invalid-type', path: '', expected, received, ...more },
  });
  try {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(quote(value));
    if (prototypeDepth(value) > 1) return fault(describeClass(value), { hint: 'write it as a plain object' });
    const fields: Record<string, unknown> = {};
    for (const key of Reflect.ownKeys(value)) {
      const property = Object.getOwnPropertyDescriptor(value, key);
      // What libraries hang on objects invisibly is not data.
      if (property?.enumerable !== true) continue;
      if (typeof key === 'symbol') return fault('a symbol as a key', { code: 'unknown-key', expected: 'keys that are text' });
      if (isForbiddenKey(key))
        return fault(quote(key), { code: 'forbidden-key', path: at('', key), expected: 'another name for this key' });
      if (!('value' in property)) {
        const hint = 'read it once and pass the value';
        return fault('a getter or setter', { path: at('', key), expected: 'plain data', hint });
      }
      if (property.value !== undefined) fields[key] = property.value;
    }
    return { fields };
  } catch {
    return fault(unreadable);
  }
}

/** As {@link openPlain}, at its place: what is wrong goes to `issues`, with `hint` where it has none of its own. */
export function openAt(
  value: unknown,
  path: string,
  expected: string,
  issues: Issue[],
  hint?: string,
): Readonly<Record<string, unknown>> | undefined {
  const { fields, issue } = openPlain(value, expected);
  if (issue !== undefined) issues.push(...prefixIssues([hint === undefined ? issue : { hint, ...issue }], path));
  return fields;
}

/** As {@link openPlain}, for a list of at most so many: its items as they are. */
export function openList(
  value: unknown,
  expected: string,
  most: number,
): { readonly items: readonly unknown[]; readonly issue?: undefined } | { readonly items?: undefined; readonly issue: Issue } {
  const fault = (received: string, more: Partial<Issue> = {}): { readonly issue: Issue } => ({
    issue: { code: 'invalid-type', path: '', expected, received, ...more },
  });
  try {
    if (!Array.isArray(value) || prototypeDepth(value) !== 2) return fault(quote(value));
    // Before walking: an empty list can claim any length.
    if (value.length > most) return fault(`a list of ${value.length}`, { code: 'too-large', expected: `at most ${most}` });
    const items: unknown[] = [];
    for (let place = 0; place < value.length; place++) {
      const property = Object.getOwnPropertyDescriptor(value, place);
      if (property === undefined) return fault('a hole', { path: at('', place), expected: 'a value in every place of the list' });
      if (!('value' in property)) return fault('a getter or setter', { path: at('', place), expected: 'plain data' });
      items.push(property.value);
    }
    return { items };
  } catch {
    return fault(unreadable);
  }
}

const forbiddenKeys: readonly string[] = ['__proto__', 'constructor', 'prototype'];

/** Whether a text would be dangerous as a key of a result. */
export function isForbiddenKey(key: string): boolean {
  return forbiddenKeys.includes(key);
}

/** As `Array.isArray`, which throws for a revoked proxy. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/** Whether a value can be asked at all what it is: a revoked proxy cannot, even where it stands for a function. */
export function isReadable(value: unknown): boolean {
  try {
    Array.isArray(value);
    return true;
  } catch {
    return false;
  }
}

/** One property of an object that may be of any class (a signal, a runner, a module); undefined where there is none or it cannot be read. */
export function peek(value: unknown, key: PropertyKey): unknown {
  try {
    return (value as Record<PropertyKey, unknown> | null | undefined)?.[key];
  } catch {
    return undefined;
  }
}

/** How many prototypes stand above a value: 0 or 1 for a plain object, 2 for a list, also when it comes from another realm. */
export function prototypeDepth(value: object): number {
  let depth = 0;
  let above: unknown = Object.getPrototypeOf(value);
  while (above !== null && depth < 4) {
    depth++;
    above = Object.getPrototypeOf(above);
  }
  return depth;
}

/** The class of an object, without running anything of the object's own. */
export function describeClass(value: object): string {
  if (value instanceof Promise) return quote(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  const constructor: unknown = prototype === null ? undefined : Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value;
  const name: unknown = typeof constructor === 'function' ? Object.getOwnPropertyDescriptor(constructor, 'name')?.value : undefined;
  return typeof name === 'string' && name !== '' ? `an instance of ${name.slice(0, 60)}` : 'an instance of a class';
}
