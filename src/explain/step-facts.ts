import { resolveResponse, type ResolvedResponse, type Surroundings } from '../experience/responses';
import type { Interaction, Journey, Option, Segment } from '../journey/types';

/** A step, part or option as written, and what the segment makes of it. */
export interface StepFacts {
  readonly unit: Interaction | Option;
  readonly response: ResolvedResponse;
  /** Logits, among the options of its choice. */
  readonly appeal: number;
}

/** Everything a journey holds, by id. Surroundings are those the compiled plan saw. */
export function stepFacts(journey: Journey, segment: Segment): ReadonlyMap<string, StepFacts> {
  const facts = new Map<string, StepFacts>();
  const add = (unit: Interaction | Option, around: Surroundings, appeal: number): void => {
    const response = resolveResponse(segment, unit, around);
    facts.set(unit.id, { unit, response, appeal: response.appeal ?? appeal });
  };
  const visit = (interaction: Interaction, around: Surroundings): void => {
    add(interaction, around, interaction.choice?.appeal ?? 0);
    const beside: Surroundings = { holders: around.holders, stage: interaction.stage ?? around.stage };
    for (const option of interaction.choice?.options ?? []) add(option, beside, option.appeal ?? 0);
    const inside: Surroundings = { holders: [...around.holders, interaction], stage: undefined };
    for (const part of interaction.parts ?? []) visit(part, inside);
  };
  for (const interaction of journey.interactions) visit(interaction, { holders: [], stage: undefined });
  return facts;
}
