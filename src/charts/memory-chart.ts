import type { MemoryFit } from '../fitting/types';
import { fixed, grouped, percent } from '../results/format-outcome';
import { axisFor } from './axis';
import { checkShape, type Shape } from './check-shape';
import { readLook, rowChart } from './make-chart';
import { dot, span, guides, upright } from './marks';
import type { PanelPlace, Row } from './panel';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';

const resampled = { value: 'number', interval: { low: 'number', high: 'number' } } as const satisfies Shape;
const shape: Shape = {
  'chosen?': 'text',
  tells: 'text',
  scores: [{ name: 'text', free: 'number', rSquared: resampled, isBehind: 'flag' }],
  counts: { rated: 'number', groups: 'number', heldOut: 'number' },
  study: { seed: 'name', confidence: 'number' },
};

/**
 * Which memory explains what people said of the whole: for each candidate the share of the variance of ratings that it explains, of ratings it was not
 * fitted to, with its interval. The chosen one is filled; those that clearly explain less are paler.
 *
 * @param fit What `fitMemory` of `peakend/data` returned, or the same read back from JSON.
 * @param options `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification.
 * @throws JourneyError for anything else than such a fit, and for options that are wrong.
 *
 * @example
 * import { fitMemory, recordings } from 'peakend/data';
 * import { memoryChart } from 'peakend/charts';
 * const forms = Array.from({ length: 40 }, (_, i) => ({ desk: 1 + (i % 5), wait: 1 + ((i * 3) % 5), talk: 1 + ((i * 7) % 4) }));
 * const rated = forms.map((form) => ({ ...form, whole: (form.desk + form.wait + form.talk) / 3 }));
 * const felt = recordings.fromColumns(rated, { steps: ['desk', 'wait', 'talk'], scale: [1, 5] });
 * const fit = fitMemory({ recordings: felt, ratings: { values: 'whole', scale: [1, 5] }, seed: 1 });
 * memoryChart(fit, { width: 1_200 }).title.text; // 'averaging explains 1.00 of the variance; 5 of 7 others clearly less'
 */
export function memoryChart(fit: MemoryFit, options: ChartOptions = {}): Chart {
  const result = checkShape<MemoryFit>(fit, 'fit', 'memory-fit', 'fitMemory', shape);
  const { look, read } = readLook(options, []);
  read.finish();
  const { chosen, scores, counts, study } = result;
  const rows = scores.map((score): Row => {
    const { name, rSquared, isBehind } = score;
    const { low, high } = rSquared.interval;
    const text = `${fixed(rSquared.value, 2)} (${fixed(low, 2)} to ${fixed(high, 2)})`;
    const standing = name === chosen ? 'chosen' : isBehind ? 'clearly less' : 'other';
    return {
      label: name === chosen ? `${name} (chosen)` : name,
      text,
      detail: `${name}: R² ${text}${standing === 'chosen' ? ', chosen' : standing === 'clearly less' ? ', clearly less than the chosen one' : ''}`,
      isStrong: name === chosen,
      fields: { value: rSquared.value, low, high, standing },
    };
  });
  const numbers = [0, ...scores.flatMap(({ rSquared: { value, interval } }) => [value, interval.low, interval.high])];
  const groups = counts.groups === counts.rated - counts.heldOut ? '' : ` of ${grouped(counts.groups)} groups`;
  return rowChart(
    {
      finding: findingOf(result),
      caption: [
        `${grouped(counts.rated)} recordings with a rating${groups}, seed '${study.seed}'. R² of ratings the memory was not fitted to; lines: ${percent(study.confidence)} interval, groups drawn again. Below 0: worse than the mean of the ratings.`,
      ],
      told: rows.map(({ detail }) => detail),
      table: {
        head: ['memory', 'R²', 'free numbers'],
        rows: scores.map(({ name, free }, index) => [name, rows[index]!.text, String(free)]),
      },
    },
    [
      {
        groups: [{ rows }],
        key: keyOf(rows, look.theme),
        body: 18,
        axis: (pixels) => axisFor(numbers, pixels, { title: 'share of the variance of ratings explained (R²)', sign: '' }),
        marks: (place) => memoryMarks(place, look.theme),
      },
    ],
    look,
  );
}

function findingOf({ chosen, tells, scores }: MemoryFit): string {
  const score = scores.find(({ name }) => name === chosen);
  if (score === undefined) return 'No memory clearly predicts these ratings better than their mean does';
  const explains = `${score.name} explains ${fixed(score.rSquared.value, 2)} of the variance`;
  if (tells === 'not apart') return `These ratings cannot tell memories apart; ${explains}`;
  const behind = scores.filter(({ isBehind }) => isBehind).length;
  return `${explains}; ${tells === 'one' ? 'all' : `${behind} of ${scores.length - 1}`} others clearly less`;
}

const standings = ['chosen', 'other', 'clearly less'] as const;
const labels = { chosen: 'chosen', other: 'cannot be told from it', 'clearly less': 'clearly less' } as const;

const colorsOf = (theme: Theme): { readonly [name in (typeof standings)[number]]: string } => ({
  chosen: theme.main,
  other: theme.main,
  'clearly less': theme.zero,
});

function keyOf(
  rows: readonly Row[],
  theme: Theme,
): { readonly label: string; readonly color: string; readonly shape: string; readonly isHollow: boolean }[] {
  const found = new Set(rows.map(({ fields }) => fields['standing']));
  if (!found.has('chosen')) return [];
  return standings
    .filter((standing) => found.has(standing))
    .map((standing) => ({ label: labels[standing], color: colorsOf(theme)[standing], shape: 'circle', isHollow: standing !== 'chosen' }));
}

function memoryMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const colors = colorsOf(theme);
  const range = standings.map((standing) => colors[standing]);
  const color = { field: 'standing', type: 'nominal', scale: { domain: standings, range }, legend: null };
  const fill = { ...color, scale: { domain: standings, range: standings.map((one) => (one === 'chosen' ? colors[one] : theme.page)) } };
  return [
    ...guides(place, theme),
    upright(place, 0, { color: theme.zero }),
    span(place, ['low', 'high'], { strokeWidth: 2.5 }, { color }),
    dot(place, 'value', { strokeWidth: 2, size: 80 }, { fill, stroke: color }),
  ];
}
