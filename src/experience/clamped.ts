/** Affect kept within its scale. */
export function clamped(value: number): number {
  return value > 10 ? 10 : value < -10 ? -10 : value;
}
