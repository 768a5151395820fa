import type { DoubtPair } from '../comparison/difference-doubt';
import type { OutcomeName } from '../experience/outcomes';
import type { PlanDoubts } from '../experience/plan-doubts';
import type { Journey } from '../journey/types';
import type { Work } from '../plain/work';
import { rootKey } from '../random/root-key';
import { liveScenarios } from '../simulation/live-scenarios';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Progress } from '../simulation/progress';
import type { Question } from './questions';

/** Whoever goes through a part of a search: nobody in one part is in another, nor in a study of the same seed. */
export type Part = 'search' | 'choice';

export function studyOf(study: ResolvedStudy, part: Part): ResolvedStudy {
  return { ...study, root: rootKey(`${study.seed} · ${part}`) };
}

/** One design's customers of one segment: what each answers to each question; scratch, to be read at once. */
export type Heard = (
  design: number,
  segment: number,
  answers: readonly Float64Array[],
  count: number,
  firstCustomer: number,
  doubts: DoubtPair,
) => void;

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
  let before: PlanDoubts | undefined;
  const answers = questions.map(() => new Float64Array(0));
  for (let start = 0; start < designs.length; start += together) {
    const own = designs.slice(start, start + together);
    const scenarios = [study.journeys[0]!, ...own.map(({ journey }) => journey)].map((journey) => ({
      journeys: [journey],
      model: study.model,
    }));
    yield* liveScenarios(study, scenarios, outcomes, customers, (segment, scenario, [columns], count, first, [doubts]) => {
      if (scenario === 0) {
        before = doubts!;
        outcomes.forEach((outcome, index) => today.set(outcome, columns![index]!.slice(0, count)));
        return;
      }
      questions.forEach(({ outcome, weights, of }, index) => {
        if (weights[segment] === 0) return;
        if (answers[index]!.length < count) answers[index] = new Float64Array(count);
        const to = answers[index]!;
        const design = columns![outcomes.indexOf(outcome)]!;
        const own = today.get(outcome)!;
        for (let i = 0; i < count; i++) to[i] = of(design[i]!, own[i]!);
      });
      progress.done += count;
      hear(start + scenario - 1, segment, answers, count, first, [before!, doubts!]);
    });
  }
}
