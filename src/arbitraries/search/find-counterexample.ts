import { compare } from '../../comparison/compare';
import type { Comparison } from '../../results/types';
import { isAboutChange, outcomeOf } from '../../standards/check-standards';
import { deepFreeze } from '../../plain/deep-freeze';
import { drive, type DriveOptions } from '../../simulation/drive';
import { finish, type RunProgress } from '../../simulation/run-study';
import { randomSource } from '../random-source';
import { describeSettings, writeCase, type Case } from './case';
import { confirm, looksUpTo, type Confirmation } from './confirm';
import { Exploration, type Tried } from './explore';
import { Judge } from './judge';
import { readSearch, type ReadSearch } from './read-search';
import { reasonOutcomes, reasonsFor } from './reasons';
import { shrink } from './shrink';
import type { Counterexample, CounterexampleCase, CounterexampleInput, NoCounterexample, SearchResult, Searched } from './types';
import { withDisplay } from '../../words/display';
import type { Block } from '../../words/page';
import { counterexampleWords, searchedWords, wordsOf } from './words';

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
 * @param options `signal` stops the search: the promise is rejected with an `AbortError`, whose `partial` is what was searched so far;
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
  return drive(search.work(), Infinity, options, () => search.partial());
}

const mostConfirmations = 8;
const nearest = 3;
/** Beyond this chance on either side a close case is told. */
const doubtful = 0.01;

class Search {
  readonly #read: ReadSearch;
  readonly #judge: Judge;
  readonly #exploration: Exploration;

  constructor(read: ReadSearch) {
    this.#read = read;
    this.#judge = new Judge(read.standard, read.seed, read.outcomes);
    this.#exploration = new Exploration(this.#judge, read.starts, read.dimensions, randomSource(read.seed), read.runs);
  }

  *work(): Generator<RunProgress, SearchResult, void> {
    // What is wrong with model or segments is wrong in every case: it is told now.
    const [start] = this.#read.starts;
    this.#judge.lookAt(writeCase(start!)!, 2, 'door');
    let confirmations = 0;
    for (const tried of this.#exploration.search()) {
      yield this.#progress();
      if (tried === undefined || confirmations >= mostConfirmations) continue;
      const small = yield* this.#shrunk(tried);
      for (const one of [small, tried.one]) {
        if (confirmations >= mostConfirmations) break;
        const confirmation = confirm(this.#judge, one, ++confirmations, this.#read.errorRate, this.#read.customers);
        yield this.#progress();
        if (confirmation?.broken === true) return this.#found(tried, one, confirmation);
      }
    }
    return this.#notFound();
  }

  partial(): NoCounterexample {
    const searched = this.#searched();
    const words = `Stopped. Not found so far: a case against "${wordsOf(this.#read.standard)}". ${searched.words}.`;
    return told({ kind: 'none found', standard: wordsOf(this.#read.standard), searched, words });
  }

  *#shrunk({ one }: Tried): Generator<RunProgress, Case, void> {
    const work = shrink(this.#judge, one);
    for (;;) {
      const step = work.next();
      if (step.done === true) return step.value;
      yield this.#progress();
    }
  }

  #progress(): RunProgress {
    const { runs } = this.#read;
    const done = Math.min(this.#exploration.cases, runs);
    return { done, total: runs, share: done / runs };
  }

  #found(tried: Tried, one: Case, { judgement, purpose }: Confirmation): Counterexample {
    const { standard } = this.#read;
    const written = this.#written(one, judgement.evidence.customers, purpose);
    const full = compare({ ...written, outcomes: reasonOutcomes }) as Comparison<string, 'redesign'>;
    const outcome = typeof standard === 'function' ? 'satisfaction' : outcomeOf(standard)[0];
    const reasons = reasonsFor(full, outcome, written.segments[0].model?.memory ?? written.model.memory);
    const { source } = one.pair;
    return told({
      kind: 'counterexample' as const,
      standard: wordsOf(standard),
      case: written,
      ...(Array.isArray(source) ? { edits: source } : {}),
      differs: describeSettings(one),
      evidence: judgement.evidence,
      reasons,
      shrunkFrom: {
        baseline: tried.one.pair.baseline.interactions.length,
        redesign: tried.one.pair.variant.interactions.length,
        settings: tried.one.settings.length,
      },
      searched: this.#searched(),
      words: counterexampleWords(standard, one, judgement.evidence, { reasons, today: this.#today(written) }),
    });
  }

  /** What today's journey comes to, where the standard is about a level. */
  #today(written: CounterexampleCase): number | undefined {
    const { standard } = this.#read;
    if (typeof standard === 'function' || isAboutChange(standard)) return undefined;
    return this.#judge.lookAt({ ...written, variants: { redesign: written.baseline } }, written.customers, 'close').evidence.value;
  }

  #notFound(): NoCounterexample {
    const { standard, customers } = this.#read;
    const most = looksUpTo(customers).at(-1)!;
    const close = this.#exploration.closest(nearest).flatMap(({ one }) => {
      const judgement = this.#judge.look(one, most, 'close');
      return judgement === undefined ? [] : [{ one, judgement }];
    });
    close.sort((a, b) => a.judgement.chance - b.judgement.chance);
    const [closest] = close;
    const undecided = closest !== undefined && closest.judgement.chance < 1 - doubtful;
    const searched = this.#searched();
    const verdict = undecided
      ? `Undecided: "${wordsOf(standard)}" can neither be shown to hold nor to break`
      : `No case found against "${wordsOf(standard)}"`;
    const nearby =
      closest === undefined
        ? ''
        : ` Closest: ${counterexampleWords(standard, closest.one, closest.judgement.evidence, { reasons: [] }).replace(/^F/, 'f')}`;
    return told({
      kind: undecided ? ('undecided' as const) : ('none found' as const),
      standard: wordsOf(standard),
      ...(closest === undefined
        ? {}
        : {
            closest: {
              case: this.#written(closest.one, closest.judgement.evidence.customers, 'close'),
              differs: describeSettings(closest.one),
              evidence: closest.judgement.evidence,
            },
          }),
      searched,
      words: `${verdict} in ${searched.words}.${nearby}`,
    });
  }

  #written(one: Case, customers: number, purpose: string): CounterexampleCase {
    return { ...writeCase(one)!, customers, seed: this.#judge.seedOf(purpose) } as CounterexampleCase;
  }

  #searched(): Searched {
    const { dimensions, errorRate } = this.#read;
    const { cases, ends, pairs } = this.#exploration;
    const searched = {
      cases: Math.min(cases, this.#read.runs),
      settings: dimensions.length,
      ends: { tried: ends.size, of: dimensions.reduce((sum, { ends: own }) => sum + own.length, 0) },
      pairs: { tried: pairs.size, of: (dimensions.length * Math.max(0, dimensions.length - 1)) / 2 },
      customers: this.#judge.customers,
      errorRate,
    };
    return { ...searched, words: searchedWords(searched) };
  }
}

function told<Result extends SearchResult>(result: Result): Result {
  return deepFreeze(withDisplay(result, searchPage));
}

function searchPage(result: SearchResult): Block[] {
  const { words, searched, kind } = result;
  return kind === 'counterexample' ? [{ prose: words }, { prose: `Found in ${searched.words}.` }] : [{ prose: words }];
}
