// Faults put into a function on purpose, one kind at a time (`plants.mjs?kind`), to show that the fuzz finds each.
const [, kind] = import.meta.url.split('?');
const list = [1];

const plants = {
  sound: (count) => count,
  'not a number': (count) => (typeof count === 'number' ? NaN : 0),
  'negative zero': () => -0,
  'a hole': () => ({ a: undefined }),
  'a function': () => ({ a: () => 1 }),
  'a wrong error': (count) => count.of.nothing,
  'a getter run': (count) => {
    for (const key of Object.keys(Object(count))) void count[key];
  },
  'an endless loop': (count) => {
    while (typeof count !== 'number');
    return count;
  },
  'all memory': (count) => {
    if (typeof count === 'number') return count;
    const kept = [];
    for (;;) kept.push(new Array(1000).fill(kept.length));
  },
  'a frozen input': (count) => {
    Object.freeze(count);
    return 1;
  },
  'a changed input': (count) => {
    if (typeof count === 'object' && count !== null && Object.isExtensible(count)) Object.defineProperty(count, 'seen', { value: list });
    return 1;
  },
  pollution: (count) => {
    if (typeof count !== 'number') Object.prototype.polluted = 1;
    return 1;
  },
};

export function plant(library) {
  return { ...library, main: { ...library.main, seconds: plants[decodeURIComponent(kind)] } };
}
