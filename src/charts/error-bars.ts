import { bar, guides, span, upright } from './marks';
import type { PanelPlace } from './panel';
import type { Theme } from './theme';
import type { VegaLiteSpec } from './types';

/** What {@link errorBars} draws a row from. What cannot be told from nothing is paler. */
export interface ErrorBar {
  readonly [field: string]: number | string;
  readonly zero: 0;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly standing: 'told' | 'not told';
}

/** A bar from nothing to `value`, and over its end a line from `low` to `high`. */
export function errorBars(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const by = (channel: 'fill' | 'color', told: string, not: string): VegaLiteSpec => ({
    [channel]: { field: 'standing', type: 'nominal', scale: { domain: ['told', 'not told'], range: [told, not] }, legend: null },
  });
  return [
    ...guides(place, theme),
    upright(place, 0, { color: theme.zero }),
    bar(place, ['zero', 'value'], 12, {}, by('fill', theme.soft, theme.band)),
    span(place, ['low', 'high'], { strokeWidth: 2.5 }, by('color', theme.main, theme.zero)),
  ];
}
