import { power } from '../numerics/power';
import { powerColumn } from '../numerics/columns';
import { customerColumn, type Column } from '../sampling/column';
import { extent, live, type Fold } from './fold';
import type { StepPlan } from './journey-plan';
import { liveNode, skipped } from './live-node';
import { addEveryone, addLived, clamp } from './column-loops';
import type { Lived } from './live-unit';

/** Lives a block of customers through the journey, step by step, in order. It draws nothing: it reads columns. */
export function foldJourney(fold: Fold): void {
  fold.plan.steps.forEach((step, index) => foldStep(fold, step, index));
  finishFeltTime(fold);
}

function foldStep(fold: Fold, step: StepPlan, index: number): void {
  const { count, arena } = fold;
  const from = fold.moments.length;
  fold.flawed?.fill(0, 0, count);
  const lived = liveNode(fold, step.node, { step: index, gate: undefined, deciding: undefined, carries: true });
  for (const unit of lived) {
    for (const moment of unit.before) live(fold, moment);
    live(fold, { step: index, seconds: unit.seconds, start: unit.start, end: unit.end, everyone: unit.everyone });
    for (const moment of unit.after) live(fold, moment);
    if (unit.everyone && unit.total === unit.seconds) addEveryone(fold.clock, unit.total, count);
    else addLived(fold.clock, unit.total, count);
  }
  if (fold.leaving) leavingMoment(fold, index);
  if (fold.success !== undefined) countSuccess(fold, step, lived);

  const felt = fold.needs.felt || fold.needs.steps ? feltOf(fold, lived) : undefined;
  if (felt !== undefined) addFelt(fold, lived, felt);
  if (fold.needs.steps) {
    const seconds = arena.take();
    together(lived, seconds, count);
    fold.livedSteps.push({
      seconds: customerColumn(seconds),
      felt: felt!,
      options: lived.length > 1 ? lived.map((unit) => ({ id: unit.id, seconds: unit.seconds })) : [],
      from,
      to: fold.moments.length,
    });
  }
}

/** Seconds of whichever unit was lived, −1 where none was. */
function together(lived: readonly Lived[], out: Float64Array, count: number): void {
  out.fill(-1, 0, count);
  for (const { total } of lived) {
    for (let i = 0; i < count; i++) {
      const seconds = total.values[i & total.mask]!;
      if (seconds >= 0) out[i] = seconds;
    }
  }
}

/** Whoever left in this step lives one last moment of no length, lower than the one before. */
function leavingMoment(fold: Fold, index: number): void {
  const { count, arena, columns, lastEnd, leftAt } = fold;
  if (!leftAt!.subarray(0, count).includes(index)) return;
  const drop = columns.column(fold.plan.leavingAffect);
  const seconds = arena.take();
  const level = arena.take();
  for (let i = 0; i < count; i++) {
    seconds[i] = leftAt![i] === index ? 0 : -1;
    level[i] = lastEnd![i]! + drop.values[i & drop.mask]!;
  }
  clamp(level, count);
  live(fold, { step: index, seconds: customerColumn(seconds), start: customerColumn(level), end: customerColumn(level), everyone: false });
}

/** Steps finished without a failure nobody made good, of the steps not skipped. */
function countSuccess(fold: Fold, step: StepPlan, lived: readonly Lived[]): void {
  const { count, present, flawed } = fold;
  const { tried, succeeded } = fold.success!;
  const skips = fold.plan.hasSkip ? skipped(fold, step.node) : undefined;
  const was = fold.arena.take();
  together(lived, was, count);
  for (let i = 0; i < count; i++) {
    if (skips !== undefined && skips[i]! > 0) continue;
    tried[i]! += 1;
    const finished = was[i]! >= 0 && (present === undefined || present[i]! >= 0);
    if (finished && (flawed === undefined || flawed[i]! === 0)) succeeded[i]! += 1;
  }
}

