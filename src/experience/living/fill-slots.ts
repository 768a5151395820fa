import type { Work } from '../../plain/work';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { ChancePlan, JourneyPlan, NodePlan, UnitPlan } from '../journey-plan';
import type { LifeNeeds } from './life';

/** What filling the columns of a step costs beside living it. */
const fillWork = 0.3;

/** Fills every column that living a block of so many customers reads. */
export function* fillSlots(plan: JourneyPlan, columns: SegmentColumns, needs: LifeNeeds, count: number): Work<void> {
  const { time, memory } = plan;
  for (const slot of [memory.carryOver, plan.leavingAffect, time.beta, time.referenceSeconds, time.boundary, time.floor]) {
    columns.column(slot);
  }
  if (plan.patience !== undefined) columns.column(plan.patience);
  for (const { node } of plan.steps) {
    fillNode(node, columns, needs);
    yield count * fillWork;
  }
}

function fillNode(node: NodePlan, columns: SegmentColumns, needs: LifeNeeds): void {
  if (node.kind === 'unit') return fillUnit(node, columns, needs);
  if (node.kind === 'merged') {
    for (const part of node.parts) fillNode(part, columns, needs);
    if (typeof node.affect === 'object') {
      columns.column(node.affect.start);
      columns.column(node.affect.end);
    }
    if (node.effort !== undefined && needs.ease) columns.column(node.effort);
    return;
  }
  fillChance(node.skip, columns);
  if (node.options.length > 1) {
    columns.column(node.decidingSeconds);
    for (const { taste, weight } of node.options) {
      columns.words(taste);
      columns.column(weight);
    }
  }
  for (const { unit } of node.options) fillUnit(unit, columns, needs);
}

function fillUnit(unit: UnitPlan, columns: SegmentColumns, needs: LifeNeeds): void {
  const { wait, failure, shift, information, effort } = unit;
  columns.column(unit.seconds);
  // Right after the duration: both come from the same normals.
  if (needs.felt && unit.felt !== undefined) columns.column(unit.felt);
  columns.column(unit.start);
  columns.column(unit.end);
  columns.column(unit.stretch);
  fillChance(unit.skip, columns);
  fillChance(unit.dropout, columns);
  fillChance(failure, columns);
  fillChance(failure?.recovery, columns);
  for (const slot of [shift, information, wait?.toleranceSeconds, wait?.souring, wait?.hazard]) {
    if (slot !== undefined) columns.column(slot);
  }
  for (const happening of [failure, failure?.recovery]) {
    if (happening === undefined) continue;
    columns.column(happening.affect);
    columns.column(happening.seconds);
  }
  if (effort !== undefined && needs.ease) columns.column(effort);
}

function fillChance(chance: ChancePlan | undefined, columns: SegmentColumns): void {
  if (chance === undefined) return;
  columns.words(chance.uniform);
  columns.column(chance.probability);
}
