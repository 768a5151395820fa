import type { WaitConditions } from '../journey/types';
import { degreesOf } from '../journey/wait-conditions';
import { waitingConditions, type WaitingEffect } from '../model/waiting-effects';
import { exp } from '../numerics/exp';
import { power } from '../numerics/power';
import type { Slot } from '../sampling/column-plan';
import type { Compiler } from './compiler';
import type { WaitPlan } from './journey-plan';

/** How a wait sours and uses up patience. */
export function compileWait(compiler: Compiler, wait: WaitConditions | undefined): WaitPlan {
  const { columns, parameters, journey } = compiler;
  const phase = wait?.phase ?? 'during';
  const tolerance = wait?.tolerance ?? journey.promise;
  return {
    souring: columns.derive('souring', [parameters.slot(`waiting.phase.${phase}`), parameters.slot('waiting.impatience')], (values) => {
      return values[0]! * values[1]!;
    }),
    toleranceSeconds: tolerance === undefined ? parameters.slot('waiting.tolerance') : columns.constant(tolerance),
    hazard: overConditions(compiler, wait, 'hazard'),
  };
}

/** Factor on felt time: the product of every condition's factor to the power of its degree. */
export function stretch(compiler: Compiler, wait: WaitConditions | undefined): Slot {
  return overConditions(compiler, wait, 'time');
}

/** Shift of affect: the sum of every condition's effect times its degree. */
export function waitingShift(compiler: Compiler, wait: WaitConditions | undefined): Slot {
  return overConditions(compiler, wait, 'affect');
}

/** Choosing and being informed give some control back where people are anxious: together less than the sum. */
export function relief(compiler: Compiler, wait: WaitConditions | undefined, chosen: boolean): Slot {
  const { columns, parameters } = compiler;
  const anxious = wait?.anxious ?? 0;
  const control = (chosen ? 1 : 0) + (wait?.informed === true ? 1 : 0);
  if (anxious === 0 || control === 0) return columns.constant(0);
  return columns.derive(
    `relief ${anxious} ${control}`,
    [parameters.slot('choice.relief'), parameters.slot('choice.reliefRate')],
    (values) => {
      return values[0]! * anxious * (1 - exp(-values[1]! * control));
    },
  );
}

function overConditions(compiler: Compiler, wait: WaitConditions | undefined, effect: keyof WaitingEffect): Slot {
  const { columns, parameters } = compiler;
  const degrees = degreesOf(wait, 0);
  const key = `${effect} ${JSON.stringify([degrees, wait?.occupied ?? null])}`;
  const inputs = [
    ...waitingConditions.map((condition) => parameters.slot(`waiting.${condition}.${effect}`)),
    parameters.slot('waiting.occupied'),
  ];
  return columns.derive(key, inputs, (values) => {
    let combined = effect === 'affect' ? 0 : 1;
    waitingConditions.forEach((condition, index) => {
      const unknown = condition === 'idle' && wait?.occupied === undefined;
      const degree = unknown ? 1 - values[waitingConditions.length]! : degrees[condition];
      if (degree === 0) return;
      const value = values[index]!;
      if (effect === 'affect') combined += degree * value;
      else if (value !== 1) combined *= degree === 1 ? value : power(value, degree);
    });
    return combined;
  });
}
