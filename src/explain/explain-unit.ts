import { streamOfAttempt } from '../experience/compiler';
import type { RetryPlan, UnitPlan } from '../experience/journey-plan';
import { stretchFor } from '../experience/living/felt-time';
import type { WaitConditions } from '../journey/types';
import { waitOf } from '../journey/wait-conditions';
import type { NodeRecord } from './life-record';
import { explainLine, writtenLine, writtenOf, type Written } from './explain-line';
import { explainWaiting } from './explain-waiting';
import { chanceOf, valueOf, type Walk } from './walk';
import type { Draw, FailureExplanation, UnitExplanation } from './step-types';

/** What is written of one time through a unit, or of a wait before it. */
interface Once extends Written {
  readonly conditions: WaitConditions | undefined;
}

/** A unit with everything that was drawn for it, and what it was where it was lived. `comes`: the customer does not pass by at the choice. */
export function explainUnit(walk: Walk, unit: UnitPlan, comes: boolean): UnitExplanation {
  const { id } = unit;
  const { unit: written } = walk.facts.get(id)!;
  const first = explainOnce(walk, unit, comes, { ...writtenOf(walk, id), conditions: waitOf(written) });
  const again = unit.failure?.retry === undefined ? [] : explainAgain(walk, id, unit.failure.retry, 2);
  const name = written.name === undefined ? {} : { name: written.name };
  if (again.length === 0) return { ...first, ...name };
  const all = [first, ...again];
  const totalSeconds = all.reduce((sum, one) => sum + one.totalSeconds, 0);
  const stretched = all.reduce((sum, one) => sum + one.totalSeconds * one.stretch, 0);
  return {
    ...first,
    ...name,
    left: all.find(({ left }) => left !== false)?.left ?? false,
    totalSeconds,
    stretch: totalSeconds > 0 ? stretched / totalSeconds : 1,
    again,
  };
}

/** The waits and times that followed, as far as they were lived. */
function explainAgain(walk: Walk, id: string, retry: RetryPlan, attempt: number): UnitExplanation[] {
  const { unit } = walk.facts.get(id)!;
  const stream = streamOfAttempt(unit, attempt);
  const explained: UnitExplanation[] = [];
  const add = (plan: UnitPlan, once: Once): void => {
    if (walk.record.nodes.has(plan)) explained.push(explainOnce(walk, plan, true, once));
  };
  const { duration: _, affect = 0, ...conditions } = unit.failure!.retry!.wait ?? { duration: 0 };
  if (retry.wait !== undefined) add(retry.wait, { affect, stream: `${stream} wait`, conditions });
  add(retry.again, { ...writtenOf(walk, id), stream, conditions: waitOf(unit) });
  const next = retry.again.failure?.retry;
  return next === undefined ? explained : [...explained, ...explainAgain(walk, id, next, attempt + 1)];
}

function explainOnce(walk: Walk, unit: UnitPlan, comes: boolean, once: Once): UnitExplanation {
  const { customer, record, plan } = walk;
  const { id, wait } = unit;
  const reached = walk.present;
  const lived = record.nodes.get(unit);
  const skip = unit.skip === undefined ? undefined : chanceOf(customer, 'skip', id, unit.skip);
  const written = unit.gap ? undefined : writtenLine(walk, id, once);
  const draws: Draw[] = [
    ...(skip === undefined ? [] : [skip]),
    valueOf(customer, 'duration', id, unit.seconds),
    ...(written?.draws ?? []),
    ...(unit.effort === undefined ? [] : [valueOf(customer, 'effort', id, unit.effort)]),
    ...(unit.dropout === undefined ? [] : [chanceOf(customer, 'dropout', id, unit.dropout)]),
    ...failureDraws(walk, unit, lived),
  ];
  if (lived !== undefined && lived.left !== false) walk.present = false;
  const patience =
    plan.patience === undefined || lived === undefined ? {} : { patienceBefore: lived.patienceBefore, patienceAfter: lived.patienceAfter };
  return {
    id,
    kind: unit.gap ? 'gap' : wait === undefined ? 'service' : 'wait',
    reached,
    skipped: reached && comes && skip?.happens === true,
    left: lived?.left ?? false,
    draws,
    plannedSeconds: customer.read(unit.seconds),
    livedSeconds: lived?.seconds ?? 0,
    totalSeconds: lived === undefined ? 0 : unit.gap ? lived.seconds : lived.total,
    stretch: lived?.stretch ?? customer.read(unit.stretch),
    ...(lived === undefined || written === undefined ? {} : { line: explainLine(walk, unit, written, lived) }),
    ...(wait === undefined || lived === undefined
      ? {}
      : { wait: { ...explainWaiting(walk, { ...unit, wait }, once.conditions, lived.seconds, lived.stretch), ...patience } }),
    ...(lived?.failure === undefined ? {} : { failure: explainFailure(walk, unit, lived.failure) }),
  };
}

function explainFailure(walk: Walk, { id, failure }: UnitPlan, happened: FailureExplanation): FailureExplanation {
  const wait = failure?.wait;
  if (wait === undefined) return happened;
  const { seconds } = happened;
  const { customer, plan } = walk;
  const conditions = walk.facts.get(id)!.unit.failure?.wait;
  const after = stretchFor({ plan, place: customer.index }, seconds, wait);
  return { ...happened, wait: explainWaiting(walk, { ...wait, wait }, conditions, seconds, after) };
}

/** Whether it fails, and what was drawn for what happened. */
function failureDraws({ customer }: Walk, { id, failure }: UnitPlan, lived: NodeRecord | undefined): Draw[] {
  if (failure === undefined) return [];
  const draws: Draw[] = [chanceOf(customer, 'failure', id, failure)];
  if (lived?.failure === undefined) return draws;
  draws.push(valueOf(customer, 'failure affect', id, failure.affect), valueOf(customer, 'failure duration', id, failure.seconds));
  const { recovery } = failure;
  if (recovery === undefined) return draws;
  draws.push(chanceOf(customer, 'recovery', id, recovery));
  if (lived.failure.recovery === undefined) return draws;
  return [
    ...draws,
    valueOf(customer, 'recovery affect', id, recovery.affect),
    valueOf(customer, 'recovery duration', id, recovery.seconds),
  ];
}
