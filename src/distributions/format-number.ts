/** A number with at most `decimals` decimals, no trailing zeros, a true minus sign and no "−0". The same everywhere. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : 'unknown';
  const digits = withoutDust(Math.abs(value)).toFixed(decimals);
  const text = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return value < 0 && text !== '0' ? `−${text}` : text;
}

/**
 * A number to twelve digits, as all are that are rounded for people: one that was worked out in two ways, and lies at a tie of rounding, reads
 * the same in both places.
 */
export function withoutDust(value: number): number {
  return Math.abs(value) < 1e9 ? Number(value.toPrecision(12)) : value;
}