/** Felt seconds of one step: stretch · τ·(t/τ)^β. */
function feltOf(fold: Fold, lived: readonly Lived[]): Column {
  const first = lived[0]!;
  if (lived.length === 1) return feltOfUnit(fold, first);
  const out = fold.arena.take().fill(0, 0, fold.count);
  for (const unit of lived) addLived(out, feltOfUnit(fold, unit), fold.count);
  return customerColumn(out);
}

function feltOfUnit(fold: Fold, unit: Lived): Column {
  const { count, arena, columns, plan } = fold;
  const { total, stretch, planned } = unit;
  if (planned !== undefined && planned.seconds === total) return planned.felt;
  const beta = columns.constantOf(plan.time.beta);
  const reference = columns.constantOf(plan.time.referenceSeconds);
  const out = arena.take();
  if (beta !== undefined && reference !== undefined) {
    const factor = power(reference, 1 - beta);
    if (stretch.mask === 0) {
      if (planned !== undefined) return mostlyPlanned(total, planned, count, beta, factor * stretch.values[0]!, out);
      powerColumn(total.values, extent(total, count), beta, factor * stretch.values[0]!, out);
      return { values: out, mask: total.mask };
    }
    powerColumn(total.values, extent(total, count), beta, factor, out);
    if (total.mask === 0) out.fill(out[0]!, 1, count);
    for (let i = 0; i < count; i++) out[i]! *= stretch.values[i & stretch.mask]!;
    return customerColumn(out);
  }
  const betas = columns.column(plan.time.beta);
  const references = columns.column(plan.time.referenceSeconds);
  for (let i = 0; i < count; i++) {
    const seconds = total.values[i & total.mask]!;
    const tau = references.values[i & references.mask]!;
    out[i] = seconds > 0 ? stretch.values[i & stretch.mask]! * tau * power(seconds / tau, betas.values[i & betas.mask]!) : 0;
  }
  return customerColumn(out);
}

/** Whoever lived the step as planned feels what was planned; the law is worked out again only for those who were cut short or held up. */
function mostlyPlanned(
  total: Column,
  planned: NonNullable<Lived['planned']>,
  count: number,
  beta: number,
  factor: number,
  out: Float64Array,
): Column {
  const { seconds, felt } = planned;
  for (let i = 0; i < count; i++) {
    const time = total.values[i & total.mask]!;
    if (time === seconds.values[i & seconds.mask]!) out[i] = felt.values[i & felt.mask]!;
    else out[i] = time > 0 ? factor * power(time, beta) : 0;
  }
  return customerColumn(out);
}

function addFelt(fold: Fold, lived: readonly Lived[], felt: Column): void {
  const { count } = fold;
  const { total, stretched, steps } = fold.felt;
  if (stretched === undefined || steps === undefined) {
    if (lived.length === 1 && lived[0]!.everyone) addEveryone(total, felt, count);
    else addLived(total, felt, count);
    return;
  }
  for (const unit of lived) {
    for (let i = 0; i < count; i++) {
      const seconds = unit.total.values[i & unit.total.mask]!;
      if (!(seconds > 0)) continue;
      stretched[i]! += seconds * unit.stretch.values[i & unit.stretch.mask]!;
      steps[i]! += 1;
    }
  }
}

/** Prospective: the whole passes through the power law once, and every boundary shortens it. */
function finishFeltTime(fold: Fold): void {
  const { count, columns, plan, clock } = fold;
  const { total, stretched, steps } = fold.felt;
  if (stretched === undefined || steps === undefined) return;
  const beta = columns.column(plan.time.beta);
  const reference = columns.column(plan.time.referenceSeconds);
  const boundary = columns.column(plan.time.boundary);
  const floor = columns.column(plan.time.floor);
  for (let i = 0; i < count; i++) {
    const seconds = clock[i]!;
    if (!(seconds > 0)) {
      total[i] = 0;
      continue;
    }
    const tau = reference.values[i & reference.mask]!;
    const shorter = power(1 - boundary.values[i & boundary.mask]!, steps[i]! - 1);
    const least = floor.values[i & floor.mask]!;
    total[i] = (stretched[i]! / seconds) * tau * power(seconds / tau, beta.values[i & beta.mask]!) * (shorter > least ? shorter : least);
  }
}
