import { checkScale, type RatingScale } from '../distributions/rating-scale';
import { JourneyError } from '../errors/journey-error';
import { unfit } from '../errors/wording';
import { defineJourney } from '../journey/define-journey';
import type { Interaction, Journey, JourneyInput } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { openPlain } from '../plain/plain-object';
import { reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import type { AnySimulation } from '../results/types';
import { lostBetween } from './lost';
import type { Converted, Left } from './left';
import { safeText } from './mermaid-text';
import { middleAffect } from './middle-affect';
import { fromMermaid } from './read-mermaid';
import { shown } from './shown';

/** How a journey diagram is to be written. */
export interface ToMermaidOptions {
  /** The ends of the scale of the scores. Default `[1, 5]`, the one that Mermaid draws faces for. */
  readonly scale?: RatingScale | undefined;
}

/** Behind stages, steps without one: a section whose name cannot be seen. */
const noSection = '#160;';

/**
 * A journey as a Mermaid `journey` diagram: stages become sections, steps tasks, affect a whole score on the scale, `actors` the names behind it. A
 * simulation in place of a journey writes how its customers felt on the average. `fromMermaid` gives the journey back, but for what `left` lists: scores
 * are rounded, and a diagram has no place for durations, waits, failures, choices and most else.
 *
 * @param what A journey from `defineJourney`, or one as you would write it; or what `simulate` returned, with its steps (`interactions`).
 * @param options `scale` of the scores, default `[1, 5]`.
 * @returns `value`: the diagram; `left`: exactly what `fromMermaid` with the same scale would not give back, with paths in the journey; of a simulation,
 * its scores are the mean affect of each step.
 * @throws JourneyError for a journey that is wrong, as `defineJourney` does; `missing` for a simulation without its steps.
 *
 * @example
 * import { toMermaid } from 'peakend/formats';
 * const { value } = toMermaid({
 *   name: 'Visit',
 *   interactions: [{ id: 'park', name: 'Park the car', stage: 'Arrive', duration: 60, affect: -4, actors: ['Ann', 'Bo'] }],
 * });
 * value; // 'journey\n    title Visit\n    section Arrive\n      Park the car: 2: Ann, Bo\n'
 */
export function toMermaid(what: JourneyInput | AnySimulation, options: ToMermaidOptions = {}): Converted<string> {
  const read = reading(options, ['scale'], { path: 'options' });
  const scale = read.by('scale', checkScale) ?? ([1, 5] as const);
  read.finish();
  const { journey, affectOf, isSimulated } = partsOf(what);
  const value = write(journey, affectOf, scale);
  const back = fromMermaid(value, { scale }).value.journey;
  return deepFreeze(shown({ value, left: withScores(lostBetween(journey, back), isSimulated) }, 'mermaid'));
}

/** What is written: a journey, and how its steps feel. */
function partsOf(what: unknown): {
  readonly journey: Journey;
  readonly affectOf: (step: Interaction) => number;
  readonly isSimulated: boolean;
} {
  if (openPlain(what, '').fields?.['kind'] !== 'simulation') {
    return { journey: defineJourney(what as JourneyInput), affectOf: (step) => middleAffect(step) ?? 0, isSimulated: false };
  }
  const result = checkResult(what, 'what', 'simulation');
  const { interactions } = result.overall;
  if (interactions === undefined) {
    const hint = "add 'interactions' to the study's outcomes, or leave outcomes out";
    throw new JourneyError([unfit(undefined, 'what.overall.interactions', 'the steps of the simulation', { hint })]);
  }
  return { journey: defineJourney(result.journey), affectOf: ({ id }) => interactions[id]?.affect.mean ?? 0, isSimulated: true };
}

function write({ name, interactions }: Journey, affectOf: (step: Interaction) => number, [low, high]: RatingScale): string {
  const lines = ['journey', `    title ${safeText(name, ':')}`];
  let stage: string | undefined;
  for (const step of interactions) {
    if (step.stage !== stage) lines.push(`    section ${step.stage === undefined ? noSection : safeText(step.stage, ':')}`);
    stage = step.stage;
    const affect = Math.min(10, Math.max(-10, affectOf(step)));
    const score = Math.round(low + ((affect + 10) * (high - low)) / 20) + 0;
    const actors = [...new Set(step.actors ?? [])].map((actor) => safeText(actor, ':,')).join(', ');
    lines.push(`      ${safeText(step.name ?? step.id, ':')}: ${withinEnds(score, low, high)}${actors === '' ? '' : `: ${actors}`}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Of a scale whose ends are no whole numbers, rounding must not leave it. */
function withinEnds(score: number, low: number, high: number): number {
  return Math.min(Math.max(low, high), Math.max(Math.min(low, high), score));
}

/** Why an affect became another: it was rounded, or it is what customers felt and not what the journey says. */
function withScores(left: readonly Left[], isSimulated: boolean): Left[] {
  const why = isSimulated ? 'a score is how its simulated customers felt, as one whole number' : 'a score is one whole number';
  return left.map((one) => (/^interactions\[\d*\]\.affect(?:$|\.)/.test(one.path) ? { ...one, what: `${one.what}: ${why}` } : one));
}
