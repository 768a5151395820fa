import type { WaitConditions } from '../journey/types';
import { degreesOf } from '../journey/wait-conditions';
import { waitingConditions, type WaitingEffect } from '../model/waiting-effects';
import { exp } from '../numerics/exp';
import { power } from '../numerics/power';
import type { Slot } from '../sampling/column-plan';
import type { Compiler } from './compiler';
import type { WaitPlan } from './journey-plan';

/** How a wait sours and uses up patience. */
export function compileWait(compiler: Compiler, wait: WaitConditions | undefined, stretched: Slot): WaitPlan {
  const { columns, parameters, journey } = compiler;
  const phase = wait?.phase ?? 'during';
  const tolerance = wait?.told ?? wait?.tolerance ?? journey.tolerance ?? journey.promise;
  const toleranceSeconds = tolerance === undefined ? parameters.slot('waiting.tolerance') : columns.constant(tolerance);
  return {
    souring: columns.derive('souring', [parameters.slot(`waiting.phase.${phase}`), parameters.slot('waiting.impatience')], (values) => {
      return values[0]! * values[1]!;
    }),
    toleranceSeconds,
    soursAfter: columns.derive('sours after', [toleranceSeconds, stretched, parameters.slot('time.beta')], (values) =>
      values[1] === 1 ? values[0]! : values[0]! * power(values[1]!, -1 / values[2]!),
    ),
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

/** Choosing and being informed give some control back where people are anxious: together less than the sum. `freedom`: how much there was to choose. */
export function relief(compiler: Compiler, anxious: number, informed: boolean, freedom: Slot): Slot {
  const { columns, parameters } = compiler;
  const told = informed ? 1 : 0;
  if (anxious === 0 || (told === 0 && freedom.constant === 0)) return columns.constant(0);
  const inputs = [parameters.slot('choice.relief'), parameters.slot('choice.reliefRate'), freedom];
  return columns.derive(
    `relief ${anxious} ${told}`,
    inputs,
    (values) => values[0]! * anxious * (1 - exp(-values[1]! * (values[2]! + told))),
  );
}

/** Where the parameters of each effect stand: those of every condition, and how occupied people are. */
const pathsOf = /* @__PURE__ */ (() => {
  const paths = (effect: keyof WaitingEffect): readonly string[] => [
    ...waitingConditions.map((condition) => `waiting.${condition}.${effect}`),
    'waiting.occupied',
  ];
  return { time: paths('time'), affect: paths('affect'), hazard: paths('hazard') };
})();

function overConditions(compiler: Compiler, wait: WaitConditions | undefined, effect: keyof WaitingEffect): Slot {
  const { columns, parameters } = compiler;
  const degrees = degreesOf(wait, 0);
  const key = `${effect} ${Object.values(degrees).join(' ')} ${wait?.occupied}`;
  const inputs = pathsOf[effect].map((path) => parameters.slot(path));
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
