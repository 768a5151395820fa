import { textWidth } from '../ribbon/text-width';
import { oneLine } from '../words/one-line';
import { axisFor, type AxisPlan, type Unit } from './axis';
import { paddingFor, type Look } from './make-chart';
import { axisTexts, columnsFor, panelSpec, textLayers, type Row, type TextAt } from './panel';
import type { Box } from '../ribbon/callouts';
import { placeLabels } from './place-labels';
import { leftFor, plotSpec, upwards } from './plot';
import type { Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** A point on two scales, with its intervals. */
export interface Point {
  readonly name: string;
  readonly x: number;
  readonly xLow: number;
  readonly xHigh: number;
  readonly y: number;
  readonly yLow: number;
  readonly yHigh: number;
  /** A wider interval upwards, drawn thinner. Default: none. */
  readonly yWidest?: readonly [low: number, high: number];
  readonly detail: string;
  readonly shape: 'circle' | 'square' | 'diamond' | 'triangle-down';
  /** Drawn full: it stands in front of others. */
  readonly isFilled: boolean;
  /** Drawn over all others, and larger. Default: in its turn. */
  readonly isChosen?: boolean;
}

/** The two scales, and what stands behind the points. */
export interface PointScales {
  readonly x: Unit;
  readonly y: Unit;
  /** Whether numbers along a scale have their sign. */
  readonly isSigned: { readonly x: boolean; readonly y: boolean };
  /** A line where both are equal. Default: none. */
  readonly hasDiagonal?: boolean;
  /** Where a line stands upright, and where one lies. Default: at 0. */
  readonly lines?: { readonly x: number; readonly y: number };
  /** What the four fields between the lines are called. Default: they have no names. */
  readonly fields?: { readonly above: readonly [left: string, right: string]; readonly below: readonly [left: string, right: string] };
}

/** Where nothing changes. */
export const nowhere = { x: 0, xLow: 0, xHigh: 0, y: 0, yLow: 0, yHigh: 0 } as const;

const plotHeight = 300;
const usualSize = 90;
const chosenSize = 220;
const fieldHeight = 18;
const pointShapes: readonly Point['shape'][] = ['circle', 'square', 'diamond', 'triangle-down'];

/** So much of the width to the right of the chosen point keeps it within the picture. */
const chosenRoom = 0.03;

function roomForChosen(points: readonly Point[]): readonly number[] {
  const ends = points.flatMap(({ xLow, xHigh }) => [xLow, xHigh]);
  const reach = chosenRoom * (Math.max(...ends) - Math.min(...ends));
  return points.flatMap(({ x, isChosen = false }) => (isChosen ? [x + reach] : []));
}

/** Points with their names; where names find no room, numbers, and the names in a list below. */
export function pointViews(
  points: readonly Point[],
  { x: xUnit, y: yUnit, isSigned, hasDiagonal = false, lines = { x: 0, y: 0 }, fields }: PointScales,
  { width, theme }: Look,
): VegaLiteSpec[] {
  const content = width - 2 * paddingFor(width);
  const up = axisFor(
    points.flatMap(({ yLow, yHigh, yWidest = [yLow, yHigh] }) => [yLow, yHigh, ...yWidest].map((value) => value / yUnit.per)),
    plotHeight,
    { ...yUnit, isSigned: isSigned.y },
  );
  const left = leftFor(up);
  const inner = content - left;
  const along = axisFor(
    [...points.flatMap(({ xLow, xHigh }) => [xLow / xUnit.per, xHigh / xUnit.per]), ...roomForChosen(points).map((x) => x / xUnit.per)],
    inner,
    { ...xUnit, isSigned: isSigned.x },
  );
  const values = points.map((point, index) => ({
    label: oneLine(point.name),
    detail: oneLine(point.detail),
    x: point.x / xUnit.per,
    xLow: point.xLow / xUnit.per,
    xHigh: point.xHigh / xUnit.per,
    y: point.y / yUnit.per,
    yLow: point.yLow / yUnit.per,
    yHigh: point.yHigh / yUnit.per,
    ...(point.yWidest === undefined ? {} : { yWidestLow: point.yWidest[0] / yUnit.per, yWidestHigh: point.yWidest[1] / yUnit.per }),
    standing: point.isFilled ? 'front' : 'behind',
    shape: point.shape,
    index,
    ...(point.isChosen === true ? { size: chosenSize } : {}),
  }));
  const atX = (x: number): number => ((x - along.domain[0]) / (along.domain[1] - along.domain[0])) * inner;
  const atY = (y: number): number => plotHeight - ((y - up.domain[0]) / (up.domain[1] - up.domain[0])) * plotHeight;
  const diagonal = hasDiagonal ? diagonalOf(along, up) : [];
  // A name on the other side of a line would say that its point lies in another field.
  const line = { x: atX(lines.x / xUnit.per), y: atY(lines.y / yUnit.per) };
  const fieldAt = (x: number, y: number): Box => ({
    ...(x < line.x ? { left: 0, right: line.x - 2 } : { left: line.x + 2, right: inner }),
    ...(y < line.y ? { top: 0, bottom: line.y - 2 } : { top: line.y + 2, bottom: plotHeight }),
  });
  const { texts, isNumbered } = placeLabels(
    values.map(({ label, x, y }) => ({ label, x: atX(x), y: atY(y), field: fields === undefined ? undefined : fieldAt(atX(x), atY(y)) })),
    inner,
    plotHeight,
    [
      ...values.flatMap(({ x, y, xLow, xHigh, yLow, yHigh, yWidestLow = yLow, yWidestHigh = yHigh }) => [
        ...boxesAlong({ x: atX(x), y: atY(yWidestLow) }, { x: atX(x), y: atY(yWidestHigh) }),
        ...boxesAlong({ x: atX(xLow), y: atY(y) }, { x: atX(xHigh), y: atY(y) }),
      ]),
      ...diagonal.flatMap(({ from, to }) => boxesAlong({ x: atX(from), y: atY(from) }, { x: atX(to), y: atY(to) })),
    ],
  );
  // The one chosen is drawn last and larger: else what is as good would cover it.
  const drawn = [...values.filter(({ size }) => size === undefined), ...values.filter(({ size }) => size !== undefined)];
  const sized =
    drawn.length > 0 && drawn.at(-1)!.size !== undefined
      ? { size: { condition: { test: 'isValid(datum.size)', value: chosenSize }, value: usualSize } }
      : {};
  const xs = (field: string): VegaLiteSpec => ({
    field,
    type: 'quantitative',
    scale: { domain: along.domain, nice: false, zero: false },
    axis: null,
  });
  const told = { tooltip: { field: 'detail', type: 'nominal' }, description: { field: 'detail', type: 'nominal' } };
  const silent = { aria: false, tooltip: false };
  const fill = {
    field: 'standing',
    type: 'nominal',
    scale: { domain: ['front', 'behind'], range: [theme.main, theme.page] },
    legend: null,
  };
  const named = fieldTexts(fields, inner, theme);
  const lowered = named.length === 0 ? 0 : fieldHeight;
  const plot = plotSpec(
    {
      content,
      height: plotHeight,
      left,
      up,
      above: [{ x: -left, y: -14 - lowered, text: yUnit.title, size: 11, color: theme.muted }],
      layers: [
        {
          data: { values: [{ at: lines.y / yUnit.per }] },
          mark: { type: 'rule', color: theme.zero, ...silent },
          encoding: { x: { value: 0 }, x2: { value: inner - 1.5 }, y: upwards('at', up) },
        },
        {
          data: { values: [{ at: lines.x / xUnit.per }] },
          mark: { type: 'rule', color: theme.zero, ...silent },
          encoding: { x: xs('at') },
        },
        {
          data: { values: diagonal },
          mark: { type: 'rule', strokeDash: [5, 4], color: theme.ink, ...silent },
          encoding: { x: xs('from'), x2: { field: 'to' }, y: upwards('from', up), y2: { field: 'to' } },
        },
        {
          data: { values: values.filter(({ yWidestLow }) => yWidestLow !== undefined) },
          mark: { type: 'rule', color: theme.main, strokeWidth: 0.75, ...silent },
          encoding: { x: xs('x'), y: upwards('yWidestLow', up), y2: { field: 'yWidestHigh' } },
        },
        {
          mark: { type: 'rule', color: theme.main, strokeWidth: 1.5, ...silent },
          encoding: { x: xs('x'), y: upwards('yLow', up), y2: { field: 'yHigh' } },
        },
        {
          mark: { type: 'rule', color: theme.main, strokeWidth: 1.5, ...silent },
          encoding: { x: xs('xLow'), x2: { field: 'xHigh' }, y: upwards('y', up) },
        },
        {
          mark: { type: 'point', filled: true, opacity: 1, size: usualSize, stroke: theme.main, strokeWidth: 2 },
          encoding: {
            x: xs('x'),
            y: upwards('y', up),
            fill,
            ...sized,
            shape: { field: 'shape', type: 'nominal', scale: { domain: pointShapes, range: pointShapes }, legend: null },
            ...told,
          },
        },
        ...textLayers(
          [...texts, ...named, ...axisTexts(along, { inner, left, right: 0, y: plotHeight + 12 + lowered }, theme)],
          theme,
          inner,
        ),
      ],
    },
    theme,
  );
  const view = { ...plot, data: { values: drawn } };
  if (!isNumbered) return [view];
  const rows = points.map(({ name, detail }, index): Row => {
    const number = index + 1;
    return { label: `${number}  ${name}`, text: '', detail: `${number}  ${detail}`, fields: { index } };
  });
  const panel = { groups: [{ rows }], body: 0, marks: () => [] };
  return [view, panelSpec(panel, { ...columnsFor([panel], width, inner), label: 0, text: 0, isNarrow: true }, theme)];
}

/** Names of the fields at the four corners, outside of the plot; none where two of them do not fit beside each other. */
function fieldTexts(fields: PointScales['fields'], inner: number, { muted }: Theme): TextAt[] {
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

/** Where what stands upwards is as much as what stands along. */
function diagonalOf(along: AxisPlan, up: AxisPlan): { readonly from: number; readonly to: number }[] {
  const from = Math.max(along.domain[0], up.domain[0]);
  const to = Math.min(along.domain[1], up.domain[1]);
  return from < to ? [{ from, to }] : [];
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** A straight line as a row of small boxes. */
function boxesAlong(from: Place, to: Place): Box[] {
  const count = 1 + Math.ceil(Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y)) / 4);
  return Array.from({ length: count }, (_, index) => {
    const x = from.x + ((to.x - from.x) * (index + 0.5)) / count;
    const y = from.y + ((to.y - from.y) * (index + 0.5)) / count;
    return { left: x - 2, right: x + 2, top: y - 2, bottom: y + 2 };
  });
}
