/** One value a customer: `values[i & mask]`. A mask of 0 is one value for everybody, a mask of −1 one value each. */
export interface Column {
  readonly values: Float64Array;
  readonly mask: number;
}

/** The same value for everybody. */
export function constantColumn(value: number): Column {
  return { values: Float64Array.of(value), mask: 0 };
}

/** One value for each customer of a block. */
export function customerColumn(values: Float64Array): Column {
  return { values, mask: -1 };
}
