import type { Reading } from '../plain/reading';
import { reading } from '../plain/reading';
import { wrap } from '../ribbon/text-width';
import { withDisplay, type Words } from '../words/display';
import { oneLine } from '../words/one-line';
import { pageMarkdown, pageText } from '../words/page';
import type { Table } from '../words/table';
import { bold, columnsFor, panelSpec, type PanelInput } from './panel';
import { configOf, themes, type Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';

/** A chart's options while they are read, with those that all charts have. */
export interface Look {
  readonly width: number;
  readonly title: string | undefined;
  readonly theme: Theme;
}

const common: readonly (keyof ChartOptions)[] = ['width', 'title', 'theme'];

/** Opens the options of a chart: those of all, beside its own. Faults of a chart's own are added before `finish`. */
export function readLook<Key extends string>(
  given: unknown,
  own: readonly Key[],
): { readonly look: Look; readonly read: Reading<Key | keyof ChartOptions> } {
  const read = reading<Key | keyof ChartOptions>(given, [...own, ...common], { path: 'options' });
  const width = read.number('width', { min: 240, max: 4_000, what: 'a width in pixels' }) ?? 640;
  const theme = themes[read.oneOf('theme', ['light', 'dark']) ?? 'light'];
  return { look: { width, title: read.text('title'), theme }, read };
}

/** What a chart consists of. */
export interface ChartParts {
  /** What it shows, in a sentence without its full stop. */
  readonly finding: string;
  /** n, seed, level, how to read it. */
  readonly caption: readonly string[];
  /** Sentences beside the finding for who does not see it. */
  readonly told: readonly string[];
  readonly table: Table;
}

/** Room around the picture. */
export const paddingFor = (width: number): number => (width < 480 ? 12 : 18);

/** Sentences beyond these nobody listens to; the table has them all. */
const mostTold = 40;

/** A chart made of panels of rows. */
export function rowChart(parts: ChartParts, panels: readonly PanelInput[], look: Look): Chart {
  const padding = paddingFor(look.width);
  const columns = columnsFor(panels, look.width, look.width - 2 * padding);
  const views = panels.map((panel) => panelSpec(panel, columns, look.theme));
  return makeChart(parts, views, look);
}

/** A chart made of views, one below the other. */
export function makeChart(
  { finding, caption, told, table }: ChartParts,
  views: readonly VegaLiteSpec[],
  { width, title, theme }: Look,
): Chart {
  const content = width - 2 * paddingFor(width);
  const heading = oneLine(title ?? finding);
  const subtitle = caption.flatMap((line) => wrapped(oneLine(line), content, 12));
  const more = told.length > mostTold ? [...told.slice(0, mostTold), `And ${told.length - mostTold} more.`] : told;
  const description = [heading, ...more, ...caption].map((sentence) => sentenceOf(oneLine(sentence))).join(' ');
  const lines = wrapped(heading, content / bold, 16);
  const chart: Chart = {
    $schema: 'https://vega.github.io/schema/vega-lite/v5.json',
    title: { text: lines.length === 1 ? lines[0]! : lines, ...(subtitle.length === 0 ? {} : { subtitle }) },
    description,
    background: theme.page,
    padding: paddingFor(width),
    ...(views.length === 1 ? views[0] : { spacing: 22, vconcat: views, resolve: { scale: { x: 'independent', y: 'independent' } } }),
    config: configOf(theme),
  };
  return frozen(withDisplay(chart, (made) => wordsOfChart(made, heading, more, caption, table)));
}

/** All of it but the rows of data: Vega puts a mark of its own on each while it draws, which JSON does not see. */
function frozen<Part>(part: Part): Part {
  if (typeof part !== 'object' || part === null) return part;
  for (const [key, inner] of Object.entries(part)) {
    if (key === 'values') Object.freeze(inner);
    else frozen(inner);
  }
  return Object.freeze(part);
}

/** Long enough for whatever a chart says itself; only names without an end are cut. */
const mostLines = 12;

/** In lines; a number is not parted from its unit. */
function wrapped(text: string, width: number, size: number): string[] {
  const glued = text.replace(/(\d) (?=%|pp|min|h|s|days?)/g, '$1\u00a0').replace(/ ?± ?/g, (sign) => sign.replaceAll(' ', '\u00a0'));
  return wrap(glued, width, size, mostLines).map((line) => line.replaceAll('\u00a0', ' '));
}

function wordsOfChart(chart: Chart, heading: string, told: readonly string[], caption: readonly string[], table: Table): Words {
  return {
    'text/plain': pageText([{ title: heading }, { points: told }, { prose: caption }]),
    'text/markdown': pageMarkdown([{ title: heading }, ...(table.rows.length === 0 ? [] : [{ table }]), { prose: caption }]),
    'application/vnd.vegalite.v5+json': chart,
  };
}

function sentenceOf(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
