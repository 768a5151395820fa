/** For a light or a dark page. */
export type Theme = 'light' | 'dark';

/** Colours by what they are for. Text has a contrast of 4.5 or more to the page, lines and marks of 3 or more. */
export interface Palette {
  /** What everything lies on. */
  readonly page: string;
  /** Text. */
  readonly ink: string;
  /** Text of less weight. */
  readonly muted: string;
  /** Lines that are there to be read along, not seen. */
  readonly grid: string;
  /** Axes and the line of neutral affect. */
  readonly axis: string;
  /** The curve: as it will be, or the only one. */
  readonly line: string;
  /** The curve as it is today. */
  readonly lineBefore: string;
  /** Around the curve, where the middle half of customers is. */
  readonly band: string;
  /** What gets better and worse: text and, thinned, areas. */
  readonly better: string;
  readonly worse: string;
  /** Behind waits. */
  readonly wait: string;
  /** The peak. */
  readonly peak: string;
  /** Bars below the curve: of how many. */
  readonly bar: string;
  /** Up to eight segments; beyond that colours tell nothing apart. */
  readonly segments: readonly string[];
}

/**
 * Told apart by lightness as well as hue, so that they hold for colour-blind readers and in grey: what is set side by side differs under
 * simulated protanopia, deuteranopia and tritanopia too (a test measures it). Marks and lines differ in shape as well.
 */
export const palettes: { readonly [Name in Theme]: Palette } = {
  light: {
    page: '#ffffff',
    ink: '#1f2328',
    muted: '#59626d',
    grid: '#e3e6ea',
    axis: '#79828d',
    line: '#0b4f83',
    lineBefore: '#737d88',
    band: '#a9cbe6',
    better: '#0d7d74',
    worse: '#a8322a',
    wait: '#f4f1ea',
    peak: '#c4500b',
    bar: '#d8a27f',
    segments: ['#0b4f83', '#c4500b', '#758bf5', '#43180d', '#bc729d', '#0e1e5d', '#7f3307', '#4762ce'],
  },
  dark: {
    page: '#15191e',
    ink: '#e6e9ed',
    muted: '#a4adb8',
    grid: '#2c333b',
    axis: '#7d8792',
    line: '#8ec7f2',
    lineBefore: '#98a1ac',
    band: '#2f5878',
    better: '#6fd6b8',
    worse: '#f2645c',
    wait: '#221f19',
    peak: '#f29a4e',
    bar: '#8a5a37',
    segments: ['#8ec7f2', '#f29a4e', '#888bff', '#fcea51', '#b07e91', '#b8ffed', '#8b6005', '#585dbc'],
  },
};

/** A common sans-serif face, whatever the reader's machine has. */
export const fonts = "system-ui, 'Segoe UI', 'Helvetica Neue', Arial, 'Liberation Sans', sans-serif";
