import { log } from '../../numerics/log';
import type { ChoicePlan, NodePlan, RacerPlan } from '../journey-plan';
import { comes, uniformOf } from './chance';

// What is settled by draws alone, whether or not the customer gets that far.

/** Whom no option draws. */
export const walksOn = -1;

/** No rounding makes a time shorter by so much of it. */
const roundedUp = 1 + 1e-12;

/** Exponential race keyed by option: the least −ln(u)/weight wins, so another option moves only those it attracts. Whoever can walk on races too. */
export function raced(place: number, { options, none }: ChoicePlan): number {
  if (options.length === 1 && none === undefined) return 0;
  let chosen = none === undefined ? 0 : walksOn;
  let least = none === undefined ? Infinity : -log(uniformOf(none.taste, place)) / none.weight.of(place);
  for (let k = 0; k < options.length; k++) {
    const { taste, weight: slot } = options[k]!;
    const uniform = uniformOf(taste, place);
    const weight = slot.of(place);
    // −ln(u) is at least 1 − u: most who lose need no logarithm.
    if (1 - uniform > least * weight * roundedUp) continue;
    const time = -log(uniform) / weight;
    if (time < least) {
      least = time;
      chosen = k;
    }
  }
  return chosen;
}

/** Whoever races, where there is a race. */
export function racersOf({ options, none }: ChoicePlan): readonly RacerPlan[] {
  if (none !== undefined) return [...options, none];
  return options.length > 1 ? options : [];
}

/** Whether the customer skips the whole node, or would on getting that far; in a gap there is nothing to take part in. */
export function skips(place: number, node: NodePlan): boolean {
  if (node.kind === 'unit') return node.gap || (node.skip !== undefined && comes(node.skip, place));
  if (node.kind === 'merged') return node.parts.every((part) => skips(place, part));
  if (node.skip !== undefined && comes(node.skip, place)) return true;
  if (node.none === undefined && node.options.every(({ unit }) => unit.skip === undefined)) return false;
  const taken = raced(place, node);
  return taken === walksOn || skips(place, node.options[taken]!.unit);
}

/** Seconds a node would take if nobody left: for lines that are cut in the middle of a merged step. */
export function plannedSeconds(place: number, node: NodePlan): number {
  if (skips(place, node)) return 0;
  if (node.kind === 'unit') return node.seconds.of(place);
  if (node.kind === 'choice') return node.options[raced(place, node)]!.unit.seconds.of(place);
  let planned = 0;
  for (const part of node.parts) planned += plannedSeconds(place, part);
  return planned;
}
