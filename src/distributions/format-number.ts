/** A number with at most `decimals` decimals, no trailing zeros, a true minus sign and no "−0". The same everywhere. */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : value < 0 ? '−∞' : 'unknown';
  const digits = Math.abs(value).toFixed(decimals);
  const text = digits.includes('.') ? digits.replace(/\.?0+$/, '') : digits;
  return value < 0 && text !== '0' ? `−${text}` : text;
}
