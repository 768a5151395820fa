import { deepFreeze } from '../plain/deep-freeze';
import { finish, type Work } from '../plain/work';
import type { Caution } from '../results/types';
import { recordOf, versions } from '../simulation/assemble';
import { studyCautions } from '../simulation/cautions';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import { Progress } from '../simulation/progress';
import type { SegmentsOrIds } from '../simulation/types';
import type { Standard } from '../standards/types';
import { withDisplay } from '../words/display';
import { unfit } from '../errors/wording';
import type { Design } from './designs';
import { everyDesign } from './explore';
import { askDesigns, studyOf, type Answers } from './live-designs';
import { nothingToDo } from './nothing-to-do';
import { standardQuestions, type Question } from './questions';
import { width } from './race';
import { readPromises, readSearch, type ReadSearch } from './read-search';
import { reportFound, type Reported } from './report-found';
import { leastPage, leastSentence } from './search-words';
import type { FoundRedesign, LeastChange, LeastChangeInput } from './types';

/**
 * The least that reaches a target: the shortest list of edits, or the cheapest, by which for instance elderly customers come to 70 points; or a proof
 * that nothing among the candidates does.
 *
 * Every design is held against the target by more and more customers. One that falls short by more than chance allows (an error for all designs and
 * all rounds at once, Bonferroni) is out; if all are, that is the proof, at the study's confidence. Of those left, the least that clearly reaches it
 * with customers who were not in the search is the one found. Where there are more designs than `most`, short lists are looked at before long
 * ones, and what is said holds of those.
 *
 * @param input `journey`, `candidates`, `target` (a standard or several), `least` (`edits`, the default, or `cost`), `budget`, `maxEdits`, `most`, and a
 * study (`customers` default 10,000).
 * @returns Frozen plain data: `verdict`, `found` (edits, cost, what it changes), `less` (how many need less, and whether they are ruled out),
 * `comparison`, `standards`, `searched` and a `sentence`.
 * @throws JourneyError with every fault in the study, candidates and target at once.
 *
 * @example
 * import { atLeast, move, update } from 'peakend';
 * import { leastChange } from 'peakend/decide';
 * const visit = { name: 'Visit', interactions: [{ id: 'thanks', duration: 60, affect: 5 }, { id: 'bill', duration: 60, affect: -3 }] };
 * const candidates = [update('bill', { affect: 0 }, { cost: 900 }), move('thanks', { to: 'end' }, { cost: 10 })];
 * const least = leastChange({ journey: visit, candidates, target: atLeast('endAffect', 4), customers: 200, seed: 1 });
 * least.found.description; // 'move "thanks" to the end (cost 10)'
 * leastChange({ journey: visit, candidates, target: atLeast('endAffect', 6), customers: 200, seed: 1 }).verdict; // 'not reached'
 */
export function leastChange<const Segments extends SegmentsOrIds>(input: LeastChangeInput<Segments>): LeastChange {
  return finish(leastWork(readLeast(input)).work);
}

/**
 * As {@link leastChange}, without holding up whoever else runs in this thread; `signal` and `onProgress` as in `simulateAsync`. Customers are counted
 * once for every design they go through.
 *
 * @example
 * import { atLeast, move } from 'peakend';
 * import { leastChangeAsync } from 'peakend/decide';
 * const visit = { name: 'Visit', interactions: [{ id: 'thanks', duration: 60, affect: 5 }, { id: 'bill', duration: 60, affect: -3 }] };
 * const candidates = [move('thanks', { to: 'end' })];
 * const least = await leastChangeAsync({ journey: visit, candidates, target: atLeast('endAffect', 4), customers: 200, seed: 1 });
 * least.verdict; // 'reached'
 */
export async function leastChangeAsync<const Segments extends SegmentsOrIds>(
  input: LeastChangeInput<Segments>,
  options: DriveOptions = {},
): Promise<LeastChange> {
  return drive(leastWork(readLeast(input)), options);
}

interface ReadLeast extends ReadSearch {
  readonly target: readonly Standard[];
  readonly least: 'edits' | 'cost';
}

const ownKeys = ['target', 'least'] as const;

function readLeast(given: unknown): ReadLeast {
  let own: Pick<ReadLeast, 'target' | 'least'> | undefined;
  const read = readSearch(given, ownKeys, (found, issues) => {
    const { target, least = 'edits' } = found.written;
    if (target === undefined || (Array.isArray(target) && target.length === 0)) {
      issues.push(unfit(target, 'target', 'a standard', { code: 'missing', hint: "for example atLeast('satisfaction', 70)" }));
    }
    if (least !== 'edits' && least !== 'cost') issues.push(unfit(least, 'least', "'edits' or 'cost'"));
    own = { target: readPromises(target, 'target', found, issues), least: least as ReadLeast['least'] };
  });
  return { ...read, ...own! };
}

