import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Estimate } from '../statistics/estimate';
import type { Summary } from '../summary/types';
import { formatSeconds } from '../distributions/format-seconds';
import { formatOutcome, grouped, percent, signed } from './format-outcome';
import { headlineOutcomes } from './headline-outcomes';
import { inOrder, segmentIds } from './order';
import { tableMarkdown, tableText, wrapped, type Table } from './table';
import type { Simulation } from './types';

export function simulationText(result: Simulation): string {
  const parts = [titleOf(result), '', tableText(outcomeTable(result))];
  const steps = stepTable(result);
  if (steps !== undefined) parts.push('', tableText(steps));
  parts.push('', wrapped(footOf(result)));
  for (const caution of result.cautions) parts.push(wrapped(`Caution: ${caution.message} (${caution.path})`));
  return parts.join('\n');
}

export function simulationMarkdown(result: Simulation): string {
  const parts = [`### ${titleOf(result)}`, '', tableMarkdown(outcomeTable(result))];
  const steps = stepTable(result);
  if (steps !== undefined) parts.push('', tableMarkdown(steps));
  parts.push('', footOf(result));
  for (const caution of result.cautions) parts.push('', `> Caution: ${caution.message} (\`${caution.path}\`)`);
  return parts.join('\n');
}

function titleOf(result: Simulation): string {
  const segments = segmentIds(result).length;
  const who =
    segments === 1
      ? `${grouped(result.study.customers)} customers`
      : `${grouped(result.study.customers)} customers in each of ${segments} segments`;
  return `${result.journey.name}: ${who}, seed '${result.study.seed}'`;
}

function footOf(result: Simulation): string {
  return `In brackets the ${percent(result.study.confidence)} interval of the mean: simulation error only, not what the model does not know.`;
}

/** One row an outcome, one column for all customers and one a segment. */
function outcomeTable(result: Simulation): Table {
  const segments = inOrder(segmentIds(result), result.segments);
  const single = segments.length === 1;
  const columns: readonly (readonly [string, Summary])[] = single
    ? [[segments[0]![0], result.overall]]
    : [['all', result.overall], ...segments.map(([id, summary]) => [id, summary] as const)];
  const asked =
    result.study.outcomes.length > outcomeNames.length
      ? headlineOutcomes
      : outcomeNames.filter((name) => result.study.outcomes.includes(name));
  const rows = asked
    .filter((name) => columns.some(([, summary]) => estimateIn(summary, name) !== undefined))
    .filter((name) => name !== 'completed' || columns.some(([, summary]) => (estimateIn(summary, name)?.mean ?? 1) < 1))
    .map((name) => [
      outcomeDescriptions[name].label,
      ...columns.map(([, summary], index) => estimateText(name, estimateIn(summary, name), index > 0 && columns.length > 3)),
    ]);
  const shares = single ? [] : [['share', ...columns.map(([, summary]) => percent(summary.share))]];
  if (result.study.population !== undefined) shares.push(['people', ...columns.map(([, summary]) => grouped(summary.people ?? 0))]);
  return { head: ['', ...columns.map(([id]) => id)], rows: [...shares, ...rows] };
}

/** Step by step, over all customers. */
function stepTable(result: Simulation): Table | undefined {
  const interactions = result.overall.interactions;
  if (interactions === undefined) return undefined;
  const someLeave = Object.values(interactions).some((step) => step.left > 0);
  const names = new Map(result.journey.interactions.map((step) => [step.id, step.name ?? step.id]));
  return {
    head: ['step', 'reached', 'clock', 'felt', 'affect', 'peak here', ...(someLeave ? ['leave here'] : [])],
    rows: result.journey.interactions.map(({ id }) => {
      const step = interactions[id]!;
      const affect =
        Math.abs(step.affectStart - step.affectEnd) < 0.05
          ? signed(step.affect.mean, 1)
          : `${signed(step.affectStart, 1)} → ${signed(step.affectEnd, 1)}`;
      return [
        names.get(id)!,
        percent(step.reached),
        formatSeconds(step.clockDuration.mean),
        formatSeconds(step.perceivedDuration.mean),
        affect,
        percent(step.peakShare),
        ...(someLeave ? [percent(step.left)] : []),
      ];
    }),
  };
}

export function estimateIn(summary: Summary, name: OutcomeName): Estimate | undefined {
  return (summary as { readonly [Key in OutcomeName]?: Estimate })[name];
}

/** `61.2 (60.9 to 61.5)`; the mean alone where there is no error to speak of, or no room. */
function estimateText(name: OutcomeName, estimate: Estimate | undefined, meanOnly: boolean): string {
  if (estimate === undefined) return '–';
  const mean = formatOutcome(name, estimate.mean);
  if (meanOnly) return mean;
  const low = formatOutcome(name, estimate.interval.low);
  const high = formatOutcome(name, estimate.interval.high);
  return low === high ? mean : `${mean} (${low} to ${high})`;
}
