import type { Work } from '../../plain/work';
import type { SegmentColumns } from '../../sampling/segment-columns';
import type { ChancePlan, FailurePlan, JourneyPlan, NodePlan, UnitPlan } from '../journey-plan';
import type { LifeNeeds } from './life';
import { racersOf } from './settled-by-draws';

/** What filling the columns of a step costs beside living it. */
const fillWork = 0.3;

/** Fills every column that living a block of so many customers reads. */
export function* fillSlots(plan: JourneyPlan, columns: SegmentColumns, needs: LifeNeeds, count: number): Work<void> {
  const { time, memory, handOff, work } = plan;
  for (const slot of [memory.carryOver, time.beta, time.referenceSeconds, time.boundary, time.floor]) {
    columns.column(slot);
  }
  for (const slot of [...Object.values(handOff ?? {}), ...Object.values(work ?? {})]) columns.column(slot);
  if (plan.patience !== undefined) columns.column(plan.patience);
  plan.happenings.begin(columns.arena, count);
  plan.rows.begin(columns.arena, count);
  for (const [step, { node }] of plan.steps.entries()) {
    fillNode(node, columns, needs);
    if (node.kind === 'unit') {
      for (const chance of [node.skip, node.dropout, node.failure]) {
        if (chance !== undefined) plan.happenings.note(step, chance.uniform, chance.probability, count);
      }
    }
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
  if (node.options.length > 1) columns.column(node.decidingSeconds);
  for (const { taste, weight } of racersOf(node)) {
    columns.words(taste);
    columns.column(weight);
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
  columns.column(unit.leavingAffect);
  fillChance(unit.skip, columns);
  fillChance(unit.dropout, columns);
  fillChance(failure, columns);
  fillChance(failure?.recovery, columns);
  for (const slot of [shift, information, wait?.toleranceSeconds, wait?.soursAfter, wait?.souring, wait?.hazard]) {
    if (slot !== undefined) columns.column(slot);
  }
  if (failure !== undefined) fillFailure(failure, columns, needs);
  if (effort !== undefined && needs.ease) columns.column(effort);
}

function fillFailure({ affect, seconds, wait, recovery, retry }: FailurePlan, columns: SegmentColumns, needs: LifeNeeds): void {
  const waits = [wait?.shift, wait?.stretch, wait?.information, wait?.toleranceSeconds, wait?.soursAfter, wait?.souring, wait?.hazard];
  for (const slot of [affect, seconds, recovery?.affect, recovery?.seconds, ...waits]) if (slot !== undefined) columns.column(slot);
  if (retry === undefined) return;
  if (retry.wait !== undefined) fillUnit(retry.wait, columns, needs);
  fillUnit(retry.again, columns, needs);
}

function fillChance(chance: ChancePlan | undefined, columns: SegmentColumns): void {
  if (chance === undefined) return;
  columns.words(chance.uniform);
  columns.column(chance.probability);
}
