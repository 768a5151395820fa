import type { Distribution } from '../distributions/families';
import { mean } from '../distributions/mathematics';
import type { ColumnPlan, Slot } from '../sampling/column-plan';
import type { JourneyPlan, NodePlan, UnitPlan } from './journey-plan';

/** Something that happens to some customers and not to others, with the chance that the journey itself gives it. */
export interface RareEvent {
  /** The step, part or option where it happens. */
  readonly id: string;
  readonly what: 'skip' | 'no skip' | 'dropout' | 'failure' | 'recovery' | 'no recovery' | 'option' | 'duration' | 'affect';
  readonly probability: number;
  /** Seconds it brings on average, where it brings no more than those. */
  readonly seconds?: number;
}

/** Every chance of a plan that is neither 0 nor 1, least likely first. */
export function chancesOf(plan: JourneyPlan, columns: ColumnPlan): RareEvent[] {
  const events: RareEvent[] = [];
  plan.steps.forEach(({ node }) => nodeChances(node, columns, 1, events));
  return events.filter(({ probability }) => probability > 0 && probability < 1).sort((a, b) => a.probability - b.probability);
}

/** `reached`: the chance of coming here at all, as far as skipping and choosing decide it. */
function nodeChances(node: NodePlan, columns: ColumnPlan, reached: number, events: RareEvent[]): void {
  if (node.kind === 'unit') unitChances(node, columns, reached, events);
  else if (node.kind === 'merged') for (const part of node.parts) nodeChances(part, columns, reached, events);
  else {
    const [first] = node.options;
    const comes = node.skip === undefined ? 1 : skipping(first!.unit.id, columns.constantOf(node.skip.probability), reached, events);
    const weights = node.options.map(({ weight }) => columns.constantOf(weight));
    const whole = weights.reduce<number>((sum, weight) => sum + (weight ?? NaN), 0);
    node.options.forEach(({ unit }, index) => {
      const share = whole > 0 ? weights[index]! / whole : 1;
      if (node.options.length > 1) events.push({ id: unit.id, what: 'option', probability: reached * comes * share });
      unitChances(unit, columns, reached * comes * share, events);
    });
  }
}

/** Notes both sides of a skip and returns the chance that the step is lived. */
function skipping(id: string, probability: number | undefined, reached: number, events: RareEvent[]): number {
  if (probability === undefined) return 1;
  events.push({ id, what: 'skip', probability: reached * probability }, { id, what: 'no skip', probability: reached * (1 - probability) });
  return 1 - probability;
}

function unitChances(unit: UnitPlan, columns: ColumnPlan, reached: number, events: RareEvent[]): void {
  const { id, failure, dropout } = unit;
  const comes = unit.skip === undefined ? reached : reached * skipping(id, columns.constantOf(unit.skip.probability), reached, events);
  if (dropout !== undefined) {
    const probability = columns.constantOf(dropout.probability);
    if (probability !== undefined) events.push({ id, what: 'dropout', probability: comes * probability });
  }
  if (failure !== undefined) {
    const fails = comes * (columns.constantOf(failure.probability) ?? 0);
    events.push({ id, what: 'failure', probability: fails, seconds: meanOf(failure.seconds, columns) });
    const { recovery } = failure;
    if (recovery !== undefined) {
      const mended = columns.constantOf(recovery.probability) ?? 0;
      const seconds = meanOf(recovery.seconds, columns);
      events.push({ id, what: 'recovery', probability: fails * mended, seconds });
      events.push({ id, what: 'no recovery', probability: fails * (1 - mended), seconds });
    }
  }
  for (const { share, value } of rareValues(unit.seconds, columns)) {
    events.push({ id, what: 'duration', probability: comes * share, seconds: value });
  }
  for (const { share } of rareValues(unit.start, columns)) events.push({ id, what: 'affect', probability: comes * share });
}

/** Mean of a column, as far as its bounds leave it alone. */
export function meanOf(slot: Slot, columns: ColumnPlan): number {
  const recipe = columns.recipes[slot]!;
  if (recipe.kind === 'constant') return recipe.value;
  return recipe.kind === 'draw' && recipe.from !== undefined ? mean(recipe.from) : 0;
}

/** Values that stand for so small a share that they are chances of their own: those twenty times rarer than the commonest. */
function rareValues(slot: Slot, columns: ColumnPlan): readonly { readonly share: number; readonly value: number }[] {
  const recipe = columns.recipes[slot]!;
  if (recipe.kind !== 'draw' || recipe.from === undefined) return [];
  const parts = weighedValues(recipe.from);
  const commonest = Math.max(0, ...parts.map(({ share }) => share));
  return parts.filter(({ share }) => share * 20 < commonest);
}

function weighedValues(from: Distribution): readonly { readonly share: number; readonly value: number }[] {
  if (from.type === 'scaled') {
    return weighedValues(from.distribution).map(({ share, value }) => ({ share, value: value * from.scale + from.shift }));
  }
  if (from.type === 'discrete') return from.values.map((value, index) => ({ share: from.probabilities[index]!, value }));
  if (from.type === 'mixture') {
    return from.components.map(({ weight, distribution }) => ({ share: weight, value: mean(distribution) }));
  }
  return [];
}
