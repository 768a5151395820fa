import { formatNumber } from '../../distributions/format-number';
import { formatSeconds } from '../../distributions/format-seconds';
import { quantile, shareOutside } from '../../distributions/mathematics';
import type { Journey, Segment } from '../../journey/types';
import type { ExperienceModel, Parameter } from '../../model/types';
import { defaultModel } from '../../model/defaults';
import { called, type Doubt } from './doubt';
import type { LivedUnit } from './lived-units';
import { mostTimesAsLong, waitsOf } from './waits-of';

const shortestSeconds = 10;
const longestSeconds = 7200;

/** The power law of felt time was measured between seconds and hours. */
export function extrapolation({ unit, path, response }: LivedUnit): Doubt[] {
  if (unit.kind === 'gap') return [];
  const middle = quantile(response.duration ?? unit.duration ?? 0, 0.5) * response.durationScale;
  if (middle === 0 || (middle >= shortestSeconds / 2 && middle <= longestSeconds * 2)) return [];
  const what = `${called(unit)} (${formatSeconds(middle)})`;
  return [{ code: 'extrapolation', path: `${path}.duration`, what, say: sayExtrapolated }];
}

const sayExtrapolated = (steps: string): string =>
  `felt time is extrapolated at ${steps}: the power law was measured from about 10 s to 2 h, so trust clock time more`;

/** A wait that sours after a tolerance nobody chose: neither its own, nor the journey's, nor a model's. A promise takes the place of the model's. */
export function defaultTolerance(lived: LivedUnit, { tolerance: said, promise }: Journey, { waiting }: ExperienceModel): Doubt[] {
  const usual = defaultModel.waiting.tolerance as number;
  if (said !== undefined || waiting.impatience === 0 || (promise === undefined && waiting.tolerance !== usual)) return [];
  return waitsOf(lived).flatMap(({ wait = {}, seconds, path }): Doubt[] => {
    const sours = waiting.phase[wait.phase ?? 'during'] !== 0;
    const times = seconds / usual;
    if (wait.told !== undefined || wait.tolerance !== undefined || !sours || times <= mostTimesAsLong) return [];
    const step = `${called(lived.unit)} (${formatSeconds(seconds)}`;
    if (promise !== undefined) {
      const say = (steps: string): string => sayPromised(formatSeconds(promise), steps);
      return [{ code: 'promise-as-tolerance', path: `${path}.tolerance`, what: `${step})`, say }];
    }
    const what = `${step}, ${formatNumber(times, 0)} times as long)`;
    return [{ code: 'default-tolerance', path: `${path}.tolerance`, what, say: sayAssumed }];
  });
}

const sayPromised = (promise: string, steps: string): string =>
  `the promise of ${promise} for the whole is also the tolerance of waits that name none, so they sour only after it: ${steps}; ` +
  `set wait.tolerance, or tolerance of the journey, to how long people find a wait normal, such as '15 min'`;

const sayAssumed = (steps: string): string =>
  `a wait without a tolerance sours after ${formatSeconds(defaultModel.waiting.tolerance as number)}, as on a hotline, which hardly fits ` +
  `${steps}: set wait.tolerance, or tolerance of the journey, to how long people find normal, such as '15 min'`;

/** Affect beyond ±10 is cut to the scale; more than 1 % of customers deserves a word. */
export function clamping({ unit, path, response }: LivedUnit, segment: Segment): Doubt[] {
  const affect = response.affect ?? unit.affect ?? 0;
  // A merged step that takes its affect from its parts.
  if (typeof affect === 'string') return [];
  const levels: readonly Parameter[] = typeof affect === 'object' && 'start' in affect ? [affect.start, affect.end] : [affect];
  const share = Math.max(...levels.map((level) => outsideScale(level, response.affectShift)));
  if (share <= 0.01) return [];
  const percent = Math.floor(share * 1000 + 0.5) / 10;
  const what = `at ${called(unit)} ${percent} % of segment ${called(segment)} would lie beyond ±10 and are cut to the scale`;
  return [{ code: 'affect-clamped', path: `${path}.affect`, what }];
}

function outsideScale(level: Parameter, shift: number): number {
  if (typeof level === 'number') return Math.abs(level + shift) > 10 ? 1 : 0;
  return shareOutside(level, -10 - shift, 10 - shift);
}

export function capping({ unit, path, response }: LivedUnit, segment: Segment): Doubt[] {
  const failure = (unit.failure?.probability ?? 0) * response.failureScale;
  const dropout = (response.dropout ?? unit.dropout ?? 0) * response.dropoutScale;
  if (failure <= 1 && dropout <= 1) return [];
  const what = `at ${called(unit)} the responses of segment ${called(segment)} scale a probability above 1; it is taken as 1`;
  return [{ code: 'probability-capped', path, what }];
}
