import type { Issue } from '../errors/issue';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { readOutcome } from '../experience/read-outcome';
import { fixed, formatOutcome, grouped } from '../results/format-outcome';
import { shorten, textWidth, wrap } from '../ribbon/text-width';
import type { Watch, Watched, WatchPoint } from '../watching/types';
import { oneLine } from '../words/one-line';
import { axisFor, unitOf, type AxisPlan, type Unit } from './axis';
import { checkShape, type Shape } from './check-shape';
import { makeChart, paddingFor, readLook } from './make-chart';
import { bold, pixels, textLayers, type TextAt } from './panel';
import { leftFor, plotSpec, upwards } from './plot';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { byOrder, listed } from './words';

/** What {@link watchChart} may be told. */
export interface WatchChartOptions extends ChartOptions {
  /** What is watched, for its unit. Default: plain numbers. */
  readonly outcome?: OutcomeName | undefined;
}

const shape: Shape = {
  method: 'text',
  falseAlarms: 'number',
  limit: 'number',
  alarmed: ['text'],
  sentence: 'text',
  order: { segments: ['text'], periods: ['name'] },
  segments: {
    '*': {
      expected: { mean: 'number', sd: 'number' },
      points: [{ period: 'name', mean: 'number', n: 'number', z: 'number', statistic: 'number', alarm: 'flag' }],
      alarms: [{ at: 'name', since: 'name', until: 'name' }],
      sentence: 'text',
    },
  },
};

/** Where a normal value lies 19 times in 20. */
const nineteen = 1.96;

/**
 * A measure period by period beside what was promised, a picture for each segment: the mean, the promise, the range in which 19 of 20 periods lie by
 * chance alone, and beneath it the statistic of the chart with its alarm limit.
 *
 * @param watched What `watch` of `peakend/data` returned, or the same read back from JSON.
 * @param options `outcome`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification.
 * @throws JourneyError for anything else than such a result, and for options that are wrong.
 *
 * @example
 * import { watch } from 'peakend/data';
 * import { watchChart } from 'peakend/charts';
 * const means = [4.02, 3.97, 4.01, 3.99, 3.92, 3.93, 3.9, 3.91, 3.88, 3.9];
 * const observations = means.map((mean, month) => ({ period: month + 1, mean, n: 200 }));
 * const watched = watch({ expected: { regulars: { mean: 4, sd: 0.7 } }, observations });
 * watchChart(watched).title.text; // 'Alarm: regulars'
 */
export function watchChart(watched: Watch, options: WatchChartOptions = {}): Chart {
  const result = checkShape<Watch>(watched, 'watched', 'watch', 'watch', shape);
  const { look, read } = readLook(options, ['outcome']);
  const outcome = read.by('outcome', (value, path, issues: Issue[]) => readOutcome(value, path, issues));
  read.finish();
  const segments = byOrder(result.order.segments, result.segments, 'watched.segments');
  const content = look.width - 2 * paddingFor(look.width);
  const unit = unitFor(outcome, segments);
  const plans = segments.map(([, own]) => planOf(own, unit, outcome));
  const up = statisticAxis(
    segments.map(([, own]) => own),
    result.limit,
  );
  const left = Math.max(leftFor(up), ...plans.map(({ axis }) => leftFor(axis)));
  const views = segments.map(([name, own], index) =>
    segmentView(
      { name, own, ...plans[index]!, limit: result.limit, up, unit, outcome, content, left, periods: result.order.periods },
      look.theme,
    ),
  );
  return makeChart(
    {
      finding: findingOf(result),
      caption: [
        `Dots: the mean of a period; line: what was promised; grey: where 19 of 20 periods lie by chance alone. Beneath, ${result.method === 'ewma' ? 'the EWMA statistic' : 'the CUSUM statistic'} in standard errors with its alarm limit (${fixed(result.limit, 1)}): one false alarm in ${grouped(result.falseAlarms)} periods, all charts together, where the promise is exact.`,
      ],
      told: segments.map(([, { sentence }]) => sentence),
      table: {
        head: ['segment', 'period', 'mean', 'n', 'statistic', 'alarm'],
        rows: segments.flatMap(([name, { points }]) =>
          points.map(({ period, mean, n, statistic, alarm }) => [
            name,
            `${period}`,
            meanText(outcome, mean),
            grouped(n),
            fixed(statistic, 1),
            alarm ? 'yes' : '',
          ]),
        ),
      },
    },
    views.length === 0 ? [emptyView(content)] : views,
    look,
  );
}

