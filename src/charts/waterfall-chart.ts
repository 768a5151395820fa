import { outcomeDescriptions } from '../experience/outcomes';
import { unknownName } from '../errors/unknown-name';
import { formatDifference, formatOutcome, grouped, percent } from '../results/format-outcome';
import type { EditContribution, Waterfall, WaterfallHere } from '../waterfall/types';
import { axisFor, unitOf } from './axis';
import { checkShape, intervalShape, studyShape, type Shape } from './check-shape';
import { readLook, rowChart } from './make-chart';
import { along, bar, stroke, guides } from './marks';
import { pixels, type PanelPlace, type Row } from './panel';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { byOrder, studyWords } from './words';
import { segmentName } from '../results/segment-name';
import { capital } from '../words/capital';

/** What {@link waterfallChart} may be told. */
export interface WaterfallChartOptions extends ChartOptions {
  /** A segment's id. Default: all customers. */
  readonly segment?: string | undefined;
  /** `average`: what each edit adds on average over all orders in which they can be done. `order`: what each adds to those before it. Default `'average'`. */
  readonly contributions?: 'average' | 'order' | undefined;
}

const contribution = { difference: 'number', interval: intervalShape } as const satisfies Shape;
const edits = [{ ...contribution, description: 'text' }] as const satisfies Shape;
const here = { start: 'number', end: 'number', total: contribution, sequential: edits, shapley: edits } as const satisfies Shape;
const shape: Shape = {
  outcome: 'outcome',
  overall: here,
  segments: { '*': here },
  order: { segments: ['text'] },
  shapley: { method: 'text', orders: 'number' },
  study: studyShape,
};

/**
 * From the baseline to the redesign, edit by edit: what each adds to the mean, with its interval in words.
 *
 * @param waterfall What `waterfall` returned, or the same read back from JSON.
 * @param options `segment`, `contributions`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification, in the unit that suits the outcome.
 * @throws JourneyError for anything else than such a result, for options that are wrong, and for a segment that it does not have.
 *
 * @example
 * import { update, waterfall } from 'peakend';
 * import { waterfallChart } from 'peakend/charts';
 * const baseline = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 1 }] };
 * const found = waterfall({ baseline, edits: [update('talk', { affect: 3 })], customers: 500, seed: 1 });
 * waterfallChart(found).title.text.startsWith('Satisfaction +'); // true
 */
export function waterfallChart(waterfall: Waterfall, options: WaterfallChartOptions = {}): Chart {
  const result = checkShape<Waterfall>(waterfall, 'waterfall', 'waterfall', 'waterfall', shape);
  const { look, read } = readLook(options, ['segment', 'contributions']);
  const segments = byOrder(result.order.segments, result.segments, 'waterfall.segments');
  const segment = read.text('segment', 'the id of a segment');
  const found = segment === undefined ? result.overall : segments.find(([id]) => id === segment)?.[1];
  if (found === undefined) read.issues.push(unknownName('segment', segment, result.order.segments));
  const isAverage = (read.oneOf('contributions', ['average', 'order']) ?? 'average') === 'average';
  read.finish();
  const { outcome } = result;
  const own = found!;
  const parts = isAverage ? own.shapley : own.sequential;
  const levels = levelsOf(own, parts);
  const unit = unitOf(outcome, levels, false);
  const rows = rowsOf(result, own, parts, unit.per);
  const who = segment === undefined ? '' : ` of ${segmentName(result.study.segments, segment)}`;
  const orders =
    result.shapley.method === 'exact' ? 'all orders in which they can be done' : `${grouped(result.shapley.orders)} drawn orders`;
  const { scale, label } = outcomeDescriptions[outcome];
  return rowChart(
    {
      finding: findingOf(result, own, parts),
      caption: [
        `Mean ${label}${who}. ${studyWords(result.study, true)} In brackets the ${percent(result.study.confidence)} interval, simulation error only.`,
        isAverage ? `What an edit adds is averaged over ${orders}.` : 'What an edit adds to those above it.',
      ],
      told: rows.map(({ detail }) => detail),
      table: { head: [label, 'change'], rows: rows.map(({ label: name, text }) => [name, text]) },
    },
    [
      {
        groups: [{ rows }],
        body: 18,
        axis: (width) =>
          axisFor(
            levels.map((level) => level / unit.per),
            width,
            { ...unit, within: [scale[0] / unit.per, scale[1] / unit.per] },
          ),
        marks: (place) => waterfallMarks(place, look.theme),
      },
    ],
    look,
  );
}

