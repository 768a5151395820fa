import { quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { isForbiddenKey } from '../plain/plain-object';

export interface PlainPatch {
  readonly base?: string;
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: (string | number)[];
  readonly value?: unknown;
}

/** Why a patch does not fit the data it meets; undefined where it does. Immer itself would do something with almost any place. */
export function patchMisfit(root: unknown, patch: PlainPatch): { readonly expected: string; readonly received: string } | undefined {
  const { op, path } = patch;
  let holder = root;
  for (const key of path.slice(0, -1)) {
    if (!isThere(holder, key)) return { expected: 'a path that this journey has', received: quote(path.join('/')) };
    holder = (holder as Record<string | number, unknown>)[key];
  }
  const key = path.at(-1)!;
  if (op !== 'add') {
    return isThere(holder, key) ? undefined : { expected: `a place to ${op} that this journey has`, received: quote(path.join('/')) };
  }
  const free = Array.isArray(holder) ? key === holder.length || isThere(holder, key) : isRecord(holder) && isFree(holder, key);
  return free ? undefined : { expected: 'a place to add to that is free in this journey', received: quote(path.join('/')) };
}

function isThere(holder: unknown, key: string | number): boolean {
  if (Array.isArray(holder)) return Number.isInteger(key) && (key as number) >= 0 && (key as number) < holder.length;
  return isRecord(holder) && typeof key === 'string' && Object.hasOwn(holder, key);
}

function isFree(holder: object, key: string | number): boolean {
  return typeof key === 'string' && !isForbiddenKey(key) && !Object.hasOwn(holder, key);
}
