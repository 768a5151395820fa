import { effectRanges, neutralEffect, waitingConditions, waitingEffects, type WaitingEffect } from './waiting-effects';
import { deepFreeze } from '../plain/deep-freeze';

/** One number of the experience model: where it may lie, where it lies unless somebody says otherwise, and why there. */
export interface ModelParameter {
  readonly min: number;
  readonly max: number;
  readonly default: number;
  /** The paper behind the default, or `judgement`. */
  readonly source: string;
}

function parameter(min: number, max: number, standard: number, source = 'judgement'): ModelParameter {
  return { min, max, default: standard, source };
}

/** What each waiting condition does: factor on felt time, shift of affect, factor on how fast patience is used up. */
function effects(): { readonly [path: string]: ModelParameter } {
  const rows = waitingConditions.flatMap((condition) =>
    (Object.keys(neutralEffect) as (keyof WaitingEffect)[]).map((part) => {
      const { differs, source } = waitingEffects[condition];
      const [min, max] = effectRanges[part];
      const own = differs[part];
      const standard = own === undefined ? parameter(min, max, neutralEffect[part], 'neutral') : parameter(min, max, own, source);
      return [`waiting.${condition}.${part}`, standard] as const;
    }),
  );
  return Object.fromEntries(rows);
}

/** Every numeric parameter of the experience model, by its path. Durations are seconds, affect is −10…+10. */
export const modelParameters: { readonly [path: string]: ModelParameter } = /* @__PURE__ */ deepFreeze({
  'time.beta': parameter(0.6, 1, 0.9, 'Eisler 1976; Kornbrot et al. 2013'),
  'time.reference': parameter(1, 1e6, 900),
  'time.boundary': parameter(0, 0.2, 0.03, 'judgement (sign: Block, Hancock & Zakay 2010)'),
  'time.floor': parameter(0, 1, 0.8),
  ...effects(),
  'waiting.information': parameter(0, 1, 0.85, 'Watkins et al. 2011'),
  'waiting.phase.before': parameter(0, 10, 0.25, 'streaming stalls; restaurants differ (Dubé-Rioux et al. 1989)'),
  'waiting.phase.during': parameter(0, 10, 1, 'the scale of the other two'),
  'waiting.phase.after': parameter(0, 10, 1),
  'waiting.impatience': parameter(0, 5, 1),
  'waiting.tolerance': parameter(0.01, 1e7, 20),
  'waiting.occupied': parameter(0, 1, 0.5),
  'waiting.work': parameter(0, 5, 1, 'judgement (sign: Buell & Norton 2011)'),
  'waiting.workTime': parameter(1, 1e5, 30, 'judgement (Buell & Norton 2011: from 30 s)'),
  'memory.carryOver': parameter(0, 0.9, 0),
  'memory.recallDelay': parameter(0, 1e11, 0, 'Geng et al. 2013 for the fading'),
  'memory.lifetime': parameter(1, 1e11, 1e11, 'for ever (direction: Geng et al. 2013)'),
  'memory.weights.peak': parameter(0, 1, 0.25, 'judgement (public ratings; Alaybek et al. 2022)'),
  'memory.weights.end': parameter(0, 1, 0.25, 'judgement (public ratings; Alaybek et al. 2022)'),
  'memory.weights.mean': parameter(0, 1, 0.5, 'judgement (public ratings; Tully & Meyvis 2016; Strijbosch et al. 2019)'),
  'memory.weights.beginning': parameter(0, 1, 0, 'Alaybek et al. 2022'),
  'memory.weights.trend': parameter(-2, 2, 0, 'Ariely & Zauberman 2000'),
  'memory.weights.duration': parameter(-2, 2, 0, 'Fredrickson & Kahneman 1993'),
  'memory.stretch.seconds': parameter(0, 1e11, 60, 'judgement (public ratings)'),
  'memory.stretch.share': parameter(0, 1, 0.1, 'judgement (public ratings)'),
  'memory.halfLife': parameter(0.001, 100, 0.2, 'service rating data'),
  'memory.acclimation': parameter(0, 10, 0.005, 'judgement (form: Das Gupta, Karmarkar & Roels 2016)'),
  'memory.decay': parameter(0, 10, 0.002, 'judgement (form: Das Gupta, Karmarkar & Roels 2016)'),
  'choice.attraction': parameter(0, 3, 1, 'judgement (sign: Botti & Iyengar 2004)'),
  'choice.scale': parameter(0.1, 20, 3),
  'choice.weight': parameter(0, 5, 0.5),
  'choice.deciding': parameter(0, 60, 2, "judgement (form: Hick's law)"),
  'choice.overload': parameter(0, 5, 1, 'judgement (moderators: Chernev, Böckenholt & Goodman 2015)'),
  'choice.relief': parameter(0, 10, 1.5, 'judgement (order: Mills & Krantz 1979)'),
  'choice.reliefRate': parameter(0, 10, 1.2),
  'progress.gain': parameter(0, 10, 2, 'Villar, Callegaro & Yang 2013'),
  'progress.effort': parameter(0, 10, 2),
  'handOff.affect': parameter(-10, 0, 0, 'neutral'),
  'handOff.effort': parameter(0, 10, 0, 'neutral'),
  'handOff.duration': parameter(0, 1e7, 0, 'neutral'),
  'abandonment.affect': parameter(-10, 0, -6, 'judgement (unserved customers rate 1.5–2 of 5)'),
  'satisfaction.balance': parameter(0, 1, 0.5),
  'satisfaction.lossAversion': parameter(1, 2.25, 1.95, 'Brown, Imai, Vieider & Camerer 2024'),
  'satisfaction.scale': parameter(0.1, 20, 4),
  'satisfaction.late': parameter(0, 10, 3.4),
  'satisfaction.lateScale': parameter(0.01, 10, 0.2),
  'satisfaction.slow': parameter(0, 5, 0.5),
  'satisfaction.base': parameter(-5, 5, 0),
  'loyalty.slope': parameter(0.3, 1.2, 0.69, 'Redelmeier, Katz & Kahneman 2003'),
  'loyalty.base': parameter(-5, 5, 0),
  'response.sd': parameter(0, 100, 10),
  'response.recommendation.shift': parameter(-5, 5, 0.5, 'airport survey forms'),
});
