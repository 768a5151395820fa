import { cdf, mean, quantile } from '../../distributions/mathematics';
import { formatSeconds } from '../../distributions/format-seconds';
import { degreesOf } from '../../journey/wait-conditions';
import { waitingConditions } from '../../model/waiting-effects';
import type { Segment } from '../../journey/types';
import type { ExperienceModel } from '../../model/types';
import { power } from '../../numerics/power';
import { called, type Doubt } from './doubt';
import { meanSeconds, type LivedUnit } from './lived-units';

/** Judgement: beyond this share of a segment, leaving is what the journey does, and seldom what was meant. */
const nearlyAll = 0.95;
const points = 40;
/** People write two hours or more in hours. */
const longestOfMinutes = 120;

/** Patience that nearly everybody has used up in a single wait: mostly seconds where minutes were meant. `place` is that of the segment. */
export function shortPatience(units: readonly LivedUnit[], segment: Segment, model: ExperienceModel, place: number): Doubt[] {
  const { patience } = segment;
  if (patience === undefined) return [];
  const wait = units.find((one) => leavingAt(one, units, segment, model) >= nearlyAll);
  if (wait === undefined) return [];
  const seconds = mean(patience);
  const minutes = typeof patience === 'number' ? `write patience: '${patience} min'` : 'use minutes( … )';
  const remedy =
    seconds <= longestOfMinutes
      ? `a plain number is seconds, so if minutes are meant, ${minutes}`
      : 'give them more, or leave patience out where nobody leaves for waiting';
  const what =
    `nearly everybody of segment ${called(segment)} leaves at ${called(wait.unit)} (${formatSeconds(meanSeconds(wait))}): ` +
    `their patience is ${formatSeconds(seconds)} of waiting; ${remedy}`;
  return [{ code: 'short-patience', path: `segments[${place}].patience`, what, whole: true }];
}

/** The share of all who cannot sit this wait out, or the least over the options of its choice. */
function leavingAt(lived: LivedUnit, units: readonly LivedUnit[], segment: Segment, model: ExperienceModel): number {
  const { unit, response, among } = lived;
  if (unit.kind !== 'wait') return 0;
  if (among?.id === unit.id) {
    const options = units.filter((one) => one.among === among && one !== lived);
    if (options.some((one) => leavingIn(one, segment, model) < nearlyAll)) return 0;
  } else if (among !== undefined) return 0;
  return leavingIn(lived, segment, model) * (1 - (response.skip ?? unit.skip ?? 0));
}

function leavingIn({ unit, response }: LivedUnit, segment: Segment, model: ExperienceModel): number {
  if (unit.kind !== 'wait') return 0;
  const degrees = degreesOf(unit.wait, mean(model.waiting.occupied));
  const hazard = waitingConditions.reduce((product, name) => product * power(mean(model.waiting[name].hazard), degrees[name]), 1);
  const duration = response.duration ?? unit.duration ?? 0;
  const used = (level: number): number => quantile(duration, level) * response.durationScale * hazard;
  // Not even a long wait ends it for nearly all: no need to look closer.
  if (cdf(segment.patience!, used(0.975)) < nearlyAll) return 0;
  let share = 0;
  for (let point = 0; point < points; point++) share += cdf(segment.patience!, used((point + 0.5) / points)) / points;
  return share;
}
