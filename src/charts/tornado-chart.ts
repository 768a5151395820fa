import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { readOutcome } from '../experience/read-outcome';
import { isRecord } from '../plain/check-number';
import { guardAt } from '../plain/guard-plain';
import { throwIssues } from '../plain/issues-error';
import { isList, peek } from '../plain/plain-object';
import { readRecord } from '../plain/reading';
import { formatDifference, formatOutcome, type Writer } from '../results/format-outcome';
import type { Robustness } from '../robustness/types';
import { axisFor, unitOf } from './axis';
import { readLook, rowChart } from './make-chart';
import { bar, dot, stroke, guides, upright } from './marks';
import type { PanelPlace, Row } from './panel';
import { checkRobustness } from './robustness-shape';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import type { KnownBar, Tornado, TornadoBar } from './tornado-bars';
import { fromRobustness } from './tornado-of-robustness';
import { restWords } from './rest-words';
import { capital } from '../words/capital';

/** What a tornado can be drawn from beside a result. */
export interface TornadoInput {
  /** In any order. */
  readonly bars: readonly TornadoBar[];
  /** The answer with everything as it is: any number, in the unit of the outcome. */
  readonly base: number;
  /** What the answer is. Default `satisfaction`. */
  readonly outcome?: OutcomeName | undefined;
  /** Whether the answer is a level of the outcome or a difference between two journeys. Default `'difference'`. */
  readonly answer?: 'level' | 'difference' | undefined;
}

/** What {@link tornadoChart} may be told. */
export interface TornadoChartOptions extends ChartOptions {
  /** Which variant of a result with several. Default: its first. */
  readonly variant?: string | undefined;
  /** How many bars, the longest, 1…200. Default 12. */
  readonly most?: number | undefined;
}

/**
 * Which assumption moves the answer most: each alone from one end of its range to the other, the widest first, all else as studied. Of a result of
 * `robustness` the numbers of the model and those of the journeys and segments, each with where it comes from (guess, expert, literature, measured,
 * model) and, as a diamond, where it turns the verdict.
 *
 * @param what What `robustness` returned, or the same read back from JSON; or bars of your own, from whatever was varied.
 * @param options `variant`, `most`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification, in the unit that suits the outcome.
 * @throws JourneyError for anything else, for options that are wrong, and for a variant that the result does not have.
 *
 * @example
 * import { tornadoChart } from 'peakend/charts';
 * const bars = [{ label: 'minutes of waiting', low: 61, high: 48, from: '5', to: '30' }, { label: 'warmth', low: 52, high: 57 }];
 * tornadoChart({ bars, base: 55, answer: 'level' }, { width: 1_200 }).title.text; // 'Satisfaction moves most with minutes of waiting: 48.0 to 61.0'
 */
export function tornadoChart(what: Robustness | TornadoInput, options: TornadoChartOptions = {}): Chart {
  const { look, read } = readLook(options, ['variant', 'most']);
  const most = read.whole('most', { min: 1, max: 200, what: 'a number of bars' }) ?? 12;
  const variant = read.text('variant', 'the name of a variant');
  const { bars, base, outcome, isLevel, turnsAt, caption } = tornadoOf(what, variant, read.issues);
  read.finish();
  const width = ({ low, high }: TornadoBar): number => Math.max(low, high, base) - Math.min(low, high, base);
  const moving = bars.filter((bar) => width(bar) > 0).sort((a, b) => width(b) - width(a));
  const shown = moving.slice(0, most);
  const unit = unitOf(outcome, [base, ...shown.flatMap(({ low, high }) => [low, high])], !isLevel);
  const show = (value: number): string => (isLevel ? formatOutcome(outcome, value) : formatDifference(outcome, value));
  const difference: Writer = (value, more) => formatDifference(outcome, value, more);
  const turns = shown.some((bar) => bar.turns !== undefined) ? turnsAt : undefined;
  const rows = shown.map((bar) => rowOf(bar, base, unit.per, show));
  const numbers = [base, turns ?? base, ...(isLevel ? [] : [0]), ...shown.flatMap(({ low, high }) => [low, high])].map(
    (value) => value / unit.per,
  );
  const { label } = outcomeDescriptions[outcome];
  const first = shown[0];
  const answer = isLevel ? label : `the difference in ${label}`;
  return rowChart(
    {
      finding:
        first === undefined
          ? `Nothing tried moves ${answer}`
          : `${capital(answer)} moves most with ${nameOf(first)}: ${[first.low, first.high]
              .sort((a, b) => a - b)
              .map(show)
              .join(' to ')}${first.turns === undefined ? '' : ', and it alone turns the verdict'}`,
      caption: [
        `Each alone at either end of its range, all else as it is (${show(base)}).${restWords(
          moving.slice(most).map(width),
          bars.length - moving.length,
          difference,
        )}`,
        ...caption,
      ],
      told: rows.map(({ detail }) => detail),
      table: tableOf(shown, show),
    },
    [
      {
        groups: [{ rows }],
        key: [
          { label: 'at the low end of its range', color: look.theme.soft },
          { label: 'at the high end', color: look.theme.main },
          ...(turns === undefined ? [] : [{ label: 'where the verdict turns', color: look.theme.ink, shape: 'diamond', isHollow: true }]),
        ],
        body: 16,
        axis: (pixels) => axisFor(numbers, pixels, { ...unit, isSigned: !isLevel }),
        marks: (place) => tornadoMarks(place, base / unit.per, isLevel, turns === undefined ? undefined : turns / unit.per, look.theme),
      },
    ],
    look,
  );
}

