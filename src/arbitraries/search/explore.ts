import type { RandomSource } from '../random-source';
import { keyOf, withSetting, type Case } from './case';
import type { Dimension } from './dimension';
import type { Judge, Judgement } from './judge';

/** A case that was looked at. */
export interface Tried {
  readonly one: Case;
  readonly judgement: Judgement;
}

const screened = 512;
const certain = 4096;
const suspicious = 0.02;
const asGoodAsBroken = 1e-4;
const drawnSettings = 5;
const best = 6;

/**
 * Looks through the space, the simplest cases first: every start as it is; one setting at its ends; the settings that hurt most together; then
 * anywhere, half of the time near the cases that came closest. Always with the same customers, so that cases differ in what they are and not
 * in luck.
 */
export class Exploration {
  readonly #tried = new Map<string, Tried>();
  readonly ends = new Set<string>();
  readonly pairs = new Set<string>();
  cases = 0;

  constructor(
    private readonly judge: Judge,
    private readonly starts: readonly Case[],
    private readonly dimensions: readonly Dimension[],
    private readonly random: RandomSource,
    private readonly runs: number,
  ) {}

  /** Cases in which the standard seems to break, the worst of each round first; what is yielded between them is one case tried. */
  *search(): Generator<Tried | undefined, void, void> {
    yield* this.#round(this.starts);
    for (const of of ['customer', 'assumption', 'journey'] as const) yield* this.#round(this.#singles(of));
    yield* this.#round(this.#couples());
    // Where nothing may differ there is nothing more to try.
    if (this.dimensions.length === 0) this.cases = this.runs;
    while (this.cases < this.runs) yield* this.#round([this.#anywhere()]);
  }

  /** Those nearest to breaking the standard. */
  closest(count: number): Tried[] {
    return [...this.#tried.values()]
      .sort((a, b) => a.judgement.chance - b.judgement.chance || worstFirst(a, b) || a.one.settings.length - b.one.settings.length)
      .slice(0, count);
  }

  *#round(candidates: Iterable<Case>): Generator<Tried | undefined, void, void> {
    const broken: Tried[] = [];
    for (const one of candidates) {
      if (this.cases >= this.runs) break;
      const tried = this.#look(one);
      yield undefined;
      if (tried !== undefined && this.#seemsBroken(tried)) broken.push(tried);
    }
    yield* broken.sort(worstFirst);
  }

  #look(one: Case): Tried | undefined {
    const key = keyOf(one);
    this.cases++;
    if (this.#tried.has(key)) return undefined;
    this.#count(one);
    const judgement = this.judge.look(one, screened, 'screen');
    if (judgement === undefined) return undefined;
    const tried = { one, judgement };
    this.#tried.set(key, tried);
    return tried;
  }

  #count({ settings }: Case): void {
    const [only] = settings;
    if (settings.length === 1 && only!.dimension.ends.includes(only!.value)) this.ends.add(`${only!.dimension.key} ${only!.value}`);
    for (const [index, { dimension }] of settings.entries()) {
      for (const other of settings.slice(index + 1)) this.pairs.add(`${dimension.key} ${other.dimension.key}`);
    }
  }

  #seemsBroken({ one, judgement }: Tried): boolean {
    if (judgement.chance > suspicious) return false;
    if (typeof this.judge.standard === 'function') return this.judge.saysBroken(one, screened, 'screen');
    return (this.judge.look(one, certain, 'screen')?.chance ?? 1) < asGoodAsBroken;
  }

  /** One setting at each of its ends, from every start; the start that came closest first. */
  *#singles(of: Dimension['of']): Generator<Case> {
    const headroomOf = (start: Case): number => this.#tried.get(keyOf(start))?.judgement.headroom ?? Infinity;
    for (const start of [...this.starts].sort((a, b) => headroomOf(a) - headroomOf(b))) {
      for (const dimension of this.dimensions) {
        if (dimension.of === of) for (const end of dimension.ends) yield withSetting(start, dimension, end);
      }
    }
  }

  /** The single settings that hurt most, two and two, then all of them. */
  *#couples(): Generator<Case> {
    const worst = this.#worst(({ settings }) => settings.length === 1);
    for (const [index, first] of worst.entries()) {
      for (const second of worst.slice(index + 1)) if (first.start === second.start) yield joined(first, second);
    }
    const [first] = worst;
    if (first !== undefined) yield worst.filter(({ start }) => start === first.start).reduce(joined);
  }

  #anywhere(): Case {
    const { random, dimensions } = this;
    if (random.below(2) === 0 && this.#tried.size > 0) {
      const one = random.pick(this.#worst());
      const dimension = random.pick(dimensions);
      const remove = one.settings.length > 1 && random.below(4) === 0;
      if (remove) return withSetting(one, random.pick(one.settings).dimension, undefined);
      return withSetting(one, dimension, random.pick(dimension.values));
    }
    let one = random.pick(this.starts);
    for (let left = 1 + random.below(drawnSettings); left > 0; left--) {
      const dimension = random.pick(dimensions);
      one = withSetting(one, dimension, random.pick(dimension.values));
    }
    return one;
  }

  #worst(among: (one: Case) => boolean = () => true): Case[] {
    const tried = [...this.#tried.values()].filter(({ one }) => among(one)).sort(worstFirst);
    return tried.slice(0, best).map(({ one }) => one);
  }
}

function worstFirst(a: Tried, b: Tried): number {
  return a.judgement.headroom - b.judgement.headroom;
}

function joined(one: Case, other: Case): Case {
  return other.settings.reduce((all, { dimension, value }) => withSetting(all, dimension, value), one);
}
