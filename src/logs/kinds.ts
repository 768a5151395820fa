import type { Work } from '../plain/work';
import { asSample, contributionsOf, independentTotals, lookedAt, mixedUp } from './independence';
import { distance, offFigures, together } from './misfit';
import { equalParts, type Sample } from './sample';
import { questionsOf, type Question } from './splits';
import type { StepPlan } from './step-plans';
import type { Cases } from './tally';

/** Cases that are taken together, with what they are in words. */
export interface Kind {
  readonly chosen: Int32Array;
  readonly words: readonly string[];
}

/** A question with its answer. */
interface Answer {
  readonly question: Question;
  readonly yes: boolean;
}

/** A kind with how long its cases take, and how long they would if steps had nothing to do with each other. */
interface Tried {
  readonly chosen: Int32Array;
  readonly answers: readonly Answer[];
  readonly weight: number;
  readonly real: Sample;
  readonly made: Sample;
  /** How far both are apart, on the scale of all cases. */
  readonly off: number;
  /** What it may be parted into, once that has been asked. */
  ways?: readonly (readonly [Tried, Tried])[];
  /** The same with what customers lived through, once that has been tried. */
  lived?: Tried;
}

/** What is told apart, and how. */
export interface Telling {
  readonly cases: Cases;
  readonly chosen: Int32Array;
  readonly plans: readonly StepPlan[];
  /** How many kinds at most. */
  readonly most: number;
  /** How long customers take who live as these cases did. */
  readonly live: (chosen: Int32Array) => Work<Sample>;
}

/** Fewer cases than this are no kind of their own. Judgement. */
const leastCases = 30;
/** Nothing is parted any more once mean and quartiles are as near as this, and so is the rest. Judgement. */
const nearEnough = { figures: 0.03, rest: 0.02 };
/** What each more kind has to take away from what all cases together are off. Judgement. */
const leastWorth = 0.003;
/** Kinds that are looked into at a time, the furthest off, and questions that customers are sent through for. */
const lookedInto = 4;
const tried = 4;
/** Some steps lead on only with the next. */
const mostInVain = 4;
/** Steps that no kind of their own can skip together with their waits take up to this share of the kinds. Judgement. */
const shareOfMust = 0.5;
/** Kinds are told apart by so many cases at most, and all others answer the same questions. */
const mostTold = 4000;
/** So many say how long all take. */
const mostRanked = 20_000;
/** What looking at one case takes, in customers × steps. */
const lookingWork = 5;
/** Values that stand for how long the cases of a kind take. */
const parts = 200;

/**
 * As few kinds as it takes for whole cases to come out right. What goes together in a case — who skips this also skips that, who waits long here does
 * not wait long there — a journey of steps that are drawn each by itself does not hold; kinds do. Of those furthest off the one is parted, by the
 * question, that brings all cases together nearest to what they took.
 */
