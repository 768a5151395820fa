/** Pearson's r; 0 where one of them does not vary. */
export function correlation(one: Float64Array, other: Float64Array): number {
  const [a, b] = [momentsOf(one), momentsOf(other)];
  let sum = 0;
  for (const [i, value] of one.entries()) sum += (value - a.mean) * (other[i]! - b.mean);
  return a.sd > 0 && b.sd > 0 ? sum / (one.length - 1) / (a.sd * b.sd) : 0;
}

/** Mean and standard deviation. */
export function momentsOf(values: Float64Array): { readonly mean: number; readonly sd: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  return { mean, sd: Math.sqrt(squares / (values.length - 1)) };
}
