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

/** The least and the greatest value, as far as they are looked at: of each piece this share, from its beginning. */
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
