import { carriedMargins } from '../comparison/carried-margins';
import { deepFreeze } from '../plain/deep-freeze';
import { finish, type Work } from '../plain/work';
import type { Robustness } from '../robustness/types';
import { readRobustness } from '../robustness/read-robustness';
import { robustnessWork } from '../robustness/robustness';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import { Progress } from '../simulation/progress';
import type { SegmentsOrIds } from '../simulation/types';
import { withDisplay } from '../words/display';
import { choose, type Chosen } from './choose';
import type { Design } from './designs';
import { climb, everyDesign, isSmall, type Explored } from './explore';
import { askDesigns } from './ask-designs';
import { studyOf, type PartStudy } from './live-designs';
import { nothingToDo } from './nothing-to-do';
import { objectiveQuestion, standardQuestions } from './questions';
import { allOf, climbing, compareRunners, mostRaced, race, survivors, type Questions } from './race';
import { countedWithin } from './counted-within';
import { readFind, readOrder, type ReadFind } from './read-find';
import { reportFound, type Reported } from './report-found';
import { redesignsPage, redesignsSentence } from './search-words';
import type { BestOrderInput, FindRedesignsInput, FoundRedesign, Redesigns, StatedObjective } from './types';

/**
 * Looks through what could be done to a journey for what is best: at most one way of each candidate, in the order given, and then another order of
 * steps. Few designs are looked at one by one; of many the better ones are climbed to from many beginnings, all on the same customers, and more
 * customers go through fewer designs in every round.
 *
 * Looking for the best of many finds some that were lucky. So the last choice is made on customers who were not in the search, and says how far the one
 * chosen may fall short of the best leader; and what is reported comes from yet others, those of the study's own seed: `compare` with that seed and
 * these edits says the same. Rounds drop what looks worse, so a design that looked bad by chance can be missed: `selection` speaks of the leaders.
 *
 * @param input `journey`, `candidates` (edits, lists of edits that belong together, and the families {@link oneOf}, {@link moveTo},
 * {@link mergeNeighbours}, {@link anyOrder}), `objectives` (default satisfaction, felt time, completion; the first decides), `standards` that must hold,
 * `budget`, `maxEdits`, `most` (designs looked at, default 10,000), `robustness` of the leaders, and a study (`customers` default 10,000).
 * @returns Frozen plain data: `best` (absent where nothing is better), `leaders`, `front` over objectives and cost, `selection`, `searched`,
 * `comparison`, `standards`, `robustness` and a `sentence`.
 * @throws JourneyError with every fault in the study, candidates, objectives and standards at once.
 *
 * @example
 * import { informWait, move } from 'peakend';
 * import { findRedesigns } from 'peakend/decide';
 * const visit = {
 *   name: 'Visit',
 *   interactions: [
 *     { id: 'thanks', duration: 60, affect: 5 },
 *     { id: 'queue', kind: 'wait', duration: 600, affect: -3 },
 *     { id: 'desk', duration: 300, affect: 1 },
 *   ],
 * };
 * const candidates = [informWait('queue', { cost: 900 }), move('thanks', { to: 'end' }, { cost: 0 })];
 * const found = findRedesigns({ journey: visit, candidates, budget: 500, robustness: false, customers: 200, seed: 1 });
 * found.best.description; // 'move "thanks" to the end (cost 0)'
 * found.searched.designs; // 2
 */
export function findRedesigns<const Segments extends SegmentsOrIds>(input: FindRedesignsInput<Segments>): Redesigns {
  return finish(findWork(readFind(input)).work);
}

/**
 * As {@link findRedesigns}, without holding up whoever else runs in this thread; `signal`, `onProgress` and `runner` as in `simulateAsync`. Customers are counted
 * once for every design they go through.
 *
 * @example
 * import { move } from 'peakend';
 * import { findRedesignsAsync } from 'peakend/decide';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 3 }, { id: 'bill', duration: 60, affect: -2 }] };
 * const candidates = [move('bill', { to: 'start' })];
 * const found = await findRedesignsAsync({ journey: call, candidates, robustness: false, customers: 200, seed: 1 });
 * found.best.name; // 'design A'
 */
export async function findRedesignsAsync<const Segments extends SegmentsOrIds>(
  input: FindRedesignsInput<Segments>,
  options: DriveOptions = {},
): Promise<Redesigns> {
  return drive(findWork(readFind(input)), options);
}

/**
 * The best order of the steps: {@link findRedesigns} over `anyOrder(ids)`. What `after` and `pin` ask for is kept.
 *
 * @param input As for `findRedesigns`, with `ids` (steps that may change places; default all that no pin holds) in place of candidates.
 * @returns As from `findRedesigns`.
 * @throws JourneyError with every fault at once.
 *
 * @example
 * import { bestOrder } from 'peakend/decide';
 * const steps = [5, -3, 1].map((affect, index) => ({ id: `step ${index}`, duration: 300, affect }));
 * const found = bestOrder({ journey: { name: 'Visit', interactions: steps }, robustness: false, customers: 200, seed: 1 });
 * found.best.description; // 'move "step 0" to the end'
 */
export function bestOrder<const Segments extends SegmentsOrIds>(input: BestOrderInput<Segments>): Redesigns {
  return finish(findWork(readOrder(input)).work);
}

/**
 * As {@link bestOrder}, without holding up whoever else runs in this thread; `signal`, `onProgress` and `runner` as in `simulateAsync`.
 *
 * @example
 * import { bestOrderAsync } from 'peakend/decide';
 * const steps = [5, -3, 1].map((affect, index) => ({ id: `step ${index}`, duration: 300, affect }));
 * const found = await bestOrderAsync({ journey: { name: 'Visit', interactions: steps }, robustness: false, customers: 200, seed: 1 });
 * found.searched.designs; // 6
 */
