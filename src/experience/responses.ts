import type { Interaction, Option, Response, Segment } from '../journey/types';

/** What a segment changes about one unit (a step, part or option), put together over all targets that match it. */
export interface ResolvedResponse extends Omit<Response, 'affectShift' | 'durationScale' | 'failureScale' | 'dropoutScale'> {
  readonly affectShift: number;
  readonly durationScale: number;
  readonly failureScale: number;
  readonly dropoutScale: number;
}

/** Of whoever differs in nothing. */
export const noResponse: ResolvedResponse = { affectShift: 0, durationScale: 1, failureScale: 1, dropoutScale: 1 };

/**
 * A segment to whom some units are otherwise than it is written, by their ids alone, whatever else draws as they do. Made inside the library; what
 * comes from outside has no such key.
 */
export interface AdjustedSegment extends Segment {
  readonly adjust: Adjustment;
}

/** What the response to a unit becomes. */
export type Adjustment = (unit: Interaction | Option, response: ResolvedResponse) => ResolvedResponse;

/** Who stands around a unit: the merged steps that hold it, outermost first, and the step an option belongs to. */
export interface Surroundings {
  readonly holders: readonly Interaction[];
  readonly stage?: string | undefined;
}

/**
 * Replacements: the most specific target wins (id, else `drawAs`, over stage over channel over `*`); what replaces a merged step replaces
 * the whole, so a part does not inherit it. Shifts add and scales multiply over every target that matches the unit or what holds it, each once.
 */
export function resolveResponse(segment: Segment | AdjustedSegment, unit: Interaction | Option, around: Surroundings): ResolvedResponse {
  const written = writtenResponse(segment, unit, around);
  return isAdjusted(segment) ? segment.adjust(unit, written) : written;
}

export function isAdjusted(segment: Segment | AdjustedSegment): segment is AdjustedSegment {
  return 'adjust' in segment;
}

function writtenResponse({ responses }: Segment, unit: Interaction | Option, around: Surroundings): ResolvedResponse {
  if (responses === undefined) return noResponse;
  const matches = targetsOf([unit, ...[...around.holders].reverse()], around.stage).filter((target) => Object.hasOwn(responses, target));
  if (matches.length === 0) return noResponse;
  const own = new Set(targetsOf([unit], around.stage));
  const result: { -readonly [Key in keyof ResolvedResponse]: ResolvedResponse[Key] } = { ...noResponse };
  for (const target of matches) {
    const response = responses[target]!;
    result.affectShift += response.affectShift ?? 0;
    result.durationScale *= response.durationScale ?? 1;
    result.failureScale *= response.failureScale ?? 1;
    result.dropoutScale *= response.dropoutScale ?? 1;
    if (own.has(target)) replace(result, response);
  }
  return result;
}

/** Fills in only what no more specific target has said. */
function replace(result: { -readonly [Key in keyof ResolvedResponse]: ResolvedResponse[Key] }, response: Response): void {
  if (response.duration !== undefined) result.duration ??= response.duration;
  if (response.affect !== undefined) result.affect ??= response.affect;
  if (response.skip !== undefined) result.skip ??= response.skip;
  if (response.dropout !== undefined) result.dropout ??= response.dropout;
  if (response.appeal !== undefined) result.appeal ??= response.appeal;
  if (response.available !== undefined) result.available ??= response.available;
}

/** Every target that names one of these, most specific first, each once. */
function targetsOf(family: readonly (Interaction | Option)[], stage: string | undefined): string[] {
  const targets = new Set<string>();
  for (const member of family) {
    targets.add(member.id);
    if (member.drawAs !== undefined) targets.add(member.drawAs);
  }
  for (const member of family) if ('stage' in member && member.stage !== undefined) targets.add(`stage:${member.stage}`);
  if (stage !== undefined) targets.add(`stage:${stage}`);
  for (const member of family) if (member.channel !== undefined) targets.add(`channel:${member.channel}`);
  targets.add('*');
  return [...targets];
}

/** The channel of the innermost step that holds a unit and says one. */
export function channelAround({ holders }: Surroundings): string | undefined {
  return holders.findLast(({ channel }) => channel !== undefined)?.channel;
}
