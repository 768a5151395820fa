import { mean, variance } from '../distributions/mathematics';
import type { NumberSource, Source, SourceKind } from '../journey/types';
import type { Parameter } from '../model/types';
import { exp } from '../numerics/exp';
import { power } from '../numerics/power';

/** How good a number is; `not said` counts as a guess. */
export type InputSource = SourceKind | 'not said';

/** 90 % of a normal law lies within so many standard deviations. */
export const z90 = 1.6448536269514722;

/** How wide 90 % of a guess is: points of affect either way, and how many times above or below a duration or a chance (judgement). */
export const guessed = { shift: 2, factor: 1.5 };

/** What is left of that width, of a factor on the log scale (judgement for what neither counts its observations nor says its interval). */
const breadths: { readonly [Kind in InputSource]: number } = {
  guess: 1,
  'not said': 1,
  expert: 1 / 2,
  literature: 1 / 4,
  measured: 1 / 4,
};

/** How much of a change that a redesign promises may be missing, or come on top (judgement): half of one that is guessed. */
export function promised(source: InputSource): number {
  return breadths[source] / 2;
}

/** Where a single number stands for all customers, how widely those whom it was taken from are thought to have differed (judgement). */
const unknown = { affectSd: 2.5, relativeSd: 0.5 };

/** Where one number is from, its kind said or not. */
export interface KnownSource extends Omit<NumberSource, 'kind'> {
  readonly kind: InputSource;
}

/** Where one number is from: what is said of it alone, else of the whole step or segment. */
export function sourceOf(source: Source | undefined, number: 'affect' | 'duration' | 'other'): KnownSource {
  if (source === undefined) return { kind: 'not said' };
  const { kind, n } = source;
  const own = number === 'other' ? undefined : source[number];
  if (own === undefined) return { kind, ...(n === undefined ? {} : { n }) };
  const count = own.n ?? ((own.kind ?? kind) === kind ? n : undefined);
  return { ...own, kind: own.kind ?? kind, ...(count === undefined ? {} : { n: count }) };
}

/** 90 % half-width of a level of affect, in points. */
export function shiftWidth({ kind, n, within }: KnownSource, level: Parameter): number {
  if (within !== undefined) return within;
  if (n === undefined) return guessed.shift * breadths[kind];
  return (z90 * (spreadOf(level) || unknown.affectSd)) / Math.sqrt(n);
}

/** So many times a duration may be longer or shorter, with 90 % certainty. */
export function factorWidth({ kind, n, within }: KnownSource, level: Parameter): number {
  if (within !== undefined) return within;
  if (n === undefined) return power(guessed.factor, breadths[kind]);
  return exp((z90 * (spreadOf(level) / mean(level) || unknown.relativeSd)) / Math.sqrt(n));
}

/** As {@link factorWidth}, of a chance that was counted. */
export function chanceWidth(source: KnownSource, probability: number): number {
  if (source.n === undefined) return factorWidth({ kind: source.kind }, 1);
  return exp(z90 * Math.sqrt((1 - probability) / (probability * source.n)));
}

/** Standard deviation between customers; 0 where all have one number, or where the law has none. */
function spreadOf(level: Parameter): number {
  const squared = typeof level === 'number' ? 0 : variance(level);
  return Number.isFinite(squared) ? Math.sqrt(squared) : 0;
}
