import { compare } from '../../comparison/compare';
import { deepFreeze } from '../../plain/deep-freeze';
import { finish, type Work } from '../../plain/work';
import { drive, type DriveOptions } from '../../simulation/drive';
import { Progress } from '../../simulation/progress';
import { withDisplay } from '../../words/display';
import type { Block } from '../../words/page';
import { randomSource } from '../random-source';
import { describeSettings, writeCase, type Case } from './case';
import { confirm, type Confirmation } from './confirm';
import { Exploration, type Tried } from './explore';
import { Judge, type Found } from './judge';
import { readSearch, type ReadSearch } from './read-search';
import { reasonOutcomes, reasonsFor } from './reasons';
import { shrink } from './shrink';
import type { Counterexample, CounterexampleCase, CounterexampleInput, NoCounterexample, SearchResult, Searched } from './types';
import { closestWords, counterexampleWords, searchedWords, wordsOf } from './words';

/**
 * Looks for the customer a redesign fails: the smallest case — a kind of customer, assumptions of the model, and, if asked, a journey — in
 * which a standard does not hold of the redesign.
 *
 *     explore ─▶ shrink ─▶ confirm ─▶ explain
 *     (simple    (fewer    (customers  (why, from peak,
 *      cases      steps,    that had    end, mean, felt
 *      first)     settings) no part)    time, leaving)
 *
 * Cases are compared on the same simulated customers. What seems to break the standard is made as small as it will go and then decided with
 * customers that took no part in finding it, so that a search in which the standard holds ends with a counterexample at most `errorRate` of
 * the time (paired intervals; the chance is spent over all confirmations and looks). The same input gives the same result.
 *
 * @param input `baseline`, `variant` (edits, a journey, or a function of a journey) and the `standard` that must hold of it: one that
 * `checkStandards` takes, or a function. `within` limits the space; `runs` (default 400) cases are tried; `customers` (default 32,768)
 * decide at most; `errorRate` (default 0.001).
 * @returns `kind: 'counterexample'` with the case as data for `compare`, the reasons and a sentence; `'none found'`; or `'undecided'`, where
 * some case was too close to tell. Always with how much was searched.
 * @throws JourneyError with every fault in the input.
 *
 * @example
 * import { move, noSegmentWorse } from 'peakend';
 * import { findCounterexample } from 'peakend/arbitraries';
 * const visit = {
 *   name: 'Visit',
 *   interactions: [
 *     { id: 'form', duration: '5 min', affect: -3 },
 *     { id: 'talk', duration: '10 min', affect: 1 },
 *     { id: 'thanks', duration: '1 min', affect: 4 },
 *   ],
 * };
 * const standard = noSegmentWorse('satisfaction');
 * findCounterexample({ baseline: visit, variant: [move('form', { to: 'end' })], standard, runs: 20, seed: 1 }).kind; // 'counterexample'
 */
export function findCounterexample(input: CounterexampleInput): SearchResult {
  return finish(new Search(readSearch(input)).work());
}

/**
 * As {@link findCounterexample}, without holding up whoever else runs in this thread.
 *
 * @param input As for `findCounterexample`.
 * @param options `signal` stops the search: the promise is rejected with an `AbortError`, with `partial: true` one whose `partial` is what was searched so far;
 * `onProgress` hears `{ done, total, share }` in cases.
 * @returns the same as `findCounterexample`.
 *
 * @example
 * import { explainWait, improves } from 'peakend';
 * import { findCounterexampleAsync } from 'peakend/arbitraries';
 * const queue = { name: 'Queue', interactions: [{ id: 'queue', kind: 'wait', duration: 300 }] };
 * const standard = improves('perceivedDuration', { by: 10 });
 * const search = { baseline: queue, variant: [explainWait('queue')], standard, runs: 5, seed: 1 };
 * (await findCounterexampleAsync(search, { onProgress: ({ share }) => share })).kind; // 'counterexample'
 */
export async function findCounterexampleAsync(input: CounterexampleInput, options: DriveOptions = {}): Promise<SearchResult> {
  const search = new Search(readSearch(input));
  return drive({ work: search.work(), progress: search.progress, partial: () => search.partial() }, options);
}

const mostConfirmations = 8;
const nearest = 3;
/** Beyond this chance on either side a close case is told. */
const doubtful = 0.01;

class Search {
  readonly progress = new Progress();
  readonly #read: ReadSearch;
  readonly #judge: Judge;
  readonly #exploration: Exploration;
  /** The standard, in words. */
  readonly #standard: string;

  constructor(read: ReadSearch) {
    this.#read = read;
    this.#judge = new Judge(read.standard, read.seed, read.outcomes);
    this.#exploration = new Exploration(this.#judge, read.starts, read.dimensions, randomSource(read.seed), read.runs);
    this.#standard = wordsOf(read.standard);
  }

