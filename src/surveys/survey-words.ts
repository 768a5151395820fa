import { fixed, grouped, percent, signed } from '../results/format-outcome';
import type { Block } from '../words/page';
import type { SurveySegments } from './survey-types';

/** What a survey came to: who, how each touchpoint was rated, what was said of the whole. */
export function surveyPage({ order, rows, counts, observed, dependence, everyone, segments, cautions }: SurveySegments): Block[] {
  const whole = segments.reduce((sum, { count }) => sum + count, 0);
  const left = [
    ...(rows.withoutSegment > 0 ? [`${grouped(rows.withoutSegment)} rows without a segment left out`] : []),
    ...(rows.withoutWeight > 0 ? [`${grouped(rows.withoutWeight)} rows without a weight left out`] : []),
  ];
  const forms = (id: string): string => {
    const first = order.steps[0];
    const seen = first === undefined ? undefined : counts[id]![first];
    return seen === undefined ? '' : grouped(seen.rated + seen.notUsed + seen.noAnswer);
  };
  const figure = (value: number | undefined, write: (value: number) => string): string => (value === undefined ? '–' : write(value));
  return [
    {
      title: `${grouped(rows.used)} of ${grouped(rows.all)} forms, ${order.segments.length === 1 ? 'one segment' : `${order.segments.length} segments`}`,
    },
    {
      table: {
        head: ['segment', 'forms', 'share', 'go together', 'csat', 'top two', 'recommend', 'NPS', 'came back'],
        rows: segments.map(({ id, count }) => {
          const { csat, satisfied, recommendation, nps, returned } = observed[id]!;
          return [
            id,
            forms(id),
            percent(count / whole),
            fixed(dependence[id]!.affect, 2),
            figure(csat?.mean, (value) => fixed(value, 2)),
            figure(satisfied?.share, percent),
            figure(recommendation?.mean, (value) => fixed(value, 2)),
            figure(nps?.value, (value) => signed(value, 0)),
            figure(returned?.share, percent),
          ];
        }),
      },
    },
    {
      table: {
        head: ['step', 'rated', 'affect', 'did not take part'],
        rows: order.steps.map((step) => {
          const rated = order.segments.reduce((sum, id) => sum + counts[id]![step]!.rated, 0);
          const { affect, skip } = everyone[step]!;
          return [step, grouped(rated), affect === undefined ? '–' : signed(meanOf(affect), 1), percent(skip)];
        }),
      },
    },
    {
      prose: [...(left.length > 0 ? [`${left.join('; ')}.`] : []), ...cautions.map(({ message, path }) => `Caution: ${message} (${path})`)],
    },
  ];
}

function meanOf({ values, weights }: { readonly values: readonly number[]; readonly weights?: readonly number[] | undefined }): number {
  const weight = (index: number): number => weights?.[index] ?? 1;
  const whole = values.reduce((sum, _, index) => sum + weight(index), 0);
  return values.reduce((sum, value, index) => sum + value * weight(index), 0) / whole;
}
