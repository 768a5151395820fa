/** A number with at most `decimals` decimals, no trailing zeros, a true minus sign and no "−0". The same everywhere. */
export function formatNumber(value: number, decimals: number): string {
  const text = fixed(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/** Always this many decimals, a true minus sign, never −0. */
export function fixed(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : 'unknown';
  const digits = withoutDust(Math.abs(value)).toFixed(decimals);
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/**
 * A number to twelve digits, as all are that are rounded for people: one that was worked out in two ways, and lies at a tie of rounding, reads
 * the same in both places.
 */
export function withoutDust(value: number): number {
  return Math.abs(value) < 1e9 ? Number(value.toPrecision(12)) : value;
}
