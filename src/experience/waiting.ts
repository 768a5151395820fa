import type { WaitConditions } from '../journey/types';
import type { WaitingEffect, WaitingModel } from '../model/types';

/** A condition of a wait that acts through the table of `waiting`. */
export type WaitingCondition = { [Key in keyof WaitingModel]: WaitingModel[Key] extends WaitingEffect ? Key : never }[keyof WaitingModel];

/** All of them, in a fixed order: a record, so that one more in the model does not compile before it stands here. */
const inOrder: Readonly<Record<WaitingCondition, true>> = {
  idle: true,
  anxious: true,
  animated: true,
  informed: true,
  explained: true,
  unfair: true,
  accompanied: true,
};
export const waitingConditions = /* @__PURE__ */ Object.keys(inOrder) as readonly WaitingCondition[];

/** How far each condition holds, 0…1; `occupied` where the wait does not say how occupied people are. */
export function degreesOf(wait: WaitConditions | undefined, occupied: number): { readonly [Key in WaitingCondition]: number } {
  return {
    idle: 1 - (wait?.occupied ?? occupied),
    anxious: wait?.anxious ?? 0,
    animated: wait?.display === 'animated' ? 1 : 0,
    informed: wait?.informed === true ? 1 : 0,
    explained: wait?.explained === true ? 1 : 0,
    unfair: wait?.fair === false ? 1 : 0,
    accompanied: wait?.accompanied === true ? 1 : 0,
  };
}
