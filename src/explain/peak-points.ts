import type { PeakRule } from '../model/types';
import type { CurveMoment, CurvePoint } from './types';

/** Where on the curve the peak lies; where it is a mean of worst and best, both. Of two places alike the earlier. */
export function peakPoints(curve: readonly CurveMoment[], rule: PeakRule, peak: number): CurvePoint[] {
  const points = curve.flatMap(({ step, what, start, end }, moment): CurvePoint[] => [
    { moment, step, what, side: 'start', value: start },
    { moment, step, what, side: 'end', value: end },
  ]);
  const at = (value: number): CurvePoint[] => points.filter((point) => point.value === value).slice(0, 1);
  if (typeof rule === 'string') return at(peak);
  const values = points.map(({ value }) => value);
  return [...at(Math.min(...values)), ...at(Math.max(...values))];
}
