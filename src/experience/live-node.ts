import { log } from '../numerics/log';
import { customerColumn, type Column } from '../sampling/column';
import type { Fold } from './fold';
import type { ChancePlan, ChoicePlan, NodePlan } from './journey-plan';
import { liveMerged } from './live-merged';
import { liveUnit, type Lived, type Place } from './live-unit';

/** Any node: a plain unit is lived as it is, a choice as one of its options, a merged step as one line over all its parts. */
export function liveNode(fold: Fold, node: NodePlan, place: Place): Lived[] {
  if (node.kind === 'unit') return [liveUnit(fold, node, place)];
  if (node.kind === 'choice') return liveChoice(fold, node, place);
  const parts = node.parts.flatMap((part) => liveNode(fold, part, { ...place, carries: false }));
  const sloped = typeof node.affect === 'object' && node.affect.start !== node.affect.end;
  return [liveMerged(fold, node, parts, place, fold.leaving && sloped ? plannedSeconds(fold, node) : undefined)];
}

/** Every customer lives exactly one of the options; the others count as not lived. */
function liveChoice(fold: Fold, choice: ChoicePlan, place: Place): Lived[] {
  const chosen = race(fold, choice);
  const skipping = choice.skip === undefined ? undefined : happening(fold, choice.skip);
  const deciding = choice.options.length > 1 ? fold.columns.column(choice.decidingSeconds) : undefined;
  return choice.options.map((option, index) => {
    const gate = fold.arena.take();
    for (let i = 0; i < fold.count; i++) gate[i] = chosen[i] === index ? 0 : -1;
    if (skipping !== undefined) for (let i = 0; i < fold.count; i++) if (skipping[i]! > 0) gate[i] = -1;
    if (place.gate !== undefined) for (let i = 0; i < fold.count; i++) if (place.gate.values[i & place.gate.mask]! < 0) gate[i] = -1;
    return liveUnit(fold, option.unit, { ...place, gate: customerColumn(gate), deciding });
  });
}

/** Exponential race keyed by option: the least −ln(u)/weight wins, so another option moves only those it attracts. */
export function race(fold: Fold, choice: ChoicePlan): Float64Array {
  const { count, columns, arena } = fold;
  const chosen = arena.take().fill(0, 0, count);
  const least = arena.take().fill(Infinity, 0, count);
  choice.options.forEach((option, index) => {
    const taste = columns.column(option.taste);
    const weight = columns.column(option.weight);
    for (let i = 0; i < count; i++) {
      const time = -log(taste.values[i & taste.mask]!) / weight.values[i & weight.mask]!;
      if (time < least[i]!) {
        least[i] = time;
        chosen[i] = index;
      }
    }
  });
  return chosen;
}

/** 1 where the chance comes true. */
export function happening(fold: Fold, chance: ChancePlan): Float64Array {
  const uniform = fold.columns.column(chance.uniform);
  const probability = fold.columns.column(chance.probability);
  const out = fold.arena.take();
  for (let i = 0; i < fold.count; i++) out[i] = uniform.values[i & uniform.mask]! < probability.values[i & probability.mask]! ? 1 : 0;
  return out;
}

/** 1 where a customer skips the whole node, whether or not anybody gets that far. Undefined: nobody can. */
export function skipped(fold: Fold, node: NodePlan): Float64Array | undefined {
  if (node.kind === 'unit') return node.skip === undefined ? undefined : happening(fold, node.skip);
  if (node.kind === 'merged') {
    const parts = node.parts.map((part) => skipped(fold, part));
    if (parts.some((part) => part === undefined)) return undefined;
    const all = fold.arena.take().fill(1, 0, fold.count);
    for (const part of parts) for (let i = 0; i < fold.count; i++) all[i]! *= part![i]!;
    return all;
  }
  const whole = node.skip === undefined ? undefined : happening(fold, node.skip);
  const options = node.options.map((option) => skipped(fold, option.unit));
  if (options.every((option) => option === undefined)) return whole;
  const out = whole ?? fold.arena.take().fill(0, 0, fold.count);
  const chosen = race(fold, node);
  options.forEach((option, index) => {
    if (option === undefined) return;
    for (let i = 0; i < fold.count; i++) if (chosen[i] === index && option[i]! > 0) out[i] = 1;
  });
  return out;
}

/** Seconds a node would take if nobody left: for lines that are cut in the middle of a merged step. */
export function plannedSeconds(fold: Fold, node: NodePlan): Column {
  const skips = skipped(fold, node);
  const out = fold.arena.take().fill(0, 0, fold.count);
  const add = (column: Column, who?: (i: number) => boolean): void => {
    for (let i = 0; i < fold.count; i++) if (who === undefined || who(i)) out[i]! += column.values[i & column.mask]!;
  };
  if (node.kind === 'unit') add(fold.columns.column(node.seconds));
  else if (node.kind === 'merged') for (const part of node.parts) add(plannedSeconds(fold, part));
  else {
    const chosen = race(fold, node);
    node.options.forEach((option, index) => add(fold.columns.column(option.unit.seconds), (i) => chosen[i] === index));
  }
  if (skips !== undefined) for (let i = 0; i < fold.count; i++) if (skips[i]! > 0) out[i] = 0;
  return customerColumn(out);
}
