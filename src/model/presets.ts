import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { checkParameter } from './check-parameter';
import { copyPlain } from '../plain/copy-plain';
import { deepFreeze } from '../plain/deep-freeze';
import { openOptions } from '../plain/open-options';
import { modelParameters } from './parameters';
import type { Some } from '../plain/as-written';
import type { AcclimationDecayMemory, BlendMemory, Parameter, RecencyMemory, TotalMemory } from './types';

/** Only the blend weights that differ from nothing; the others are 0. */
function blend(weights: Partial<BlendMemory['weights']>): BlendMemory {
  return deepFreeze({
    kind: 'blend',
    weights: { peak: 0, end: 0, mean: 0, beginning: 0, trend: 0, duration: 0, ...weights },
    peak: 'extreme',
    carryOver: 0,
    recallDelay: 0,
  });
}

/**
 * The default memory: peak 0.35, end 0.35, mean 0.30. What people remember follows the most extreme and the last moment, but the average too
 * (Alaybek et al. 2022; Tully & Meyvis 2016; Strijbosch et al. 2019; the exact split is judgement). Duration has no weight of its own.
 *
 * Plain data, so it can be varied: `{ ...peakEnd, weights: { peak: 0.45, end: 0.35, mean: 0.2 } }`.
 *
 * @example
 * import { peakEnd } from 'peakend';
 * peakEnd.weights.peak; // 0.35
 */
export const peakEnd: BlendMemory = /* @__PURE__ */ blend({ peak: 0.35, end: 0.35, mean: 0.3 });

/**
 * The rule as first written: half the peak, half the end, nothing else (Fredrickson & Kahneman 1993; Kahneman et al. 1993).
 *
 * @example
 * import { classicPeakEnd } from 'peakend';
 * classicPeakEnd.weights.mean; // 0
 */
export const classicPeakEnd: BlendMemory = /* @__PURE__ */ blend({ peak: 0.5, end: 0.5 });

/**
 * The time-weighted mean alone: neither peak nor end counts for more. The rival every peak-end claim should be tried against
 * (Cojuharenco & Ryvkin 2008; Tully & Meyvis 2016).
 *
 * @example
 * import { averaging } from 'peakend';
 * averaging.weights.mean; // 1
 */
export const averaging: BlendMemory = /* @__PURE__ */ blend({ mean: 1 });

/**
 * Mean 0.60, end 0.35, peak 0.05: what public rating data favour over the other blends.
 *
 * @example
 * import { meanEnd } from 'peakend';
 * meanEnd.weights.end; // 0.35
 */
export const meanEnd: BlendMemory = /* @__PURE__ */ blend({ peak: 0.05, end: 0.35, mean: 0.6 });

/**
 * Later moments count for more: the weight of a moment halves with every `halfLife` of the journey between it and the end.
 *
 * @param settings `halfLife`: a share of the whole journey, above 0 (0.2 fits service data). Default 0.2.
 * @returns the memory model, as data; remembered utility is on the affect scale.
 * @throws JourneyError `out-of-range`, `invalid-type`, `unknown-key`; whatever a distribution can be faulted for.
 *
 * @example
 * import { recency } from 'peakend';
 * recency({ halfLife: 0.2 }).kind; // 'recency'
 */
export function recency(settings: Some<Pick<RecencyMemory, 'halfLife'>> = {}): RecencyMemory {
  const { halfLife } = readSettings(settings, { halfLife: 0.2 });
  return deepFreeze({ kind: 'recency', halfLife, carryOver: 0, recallDelay: 0 });
}

/**
 * People get used to a level of service and forget what lies back (Das Gupta, Karmarkar & Roels 2016). Short encounters are best as a
 * crescendo, long ones as a U.
 *
 * @param settings `acclimation` α and `decay` γ, both per second, 0 or more. No universal values are published: choose them so that
 * 2·ln(γ/α)/(γ − α), the length from which the U wins, fits the journey. Defaults 0.005 and 0.002 (about ten minutes; judgement).
 * @returns the memory model, as data; remembered utility is on the affect scale and may pass ±10.
 * @throws JourneyError `out-of-range`, `invalid-type`, `unknown-key`; whatever a distribution can be faulted for.
 *
 * @example
 * import { acclimationDecay } from 'peakend';
 * acclimationDecay({ acclimation: 0.005, decay: 0.002 }).decay; // 0.002
 */
export function acclimationDecay(settings: Some<Pick<AcclimationDecayMemory, 'acclimation' | 'decay'>> = {}): AcclimationDecayMemory {
  const { acclimation, decay } = readSettings(settings, { acclimation: 0.005, decay: 0.002 });
  return deepFreeze({ kind: 'acclimationDecay', acclimation, decay, carryOver: 0, recallDelay: 0 });
}

/** Checked settings, defaults filled in: the same ranges as in a model written by hand. */
function readSettings<Name extends string>(settings: unknown, defaults: Record<Name, number>): Record<Name, Parameter> {
  const names = Object.keys(defaults) as Name[];
  const issues: Issue[] = [];
  const written = openOptions(settings, names, issues, { path: 'settings' });
  const read: Record<Name, Parameter> = { ...defaults };
  for (const name of names) {
    if (written[name] === undefined) continue;
    const parameter = checkParameter(written[name], name, issues, modelParameters[`memory.${name}`]!);
    if (parameter !== undefined) read[name] = copyPlain(parameter);
  }
  if (issues.length > 0) throw new JourneyError(issues.slice(0, 200), { more: Math.max(0, issues.length - 200) });
  return read;
}

/**
 * Affect added up over time, per 15 minutes (Kahneman, Wakker & Sarin 1997): the benchmark people do not follow. It may pass ±10.
 *
 * @example
 * import { total } from 'peakend';
 * total.kind; // 'total'
 */
export const total: TotalMemory = /* @__PURE__ */ deepFreeze({ kind: 'total', carryOver: 0, recallDelay: 0 });
