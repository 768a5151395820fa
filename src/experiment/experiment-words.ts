import { fixed } from '../results/format-outcome';
import { inOrder } from '../results/order';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import { cautionLines } from '../results/caution-lines';
import type { Comparable, Experiment } from './types';

/** Predictions beside published figures. */
export function experimentPage(result: Experiment): Block[] {
  const { measure, conditions, contrasts, order } = result;
  const told =
    measure.kind === 'choice'
      ? 'share choosing'
      : measure.kind === 'correlation'
        ? `correlation of ${measure.outcome} with ${measure.with!.join(' + ')}`
        : measure.outcome;
  const parts: Block[] = [
    { title: `${told}, predicted and observed` },
    { table: tableOf('condition', inOrder(order.conditions, conditions)) },
  ];
  if (order.contrasts.length > 0) parts.push({ table: tableOf('contrast', inOrder(order.contrasts, contrasts)) });
  const { compared, judged, inside, rootMeanSquareError } = result.score.conditions;
  const foot: string[] = [];
  if (compared > 0) {
    const judgement = judged === 0 ? '' : `; ${inside} of ${judged} within the observed interval`;
    foot.push(
      `Root mean square error over ${compared} condition${compared === 1 ? '' : 's'}: ${fixed(rootMeanSquareError!, 3)}${judgement}.`,
    );
  }
  // Errors of contrasts have each a unit of its own.
  const other = result.score.contrasts;
  if (other.judged > 0) foot.push(`Of the contrasts ${other.inside} of ${other.judged} within the observed interval.`);
  const noise = noiseTold(measure);
  if (noise !== undefined) foot.push(noise);
  foot.push(...cautionLines(result.cautions));
  if (foot.length > 0) parts.push({ prose: foot });
  return parts;
}

/** What people's figures vary by, where `sampleSizeFor` takes it otherwise. */
function noiseTold({ kind, outcome, noise }: Experiment['measure']): string | undefined {
  if (kind !== 'mean') return undefined;
  if (outcome === 'satisfaction') return 'Satisfaction is taken as felt, without response noise.';
  if (outcome === 'rememberedUtility') return `Reports of the same remembered utility vary by a standard deviation of ${fixed(noise, 2)}.`;
  return undefined;
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
