import { clamped } from '../experience/column-loops';
import type { FailurePlan, UnitPlan } from '../experience/journey-plan';
import { tellLine } from './tell-line';
import { tellWait, stretchOf } from './tell-wait';
import { chanceOf, valueOf, type ToldMoment, type ToldUnit, type Walk } from './walk';
import type { Draw, FailureExplanation, UnitExplanation } from './step-types';

/** Where a unit stands. */
export interface TellPlace {
  /** Whether the customer comes here at all, if still present: false for options not taken. */
  readonly comes: boolean;
  /** Seconds of deciding before it. */
  readonly deciding: number | undefined;
  /** Whether it takes over the mood of the moment before. */
  readonly carries: boolean;
}

/** skip → duration → dropout → patience → cut → sour → failure → recovery, as `liveUnit` does it for a block. */
export function tellUnit(walk: Walk, unit: UnitPlan, place: TellPlace): ToldUnit {
  const { customer } = walk;
  const { id } = unit;
  const reached = walk.present;
  const draws: Draw[] = [];
  const skip = unit.skip === undefined ? undefined : chanceOf(customer, 'skip', id, unit.skip);
  if (skip !== undefined) draws.push(skip);
  draws.push(valueOf(customer, 'duration', id, unit.seconds));
  const planned = customer.read(unit.seconds);
  const comes = place.comes && reached;
  const skipped = skip?.happens === true && comes;

  const patienceBefore = walk.patience;
  const leaving = leave(walk, unit, comes && !skipped ? planned : -1);
  const { seconds } = leaving;
  const lived = seconds >= 0;
  const told = tellLine(walk, unit, { planned, seconds, carries: place.carries });
  draws.push(...told.draws);
  if (unit.effort !== undefined) draws.push(valueOf(customer, 'effort', id, unit.effort));
  if (leaving.dropout !== undefined) draws.push(leaving.dropout);
  const { start, end } = told.line;
  const before: ToldMoment[] =
    place.deciding !== undefined && lived ? [{ unit: id, what: 'deciding', seconds: place.deciding, start, end: start }] : [];
  const failing = unit.failure === undefined ? undefined : fail(walk, id, unit.failure, lived, end);
  if (failing !== undefined) draws.push(...failing.draws);
  const after = failing?.moments ?? [];
  let total = seconds;
  for (const moment of [...before, ...after]) total += moment.seconds > 0 ? moment.seconds : 0;
  const stretch = stretchOf(walk, unit, total);
  const name = walk.facts.get(id)?.unit.name;
  const explanation: UnitExplanation = {
    id,
    ...(name === undefined ? {} : { name }),
    kind: unit.wait === undefined ? 'service' : 'wait',
    reached,
    skipped,
    left: leaving.why,
    draws,
    plannedSeconds: planned,
    livedSeconds: lived ? seconds : 0,
    totalSeconds: lived ? total : 0,
    stretch: stretch.after,
    ...(lived ? { line: told.line } : {}),
    ...(unit.wait === undefined || !lived ? {} : { wait: tellWait(walk, unit, unit.wait, { patienceBefore, stretch }) }),
    ...(failing?.failure === undefined ? {} : { failure: failing.failure }),
  };
  return { explanation, before, seconds, start, end, after };
}

/** The time lived before dropout or the end of patience, whichever is earlier; a tie is dropout. */
function leave(
  walk: Walk,
  unit: UnitPlan,
  entering: number,
): { readonly seconds: number; readonly why: false | 'dropout' | 'patience'; readonly dropout: Draw | undefined } {
  const { customer } = walk;
  const dropout = unit.dropout === undefined ? undefined : chanceOf(customer, 'dropout', unit.id, unit.dropout);
  let seconds = entering;
  let why: false | 'dropout' | 'patience' = false;
  if (entering < 0 || !walk.plan.canLeave) return { seconds, why, dropout };
  if (dropout?.happens === true) {
    seconds *= dropout.uniform / dropout.probability;
    why = 'dropout';
  }
  if (unit.wait !== undefined && walk.patience !== undefined) {
    const rate = customer.read(unit.wait.hazard);
    const stay = walk.patience / rate;
    if (stay < seconds) {
      seconds = stay;
      why = 'patience';
      walk.patience = 0;
    } else {
      const left = walk.patience - seconds * rate;
      walk.patience = left > 0 ? left : 0;
    }
  }
  if (why !== false) {
    walk.present = false;
    walk.left = { unit: unit.id, why };
  }
  return { seconds, why, dropout };
}

/** Failure and recovery: one level each, after the line; who left has none. */
function fail(
  walk: Walk,
  id: string,
  plan: FailurePlan,
  lived: boolean,
  end: number,
): { readonly draws: Draw[]; readonly moments: ToldMoment[]; readonly failure: FailureExplanation | undefined } {
  const { customer } = walk;
  const chance = chanceOf(customer, 'failure', id, plan);
  const draws: Draw[] = [chance];
  if (!chance.happens || !lived || !walk.present) return { draws, moments: [], failure: undefined };
  const affect = valueOf(customer, 'failure affect', id, plan.affect);
  const extra = valueOf(customer, 'failure duration', id, plan.seconds);
  draws.push(affect, extra);
  const level = clamped(end + affect.value);
  const moments: ToldMoment[] = [{ unit: id, what: 'failure', seconds: extra.value, start: level, end: level }];
  const failure = { affect: affect.value, level, seconds: extra.value };
  if (plan.recovery === undefined) return { draws, moments, failure };
  const luck = chanceOf(customer, 'recovery', id, plan.recovery);
  draws.push(luck);
  if (!luck.happens) return { draws, moments, failure };
  const lift = valueOf(customer, 'recovery affect', id, plan.recovery.affect);
  const time = valueOf(customer, 'recovery duration', id, plan.recovery.seconds);
  draws.push(lift, time);
  const lifted = clamped(level + lift.value);
  moments.push({ unit: id, what: 'recovery', seconds: time.value, start: lifted, end: lifted });
  return { draws, moments, failure: { ...failure, recovery: { affect: lift.value, level: lifted, seconds: time.value } } };
}
