import type { DoubtPair } from '../comparison/difference-doubt';
import type { OutcomeName } from '../experience/outcomes';
import type { PlanDoubts } from '../experience/plan-doubts';
import type { Journey } from '../journey/types';
import type { Work } from '../plain/work';
import { rootKey } from '../random/root-key';
import type { Scenario } from '../simulation/compile-scenario';
import { liveGroups } from '../simulation/live-groups';
import type { MadeAgain } from '../simulation/scenario-groups';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Progress } from '../simulation/progress';
import type { Design } from './designs';
import type { Question } from './questions';
import { writtenSearch, type ReadSearch } from './read-search';

/** Whoever goes through a part of a search: nobody in one part is in another, nor in a study of the same seed. */
export type Part = 'search' | 'choice';

/** A study of one part. */
export interface PartStudy extends ResolvedStudy {
  /** How its designs are made again elsewhere. */
  readonly elsewhere: MadeAgain;
}

export function studyOf(read: ReadSearch, part: Part): PartStudy {
  return { ...partOf(read.study, part), elsewhere: { kind: 'search', part, written: () => writtenSearch(read) } };
}

export function partOf(study: ResolvedStudy, part: Part): ResolvedStudy {
  return { ...study, root: rootKey(`${study.seed} · ${part}`) };
}

/** A design in plain data: where nothing is picked and nothing has another place, the journey as it is. */
export type WrittenDesign = Partial<Pick<Design, 'picks' | 'order'>>;

/** A journey to be lived as it is planned. */
export function scenarioOf(journey: Journey, { model }: ResolvedStudy, written: WrittenDesign): Scenario {
  return { journeys: [journey], model, written: () => written };
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
  study: PartStudy,
  designs: readonly Design[],
  questions: readonly Question[],
  customers: number,
  progress: Progress,
  hear: Heard,
): Work<void> {
  const outcomes = [...new Set(questions.map(({ outcome }) => outcome))];
  const today = new Map<OutcomeName, Float64Array>();
  let before: PlanDoubts | undefined;
  const answers = questions.map(() => new Float64Array(0));
  if (designs.length === 0) return;
  const lead = scenarioOf(study.journeys[0]!, study, {});
  const scenarios = designs.map(({ journey, picks, order }) => scenarioOf(journey, study, { picks, order }));
  const { elsewhere } = study;
  yield* liveGroups(
    { study, scenarios, lead, outcomes, customers, together, elsewhere },
    (segment, design, [columns], count, first, [doubts]) => {
      if (design < 0) {
        before = doubts!;
        outcomes.forEach((outcome, index) => today.set(outcome, columns![index]!.slice(0, count)));
        return;
      }
      questions.forEach(({ outcome, weights, of }, index) => {
        if (weights[segment] === 0) return;
        if (answers[index]!.length < count) answers[index] = new Float64Array(count);
        const to = answers[index]!;
        const lived = columns![outcomes.indexOf(outcome)]!;
        const own = today.get(outcome)!;
        for (let i = 0; i < count; i++) to[i] = of(lived[i]!, own[i]!);
      });
      progress.done += count;
      hear(design, segment, answers, count, first, [before!, doubts!]);
    },
  );
}
