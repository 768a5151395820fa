/** How many people with equal weights know as much: (Σw)²/Σw². */
export function effective(rows: readonly number[], weights: Float64Array): number {
  let whole = 0;
  let squares = 0;
  for (const row of rows) {
    whole += weights[row]!;
    squares += weights[row]! * weights[row]!;
  }
  return (whole * whole) / squares;
}
