import type { WaitConditions } from '../journey/types';

/** The conditions of a wait that act through the table of `waiting`, in a fixed order. */
export const waitingConditions = ['idle', 'anxious', 'animated', 'informed', 'explained', 'unfair', 'accompanied'] as const;
export type WaitingCondition = (typeof waitingConditions)[number];

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
