import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import { writtenMargin } from '../results/written-margin';
import { checkResult } from '../results/check-result';
import { completersWords } from '../results/completers-words';
import { differenceIn } from '../results/comparison-words';
import { formatDifferenceWithInterval, percent } from '../results/format-outcome';
import { inOrder, segmentIds, variantNames } from '../results/order';
import type { AnyComparison, Comparison, Difference, VariantResult } from '../results/types';
import { isList } from '../plain/plain-object';
import { unknownName } from '../errors/unknown-name';
import { at } from '../errors/wording';
import { axisFor, unitOf } from './axis';
import { readLook, rowChart } from './make-chart';
import { band, dot, span, toneColor, toneShape, guides, upright } from './marks';
import type { PanelInput, PanelPlace, Row } from './panel';
import { isTone, shapes, tones, type Theme, type Tone } from './theme';
import { comparedFinding, variantFinding, type Compared } from './findings';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { knownOutcome, studyWords } from './words';
import { segmentName } from '../results/segment-name';

/** What {@link forestChart} may be told. */
export interface ForestChartOptions extends ChartOptions {
  /** Which outcome. Default: the one that the comparison's sentences speak of. */
  readonly outcome?: OutcomeName | undefined;
  /** Several outcomes, one below the other, each in its own unit; instead of `outcome`. Default: none. */
  readonly outcomes?: readonly OutcomeName[] | undefined;
  /** One variant only. Default: all. */
  readonly variant?: string | undefined;
}

/**
 * What each variant changes against the baseline, overall and by segment: the mean difference with its interval, and the conclusion by colour and shape.
 * The thin line is the wider interval, which holds for all variants and segments at once and from which the conclusion is drawn; the grey band is
 * the margin within which a difference is practically none.
 *
 * @param comparison What `compare` returned, or the same read back from JSON.
 * @param options `outcome` or `outcomes`, `variant`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification. Durations are in the unit that suits them, differences of shares in percentage points.
 * @throws JourneyError for anything but a comparison, for options that are wrong, and for an outcome or a variant that the result does not have.
 *
 * @example
 * import { compare } from 'peakend';
 * import { forestChart } from 'peakend/charts';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const verdict = compare({ baseline: call(1), variants: { kinder: call(3) }, customers: 500, seed: 1 });
 * forestChart(verdict).title.text.startsWith('kinder is better: satisfaction +'); // true
 */
export function forestChart(comparison: AnyComparison, options: ForestChartOptions = {}): Chart {
  const result = checkResult(comparison, 'comparison', 'comparison');
  const { look, read } = readLook(options, ['outcome', 'outcomes', 'variant']);
  const names = variantNames(result);
  const has = (name: OutcomeName): boolean => names.every((variant) => differenceIn(result.variants[variant]!.overall, name) !== undefined);
  const { outcome, outcomes, variant } = read.written;
  if (outcome !== undefined && outcomes !== undefined) read.fault('outcomes', 'outcome or outcomes, not both', { code: 'conflict' });
  if (outcomes !== undefined && (!isList(outcomes) || outcomes.length === 0)) read.fault('outcomes', 'a list of outcomes');
  const asked = isList(outcomes) ? outcomes : [outcome ?? (has(result.leading) ? result.leading : outcomeNames.find(has))];
  const shown = asked.map((name, index) => knownOutcome(name, isList(outcomes) ? at('outcomes', index) : 'outcome', has, read.issues)!);
  if (variant !== undefined && !names.includes(variant as string)) read.issues.push(unknownName('variant', variant, names));
  read.finish();
  const wanted = variant === undefined ? names : [variant as string];
  const compared = shown.map((name) => wanted.map((one) => comparedOf(result, one, result.variants[one]!, name)));
  const baseline = result.baseline.journey.name;
  const panels = shown.map((name, index) => panelOf(result, name, compared[index]!, look.theme, shown.length > 1));
  const level = percent(result.study.confidence);
  const several = result.simultaneous.differences > 1;
  const written = (name: OutcomeName): number => writtenMargin(name, result);
  const margins = shown.filter((name) => (result.margin[name] ?? 0) > 0);
  return rowChart(
    {
      finding: shown.length === 1 ? comparedFinding(shown[0]!, compared[0]!, written(shown[0]!)) : overOutcomes(shown, compared),
      caption: [
        `Against ${baseline}. ${studyWords(result.study, true)} Thick lines: ${level} interval, simulation error only.` +
          (several ? ' Thin lines: wide enough for all of them at once; the conclusions are drawn from these.' : '') +
          (margins.length === 0 ? '' : ' Grey band: differences that are practically none.'),
      ],
      told: shown.flatMap((name, index) => compared[index]!.map((one) => variantFinding(name, one, written(name)))),
      table: tableOf(result, shown, compared),
    },
    panels,
    look,
  );
}

function comparedOf(result: Comparison, variant: string, { overall, segments }: VariantResult, outcome: OutcomeName): Compared {
  return {
    variant,
    overall: differenceIn(overall, outcome)!,
    completers: completersWords(overall, outcome),
    segments: inOrder(segmentIds(result), segments).flatMap(([id, own]) => {
      const difference = differenceIn(own, outcome);
      return difference === undefined ? [] : [{ name: segmentName(result.study.segments, id), difference }];
    }),
  };
}

