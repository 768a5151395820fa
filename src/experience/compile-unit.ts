import { mean } from '../distributions/mathematics';
import type { Affect, Interaction, Option, Recovery } from '../journey/types';
import { power } from '../numerics/power';
import type { ColumnPlan, Slot } from '../sampling/column-plan';
import { affectSlots } from './compile-affect';
import { compileWait, relief, stretch, waitingShift } from './compile-wait';
import { affectBounds, chance, streamOf, sum, type Compiler, type GivingUp } from './compiler';
import { asDistribution } from './model-slots';
import type { FailurePlan, RecoveryPlan, UnitPlan } from './journey-plan';
import type { ResolvedResponse } from './responses';

/** What a choice adds to the option taken: shifts of its whole line. */
export interface Additions {
  readonly effects?: UnitPlan['effects'];
  /** Whether it was chosen from several: choosing relieves in an anxious wait. */
  readonly chosen?: boolean;
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
  const stream = streamOf(unit);
  const waits = unit.kind === 'wait';
  const effects: UnitPlan['effects'] = [
    { name: 'segment response', slot: columns.constant(response.affectShift) },
    ...(waits
      ? [
          { name: 'waiting conditions' as const, slot: waitingShift(compiler, unit.wait) },
          { name: 'relief' as const, slot: relief(compiler, unit.wait, additions.chosen === true) },
        ]
      : []),
    ...(additions.effects ?? []),
  ];
  const shift = sum(
    columns,
    effects.map(({ slot }) => slot),
  );
  const shiftConstant = shift.constant;
  const affect = (response.affect ?? unit.affect ?? 0) as Affect;
  const sloped = typeof affect === 'object' && 'start' in affect;
  const wait = waits ? compileWait(compiler, unit.wait) : undefined;
  const sours = wait !== undefined && wait.souring.constant !== 0;
  const carries = parameters.constant('memory.carryOver') !== 0;
  const settled = !sours && !carries && shiftConstant !== undefined && !(sloped && compiler.canLeave);
  const dropout = Math.min(1, (response.dropout ?? unit.dropout ?? 0) * response.dropoutScale);
  const skip = additions.skips === false ? 0 : (response.skip ?? unit.skip ?? 0);
  const seconds = columns.draw(stream, 'duration', response.duration ?? unit.duration ?? 0, {
    scale: response.durationScale * shareOfSplit(compiler, unit, response),
    factor: { purpose: 'durationFactor', rho: segment.dependence?.duration ?? 0 },
  });
  const stretched = waits ? stretch(compiler, unit.wait) : columns.constant(1);
  const informed = waits && unit.wait?.informed === true;
  const { start, end } = affectSlots(compiler, stream, affect, shiftConstant ?? 0, settled ? affectBounds : undefined);
  const skips = skip > 0 ? chance(columns, stream, 'skip', columns.constant(skip)) : undefined;
  const dropsOut = dropout > 0 ? chance(columns, stream, 'dropout', givingUp(dropout)) : undefined;
  const failure = compileFailure(columns, stream, unit, response.failureScale);
  const effort = unit.effort === undefined ? undefined : columns.draw(stream, 'effort', unit.effort, { between: [0, 10] });
  // One literal, every key in its place: plans of one shape are read fastest.
  return {
    kind: 'unit',
    id: unit.id,
    eventful: waits || !settled || effort !== undefined,
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

function compileFailure(columns: ColumnPlan, stream: string, unit: Interaction | Option, scale: number): FailurePlan | undefined {
  const { failure } = unit;
  if (failure === undefined) return undefined;
  const probability = Math.min(1, failure.probability * scale);
  if (probability === 0) return undefined;
  const happens = chance(columns, stream, 'failure', columns.constant(probability));
  return {
    uniform: happens.uniform,
    probability: happens.probability,
    affect: columns.draw(stream, 'failureAffect', failure.affect, { between: [-20, 0] }),
    seconds: columns.draw(stream, 'failureDuration', failure.duration ?? 0),
    recovery: compileRecovery(columns, stream, failure.recovery),
  };
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