function findingOf({ alarmed, order, segments, sentence }: Watch): string {
  if (alarmed.length > 0) return `Alarm: ${listed(alarmed)}`;
  if (order.segments.length === 0) return 'Nothing was observed';
  const past = order.segments.filter((id) => (segments[id]?.alarms.length ?? 0) > 0);
  // The rate behind it stands in the caption.
  return past.length > 0 ? `No alarm is open; there were some of ${listed(past)}` : oneLine(sentence).replace(/ \([^()]*\)\.?$/, '');
}

function meanText(outcome: OutcomeName | undefined, value: number): string {
  return outcome === undefined ? fixed(value, 2) : formatOutcome(outcome, value);
}

function unitFor(outcome: OutcomeName | undefined, segments: readonly (readonly [string, Watched])[]): Unit {
  if (outcome === undefined) return { per: 1, title: 'mean', sign: '' };
  return unitOf(
    outcome,
    segments.flatMap(([, { expected, points }]) => [expected.mean, ...points.map(({ mean }) => mean)]),
    false,
  );
}

interface Plan {
  readonly axis: AxisPlan;
  readonly points: readonly { readonly point: WatchPoint; readonly low: number; readonly high: number }[];
}

function planOf({ expected, points }: Watched, unit: Unit, outcome: OutcomeName | undefined): Plan {
  const ranges = points.map((point) => {
    // The distance in standard errors tells the standard error that the chart went by.
    const own = (point.mean - expected.mean) / point.z;
    const error =
      Number.isFinite(own) && own > 0 && Math.abs(point.z) > 0.01 && Math.abs(point.z) < 8 ? own : expected.sd / Math.sqrt(point.n);
    return { point, low: expected.mean - nineteen * error, high: expected.mean + nineteen * error };
  });
  const numbers = [expected.mean, ...ranges.flatMap(({ point, low, high }) => [point.mean, low, high])].map((value) => value / unit.per);
  const within =
    outcome === undefined ? {} : { within: outcomeDescriptions[outcome].scale.map((end) => end / unit.per) as [number, number] };
  const axis = axisFor(numbers, 300, { title: unit.title, sign: unit.sign, ...within });
  return { axis, points: ranges };
}

function statisticAxis(segments: readonly Watched[], limit: number): AxisPlan {
  const numbers = segments.flatMap(({ points }) => points.map(({ statistic }) => statistic));
  return axisFor([0, limit * 1.2, ...numbers], 160, { title: '', sign: '' });
}

interface SegmentInput extends Plan {
  readonly name: string;
  readonly own: Watched;
  readonly limit: number;
  readonly up: AxisPlan;
  readonly unit: Unit;
  readonly outcome: OutcomeName | undefined;
  readonly content: number;
  readonly left: number;
  readonly periods: readonly (string | number)[];
}

const plotHeight = 130;
const statisticHeight = 60;

