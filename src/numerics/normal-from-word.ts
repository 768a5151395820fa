import { normalQuantile } from './normal';

/**
 * The standard normal number of one 32-bit word (signed or unsigned reading): the quantile at (word + ½)/2^32, to within 1e-10, strictly
 * increasing in the unsigned word and antisymmetric: `~word` gives exactly the negative. Its size never exceeds 6.34.
 */
export function normalFromWord(word: number): number {
  return normalOfWord(normalTable(), word | 0);
}

/** {@link normalFromWord} with the table in hand, for loops. */
export function normalOfWord(table: Float64Array, word: number): number {
  const side = word >> 31;
  // The distance to the nearer end of the word range in half steps, 1 … 2^32 − 1: octave, cell and place within the cell follow from its bits.
  const halfSteps = ((word ^ side) << 1) | 1;
  const octave = Math.clz32(halfSteps);
  const mantissa = halfSteps << octave;
  const entry = (octave << 8) | ((mantissa >>> 23) & 252);
  const s = (mantissa & 0x1ffffff) * 2.98023223876953125e-8 - 0.5;
  return (table[entry]! + s * (table[entry + 1]! + s * (table[entry + 2]! + s * table[entry + 3]!))) * (side | 1);
}

let table: Float64Array | undefined;

/**
 * 32 octaves of 64 cells of 4 coefficients for the lower half, where the probability of a cell's ends doubles from octave to octave. Built at first
 * use, a few milliseconds, from {@link normalQuantile} alone: a constant that is only written late.
 */
export function normalTable(): Float64Array {
  table ??= buildNormalTable();
  return table;
}

/**
 * Each cell holds the cubic through the quantile at its two ends and two points inside, in powers of the distance from its middle. Sharing the
 * ends keeps the whole function continuous, hence increasing; the inner points are placed so that the error is least.
 */
function buildNormalTable(): Float64Array {
  const cells = new Float64Array(8192);
  const inner = 0.2071067811865475; // (√2 − 1)/2
  const spread = 0.25 - inner * inner;
  for (let octave = 0; octave < 32; octave++) {
    const width = powerOfHalf(octave + 8); // of a cell; the octave runs from 64 to 128 of these
    let start = normalQuantile(64 * width);
    for (let cell = 0; cell < 64; cell++) {
      const middle = (64 + cell + 0.5) * width;
      const end = normalQuantile((65 + cell) * width);
      const before = normalQuantile(middle - inner * width);
      const after = normalQuantile(middle + inner * width);
      const square = ((start + end) / 2 - (before + after) / 2) / spread;
      const cube = (end - start - (after - before) / (2 * inner)) / spread;
      const entry = (octave * 64 + cell) * 4;
      cells[entry] = (start + end) / 2 - square / 4;
      cells[entry + 1] = end - start - cube / 4;
      cells[entry + 2] = square;
      cells[entry + 3] = cube;
      start = end;
    }
  }
  return cells;
}

function powerOfHalf(exponent: number): number {
  let power = 1;
  for (let i = 0; i < exponent; i++) power /= 2;
  return power;
}
