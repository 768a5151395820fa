import type { RandomSource } from '../random-source';
import { keyOf, withSetting, type Case } from './case';
import type { Dimension } from './dimension';
import type { Judge, Judgement } from './judge';

/** A case that was looked at. */
export interface Tried {
  readonly one: Case;
  readonly start: number;
  readonly judgement: Judgement;
}

const screened = 512;
const certain = 4096;
const suspicious = 0.02;
const asGoodAsBroken = 1e-4;
const lots = 6;
const drawnSettings = 5;
const best = 6;

/**
 * Looks through the space, the simplest cases first: every start as it is; one setting at its ends; the settings that hurt most together; then
 * anywhere, half of the time near the cases that came closest. Always with the same customers, so that cases differ in what they are and not
 * in luck.
 */
export class Exploration {
  readonly tried = new Map<string, Tried>();
  readonly ends = new Set<string>();
  readonly pairs = new Set<string>();
  cases = 0;

  constructor(
    private readonly judge: Judge,
    readonly starts: readonly Case[],
    readonly dimensions: readonly Dimension[],
    private readonly random: RandomSource,
    private readonly runs: number,
  ) {}

  /** Cases in which the standard seems to break, the worst of each round first; what is yielded between them is one case tried. */
  *search(): Generator<Tried | undefined, void, void> {
    yield* this.#round(this.starts.map((one, start) => ({ one, start })));
    for (const of of ['customer', 'assumption', 'journey'] as const) yield* this.#round(this.#singles(of));
    yield* this.#round(this.#couples());
    while (this.cases < this.runs) yield* this.#round([this.#anywhere()]);
  }

  /** Those nearest to breaking the standard. */
  closest(count: number): Tried[] {
    return [...this.tried.values()]
      .sort(
        (a, b) =>
          a.judgement.chance - b.judgement.chance ||
          a.judgement.headroom - b.judgement.headroom ||
          a.one.settings.length - b.one.settings.length,
      )
      .slice(0, count);
  }

  *#round(candidates: Iterable<Pick<Tried, 'one' | 'start'>>): Generator<Tried | undefined, void, void> {
    const broken: Tried[] = [];
    for (const { one, start } of candidates) {
      if (this.cases >= this.runs) break;
      const tried = this.#look(one, start);
      yield undefined;
      if (tried !== undefined && this.#seemsBroken(tried)) broken.push(tried);
    }
    yield* broken.sort((a, b) => a.judgement.headroom - b.judgement.headroom);
  }

  #look(one: Case, start: number): Tried | undefined {
    const key = keyOf(one, start);
    this.cases++;
    const known = this.tried.get(key);
    if (known !== undefined) return undefined;
    this.#count(one);
    const judgement = this.judge.look(one, screened, 'screen');
    if (judgement === undefined) return undefined;
    const tried = { one, start, judgement };
    this.tried.set(key, tried);
    return tried;
  }

  #count({ settings }: Case): void {
    if (settings.length === 1) {
      const { dimension, value } = settings[0]!;
      if (dimension.ends.includes(value)) this.ends.add(`${dimension.key} ${value}`);
    }
    settings.forEach(({ dimension: first }, index) => {
      for (const { dimension: second } of settings.slice(index + 1)) this.pairs.add(`${first.key} ${second.key}`);
    });
  }

  #seemsBroken({ one, judgement }: Tried): boolean {
    if (judgement.chance > suspicious) return false;
    if (typeof this.judge.standard !== 'function') return (this.judge.look(one, certain, 'screen')?.chance ?? 1) < asGoodAsBroken;
    return Array.from({ length: lots }, (_, lot) => lot).every(
      (lot) => (this.judge.look(one, screened, `screen/${lot}`)?.headroom ?? 1) < 0,
    );
  }

  /** One setting at each of its ends, from every start; the start that came closest first. */
  *#singles(of: Dimension['of']): Generator<Pick<Tried, 'one' | 'start'>> {
    const order = this.starts.map((_, start) => start).sort((a, b) => this.#headroomOf(a) - this.#headroomOf(b));
    for (const start of order) {
      for (const dimension of this.dimensions) {
        if (dimension.of !== of) continue;
        for (const end of dimension.ends) yield { one: withSetting(this.starts[start]!, dimension, end), start };
      }
    }
  }

  #headroomOf(start: number): number {
    return this.tried.get(keyOf(this.starts[start]!, start))?.judgement.headroom ?? Infinity;
  }

  /** The single settings that hurt most, two and two, then all of them. */
  *#couples(): Generator<Pick<Tried, 'one' | 'start'>> {
    const singles = [...this.tried.values()]
      .filter(({ one }) => one.settings.length === 1)
      .sort((a, b) => a.judgement.headroom - b.judgement.headroom);
    const worst = singles.slice(0, best);
    for (const [index, first] of worst.entries()) {
      for (const second of worst.slice(index + 1)) {
        if (first.start !== second.start) continue;
        yield { one: joined(first.one, second.one), start: first.start };
      }
    }
    const [first] = worst;
    if (first === undefined) return;
    yield {
      one: worst.filter(({ start }) => start === first.start).reduce((all, { one }) => joined(all, one), first.one),
      start: first.start,
    };
  }

  #anywhere(): Pick<Tried, 'one' | 'start'> {
    const { random, dimensions } = this;
    if (dimensions.length === 0) {
      // Nothing may differ: there is nothing more to try.
      this.cases = this.runs;
      return { one: this.starts[0]!, start: 0 };
    }
    if (random.below(2) === 0 && this.tried.size > 0) {
      const { one, start } = random.pick(this.#nearest());
      const dimension = random.pick(dimensions);
      const remove = one.settings.length > 1 && random.below(4) === 0;
      return {
        one: remove
          ? withSetting(one, random.pick(one.settings).dimension, undefined)
          : withSetting(one, dimension, random.pick(dimension.values)),
        start,
      };
    }
    const start = random.below(this.starts.length);
    let one = this.starts[start]!;
    for (let left = 1 + random.below(drawnSettings); left > 0; left--) {
      const dimension = random.pick(dimensions);
      one = withSetting(one, dimension, random.pick(dimension.values));
    }
    return { one, start };
  }

  #nearest(): Tried[] {
    return [...this.tried.values()].sort((a, b) => a.judgement.headroom - b.judgement.headroom).slice(0, best);
  }
}

function joined(one: Case, other: Case): Case {
  return other.settings.reduce((all, { dimension, value }) => withSetting(all, dimension, value), one);
}
