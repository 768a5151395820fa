import type { MergedPlan } from '../experience/journey-plan';
import type { Affect, Interaction } from '../journey/types';
import { Line } from './line-effects';
import { carryMood, cut, writtenLine } from './tell-line';
import { valueOf, type ToldUnit, type Walk } from './walk';
import type { Draw, UnitExplanation } from './step-types';

/** One line over everything its parts lived, then their failures and recoveries, as `liveMerged` does it for a block. */
export function tellMerged(
  walk: Walk,
  merged: MergedPlan,
  parts: readonly ToldUnit[],
  place: { readonly reached: boolean; readonly carries: boolean },
): ToldUnit {
  const lived = parts.filter((part) => part.seconds >= 0);
  const seconds = lived.length === 0 ? -1 : lived.reduce((sum, part) => sum + part.seconds, 0);
  const total = lived.reduce((sum, part) => sum + part.explanation.totalSeconds, 0);
  const stretched = lived.reduce((sum, { explanation }) => sum + explanation.totalSeconds * explanation.stretch, 0);
  const plannedSeconds = parts.reduce((sum, { explanation }) => sum + (skips(explanation) ? 0 : explanation.plannedSeconds), 0);
  const draws: Draw[] = [];
  const line = mergedLine(walk, merged, lived, draws, { seconds, planned: plannedSeconds });
  if (place.carries) carryMood(walk, line);
  line.clamp();
  if (merged.effort !== undefined) draws.push(valueOf(walk.customer, 'effort', merged.id, merged.effort));
  const leaving = lived.find(({ explanation }) => explanation.left !== false);
  const name = walk.facts.get(merged.id)?.unit.name;
  const explanation: UnitExplanation = {
    id: merged.id,
    ...(name === undefined ? {} : { name }),
    kind: 'merged',
    reached: place.reached,
    skipped: place.reached && parts.every(({ explanation: part }) => part.skipped),
    left: leaving === undefined ? false : leaving.explanation.left,
    draws,
    plannedSeconds,
    livedSeconds: seconds < 0 ? 0 : seconds,
    totalSeconds: total,
    stretch: total > 0 ? stretched / total : 1,
    ...(seconds < 0 ? {} : { line: line.explain() }),
    parts: parts.map((part) => part.explanation),
  };
  return {
    explanation,
    before: parts.flatMap((part) => part.before),
    seconds,
    start: line.start,
    end: line.end,
    after: parts.flatMap((part) => part.after),
  };
}

/** Whether a part would be skipped by whoever gets there. */
function skips(part: UnitExplanation): boolean {
  if (part.parts !== undefined) return part.parts.every(skips);
  return part.draws.some((draw) => draw.what === 'skip' && draw.happens);
}

function mergedLine(
  walk: Walk,
  merged: MergedPlan,
  lived: readonly ToldUnit[],
  draws: Draw[],
  time: { readonly seconds: number; readonly planned: number },
): Line {
  const { customer } = walk;
  if (typeof merged.affect === 'string') {
    const level = merged.affect === 'time-weighted' ? weightedLevel(lived, time.seconds) : extremeLevel(lived);
    return new Line({ start: level, end: level }, level, level);
  }
  const { unit, response } = walk.facts.get(merged.id)!;
  const { draws: drawn, ...ends } = writtenLine(walk, unit, (response.affect ?? (unit as Interaction).affect) as Affect);
  draws.push(...drawn);
  const line = new Line(ends, customer.read(merged.affect.start), customer.read(merged.affect.end));
  line.note('segment response', response.affectShift, response.affectShift);
  if (walk.plan.canLeave && merged.affect.start !== merged.affect.end) cut(line, time.planned, time.seconds);
  return line;
}

/** Clock-weighted mean of the parts' means; where no time passes, their plain mean. */
function weightedLevel(lived: readonly ToldUnit[], seconds: number): number {
  let weighted = 0;
  let plain = 0;
  for (const part of lived) {
    const mean = (part.start + part.end) * 0.5;
    weighted += mean * part.seconds;
    plain += mean;
  }
  return seconds > 0 ? weighted / seconds : lived.length > 0 ? plain / lived.length : 0;
}

/** The part mean furthest from 0; of two alike the negative. */
function extremeLevel(lived: readonly ToldUnit[]): number {
  let level = 0;
  for (const part of lived) {
    const mean = (part.start + part.end) * 0.5;
    const size = Math.abs(mean);
    if (size > Math.abs(level) || (size === Math.abs(level) && mean < level)) level = mean;
  }
  return level;
}
