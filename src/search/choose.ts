import type { PlanDoubts } from '../experience/plan-doubts';
import type { Work } from '../plain/work';
import type { Progress } from '../simulation/progress';
import { studentQuantile } from '../statistics/student-t';
import { bySimplicity, type Design } from './designs';
import { hearDesigns, type PartStudy } from './live-designs';
import { hiddenFor, rareIn, unseenIn, type Question } from './questions';
import { allOf, width, type Questions } from './race';
import type { Selection } from './types';
import type { Interval } from '../statistics/interval';

/** The finalists after the last choice. */
export interface Chosen {
  /** The one chosen first, and then the better; those that keep the standards by what was seen before those that do not. */
  readonly ranked: readonly {
    readonly design: Design;
    readonly holds: boolean;
    readonly behind: { difference: number; interval: Interval };
  }[];
  /** The simplest of those that keep the standards and are practically as good as the best of them. */
  readonly best: Design | undefined;
  readonly front: readonly Design[];
  readonly selection: Selection;
}

/** Everybody's answers to one question, by segment. */
type Columns = readonly Float64Array[];

/**
 * Customers who were not in the search go through all finalists, and the best is chosen by them. How far it may fall short of the best of them is told
 * with an error for each of the others at once (Bonferroni), fixed beforehand: which it is may be left to chance, and the statement still holds.
 */
export function* choose(
  study: PartStudy,
  finalists: readonly Design[],
  questions: Questions,
  customers: number,
  progress: Progress,
): Work<Chosen> {
  const { objectives, standards } = questions;
  const columns = finalists.map(() => objectives.map(() => study.segments.map(() => new Float64Array(customers))));
  const sums = finalists.map(() => standards.map(() => 0));
  const plans: PlanDoubts[][] = finalists.map(() => []);
  yield* hearDesigns(study, finalists, allOf(questions), customers, progress, (design, segment, answers, count, first, [, plan]) => {
    plans[design]![segment] = plan;
    objectives.forEach(({ weights }, objective) => {
      if (weights[segment] !== 0) columns[design]![objective]![segment]!.set(answers[objective]!.subarray(0, count), first);
    });
    standards.forEach(({ weights }, standard) => {
      const own = answers[objectives.length + standard]!;
      let sum = 0;
      for (let i = 0; i < count; i++) sum += weights[segment] === 0 ? 0 : own[i]!;
      sums[design]![standard]! += (weights[segment]! * sum) / customers;
    });
  });
  // Rounding is no fault: 1e-9 of a share or a second.
  const holds = sums.map((own) => own.every((mean) => mean >= -1e-9));
  const means = columns.map(([own]) => meanOf(own!, objectives[0]!.weights));
  const places = finalists.map((_, place) => place);
  const eligible = places.filter((place) => holds[place]);
  const top = Math.max(...eligible.map((place) => means[place]!));
  const simplest = (a: number, b: number): number => bySimplicity(finalists[a]!, finalists[b]!) || means[b]! - means[a]! || a - b;
  const [chosen] = eligible.filter((place) => means[place]! >= top - objectives[0]!.margin).sort(simplest);
  const ranked = [...places].sort(
    (a, b) => Number(b === chosen) - Number(a === chosen) || Number(holds[b]) - Number(holds[a]) || means[b]! - means[a]! || simplest(a, b),
  );
  const ahead: Paired[] = [];
  for (const place of ranked) ahead[place] = yield* pairedIn(columns, objectives[0]!.weights, 0, ranked[0]!, place);
  // Who keeps the standards is seen on the same customers. So it may be left to chance which of those is truly best, and every pair counts.
  const others = finalists.length - 1;
  const statements = standards.length === 0 ? others : finalists.length * others;
  const z = width(study.confidence, statements, customers);
  const hidden = hiddenFor(study.confidence, statements);
  const unshown = (place: number): Unshown =>
    unshownIn(objectives[0]!, [plans[ranked[0]!]!, plans[place]!], ahead[place]!, customers, hidden);
  const open = eligible.filter((place) => place !== chosen).map((place) => ({ ...ahead[place]!, ...unshown(place) }));
  const t = studentQuantile(0.5 + study.confidence / 2, customers - 1);
  return {
    ranked: ranked.map((place) => {
      const { difference, error } = ahead[place]!;
      const interval = { low: difference - t * error, high: difference + t * error, level: study.confidence };
      return { design: finalists[place]!, holds: holds[place]!, behind: { difference: difference === 0 ? 0 : difference, interval } };
    }),
    best: chosen === undefined ? undefined : finalists[chosen]!,
    front: yield* frontOf(finalists, columns, eligible, means, questions, study.confidence, customers),
    selection: {
      among: eligible.length,
      customers,
      confidence: study.confidence,
      margin: objectives[0]!.margin,
      within: Math.max(0, ...open.map(({ difference, error, rare, unseen }) => z * error + rare + hidden * unseen - difference)),
    },
  };
}