  *work(): Work<SearchResult> {
    const { starts, errorRate, customers } = this.#read;
    // What is wrong with model or segments is wrong in every case: it is told now.
    this.#judge.lookAt(writeCase(starts[0]!), 2, 'door');
    let confirmations = 0;
    let allowed = errorRate;
    for (const tried of this.#exploration.search()) {
      yield this.#look();
      if (tried === undefined || confirmations >= mostConfirmations) continue;
      const small = yield* shrink(this.#judge, tried.one, () => this.#look());
      for (const one of [small, tried.one]) {
        if (++confirmations > mostConfirmations) break;
        // Spent in halves: ½, ¼, ⅛ … of the chance of a false alarm, however often the search comes back with another case.
        allowed /= 2;
        const confirmation = confirm(this.#judge, one, `confirm/${confirmations}`, allowed, customers);
        yield this.#look();
        if (confirmation?.broken === true) return this.#found(tried, one, confirmation);
      }
    }
    return this.#notFound();
  }

  // eslint-disable-next-line require-yield -- work like any other, of one piece
  *partial(): Work<NoCounterexample> {
    const searched = this.#searched();
    const words = `Stopped. Not found so far: a case against "${this.#standard}". ${searched.words}.`;
    return told({ kind: 'none found', standard: this.#standard, searched, words });
  }

  /** Counts what was tried; every look at a case is a turn's work. */
  #look(): number {
    this.progress.total = this.#read.runs;
    this.progress.done = Math.min(this.#exploration.cases, this.#read.runs);
    return Infinity;
  }

  #found({ one: { pair, settings } }: Tried, one: Case, { judgement: { evidence }, purpose }: Confirmation): Counterexample {
    const written = this.#written(one, evidence.customers, purpose);
    const full = compare({ ...written, outcomes: reasonOutcomes }) as Found;
    const reasons = reasonsFor(full, this.#judge.outcome, written.segments[0].model?.memory ?? written.model.memory);
    const { source } = one.pair;
    return told({
      kind: 'counterexample' as const,
      standard: this.#standard,
      case: written,
      ...(Array.isArray(source) ? { edits: source } : {}),
      differs: describeSettings(one),
      evidence,
      reasons,
      shrunkFrom: {
        baseline: pair.baseline.interactions.length,
        redesign: pair.variant.interactions.length,
        settings: settings.length,
      },
      searched: this.#searched(),
      words: counterexampleWords(this.#read.standard, one, evidence, reasons, this.#today(written)),
    });
  }

  /** What today's journey comes to, where the standard is about a level. */
  #today(written: CounterexampleCase): number | undefined {
    if (!this.#judge.isAboutLevel) return undefined;
    return this.#judge.lookAt({ ...written, variants: { redesign: written.baseline } }, written.customers, 'close').evidence.value;
  }

  #notFound(): NoCounterexample {
    const { standard, customers } = this.#read;
    const [closest] = this.#exploration
      .closest(nearest)
      // A function that holds does not tell how nearly: of such cases none is closer than another.
      .filter(({ judgement }) => typeof standard !== 'function' || judgement.headroom < 1)
      .flatMap(({ one }) => {
        const judgement = this.#judge.look(one, customers, 'close');
        return judgement === undefined ? [] : [{ one, judgement }];
      })
      .sort((a, b) => a.judgement.chance - b.judgement.chance);
    const searched = this.#searched();
    if (closest === undefined) {
      const words = `No case found against "${this.#standard}" in ${searched.words}.`;
      return told({ kind: 'none found', standard: this.#standard, searched, words });
    }
    const { one, judgement } = closest;
    const { evidence } = judgement;
    const undecided = judgement.chance < 1 - doubtful;
    const verdict = undecided
      ? `Undecided: "${this.#standard}" can neither be shown to hold nor to break`
      : `No case found against "${this.#standard}"`;
    const nearby = closestWords(standard, one, judgement).replace(/^F/, 'f');
    return told({
      kind: undecided ? ('undecided' as const) : ('none found' as const),
      standard: this.#standard,
      closest: { case: this.#written(one, evidence.customers, 'close'), differs: describeSettings(one), evidence },
      searched,
      words: `${verdict} in ${searched.words}. Closest: ${nearby}`,
    });
  }

  #written(one: Case, customers: number, purpose: string): CounterexampleCase {
    return { ...writeCase(one), customers, seed: this.#judge.seedOf(purpose) } as CounterexampleCase;
  }

  #searched(): Searched {
    const { dimensions, errorRate, runs } = this.#read;
    const { cases, ends, pairs } = this.#exploration;
    const settings = dimensions.length;
    const searched = {
      cases: Math.min(cases, runs),
      settings,
      ends: { tried: ends.size, of: dimensions.reduce((sum, { ends: own }) => sum + own.length, 0) },
      pairs: { tried: pairs.size, of: (settings * Math.max(0, settings - 1)) / 2 },
      customers: this.#judge.customers,
      errorRate,
    };
    return { ...searched, words: searchedWords(searched) };
  }
}

function told<Result extends SearchResult>(result: Result): Result {
  return deepFreeze(withDisplay(result, searchPage));
}

function searchPage({ words, searched, kind }: SearchResult): Block[] {
  return kind === 'counterexample' ? [{ prose: words }, { prose: `Found in ${searched.words}.` }] : [{ prose: words }];
}
