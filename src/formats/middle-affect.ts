import { quantile } from '../distributions/mathematics';
import type { Affect, Interaction, MergedAffect } from '../journey/types';
import type { Parameter } from '../model/types';
import { medianClock } from '../redesign/median-clock';

/** The median of a quantity, within its bounds. */
export function medianLevel(value: Parameter, min: number, max: number): number {
  return typeof value === 'number' ? value : Math.min(max, Math.max(min, quantile(value, 0.5))) + 0;
}

/** One number for how a step feels: its affect, the median of what differs between customers, the middle of a line, the mean of parts by clock time. */
export function middleAffect({ affect, parts }: Interaction): number | undefined {
  return middleOf(affect ?? (parts === undefined ? undefined : 'kept'), parts);
}

function middleOf(affect: Affect | MergedAffect | undefined, parts: readonly Interaction[] | undefined): number | undefined {
  if (affect === undefined) return undefined;
  if (affect === 'kept' || affect === 'time-weighted') return parts === undefined ? undefined : meanOf(parts);
  if (typeof affect === 'object' && 'start' in affect) return (medianLevel(affect.start, -10, 10) + medianLevel(affect.end, -10, 10)) / 2;
  return medianLevel(affect, -10, 10);
}

function meanOf(parts: readonly Interaction[]): number {
  let [weighted, seconds] = [0, 0];
  for (const part of parts) {
    const clock = Math.max(medianClock(part).seconds, 1e-9);
    weighted += clock * (middleAffect(part) ?? 0);
    seconds += clock;
  }
  return weighted / seconds;
}
