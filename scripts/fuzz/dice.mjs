/** Random numbers that depend on their seed alone: case 17 of seed 3 is the same case on every machine, whatever ran before it. */
export function makeDice(...seeds) {
  let state = 0x9e3779b9;
  for (const seed of seeds) {
    for (const character of String(seed)) state = Math.imul(state ^ character.charCodeAt(0), 0x85ebca6b) ^ (state >>> 13);
    state = Math.imul(state ^ 0x2c1b3c6d, 0xc2b2ae35);
  }
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (count) => Math.floor(next() * count);
  return {
    next,
    below,
    pick: (items) => items[below(items.length)],
    chance: (probability) => next() < probability,
  };
}
