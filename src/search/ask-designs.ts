import type { Work } from '../plain/work';
import type { Progress } from '../simulation/progress';
import type { Design } from './designs';
import { hearDesigns, type PartStudy } from './live-designs';
import { rareIn, unseenIn, type Question } from './questions';

/** The answers to all questions, and what may put them wrong. */
export interface Answers {
  readonly means: Float64Array;
  /** Standard errors; as if two more customers had been seen, as far out as the one furthest from the mean. */
  readonly errors: Float64Array;
  /** How far chances too rare for so many customers may move the means. Nothing where it was not asked. */
  readonly rare: Float64Array;
  /** How far one customer of a kind that nobody showed may move them; `hidden` of these may be there. Nothing where it was not asked. */
  readonly unseen: Float64Array;
}

/**
 * What each design answers to all questions. `hidden`: how many customers of a kind may be among so many and none of them be shown; 0 leaves out what is
 * rare or unseen, which is enough to say what is worth a closer look.
 */
export function* askDesigns(
  study: PartStudy,
  designs: readonly Design[],
  questions: readonly Question[],
  customers: number,
  progress: Progress,
  hidden = 0,
): Work<Answers[]> {
  const own = (): Float64Array => new Float64Array(questions.length);
  const found = designs.map((): Answers => ({ means: own(), errors: own(), rare: own(), unseen: own() }));
  // By design, segment and question: the first answer, sums of answers less the first (so that nothing is lost where all are alike), and their ends.
  const segments = study.segments.length;
  const size = designs.length * segments * questions.length;
  const [first, sums, squares, lows, highs] = Array.from({ length: 5 }, () => new Float64Array(size)) as Columns;
  const placeOf = (design: number, segment: number, question: number): number =>
    (design * segments + segment) * questions.length + question;
  yield* hearDesigns(study, designs, questions, customers, progress, (design, segment, answers, count, firstCustomer, doubts) => {
    const isLast = firstCustomer + count === customers;
    questions.forEach((question, index) => {
      const weight = question.weights[segment]!;
      if (weight === 0) return;
      const place = placeOf(design, segment, index);
      if (firstCustomer === 0) first[place] = answers[index]![0]!;
      const origin = first[place]!;
      let [sum, square, low, high] = [0, 0, lows[place]!, highs[place]!];
      for (let i = 0; i < count; i++) {
        const value = answers[index]![i]! - origin;
        sum += value;
        square += value * value;
        if (value < low) low = value;
        else if (value > high) high = value;
      }
      sums[place]! += sum;
      squares[place]! += square;
      [lows[place], highs[place]] = [low, high];
      if (hidden === 0 || !isLast) return;
      const { rare, unseen } = found[design]!;
      rare[index]! += weight * rareIn(question, doubts, customers, hidden);
      unseen[index]! += (weight * unseenIn(question, doubts, low === high ? origin : undefined)) / customers;
    });
  });
  found.forEach(({ means, errors }, design) => {
    questions.forEach(({ weights }, question) => {
      let mean = 0;
      let variance = 0;
      weights.forEach((weight, segment) => {
        if (weight === 0) return;
        const place = placeOf(design, segment, question);
        const middle = sums[place]! / customers;
        const furthest = Math.max(highs[place]! - middle, middle - lows[place]!);
        const spread = Math.max(0, squares[place]! - customers * middle * middle) + 2 * furthest * furthest;
        mean += weight * (first[place]! + middle);
        variance += (weight * weight * spread) / (customers - 1) / customers;
      });
      means[question] = mean;
      errors[question] = Math.sqrt(variance);
    });
  });
  return found;
}

type Columns = [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
