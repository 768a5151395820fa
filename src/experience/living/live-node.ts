import { log } from '../../numerics/log';
import type { ChoicePlan, NodePlan } from '../journey-plan';
import { comes, uniformOf } from './chance';
import type { Life } from './life';
import { liveMerged } from './live-merged';
import { liveUnit } from './live-unit';

/** Any node: a plain unit is lived as it is, a choice as one of its options, a merged step as one line over all its parts. `inside`: of one. */
export function liveNode(life: Life, node: NodePlan, inside: boolean): void {
  if (node.kind === 'unit') liveUnit(life, node, undefined, inside);
  else if (node.kind === 'choice') liveChoice(life, node, inside);
  else liveMerged(life, node, inside);
}

/** Every customer lives exactly one of the options. */
function liveChoice(life: Life, choice: ChoicePlan, inside: boolean): void {
  if (choice.skip !== undefined && comes(choice.skip, life.place)) return life.miss();
  const { options } = choice;
  const several = options.length > 1;
  const { unit } = options[several ? race(life.place, choice) : 0]!;
  liveUnit(life, unit, several ? choice.decidingSeconds : undefined, inside);
  life.took = unit.id;
}

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
export function skips(life: Life, node: NodePlan): boolean {
  if (node.kind === 'unit') return node.skip !== undefined && comes(node.skip, life.place);
  if (node.kind === 'merged') return node.parts.every((part) => skips(life, part));
  if (node.skip !== undefined && comes(node.skip, life.place)) return true;
  return node.options.some(({ unit }) => unit.skip !== undefined) && skips(life, node.options[race(life.place, node)]!.unit);
}

/** Seconds a node would take if nobody left: for lines that are cut in the middle of a merged step. */
export function plannedSeconds(life: Life, node: NodePlan): number {
  if (skips(life, node)) return 0;
  if (node.kind === 'unit') return node.seconds.of(life.place);
  if (node.kind === 'choice') return node.options[race(life.place, node)]!.unit.seconds.of(life.place);
  let planned = 0;
  for (const part of node.parts) planned += plannedSeconds(life, part);
  return planned;
}
