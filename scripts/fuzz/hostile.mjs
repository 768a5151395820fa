/** Thrown by a property or a proxy of ours. It must never come through: the library has to say that the object cannot be read. */
export class Unreadable extends Error {}
/** Thrown by a function of ours that the library was asked to call. It may come through as it is. */
export class Called extends Error {}

/** As the library's own source would write it, for what a failure prints. */
export class Throws {
  constructor() {
    throw new Unreadable('constructed');
  }
}

class Instance {
  constructor() {
    this.low = 1;
    this.id = 'a';
    this.satisfaction = 5;
  }
}

const endless = 2 ** 32 - 1;

export function endlessList() {
  const list = [];
  list.length = endless;
  return list;
}

function withGetter(key = 'id') {
  return Object.defineProperty({}, key, {
    enumerable: true,
    configurable: true,
    get() {
      throw new Unreadable(`the getter of ${key}`);
    },
  });
}

/** A proxy that throws from its nth trap on: some readers ask once and believe the answer. */
export function throwingProxy(target, after) {
  let left = after;
  const trap = (name) =>
    function (...given) {
      if (left-- <= 0) throw new Unreadable(`the trap ${name}`);
      return Reflect[name](...given);
    };
  return new Proxy(target, Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((name) => [name, trap(name)])));
}

function revoked(target) {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
}

function cycle() {
  const self = { id: 'a' };
  self.self = self;
  return self;
}

function deep(levels) {
  let value = 1;
  for (let level = 0; level < levels; level++) value = level % 2 === 0 ? [value] : { value };
  return value;
}

const numbers = [
  ...[0, -0, 1, -1, 2, 0.5, -0.5, 1.5, 5, 1e-9, -1e-9, 1e-100, 1e-300, 1e-310, 5e-324, -5e-324, 1e11, 1e12, 1e15, 1e16],
  ...[2 ** 31, 2 ** 32 - 1, 2 ** 53, 1e100, -1e100, 1e154, 1e155, 1e200, -1e200, 1.7e308, -1.7e308, NaN, Infinity, -Infinity],
];
const texts = ['', ' ', 'no', '5', 'NaN', '__proto__', 'constructor', 'toString', 'satisfaction', 'overall', 'each', 'all', '\ud800'];

const source = (value) => (Object.is(value, -0) ? '-0' : typeof value === 'string' ? JSON.stringify(value) : String(value));

/** Everything that may be put in the place of anything: how it is made, and how it is written. */
export const values = [
  ...numbers.map((number) => [source(number), () => number, 'number']),
  ...texts.map((text) => [source(text), () => text, 'text']),
  ["'x'.repeat(100_001)", () => 'x'.repeat(100_001)],
  ['undefined', () => undefined],
  ['null', () => null],
  ['null', () => null],
  ['true', () => true],
  ['false', () => false],
  ["Symbol('s')", () => Symbol('s')],
  ['5n', () => 5n],
  ['() => 0', () => () => 0],
  ['() => NaN', () => () => NaN],
  ['() => 1e200', () => () => 1e200],
  ['() => -0', () => () => -0],
  ['() => 1e-310', () => () => 1e-310],
  ["() => 'no'", () => () => 'no'],
  ['async () => false', () => async () => false],
  [
    '() => { throw new Error() }',
    () => () => {
      throw new Called();
    },
  ],
  [
    'async () => { throw new Error() }',
    () => async () => {
      throw new Called();
    },
  ],
  ['[]', () => []],
  ['{}', () => ({})],
  ['[null]', () => [null]],
  ['[undefined]', () => [undefined]],
  ['[1]', () => [1]],
  ["['a']", () => ['a']],
  ['new Array(3)', () => new Array(3)],
  ['endless list', endlessList],
  ['endless list', endlessList],
  ['{ length: 2 ** 32 - 1 }', () => ({ length: endless })],
  ['Object.assign([], { a: 1 })', () => Object.assign([], { a: 1 })],
  ['new Float64Array(3)', () => new Float64Array(3)],
  ['new Map([["satisfaction", 50]])', () => new Map([['satisfaction', 50]])],
  ['new Set(["a"])', () => new Set(['a'])],
  ['new Date(0)', () => new Date(0)],
  ['/a/', () => /a/],
  ['new Number(50)', () => new Number(50)],
  ['new String("a")', () => new String('a')],
  ['new Boolean(false)', () => new Boolean(false)],
  ['Promise.resolve(1)', () => Promise.resolve(1)],
  ['new Instance()', () => new Instance()],
  ['class', () => Throws],
  ['Object.create(null)', () => Object.create(null)],
  ['Object.create({ id: 1 })', () => Object.create({ id: 1 })],
  ['a cycle', cycle],
  ['100 levels', () => deep(100)],
  ['100,000 levels', () => deep(100_000)],
  ['JSON.parse(\'{"__proto__":{"polluted":1}}\')', () => JSON.parse('{"__proto__":{"polluted":1}}')],
  ['{ get id() { throw } }', () => withGetter('id')],
  ['{ get type() { throw } }', () => withGetter('type')],
  ['[get 0() { throw }]', () => Object.defineProperty([1], 0, Object.getOwnPropertyDescriptor(withGetter('id'), 'id'))],
  ['revoked {}', () => revoked({})],
  ['revoked []', () => revoked([])],
  ['revoked function', () => revoked(() => 0)],
  ['throwing proxy {}', () => throwingProxy({}, 0)],
  ['throwing proxy []', () => throwingProxy([], 0)],
  ['{ toJSON() { throw } }', () => ({ toJSON: withGetter })],
  ['{ [Symbol.iterator]: 5 }', () => ({ [Symbol.iterator]: 5 })],
  ['{ then() {} }', () => ({ then() {} })],
];