/** What several outcomes say together, variant by variant. */
function overOutcomes(outcomes: readonly OutcomeName[], compared: readonly (readonly Compared[])[]): string {
  const sentences = compared[0]!.map(({ variant }, index) => {
    const parts = tones.flatMap((tone) => {
      const own = outcomes.flatMap((name, place) => {
        const { overall, completers } = compared[place]![index]!;
        const { label } = outcomeDescriptions[name];
        return overall.conclusion !== tone ? [] : [completers === undefined ? label : `${label} (${completers})`];
      });
      return own.length === 0 ? [] : [`${tone} on ${own.join(', ')}`];
    });
    return `${variant}: ${parts.join('; ')}`;
  });
  return sentences.join('. ');
}

function panelOf(
  result: Comparison,
  outcome: OutcomeName,
  compared: readonly Compared[],
  theme: Theme,
  isOneOfSeveral: boolean,
): PanelInput {
  const margin = result.margin[outcome] ?? 0;
  const stated = writtenMargin(outcome, result);
  const numbers = [
    0,
    ...(margin > 0 ? [margin, -margin] : []),
    ...compared.flatMap(({ overall, segments }) => [overall, ...segments.map(({ difference }) => difference)].flatMap(endsOf)),
  ];
  const unit = unitOf(outcome, numbers, true);
  const all = compared.length > 1;
  const groups = compared.map(({ variant, overall, segments }) => ({
    heading: all ? variant : undefined,
    rows: [
      rowOf(
        outcome,
        variant,
        segments.length > 1 ? 'all customers' : all ? 'all customers' : variant,
        overall,
        unit.per,
        stated,
        segments.length > 1,
      ),
      ...(segments.length > 1
        ? segments.map(({ name, difference }) => rowOf(outcome, variant, name, difference, unit.per, stated, false))
        : []),
    ],
  }));
  const found = new Set(groups.flatMap(({ rows }) => rows.map(({ fields }) => fields['tone'] as Tone)));
  return {
    heading: isOneOfSeveral ? comparedFinding(outcome, compared, stated) : undefined,
    groups,
    key: tones
      .filter((tone) => found.has(tone))
      .map((tone) => ({ label: tone, color: theme.tones[tone], shape: shapes[tone], isHollow: tone === 'undecided' })),
    body: 20,
    axis: (pixels) =>
      axisFor(
        numbers.map((value) => value / unit.per),
        pixels,
        { ...unit, isSigned: true },
      ),
    marks: (place) => forestMarks(place, margin / unit.per, theme),
  };
}

function endsOf(difference: Difference): number[] {
  const { low, high } = widestOf(difference);
  return [difference.difference, difference.interval.low, difference.interval.high, low, high];
}

/** Older results may be without the wider interval. */
function widestOf({ simultaneous, interval }: Difference): { readonly low: number; readonly high: number } {
  const { low, high } = (simultaneous as Difference['interval'] | undefined) ?? interval;
  return typeof low === 'number' && typeof high === 'number' ? { low, high } : interval;
}

function rowOf(
  outcome: OutcomeName,
  variant: string,
  label: string,
  difference: Difference,
  per: number,
  margin: number,
  isStrong: boolean,
): Row {
  const { interval } = difference;
  const text = formatDifferenceWithInterval(outcome, difference.difference, interval.low, interval.high, margin);
  const tone = isTone(difference.conclusion) ? difference.conclusion : 'undecided';
  const wide = widestOf(difference);
  return {
    label,
    text,
    detail: `${variant}, ${label}: ${outcomeDescriptions[outcome].label} ${text}, ${tone}`,
    isStrong,
    fields: {
      value: difference.difference / per,
      low: interval.low / per,
      high: interval.high / per,
      widestLow: wide.low / per,
      widestHigh: wide.high / per,
      tone,
    },
  };
}

function forestMarks(place: PanelPlace, margin: number, theme: Theme): VegaLiteSpec[] {
  const stroke = { color: toneColor('stroke', theme) };
  return [
    ...(margin > 0 ? [band(place, -margin, margin, theme.band)] : []),
    ...guides(place, theme),
    upright(place, 0, { color: theme.zero }),
    span(place, ['widestLow', 'widestHigh'], { strokeWidth: 1.25 }, stroke),
    span(place, ['low', 'high'], { strokeWidth: 3.5 }, stroke),
    dot(
      place,
      'value',
      { strokeWidth: 2, size: 80 },
      { fill: toneColor('fill', theme), stroke: toneColor('stroke', theme), shape: toneShape },
    ),
  ];
}

function tableOf(
  result: Comparison,
  outcomes: readonly OutcomeName[],
  compared: readonly (readonly Compared[])[],
): { readonly head: string[]; readonly rows: string[][] } {
  return {
    head: ['variant', 'outcome', 'for', 'difference', 'conclusion'],
    rows: outcomes.flatMap((outcome, index) =>
      compared[index]!.flatMap(({ variant, overall, segments }) =>
        [{ name: 'all customers', difference: overall }, ...(segments.length > 1 ? segments : [])].map(({ name, difference }) => [
          variant,
          outcomeDescriptions[outcome].label,
          name,
          formatDifferenceWithInterval(
            outcome,
            difference.difference,
            difference.interval.low,
            difference.interval.high,
            writtenMargin(outcome, result),
          ),
          difference.conclusion,
        ]),
      ),
    ),
  };
}
