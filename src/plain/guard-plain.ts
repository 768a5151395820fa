import type { Issue } from '../errors/issue';
import { describeClass, isForbiddenKey, isReadable, prototypeDepth, unreadable } from './plain-object';
import { at, quote } from '../errors/wording';
import { issuesError } from './issues-error';
import { prefixIssues } from './prefix-issues';

/** What data from outside may not exceed. */
export interface GuardLimits {
  /** Objects inside objects. */
  readonly depth: number;
  /** Characters of one text. */
  readonly characters: number;
  /** Values in all: also bounds data in which one object stands in many places. */
  readonly values: number;
  /** Keys of one object, and values under `extensions` in all: people write few, and looking at each takes time. */
  readonly keys: number;
  readonly extensions: number;
  /** Lists under these keys, and the list that is the whole input, count together as steps. */
  readonly counted: { readonly keys: readonly string[]; readonly most: number; readonly name: string };
  /** What stands under these keys is too large to be copied, and is left as it is: who reads it, checks it. */
  readonly left?: readonly string[];
}

export const standardLimits: GuardLimits = {
  depth: 32,
  characters: 10_000,
  values: 2_000_000,
  keys: 10_000,
  extensions: 10_000,
  counted: { keys: ['interactions', 'parts', 'options'], most: 10_000, name: 'steps' },
};

function isEnumerable(value: object, key: string | symbol): boolean {
  return Object.prototype.propertyIsEnumerable.call(value, key);
}

type Container = Record<string, unknown> | unknown[];

/** One object on the way down: the keys still to copy, and where its copy stands. */
interface Frame {
  readonly source: object;
  readonly copy: Container;
  readonly keys: readonly (string | number)[];
  next: number;
  /** Free-form data from here on: nothing in it is a step. */
  readonly free: boolean;
}

export type Guarded = { readonly data: unknown; readonly issue?: undefined } | { readonly data?: undefined; readonly issue: Issue };

/**
 * Copies data from outside into plain objects and lists of our own, or names the first thing that makes that impossible or unsafe: cycles,
 * accessors, class instances, forbidden keys, too much depth, text or size. Keys whose value is `undefined` count as absent, −0 becomes 0.
 * Never recurses, never throws, and its time is bounded whatever it is given. Functions and odd primitives pass: their place decides later.
 */
export function guardPlain(input: unknown, limits: GuardLimits = standardLimits): Guarded {
  return new Walk(limits).run(input);
}

/** As {@link guardPlain}, at its place: what is no plain data is thrown. */
export function guardAt(input: unknown, path: string, limits?: GuardLimits): unknown {
  const { data, issue } = guardPlain(input, limits);
  if (issue !== undefined) throw issuesError(prefixIssues([issue], path));
  return data;
}

/** Thrown inside the walk only, to leave it from any depth. */
class Stop {
  constructor(readonly issue: Issue) {}
}

class Walk {
  private readonly frames: Frame[] = [];
  private readonly open = new Set<object>();
  private values = 0;
  private free = 0;
  private counted = 0;

  constructor(private readonly limits: GuardLimits) {}

  run(input: unknown): Guarded {
    try {
      const root: unknown[] = [];
      this.enter(input, root, 0, false);
      while (this.frames.length > 0) this.step(this.frames[this.frames.length - 1]!);
      return { data: root[0] };
    } catch (stopped) {
      if (stopped instanceof Stop) return { issue: stopped.issue };
      // A proxy may throw from any trap.
      return { issue: this.stop('invalid-type', 'plain data', unreadable).issue };
    }
  }

  /** Copies the next value of the innermost open object, or closes it. */
  private step(frame: Frame): void {
    if (frame.next === frame.keys.length) {
      this.frames.pop();
      this.open.delete(frame.source);
      return;
    }
    const key = frame.keys[frame.next++]!;
    const property = Object.getOwnPropertyDescriptor(frame.source, key);
    if (property === undefined) throw this.stop('invalid-type', 'a value in every place of the list', 'a hole');
    if (!('value' in property)) throw this.stop('invalid-type', 'plain data', 'a getter or setter', 'read it once and pass the value');
    if (property.value === undefined && !Array.isArray(frame.copy)) return;
    if (this.limits.left?.includes(key as string) === true) (frame.copy as Record<string, unknown>)[key] = property.value;
    else this.enter(property.value, frame.copy, key, frame.free || key === 'extensions');
  }

