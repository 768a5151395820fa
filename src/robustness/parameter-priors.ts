import { deepFreeze } from '../plain/deep-freeze';

/** How far a parameter of the model may really lie from its default, and who says so. */
export interface ParameterPrior {
  readonly low: number;
  readonly high: number;
  /** The paper behind the range, or `judgement`. */
  readonly source: string;
}

const range = (low: number, high: number, source = 'judgement'): ParameterPrior => ({ low, high, source });

/**
 * What `robustness` draws when nothing else is said: each parameter from a Beta-PERT (λ = 4) between these ends, its mode at the study's own
 * value. Where the study's value lies outside, the range is stretched to it. Ranges are those of the literature where it has any; the others
 * are judgement, wide on purpose. Of memory, the models are varied instead of the weights; `recallDelay` and what people answer are not
 * uncertainty but the question.
 *
 * @example
 * import { parameterPriors } from 'peakend';
 * parameterPriors['satisfaction.lossAversion'].high; // 2.25
 */
export const parameterPriors: { readonly [path: string]: ParameterPrior } = /* @__PURE__ */ deepFreeze({
  'time.beta': range(0.6, 1, 'Eisler 1976; Kornbrot et al. 2013'),
  'time.boundary': range(0, 0.1, 'judgement (sign: Block, Hancock & Zakay 2010)'),
  'waiting.idle.time': range(1, 1.5, 'judgement (Katz, Larson & Larson 1991)'),
  'waiting.anxious.time': range(1, 1.8),
  'waiting.animated.time': range(0.85, 1, 'Harrison, Yeo & Hudson 2010'),
  'waiting.informed.hazard': range(0.3, 1.3, 'Munichor & Rafaeli 2007; Gans et al. 2003'),
  'waiting.explained.hazard': range(0.6, 1),
  'waiting.unfair.affect': range(-4, -0.5),
  'waiting.information': range(0, 1, 'Watkins et al. 2011'),
  'waiting.phase.before': range(0.1, 1, 'streaming stalls to restaurants (Dubé-Rioux et al. 1989)'),
  'waiting.phase.after': range(0.5, 2),
  'waiting.impatience': range(0.3, 2),
  'waiting.tolerance': range(5, 120),
  'waiting.occupied': range(0.1, 0.9),
  'memory.stretch.seconds': range(20, 180, 'judgement (Redelmeier & Kahneman 1996 took three minutes)'),
  'memory.stretch.share': range(0.05, 0.2),
  'memory.carryOver': range(0, 0.3),
  'choice.attraction': range(0, 2, 'judgement (sign: Botti & Iyengar 2004)'),
  'choice.scale': range(1, 8),
  'choice.weight': range(0.2, 1.5),
  'choice.deciding': range(1, 5),
  'choice.overload': range(0, 2, 'Chernev, Böckenholt & Goodman 2015'),
  'choice.relief': range(0, 3),
  'progress.gain': range(0.5, 5, 'Villar, Callegaro & Yang 2013; Nunes & Drèze 2006'),
  'abandonment.affect': range(-8, -3),
  'satisfaction.balance': range(0.2, 0.8),
  'satisfaction.lossAversion': range(1.3, 2.25, 'Brown, Imai, Vieider & Camerer 2024'),
  'satisfaction.scale': range(2.5, 6),
  'satisfaction.late': range(1, 6),
  'satisfaction.lateScale': range(0.05, 0.5),
  'satisfaction.slow': range(0, 1),
  'loyalty.slope': range(0.3, 1.2, 'Redelmeier, Katz & Kahneman 2003'),
});