const rounds = [64, 512, 4_096] as const;
/** How many of those left, the least first, are tried on new customers. */
const mostTried = 20;

function leastWork(read: ReadLeast): WatchedWork<LeastChange> {
  const progress = new Progress();
  function* work(): Work<LeastChange> {
    const { study, space, target, least } = read;
    const questions = target.flatMap((standard) => standardQuestions(standard, study.segments));
    const explored = yield* everyDesign(space);
    if (explored.designs.length === 1) throw nothingToDo('candidates');
    const sorted = [...explored.designs].sort(least === 'edits' ? byEdits : byCost);
    const { customers, segments, confidence } = study;
    progress.total = (sorted.length * rounds[0] + 40 * rounds[1] + 40 * rounds[2] + mostTried * customers) * segments.length;
    // 1. What falls short by more than chance is out: one error for every design, place and round.
    const searching = studyOf(study, 'search');
    const statements = sorted.length * questions.length * rounds.length;
    let left: readonly Design[] = sorted;
    const run: { designs: number; customers: number }[] = [];
    for (const own of rounds) {
      if (left.length === 0) break;
      run.push({ designs: left.length, customers: own });
      const z = width(confidence, statements, own);
      const answers = yield* askDesigns(searching, left, questions, own, progress);
      left = left.filter((_, index) => questions.every((_, at) => answers[index]!.means[at]! + z * answers[index]!.errors[at]! >= -1e-9));
    }
    // 2. The least of the rest that clearly reaches it, by customers who were not there before.
    const tried = left.slice(0, mostTried);
    const answers = yield* askDesigns(studyOf(study, 'choice'), tried, questions, customers, progress);
    const z = width(confidence, tried.length * questions.length, customers);
    const reaches = tried.findIndex((_, index) => lowest(answers[index]!, questions, z) >= 0);
    const nearest = tried[reaches >= 0 ? reaches : nearestOf(answers, questions)];
    // 3. The report, by yet others.
    const reported = nearest === undefined ? undefined : yield* reportFound(study, [nearest], [], target, customers);
    const cautions = reported?.comparison.cautions ?? (yield* studyCautions(study, customers));
    return presented(read, { sorted, left, reaches: reaches >= 0, nearest, explored, run }, reported, cautions);
  }
  return { work: work(), progress, partial: () => undefined };
}

const byEdits = (a: Design, b: Design): number => a.edits.length - b.edits.length || a.cost - b.cost;
const byCost = (a: Design, b: Design): number => a.cost - b.cost || a.edits.length - b.edits.length;

/** The lowest that the mean of a question may be, less what it has to be, over all questions. */
function lowest({ means, errors }: Answers, questions: readonly Question[], z: number): number {
  return Math.min(...questions.map((_, at) => means[at]! - z * errors[at]! + 1e-9));
}

/** Whose worst answer falls short by the fewest standard errors. */
function nearestOf(answers: readonly Answers[], questions: readonly Question[]): number {
  const short = answers.map(({ means, errors }) => Math.min(...questions.map((_, at) => means[at]! / Math.max(errors[at]!, 1e-12))));
  return short.indexOf(Math.max(...short));
}

interface Course {
  readonly sorted: readonly Design[];
  readonly left: readonly Design[];
  readonly reaches: boolean;
  readonly nearest: Design | undefined;
  readonly explored: Pick<LeastChange['searched'], 'method' | 'impossible'> & { readonly seen: number };
  readonly run: LeastChange['searched']['rounds'];
}

function presented(
  { study, least }: ReadLeast,
  { sorted, left, reaches, nearest, explored, run }: Course,
  reported: Reported | undefined,
  cautions: readonly Caution[],
): LeastChange {
  const measure = (design: Design): number => (least === 'edits' ? design.edits.length : design.cost);
  const smaller = (designs: readonly Design[]): number =>
    nearest === undefined ? 0 : designs.filter((design) => measure(design) < measure(nearest)).length;
  const [first] = reported?.found ?? [];
  const certain = { low: 0, high: 0, level: study.confidence };
  const found: FoundRedesign | undefined = first === undefined ? undefined : { ...first, behind: { difference: 0, interval: certain } };
  const { method, seen, impossible } = explored;
  const result: Omit<LeastChange, 'sentence'> = {
    kind: 'least change',
    least,
    verdict: nearest === undefined ? 'not reached' : reaches && found?.standards === 'holds' ? 'reached' : 'cannot tell',
    ...(found === undefined ? {} : { found }),
    less: { designs: smaller(sorted), open: smaller(left) },
    confidence: study.confidence,
    searched: { method, designs: seen, impossible, rounds: run },
    ...(reported === undefined ? {} : { comparison: reported.comparison, standards: reported.standards! }),
    cautions,
    study: reported?.comparison.study ?? recordOf(study, study.customers),
    versions: versions(study.journeys[0]!),
  };
  return deepFreeze(withDisplay({ ...result, sentence: leastSentence(result) }, leastPage));
}
