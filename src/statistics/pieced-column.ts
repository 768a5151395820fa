import type { Work } from '../plain/work';

/** Some values of one column, in pieces. */
export interface PiecedColumn {
  readonly pieces: readonly Float64Array[];
  /** Piece by piece: only values for which it is not negative count. Default: all do. */
  readonly lived?: readonly Float64Array[] | undefined;
  /** How many values count. */
  readonly count: number;
}

/** So many looks tell whether values come up more than once, as far as that matters. */
const fewLooks = 64;
/** What one look at a value takes, in customers × steps. */
export const valueWork = 0.1;
/** So many values are looked through without a pause. */
export const mostAtOnce = 65_536;

/** Each with who of it counts. */
export function* piecesIn({ pieces, lived }: PiecedColumn): Generator<readonly [Float64Array, Float64Array | undefined], void, void> {
  for (let k = 0; k < pieces.length; k++) yield [pieces[k]!, lived?.[k]];
}

/** A long column in parts that are looked through without a pause. */
export function piecesOf(values: Float64Array): readonly Float64Array[] {
  if (values.length <= mostAtOnce) return [values];
  return Array.from({ length: Math.ceil(values.length / mostAtOnce) }, (_, k) => values.subarray(k * mostAtOnce, (k + 1) * mostAtOnce));
}

/** Whether a few values, far apart, hold one twice. */
export function repeats(columns: readonly PiecedColumn[]): boolean {
  const seen = new Set<number>();
  let looked = 0;
  for (const { pieces } of columns.slice(0, fewLooks)) {
    const [piece] = pieces;
    const looks = Math.min(piece?.length ?? 0, Math.ceil(fewLooks / columns.length));
    for (let k = 0; k < looks; k++) seen.add(piece![Math.floor((k * piece!.length) / looks)]!);
    looked += looks;
  }
  return seen.size < looked;
}

/** Of the first of the values in each piece, this share. */
export function* boundsOf(columns: readonly PiecedColumn[], share: number): Work<{ low: number; high: number }> {
  let low = Infinity;
  let high = -Infinity;
  for (const column of columns) {
    for (const [piece, lived] of piecesIn(column)) {
      const looks = Math.ceil(piece.length * share);
      for (let i = 0; i < looks; i++) {
        if (lived !== undefined && lived[i]! < 0) continue;
        const value = piece[i]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
      yield looks * valueWork;
    }
  }
  return { low, high };
}

/** The bin of a value; where only some were looked at for bounds, what lies beyond these is in the first or last. */
export function countBins(values: Float64Array, lived: Float64Array | undefined, low: number, scale: number, counts: Int32Array): void {
  const last = counts.length - 1;
  for (let i = 0; i < values.length; i++) {
    if (lived !== undefined && lived[i]! < 0) continue;
    const place = (values[i]! - low) * scale;
    counts[place > 0 ? (place < last ? place | 0 : last) : 0]!++;
  }
}

/** The same, with the only value of each bin, as long as there is no other. */
export function countAlike(
  values: Float64Array,
  lived: Float64Array | undefined,
  low: number,
  scale: number,
  counts: Int32Array,
  only: Float64Array,
  mixed: Uint8Array,
): void {
  const last = counts.length - 1;
  for (let i = 0; i < values.length; i++) {
    if (lived !== undefined && lived[i]! < 0) continue;
    const value = values[i]!;
    const place = (value - low) * scale;
    const bin = place > 0 ? (place < last ? place | 0 : last) : 0;
    counts[bin]!++;
    if (value === only[bin]!) continue;
    if (only[bin]! === only[bin]!) mixed[bin] = 1;
    else only[bin] = value;
  }
}

/** Puts each value of a wanted bin where the next of that bin goes. */
export function gather(
  values: Float64Array,
  lived: Float64Array | undefined,
  low: number,
  scale: number,
  next: Int32Array,
  into: Float64Array,
): void {
  const last = next.length - 1;
  for (let i = 0; i < values.length; i++) {
    const place = (values[i]! - low) * scale;
    const bin = place > 0 ? (place < last ? place | 0 : last) : 0;
    const to = next[bin]!;
    if (to < 0 || (lived !== undefined && lived[i]! < 0)) continue;
    into[to] = values[i]!;
    next[bin] = to + 1;
  }
}
