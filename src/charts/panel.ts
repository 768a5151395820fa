import { shorten, textWidth, wrap } from '../ribbon/text-width';
import { oneLine } from '../words/one-line';
import type { AxisPlan } from './axis';
import { fontSize, lineHeight, type Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** One line of a chart: a name at the left, numbers as marks, the same in words at the right; on a narrow picture the words stand above. */
export interface Row {
  readonly label: string;
  readonly text: string;
  /** All of it in words: for the tooltip and for who does not see it. */
  readonly detail: string;
  readonly isStrong?: boolean;
  /** What its marks are drawn from, in the unit shown. */
  readonly fields: { readonly [field: string]: string | number | boolean };
}

export interface RowGroup {
  readonly heading?: string | undefined;
  readonly rows: readonly Row[];
}

/** A colour (and shape) and what it means. */
export interface KeyEntry {
  readonly label: string;
  readonly color: string;
  readonly shape?: string;
  readonly isHollow?: boolean;
}

/** Where a row came to lie, in pixels from the top of its panel: the middle of its marks, and what belongs to them. */
export interface Placed {
  readonly y: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PanelPlace {
  /** Width of the marks' area. */
  readonly inner: number;
  readonly height: number;
  readonly isNarrow: boolean;
  /** Each row with its marks' fields and its place: the panel's data. */
  readonly values: readonly (Readonly<Record<string, unknown>> & Placed)[];
  readonly axis: AxisPlan | undefined;
}

export interface PanelInput {
  readonly heading?: string | undefined;
  readonly groups: readonly RowGroup[];
  readonly key?: readonly KeyEntry[];
  /** Height of a row's marks. */
  readonly body: number;
  readonly axis?: ((pixels: number) => AxisPlan) | undefined;
  readonly marks: (place: PanelPlace) => readonly VegaLiteSpec[];
}

/** All panels of a chart have the same columns. */
export interface Columns {
  readonly content: number;
  readonly isNarrow: boolean;
  readonly label: number;
  readonly text: number;
  /** On a narrow picture: whether the words find room beside the name. */
  readonly isBeside: boolean;
}

const narrowest = 560;
const gap = 14;
const headingHeight = 24;
const keyHeight = 22;
/** Names and words in more lines than these are cut; the tooltip has them in full. */
const mostLines = 4;

/** Bold letters are so much wider. */
export const bold = 1.18;
export const boldWidth = (text: string, size: number): number => textWidth(text, size) * bold;

/** How the width is divided: as much as names and words need, within limits. */
export function columnsFor(panels: readonly PanelInput[], width: number, content: number): Columns {
  const rows = panels.flatMap(({ groups }) => groups.flatMap((group) => group.rows));
  const widest = (of: (row: Row) => string): number => rows.reduce((most, row) => Math.max(most, boldWidth(oneLine(of(row)), fontSize)), 0);
  const [labels, texts] = [widest(({ label }) => label), widest(({ text }) => text)];
  const isNarrow = width < narrowest;
  const cut = (wanted: number, share: number): number => (wanted === 0 ? 0 : Math.ceil(Math.min(wanted, content * share)) + gap);
  if (!isNarrow) return { content, isNarrow, label: cut(labels, 0.34), text: cut(texts, 0.3), isBeside: true };
  return { content, isNarrow, label: 0, text: 0, isBeside: texts <= content * 0.5 };
}

/** One panel as a Vega-Lite view. Names are data, never part of an expression or the name of a field. */
export function panelSpec(input: PanelInput, columns: Columns, theme: Theme): VegaLiteSpec {
  const { content, isNarrow, label: left, text: right } = columns;
  const inner = content - left - right;
  const texts: TextAt[] = [];
  const values: (Record<string, unknown> & Placed)[] = [];
  let y = 0;
  if (input.heading !== undefined) {
    const lines = wrap(oneLine(input.heading), content / bold, 13, 2 * mostLines);
    texts.push({ x: -left, y: y + 8, text: lines.join('\n'), size: 13, weight: 600 });
    y += lines.length * 17 + 8;
  }
  const key = keyMarks(input.key ?? [], -left, y, content, theme);
  y = key.bottom;
  input.groups.forEach(({ heading, rows }, index) => {
    if (heading !== undefined) {
      if (index > 0) y += 8;
      const lines = wrap(oneLine(heading), content / bold, fontSize, mostLines);
      texts.push({ x: -left, y: y + 10, text: lines.join('\n'), weight: 600, color: theme.muted });
      y += headingHeight + (lines.length - 1) * lineHeight;
    }
    for (const row of rows) {
      const placed = placeRow(row, y, columns, input.body);
      values.push({ ...row.fields, label: oneLine(row.label), text: oneLine(row.text), detail: oneLine(row.detail), ...placed.row });
      texts.push(...placed.texts.map((text) => ({ ...text, weight: row.isStrong === true ? 600 : 400 })));
      y = placed.next;
    }
  });
  const axis = input.axis?.(inner);
  const place: PanelPlace = { inner, height: y, isNarrow, values, axis };
  const scale = axis === undefined ? [] : axisTexts(axis, { inner, left, right, y: y + 12 }, theme);
  return {
    width: inner,
    height: y,
    data: { values },
    layer: [frame(-left, inner + right), ...input.marks(place), ...key.layers, ...textLayers([...texts, ...scale], theme, content)],
  };
}

/** Nothing to be seen: it makes each panel, and so the picture, as wide as it should be. */
function frame(x: number, x2: number): VegaLiteSpec {
  return {
    data: { values: [{}] },
    mark: { type: 'rule', opacity: 0, aria: false },
    encoding: { x: { value: x + 0.5 }, x2: { value: x2 - 0.5 }, y: { value: 0 } },
  };
}

export interface TextAt {
  readonly x: number;
  /** Middle of the first line. */
  readonly y: number;
  readonly text: string;
  readonly size?: number;
  readonly weight?: number;
  readonly color?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Cut there, where letters are wider than they were thought to be. */
  readonly limit?: number;
}

/** The numbers of a scale and what they are, beneath it; numbers that find no room are left out. */
export function axisTexts(
  { ticks, domain, write, title }: AxisPlan,
  at: { inner: number; left: number; right: number; y: number },
  theme: Theme,
): TextAt[] {
  const look = { size: 11, color: theme.muted };
  let free = -Infinity;
  const numbers = ticks.flatMap((tick): TextAt[] => {
    const text = write(tick);
    const half = textWidth(text, 11) / 2;
    const middle = ((tick - domain[0]) / (domain[1] - domain[0])) * at.inner;
    const x = Math.min(at.inner + at.right - half, Math.max(half - at.left, middle));
    if (x - half < free) return [];
    free = x + half + 6;
    return [{ x, y: at.y, text, align: 'center', ...look }];
  });
  const lines = title === '' ? [] : wrap(title, at.inner + at.right, 11, 3);
  return [...numbers, ...(lines.length === 0 ? [] : [{ x: 0, y: at.y + 16, text: lines.join('\n'), ...look }])];
}

/**
 * Without a canvas, as in plain Node, Vega takes letters for 0.8 of their size, which is 1.3 to 1.6 times what they are, and would cut texts that fit:
 * they are wrapped and cut to their room before they come here, and the limit is only for letters that nobody measured.
 */
const roomForGuess = 1.8;

/** Texts at places in pixels, those of one look as one layer. */
export function textLayers(texts: readonly TextAt[], theme: Theme, widest: number): VegaLiteSpec[] {
  const looks = new Map<string, { look: TextAt; values: { x: number; y: number; text: string }[] }>();
  for (const text of texts) {
    const look = JSON.stringify([text.size, text.weight, text.color, text.align, text.limit]);
    const own = looks.get(look) ?? { look: text, values: [] };
    looks.set(look, own);
    // Never −0, which JSON would not keep.
    own.values.push({ x: text.x + 0, y: text.y + 0, text: text.text });
  }
  return Array.from(looks.values(), ({ look, values }) => ({
    data: { values },
    mark: {
      type: 'text',
      aria: false,
      tooltip: false,
      align: look.align ?? 'left',
      baseline: 'middle',
      fontSize: look.size ?? fontSize,
      fontWeight: look.weight ?? 400,
      lineHeight: look.size === undefined ? lineHeight : Math.round(look.size * 1.3),
      lineBreak: '\n',
      color: look.color ?? theme.ink,
      limit: Math.round(roomForGuess * (look.limit ?? widest)),
    },
    encoding: { x: pixels('x', 'x'), y: pixels('y', 'y'), text: { field: 'text', type: 'nominal' } },
  }));
}

/** A place in pixels, as it stands in the data. */
export function pixels(field: string, channel: 'x' | 'y'): VegaLiteSpec {
  return { field, type: 'quantitative', scale: null, axis: null, ...(channel === 'x' ? {} : {}) };
}

function placeRow(
  row: Row,
  y: number,
  { content, isNarrow, label: left, text: right, isBeside }: Columns,
  body: number,
): { readonly row: Placed; readonly texts: readonly TextAt[]; readonly next: number } {
  const [label, text] = [oneLine(row.label), oneLine(row.text)];
  const wider = row.isStrong === true ? bold : 1;
  if (!isNarrow) {
    const names = wrap(label, (left - gap) / wider, fontSize, mostLines);
    const words = wrap(text, (right - gap) / wider, fontSize, mostLines);
    const height = Math.max(body, lineHeight * Math.max(names.length, words.length)) + 10;
    const middle = y + height / 2;
    const first = (lines: readonly string[]): number => middle - ((lines.length - 1) * lineHeight) / 2;
    return {
      row: { y: middle, top: y, bottom: y + height },
      texts: [
        { x: -left, y: first(names), text: names.join('\n'), limit: Math.max(0, left - gap / 2) },
        ...(text === ''
          ? []
          : [{ x: content - left, y: first(words), text: words.join('\n'), align: 'right' as const, limit: Math.max(0, right - gap / 2) }]),
      ],
      next: y + height,
    };
  }
  const room = isBeside && text !== '' ? content - textWidth(text, fontSize) * wider - gap : content;
  const names = wrap(label, room / wider, fontSize, mostLines);
  const own = isBeside || text === '' ? [] : wrap(text, content / wider, fontSize, mostLines);
  const top = y + 6;
  const start = top + (names.length + own.length) * lineHeight + 2;
  return {
    row: { y: start + body / 2, top: start, bottom: start + body },
    texts: [
      { x: 0, y: top + lineHeight / 2, text: names.join('\n'), limit: room },
      ...(text === ''
        ? []
        : isBeside
          ? [{ x: content, y: top + lineHeight / 2, text, align: 'right' as const, limit: content - 20 }]
          : [{ x: 0, y: top + lineHeight * (names.length + 0.5), text: own.join('\n'), limit: content }]),
    ],
    next: start + body + 6,
  };
}

/** What colours mean, in as many lines as it takes. */
function keyMarks(
  entries: readonly KeyEntry[],
  left: number,
  from: number,
  content: number,
  theme: Theme,
): { readonly layers: readonly VegaLiteSpec[]; readonly bottom: number } {
  if (entries.length === 0) return { layers: [], bottom: from };
  let [x, y] = [0, from + 8];
  const placed = entries.map((entry) => {
    const text = shorten(oneLine(entry.label), content - 24, fontSize);
    const width = textWidth(text, fontSize) + 18;
    if (x > 0 && x + width > content) [x, y] = [0, y + 18];
    const own = { entry, text, x: left + x, y };
    x += width + 16;
    return own;
  });
  return {
    layers: [
      ...placed.map(({ entry: { color, shape, isHollow }, x, y }) => ({
        data: { values: [{}] },
        mark: {
          type: 'point',
          aria: false,
          tooltip: false,
          filled: true,
          opacity: 1,
          size: 70,
          shape: shape ?? 'square',
          fill: isHollow === true ? theme.page : color,
          stroke: color,
          strokeWidth: 1.5,
        },
        encoding: { x: { value: x + 7 }, y: { value: y } },
      })),
      ...textLayers(
        placed.map(({ text, x, y }) => ({ x: x + 18, y, text, color: theme.muted })),
        theme,
        content,
      ),
    ],
    bottom: y + keyHeight - 6,
  };
}
