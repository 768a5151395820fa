const bits = new BigInt64Array(1);
const value = new Float64Array(bits.buffer);

function position(x: number): bigint {
  value[0] = x;
  return bits[0]! < 0n ? -(bits[0]! & 0x7fffffffffffffffn) : bits[0]!;
}

/** How many doubles lie from a to b: 0 for the same number (0 and −0 count as one), Infinity if either is NaN. */
export function unitsApart(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Infinity;
  const distance = position(a) - position(b);
  return Number(distance < 0n ? -distance : distance);
}

/** Fixed numbers between 0 and 1 for sweeps: a Weyl sequence. */
export function sweep(count: number): number[] {
  return Array.from({ length: count }, (_, i) => ((i + 1) * 0.6180339887498949) % 1);
}
