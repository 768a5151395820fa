import { deepFreeze } from '../plain/deep-freeze';
import { peakEnd } from './presets';
import type { ExperienceModel, WaitingEffect } from './types';

function effect(differs: Partial<WaitingEffect> = {}): WaitingEffect {
  return { time: 1, affect: 0, hazard: 1, ...differs };
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
export const defaultModel: ExperienceModel = /* @__PURE__ */ deepFreeze({
  time: { beta: 0.9, reference: 900, perspective: 'retrospective', boundary: 0.03, floor: 0.8 },
  waiting: {
    idle: effect({ time: 1.2 }),
    anxious: effect({ time: 1.4 }),
    animated: effect({ time: 0.89 }),
    informed: effect({ hazard: 0.38 }),
    explained: effect({ hazard: 0.85 }),
    unfair: effect({ affect: -2 }),
    accompanied: effect(),
    information: 0.85,
    phase: { before: 0.25, during: 1, after: 1 },
    impatience: 1,
    tolerance: 20,
    occupied: 0.5,
  },
  memory: peakEnd,
  choice: { attraction: 1, scale: 3, weight: 0.5, deciding: 2, overload: 1, relief: 1.5, reliefRate: 1.2 },
  progress: { gain: 4, effort: 2 },
  abandonment: { affect: -6 },
  satisfaction: { balance: 0.5, lossAversion: 1.95, scale: 4, late: 3.4, lateScale: 0.2, slow: 0.5 },
  loyalty: { slope: 0.69, base: 0 },
  response: { sd: 10 },
});
