import { formatNumber } from '../distributions/format-number';
import { JourneyError } from '../errors/journey-error';
import { outcomeDescriptions } from '../experience/outcomes';
import { formatDifference, grouped } from '../results/format-outcome';
import { sourceNames } from '../robustness/input-words';
import type { Robustness, RobustnessHere, SourceShare, UncertaintyShares } from '../robustness/types';
import { axisFor } from './axis';
import { errorBars, type ErrorBar } from './error-bars';
import { readLook, rowChart } from './make-chart';
import { dot } from './marks';
import type { PanelPlace, Row } from './panel';
import { checkRobustness, chosenVariant } from './robustness-shape';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { studyWords } from './words';

/** What {@link uncertaintyChart} may be told. */
export interface UncertaintyChartOptions extends ChartOptions {
  /** Which variant of a result with several. Default: its first. */
  readonly variant?: string | undefined;
}

interface Named extends SourceShare {
  readonly name: string;
}

/**
 * How much of what is uncertain about the difference comes from what: guesses, other numbers of the journey, the model's numbers, how people remember,
 * the luck of who was simulated, and what several of these do together only. A bar is what would be gone if this alone were known, with its standard
 * error; the circle what it has a part in altogether.
 *
 * @param robustness What `robustness` returned, or the same read back from JSON.
 * @param options `variant`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification; shares of the variance in per cent.
 * @throws JourneyError for anything else than such a result, for one without shares, for options that are wrong, and for a variant that it does not have.
 *
 * @example
 * import { robustness } from 'peakend';
 * import { uncertaintyChart } from 'peakend/charts';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const tried = robustness({ baseline: call(1), variant: call(3), customers: 200, seed: 1, over: { draws: 20 } });
 * uncertaintyChart(tried, { width: 1_200 }).title.text; // 'The largest part of what is uncertain comes from guesses: 81 % (± 5)'
 */
export function uncertaintyChart(robustness: Robustness, options: UncertaintyChartOptions = {}): Chart {
  const result = checkRobustness(robustness);
  const { look, read } = readLook(options, ['variant']);
  const { name, overall } = chosenVariant(result, read.text('variant', 'the name of a variant'), read.issues, 'robustness.variants');
  const { shares } = overall.spread;
  if (shares === undefined) throw noShares(name);
  const named = sourcesOf(shares);
  const rows = rowsOf(shares, named);
  const numbers = rows.flatMap(({ fields }) => [fields['low'] as number, fields['high'] as number, (fields['total'] ?? 0) as number]);
  return rowChart(
    {
      finding: findingOf(named),
      caption: [`${result.order.variants.length > 1 ? `${name}. ` : ''}${spreadWords(result, overall)}`],
      told: rows.map(({ detail }) => detail),
      table: {
        head: ['from', 'alone, with its standard error', 'with what it does together with others'],
        rows: [
          ...named.map((one) => [one.name, percentsText(one.first, one.firstError), percentsText(one.total, one.totalError)]),
          ...otherSources.map(([source, label]) => [label, percentsText(shares[source]), '']),
        ],
      },
    },
    [
      {
        groups: [{ rows }],
        key: [
          { label: 'alone', color: look.theme.soft },
          { label: 'with what it does together with others', color: look.theme.main, shape: 'circle', isHollow: true },
        ],
        body: 18,
        axis: (pixels) => axisFor([0, ...numbers], pixels, { title: '% of the variance of the difference', sign: ' %' }),
        marks: (place) => shareMarks(place, look.theme),
      },
    ],
    look,
  );
}

const otherSources = [
  ['sampling', 'the luck of who was simulated'],
  ['interactions', 'several of these together'],
] as const;

function noShares(variant: string): JourneyError {
  return new JourneyError([
    {
      code: 'missing',
      path: `robustness.variants.${variant}.overall.spread.shares`,
      expected: 'shares of what is uncertain',
      received: 'nothing',
      hint: 'there are none where over.shares is 0, or where nothing is uncertain',
    },
  ]);
}

/** Those there are, the largest first. */
function sourcesOf(shares: UncertaintyShares): Named[] {
  return sourceNames
    .flatMap(([source, name]) => (shares[source] === undefined ? [] : [{ ...shares[source], name }]))
    .sort((a, b) => b.first - a.first);
}

function rowsOf(shares: UncertaintyShares, named: readonly Named[]): Row[] {
  return [
    ...named.map(({ name, first, firstError, total, totalError }): Row => {
      const text = percentsText(first, firstError);
      return {
        label: name,
        text,
        detail: `${name}: ${text} alone, ${percentsText(total, totalError)} with what it does together with others`,
        fields: { ...barOf(first, firstError), total: 100 * total },
      };
    }),
    ...otherSources.map(([source, label]): Row => {
      const text = percentsText(shares[source]);
      return { label, text, detail: `${label}: ${text}`, fields: barOf(shares[source], 0) };
    }),
  ];
}

function barOf(share: number, error: number): ErrorBar {
  return { zero: 0, value: 100 * share, low: 100 * (share - error), high: 100 * (share + error), standing: 'told' };
}

/** `67 % (± 7)`. */
function percentsText(share: number, error?: number): string {
  const percents = (value: number): string => formatNumber(100 * value, 0);
  return `${percents(share)} %${error === undefined ? '' : ` (± ${percents(error)})`}`;
}

/** One that is larger than the next by twice the error of their difference is called the largest, and no other. */
function findingOf(named: readonly Named[]): string {
  const [first, second] = named;
  if (first === undefined) return 'What is uncertain is the luck of who was simulated';
  const told = (one: Named): string => `${one.name}: ${percentsText(one.first, one.firstError)}`;
  if (second === undefined) return `What is uncertain comes from ${told(first)}`;
  const apart = first.first - second.first;
  const isClear = apart > 0 && apart * apart > 4 * (first.firstError * first.firstError + second.firstError * second.firstError);
  return isClear
    ? `The largest part of what is uncertain comes from ${told(first)}`
    : `No source clearly has the largest part of what is uncertain; first come ${[first, second].map((one) => `${one.name}, ${percentsText(one.first, one.firstError)}`).join(', and ')}`;
}

function spreadWords({ outcome, study }: Robustness, { asStudied, spread, differences }: RobustnessHere): string {
  const size = (value: number): string => formatDifference(outcome, value);
  const { label } = outcomeDescriptions[outcome];
  return `Of the difference in ${label} (${size(asStudied.difference)} as studied), which between ${grouped(differences.length)} parameter sets has a standard deviation of ${size(spread.uncertainty).replace('+', '')}: what would be gone of its variance, were this known. Lines: ± one standard error. ${studyWords(study, true)}`;
}

function shareMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const values = place.values.filter(({ total }) => total !== undefined);
  const look = { fill: theme.page, stroke: theme.main, strokeWidth: 1.5, size: 60 };
  return [...errorBars(place, theme), { ...dot(place, 'total', look), data: { values } }];
}