export async function bestOrderAsync<const Segments extends SegmentsOrIds>(
  input: BestOrderInput<Segments>,
  options: DriveOptions = {},
): Promise<Redesigns> {
  return drive(findWork(readOrder(input)), options);
}

function findWork(read: ReadFind): WatchedWork<Redesigns> {
  const progress = new Progress();
  function* work(): Work<Redesigns> {
    const { study, objectives, standards, margins } = read;
    const questions: Questions = {
      objectives: objectives.map((objective) => objectiveQuestion(objective, study.segments, read.margins)),
      standards: standards.flatMap((standard) => standardQuestions(standard, study.segments, carriedMargins(margins, study.model))),
    };
    const { customers } = study;
    const living = study.segments.length;
    progress.total = living * (read.space.most * climbing.customers + aheadOf(read.space.most, read));
    const searching = studyOf(read, 'search');
    // 1. Every design, or the better ones.
    const explored = yield* explore(read, searching, questions, progress);
    if (explored.designs.length === 1) throw nothingToDo(read.path);
    progress.total = progress.done + living * aheadOf(explored.designs.length, read);
    // 2. More and more customers through fewer and fewer of them.
    const { finalists, rounds } = yield* race(searching, explored.designs, questions, customers, progress);
    progress.total = progress.done + living * aheadOf(finalists.length, read);
    // 3. The choice, by customers who were not there before.
    const chosen = yield* choose(studyOf(read, 'choice'), finalists, questions, customers, progress);
    // 4. The report, by yet others.
    const reported = yield* reportFound(study, named(chosen), objectives, standards, margins, progress);
    const robust = yield* tryLeaders(read, reported.found, chosen, progress);
    progress.done = progress.total;
    return presented(read, { ...explored, rounds }, chosen, reported, robust);
  }
  return { work: work(), progress, partial: () => undefined };
}

/** At most how many customers of each segment there are still to be lived, from so many designs on: never more than is said, so that no share falls. */
function aheadOf(designs: number, { study: { customers }, robustness }: ReadFind): number {
  const { customers: raced, finalists } = mostRaced(designs, customers);
  return raced + (2 * finalists + (robustness === undefined ? 0 : mostTried)) * customers;
}

function* explore({ space }: ReadFind, searching: PartStudy, questions: Questions, progress: Progress): Work<Explored> {
  if (isSmall(space)) {
    const all = yield* everyDesign(space);
    if (all.method === 'exact') return all;
  }
  return yield* climb(space, searching, {
    ask: (designs) => askDesigns(searching, designs, allOf(questions), climbing.customers, progress),
    rank: (a, b) => compareRunners(questions, a, b),
    choose: (runners) => survivors(runners, questions, climbing.keep),
  });
}

/** Those that are named in the report: all finalists that change something, best first. */
function named({ ranked }: Chosen): Design[] {
  return ranked.map(({ design }) => design).filter(({ edits }) => edits.length > 0);
}

const mostTried = 3;

/** Whether the verdicts on the first few hang on what nobody knows. */
function* tryLeaders(
  { study: { customers, segments: living }, written, robustness, space, objectives }: ReadFind,
  found: Reported['found'],
  chosen: Chosen,
  progress: Progress,
): Work<Robustness | undefined> {
  const isBetter = chosen.best !== undefined && chosen.best.edits.length > 0;
  if (robustness === undefined || !isBetter) return undefined;
  const variants = Object.fromEntries(found.slice(0, mostTried).map(({ name }, index) => [name, named(chosen)[index]!.journey]));
  const { segments, model, seed, confidence, population } = written;
  const study = Object.fromEntries(
    Object.entries({ segments, model, seed, confidence, population }).filter(([, value]) => value !== undefined),
  );
  const { outcome } = objectives[0]!;
  const trying = robustnessWork(readRobustness({ ...study, baseline: space.journey, variants, outcome, over: robustness }));
  return yield* countedWithin(trying, progress, mostTried * customers * living.length);
}

function presented(
  { study, objectives }: ReadFind,
  { method, seen, impossible, rounds }: Explored & Pick<Redesigns['searched'], 'rounds'>,
  chosen: Chosen,
  { comparison, standards, found }: Reported,
  robustness: Robustness | undefined,
): Redesigns {
  const [{ segment }] = objectives as readonly [StatedObjective];
  const behind = chosen.ranked.filter(({ design }) => design.edits.length > 0);
  const all = found.map((one, index): FoundRedesign => {
    const tried = robustness?.variants[one.name];
    const here = segment === 'overall' ? tried?.overall : tried?.segments[segment];
    return { ...one, behind: behind[index]!.behind, ...(here === undefined ? {} : { verdict: here.verdict }) };
  });
  const designs = named(chosen);
  const of = (design: Design): FoundRedesign => all[designs.indexOf(design)]!;
  const best = chosen.best === undefined || chosen.best.edits.length === 0 ? undefined : of(chosen.best);
  const result: Omit<Redesigns, 'sentence'> = {
    kind: 'redesigns',
    objectives,
    ...(best === undefined ? {} : { best }),
    leaders: all,
    front: chosen.front.map(of),
    selection: chosen.selection,
    searched: { method, designs: seen, impossible, rounds },
    comparison,
    ...(standards === undefined ? {} : { standards }),
    ...(robustness === undefined ? {} : { robustness }),
    cautions: comparison.cautions,
    study: comparison.study,
    versions: comparison.versions,
  };
  const todayKeeps = chosen.ranked.some(({ design, holds }) => design.edits.length === 0 && holds);
  return deepFreeze(withDisplay({ ...result, sentence: redesignsSentence(result, study.segments, todayKeeps) }, redesignsPage));
}
