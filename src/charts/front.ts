import type { Point } from './points-view';

type Plain = Omit<Point, 'isFilled'>;

/** Filled are those than which no other is better on both scales by its means; `better`: 1 where more is better, else −1. */
export function onFront(points: readonly Plain[], better: readonly number[]): Point[] {
  return points.map((point) => ({ ...point, isFilled: !points.some((other) => beats(other, point, better)) }));
}

/** Whether one is at least as good on both and better on one. */
function beats(one: Plain, other: Plain, [alongX, alongY]: readonly number[]): boolean {
  const [x, y] = [(one.x - other.x) * alongX!, (one.y - other.y) * alongY!];
  return x >= 0 && y >= 0 && (x > 0 || y > 0);
}
