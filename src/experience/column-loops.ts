import type { Column } from '../sampling/column';

/** Adds a column that everybody lives. */
export function addEveryone(out: Float64Array, seconds: Column, count: number): void {
  const { values, mask } = seconds;
  if (mask === 0) {
    const value = values[0]!;
    for (let i = 0; i < count; i++) out[i]! += value;
  } else for (let i = 0; i < count; i++) out[i]! += values[i]!;
}

export function addLived(out: Float64Array, seconds: Column, count: number): void {
  const { values, mask } = seconds;
  for (let i = 0; i < count; i++) {
    const value = values[i & mask]!;
    out[i]! += value > 0 ? value : 0;
  }
}

export function addColumn(out: Float64Array, column: Column, count: number): void {
  for (let i = 0; i < count; i++) out[i]! += column.values[i & column.mask]!;
}

export function clamp(values: Float64Array, count: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    values[i] = value > 10 ? 10 : value < -10 ? -10 : value;
  }
}

export function clamped(value: number): number {
  return value > 10 ? 10 : value < -10 ? -10 : value;
}
