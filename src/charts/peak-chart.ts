import { JourneyError } from '../errors/journey-error';
import { shorten, textWidth, wrap } from '../ribbon/text-width';
import { checkResult } from '../results/check-result';
import { percent } from '../results/format-outcome';
import { inOrder, segmentIds } from '../results/order';
import type { AnySimulation, Simulation } from '../results/types';
import { oneLine } from '../words/one-line';
import { cellInk } from './contrast';
import { makeChart, paddingFor, readLook } from './make-chart';
import { columnsFor, panelSpec, pixels, textLayers, type PanelPlace, type Row, type TextAt } from './panel';
import { fontSize, lineHeight, type Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { listed, studyWords } from './words';
import { segmentName } from '../results/segment-name';

interface Column {
  readonly name: string;
  readonly shares: readonly number[];
}

/**
 * Where the moments lie that customers remember most: for each step the share of customers whose peak lies there, for all and segment by segment.
 * A gap between steps is not felt and is left out.
 *
 * @param simulation What `simulate` returned, or the same read back from JSON.
 * @param options `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification.
 * @throws JourneyError for anything but a simulation, for options that are wrong, and for a result whose `outcomes` left its steps out.
 *
 * @example
 * import { simulate } from 'peakend';
 * import { peakChart } from 'peakend/charts';
 * const steps = [{ id: 'queue', duration: 300, affect: -4 }, { id: 'talk', duration: 300, affect: 1 }];
 * const today = simulate({ journey: { name: 'Call', interactions: steps }, customers: 500, seed: 1 });
 * peakChart(today).title.text; // 'Most peaks lie in queue: 60 % of customers'
 */
export function peakChart(simulation: AnySimulation, options: ChartOptions = {}): Chart {
  const result = checkResult(simulation, 'simulation', 'simulation');
  const { look, read } = readLook(options, []);
  read.finish();
  const steps = result.journey.interactions.filter(({ kind }) => kind !== 'gap').map(({ id, name }) => ({ id, name: name ?? id }));
  const columns = columnsOf(
    result,
    steps.map(({ id }) => id),
  );
  const content = look.width - 2 * paddingFor(look.width);
  const rows = steps.map(({ name }, step): Row => ({ label: name, text: '', detail: detailOf(name, columns, step), fields: { step } }));
  const layout = columnsFor([{ groups: [{ rows }], body: 0, marks: () => [] }], look.width, content);
  const width = (content - layout.label) / columns.length;
  let cells: readonly Cell[] = [];
  const head = headOf(columns, width, layout.isNarrow);
  const view = panelSpec(
    {
      heading: undefined,
      groups: [{ rows }],
      body: 22,
      marks: (place) => {
        cells = cellsOf(place, columns, width, look.theme);
        return cellMarks(cells, width, look.theme);
      },
    },
    layout,
    look.theme,
  );
  return makeChart(
    {
      finding: findingOf(steps, columns[0]!),
      caption: [
        `Share of customers whose peak (the worst and best moment, by their weights) lies in a step. ${result.journey.name}: ${studyWords(result.study)}`,
      ],
      told: rows.map(({ detail }) => detail),
      table: {
        head: ['peak in', ...columns.map(({ name }) => name)],
        rows: steps.map(({ name }, step) => [name, ...columns.map(({ shares }) => percent(shares[step]!))]),
      },
    },
    [{ ...below(view, head, look.theme, content), data: { values: cells } }],
    look,
  );
}

function columnsOf(result: Simulation, ids: readonly string[]): Column[] {
  const segments = inOrder(segmentIds(result), result.segments);
  const all = [['all', result.overall] as const, ...segments].map(([id, { interactions }]) => ({
    name: id,
    shares: ids.map((step) => interactions?.[step]?.peakShare),
  }));
  if (all.some(({ shares }) => shares.some((share) => share === undefined))) {
    throw new JourneyError([
      {
        code: 'missing',
        path: 'simulation.overall.interactions',
        expected: 'a result with its steps',
        received: 'none',
        hint: "add 'interactions' to the study's outcomes, or leave outcomes out",
      },
    ]);
  }
  const named = all.map(({ name, shares }, index) => ({
    name: index === 0 ? 'all customers' : segmentName(result.study.segments, name),
    shares: shares as number[],
  }));
  return segments.length === 1 ? named.slice(0, 1) : named;
}

function detailOf(step: string, columns: readonly Column[], index: number): string {
  return `${step}: ${columns.map(({ name, shares }) => `${name} ${percent(shares[index]!)}`).join(', ')}`;
}

function findingOf(steps: readonly { readonly name: string }[], { shares }: Column): string {
  const most = Math.max(0, ...shares);
  if (most === 0) return 'No step holds a peak';
  const names = steps.flatMap(({ name }, index) => (shares[index] === most ? [name] : []));
  if (most > 0.5) return `Most peaks lie in ${names[0]!}: ${percent(most)} of customers`;
  return `Peaks lie most often in ${listed(names)}: ${percent(most)} of customers${names.length > 1 ? ' each' : ''}`;
}

interface Head {
  readonly height: number;
  readonly texts: readonly TextAt[];
  readonly isUpright: boolean;
}

const longestUpright = 110;

/** The names of the columns: level where there is room, else upright. */
function headOf(columns: readonly Column[], cell: number, isNarrow: boolean): Head {
  const names = columns.map(({ name }) => oneLine(name));
  const room = cell - 8;
  const isUpright = names.some((name) => room < 60 && textWidth(name, fontSize) > room);
  if (isUpright) {
    const height = Math.min(longestUpright, Math.max(...names.map((name) => textWidth(name, fontSize))) + 8);
    const texts = names.map((name, index) => ({
      x: (index + 0.5) * cell,
      y: height - 4,
      text: shorten(name, height - 8, fontSize),
      limit: height - 4,
    }));
    return { height: height + (isNarrow ? 4 : 0), texts, isUpright };
  }
  const lines = names.map((name) => wrap(name, room, fontSize, 3));
  const most = Math.max(...lines.map(({ length }) => length));
  const texts = lines.map((own, index) => ({
    x: (index + 0.5) * cell,
    y: 8 + (most - own.length) * lineHeight,
    text: own.join('\n'),
    align: 'center' as const,
    limit: cell - 2,
  }));
  return { height: most * lineHeight + 8, texts, isUpright };
}

/** The view moved down by its head. */
function below(view: VegaLiteSpec, head: Head, theme: Theme, content: number): VegaLiteSpec {
  const layers = textLayers(
    head.texts.map((text) => ({ ...text, y: text.y - head.height, color: theme.muted })),
    theme,
    content,
  );
  const turned = layers.map((layer) =>
    head.isUpright ? { ...layer, mark: { ...(layer['mark'] as object), angle: 270, align: 'left', baseline: 'middle' } } : layer,
  );
  return { ...view, layer: [...(view['layer'] as readonly VegaLiteSpec[]), ...turned] };
}

type Cell = Readonly<Record<string, string | number>> & { readonly text: string };

/** The data of the view: a cell for each step and column. */
function cellsOf({ values, isNarrow }: PanelPlace, columns: readonly Column[], cell: number, theme: Theme): Cell[] {
  const most = Math.max(0.01, ...columns.flatMap(({ shares }) => shares));
  return values.flatMap(({ top, bottom, y }, step) =>
    columns.map(({ name, shares }, column) => {
      const share = shares[step]!;
      const text = percent(share);
      return {
        step: String(values[step]!['label']),
        column: name,
        share,
        detail: `${String(values[step]!['label'])}, ${name}: ${text}`,
        text: share > 0 ? text : '',
        ink: cellInk(share / most, theme.scale),
        x: column * cell + 1,
        x2: (column + 1) * cell - 1,
        center: (column + 0.5) * cell,
        y,
        top: top + (isNarrow ? 0 : 1),
        bottom: bottom - (isNarrow ? 0 : 1),
      };
    }),
  );
}

function cellMarks(cells: readonly Cell[], cell: number, theme: Theme): VegaLiteSpec[] {
  const most = Math.max(0.01, ...cells.map(({ share }) => share as number));
  const hasText = cells.every(({ text }) => textWidth(text, fontSize) <= cell - 6);
  const rect: VegaLiteSpec = {
    mark: { type: 'rect', cornerRadius: 2 },
    encoding: {
      x: pixels('x', 'x'),
      x2: { field: 'x2' },
      y: pixels('top', 'y'),
      y2: { field: 'bottom' },
      color: { field: 'share', type: 'quantitative', scale: { domain: [0, most], range: theme.scale, interpolate: 'rgb' }, legend: null },
      tooltip: { field: 'detail', type: 'nominal' },
      description: { field: 'detail', type: 'nominal' },
    },
  };
  if (!hasText) return [rect];
  const texts = cells.map(({ center, y, text, ink }): TextAt => ({
    x: center as number,
    y: y as number,
    text,
    color: ink as string,
    align: 'center',
  }));
  return [
    rect,
    ...textLayers(
      texts.filter(({ text }) => text !== ''),
      theme,
      cell,
    ),
  ];
}
