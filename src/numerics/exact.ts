/** The rounding error of `sum = a + b`, exactly, whichever of the two is larger. */
export function sumError(a: number, b: number, sum: number): number {
  const second = sum - a;
  return a - (sum - second) + (b - second);
}

/** The rounding error of `product = a * b`, exactly, as long as nothing overflows or goes below the normal range. */
export function productError(a: number, b: number, product: number): number {
  const aScaled = 134217729 * a; // 2^27 + 1 splits a double into two halves of 26 bits
  const aHigh = aScaled - (aScaled - a);
  const aLow = a - aHigh;
  const bScaled = 134217729 * b;
  const bHigh = bScaled - (bScaled - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
