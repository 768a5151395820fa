import { textWidth } from '../ribbon/text-width';
import type { AxisPlan } from './axis';
import { pixels, textLayers, type TextAt } from './panel';
import { fontSize, type Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** A view with a scale upwards whose numbers stand in a column at the left, as wide as they need. */
export interface PlotInput {
  readonly content: number;
  readonly height: number;
  readonly left: number;
  readonly up: AxisPlan;
  /** Above the plot: lines of text. */
  readonly above?: readonly TextAt[];
  readonly layers: readonly VegaLiteSpec[];
}

const gap = 10;

/** Room that numbers need at the left. */
export function leftFor({ ticks, write }: AxisPlan): number {
  return Math.ceil(Math.max(...ticks.map((tick) => textWidth(write(tick), 11)))) + gap;
}

/** The number upwards, on the scale of the view. */
export function upwards(field: string, { domain }: AxisPlan): VegaLiteSpec {
  return { field, type: 'quantitative', scale: { domain, nice: false, zero: false }, axis: null };
}

export function plotSpec({ content, height, left, up, above = [], layers }: PlotInput, theme: Theme): VegaLiteSpec {
  const inner = content - left;
  const [low, high] = up.domain;
  const place = (tick: number): number => height - ((tick - low) / (high - low)) * height;
  return {
    width: inner,
    height,
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', opacity: 0, aria: false },
        encoding: { x: { value: 0.5 - left }, x2: { value: inner - 1.5 }, y: { value: 0 } },
      },
      {
        data: { values: up.ticks.map((tick) => ({ y: place(tick) })) },
        mark: { type: 'rule', aria: false, tooltip: false, color: theme.grid },
        encoding: { x: { value: 0 }, x2: { value: inner - 1.5 }, y: pixels('y', 'y') },
      },
      ...layers,
      ...textLayers(
        [
          ...up.ticks.map((tick) => ({ x: -left, y: place(tick), text: up.write(tick), size: 11, color: theme.muted, limit: left })),
          ...above.map((text) => ({ size: fontSize, ...text })),
        ],
        theme,
        content,
      ),
    ],
  };
}
