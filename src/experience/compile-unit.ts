import { mean } from '../distributions/mathematics';
import type { Affect, Interaction, Option, Recovery, RetryWait, WaitConditions } from '../journey/types';
import { waitOf } from '../journey/wait-conditions';
import { power } from '../numerics/power';
import type { ColumnPlan, Slot } from '../sampling/column-plan';
import { affectSlots } from './compile-affect';
import { compileWait, relief, stretch, waitingShift } from './compile-wait';
import { affectBounds, chance, streamOf, streamOfAttempt, sum, type Compiler, type GivingUp } from './compiler';
import { asDistribution } from './model-slots';
import type { FailurePlan, FailureWaitPlan, RecoveryPlan, UnitPlan } from './journey-plan';
import { noResponse, type ResolvedResponse } from './responses';

/** Nobody gives up while waiting to try again, but for want of patience. */
function never(): never {
  throw new Error('a wait before a retry has no dropout');
}

/** What a choice adds to the option taken: shifts of its whole line. */
export interface Additions {
  readonly effects?: UnitPlan['effects'];
  /** How free the choice was, 0…1: choosing relieves where people are anxious. */
  readonly freedom?: Slot;
  /** Where the unit says none itself: that of the step it is an option or part of. */
  readonly channel?: string | undefined;
  /** Which time it is: 1, unless it failed before. */
  readonly attempt?: number;
  /** The choice has dealt with skipping already. */
  readonly skips?: false;
}

/** Something with draws of its own. */
export function compileUnit(
  compiler: Compiler,
  unit: Interaction | Option,
  response: ResolvedResponse,
  givingUp: GivingUp,
  additions: Additions,
): UnitPlan {
  const { columns, parameters, segment } = compiler;
  const { attempt = 1 } = additions;
  const stream = attempt === 1 ? streamOf(unit) : streamOfAttempt(unit, attempt);
  const waits = unit.kind === 'wait';
  const conditions = waits ? waitOf(unit) : undefined;
  const informed = conditions?.informed === true;
  const relieved = relief(compiler, conditions?.anxious ?? unit.anxious ?? 0, informed, additions.freedom ?? columns.constant(0));
  const effects: UnitPlan['effects'] = [
    { name: 'segment response', slot: columns.constant(response.affectShift) },
    ...(waits ? [{ name: 'waiting conditions' as const, slot: waitingShift(compiler, conditions) }] : []),
    ...(waits || relieved.constant !== 0 ? [{ name: 'relief' as const, slot: relieved }] : []),
    ...(additions.effects ?? []),
  ];
  const shift = sum(
    columns,
    effects.map(({ slot }) => slot),
  );
  const shiftConstant = shift.constant;
  const affect = (response.affect ?? unit.affect ?? 0) as Affect;
  const sloped = typeof affect === 'object' && 'start' in affect;
  const stretched = waits ? stretch(compiler, conditions) : columns.constant(1);
  const wait = waits ? compileWait(compiler, conditions, stretched) : undefined;
  const sours = wait !== undefined && wait.souring.constant !== 0;
  const carries = parameters.constant('memory.carryOver') !== 0;
  const alone = !carries && !compiler.handsOff && !compiler.showsWork && shiftConstant !== undefined;
  const settled = alone && !sours && !(sloped && compiler.canLeave);
  const dropout = Math.min(1, (response.dropout ?? unit.dropout ?? 0) * response.dropoutScale);
  const skip = additions.skips === false ? 0 : (response.skip ?? unit.skip ?? 0);
  const seconds = columns.draw(stream, 'duration', response.duration ?? unit.duration ?? 0, {
    scale: response.durationScale * shareOfSplit(compiler, unit, response),
    factor: { purpose: 'durationFactor', rho: segment.dependence?.duration ?? 0 },
  });
  const { start, end } = affectSlots(compiler, stream, affect, shiftConstant ?? 0, settled ? affectBounds : undefined);
  const skips = skip > 0 ? chance(columns, stream, 'skip', columns.constant(skip)) : undefined;
  const dropsOut = dropout > 0 ? chance(columns, stream, 'dropout', givingUp(dropout)) : undefined;
  const failure = compileFailure(compiler, stream, unit, response, givingUp, { ...additions, attempt });
  const effort = unit.effort === undefined ? undefined : columns.draw(stream, 'effort', unit.effort, { between: [0, 10] });
  // One literal, every key in its place: plans of one shape are read fastest.
  return {
    kind: 'unit',
    id: unit.id,
    gap: unit.kind === 'gap',
    eventful: !(settled || (waits && alone)) || effort !== undefined || unit.kind === 'gap',
    skip: skips,
    seconds,
    start,
    end,
    settled,
    shift: shiftConstant === undefined ? shift : undefined,
    effects,
    wait,
    stretch: stretched,
    felt: informed ? undefined : feltOfPlanned(compiler, seconds, stretched),
    information: informed ? parameters.slot('waiting.information') : undefined,
    dropout: dropsOut,
    failure,
    effort,
    leavingAffect: unit.leavingAffect === undefined ? parameters.slot('abandonment.affect') : columns.constant(unit.leavingAffect),
    channel: unit.channel ?? additions.channel,
    showsWork: conditions?.work === true,
  };
}

