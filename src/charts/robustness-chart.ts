import { unknownName } from '../errors/unknown-name';
import { outcomeDescriptions } from '../experience/outcomes';
import { formatDifference, grouped } from '../results/format-outcome';
import { wholePercents } from '../results/whole-percents';
import { holdsWords, sharesWords, verdictWords } from '../robustness/robustness-words';
import type { ConclusionShares, Robustness, RobustnessHere, VerdictUnder } from '../robustness/types';
import { axisFor } from './axis';
import { readLook, rowChart } from './make-chart';
import { bar, guides } from './marks';
import type { PanelPlace, Row, RowGroup } from './panel';
import { checkRobustness } from './robustness-shape';
import { tones, type Theme, type Tone } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { byOrder, studyWords } from './words';
import { segmentName } from '../results/segment-name';
import { capital } from '../words/capital';

/** What {@link robustnessChart} may be told. */
export interface RobustnessChartOptions extends ChartOptions {
  /** One variant only. Default: all. */
  readonly variant?: string | undefined;
}

/**
 * How the verdict fares under other assumptions: for all customers, each segment, memory model, peak rule and end window, the share of parameter
 * sets that say better, practically the same, undecided or worse; at the right what the study itself finds there.
 *
 * @param robustness What `robustness` returned, or the same read back from JSON.
 * @param options `variant`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification; shares in per cent.
 * @throws JourneyError for anything else than such a result, for options that are wrong, and for a variant that it does not have.
 *
 * @example
 * import { robustness } from 'peakend';
 * import { robustnessChart } from 'peakend/charts';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const tried = robustness({ baseline: call(1), variant: call(3), customers: 200, seed: 1, over: { draws: 20 } });
 * robustnessChart(tried, { width: 1_200 }).title.text.startsWith('Better in 100 % of 20 parameter sets'); // true
 */
export function robustnessChart(robustness: Robustness, options: RobustnessChartOptions = {}): Chart {
  const result = checkRobustness(robustness);
  const { look, read } = readLook(options, ['variant']);
  const { variant } = read.written;
  const names = result.order.variants;
  if (variant !== undefined && !names.includes(variant as string)) read.issues.push(unknownName('variant', variant, names));
  read.finish();
  const shown = variant === undefined ? names : [variant as string];
  const variants = byOrder(shown, result.variants, 'robustness.variants');
  const several = variants.length > 1;
  const groups = variants.flatMap(([name, own]): RowGroup[] => {
    const { overall } = own;
    const segments = byOrder(result.order.segments, own.segments, 'robustness.segments');
    const row = (label: string, shares: ConclusionShares, found: VerdictUnder, isStrong = false): Row =>
      rowOf(result, label, shares, found, isStrong);
    const tried = (['memory', 'peak', 'endWindow'] as const).map((by) =>
      Object.entries(overall[by]).map(([assumed, found]) => row(assumed, found.shares, found)),
    );
    const [memory, peak, end] = tried as [Row[], Row[], Row[]];
    const start = several ? `${name}: ` : '';
    return [
      {
        heading: several ? name : undefined,
        rows: [
          row('all parameter sets', overall.shares, overall.asStudied, true),
          ...(segments.length < 2
            ? []
            : segments.map(([id, here]) => row(segmentName(result.study.segments, id), here.shares, here.asStudied))),
        ],
      },
      { heading: `${start}by memory`, rows: memory },
      { heading: `${start}by peak rule`, rows: peak },
      { heading: `${start}by end of the journey`, rows: end },
    ].filter(({ rows }) => rows.length > 0);
  });
  const sets = result.sets.memory.length;
  const found = tones.filter((tone) => groups.some(({ rows }) => rows.some(({ fields }) => (fields[tone] as number) > 0)));
  return rowChart(
    {
      finding: variants
        .map(([name, { overall }]) => (several ? `${name}: ${findingOf(result, overall)}` : capital(findingOf(result, overall))))
        .join('. '),
      caption: [
        `Share of ${grouped(sets)} parameter sets by what they say of ${outcomeDescriptions[result.outcome].label}; at the right, the difference with that assumption alone, all else as studied. ${studyWords(result.study, true)}`,
      ],
      told: groups.flatMap(({ rows }) => rows.map(({ detail }) => detail)),
      table: {
        head: ['assumption', ...tones, 'difference, as studied'],
        rows: groups.flatMap(({ rows }) =>
          rows.map(({ label, text, fields }) => [label, ...tones.map((tone) => `${Math.round(fields[tone] as number)} %`), text]),
        ),
      },
    },
    [
      {
        groups,
        key: found.map((tone) => ({ label: tone, color: look.theme.tones[tone] })),
        body: 16,
        // Bars end where they end: no room is needed beyond.
        axis: (pixels) => ({ ...axisFor([0, 100], pixels, { title: '% of parameter sets', sign: ' %' }), domain: [0, 100] }),
        marks: (place) => stripMarks(place, look.theme),
      },
    ],
    look,
  );
}

/** As the result says it, without its numbers. */
function findingOf({ outcome, margin }: Robustness, here: RobustnessHere): string {
  const sets = `${grouped(here.differences.length)} parameter sets`;
  return `${sharesWords(here.shares)} of ${sets}${holdsWords(outcome, margin, here)}: ${verdictWords(here)}`;
}

function sharesByTone(shares: ConclusionShares): { readonly tone: Tone; readonly share: number }[] {
  return tones.map((tone) => ({ tone, share: tone === 'practically the same' ? shares.same : shares[tone] }));
}

function rowOf({ outcome }: Robustness, label: string, shares: ConclusionShares, found: VerdictUnder, isStrong: boolean): Row {
  const ordered = sharesByTone(shares);
  const percents = wholePercents(ordered.map(({ share }) => share));
  const text = formatDifference(outcome, found.difference);
  const told = ordered.map(({ tone, share }, index) => (share > 0 ? [`${tone} in ${percents[index]!}`] : [])).flat();
  return {
    label,
    text,
    detail: `${label}: ${told.join(', ')}; as studied ${text}, ${found.conclusion}`,
    isStrong,
    fields: Object.fromEntries(ordered.map(({ tone, share }) => [tone, share * 100])),
  };
}

function stripMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const parts = place.values.flatMap((value) => {
    let from = 0;
    return tones.flatMap((tone) => {
      const share = value[tone] as number;
      const start = from;
      from += share;
      return share > 0 ? [{ from: start, to: Math.min(100, from), tone, y: value.y, detail: value['detail'] }] : [];
    });
  });
  const color = { field: 'tone', type: 'nominal', scale: { domain: tones, range: tones.map((tone) => theme.tones[tone]) }, legend: null };
  return [...guides(place, theme), bar(place, ['from', 'to'], 14, {}, { color }, parts)];
}
