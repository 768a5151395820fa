import type { Theme } from './palette';

/** What may be said of a ribbon that is drawn from a simulation or a comparison. */
export interface RibbonOptions {
  /** A segment's id: whom the picture shows. Default: all customers. */
  readonly segment?: string | undefined;
  /** Of a simulation: another segment's id, or `overall` for all customers, drawn on the same steps. With it stands `segment`. Default: none. */
  readonly against?: string | undefined;
  /** Of a comparison: which variant is laid over the baseline. Default: the only one; of several one has to be named. */
  readonly variant?: string | undefined;
  /** What the widths of steps are: mean time by the `clock`, or as it is `felt`. Default `clock`. */
  readonly across?: 'clock' | 'felt' | undefined;
  /** Colours for a `light` or a `dark` page. Default `light`. */
  readonly theme?: Theme | undefined;
  /** The heading. Default: the journey's name, and what is compared. */
  readonly title?: string | undefined;
  /** A line under it. Default: how many customers it shows; of a comparison the verdict. */
  readonly subtitle?: string | undefined;
  /** A line at the foot. Default: none. */
  readonly note?: string | undefined;
  /** Pixels, 320…4,000. Default 1,000. */
  readonly width?: number | undefined;
}

export const optionNames: readonly (keyof RibbonOptions)[] = [
  'segment',
  'against',
  'variant',
  'across',
  'theme',
  'title',
  'subtitle',
  'note',
  'width',
];
