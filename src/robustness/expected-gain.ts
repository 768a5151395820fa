/** For each variant its difference in every set, so that more is better. */
export type Gains = readonly (readonly number[])[];

/** What is thought of each variant in every set by whoever knows something. */
type Guess = (rows: readonly number[]) => Gains;

/**
 * The expected value of knowing: the mean of the best choice in every set by what is then thought, less the best by what is thought now. Keeping
 * things as they are brings 0. Its error by the jackknife over blocks of sets.
 */
export function expectedGain(sets: number, guess: Guess): { readonly gain: number; readonly gainError: number } {
  const all = Array.from({ length: sets }, (_, set) => set);
  const gain = gainOf(guess(all));
  const blocks = Math.min(mostBlocks, sets);
  if (gain === 0 || blocks < 2) return { gain, gainError: 0 };
  const left = Array.from({ length: blocks }, (_, block) => {
    const [from, to] = [Math.floor((block * sets) / blocks), Math.floor(((block + 1) * sets) / blocks)];
    return gainOf(guess(all.filter((set) => set < from || set >= to)));
  });
  const middle = left.reduce((sum, one) => sum + one / blocks, 0);
  const squared = left.reduce((sum, one) => sum + (one - middle) * (one - middle), 0);
  return { gain, gainError: Math.sqrt((squared * (blocks - 1)) / blocks) };
}

const mostBlocks = 20;

function gainOf(guesses: Gains): number {
  const sets = guesses[0]!.length;
  let known = 0;
  for (let set = 0; set < sets; set++) known += Math.max(0, ...guesses.map((one) => one[set]!)) / sets;
  const now = Math.max(0, ...guesses.map(meanOf));
  // Sums in another order differ in the last bits: what is no more than that is nothing.
  return known - now > 1e-12 * Math.max(Math.abs(known), Math.abs(now)) ? known - now : 0;
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What goes with one number. */
export interface Fit {
  /** The expected gain by that number, set by set. */
  readonly fitted: readonly number[];
  /** Share of the variance that goes with it, 0 … 1. */
  readonly share: number;
}

/**
 * How a gain goes with one number, by regression: a line and a parabola, for two hundred sets tell no finer shape. What luck alone would fit is taken
 * away: the curve is flattened until it explains the adjusted share of the variance, and is its mean where that is none.
 */
export function fitOn(number: readonly number[], gains: readonly number[]): Fit {
  const count = gains.length;
  const mean = meanOf(gains);
  const flat = { fitted: gains.map(() => mean), share: 0 };
  const line = standard(number.map((value) => value - meanOf(number)));
  if (line === undefined || count < 5) return flat;
  const squares = line.map((value) => value * value);
  const [middle, slope] = [meanOf(squares), meanOf(squares.map((value, set) => value * line[set]!))];
  const curve = standard(squares.map((value, set) => value - middle - slope * line[set]!));
  const directions = curve === undefined ? [line] : [line, curve];
  const slopes = directions.map((direction) => meanOf(direction.map((value, set) => value * (gains[set]! - mean))));
  const total = meanOf(gains.map((gain) => (gain - mean) * (gain - mean)));
  if (!(total > 0)) return flat;
  const explained = slopes.reduce((sum, one) => sum + one * one, 0) / total;
  const degrees = directions.length;
  const share = Math.max(0, 1 - ((1 - explained) * (count - 1)) / (count - 1 - degrees));
  if (!(share > 0)) return flat;
  const factor = Math.sqrt(share / explained);
  return {
    fitted: gains.map((_, set) => mean + factor * slopes.reduce((sum, one, k) => sum + one * directions[k]![set]!, 0)),
    share,
  };
}

/** Of mean 0, so that its mean square is 1; undefined where it does not vary. */
function standard(centred: readonly number[]): number[] | undefined {
  const size = Math.sqrt(meanOf(centred.map((value) => value * value)));
  return size > 1e-9 ? centred.map((value) => value / size) : undefined;
}

/** A factor of which each set has one level: how far the mean of its level lies from that of all. */
export function levelEffects(levels: readonly number[], gains: readonly number[]): number[] {
  const mean = meanOf(gains);
  const sums = new Map<number, { sum: number; count: number }>();
  levels.forEach((level, set) => {
    const own = sums.get(level) ?? { sum: 0, count: 0 };
    sums.set(level, { sum: own.sum + gains[set]!, count: own.count + 1 });
  });
  return levels.map((level) => sums.get(level)!.sum / sums.get(level)!.count - mean);
}

/** Effects put together around the mean of gains, drawn out or in until they have a given share of the variance. */
export function scaledTo(share: number, effects: readonly (readonly number[])[], gains: readonly number[]): number[] {
  const mean = meanOf(gains);
  const together = gains.map((_, set) => effects.reduce((sum, one) => sum + one[set]!, 0));
  const shape = standard(together.map((value) => value - meanOf(together)));
  if (shape === undefined) return gains.map(() => mean);
  const size = Math.sqrt(Math.max(0, share) * meanOf(gains.map((gain) => (gain - mean) * (gain - mean))));
  return shape.map((value) => mean + size * value);
}
