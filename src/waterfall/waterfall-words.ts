import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatNumber } from '../distributions/format-number';
import { formatDifference, formatOutcome, grouped, percent } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { segmentName } from '../results/segment-name';
import { cautionLines } from '../results/caution-lines';
import type { Block } from '../words/page';
import { capital } from '../words/capital';
import type { Table } from '../words/table';
import type { Contribution, Waterfall, WaterfallHere } from './types';

/** `Satisfaction +6.1 (5.4 to 6.8), of which move "thanks" to the end +4.0, …`, largest first, each averaged over orders. */
export function hereSentence(outcome: OutcomeName, { total, shapley }: Pick<WaterfallHere, 'total' | 'shapley'>): string {
  const { label } = outcomeDescriptions[outcome];
  const parts = [...shapley]
    .sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference))
    .map(({ description, difference }) => `${description} ${formatDifference(outcome, difference)}`);
  return `${capital(label)} ${contributionText(outcome, total)}, of which ${parts.join(', ')}.`;
}

function contributionText(outcome: OutcomeName, { difference, interval: { low, high } }: Contribution): string {
  const size = formatDifference(outcome, difference);
  return low === high ? size : `${size} (${formatDifference(outcome, low)} to ${formatDifference(outcome, high)})`;
}

export function waterfallPage(result: Waterfall): Block[] {
  const { outcome, overall, segments, order, shapley, study } = result;
  const own = inOrder(order.segments, segments);
  const columns = own.length === 1 ? [] : own;
  const { label } = outcomeDescriptions[outcome];
  const main: Table = {
    head: [label, 'level', 'in this order', 'averaged over orders', ...columns.map(([id]) => segmentName(study.segments, id))],
    rows: [
      ['baseline', formatOutcome(outcome, overall.start), '', '', ...columns.map(([, here]) => formatOutcome(outcome, here.start))],
      ...overall.sequential.map((step, atom) => [
        step.description,
        formatOutcome(
          outcome,
          overall.sequential.slice(0, atom + 1).reduce((sum, { difference }) => sum + difference, overall.start),
        ),
        contributionText(outcome, step),
        contributionText(outcome, overall.shapley[atom]!),
        ...columns.map(([, here]) => formatDifference(outcome, here.shapley[atom]!.difference)),
      ]),
      [
        'all together',
        formatOutcome(outcome, overall.end),
        contributionText(outcome, overall.total),
        contributionText(outcome, overall.total),
        ...columns.map(([, here]) => formatDifference(outcome, here.total.difference)),
      ],
    ],
  };
  const orders =
    shapley.method === 'exact' ? `all ${formatNumber(shapley.orders, 0)} possible orders` : `${grouped(shapley.orders)} drawn orders`;
  return [
    { heading: `What each edit does to ${label}` },
    { prose: overall.sentence },
    { table: main },
    {
      prose: [
        `The same ${grouped(study.customers)} customers a segment in each of ${grouped(shapley.journeys)} journeys, seed '${study.seed}'; averaged over ${orders} (Shapley).`,
        `In brackets the ${percent(study.confidence)} interval: simulation error only.${columns.length > 0 ? ' Segments: averaged over orders.' : ''}`,
        ...cautionLines(result.cautions),
      ],
    },
  ];
}