function tornadoOf(what: unknown, variant: string | undefined, issues: Issue[]): Tornado {
  if (!isRecord(what) || peek(what, 'kind') !== undefined) return fromRobustness(checkRobustness(what, 'what'), variant, issues);
  const read = readRecord(guardAt(what, 'what'), 'what', issues, 'bars and base', ['bars', 'base', 'outcome', 'answer']);
  const range = { min: -1e30, max: 1e30 };
  const base = read?.needed('base', range) ?? 0;
  const outcome = read?.by('outcome', readOutcome) ?? 'satisfaction';
  const isLevel = read?.oneOf('answer', ['level', 'difference']) === 'level';
  if (variant !== undefined)
    issues.push({
      code: 'conflict',
      path: 'variant',
      expected: 'no variant where bars are handed over',
      received: JSON.stringify(variant),
    });
  const bars = read?.written.bars;
  if (!isList(bars)) read?.fault('bars', 'a list of bars');
  const found = (isList(bars) ? bars : []).map((bar, index): TornadoBar => {
    const own = readRecord(bar, at('what.bars', index), issues, 'an object with label, low and high', [
      'label',
      'low',
      'high',
      'from',
      'to',
      'source',
    ]);
    const label = own?.text('label') ?? own?.fault('label', 'a text') ?? '';
    const [from, to, source] = [own?.text('from'), own?.text('to'), own?.text('source')];
    return {
      label,
      low: own?.needed('low', range) ?? 0,
      high: own?.needed('high', range) ?? 0,
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
      ...(source === undefined ? {} : { source }),
    };
  });
  throwIssues(issues);
  return { bars: found, base, outcome, isLevel, caption: [] };
}

function nameOf({ label, source }: TornadoBar): string {
  return source === undefined ? label : `${label} (${source})`;
}

function tableOf(bars: readonly KnownBar[], show: (value: number) => string): { readonly head: string[]; readonly rows: string[][] } {
  const known = (key: 'today' | 'turns', head: string): [string, (bar: KnownBar) => string][] =>
    bars.some((bar) => bar[key] !== undefined) ? [[head, (bar) => bar[key] ?? '']] : [];
  const at = (end: string | undefined, value: number): string => (end === undefined ? show(value) : `${end} → ${show(value)}`);
  const columns: [string, (bar: KnownBar) => string][] = [
    ['alone', nameOf],
    ...known('today', 'now'),
    ['at its low end', ({ from, low }) => at(from, low)],
    ['at its high end', ({ to, high }) => at(to, high)],
    ...known('turns', 'turns the verdict at'),
  ];
  return { head: columns.map(([head]) => head), rows: bars.map((bar) => columns.map(([, write]) => write(bar))) };
}

function rowOf(
  { label, source, low, high, from, to, today, turns }: KnownBar,
  base: number,
  per: number,
  show: (value: number) => string,
): Row {
  const at = (end: string | undefined, value: number): string => (end === undefined ? show(value) : `${end} → ${show(value)}`);
  const name = nameOf({ label, source, low, high });
  const ends = `${show(low)} at its low end${from === undefined ? '' : ` (${from})`}, ${show(high)} at its high end${to === undefined ? '' : ` (${to})`}`;
  return {
    label: name,
    text: `${at(from, low)}${from === undefined ? ' to ' : ', '}${at(to, high)}${turns === undefined ? '' : `; turns at ${turns}`}`,
    detail: `${name}: ${ends}${today === undefined ? '' : `, now ${today}`}${turns === undefined ? '' : `; turns the verdict at ${turns}`}`,
    fields: { base: base / per, low: low / per, high: high / per, turns: turns !== undefined },
  };
}

function tornadoMarks(place: PanelPlace, base: number, isLevel: boolean, turns: number | undefined, theme: Theme): VegaLiteSpec[] {
  // Where both ends lie on one side, the nearer one over the farther.
  const near = place.values.filter((value) => Math.abs((value['high'] as number) - base) <= Math.abs((value['low'] as number) - base));
  const far = place.values.filter((value) => !near.includes(value));
  return [
    ...guides(place, theme),
    ...(isLevel ? [] : [upright(place, 0, { color: theme.zero, strokeDash: [2, 3] })]),
    bar(place, ['base', 'low'], 14, { color: theme.soft }, {}, near),
    bar(place, ['base', 'high'], 14, { color: theme.main }, {}),
    bar(place, ['base', 'low'], 14, { color: theme.soft }, {}, far),
    upright(place, base, { color: theme.ink, strokeWidth: 1.5 }),
    stroke(place, 'low', 14, { color: theme.ink, thickness: 1 }),
    stroke(place, 'high', 14, { color: theme.ink, thickness: 1 }),
    ...(turns === undefined
      ? []
      : [
          {
            ...dot(place, 'at', { shape: 'diamond', fill: theme.page, stroke: theme.ink, strokeWidth: 1.5 }),
            data: { values: place.values.filter((value) => value['turns'] === true).map((value) => ({ ...value, at: turns })) },
          },
        ]),
  ];
}
