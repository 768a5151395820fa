import { isShare, outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import { checkResult } from '../results/check-result';
import { formatOutcome, percent } from '../results/format-outcome';
import { inOrder, segmentIds } from '../results/order';
import { estimateIn } from '../results/simulation-words';
import type { AnySimulation, Simulation } from '../results/types';
import type { Estimate } from '../statistics/estimate';
import { axisFor, unitOf } from './axis';
import { histogramOf, histogramMarks, keptColumns, type Histogram } from './histogram';
import { readLook, rowChart } from './make-chart';
import { bar, dot, span, stroke, guides } from './marks';
import type { PanelPlace, Row } from './panel';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { knownOutcome, studyWords } from './words';
import { segmentName } from '../results/segment-name';
import { capital } from '../words/capital';

/** What {@link outcomeChart} may be told. */
export interface OutcomeChartOptions extends ChartOptions {
  /** Which outcome. Default `satisfaction`, or the first that the study was asked for. */
  readonly outcome?: OutcomeName | undefined;
}

/** One line of the chart: all customers, or a segment. */
interface Line {
  readonly name: string;
  readonly share: number;
  readonly estimate: Estimate;
  readonly histogram: Histogram | undefined;
}

/**
 * How customers differ in one outcome, segment by segment: the middle half of them as a box, nine in ten as a line, the median, and the mean. Where
 * the study kept the outcome (`keep`), how many customers have which value stands above it. Of outcomes that are yes or no for one customer, and of
 * NPS, the mean with its interval.
 *
 * @param simulation What `simulate` returned, or the same read back from JSON.
 * @param options `outcome`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification. Durations are in the unit that suits them, shares in per cent.
 * @throws JourneyError for anything but a simulation, for options that are wrong, and for an outcome that the result does not have.
 *
 * @example
 * import { simulate } from 'peakend';
 * import { outcomeChart } from 'peakend/charts';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 500, seed: 1 });
 * outcomeChart(today, { outcome: 'clockDuration' }).title.text; // 'Clock time: 5 min on average'
 */
export function outcomeChart(simulation: AnySimulation, options: OutcomeChartOptions = {}): Chart {
  const result = checkResult(simulation, 'simulation', 'simulation');
  const { look, read } = readLook(options, ['outcome']);
  const has = (name: OutcomeName): boolean => estimateIn(result.overall, name) !== undefined;
  const usual = has('satisfaction') ? 'satisfaction' : outcomeNames.find(has);
  const outcome = knownOutcome(read.written.outcome ?? usual, 'outcome', has, read.issues)!;
  read.finish();
  const lines = linesOf(result, outcome);
  const counted = isShare(outcome) || outcome === 'nps';
  const numbers = lines.flatMap(({ estimate: { interval, mean, quantiles }, histogram }) =>
    counted
      ? [interval.low, interval.high, mean]
      : [mean, quantiles.p5, quantiles.p95, ...(histogram === undefined ? [] : [histogram.low, histogram.high])],
  );
  const unit = unitOf(outcome, numbers, false);
  const rows = lines.map((line) => rowOf(outcome, line, unit.per, lines.length > 1));
  const histograms = lines.map(({ histogram }) => histogram);
  const hasHistograms = !counted && histograms.some((histogram) => histogram !== undefined);
  const { scale } = outcomeDescriptions[outcome];
  const reading = counted
    ? `Lines: ${percent(result.study.confidence)} interval of the mean, simulation error only.`
    : `Box: the middle half of customers; line: nine in ten; upright stroke: median; dot: mean.${hasHistograms ? ' Above it, how many customers have which value.' : ''}`;
  return rowChart(
    {
      finding: findingOf(outcome, lines),
      caption: [`${result.journey.name}: ${studyWords(result.study)}`, reading],
      told: rows.map(({ detail }) => detail),
      table: tableOf(outcome, lines),
    },
    [
      {
        groups: [{ rows }],
        body: hasHistograms ? 64 : 22,
        axis: (pixels) =>
          axisFor(
            numbers.map((value) => value / unit.per),
            pixels,
            { ...unit, within: [scale[0] / unit.per, scale[1] / unit.per] },
          ),
        marks: (place) =>
          counted
            ? meanMarks(place, look.theme)
            : [
                ...(hasHistograms ? histogramMarks(place, histograms, unit.per, look.theme) : []),
                ...boxMarks(place, look.theme, hasHistograms),
              ],
      },
    ],
    look,
  );
}

function linesOf(result: Simulation, outcome: OutcomeName): Line[] {
  const ids = segmentIds(result);
  const kept = keptColumns(result, outcome, ids);
  const edges = kept === undefined ? undefined : [...kept.values()];
  const own = inOrder(ids, result.segments).flatMap(([id, summary]): Line[] => {
    const estimate = estimateIn(summary, outcome);
    if (estimate === undefined) return [];
    const column = kept?.get(id);
    const histogram = column === undefined ? undefined : histogramOf([{ column, share: 1 }], edges!);
    return [{ name: segmentName(result.study.segments, id), share: summary.share, estimate, histogram }];
  });
  if (ids.length === 1) return own;
  const parts = ids.flatMap((id) => {
    const column = kept?.get(id);
    return column === undefined ? [] : [{ column, share: result.segments[id]!.share }];
  });
  const histogram = parts.length === ids.length ? histogramOf(parts, edges!) : undefined;
  return [{ name: 'all customers', share: 1, estimate: estimateIn(result.overall, outcome)!, histogram }, ...own];
}

function rowOf(outcome: OutcomeName, { name, estimate, share }: Line, per: number, isStrongFirst: boolean): Row {
  const { mean, interval, quantiles } = estimate;
  const show = (value: number): string => formatOutcome(outcome, value);
  const { p5, p25, p50, p75, p95 } = quantiles;
  const spread =
    isShare(outcome) || outcome === 'nps'
      ? ''
      : `; half of customers ${show(p25)} to ${show(p75)}, nine in ten ${show(p5)} to ${show(p95)}, median ${show(p50)}`;
  const text = meanText(outcome, estimate);
  const fields = { mean, low: interval.low, high: interval.high, p5, p25, p50, p75, p95 };
  return {
    label: share < 1 ? `${name}, ${percent(share)}` : name,
    text,
    detail: `${name}: mean ${text}${spread}`,
    isStrong: isStrongFirst && share === 1,
    fields: Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, value / per])),
  };
}