/** A mean difference between two designs, and its standard error; as if two more customers had been seen, as far out as the one furthest from the mean. */
interface Paired {
  readonly difference: number;
  readonly error: number;
}

/** What these customers cannot be trusted to have shown of a difference. */
type Unshown = Readonly<Record<'rare' | 'unseen', number>>;

function unshownIn(
  question: Question,
  [one, other]: readonly [readonly PlanDoubts[], readonly PlanDoubts[]],
  { difference, error }: Paired,
  customers: number,
  hidden: number,
): Unshown {
  let [rare, unseen] = [0, 0];
  question.weights.forEach((weight, segment) => {
    if (weight === 0 || one === other) return;
    const doubts = [one[segment]!, other[segment]!] as const;
    rare += weight * rareIn(question, doubts, customers, hidden);
    unseen += (weight * unseenIn(question, doubts, error === 0 ? difference : undefined)) / customers;
  });
  return { rare, unseen };
}

function* pairedIn(
  columns: readonly (readonly Columns[])[],
  weights: readonly number[],
  objective: number,
  a: number,
  b: number,
): Work<Paired> {
  let difference = 0;
  let variance = 0;
  for (const [segment, weight] of weights.entries()) {
    if (weight === 0) continue;
    const [one, other] = [columns[a]![objective]![segment]!, columns[b]![objective]![segment]!];
    const { length } = one;
    let sum = 0;
    for (let i = 0; i < length; i++) sum += one[i]! - other[i]!;
    const mean = sum / length;
    let [squares, furthest] = [0, 0];
    for (let i = 0; i < length; i++) {
      const apart = one[i]! - other[i]! - mean;
      const square = apart * apart;
      squares += square;
      if (square > furthest) furthest = square;
    }
    difference += weight * mean;
    // Where few customers make all the difference, they make it seem surer than it is.
    variance += (weight * weight * (squares + 2 * furthest)) / (length - 1) / length;
    yield length;
  }
  return { difference, error: Math.sqrt(variance) };
}

function meanOf(columns: Columns, weights: readonly number[]): number {
  return weights.reduce((sum, weight, segment) => {
    if (weight === 0) return sum;
    const own = columns[segment]!;
    return sum + (weight * own.reduce((all, value) => all + value, 0)) / own.length;
  }, 0);
}

/**
 * Cheapest first; each of them is clearly better in some objective than every simpler one that is there already, by more than what is practically
 * nothing. Errors are for all of these questions at once.
 */
function* frontOf(
  finalists: readonly Design[],
  columns: readonly (readonly Columns[])[],
  eligible: readonly number[],
  means: readonly number[],
  { objectives }: Questions,
  confidence: number,
  customers: number,
): Work<Design[]> {
  const z = width(confidence, finalists.length * (finalists.length - 1) * objectives.length, customers);
  function* isClearlyBetter(one: number, other: number): Work<boolean> {
    for (const [objective, { weights, margin }] of objectives.entries()) {
      const { difference, error } = yield* pairedIn(columns, weights, objective, one, other);
      if (difference > Math.max(z * error, margin)) return true;
    }
    return false;
  }
  const sorted = [...eligible].sort((a, b) => bySimplicity(finalists[a]!, finalists[b]!) || means[b]! - means[a]! || a - b);
  const front: number[] = [];
  for (const one of sorted) {
    let buysMore = true;
    for (const other of front) buysMore &&= yield* isClearlyBetter(one, other);
    if (buysMore) front.push(one);
  }
  return front.map((place) => finalists[place]!).filter(({ edits }) => edits.length > 0);
}
