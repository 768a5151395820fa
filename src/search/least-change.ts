import { deepFreeze } from '../plain/deep-freeze';
import { finish, type Work } from '../plain/work';
import type { Caution } from '../results/types';
import { recordOf, versions } from '../simulation/assemble';
import { studyCautions } from '../simulation/cautions';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import { Progress } from '../simulation/progress';
import type { SegmentsOrIds } from '../simulation/types';
import type { Standard } from '../standards/types';
import { outcomeOf } from '../standards/check-standards';
import { withDisplay } from '../words/display';
import { unfit } from '../errors/wording';
import { bySimplicity, type Design } from './designs';
import { everyDesign } from './explore';
import { askDesigns, type Answers } from './ask-designs';
import { studyOf } from './live-designs';
import { nothingToDo } from './nothing-to-do';
import { hiddenFor, standardQuestions } from './questions';
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
 * As {@link leastChange}, without holding up whoever else runs in this thread; `signal`, `onProgress` and `runner` as in `simulateAsync`. Customers are counted
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
    return own.target.map((standard) => outcomeOf(standard)[0]);
  });
  return { ...read, ...own! };
}

const rounds = [64, 512, 4_096] as const;
/** How many of those left, the least first, are tried on new customers. */
const mostTried = 20;
/** How many are held against the target before the next are looked at. */
const together = 256;

function leastWork(read: ReadLeast): WatchedWork<LeastChange> {
  const progress = new Progress();
  function* work(): Work<LeastChange> {
    const { study, space, target, least } = read;
    const questions = target.flatMap((standard) => standardQuestions(standard, study.segments, {}));
    const explored = yield* everyDesign(space);
    if (explored.designs.length === 1) throw nothingToDo('candidates');
    const sorted = [...explored.designs].sort(least === 'edits' ? byEdits : bySimplicity);
    const { customers, segments, confidence } = study;
    const inAllRounds = rounds.reduce((sum, own) => sum + own, 0) * segments.length;
    progress.total = sorted.length * inAllRounds + (mostTried + 1) * customers * segments.length;
    const searching = studyOf(read, 'search');
    const choosing = studyOf(read, 'choice');
    const statements = sorted.length * questions.length * rounds.length;
    const run = rounds.map((own) => ({ designs: 0, customers: own }));
    const open: Design[] = [];
    const nearest: { design: Design; short: number }[] = [];
    let reaching: Design | undefined;
    let tried = 0;
    for (let start = 0; start < sorted.length && reaching === undefined; start += together) {
      // 1. What falls short by more than chance is out: one error for every design, place and round.
      let left: readonly Answered[] = sorted.slice(start, start + together).map((design) => ({ design }));
      for (const [round, own] of rounds.entries()) {
        if (left.length === 0) break;
        run[round]!.designs += left.length;
        const answers = yield* askDesigns(searching, designsOf(left), questions, own, progress, hiddenFor(confidence, statements));
        const reach = reachFor(confidence, statements, own);
        left = left.map(({ design }, index) => ({ design, answers: answers[index]! })).filter((one) => highest(one.answers, reach) >= 0);
      }
      // What a design no longer needs counts as done: how many need it is not known beforehand.
      progress.done = Math.min(sorted.length, start + together) * inAllRounds + tried * customers * segments.length;
      open.push(...designsOf(left));
      // 2. The first of the rest that clearly reaches it, by customers who were not there before.
      const likely = left.filter(({ answers }) => Math.min(...answers!.means) >= 0).slice(0, mostTried - tried);
      tried += likely.length;
      const answers = yield* askDesigns(
        choosing,
        designsOf(likely),
        questions,
        customers,
        progress,
        hiddenFor(confidence, mostTried * questions.length),
      );
      const reach = reachFor(confidence, mostTried * questions.length, customers);
      reaching = likely.find((_, index) => lowest(answers[index]!, reach) >= 0)?.design;
      nearest.push(...left.map(({ design, answers: own }) => ({ design, short: nearness(own!) })));
    }
    const found = reaching ?? nearest.reduce((best, one) => (one.short > best.short ? one : best), nearest[0]!)?.design;
    // 3. The report, by yet others.
    const reported = found === undefined ? undefined : yield* reportFound(study, [found], [], target, {}, progress);
    progress.done = progress.total;
    const cautions = reported?.comparison.cautions ?? (yield* studyCautions(study, customers));
    return presented(read, { sorted, open, reaches: reaching !== undefined, nearest: found, explored, run }, reported, cautions);
  }
  return { work: work(), progress, partial: () => undefined };
}

const byEdits = (a: Design, b: Design): number => a.edits.length - b.edits.length || a.cost - b.cost;

interface Answered {
  readonly design: Design;
  readonly answers?: Answers;
}

function designsOf(some: readonly Answered[]): Design[] {
  return some.map(({ design }) => design);
}

/** How far an answer may be from what it truly is. */
type Reach = (answers: Answers, question: number) => number;

/** For so many statements at once. At most 1 − α^(1/n) of customers escape a sample of n: ln(1/α)/n. */
function reachFor(confidence: number, statements: number, customers: number): Reach {
  const z = width(confidence, statements, customers);
  const hidden = hiddenFor(confidence, statements);
  return ({ errors, rare, unseen }, question) => z * errors[question]! + rare[question]! + hidden * unseen[question]!;
}

/** The highest that the worst answer may be. Rounding is no fault. */
function highest(answers: Answers, reach: Reach): number {
  return 1e-9 + answers.means.reduce((least, mean, question) => Math.min(least, mean + reach(answers, question)), Infinity);
}

/** The lowest that the worst answer may be. Rounding is no fault. */
function lowest(answers: Answers, reach: Reach): number {
  return 1e-9 + answers.means.reduce((least, mean, question) => Math.min(least, mean - reach(answers, question)), Infinity);
}

/** By how many standard errors the worst answer clears what has to be. */
function nearness({ means, errors }: Answers): number {
  return means.reduce((least, mean, at) => Math.min(least, mean / Math.max(errors[at]!, 1e-12)), Infinity);
}

interface Course {
  readonly sorted: readonly Design[];
  /** What could not be ruled out. */
  readonly open: readonly Design[];
  readonly reaches: boolean;
  readonly nearest: Design | undefined;
  readonly explored: Pick<LeastChange['searched'], 'method' | 'impossible'> & { readonly seen: number };
  readonly run: LeastChange['searched']['rounds'];
}

function presented(
  { study, least }: ReadLeast,
  { sorted, open, reaches, nearest, explored, run }: Course,
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
    less: { designs: smaller(sorted), open: smaller(open) },
    confidence: study.confidence,
    searched: { method, designs: seen, impossible, rounds: run.filter((round) => round.designs > 0) },
    ...(reported === undefined ? {} : { comparison: reported.comparison, standards: reported.standards! }),
    cautions,
    study: reported?.comparison.study ?? recordOf(study, study.customers),
    versions: versions(study.journeys[0]!),
  };
  return deepFreeze(withDisplay({ ...result, sentence: leastSentence(result) }, leastPage));
}