function meanText(outcome: OutcomeName, { mean, interval }: Estimate): string {
  const [is, low, high] = [mean, interval.low, interval.high].map((value) => formatOutcome(outcome, value));
  return low === high ? is! : `${is!} (${low!} to ${high!})`;
}

function findingOf(outcome: OutcomeName, lines: readonly Line[]): string {
  const [all, ...own] = lines;
  const start = `${capital(outcomeDescriptions[outcome].label)}: ${formatOutcome(outcome, all!.estimate.mean)} on average`;
  if (own.length < 2) return start;
  const sorted = [...own].sort((a, b) => a.estimate.mean - b.estimate.mean);
  const [least, most] = [sorted[0]!, sorted[sorted.length - 1]!];
  // Only where their intervals leave no doubt that they differ, and the difference can be read.
  const [low, high] = [least, most].map(({ estimate }) => formatOutcome(outcome, estimate.mean));
  if (low === high || least.estimate.interval.high >= most.estimate.interval.low) return start;
  return `${start}, from ${low!} (${least.name}) to ${high!} (${most.name})`;
}

function boxMarks(place: PanelPlace, theme: Theme, isBeneath: boolean): VegaLiteSpec[] {
  // Beneath a histogram, at the foot of the row.
  const boxed: PanelPlace = isBeneath ? { ...place, values: place.values.map((value) => ({ ...value, y: footOf(value) })) } : place;
  const data = isBeneath ? { data: { values: boxed.values } } : {};
  return [
    ...(isBeneath ? [] : guides(place, theme)),
    ...[
      span(boxed, ['p5', 'p95'], { strokeWidth: 1.5, color: theme.main }),
      bar(boxed, ['p25', 'p75'], 12, { color: theme.soft }),
      stroke(boxed, 'p50', 14, { color: theme.main }),
      dot(boxed, 'mean', { size: 44, fill: theme.page, stroke: theme.main, strokeWidth: 1.5 }),
    ].map((layer) => ({ ...layer, ...data })),
  ];
}

const footOf = ({ y }: { readonly y: number }): number => y + 22;

function meanMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  return [
    ...guides(place, theme),
    span(place, ['low', 'high'], { strokeWidth: 2.5, color: theme.main }),
    dot(place, 'mean', { fill: theme.main, stroke: theme.main }),
  ];
}

function tableOf(outcome: OutcomeName, lines: readonly Line[]): { readonly head: string[]; readonly rows: string[][] } {
  const show = (value: number): string => formatOutcome(outcome, value);
  return {
    head: [outcomeDescriptions[outcome].label, 'mean', 'p5', 'p25', 'median', 'p75', 'p95'],
    rows: lines.map(({ name, estimate, estimate: { quantiles: q } }) => [
      name,
      meanText(outcome, estimate),
      ...[q.p5, q.p25, q.p50, q.p75, q.p95].map(show),
    ]),
  };
}