  private enter(value: unknown, into: Container, key: string | number, free: boolean): void {
    const { values: most, depth } = this.limits;
    if (++this.values > most) throw this.tooMuch('too-large', `at most ${most} values in all`, 'more', most);
    if (free) {
      this.checkRoom(1);
      this.free++;
    }
    if (typeof value === 'string') this.checkText(value);
    if (typeof value === 'function' && !isReadable(value)) throw this.stop('invalid-type', 'a function', unreadable);
    if (typeof value !== 'object' || value === null) {
      (into as Record<string | number, unknown>)[key] = value === 0 ? 0 : value;
      return;
    }
    if (this.open.has(value)) throw this.stop('cycle', 'data that ends', 'an object that holds itself');
    if (this.frames.length > depth) throw this.tooMuch('too-deep', `at most ${depth} levels of nesting`, 'more', depth);
    const keys = Array.isArray(value) ? this.keysOfList(value, key, free) : this.keysOfObject(value, free);
    const copy: Container = Array.isArray(value) ? [] : {};
    (into as Record<string | number, unknown>)[key] = copy;
    this.open.add(value);
    this.frames.push({ source: value, copy, keys, next: 0, free });
  }

  private keysOfList(list: readonly unknown[], key: string | number, free: boolean): readonly number[] {
    if (prototypeDepth(list) !== 2) throw this.stop('invalid-type', 'a plain list', describeClass(list));
    const { counted, values } = this.limits;
    if (list.length > values) throw this.tooMuch('too-large', `a list of at most ${values}`, `a list of ${list.length}`, values);
    if (free) this.checkRoom(list.length);
    const isCounted = !free && (this.frames.length === 0 || (typeof key === 'string' && counted.keys.includes(key)));
    if (isCounted) {
      this.counted += list.length;
      if (this.counted > counted.most)
        throw this.tooMuch('too-large', `at most ${counted.most} ${counted.name} in all`, `at least ${this.counted}`, counted.most);
    }
    // The length of a list is its one own key that is not a place.
    const all = Reflect.ownKeys(list);
    // Symbols come last; the invisible ones are no data, as in objects.
    const invisible = typeof all.at(-1) === 'symbol' ? all.filter((one) => typeof one === 'symbol' && !isEnumerable(list, one)).length : 0;
    const extra = all.length - invisible - 1 - list.length;
    if (extra > 0) throw this.stop('unknown-key', 'a list with nothing but its places', 'a list with keys of its own');
    if (extra < 0) throw this.stop('invalid-type', 'a value in every place of the list', `a list of ${list.length} with holes`);
    return Array.from(list, (_, place) => place);
  }

  private keysOfObject(value: object, free: boolean): readonly string[] {
    if (prototypeDepth(value) > 1)
      throw this.stop('invalid-type', 'plain data', describeClass(value), 'write it as a plain object, list, number or text');
    const keys: string[] = [];
    const all = Reflect.ownKeys(value);
    if (free) this.checkRoom(all.length);
    if (all.length > this.limits.keys) throw this.stop('too-large', `at most ${this.limits.keys} keys of one object`, `${all.length}`);
    for (const key of all) {
      if (typeof key === 'symbol') {
        // What libraries hang on objects invisibly is not data; a visible one would be lost in JSON.
        if (!isEnumerable(value, key)) continue;
        throw this.stop('unknown-key', 'keys that are text', 'a symbol as a key');
      }
      if (isForbiddenKey(key)) throw this.stop('forbidden-key', 'another name for this key', quote(key), undefined, key);
      this.checkText(key);
      if (isEnumerable(value, key)) keys.push(key);
    }
    return keys;
  }

  /** Whether extensions may hold this many values more: asked before they are copied. */
  private checkRoom(coming: number): void {
    const most = this.limits.extensions;
    if (this.free + coming > most) throw this.stop('too-large', `at most ${most} values in extensions, all of them together`, 'more');
  }

  private checkText(text: string): void {
    const most = this.limits.characters;
    if (text.length > most)
      throw this.tooMuch('too-large', `text of at most ${most} characters`, `text of ${text.length} characters`, most);
  }

  private tooMuch(code: Issue['code'], expected: string, received: string, max: number): Stop {
    return new Stop({ ...this.stop(code, expected, received).issue, params: { max } });
  }

  /** The fault, at the value being entered. */
  private stop(code: Issue['code'], expected: string, received: string, hint?: string, key?: string): Stop {
    let path = '';
    for (const frame of this.frames) if (frame.next > 0) path = at(path, frame.keys[frame.next - 1]!);
    if (key !== undefined) path = at(path, key);
    return new Stop({ code, path, expected, received, ...(hint === undefined ? {} : { hint }) });
  }
}
