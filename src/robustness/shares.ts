import { combinationsOf, dealOf, drawVaried, scenarioWith, setWork, shuffled, type Ignorance, type Varied } from './draw-sets';
import { placesOf, type Places } from './alone';
import { meanUnder } from './place-numbers';
import type { Work } from '../plain/work';
import type { Scenario } from '../simulation/compile-scenario';
import type { Progress } from '../simulation/progress';
import type { ReadRobustness } from './read-robustness';
import { tallyScenarios } from './tally-scenarios';
import type { Sources, SourceShare, UncertaintyShares, UncertaintySource } from './types';

/** All there are, in the order of results. */
export const uncertaintySources: readonly UncertaintySource[] = ['guesses', 'inputs', 'model', 'memory'];

/** Which source a number belongs to. */
export function sourceOfNumber({ by, drawn }: Varied): UncertaintySource {
  if (by === 'parameter') return 'model';
  return drawn.source === 'guess' || drawn.source === 'not said' ? 'guesses' : 'inputs';
}

/** What is lived for shares: base sets A and B, and for each source the sets of A with that source from B. */
export interface BaseSets {
  readonly sources: readonly UncertaintySource[];
  readonly count: number;
  readonly places: Places;
}

/** Shares are ratios of differences of the same customers: these few tell them as well as many (judgement, measured). */
const mostCustomers = 100;

/** Fewer sets have no error to speak of. */
const fewest = 8;

/** The sources that vary, if their shares are asked for. */
function sourcesOf(read: ReadRobustness, ignorance: Ignorance): readonly UncertaintySource[] {
  if (read.over.shares < fewest) return [];
  const present = new Set<UncertaintySource>(ignorance.varied.map(sourceOfNumber));
  if (combinationsOf(read, ignorance) > 1) present.add('memory');
  return uncertaintySources.filter((source) => present.has(source));
}

/** How many customers will live base sets, over all segments. */
export function baseCustomers(read: ReadRobustness, ignorance: Ignorance): number {
  const sources = sourcesOf(read, ignorance).length;
  const series = sources === 0 ? 0 : sources === 1 ? 2 : 2 + sources;
  const { study, over } = read;
  return series * over.shares * study.segments.length * Math.min(study.customers, mostCustomers);
}

/** Lives the base sets; undefined where there is nothing to share out, or nobody asked. */
export function* liveBaseSets(read: ReadRobustness, ignorance: Ignorance, progress?: Progress): Work<BaseSets | undefined> {
  const { study, over } = read;
  const count = over.shares;
  const { varied } = ignorance;
  const sources = sourcesOf(read, ignorance);
  if (sources.length === 0) return undefined;
  const drawn = ['A ', 'B '].map((series) => varied.map((one) => drawVaried(study.root, one, count, series)));
  const orders = ['A memory', 'B memory'].map((name) => shuffled(study.root, name, count));
  const scenarios: Scenario[] = [];
  /** Sets that take some sources from B, and all else from A. */
  const add = function* (fromB: (source: UncertaintySource) => boolean): Work<void> {
    for (let set = 0; set < count; set++) {
      const values = varied.map((one, index) => [one, drawn[fromB(sourceOfNumber(one)) ? 1 : 0]![index]![set]!] as const);
      scenarios.push(scenarioWith(read, ignorance, values, dealOf(orders[fromB('memory') ? 1 : 0]![set]!, read, ignorance)));
      yield setWork;
    }
  };
  yield* add(() => false);
  yield* add(() => true);
  if (sources.length > 1) for (const own of sources) yield* add((source) => source === own);
  const tallies = yield* tallyScenarios(read, scenarios, {
    customers: Math.min(study.customers, mostCustomers),
    meansOnly: true,
    progress,
  });
  return { sources, count, places: placesOf(read, tallies) };
}

