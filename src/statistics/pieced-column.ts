/** Some values of one column, in pieces. */
export interface PiecedColumn {
  readonly pieces: readonly Float64Array[];
  /** Piece by piece: some of them are those for which it is not negative. Default: all are. */
  readonly lived?: readonly Float64Array[] | undefined;
}

/** Values of a column that weigh the same: all of them, or some. */
export interface ColumnPart {
  /** Its place among the columns. */
  readonly column: number;
  readonly some: boolean;
  readonly count: number;
  /** How many more lie below all that the column holds. */
  readonly below: number;
  readonly perValue: number;
}

/** Where values lie. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** So many values tell about where most of them lie, and whether one comes up often. */
const fewLooks = 256;
/** So many values are sorted by moving each to its place. */
const aHandful = 64;
/** What one look at a value takes, in customers × steps. */
export const valueWork = 0.1;
/** So many values are looked through without a pause. */
export const mostAtOnce = 65_536;

/** A long column in parts that are looked through without a pause. */
export function piecesOf(values: Float64Array): readonly Float64Array[] {
  if (values.length <= mostAtOnce) return [values];
  return Array.from({ length: Math.ceil(values.length / mostAtOnce) }, (_, k) => values.subarray(k * mostAtOnce, (k + 1) * mostAtOnce));
}

/** What a few values, far apart, tell of where all of them lie. */
export interface Outlook extends Bounds {
  /** A value that comes up often; NaN: none is known. */
  readonly common: number;
}

/** `bounds`: of all values. Those of the few leave out the ends, so that a far tail does not tell where the others are. */
export function outlookOf(columns: readonly PiecedColumn[], bounds: Bounds): Outlook {
  const few = fewOf(columns).sort();
  const tail = few.length >> 7;
  const [low, high] = [few[tail]!, few[few.length - 1 - tail]!];
  return { ...(low < high ? { low, high } : bounds), common: commonest(few) };
}

function fewOf(columns: readonly PiecedColumn[]): Float64Array {
  const few: number[] = [];
  for (const { pieces } of columns.slice(0, fewLooks)) {
    const [piece] = pieces;
    const looks = Math.min(piece?.length ?? 0, Math.ceil(fewLooks / columns.length));
    for (let k = 0; k < looks; k++) few.push(piece![Math.floor((k * piece!.length) / looks)]!);
  }
  return Float64Array.from(few);
}

/** Of sorted values. */
function commonest(sorted: Float64Array): number {
  let [most, times, from] = [NaN, 1, 0];
  for (let k = 1; k <= sorted.length; k++) {
    if (sorted[k] === sorted[from]) continue;
    if (k - from > times) [most, times] = [sorted[from]!, k - from];
    from = k;
  }
  return most;
}

/** The least and the greatest value. */
export function boundsOf(columns: readonly PiecedColumn[]): Bounds {
  let low = Infinity;
  let high = -Infinity;
  for (const { pieces } of columns) {
    for (const piece of pieces) {
      for (let i = 0; i < piece.length; i++) {
        const value = piece[i]!;
        if (value < low) low = value;
        if (value > high) high = value;
      }
    }
  }
  return { low, high };
}

/** All values of a part, in order of size; mostly they are a handful. */
export function sortedPart(columns: readonly PiecedColumn[], { column, some }: ColumnPart): ArrayLike<number> {
  const { pieces, lived } = columns[column]!;
  const values: number[] = [];
  for (let k = 0; k < pieces.length; k++) {
    const piece = pieces[k]!;
    for (let i = 0; i < piece.length; i++) if (!some || lived === undefined || lived[k]![i]! >= 0) values.push(piece[i]!);
  }
  return values.length > aHandful ? Float64Array.from(values).sort() : inserted(values);
}

function inserted(values: number[]): number[] {
  for (let i = 1; i < values.length; i++) {
    const value = values[i]!;
    let place = i;
    for (; place > 0 && values[place - 1]! > value; place--) values[place] = values[place - 1]!;
    values[place] = value;
  }
  return values;
}
