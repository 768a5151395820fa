import { defaultModel } from '../model/defaults';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Estimate } from '../statistics/estimate';
import type { Summary } from '../summary/types';
import { formatSeconds } from '../distributions/format-seconds';
import type { Block } from '../words/page';
import { fits, type Table } from '../words/table';
import { cautionLines } from './caution-lines';
import { formatOutcome, grouped, percent, signed } from './format-outcome';
import { completersOutcomes, headlineOutcomes } from './headline-outcomes';
import { inOrder, segmentIds } from './order';
import { segmentName } from './segment-name';
import type { Simulation } from './types';

export function simulationPage(result: Simulation): Block[] {
  const tables = [
    inRoom((meansOnly) => outcomeTable(result, meansOnly)),
    inRoom((meansOnly) => completersTable(result, meansOnly)),
    stepTable(result),
  ];
  return [
    { title: titleOf(result) },
    ...tables.flatMap((table) => (table === undefined ? [] : [{ table }])),
    { prose: [footOf(result), ...unanchored(result), ...cautionLines(result.cautions)] },
  ];
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

/** How high people answer is not known before it has been held against their own answers; how far answers differ is. */
function unanchored(result: Simulation): string[] {
  const { satisfaction, response } = defaultModel;
  const anchored = [result.study.model, ...result.study.segments.map((segment) => segment.model)].some(
    (one) =>
      (one?.satisfaction?.base ?? satisfaction.base) !== satisfaction.base ||
      (one?.response?.recommendation?.shift ?? response.recommendation.shift) !== response.recommendation.shift,
  );
  if (anchored || !askedOf(result, headlineOutcomes).includes('nps')) return [];
  return ['The level of NPS is not anchored to answers of your own customers (satisfaction.base): trust its differences, not its level.'];
}

/** All customers and each segment, or the one segment. */
function columnsOf(result: Simulation): readonly (readonly [string, Summary])[] {
  const own = inOrder(segmentIds(result), result.segments).map(
    ([id, summary]) => [segmentName(result.study.segments, id), summary] as const,
  );
  return own.length === 1 ? [[own[0]![0], result.overall]] : [['all', result.overall], ...own];
}

/** The outcomes that were asked for; of all of them those worth a line. */
function askedOf({ study }: Simulation, worthALine: readonly OutcomeName[]): readonly OutcomeName[] {
  return study.outcomes.length > outcomeNames.length ? worthALine : outcomeNames.filter((name) => study.outcomes.includes(name));
}

const mostWithIntervals = 3;

/** Segments show their intervals where there are few and there is room. */
function inRoom<Made extends Table | undefined>(make: (meansOnly: boolean) => Made): Made {
  const whole = make(false);
  return whole === undefined || (whole.head.length <= mostWithIntervals + 1 && fits(whole)) ? whole : make(true);
}

/** One row an outcome, one column for all customers and one a segment. */
function outcomeTable(result: Simulation, meansOnly: boolean): Table {
  const columns = columnsOf(result);
  const names = askedOf(result, headlineOutcomes).filter(
    (name) => name !== 'completed' || columns.some(([, summary]) => (estimateIn(summary, name)?.mean ?? 1) < 1),
  );
  const shares = columns.length === 1 ? [] : [['share', ...columns.map(([, summary]) => percent(summary.share))]];
  if (result.study.population !== undefined) shares.push(['people', ...columns.map(([, summary]) => grouped(summary.people ?? 0))]);
  return { head: ['', ...columns.map(([name]) => name)], rows: [...shares, ...outcomeRows(names, columns, meansOnly)] };
}

/** The same of those who complete, where some leave: a survey mostly hears these. */
function completersTable(result: Simulation, meansOnly: boolean): Table | undefined {
  const columns = columnsOf(result).map(([name, summary]) => [name, summary.completers ?? { ...summary, share: 1 }] as const);
  if (columns.every(([, { share }]) => share === 1)) return undefined;
  const names = askedOf(result, completersOutcomes).filter((name) => name !== 'completed');
  const shares = ['of them', ...columns.map(([, { share }]) => percent(share))];
  return { head: ['those who complete', ...columns.map(([name]) => name)], rows: [shares, ...outcomeRows(names, columns, meansOnly)] };
}

function outcomeRows(names: readonly OutcomeName[], columns: readonly (readonly [string, Estimates])[], meansOnly: boolean): string[][] {
  return names
    .filter((name) => columns.some(([, estimates]) => estimates[name] !== undefined))
    .map((name) => [
      outcomeDescriptions[name].label,
      ...columns.map(([, estimates], index) => estimateText(name, estimates[name], index > 0 && meansOnly)),
    ]);
}

/** Step by step, over all customers. */
function stepTable(result: Simulation): Table | undefined {
  const interactions = result.overall.interactions;
  if (interactions === undefined) return undefined;
  const someLeave = Object.values(interactions).some((step) => step.left > 0);
  const names = new Map(result.journey.interactions.map((step) => [step.id, step.name ?? step.id]));
  return {
    head: ['step', 'reached', 'clock', 'felt', 'affect', 'peak here', ...(someLeave ? ['leave here'] : [])],
    rows: result.journey.interactions.map(({ id, kind }) => {
      const step = interactions[id]!;
      const felt = kind !== 'gap';
      if (step.reached === 0) return [names.get(id)!, percent(0), '–', '–', '–', percent(0), ...(someLeave ? [percent(0)] : [])];
      const affect =
        Math.abs(step.affectStart - step.affectEnd) < 0.05
          ? signed(step.affect.mean, 1)
          : `${signed(step.affectStart, 1)} → ${signed(step.affectEnd, 1)}`;
      return [
        names.get(id)!,
        percent(step.reached),
        formatSeconds(step.clockDuration.mean),
        felt ? formatSeconds(step.perceivedDuration.mean) : '–',
        felt ? affect : '–',
        felt ? percent(step.peakShare) : '–',
        ...(someLeave ? [percent(step.left)] : []),
      ];
    }),
  };
}

type Estimates = { readonly [Key in OutcomeName]?: Estimate };

export function estimateIn(summary: Summary, name: OutcomeName): Estimate | undefined {
  return (summary as Estimates)[name];
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
