import { mean } from '../../distributions/mathematics';
import { resolveResponse, type ResolvedResponse } from '../../experience/responses';
import type { Interaction, Journey, Option, Segment } from '../../journey/types';

/** A step, part or option as one segment meets it. */
export interface LivedUnit {
  readonly unit: Interaction | Option;
  /** From the journey: `interactions[2].parts[0]`. */
  readonly path: string;
  readonly response: ResolvedResponse;
  /** The step whose choice this is one of, itself included. */
  readonly among?: Interaction;
}

/** Everything somebody of a segment may live, merged steps before their parts: what all skip and what is not available to them is left out. */
export function livedUnits(journey: Journey, segment: Segment): LivedUnit[] {
  const found: LivedUnit[] = [];
  for (const [index, step] of journey.interactions.entries()) livedIn(segment, step, `interactions[${index}]`, [], found);
  return found;
}

/** Adds what of a step they may live. */
export function livedIn(segment: Segment, step: Interaction, path: string, holders: readonly Interaction[], found: LivedUnit[]): void {
  const response = resolveResponse(segment, step, { holders });
  if (step.parts !== undefined) {
    found.push({ unit: step, path, response });
    for (const [index, part] of step.parts.entries()) livedIn(segment, part, `${path}.parts[${index}]`, [...holders, step], found);
    return;
  }
  if ((response.skip ?? step.skip ?? 0) >= 1) return;
  const among = step.choice === undefined ? {} : { among: step };
  if (response.available ?? true) found.push({ unit: step, path, response, ...among });
  for (const [index, option] of (step.choice?.options ?? []).entries()) {
    const own = resolveResponse(segment, option, { holders, stage: step.stage });
    if ((own.skip ?? option.skip ?? 0) >= 1 || !(own.available ?? option.available ?? true)) continue;
    found.push({ unit: option, path: `${path}.choice.options[${index}]`, response: own, ...among });
  }
}

/** Whether a unit has a duration of its own, and is not the sum of its parts. */
export function isWhole({ unit }: LivedUnit): boolean {
  return !('parts' in unit);
}

/** Mean seconds of a unit for the segment it was found for. */
export function meanSeconds({ unit, response }: LivedUnit): number {
  return mean(response.duration ?? unit.duration ?? 0) * response.durationScale;
}
