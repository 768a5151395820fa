import type { OutcomeName } from '../experience/outcomes';
import type { Journey } from '../journey/types';
import type { Work } from '../plain/work';
import { rootKey } from '../random/root-key';
import { liveScenarios } from '../simulation/live-scenarios';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Progress } from '../simulation/progress';
import type { Question } from './questions';

/** The answers to all questions, and their standard errors. */
export interface Answers {
  readonly means: Float64Array;
  readonly errors: Float64Array;
}

/** Whoever goes through a part of a search: nobody in one part is in another, nor in a study of the same seed. */
export type Part = 'search' | 'choice';

export function studyOf(study: ResolvedStudy, part: Part): ResolvedStudy {
  return { ...study, root: rootKey(`${study.seed} · ${part}`) };
}

/** One design's customers of one segment: what each answers to each question; scratch, to be read at once. */
export type Heard = (design: number, segment: number, answers: readonly Float64Array[], count: number, firstCustomer: number) => void;

/** Designs that share their draws: more at once would not be faster, and fewer would draw more often. */
const together = 64;

/** The same customers through the journey as it is and through every design. */
export function* hearDesigns(
  study: ResolvedStudy,
  designs: readonly { readonly journey: Journey }[],
  questions: readonly Question[],
  customers: number,
  progress: Progress,
  hear: Heard,
): Work<void> {
  const outcomes = [...new Set(questions.map(({ outcome }) => outcome))];
  const today = new Map<OutcomeName, Float64Array>();
  const answers = questions.map(() => new Float64Array(0));
  for (let start = 0; start < designs.length; start += together) {
    const own = designs.slice(start, start + together);
    const scenarios = [study.journeys[0]!, ...own.map(({ journey }) => journey)].map((journey) => ({
      journeys: [journey],
      model: study.model,
    }));
    yield* liveScenarios(study, scenarios, outcomes, customers, (segment, scenario, [columns], count, first) => {
      if (scenario === 0) {
        outcomes.forEach((outcome, index) => today.set(outcome, columns![index]!.slice(0, count)));
        return;
      }
      questions.forEach(({ outcome, weights, of }, index) => {
        if (weights[segment] === 0) return;
        if (answers[index]!.length < count) answers[index] = new Float64Array(count);
        const to = answers[index]!;
        const design = columns![outcomes.indexOf(outcome)]!;
        const before = today.get(outcome)!;
        for (let i = 0; i < count; i++) to[i] = of(design[i]!, before[i]!);
      });
      progress.done += count;
      hear(start + scenario - 1, segment, answers, count, first);
    });
  }
}

/** What each design answers to all questions. */
export function* askDesigns(
  study: ResolvedStudy,
  designs: readonly { readonly journey: Journey }[],
  questions: readonly Question[],
  customers: number,
  progress: Progress,
): Work<Answers[]> {
  const found = designs.map((): Answers => ({ means: new Float64Array(questions.length), errors: new Float64Array(questions.length) }));
  const segments = study.segments.length;
  // Sums of answers and of their squares, by design, segment and question; each less the first answer, so that nothing is lost where all are alike.
  const size = segments * questions.length;
  const first = new Float64Array(designs.length * size);
  const sums = new Float64Array(designs.length * size);
  const squares = new Float64Array(designs.length * size);
  yield* hearDesigns(study, designs, questions, customers, progress, (design, segment, answers, count, firstCustomer) => {
    questions.forEach(({ weights }, question) => {
      if (weights[segment] === 0) return;
      const own = answers[question]!;
      const at = design * size + segment * questions.length + question;
      if (firstCustomer === 0) first[at] = own[0]!;
      let sum = 0;
      let square = 0;
      for (let i = 0; i < count; i++) {
        const value = own[i]! - first[at]!;
        sum += value;
        square += value * value;
      }
      sums[at]! += sum;
      squares[at]! += square;
    });
  });
  found.forEach(({ means, errors }, design) => {
    questions.forEach(({ weights }, question) => {
      let mean = 0;
      let variance = 0;
      weights.forEach((weight, segment) => {
        if (weight === 0) return;
        const at = design * size + segment * questions.length + question;
        const own = sums[at]! / customers;
        mean += weight * (first[at]! + own);
        variance += (weight * weight * Math.max(0, squares[at]! / customers - own * own)) / (customers - 1);
      });
      means[question] = mean;
      errors[question] = Math.sqrt(variance);
    });
  });
  return found;
}
