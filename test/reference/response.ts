import type { Interaction, Option, Response, Segment } from '../../src/journey/types';

/** Where a step, part or option stands: the merged steps that hold it, and the stage and the channel of its step if it is an option. */
export interface Place {
  readonly holders: readonly Interaction[];
  readonly stage?: string | undefined;
  /** Nothing answers to this one: it only says where people are. */
  readonly channel?: string | undefined;
}

export interface Resolved {
  readonly duration?: Response['duration'];
  readonly affect?: Response['affect'];
  readonly skip?: number | undefined;
  readonly dropout?: number | undefined;
  readonly appeal?: number | undefined;
  readonly available?: boolean | undefined;
  readonly affectShift: number;
  readonly durationScale: number;
  readonly failureScale: number;
  readonly dropoutScale: number;
}

/** All that a segment answers to one step: replacements from the most specific target, shifts added and scales multiplied over all that match. */
export function respond(segment: Segment, unit: Interaction | Option, place: Place): Resolved {
  const own = targetsOf([unit], place.stage);
  // Whatever names the unit or a merged step that holds it, each target once.
  const all = new Set([...own, ...targetsOf(place.holders, undefined)]);
  const responses = segment.responses ?? {};
  const replacing = own.map((target) => responses[target]);
  const acting = [...all].map((target) => responses[target]).filter((one) => one !== undefined);
  const first = <Key extends keyof Response>(key: Key): Response[Key] | undefined =>
    replacing.find((one) => one?.[key] !== undefined)?.[key];
  return {
    duration: first('duration'),
    affect: first('affect'),
    skip: first('skip'),
    dropout: first('dropout'),
    appeal: first('appeal'),
    available: first('available'),
    affectShift: acting.reduce((sum, one) => sum + (one.affectShift ?? 0), 0),
    durationScale: acting.reduce((product, one) => product * (one.durationScale ?? 1), 1),
    failureScale: acting.reduce((product, one) => product * (one.failureScale ?? 1), 1),
    dropoutScale: acting.reduce((product, one) => product * (one.dropoutScale ?? 1), 1),
  } as Resolved;
}

/** Names of steps, most specific first. */
function targetsOf(units: readonly (Interaction | Option)[], stage: string | undefined): string[] {
  const stages = [...units.map((unit) => (unit as Interaction).stage), stage];
  return [
    ...units.map(({ id }) => id),
    ...units.map(({ drawAs }) => drawAs),
    ...stages.map((name) => (name === undefined ? undefined : `stage:${name}`)),
    ...units.map(({ channel }) => (channel === undefined ? undefined : `channel:${channel}`)),
    '*',
  ].filter((target) => target !== undefined);
}
