import { noResponse, resolveResponse } from '../experience/responses';
import type { Interaction, Option, Segment } from '../journey/types';
import { isRecord } from '../plain/check-number';
import type { StepSummary } from '../summary/types';

/** Whom a picture shows: segments with their weights and what each step was for them. */
export interface Shown {
  readonly segment: Segment;
  readonly step: StepSummary | undefined;
}

/** Of those who take part, for how many something fails at the first try: what the journey says, for these segments and the options they took. */
export function failShare(interaction: Interaction, shown: readonly Shown[]): number {
  let [sum, weight] = [0, 0];
  for (const { segment, step } of shown) {
    const here = segment.share * (step?.reached ?? 0);
    sum += here * failsFor(interaction, segment, step);
    weight += here;
  }
  return weight === 0 ? 0 : Math.min(1, sum / weight);
}

function failsFor(step: Interaction, segment: Segment, summary: StepSummary | undefined): number {
  const parts = listOf<Interaction>(step.parts);
  // A merged step fails where any part does.
  if (parts.length > 0) return 1 - parts.reduce((fine, part) => fine * (1 - own(part, segment, [step])), 1);
  const chosen = summary?.chosen;
  const options = listOf<Option>(step.choice?.options);
  if (!isRecord(chosen) || options.length === 0) return own(step, segment, []);
  return [step, ...options].reduce((sum, way) => sum + (Number(chosen[way.id]) || 0) * own(way, segment, way === step ? [] : [step]), 0);
}

function own(unit: Interaction | Option, segment: Segment, holders: readonly Interaction[]): number {
  const probability: unknown = unit.failure?.probability;
  if (typeof probability !== 'number') return 0;
  const { responses } = segment;
  // A result that was read back is not looked into that far.
  const sound = isRecord(responses) && Object.values(responses).every(isRecord);
  const { failureScale } = sound ? resolveResponse(segment, unit, { holders, stage: holders[0]?.stage }) : noResponse;
  return Math.min(1, Math.max(0, probability * failureScale));
}

/** How often somebody may go through a step: once, and again after each failure. */
export function mostTries(step: Interaction): number {
  const ways = [step, ...listOf<Interaction>(step.parts), ...listOf<Option>(step.choice?.options)];
  return ways.reduce((most, { failure }) => Math.max(most, 1 + (Number(failure?.retry?.atMost) || 0)), 1);
}

function listOf<Item>(list: readonly Item[] | undefined): readonly Item[] {
  return Array.isArray(list) ? (list as readonly Item[]).filter(isRecord) : [];
}
