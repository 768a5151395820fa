import { productError } from './exact';

/**
 * 2^(j/128) for j = 0 … 127, each as a double followed by what it leaves over, so that the pair has more than 100 correct bits.
 * Built from square roots and products alone: the same bits on every engine.
 */
export const expTable: Float64Array = /* @__PURE__ */ buildExpTable();

function buildExpTable(): Float64Array {
  const table = new Float64Array(256);
  table[0] = 1;
  let high = 2;
  let low = 0;
  for (let j = 64; j >= 1; j /= 2) {
    const root = Math.sqrt(high);
    const square = root * root;
    const rest = (high - square - productError(root, root, square) + low) / (2 * root);
    high = root + rest;
    low = root - high + rest;
    table[2 * j] = high;
    table[2 * j + 1] = low;
  }
  for (let j = 3; j < 128; j++) {
    const bit = j & -j;
    const others = j ^ bit;
    if (others === 0) continue;
    const a = table[2 * bit]!;
    const b = table[2 * others]!;
    const product = a * b;
    const rest = productError(a, b, product) + (a * table[2 * others + 1]! + table[2 * bit + 1]! * b);
    const sum = product + rest;
    table[2 * j] = sum;
    table[2 * j + 1] = product - sum + rest;
  }
  return table;
}
