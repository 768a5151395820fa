/** What every chart may be told. */
export interface ChartOptions {
  /** Width of the whole picture in pixels, 240…4,000. Default 640. */
  readonly width?: number | undefined;
  /** The heading. Default: what the result says, in a sentence. */
  readonly title?: string | undefined;
  /** Colours for a white page or for a dark one. Default `'light'`. */
  readonly theme?: 'light' | 'dark' | undefined;
}

/** A part of a Vega-Lite specification: plain JSON. */
export interface VegaLiteSpec {
  readonly [property: string]: unknown;
}

/** Heading and caption of a chart, a line each. */
export interface ChartTitle {
  /** What the chart shows, as a finding: one line, or several where it is long. */
  readonly text: string | readonly string[];
  /** Number of customers, seed, level of intervals, and how to read the marks. */
  readonly subtitle?: readonly string[];
  readonly [property: string]: unknown;
}

/**
 * A chart: a Vega-Lite v5 specification with its data in it: plain JSON, frozen but for the rows of data, which Vega marks while it draws. To be handed to `vega-embed`, saved as a file or left as the last
 * expression of a notebook's cell, where it shows itself.
 */
export interface Chart extends VegaLiteSpec {
  /** Which version of Vega-Lite it is written in. */
  readonly $schema: 'https://vega.github.io/schema/vega-lite/v5.json';
  readonly title: ChartTitle;
  /** The same in sentences, for who does not see it. */
  readonly description: string;
  readonly background: string;
  readonly config: VegaLiteSpec;
}