function segmentView(input: SegmentInput, theme: Theme): VegaLiteSpec {
  const { own, axis, points, limit, up, unit, outcome, content, left, periods } = input;
  const cell = (content - left) / Math.max(1, periods.length);
  const at = (period: string | number): number => (periods.indexOf(period) + 0.5) * cell;
  const values = points.map(({ point, low, high }) => ({
    period: point.period,
    mean: point.mean / unit.per,
    low: low / unit.per,
    high: high / unit.per,
    statistic: point.statistic,
    alarm: point.alarm,
    x: at(point.period),
    x1: at(point.period) - cell / 2,
    x2: at(point.period) + cell / 2,
    detail: oneLine(
      `${point.period}: ${meanText(outcome, point.mean)} from ${grouped(point.n)} people, statistic ${fixed(point.statistic, 1)}${point.alarm ? ', alarm' : ''}`,
    ),
  }));
  const alarmColor = {
    field: 'alarm',
    type: 'nominal',
    scale: { domain: [false, true], range: [theme.main, theme.tones.worse] },
    legend: null,
  };
  const alarmShape = {
    field: 'alarm',
    type: 'nominal',
    scale: { domain: [false, true], range: ['circle', 'triangle-down'] },
    legend: null,
  };
  const told = { tooltip: { field: 'detail', type: 'nominal' }, description: { field: 'detail', type: 'nominal' } };
  const lines = wrap(oneLine(own.sentence), content / bold, 13, 8);
  const heading = lines.map((text, index) => ({ x: -left, y: -26 - (lines.length - 1 - index) * 17, text, size: 13, weight: 600 }));
  const since = own.alarms.map(({ since: first }) => ({ x: at(first) - cell / 2 }));
  const size = cell < 12 ? 20 : 44;
  const main = plotSpec(
    {
      content,
      height: plotHeight,
      left,
      up: axis,
      above: [...heading, { x: -left, y: -10, text: shorten(unit.title, content, 11), size: 11, color: theme.muted }],
      layers: [
        {
          mark: { type: 'rect', color: theme.band, aria: false, tooltip: false },
          encoding: { x: pixels('x1', 'x'), x2: { field: 'x2' }, y: upwards('low', axis), y2: { field: 'high' } },
        },
        {
          data: { values: [{ expected: own.expected.mean / unit.per }] },
          mark: { type: 'rule', color: theme.zero, aria: false, tooltip: false },
          encoding: { x: { value: 0 }, x2: { value: content - left - 1.5 }, y: upwards('expected', axis) },
        },
        {
          data: { values: since },
          mark: { type: 'rule', color: theme.tones.worse, strokeDash: [3, 3], aria: false, tooltip: false },
          encoding: { x: pixels('x', 'x') },
        },
        {
          mark: { type: 'line', color: theme.main, strokeWidth: 1, aria: false, tooltip: false },
          encoding: { x: pixels('x', 'x'), y: upwards('mean', axis) },
        },
        {
          mark: { type: 'point', filled: true, opacity: 1, size },
          encoding: { x: pixels('x', 'x'), y: upwards('mean', axis), color: alarmColor, shape: alarmShape, ...told },
        },
      ],
    },
    theme,
  );
  const foot = plotSpec(
    {
      content,
      height: statisticHeight,
      left,
      up,
      layers: [
        {
          data: { values: [{ limit }] },
          mark: { type: 'rule', color: theme.tones.worse, strokeDash: [4, 3], aria: false, tooltip: false },
          encoding: { x: { value: 0 }, x2: { value: content - left - 1.5 }, y: upwards('limit', up) },
        },
        {
          mark: { type: 'line', color: theme.main, strokeWidth: 1.5, aria: false, tooltip: false },
          encoding: { x: pixels('x', 'x'), y: upwards('statistic', up) },
        },
        {
          mark: { type: 'point', filled: true, opacity: 1, size: size / 2 },
          encoding: { x: pixels('x', 'x'), y: upwards('statistic', up), color: alarmColor, shape: alarmShape, ...told },
        },
        ...textLayers(periodTexts(periods, cell, content - left, left, theme), theme, content),
      ],
    },
    theme,
  );
  return {
    data: { values },
    spacing: 10,
    vconcat: [main, foot],
    resolve: { scale: { x: 'independent', y: 'independent', color: 'independent', shape: 'independent' } },
  };
}

/** As many of the periods as find room, the last among them. */
function periodTexts(periods: readonly (string | number)[], cell: number, inner: number, left: number, theme: Theme): TextAt[] {
  const texts: TextAt[] = [];
  let free = Infinity;
  for (let index = periods.length - 1; index >= 0; index--) {
    const text = shorten(oneLine(`${periods[index]!}`), 96, 11);
    const half = textWidth(text, 11) / 2;
    const x = Math.min(inner - half, Math.max(half - left, (index + 0.5) * cell));
    if (x + half > free) continue;
    free = x - half - 12;
    texts.push({ x, y: statisticHeight + 14, text, size: 11, color: theme.muted, align: 'center' });
  }
  return texts;
}

function emptyView(content: number): VegaLiteSpec {
  return {
    width: content,
    height: 20,
    data: { values: [{}] },
    mark: { type: 'rule', opacity: 0, aria: false },
    encoding: { x: { value: 0 }, x2: { value: content }, y: { value: 0 } },
  };
}