/** Slips of the pen and keys that must not be taken. */
const strangeKeys = [
  'zzz',
  '__proto__',
  'constructor',
  'prototype',
  'margn',
  'powr',
  'toString',
  'length',
  '0',
  '',
  'then',
  'kind',
  'type',
  'id',
];

/** Places in the arguments that can be changed, as paths. */
export function placesIn(root, most = 4000) {
  const places = [];
  const queue = [[root, []]];
  const seen = new Set();
  while (queue.length > 0 && places.length < most) {
    const [holder, path] = queue.shift();
    if (typeof holder !== 'object' || holder === null || seen.has(holder)) continue;
    seen.add(holder);
    const prototype = Object.getPrototypeOf(holder);
    if (prototype !== null && prototype !== Object.prototype && prototype !== Array.prototype) continue;
    for (const key of Object.keys(holder)) {
      const inner = [...path, Array.isArray(holder) ? Number(key) : key];
      places.push(inner);
      queue.push([holder[key], inner]);
    }
  }
  return places;
}

function holderAt(root, path) {
  let holder = root;
  for (const key of path.slice(0, -1)) {
    const isHolder = typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key);
    if (!isHolder) return undefined;
    holder = Object.getOwnPropertyDescriptor(holder, key).value;
  }
  return typeof holder === 'object' && holder !== null && Object.isExtensible(holder) ? holder : undefined;
}

export function writePath(path) {
  return path.reduce((written, key) => {
    if (typeof key === 'number') return `${written}[${key}]`;
    return /^[A-Za-z_]\w*$/.test(key) ? `${written}.${key}` : `${written}[${JSON.stringify(key)}]`;
  }, 'args');
}

const set = (holder, key, value) => Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });

