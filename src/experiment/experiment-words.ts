import { fixed } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { tableMarkdown, tableText, type Table } from '../results/table';
import type { Comparable, Experiment } from './types';

/** Predictions beside published figures, as aligned text. */
export function experimentText(result: Experiment): string {
  return words(result, tableText, '');
}

/** The same as GitHub Markdown. */
export function experimentMarkdown(result: Experiment): string {
  return words(result, tableMarkdown, '### ');
}

function words(result: Experiment, draw: (table: Table) => string, mark: string): string {
  const { measure, conditions, contrasts, order } = result;
  const told =
    measure.kind === 'choice'
      ? 'share choosing'
      : measure.kind === 'correlation'
        ? `correlation of ${measure.outcome} with ${measure.with!.join(' + ')}`
        : measure.outcome;
  const parts = [`${mark}${told}, predicted and observed`, '', draw(tableOf('condition', inOrder(order.conditions, conditions)))];
  if (order.contrasts.length > 0) parts.push('', draw(tableOf('contrast', inOrder(order.contrasts, contrasts))));
  const { compared, judged, inside, rootMeanSquareError } = result.score.conditions;
  if (compared > 0) {
    const judgement = judged === 0 ? '' : `; ${inside} of ${judged} within the observed interval`;
    parts.push(
      '',
      `Root mean square error over ${compared} condition${compared === 1 ? '' : 's'}: ${fixed(rootMeanSquareError!, 3)}${judgement}.`,
    );
  }
  for (const caution of result.cautions) parts.push(`Caution: ${caution.message} (${caution.path})`);
  return parts.join('\n');
}

function tableOf(head: string, figures: readonly (readonly [string, Comparable])[]): Table {
  const range = (interval: { readonly low: number; readonly high: number } | undefined): string =>
    interval === undefined || interval.low === interval.high ? '' : ` (${fixed(interval.low, 2)} to ${fixed(interval.high, 2)})`;
  return {
    head: [head, 'predicted', 'observed', 'within'],
    rows: figures.map(([name, { predicted, interval, observed, inside }]) => [
      name,
      fixed(predicted, 2) + range(interval),
      observed === undefined ? '' : fixed(observed.value, 2) + range(observed.interval),
      inside === undefined ? '' : inside ? 'yes' : 'no',
    ]),
  };
}
