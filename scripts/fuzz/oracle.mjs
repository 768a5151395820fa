import { Called, Unreadable } from './hostile.mjs';

/** What is wrong with an error that a call threw, or undefined. */
export function faultOfError(error, isJourneyError) {
  if (error instanceof Called) return undefined;
  // A function of the caller's that cannot be called: its own error, as of one that throws.
  if (
    error instanceof TypeError &&
    /^(Cannot perform 'apply' on a proxy that has been revoked|Class constructor Throws )/.test(error.message)
  )
    return undefined;
  if (error instanceof Unreadable && error.message === 'the trap apply') return undefined;
  if (error instanceof Unreadable) return { kind: 'unreadable', detail: `the error of ${error.message} came through` };
  let journeyError = false;
  try {
    journeyError = isJourneyError(error);
  } catch {
    // Told below as what it is.
  }
  if (!journeyError) return { kind: 'wrong error', detail: told(error) };
  if (!Array.isArray(error.issues) || error.issues.length === 0) return { kind: 'no issues', detail: String(error.message) };
  for (const { code, path, expected, received } of error.issues) {
    const sound =
      [code, path, expected, received].every((text) => typeof text === 'string') && code !== '' && expected !== '' && received !== '';
    if (!sound) return { kind: 'issue without words', detail: JSON.stringify({ code, path, expected, received }) };
    if (/^(undefined|null)?\[?undefined|\bundefined\b/.test(path)) return { kind: 'path of nothing', detail: path };
    if (received.length > 400) return { kind: 'long quotation', detail: `${received.length} characters at ${path}` };
  }
  return undefined;
}

function told(error) {
  try {
    if (error instanceof Error) return `${error.name}: ${error.message.slice(0, 160)} ${(error.stack ?? '').split('\n')[1]?.trim() ?? ''}`;
    return `threw ${typeof error}`;
  } catch {
    return 'threw what cannot be read';
  }
}

/** What JSON would change in a result, or undefined. Functions are for the subject to say. */
export function faultOfResult(result, { functions = false } = {}) {
  const stack = [[result, 'result', 0]];
  const seen = new Set();
  while (stack.length > 0) {
    const [value, path, depth] = stack.pop();
    switch (typeof value) {
      case 'string':
      case 'boolean':
        continue;
      case 'number':
        if (!Number.isFinite(value)) return { kind: 'not finite', detail: `${path} is ${value}` };
        if (Object.is(value, -0)) return { kind: 'negative zero', detail: path };
        continue;
      case 'undefined':
        if (depth === 0) continue;
        return { kind: 'undefined in result', detail: path };
      case 'function':
        if (functions) continue;
        return { kind: 'function in result', detail: path };
      case 'object':
        break;
      default:
        return { kind: `${typeof value} in result`, detail: path };
    }
    if (value === null || seen.has(value)) continue;
    if (depth > 60) return { kind: 'deep result', detail: path };
    seen.add(value);
    if (value instanceof Int32Array) continue;
    if (value instanceof Float64Array) {
      const at = value.findIndex((number) => !Number.isFinite(number) || Object.is(number, -0));
      if (at >= 0) return { kind: 'not finite', detail: `${path}[${at}] is ${value[at]}` };
      continue;
    }
    const isList = Array.isArray(value);
    const prototype = Object.getPrototypeOf(value);
    if (!isList && prototype !== Object.prototype && prototype !== null) {
      if (functions) continue;
      return { kind: 'instance in result', detail: path };
    }
    const keys = Object.keys(value);
    if (isList && keys.length !== value.length) return { kind: 'hole in result', detail: path };
    for (const key of keys) stack.push([value[key], isList ? `${path}[${key}]` : `${path}.${key}`, depth + 1]);
  }
  return undefined;
}

const mostWatched = 20_000;

/** What the arguments are before a call, without running a getter or a trap of ours: proxies are left out. */
export function snapshot(root) {
  const seen = new Map();
  const stack = [[root, 'args']];
  while (stack.length > 0 && seen.size < mostWatched) {
    const [value, path] = stack.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    try {
      if (ArrayBuffer.isView(value)) continue;
      const properties = Object.getOwnPropertyDescriptors(value);
      seen.set(value, { path, properties, extensible: Object.isExtensible(value), prototype: Object.getPrototypeOf(value) });
      for (const key of Object.keys(properties)) if ('value' in properties[key]) stack.push([properties[key].value, `${path}.${key}`]);
    } catch {
      continue;
    }
  }
  return seen;
}

/** What a call did to its arguments, or undefined. */
export function faultOfInput(before) {
  for (const [value, { path, properties, extensible, prototype }] of before) {
    try {
      if (Object.isExtensible(value) !== extensible) return { kind: 'input frozen', detail: path };
      if (Object.getPrototypeOf(value) !== prototype) return { kind: 'input changed', detail: `prototype of ${path}` };
      const now = Object.getOwnPropertyDescriptors(value);
      const keys = Reflect.ownKeys(now);
      if (keys.length !== Reflect.ownKeys(properties).length) return { kind: 'input changed', detail: `keys of ${path}` };
      for (const key of keys) {
        const [is, was] = [now[key], properties[key]];
        if (was === undefined || !Object.is(is.value, was.value) || is.get !== was.get || is.writable !== was.writable)
          return { kind: 'input changed', detail: `${path}.${String(key)}` };
      }
    } catch {
      continue;
    }
  }
  return undefined;
}

const watched = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
  Promise.prototype,
  globalThis,
  Math,
  JSON,
];
const keysBefore = watched.map((object) => Reflect.ownKeys(object).length);

/** Whether something was left on what everybody shares. */
export function faultOfWorld() {
  const at = watched.findIndex((object, index) => Reflect.ownKeys(object).length !== keysBefore[index]);
  return at < 0 && Object.prototype.polluted === undefined
    ? undefined
    : { kind: 'pollution', detail: `object ${at} of those that everybody shares` };
}