/** The shares of one variant in one place. Undefined where nothing varies. */
export function sharesIn(base: BaseSets | undefined, variant: number, place: number, spread: Sources): UncertaintyShares | undefined {
  if (base === undefined) return undefined;
  const { sources, count, places } = base;
  const parts = places[variant]![place]!;
  const series = (index: number): number[] => Array.from({ length: count }, (_, set) => meanUnder(parts, index * count + set));
  const [a, b] = [series(0), series(1)];
  if (!varies([...a, ...b])) return undefined;
  const found = sources.length === 1 ? [all] : sources.map((_, index) => sourceShare(a, b, series(2 + index)));
  const { uncertainty, simulation } = spread;
  const whole = uncertainty * uncertainty + simulation * simulation;
  if (!(whole > 0)) return undefined;
  const known = (uncertainty * uncertainty) / whole;
  // First orders cannot sum to more than all there is: what luck brings above that is taken from all alike.
  const sum = found.reduce((total, share) => total + share.first, 0);
  const least = known / Math.max(1, sum);
  const scaled = found.map((share) => {
    const { first, firstError, total, totalError } = share;
    return { first: least * first, firstError: known * firstError, total: known * total, totalError: known * totalError };
  });
  return {
    ...Object.fromEntries(sources.map((source, index) => [source, scaled[index]!])),
    sampling: 1 - known,
    interactions: Math.max(0, known - least * sum),
  };
}

/** The only source is all of it. */
const all: SourceShare = { first: 1, firstError: 0, total: 1, totalError: 0 };

/** Sums in another order differ in the last bits, and that is no difference. */
function varies(values: readonly number[]): boolean {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return high - low > 1e-9 * Math.max(Math.abs(low), Math.abs(high));
}

/**
 * The first-order and total share of a source, from answers to sets A and B (independent of each other) and to A with the source taken from B. The
 * mixed answers have the source in common with B, and all else with A: in their regression on both, the slope on B is the first-order share, and
 * that on A is what the others have, 1 − the total share. Unlike a covariance, the slope does not suffer from A and B being alike by chance: what has
 * no effect gets 0 exactly, and where effects only add up, the shares of all sources sum to 1 exactly. Errors by the jackknife.
 */
export function sourceShare(a: readonly number[], b: readonly number[], mixed: readonly number[]): SourceShare {
  const [da, db, dm] = [centred(a), centred(b), centred(mixed)];
  const count = a.length;
  const products = (of: (set: number) => number): number => da.reduce((sum, _, set) => sum + of(set), 0);
  const sums: Sums = {
    aa: products((set) => da[set]! * da[set]!),
    bb: products((set) => db[set]! * db[set]!),
    ab: products((set) => da[set]! * db[set]!),
    am: products((set) => da[set]! * dm[set]!),
    bm: products((set) => db[set]! * dm[set]!),
  };
  const whole = slopes(sums);
  const left = da.map((_, set) => {
    const less = (sum: number, x: number, y: number): number => sum - (count / (count - 1)) * x * y;
    const [x, y, z] = [da[set]!, db[set]!, dm[set]!];
    return slopes({
      aa: less(sums.aa, x, x),
      bb: less(sums.bb, y, y),
      ab: less(sums.ab, x, y),
      am: less(sums.am, x, z),
      bm: less(sums.bm, y, z),
    });
  });
  const error = (of: (one: Slopes) => number): number => {
    const middle = left.reduce((sum, one) => sum + of(one) / count, 0);
    return Math.sqrt(left.reduce((sum, one) => sum + (of(one) - middle) * (of(one) - middle), 0) * ((count - 1) / count));
  };
  return { first: whole.b, firstError: error((one) => one.b), total: 1 - whole.a, totalError: error((one) => one.a) };
}

interface Sums {
  readonly aa: number;
  readonly bb: number;
  readonly ab: number;
  readonly am: number;
  readonly bm: number;
}
interface Slopes {
  readonly a: number;
  readonly b: number;
}

function slopes({ aa, bb, ab, am, bm }: Sums): Slopes {
  const determinant = aa * bb - ab * ab;
  if (!(determinant > 0)) return { a: 0, b: 0 };
  return { a: (am * bb - bm * ab) / determinant, b: (bm * aa - am * ab) / determinant };
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value / values.length, 0);
  return values.map((value) => value - mean);
}
