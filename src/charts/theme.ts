import { fonts, palettes, type Palette } from '../ribbon/palette';

/** The colours of a chart. Marks stand out from the page by 3 to 1 at least, text by 4.5 to 1; tones differ in shape or in words as well. */
export interface Theme {
  readonly page: string;
  readonly ink: string;
  readonly muted: string;
  readonly grid: string;
  readonly zero: string;
  /** Areas behind marks: a margin, the range of chance. */
  readonly band: string;
  /** The one colour of charts that need one. */
  readonly main: string;
  /** Paler, of the same hue: the range of customers. */
  readonly soft: string;
  /** The least and greatest of a scale of colours. */
  readonly scale: readonly [string, string];
  readonly tones: { readonly [name in Tone]: string };
}

/** What a mark says: also that a promise holds (better), fails (worse) or cannot be told (undecided). */
export type Tone = 'better' | 'worse' | 'practically the same' | 'undecided';

export const tones: readonly Tone[] = ['better', 'practically the same', 'undecided', 'worse'];

/** Told apart without colour. */
export const shapes: { readonly [name in Tone]: string } = {
  better: 'circle',
  worse: 'triangle-down',
  'practically the same': 'square',
  undecided: 'diamond',
};

const fromPalette = ({ page, ink, muted, grid, axis, line, band }: Palette): Omit<Theme, 'band' | 'scale' | 'tones'> => ({
  page,
  ink,
  muted,
  grid,
  zero: axis,
  main: line,
  soft: band,
});

const light: Theme = {
  ...fromPalette(palettes.light),
  band: '#eceef1',
  scale: ['#eef4fa', palettes.light.line],
  tones: { better: '#1769aa', worse: palettes.light.peak, 'practically the same': '#89939e', undecided: '#45304f' },
};

const dark: Theme = {
  ...fromPalette(palettes.dark),
  band: '#272d35',
  scale: ['#1e262f', palettes.dark.line],
  tones: { better: '#5aa9ee', worse: palettes.dark.peak, 'practically the same': '#76808b', undecided: '#e3d5f5' },
};

export const themes = { light, dark } as const;

export const fontSize = 12;
export const lineHeight = 15;

/** What holds for all marks and texts of a chart. */
export function configOf(theme: Theme): Record<string, unknown> {
  return {
    font: fonts,
    view: { stroke: null },
    // All numbers are finite: nothing needs to be left out.
    mark: { invalid: null },
    title: {
      anchor: 'start',
      frame: 'bounds',
      offset: 14,
      color: theme.ink,
      fontSize: 16,
      fontWeight: 600,
      lineHeight: 20,
      subtitleColor: theme.muted,
      subtitleFontSize: fontSize,
      subtitleLineHeight: 16,
      subtitlePadding: 10,
    },
    text: { color: theme.ink, fontSize, lineHeight },
  };
}

export function isTone(value: unknown): value is Tone {
  return (tones as readonly unknown[]).includes(value);
}
