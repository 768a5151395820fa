import { sumError } from './exact';

/**
 * Where the first of the 128 intervals begins, as the high word of a double (about 0.70). The intervals are 2^13 high words wide, together one
 * octave, and lie so that 1 is the middle of one of them: there the logarithm needs no table value and keeps its full relative accuracy.
 */
export const logStart = 0x3fe67000;

/**
 * For each interval four numbers: the reciprocal of its middle, rounded to 24 bits; minus the logarithm of that reciprocal in two parts, the
 * first a multiple of 2^-42; and a place left free so that an index is a shift.
 */
export const logTable: Float64Array = /* @__PURE__ */ buildLogTable();

function buildLogTable(): Float64Array {
  const table = new Float64Array(512);
  const atOne = (0x3ff00000 - 0x1000 - logStart) / 0x2000;
  for (let i = 0; i < 128; i++) {
    const word = logStart + i * 0x2000 + 0x1000;
    const middle = word >= 0x3ff00000 ? 1 + (word - 0x3ff00000) / 0x100000 : (1 + (word - 0x3fe00000) / 0x100000) / 2;
    table[4 * i] = Math.fround(1 / middle);
  }
  fillLogs(table, atOne, 1);
  fillLogs(table, atOne, -1);
  return table;
}

/** From the interval at 1 outwards, adding the logarithm of each quotient of neighbours: 2·artanh of a small number. */
function fillLogs(table: Float64Array, atOne: number, direction: 1 | -1): void {
  let high = 0;
  let low = 0;
  for (let i = atOne + direction; i >= 0 && i < 128; i += direction) {
    const before = table[4 * (i - direction)]!;
    const here = table[4 * i]!;
    const difference = before - here;
    const sum = before + here;
    const s = difference / sum;
    const sHigh = Math.fround(s);
    const sLow = (difference - sHigh * sum - (s - sHigh) * sum) / sum;
    const square = s * s;
    const tail = 2 * (sLow + s * square * (1 / 3 + square * (1 / 5 + square * (1 / 7 + square * (1 / 9)))));
    const next = high + 2 * s;
    low += sumError(high, 2 * s, next) + tail;
    high = next;
    const coarse = Math.floor(high * 4398046511104 + 0.5) / 4398046511104; // 2^42
    table[4 * i + 1] = coarse;
    table[4 * i + 2] = high - coarse + low;
  }
}
