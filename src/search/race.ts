import { studentQuantile } from '../statistics/student-t';
import type { Progress } from '../simulation/progress';
import type { Work } from '../plain/work';
import { bySimplicity, type Design } from './designs';
import { askDesigns, type Answers } from './ask-designs';
import type { PartStudy } from './live-designs';
import type { Question } from './questions';
import type { Searched } from './types';

/** What is asked of every design: how much better it is by each objective, and whether each standard holds. */
export interface Questions {
  readonly objectives: readonly Question[];
  readonly standards: readonly Question[];
}

export function allOf({ objectives, standards }: Questions): Question[] {
  return [...objectives, ...standards];
}

/** A design and what is known of it. */
export interface Runner {
  readonly design: Design;
  readonly answers: Answers;
}

/** Judgement: many designs can be told apart by few customers, and few designs can have many. */
const rounds = [
  { customers: 64, keep: 300 },
  { customers: 512, keep: 40 },
  { customers: 4_096, keep: 8 },
] as const;
/** How many come through each round besides, because they may be on the front. */
const keepForFront = 8;
/** How many standard errors a standard may be missed by, and is not yet counted as missed. */
const slack = 2;

/** How many designs climbing hands on to the race, and with how many customers it judges. */
export const climbing = { keep: rounds[0].keep, customers: 128 } as const;

/** How far a design falls short of standards, in standard errors beyond what may be chance; 0 where it may keep all. */
function shortfall({ means, errors }: Answers, { objectives, standards }: Questions): number {
  let sum = 0;
  standards.forEach((_, index) => {
    const at = objectives.length + index;
    const short = -means[at]! - slack * errors[at]!;
    if (short > 0) sum += short / Math.max(errors[at]!, 1e-9 * short);
  });
  return sum;
}

/** Shortfalls first, and then the first objective. */
export function compareRunners(questions: Questions, a: Runner, b: Runner): number {
  return shortfall(a.answers, questions) - shortfall(b.answers, questions) || b.answers.means[0]! - a.answers.means[0]!;
}

/** Rounds with more and more customers for fewer and fewer designs; the journey as it is comes through them all. */
export function* race(
  study: PartStudy,
  designs: readonly Design[],
  questions: Questions,
  most: number,
  progress: Progress,
): Work<{ readonly finalists: readonly Design[]; readonly rounds: Searched['rounds'] }> {
  let left = designs;
  const run: { designs: number; customers: number }[] = [];
  for (const { customers, keep } of rounds) {
    if (left.length <= keep + 1) continue;
    const own = Math.min(customers, most);
    run.push({ designs: left.length, customers: own });
    const answers = yield* askDesigns(study, left, allOf(questions), own, progress);
    left = survivors(
      left.map((design, index) => ({ design, answers: answers[index]! })),
      questions,
      keep,
    );
  }
  return { finalists: left, rounds: run };
}

/**
 * The better by rank; those that are better than every simpler one by more than what is practically nothing; and some from along the front. Half of the
 * places by rank are for those that keep the standards by what was seen, so that others just beside them do not take them all.
 */
export function survivors(runners: readonly Runner[], questions: Questions, keep: number): Design[] {
  const first = questions.objectives.length;
  const holds = ({ answers: { means } }: Runner): boolean => questions.standards.every((_, index) => means[first + index]! >= 0);
  const ranked = [...runners].sort((a, b) => compareRunners(questions, a, b));
  const holding = ranked.filter(holds);
  const distinct = distinctOf(holding, questions);
  const isDistinct = new Set(distinct);
  const today = runners.filter(({ design }) => design.edits.length === 0);
  const half = Math.ceil(keep / 2);
  const through = new Set<Design>();
  const add = (some: readonly Runner[], most: number): void => {
    for (const { design } of some.slice(0, most)) through.add(design);
  };
  add(today, 1);
  add(
    holding.filter((one) => isDistinct.has(one)),
    half,
  );
  add(holding, Math.ceil(half / 2));
  add(ranked, Math.ceil(half / 2));
  add(along(distinct), keepForFront);
  return [...through];
}

/** Each of them is better in some objective than every simpler one among them, by more than what is practically nothing; the simplest first. */
function distinctOf(runners: readonly Runner[], { objectives }: Questions): Runner[] {
  const sorted = [...runners].sort((a, b) => bySimplicity(a.design, b.design) || b.answers.means[0]! - a.answers.means[0]!);
  const distinct: Runner[] = [];
  for (const one of sorted) {
    const { means } = one.answers;
    const isNew = distinct.every(({ answers: known }) => objectives.some(({ margin }, at) => means[at]! > known.means[at]! + margin));
    if (isNew) distinct.push(one);
  }
  return distinct;
}

/** Some from everywhere along a list by the first objective. */
function along(runners: readonly Runner[]): readonly Runner[] {
  const sorted = [...runners].sort((a, b) => b.answers.means[0]! - a.answers.means[0]!);
  const last = sorted.length - 1;
  if (last < keepForFront) return sorted;
  return Array.from({ length: keepForFront }, (_, index) => sorted[Math.round((index * last) / (keepForFront - 1))]!);
}

/** At most how many customers go through rounds from so many designs on, and how many designs come through. */
export function mostRaced(designs: number, most: number): { readonly customers: number; readonly finalists: number } {
  let customers = 0;
  let left = designs;
  for (const round of rounds) {
    if (left <= round.keep + 1) continue;
    customers += left * Math.min(round.customers, most);
    // What is kept, the journey as it is, and what halves rounded up may add.
    left = Math.min(left, round.keep + keepForFront + 3);
  }
  return { customers, finalists: left };
}

/** How many standard errors a statement about so many means at once allows for. */
export function width(confidence: number, statements: number, customers: number): number {
  return studentQuantile(1 - (1 - confidence) / Math.max(1, statements), customers - 1);
}
