import { fixed, percent, signed } from '../results/format-outcome';
import type { FigureName } from './observed-types';

/** What figures are called. */
export const figureLabels: { readonly [Name in FigureName | 'csat.sd']: string } = {
  csat: 'csat',
  'csat.sd': 'spread of csat',
  satisfied: 'top two of csat',
  recommendation: 'recommendation',
  nps: 'NPS',
  returned: 'came back',
};

/** A measured figure for reading. */
export function figureText(figure: FigureName | 'csat.sd', value: number): string {
  if (figure === 'nps') return signed(value, 1);
  return figure === 'satisfied' || figure === 'returned' ? percent(value, 1) : fixed(value, 2);
}

/** How far it is off. */
export function figureGap(figure: FigureName | 'csat.sd', value: number): string {
  if (figure === 'nps') return signed(value, 1);
  return figure === 'satisfied' || figure === 'returned' ? `${signed(100 * value, 1)} pp` : signed(value, 2);
}
