import { pixels, type PanelPlace } from './panel';
import { shapes, tones, type Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** Number along the axis of a panel. All layers name the same scale and axis, so that they are one. */
export function along(field: string, { axis }: PanelPlace): VegaLiteSpec {
  return { field, type: 'quantitative', scale: { domain: axis!.domain, nice: false, zero: false }, axis: null };
}

const told = { tooltip: { field: 'detail', type: 'nominal' }, description: { field: 'detail', type: 'nominal' } };

/** A line from one number to another: an interval. */
export function span(
  place: PanelPlace,
  [low, high]: readonly [string, string],
  look: VegaLiteSpec,
  more: VegaLiteSpec = {},
  data?: readonly unknown[],
): VegaLiteSpec {
  return {
    ...(data === undefined ? {} : { data: { values: data } }),
    mark: { type: 'rule', strokeCap: 'butt', ...look },
    encoding: { x: along(low, place), x2: { field: high }, y: pixels('y', 'y'), ...told, ...more },
  };
}

/** A bar from one number to another. */
export function bar(
  place: PanelPlace,
  ends: readonly [string, string],
  size: number,
  look: VegaLiteSpec,
  more: VegaLiteSpec = {},
  data?: readonly unknown[],
): VegaLiteSpec {
  return { ...span(place, ends, {}, more, data), mark: { type: 'bar', orient: 'horizontal', size, ...look } };
}

/** A symbol at a number. */
export function dot(place: PanelPlace, field: string, look: VegaLiteSpec, more: VegaLiteSpec = {}): VegaLiteSpec {
  return {
    mark: { type: 'point', filled: true, opacity: 1, size: 70, ...look },
    encoding: { x: along(field, place), y: pixels('y', 'y'), ...told, ...more },
  };
}

/** A short upright line at a number, as high as the marks of its row. */
export function stroke(place: PanelPlace, field: string, height: number, look: VegaLiteSpec): VegaLiteSpec {
  return {
    mark: { type: 'tick', orient: 'vertical', size: height, thickness: 2, opacity: 1, ...look },
    encoding: { x: along(field, place), y: pixels('y', 'y'), ...told },
  };
}

/** Rows that touch, as one. */
function runs({ values }: PanelPlace): { readonly top: number; readonly bottom: number }[] {
  const found: { top: number; bottom: number }[] = [];
  for (const { top, bottom } of values) {
    const last = found[found.length - 1];
    if (last !== undefined && Math.abs(last.bottom - top) < 0.5) last.bottom = bottom;
    else found.push({ top, bottom });
  }
  return found;
}

/** An upright line at one number through all rows. */
export function upright(place: PanelPlace, value: number, look: VegaLiteSpec): VegaLiteSpec {
  return {
    data: { values: runs(place).map((run) => ({ at: value, ...run })) },
    mark: { type: 'rule', aria: false, tooltip: false, ...look },
    encoding: { x: along('at', place), y: pixels('top', 'y'), y2: { field: 'bottom' } },
  };
}

/** An area between two numbers behind all rows. */
export function band(place: PanelPlace, low: number, high: number, color: string): VegaLiteSpec {
  return {
    data: { values: runs(place).map((run) => ({ low, high, ...run })) },
    mark: { type: 'rect', aria: false, tooltip: false, color },
    encoding: { x: along('low', place), x2: { field: 'high' }, y: pixels('top', 'y'), y2: { field: 'bottom' } },
  };
}

/** What helps the eye along: upright lines where rows touch, a faint line behind each row of a narrow picture. */
export function guides(place: PanelPlace, { grid }: Theme): readonly VegaLiteSpec[] {
  const silent = { type: 'rule', aria: false, tooltip: false, color: grid };
  if (place.isNarrow) return [{ mark: silent, encoding: { x: { value: 2 }, x2: { value: place.inner - 2 }, y: pixels('y', 'y') } }];
  return [
    {
      data: { values: place.axis!.ticks.flatMap((at) => runs(place).map((run) => ({ at, ...run }))) },
      mark: silent,
      encoding: { x: along('at', place), y: pixels('top', 'y'), y2: { field: 'bottom' } },
    },
  ];
}

/** What is concluded, as a colour; with an empty middle where nothing is. */
export function toneColor(channel: 'stroke' | 'fill', theme: Theme): VegaLiteSpec {
  const range = tones.map((tone) => (channel === 'fill' && tone === 'undecided' ? theme.page : theme.tones[tone]));
  return { field: 'tone', type: 'nominal', scale: { domain: tones, range }, legend: null };
}

export const toneShape: VegaLiteSpec = {
  field: 'tone',
  type: 'nominal',
  scale: { domain: tones, range: tones.map((tone) => shapes[tone]) },
  legend: null,
};
