import { formatSeconds, mean, toText, type Affect, type Interaction, type Journey } from 'peakend';

/** Every id of a journey: steps, parts and options. */
export function idsOf(journey: Journey): Set<string> {
  const ids = new Set<string>();
  const visit = (steps: readonly Interaction[]): void => {
    for (const step of steps) {
      ids.add(step.id);
      visit(step.parts ?? []);
      for (const option of step.choice?.options ?? []) ids.add(option.id);
    }
  };
  visit(journey.interactions);
  return ids;
}

/** An id made from a name, which no step of these journeys has. */
export function freshStepId(name: string, ...journeys: readonly Journey[]): string {
  const taken = new Set(journeys.flatMap((journey) => [...idsOf(journey)]));
  const base =
    name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 40) || 'step';
  for (let count = 1; ; count++) {
    const id = count === 1 ? base : `${base}-${count}`;
    if (!taken.has(id)) return id;
  }
}

export function nameOf(step: { readonly id: string; readonly name?: string }): string {
  return step.name ?? step.id;
}

/** The duration as it was typed, or in words. */
export function durationWords(step: Interaction): string {
  if (step.durationText !== undefined) return step.durationText;
  if (step.duration === undefined) return '';
  return typeof step.duration === 'number' ? formatSeconds(step.duration) : toText(step.duration, { unit: 'seconds' });
}

/** The mean affect of a step by what is written, −10…+10; of a merged step that of its parts. */
export function meanAffect(step: Interaction): number {
  const { affect = 0, parts } = step;
  if (affect === 'kept' || affect === 'time-weighted' || (parts !== undefined && step.affect === undefined)) {
    return average((parts ?? []).map(meanAffect));
  }
  if (typeof affect === 'number') return affect;
  if ('start' in affect) return average([level(affect.start), level(affect.end)]);
  return level(affect);
}

/** The same affect with another mean: a number, or the same spread elsewhere. */
export function affectAt(step: Interaction, target: number): Affect {
  const { affect = 0 } = step;
  if (typeof affect === 'number' || typeof affect === 'string') return target;
  const shift = target - meanAffect(step);
  if ('start' in affect) return { start: shifted(affect.start, shift), end: shifted(affect.end, shift) };
  return shifted(affect, shift);
}

type Level = Exclude<Affect, { readonly start: unknown }>;

function shifted(level: Level, shift: number): Level {
  if (typeof level === 'number') return Math.max(-10, Math.min(10, rounded(level + shift)));
  if (level.type === 'normal') return { ...level, mean: rounded(level.mean + shift) };
  if (level.type === 'scaled') return { ...level, shift: rounded((level.shift ?? 0) + shift) };
  return { type: 'scaled', distribution: level, scale: 1, shift: rounded(shift) };
}

function level(parameter: Level): number {
  return typeof parameter === 'number' ? parameter : mean(parameter);
}

function average(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
