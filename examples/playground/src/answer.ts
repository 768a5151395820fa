import {
  checkStandards,
  type AnyComparison,
  type Comparison,
  type Difference,
  type Differences,
  type Journey,
  type StandardInput,
  type Summary,
} from 'peakend';
import type { Project } from './project';
import type { Answer, CautionAnswer, Change, SegmentAnswer } from './protocol';

/** How the redesign is called in comparisons. */
export const proposal = 'proposal';

type Told = 'satisfaction' | 'perceivedDuration' | 'completed';
type Result = Comparison<string, typeof proposal, Told>;

interface Answering {
  readonly result: unknown;
  readonly project: Project;
  readonly standards: readonly StandardInput[];
  /** Whether anything is proposed. */
  readonly isChanged: boolean;
}

/** A comparison as the page shows it: plain numbers and the library's own sentences. */
export function answerTo({ result, project, standards, isChanged }: Answering): Omit<Answer, 'kind' | 'number' | 'coarse' | 'spent'> {
  const comparison = result as Result;
  const { baseline, variants, order, study } = comparison;
  const variant = variants[proposal];
  const names = new Map(project.segments.map(({ id, name }) => [id, name ?? id]));
  const report = standards.length === 0 ? undefined : checkStandards(comparison as unknown as AnyComparison, standards);
  const overall = segmentAnswer(undefined, 'All customers', baseline.overall, variant.simulation.overall, variant.overall);
  const segments = order.segments.map((id) =>
    segmentAnswer(id, names.get(id) ?? id, baseline.segments[id]!, variant.simulation.segments[id]!, variant.segments[id]!),
  );
  const { sentence, interval } = variant.overall.satisfaction;
  return {
    isChanged,
    customers: study.customers,
    sentence: variant.sentence,
    // Where nothing moves at all, the whole says why.
    short: interval.low === 0 && interval.high === 0 ? variant.sentence : `${capital(sentence)}.`,
    overall,
    segments,
    standards: (report?.standards ?? []).map(({ verdict, sentence, hint }) => ({
      verdict,
      sentence: sentence.replace(`${proposal}: `, ''),
      hint,
    })),
    cautions: [...comparison.cautions, ...variant.cautions].map((caution) => ({
      code: caution.code,
      message: caution.message,
      step: stepOf(caution.path, caution.message, baseline.journey, variant.simulation.journey),
    })) satisfies CautionAnswer[],
  };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function segmentAnswer(
  id: string | undefined,
  name: string,
  before: Summary<Told>,
  after: Summary<Told>,
  differences: Differences<Told>,
): SegmentAnswer {
  const change = (outcome: Told): Change => {
    const { difference, interval, conclusion }: Difference = differences[outcome];
    return {
      before: before[outcome].mean,
      after: after[outcome].mean,
      difference,
      low: interval.low,
      high: interval.high,
      conclusion,
    };
  };
  return {
    id,
    name,
    share: before.share,
    satisfaction: change('satisfaction'),
    feltTime: change('perceivedDuration'),
    completed: change('completed'),
  };
}

/** Which step a caution is about: the one at its path, or the only one that it names. */
function stepOf(path: string, message: string, before: Journey, after: Journey): string | undefined {
  const [, variant, place] = /^(variants\.proposal\.)?interactions\[(\d+)\]/.exec(path) ?? [];
  if (place !== undefined) return (variant === undefined ? before : after).interactions[Number(place)]?.id;
  const named = after.interactions.filter(({ id, name }) => message.includes(`"${name ?? id}"`));
  return named.length === 1 ? named[0]!.id : undefined;
}
