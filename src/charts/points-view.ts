import { textWidth } from '../ribbon/text-width';
import { oneLine } from '../words/one-line';
import { axisFor, type AxisPlan, type Unit } from './axis';
import { paddingFor, type Look } from './make-chart';
import { axisTexts, columnsFor, panelSpec, textLayers, type Row, type TextAt } from './panel';
import { placeLabels } from './place-labels';
import { leftFor, plotSpec, upwards } from './plot';
import type { Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** A point in a plane, with an interval along and one upwards. */
export interface PlacedPoint {
  readonly name: string;
  readonly x: number;
  readonly xLow: number;
  readonly xHigh: number;
  readonly y: number;
  readonly yLow: number;
  readonly yHigh: number;
  readonly detail: string;
  /** Filled, or as empty as the page. */
  readonly standing: 'front' | 'behind';
  readonly shape: 'circle' | 'square';
}

type Scale = Unit & { readonly isSigned: boolean };

export interface PointsInput {
  readonly points: readonly PlacedPoint[];
  readonly x: Scale;
  readonly y: Scale;
  /** Where a line stands upright, and where one lies. */
  readonly lines: { readonly x: number; readonly y: number };
  /** What the four fields between the lines are called. */
  readonly fields?: { readonly above: readonly [left: string, right: string]; readonly below: readonly [left: string, right: string] };
}

const plotHeight = 300;
const fieldHeight = 18;

/** Points with their names beside them; where one finds no room, numbers, and a list beneath. */
export function pointViews({ points, x, y, lines, fields }: PointsInput, { width, theme }: Look): VegaLiteSpec[] {
  const content = width - 2 * paddingFor(width);
  const up = axisFor(
    points.flatMap(({ yLow, yHigh }) => [yLow / y.per, yHigh / y.per]),
    plotHeight,
    y,
  );
  const left = leftFor(up);
  const inner = content - left;
  const along = axisFor(
    points.flatMap(({ xLow, xHigh }) => [xLow / x.per, xHigh / x.per]),
    inner,
    x,
  );
  const values = points.map((point, index) => ({
    label: oneLine(point.name),
    detail: oneLine(point.detail),
    x: point.x / x.per,
    xLow: point.xLow / x.per,
    xHigh: point.xHigh / x.per,
    y: point.y / y.per,
    yLow: point.yLow / y.per,
    yHigh: point.yHigh / y.per,
    standing: point.standing,
    shape: point.shape,
    index,
  }));
  const places = values.map((value) => ({
    x: ((value.x - along.domain[0]) / (along.domain[1] - along.domain[0])) * inner,
    y: plotHeight - ((value.y - up.domain[0]) / (up.domain[1] - up.domain[0])) * plotHeight,
  }));
  const { texts, isNumbered } = placeLabels(
    values.map(({ label }, index) => ({ label, ...places[index]! })),
    inner,
    plotHeight,
  );
  const named = fieldTexts(fields, inner, theme);
  const lowered = named.length === 0 ? 0 : fieldHeight;
  const scale = axisTexts(along, { inner, left, right: 0, y: plotHeight + 12 + lowered }, theme);
  const plot = plotSpec(
    {
      content,
      height: plotHeight,
      left,
      up,
      above: [{ x: -left, y: -14 - lowered, text: y.title, size: 11, color: theme.muted }],
      layers: [
        ...pointLayers({ along, up, inner, at: { x: lines.x / x.per, y: lines.y / y.per } }, theme),
        ...textLayers([...texts, ...named, ...scale], theme, inner),
      ],
    },
    theme,
  );
  const view = { ...plot, data: { values } };
  if (!isNumbered) return [view];
  const rows = points.map(({ name, detail }, index): Row => ({ label: `${index + 1}  ${name}`, text: '', detail, fields: { index } }));
  const panel = { groups: [{ rows }], body: 0, marks: () => [] };
  // Views stand with their plots below each other: the list is as wide as the plot alone.
  return [view, panelSpec(panel, { ...columnsFor([panel], width, inner), label: 0, isNarrow: true }, theme)];
}

/** Names of the fields at the four corners, outside of the plot; none where two of them do not fit beside each other. */
function fieldTexts(fields: PointsInput['fields'], inner: number, { muted }: Theme): TextAt[] {
  if (fields === undefined) return [];
  const sides = [
    { names: fields.above, y: -12 },
    { names: fields.below, y: plotHeight + 12 },
  ];
  const wide = (name: string): number => textWidth(name, 11);
  if (sides.some(({ names: [one, other] }) => wide(one) + wide(other) + 16 > inner)) return [];
  return sides.flatMap(({ names: [one, other], y }) => [
    { x: 0, y, text: one, size: 11, color: muted },
    { x: inner, y, text: other, size: 11, color: muted, align: 'right' as const },
  ]);
}

interface Plane {
  readonly along: AxisPlan;
  readonly up: AxisPlan;
  readonly inner: number;
  /** Where the two lines stand. */
  readonly at: { readonly x: number; readonly y: number };
}

/** Two lines, intervals, and the points on them. */
function pointLayers({ along, up, inner, at }: Plane, theme: Theme): VegaLiteSpec[] {
  const xs = (field: string): VegaLiteSpec => ({
    field,
    type: 'quantitative',
    scale: { domain: along.domain, nice: false, zero: false },
    axis: null,
  });
  const silent = { aria: false, tooltip: false };
  const told = { tooltip: { field: 'detail', type: 'nominal' }, description: { field: 'detail', type: 'nominal' } };
  const line = { type: 'rule', color: theme.zero, ...silent };
  const reach = { type: 'rule', color: theme.main, strokeWidth: 1.5, ...silent };
  const fill = {
    field: 'standing',
    type: 'nominal',
    scale: { domain: ['front', 'behind'], range: [theme.main, theme.page] },
    legend: null,
  };
  const shape = { field: 'shape', type: 'nominal', scale: { domain: ['circle', 'square'], range: ['circle', 'square'] }, legend: null };
  return [
    {
      data: { values: [{ at: at.y }] },
      mark: line,
      encoding: { x: { value: 0 }, x2: { value: inner - 1.5 }, y: upwards('at', up) },
    },
    { data: { values: [{ at: at.x }] }, mark: line, encoding: { x: xs('at') } },
    { mark: reach, encoding: { x: xs('x'), y: upwards('yLow', up), y2: { field: 'yHigh' } } },
    { mark: reach, encoding: { x: xs('xLow'), x2: { field: 'xHigh' }, y: upwards('y', up) } },
    {
      mark: { type: 'point', filled: true, opacity: 1, size: 90, stroke: theme.main, strokeWidth: 2 },
      encoding: { x: xs('x'), y: upwards('y', up), fill, shape, ...told },
    },
  ];
}
