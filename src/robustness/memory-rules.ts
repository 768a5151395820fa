import { resolveModel } from '../model/resolve-model';
import type { EndWindow, ExperienceModel, PeakRule } from '../model/types';

/** One way of taking the peak, or the end, of what was lived. */
export interface NamedRule {
  readonly name: string;
  readonly settings: { readonly peak: PeakRule } | { readonly endWindow: EndWindow };
}

/**
 * What is remembered as the peak is not settled, and the rules part where best and worst are about equal: by the most extreme a hair turns the
 * sign of the peak, by worst and best together it does not. The three are tried equally often (judgement; worst and best as three to two, for
 * the worst counts for more).
 */
export const defaultPeaks: { readonly [name: string]: PeakRule } = {
  extreme: 'extreme',
  furthest: 'furthest',
  'worst and best': { worstAndBest: 0.6 },
};

/**
 * How long the end is that people remember is not settled either: a point, a minute or so, as by default, or more (Redelmeier & Kahneman 1996
 * took three minutes of some twenty). Tried equally often (judgement).
 */
export const defaultEnds: { readonly [name: string]: EndWindow } = {
  'last moment': { seconds: 0 },
  'last minute': { seconds: 60, share: 0.1 },
  'last tenth': { share: 0.1 },
};

/** The model with a rule put over its memory; memory that takes no peak and no end stays as it is. */
export function withRule(model: ExperienceModel, rule: NamedRule | undefined): ExperienceModel {
  return rule === undefined || model.memory.kind !== 'blend' ? model : resolveModel(model, { memory: rule.settings });
}
