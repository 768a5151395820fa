import { deepFreeze } from '../plain/deep-freeze';
import { peakEnd } from './memory';
import { modelParameters } from './parameters';
import type { ExperienceModel } from './types';
import { waitingConditions, type WaitingEffects } from './waiting-effects';

/** The default of a parameter: `modelParameters` says what it is and why. */
function standard(path: string): number {
  return modelParameters[path]!.default;
}

/** The defaults of some parameters of one part of the model. */
function standards<Name extends string>(part: string, ...names: readonly Name[]): { readonly [Key in Name]: number } {
  return Object.fromEntries(names.map((name) => [name, standard(`${part}.${name}`)])) as { readonly [Key in Name]: number };
}

function buildDefaults(): ExperienceModel {
  const effects = waitingConditions.map((condition) => [condition, standards(`waiting.${condition}`, 'time', 'affect', 'hazard')]);
  return {
    time: {
      ...standards('time', 'beta', 'reference'),
      perspective: 'retrospective',
      ...standards('time', 'boundary', 'floor'),
    },
    waiting: {
      ...(Object.fromEntries(effects) as WaitingEffects),
      information: standard('waiting.information'),
      phase: standards('waiting.phase', 'before', 'during', 'after'),
      ...standards('waiting', 'impatience', 'tolerance', 'occupied', 'work', 'workTime'),
    },
    memory: peakEnd,
    choice: standards('choice', 'attraction', 'scale', 'weight', 'deciding', 'overload', 'relief', 'reliefRate'),
    progress: standards('progress', 'gain', 'effort'),
    handOff: standards('handOff', 'affect', 'effort', 'duration'),
    abandonment: standards('abandonment', 'affect'),
    satisfaction: standards('satisfaction', 'balance', 'lossAversion', 'scale', 'late', 'lateScale', 'slow', 'base'),
    loyalty: standards('loyalty', 'slope', 'base'),
    response: { ...standards('response', 'sd'), recommendation: standards('response.recommendation', 'shift') },
  };
}

/**
 * Every assumption the library makes when none is named, in one frozen object: what waiting, choosing, progress, leaving, remembering and
 * answering do. Each number's range, meaning and source stand in the doc comments of {@link ExperienceModel}.
 *
 * Give `simulate` only what differs: `simulate({ journey, model: { memory: averaging, time: { beta: 0.95 } } })`.
 *
 * @example
 * import { defaultModel } from 'peakend';
 * defaultModel.time.beta; // 0.9
 */
export const defaultModel: ExperienceModel = /* @__PURE__ */ deepFreeze(/* @__PURE__ */ buildDefaults());