/** What may be done at a place: data, so that a case can be told, repeated and made smaller. */
const acts = {
  put(holder, key, { value }) {
    set(holder, key, values[value][1]());
  },
  drop(holder, key) {
    delete holder[key];
  },
  add(holder, _key, { name, value }) {
    if (!Array.isArray(holder)) set(holder, name, values[value][1]());
  },
  symbol(holder) {
    holder[Symbol('key')] = 1;
  },
  getter(holder, key) {
    Object.defineProperty(holder, key, {
      enumerable: true,
      configurable: true,
      get() {
        throw new Unreadable(`the getter of ${String(key)}`);
      },
    });
  },
  proxy(holder, key, { after }) {
    const value = holder[key];
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') set(holder, key, throwingProxy(value, after));
  },
  revoke(holder, key) {
    const value = holder[key];
    if ((typeof value === 'object' && value !== null) || typeof value === 'function') set(holder, key, revoked(value));
  },
  instance(holder, key) {
    const value = holder[key];
    if (typeof value === 'object' && value !== null) set(holder, key, Object.assign(new Instance(), value));
  },
  boxed(holder, key) {
    if (['number', 'string', 'boolean'].includes(typeof holder[key])) set(holder, key, Object(holder[key]));
  },
  wrap(holder, key) {
    set(holder, key, [holder[key]]);
  },
  quote(holder, key) {
    if (typeof holder[key] === 'number') set(holder, key, String(holder[key]));
  },
  bigint(holder, key) {
    if (Number.isInteger(holder[key])) set(holder, key, BigInt(holder[key]));
  },
  scale(holder, key, { factor }) {
    if (typeof holder[key] === 'number') set(holder, key, holder[key] * factor);
  },
  endless(holder, key) {
    if (Array.isArray(holder[key]) && Object.isExtensible(holder[key])) holder[key].length = endless;
  },
  hole(holder, key) {
    if (Array.isArray(holder)) delete holder[key];
  },
  twice(holder, key) {
    if (Array.isArray(holder) && holder.length < endless) holder.push(holder[key]);
  },
  cycle(holder, key) {
    set(holder, key, holder);
  },
  proto(holder, key) {
    const value = holder[key];
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && Object.isExtensible(value))
      Object.setPrototypeOf(value, null);
  },
  freeze(holder, key) {
    Object.freeze(holder[key]);
  },
  swap(holder, key, { turn }) {
    const keys = Object.keys(holder);
    const other = keys[turn % keys.length];
    const [mine, its] = [holder[key], holder[other]];
    set(holder, key, its);
    set(holder, other, mine);
  },
};

const factors = [-1, 0, 1e-300, 5e-324, 1e-9, 1e9, 1e100, 1e300];
/** How often each is drawn. */
const weights = Object.entries({
  ...{ put: 40, drop: 8, add: 8, symbol: 1, getter: 5, proxy: 4, revoke: 2, instance: 3, boxed: 2, wrap: 2, quote: 2, bigint: 1 },
  ...{ scale: 6, endless: 3, hole: 2, twice: 2, cycle: 2, proto: 2, freeze: 2, swap: 3 },
}).flatMap(([name, count]) => Array(count).fill(name));

/** One change to the arguments, drawn. `tiny` places near the top are likelier: there the doors are. */
export function drawMutation(dice, args) {
  const places = placesIn(args);
  if (places.length === 0) return undefined;
  const shallow = places.filter((path) => path.length <= 3);
  const path = dice.chance(0.5) && shallow.length > 0 ? dice.pick(shallow) : dice.pick(places);
  const act = dice.pick(weights);
  const mutation = { act, path };
  if (act === 'put' || act === 'add') mutation.value = dice.below(values.length);
  if (act === 'add') mutation.name = dice.pick(strangeKeys);
  if (act === 'proxy') mutation.after = dice.pick([0, 1, 2, 3, 5, 8, 20, 100]);
  if (act === 'scale') mutation.factor = dice.pick(factors);
  if (act === 'swap') mutation.turn = dice.below(100);
  return mutation;
}

/** Changes the arguments in place; a change whose place is gone does nothing. */
export function mutate(args, { act, path, ...how }) {
  // The list of arguments is ours: the call would read its getters, not the library.
  if ((act === 'getter' || act === 'cycle') && path.length === 1) return;
  try {
    const holder = holderAt(args, path);
    if (holder === undefined) return;
    acts[act](holder, path[path.length - 1], how);
  } catch (error) {
    // A place behind a getter or proxy of an earlier change, or one that is frozen.
    if (!(error instanceof Unreadable || error instanceof TypeError)) throw error;
  }
}

export function describeMutation({ act, path, value, name, after, factor }) {
  const place = writePath(path);
  switch (act) {
    case 'put':
      return `${place} = ${values[value][0]}`;
    case 'add':
      return `${writePath(path.slice(0, -1))}[${JSON.stringify(name)}] = ${values[value][0]}`;
    case 'scale':
      return `${place} *= ${factor}`;
    case 'proxy':
      return `${place} = a proxy that throws from trap ${after + 1} on`;
    default:
      return `${act} ${place}`;
  }
}
