import { log } from '../../numerics/log';
import type { ChoicePlan, NodePlan } from '../journey-plan';
import { comes, uniformOf } from './chance';

// What is settled by draws alone, whether or not the customer gets that far.

/** Exponential race keyed by option: the least −ln(u)/weight wins, so another option moves only those it attracts. */
export function race(place: number, { options }: ChoicePlan): number {
  let chosen = 0;
  let least = Infinity;
  for (let k = 0; k < options.length; k++) {
    const { taste, weight } = options[k]!;
    const time = -log(uniformOf(taste, place)) / weight.of(place);
    if (time < least) {
      least = time;
      chosen = k;
    }
  }
  return chosen;
}

/** Whether the customer skips the whole node, or would on getting that far. */
export function skips(place: number, node: NodePlan): boolean {
  if (node.kind === 'unit') return node.skip !== undefined && comes(node.skip, place);
  if (node.kind === 'merged') return node.parts.every((part) => skips(place, part));
  if (node.skip !== undefined && comes(node.skip, place)) return true;
  return node.options.some(({ unit }) => unit.skip !== undefined) && skips(place, node.options[race(place, node)]!.unit);
}

/** Seconds a node would take if nobody left: for lines that are cut in the middle of a merged step. */
export function plannedSeconds(place: number, node: NodePlan): number {
  if (skips(place, node)) return 0;
  if (node.kind === 'unit') return node.seconds.of(place);
  if (node.kind === 'choice') return node.options[race(place, node)]!.unit.seconds.of(place);
  let planned = 0;
  for (const part of node.parts) planned += plannedSeconds(place, part);
  return planned;
}
