/** Below this a share is rounding, and nobody. */
const nothing = 1e-9;

/**
 * The parts of one whole in whole per cent, for one sentence or row: together they sum to 100, each rounded down and what is left given to
 * those that lost most by it (largest remainder). A part below one per cent reads `<1 %`, never 0, and is left room
 * for; then no other part reads 100, but `>99 %`. Parts that are the same read the same: where what is left does not do for all of them, each is
 * rounded alone, and the sum may be off by a few.
 *
 * @param shares All parts, those that will not be shown too; 0…1 each, of a whole of 1.
 * @returns a text for each.
 */
export function wholePercents(shares: readonly number[]): string[] {
  const percents = shares.map((share) => 100 * share);
  const isRare = (value: number): boolean => value > 100 * nothing && value < 1 - nothing;
  const rare = percents.filter(isRare).reduce((sum, value) => sum + value, 0);
  const whole = percents.map((value) => (isRare(value) ? 0 : Math.floor(value + nothing)));
  const total = Math.round(percents.reduce((sum, value) => sum + value, 0)) - Math.ceil(rare - nothing);
  const byRemainder = percents
    .map((value, index) => ({ index, lost: value - whole[index]! }))
    .filter(({ index }) => whole[index]! > 0)
    .sort((a, b) => b.lost - a.lost || a.index - b.index);
  const left = total - whole.reduce((sum, value) => sum + value, 0);
  byRemainder.forEach(({ index, lost }, place) => {
    const alike = byRemainder.flatMap((other, at) => (Math.abs(percents[other.index]! - percents[index]!) < nothing ? [at < left] : []));
    if (new Set(alike).size > 1 ? lost > 0.5 - nothing : place < left) whole[index]!++;
  });
  return percents.map((value, index) => {
    if (isRare(value)) return '<1 %';
    return value > 99 + nothing && value < 100 - 100 * nothing ? '>99 %' : `${whole[index]!} %`;
  });
}