export function* tellKindsApart({ cases, chosen, plans, most, live }: Telling): Work<readonly Kind[]> {
  const counted = chosen.filter((one) => cases.weight[one]! > 0 && cases.paths.furthest[one]! >= 0);
  if (most === 1) return [{ chosen: counted, words: [] }];
  const all = asSample(
    contributionsOf(cases, lookedAt(cases, counted, mostRanked))
      .totals.slice()
      .sort(),
  );
  const few = thinned(all.values);
  const rankOf = ranking(all);
  /** Half by length, half by place among all: long cases count, and so do short ones. */
  const apart = (real: Sample, made: Sample): number =>
    distance(real, made) / Math.max(all.mean, 1e-9) + 2 * distance(ranked(real, rankOf), ranked(made, rankOf));
  const trying = (part: Int32Array, answers: readonly Answer[]): Tried => {
    const contributions = contributionsOf(cases, lookedAt(cases, part));
    const real = thinned(contributions.totals.slice().sort());
    const made = thinned(independentTotals(contributions));
    const weight = part.reduce((sum, one) => sum + cases.weight[one]!, 0);
    return { chosen: part, answers, weight, real, made, off: apart(real, made) };
  };
  const waysOf = function* (kind: Tried, questions: readonly Question[]): Work<[Tried, Tried][]> {
    const ways: [Tried, Tried][] = [];
    for (const question of questions) {
      const { holds } = question;
      const yes = kind.chosen.filter(holds);
      if (yes.length < leastCases || kind.chosen.length - yes.length < leastCases) continue;
      const no = kind.chosen.filter((one) => !holds(one));
      const both: [Tried, Tried] = [
        trying(yes, [...kind.answers, { question, yes: true }]),
        trying(no, [...kind.answers, { question, yes: false }]),
      ];
      if (both.every(({ weight }) => weight >= leastCases)) ways.push(both);
      yield kind.chosen.length * lookingWork;
    }
    return ways;
  };
  const asked = (kind: Tried): Question[] => questionsOf(cases, lookedAt(cases, kind.chosen), plans);
  const offOf = (made: Sample): { figures: number; rest: number } => ({ figures: offFigures(all, made), rest: apart(few, made) });

  /** All cases together, and half of what each kind is off by itself: a step on the way is worth taking. */
  const valueOf = (made: Sample, kinds: readonly Tried[]): number => {
    const { figures, rest } = offOf(made);
    const whole = kinds.reduce((sum, { weight }) => sum + weight, 0);
    return figures + rest + kinds.reduce((sum, { weight, off }) => sum + weight * off, 0) / (2 * whole);
  };

  let kinds: Tried[] = [trying(mixedUp(counted).subarray(0, mostTold).sort(), [])];
  const parted = (place: number, both: readonly Tried[]): Tried[] => [...kinds.slice(0, place), ...both, ...kinds.slice(place + 1)];
  for (let place = 0; place < kinds.length && kinds.length <= shareOfMust * most;) {
    const ways = yield* waysOf(
      kinds[place]!,
      asked(kinds[place]!).filter(({ must }) => must),
    );
    const [best] = ways.map((both) => ({ both, off: apart(kinds[place]!.real, mixed(both)) })).sort((a, b) => a.off - b.off);
    if (best === undefined) place++;
    else kinds = parted(place, best.both);
  }
  // From here on what is made is what customers live through.
  const lived = function* (several: readonly Tried[]): Work<Tried[]> {
    const all: Tried[] = [];
    for (const kind of several) {
      if (kind.lived === undefined) {
        const made = thinned((yield* live(kind.chosen)).values);
        kind.lived = { ...kind, made, off: apart(kind.real, made) };
      }
      all.push(kind.lived);
    }
    return all;
  };
  kinds = yield* lived(kinds);
  let best = kinds;
  const sumOf = ({ figures, rest }: { figures: number; rest: number }): number => figures + rest;
  let least = sumOf(offOf(mixed(kinds)));
  for (let since = 0; kinds.length < most && since < mostInVain;) {
    const now = offOf(mixed(kinds));
    if (now.figures <= nearEnough.figures && now.rest <= nearEnough.rest) break;
    const worst = kinds
      .map(({ weight, off }, place) => ({ place, off: weight * off }))
      .sort((a, b) => b.off - a.off || a.place - b.place)
      .slice(0, lookedInto);
    const ways: { place: number; both: readonly Tried[]; off: number }[] = [];
    for (const { place } of worst) {
      const kind = kinds[place]!;
      kind.ways ??= yield* waysOf(kind, asked(kind));
      const others = kinds.filter((other) => other !== kind);
      const rest = asOne(others);
      for (const both of kind.ways) {
        ways.push({ place, both, off: valueOf(mixed([...rest, ...both]), [...others, ...both]) });
        yield parts * lookingWork;
      }
    }
    const candidates: { candidate: Tried[]; value: number; off: number }[] = [];
    for (const { place, both } of ways.sort((a, b) => a.off - b.off).slice(0, tried)) {
      const candidate = parted(place, yield* lived(both));
      const made = mixed(candidate);
      candidates.push({ candidate, value: valueOf(made, candidate), off: sumOf(offOf(made)) });
    }
    const [next] = candidates.sort((a, b) => a.value - b.value);
    if (next === undefined) break;
    kinds = next.candidate;
    since++;
    if (next.off >= least - leastWorth * (kinds.length - best.length)) continue;
    since = 0;
    least = next.off;
    best = kinds;
  }
  return best.map(({ answers }) => ({
    chosen: counted.filter((one) => answers.every(({ question, yes }) => question.holds(one) === yes)),
    words: answers.map(answerWords),
  }));
}

/** A time is cut among the cases that are left: where it was cut before, that has to be said. */
function answerWords({ question, yes }: Answer, place: number, answers: readonly Answer[]): string {
  const { about, words } = question;
  const again = about !== undefined && answers.slice(0, place).some((earlier) => earlier.question.about === about);
  return `${again ? 'of these ' : ''}${words[yes ? 0 : 1]}`;
}

function thinned(sorted: Float64Array): Sample {
  return asSample(sorted.length <= parts ? sorted : Float64Array.from(equalParts(asSample(sorted), parts).values));
}

/** What some kinds make together, mixed once for many questions. */
function asOne(kinds: readonly Tried[]): readonly Pick<Tried, 'weight' | 'made'>[] {
  return kinds.length < 2 ? kinds : [{ weight: kinds.reduce((sum, { weight }) => sum + weight, 0), made: mixed(kinds) }];
}

function mixed(kinds: readonly Pick<Tried, 'weight' | 'made'>[]): Sample {
  return together(kinds.map(({ weight, made }) => ({ share: weight, sample: made })));
}

/** The share of all cases that take no longer. */
function ranking({ values }: Sample): (value: number) => number {
  return (value) => {
    let low = 0;
    let high = values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[middle]! <= value) low = middle + 1;
      else high = middle;
    }
    return values.length === 0 ? 0 : low / values.length;
  };
}

function ranked(sample: Sample, rankOf: (value: number) => number): Sample {
  return { ...sample, values: sample.values.map(rankOf) };
}
