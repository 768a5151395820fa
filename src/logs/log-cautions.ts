import { formatSeconds } from '../distributions/format-seconds';
import type { LogSettings } from './read-options';
import type { LogCaution } from './types';

/** Fewer cases say little of what is rare. Judgement. */
const few = 50;

/** What to doubt about a journey from a log. */
export function logCautions(cases: number, { between, tolerance: named }: LogSettings, tolerance: number): readonly LogCaution[] {
  const cautions: LogCaution[] = [];
  if (cases < few)
    cautions.push({ code: 'few-cases', path: 'events', message: `${cases} cases: shares and durations of so few are rough` });
  if (between === 'wait' && named === undefined && tolerance > 0) {
    const message = `waits sour after ${formatSeconds(tolerance)}, the median of all waits in the log: if people put up with more or less, name a tolerance`;
    cautions.push({ code: 'tolerance-from-log', path: 'journey.tolerance', message });
  }
  return cautions;
}
