import type { AsWritten } from '../plain/as-written';

/** How good a number is, from best to worst. */
export type SourceKind = 'measured' | 'literature' | 'expert' | 'guess';
/** Where the numbers of a step, or of a segment, are from. It changes no result but that of `robustness`, which draws them as widely as this says. */
export interface Source {
  /** How good the numbers are, from best to worst. */
  readonly kind: SourceKind;
  /** In words: a reference, a data set, who said so. Default: nothing. */
  readonly note?: string;
  /** How many observations the numbers are from, a whole number from 1 to 1e12. Default: not said. */
  readonly n?: number;
  /** Of the affect, and of a segment's expectation, where it is another. Default: as above. */
  readonly affect?: NumberSource;
  /** Of the duration, and of a segment's patience and expected duration, where it is another. Default: as above. */
  readonly duration?: NumberSource;
}
/** Where one number of a step or segment is from. */
export interface NumberSource {
  /** How good it is. Default: as the step's or segment's. */
  readonly kind?: SourceKind;
  /** How many observations it is from, a whole number from 1 to 1e12. Default: as the step's or segment's, where the kind is the same. */
  readonly n?: number;
  /**
   * How far its level may be off: with 90 % certainty it lies so many points of affect around what is written, 0…20, or as a duration up to so
   * many times above or below it, 1…1000. Default: by `n`, else by the kind.
   */
  readonly within?: number;
}

/** Where numbers are from, as people write it. */
export interface SourceInput extends AsWritten<
  Source,
  { readonly affect: AsWritten<NumberSource>; readonly duration: AsWritten<NumberSource> }
> {}
