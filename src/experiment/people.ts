import { momentsOf } from '../statistics/chunk-moments';

/** One number for every simulated person, segment by segment. */
export interface People {
  /** Segment ids with their shares, as text: two conditions with the same cast were lived by the same people. */
  readonly cast: string;
  readonly shares: readonly number[];
  readonly values: readonly Float64Array[];
}

export interface MeanOfPeople {
  readonly mean: number;
  readonly standardError: number;
  /** Between people, all segments together. */
  readonly variance: number;
}

/** Mean over segments by share, its error, and how people differ. Sums run in a fixed order. */
export function meanOfPeople({ shares, values }: Pick<People, 'shares' | 'values'>): MeanOfPeople {
  const moments = values.map(momentsOf);
  let mean = 0;
  let error = 0;
  moments.forEach((segment, index) => {
    const share = shares[index]!;
    mean += share * segment.mean;
    if (segment.count > 1) error += (share * share * segment.spread) / (segment.count * (segment.count - 1));
  });
  let variance = 0;
  moments.forEach((segment, index) => {
    const distance = segment.mean - mean;
    variance += shares[index]! * ((segment.count > 1 ? segment.spread / (segment.count - 1) : 0) + distance * distance);
  });
  return { mean, standardError: Math.sqrt(error), variance };
}

/** Standard error of the mean of `a·x + b·y`: person by person where the same people lived both, else as of two groups. */
export function combinedError(x: People, a: number, y: People, b: number): number {
  const paired = x.cast === y.cast && x.values.every((column, index) => column.length === y.values[index]!.length);
  if (!paired) {
    const first = a * meanOfPeople(x).standardError;
    const second = b * meanOfPeople(y).standardError;
    return Math.sqrt(first * first + second * second);
  }
  const values = x.values.map((column, index) => {
    const other = y.values[index]!;
    return column.map((value, i) => a * value + b * other[i]!);
  });
  return meanOfPeople({ shares: x.shares, values }).standardError;
}
