import type { Affect, Interaction, MergedAffect } from '../journey/types';
import { affectSlots } from './compile-affect';
import { compileChoice } from './compile-choice';
import { compileUnit } from './compile-unit';
import { streamOf, type Compiler, type GivingUp } from './compiler';
import type { NodePlan } from './journey-plan';
import { channelAround, resolveResponse, type Surroundings } from './responses';

/** Any interaction: a plain step, one with a choice, or a merged one. */
export function compileNode(compiler: Compiler, interaction: Interaction, around: Surroundings, givingUp: GivingUp): NodePlan {
  if (interaction.parts !== undefined) return compileMerged(compiler, interaction, around, givingUp);
  const response = resolveResponse(compiler.segment, interaction, around);
  if (interaction.choice !== undefined) return compileChoice(compiler, interaction, around, response, givingUp);
  return compileUnit(compiler, interaction, response, givingUp, { channel: channelAround(around) });
}

function compileMerged(compiler: Compiler, merged: Interaction, around: Surroundings, givingUp: GivingUp): NodePlan {
  const inside: Surroundings = { holders: [...around.holders, merged], stage: undefined };
  const response = resolveResponse(compiler.segment, merged, around);
  const { effort } = merged;
  const affect: Affect | MergedAffect = response.affect ?? merged.affect ?? 'kept';
  return {
    kind: 'merged',
    id: merged.id,
    parts: (merged.parts ?? []).map((part) => compileNode(compiler, effort === undefined ? part : withoutEffort(part), inside, givingUp)),
    effort: effort === undefined ? undefined : compiler.columns.draw(streamOf(merged), 'effort', effort, { between: [0, 10] }),
    affect: typeof affect === 'string' ? affect : affectSlots(compiler, streamOf(merged), affect, response.affectShift, undefined),
  };
}

/** A merged step that names its effort speaks for all that it holds: its parts, theirs, and their options. */
function withoutEffort(part: Interaction): Interaction {
  const { effort: _, choice, parts, ...rest } = part;
  const options = choice?.options.map(({ effort: __, ...option }) => option);
  return {
    ...rest,
    ...(choice === undefined ? {} : { choice: { ...choice, options: options! } }),
    ...(parts === undefined ? {} : { parts: parts.map(withoutEffort) }),
  };
}