/** A response that replaces the duration of a step that was split replaces the whole: each part takes its share of it. */
function shareOfSplit(compiler: Compiler, unit: Interaction | Option, response: ResolvedResponse): number {
  if (response.duration === undefined || unit.drawAs === undefined || unit.duration === undefined) return 1;
  const together = compiler.sharedSeconds.get(unit.drawAs);
  const ownTarget = compiler.segment.responses?.[unit.id]?.duration !== undefined;
  if (together === undefined || together === 0 || ownTarget) return 1;
  return mean(asDistribution(unit.duration)) / together;
}

/** stretch · τ·(t/τ)^β of the planned duration as a column of its own: it is drawn once, also for journeys that differ elsewhere. */
function feltOfPlanned({ columns, parameters }: Compiler, seconds: Slot, stretched: Slot): Slot | undefined {
  const beta = parameters.constant('time.beta');
  const reference = parameters.constant('time.reference');
  const factor = stretched.constant;
  if (beta === undefined || reference === undefined || factor === undefined) return undefined;
  return columns.power(seconds, beta, factor * power(reference, 1 - beta));
}

function compileFailure(
  compiler: Compiler,
  stream: string,
  unit: Interaction | Option,
  response: ResolvedResponse,
  givingUp: GivingUp,
  additions: Additions & { readonly attempt: number },
): FailurePlan | undefined {
  const { columns } = compiler;
  const { failure } = unit;
  if (failure === undefined) return undefined;
  const probability = Math.min(1, failure.probability * response.failureScale);
  if (probability === 0) return undefined;
  const happens = chance(columns, stream, 'failure', columns.constant(probability));
  const { attempt } = additions;
  const retry = failure.retry !== undefined && attempt <= failure.retry.atMost ? failure.retry : undefined;
  return {
    uniform: happens.uniform,
    probability: happens.probability,
    affect: columns.draw(stream, 'failureAffect', failure.affect, { between: [-20, 0] }),
    seconds: columns.draw(stream, 'failureDuration', failure.duration ?? 0),
    wait: failure.wait === undefined ? undefined : compileFailureWait(compiler, failure.wait),
    recovery: compileRecovery(columns, stream, failure.recovery),
    retry:
      retry === undefined
        ? undefined
        : {
            wait: retry.wait === undefined ? undefined : compileRetryWait(compiler, unit, retry.wait, attempt + 1),
            again: compileUnit(compiler, unit, response, givingUp, { ...additions, attempt: attempt + 1, skips: false }),
          },
  };
}

function compileFailureWait(compiler: Compiler, wait: WaitConditions): FailureWaitPlan {
  const stretched = stretch(compiler, wait);
  return {
    ...compileWait(compiler, wait, stretched),
    shift: waitingShift(compiler, wait),
    stretch: stretched,
    information: wait.informed === true ? compiler.parameters.slot('waiting.information') : undefined,
  };
}

/** A wait of its own, before going through a step again. */
function compileRetryWait(compiler: Compiler, unit: Interaction | Option, wait: RetryWait, attempt: number): UnitPlan {
  const { duration, affect, ...conditions } = wait;
  const { id, channel, leavingAffect } = unit;
  const drawAs = `${streamOfAttempt(unit, attempt)} wait`;
  const own = { id, kind: 'wait', duration, affect: affect ?? 0, wait: conditions, drawAs } as const;
  const same = { ...(channel === undefined ? {} : { channel }), ...(leavingAffect === undefined ? {} : { leavingAffect }) };
  return compileUnit(compiler, { ...own, ...same }, noResponse, never, {});
}

function compileRecovery(columns: ColumnPlan, stream: string, recovery: Recovery | undefined): RecoveryPlan | undefined {
  if (recovery === undefined || recovery.probability === 0) return undefined;
  const happens = chance(columns, stream, 'recovery', columns.constant(recovery.probability));
  return {
    uniform: happens.uniform,
    probability: happens.probability,
    affect: columns.draw(stream, 'recoveryAffect', recovery.affect, { between: [0, 20] }),
    seconds: columns.draw(stream, 'recoveryDuration', recovery.duration ?? 0),
  };
}
