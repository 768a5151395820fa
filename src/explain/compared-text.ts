import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifference, formatOutcome } from '../results/format-outcome';
import { inOrder } from '../results/order';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import { alike } from './alike';
import type { ComparedExplanation } from './compared-types';

const shown: readonly OutcomeName[] = [
  'clockDuration',
  'perceivedDuration',
  'waitingDuration',
  'peakAffect',
  'endAffect',
  'meanAffect',
  'rememberedUtility',
  'satisfaction',
  'csat',
  'loyalty',
  'value',
  'completed',
  'failures',
];

/** Where the lives part, and what it does to each outcome; the stories themselves are those of each explanation. */
export function comparedPage(compared: ComparedExplanation): Block[] {
  const { customer, segment, baseline, variants, order } = compared;
  const entries = inOrder(order.variants, variants);
  const title = `Customer ${customer} of ${segment} in ${baseline.journey} and in ${entries.map(([name]) => name).join(', ')}, seed '${baseline.seed}'`;
  return [{ title }, ...entries.map(([name, { sentence }]) => ({ prose: `${name}: ${sentence}` })), { table: outcomeTable(compared) }];
}

function outcomeTable({ baseline, variants, order }: ComparedExplanation): Table {
  const entries = inOrder(order.variants, variants);
  return {
    head: ['', 'baseline', ...entries.flatMap(([name]) => [name, 'difference'])],
    rows: shown
      .filter((name) => baseline.outcomes[name] !== undefined)
      .map((name) => [
        outcomeDescriptions[name].label,
        formatOutcome(name, baseline.outcomes[name]!),
        ...entries.flatMap(([, { changes }]) => {
          const change = changes[name];
          return change === undefined
            ? ['–', '–']
            : [formatOutcome(name, change.variant), formatDifference(name, alike(change.baseline, change.variant) ? 0 : change.difference)];
        }),
      ]),
  };
}