/** Where each bar begins and ends. */
function levelsOf({ start, end }: WaterfallHere, parts: readonly EditContribution[]): number[] {
  const levels = [start];
  for (const { difference } of parts) levels.push(levels[levels.length - 1]! + difference);
  return [...levels, end];
}

function rowsOf({ outcome }: Waterfall, own: WaterfallHere, parts: readonly EditContribution[], per: number): Row[] {
  const isGood = (difference: number): boolean => difference > 0 === (outcomeDescriptions[outcome].better === 'higher');
  const levels = levelsOf(own, parts);
  const level = (label: string, value: number): Row => ({
    label,
    text: formatOutcome(outcome, value),
    detail: `${label}: ${formatOutcome(outcome, value)}`,
    isStrong: true,
    fields: { from: value / per, to: value / per, kind: 'level' },
  });
  return [
    level('baseline', own.start),
    ...parts.map((part, index): Row => {
      const text = changeText(outcome, part);
      const { low, high } = part.interval;
      const isSure = low > 0 || high < 0;
      return {
        label: part.description,
        text,
        detail: `${part.description}: ${text}`,
        fields: {
          from: levels[index]! / per,
          to: levels[index + 1]! / per,
          kind: !isSure ? 'unsure' : isGood(part.difference) ? 'gain' : 'loss',
        },
      };
    }),
    level('all together', own.end),
  ];
}

function changeText(
  outcome: Waterfall['outcome'],
  { difference, interval: { low, high } }: Pick<EditContribution, 'difference' | 'interval'>,
): string {
  const [is, from, to] = [difference, low, high].map((value) => formatDifference(outcome, value));
  return low === high ? is! : `${is!} (${from!} to ${to!})`;
}

/** `Satisfaction +6.1 (5.4 to 6.8): the largest part, +4.2, is from: move …`, where one edit is clearly the largest. Its cost is no part of it. */
function findingOf({ outcome }: Waterfall, own: WaterfallHere, parts: readonly EditContribution[]): string {
  const start = `${capital(outcomeDescriptions[outcome].label)} ${changeText(outcome, own.total)}`;
  if (parts.length < 2) return start;
  const [first, second] = [...parts].sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  const least = (part: EditContribution): number => Math.min(Math.abs(part.interval.low), Math.abs(part.interval.high));
  const most = (part: EditContribution): number => Math.max(Math.abs(part.interval.low), Math.abs(part.interval.high));
  const { low, high } = first!.interval;
  const isClear = (low > 0 || high < 0) && least(first!) > most(second!);
  return isClear
    ? `${start}: the largest part, ${formatDifference(outcome, first!.difference)}, is from: ${first!.description.replace(/ \(cost [^()"]*\)$/, '')}`
    : `${start}, in ${parts.length} parts`;
}

function waterfallMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const { values } = place;
  const steps = values.slice(1).map((value, index) => ({ at: values[index]!['to'], y: values[index]!.y, below: value.y }));
  const range = [theme.tones.better, theme.tones.worse, theme.tones['practically the same']];
  const bars = values.filter(({ kind }) => kind !== 'level');
  return [
    ...guides(place, theme),
    ...(place.isNarrow
      ? []
      : [
          {
            data: { values: steps },
            mark: { type: 'rule', aria: false, tooltip: false, color: theme.zero, strokeWidth: 1 },
            encoding: { x: along('at', place), y: pixels('y', 'y'), y2: { field: 'below' } },
          },
        ]),
    bar(
      place,
      ['from', 'to'],
      14,
      {},
      { color: { field: 'kind', type: 'nominal', scale: { domain: ['gain', 'loss', 'unsure'], range }, legend: null } },
      bars,
    ),
    { ...stroke(place, 'to', 18, { color: theme.ink, thickness: 3 }), data: { values: values.filter(({ kind }) => kind === 'level') } },
  ];
}
