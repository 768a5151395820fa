import type { Issue } from '../errors/issue';
import { at } from '../errors/wording';
import { outcomeDescriptions } from '../experience/outcomes';
import { isRecord } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';
import { percent } from '../results/format-outcome';
import { checkWords, placeName, roomWords, standardWords } from '../standards/standards-words';
import type { Standard, StandardResult, StandardsReport } from '../standards/types';
import type { AxisPlan } from './axis';
import { checkPart, checkShape, type Shape } from './check-shape';
import { readLook, rowChart } from './make-chart';
import { dot, span, toneColor, toneShape, guides, upright } from './marks';
import type { PanelPlace, Row } from './panel';
import { shapes, type Theme, type Tone } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';

const shape: Shape = {
  verdict: 'text',
  sentence: 'text',
  standards: [
    {
      standard: 'whatever',
      'variant?': 'text',
      segment: 'text',
      verdict: 'text',
      value: 'number',
      margin: 'number',
      'probability?': 'number',
      interval: { low: 'number', high: 'number' },
      sentence: 'text',
      checks: ['whatever'],
    },
  ],
  simultaneous: { checks: 'number', confidence: 'number' },
};

/** What is read of a standard, by what it is about. */
function shapeOf(standard: unknown): Shape {
  const written = isRecord(standard) ? standard : {};
  if ('noSegmentWorse' in written) return { noSegmentWorse: 'outcome', margin: 'number' };
  if ('improves' in written) return { improves: 'outcome', by: 'number', segment: 'text' };
  if ('fewWorse' in written) return { fewWorse: 'outcome', atMost: 'number', segment: 'text' };
  return { outcome: 'outcome', statistic: 'text', segment: 'text', ['atLeast' in written ? 'atLeast' : 'atMost']: 'number' };
}

const verdictTones: { readonly [verdict: string]: Tone } = { holds: 'better', fails: 'worse', 'cannot tell': 'undecided' };

/**
 * Which promises hold: each with what was found and its interval to the right of its bound, where it holds, or to the left, where it fails. Each is drawn
 * on a scale of its own, for they have different units; numbers, verdict and probability stand beside it.
 *
 * @param report What `checkStandards` returned, or the same read back from JSON.
 * @param options `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification.
 * @throws JourneyError for anything else than such a report, and for options that are wrong.
 *
 * @example
 * import { atMost, checkStandards, simulate } from 'peakend';
 * import { standardsChart } from 'peakend/charts';
 * const today = simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] }, customers: 500, seed: 1 });
 * standardsChart(checkStandards(today, atMost('clockDuration', '10 min'))).title.text; // 'The standard holds'
 */
export function standardsChart(report: StandardsReport, options: ChartOptions = {}): Chart {
  const result = checkShape<StandardsReport>(report, 'report', 'standards', 'checkStandards', shape);
  const issues: Issue[] = [];
  const { standards } = result;
  standards.forEach(({ standard }, index) => checkPart(standard, at(at('report.standards', index), 'standard'), shapeOf(standard), issues));
  throwIssues(issues);
  const { look, read } = readLook(options, []);
  read.finish();
  const rows = standards.map(rowOf);
  const { checks, confidence } = result.simultaneous;
  const found = new Set(rows.map(({ fields }) => fields['tone']));
  return rowChart(
    {
      finding: result.sentence.replace(/\.$/, ''),
      caption: [
        `Right of the line a standard holds, left of it it fails; each on its own scale. Lines: intervals wide enough for all ${checks} check${checks === 1 ? '' : 's'} at once (${percent(confidence)}), simulation error only.`,
      ],
      told: standards.map(({ sentence }) => sentence),
      table: {
        head: ['standard', 'verdict', 'found', 'margin', 'probability'],
        rows: standards.map((one) => {
          const { found: is, room } = checkWords(one.standard, one);
          return [
            nameOf(one),
            one.verdict,
            is,
            (one.margin < 0 ? '−' : '') + room,
            one.probability === undefined ? '–' : percent(one.probability),
          ];
        }),
      },
    },
    [
      {
        groups: [{ rows }],
        key: Object.entries(verdictTones)
          .filter(([, tone]) => found.has(tone))
          .map(([label, tone]) => ({ label, color: look.theme.tones[tone], shape: shapes[tone], isHollow: tone === 'undecided' })),
        body: 18,
        axis: () => axis,
        marks: (place) => standardMarks(place, look.theme),
      },
    ],
    look,
  );
}

const axis: AxisPlan = {
  domain: [-1.05, 1.05],
  ticks: [-1, 0, 1],
  write: (value) => (value === 0 ? 'bound' : value < 0 ? 'fails' : 'holds'),
  title: '',
};

function nameOf(result: StandardResult): string {
  const { standard, variant, segmentName, checks } = result;
  const where = checks.length > 1 ? `, decided by ${placeName(result)}` : '';
  return `${variant === undefined ? '' : `${variant}: `}${standardWords(standard, segmentName)}${where}`;
}

function rowOf(result: StandardResult): Row {
  const { standard, margin, value, interval, verdict, probability, sentence } = result;
  const { found, room } = checkWords(standard, result);
  // Seen from the bound, in the direction in which the standard holds.
  const isLeast = keepsAbove(standard);
  const seen = (one: number): number => margin + (isLeast ? one - value : value - one);
  const [low, high] = [seen(interval.low), seen(interval.high)].sort((a, b) => a - b) as [number, number];
  const size = Math.max(Math.abs(low), Math.abs(high), Math.abs(margin)) * 1.1 || 1;
  const chance = verdict === 'cannot tell' && probability !== undefined ? `, probability ${percent(probability)}` : '';
  const tail = verdict === 'cannot tell' ? chance : `, ${roomWords(standard, result, room)}`;
  return {
    label: nameOf(result),
    text: `${found}${tail}`,
    detail: sentence,
    fields: { value: margin / size, low: low / size, high: high / size, margin, tone: verdictTones[verdict] ?? 'undecided', verdict },
  };
}

/** Whether more is better held. */
function keepsAbove(standard: Standard): boolean {
  if ('fewWorse' in standard) return false;
  if ('outcome' in standard) return 'atLeast' in standard;
  const outcome = 'improves' in standard ? standard.improves : standard.noSegmentWorse;
  return outcomeDescriptions[outcome].better === 'higher';
}

function standardMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const stroke = { color: toneColor('stroke', theme) };
  return [
    ...guides(place, theme),
    upright(place, 0, { color: theme.zero, strokeWidth: 1.5 }),
    span(place, ['low', 'high'], { strokeWidth: 3 }, stroke),
    dot(
      place,
      'value',
      { strokeWidth: 2, size: 80 },
      { fill: toneColor('fill', theme), stroke: toneColor('stroke', theme), shape: toneShape },
    ),
  ];
}
