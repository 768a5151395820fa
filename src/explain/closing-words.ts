import { formatSeconds } from '../distributions/format-seconds';
import { outcomeDescriptions } from '../experience/outcomes';
import { fixed, formatOutcome, percent, signed } from '../results/format-outcome';
import type { Explanation, MemoryExplanation, MemoryTerm, PeakPart, SatisfactionExplanation } from './types';
import { nameIn } from './words';

const termsShown = 6;

/** What became of the journey: time, memory, satisfaction, answers, loyalty; one line each. */
export function closingWords(explanation: Explanation): string[] {
  const { satisfaction } = explanation;
  return [
    timeWords(explanation),
    curveWords(explanation),
    memoryWords(explanation),
    ...fadingWords(explanation.memory),
    `Satisfaction: ${satisfactionWords(satisfaction)}.`,
    answerWords(explanation),
    loyaltyWords(explanation),
    threeEsWords(explanation),
  ];
}

function timeWords({ time }: Explanation): string {
  const waiting = time.waitingSeconds > 0 ? `, ${formatSeconds(time.waitingSeconds)} of it waiting` : '';
  const factor =
    time.boundaryFactor === undefined
      ? ''
      : ` (judged while it runs: ×${fixed(time.meanStretch!, 2)}, boundaries ×${fixed(time.boundaryFactor, 2)})`;
  return `Time: ${formatSeconds(time.clockSeconds)} by the clock${waiting}; felt ${formatSeconds(time.feltSeconds)}${factor}.`;
}

function curveWords(explanation: Explanation): string {
  const { peak, end, mean, stretchSeconds } = explanation.memory;
  const both = peak.parts.length > 1;
  const parts = peak.parts.map((part) => `${both ? `${part.of} ${signed(part.value, 1)} ` : ''}${placeOf(explanation, part)}`);
  if (stretchSeconds > 0) parts.push(`${both ? 'each ' : ''}over ${formatSeconds(stretchSeconds)}`);
  const made = parts.length === 0 ? '' : ` (${parts.join(', ')})`;
  return `Affect: peak ${signed(peak.value, 1)}${made}, end ${signed(end.value, 1)}, mean ${signed(mean, 1)}.`;
}

function placeOf(explanation: Explanation, { moments, step, what, side }: PeakPart): string {
  const { start, end } = explanation.curve[moments[0]]!;
  const within = side === undefined || start === end ? 'in' : `at the ${side} of`;
  const doing = what === 'lived' ? within : what === 'leaving' ? 'leaving' : `${what} in`;
  return `${doing} ${nameIn(explanation, step)}`;
}

function memoryWords(explanation: Explanation): string {
  const { memory, curve } = explanation;
  const terms = [...memory.terms];
  // Of many moments those that weigh most are largest.
  const largest = new Set([...terms].sort((one, other) => Math.abs(other.contribution) - Math.abs(one.contribution)).slice(0, termsShown));
  const words = terms.filter((term) => largest.has(term)).map((term) => termWords(explanation, term));
  const rest = terms.filter((term) => !largest.has(term));
  if (rest.length > 0) {
    const sum = rest.reduce((total, { contribution }) => total + contribution, 0);
    words.push(`${rest.length} more moments ${signed(sum, 2)}`);
  }
  const nothing = curve.length === 0 ? 'nothing was lived; ' : '';
  return `Remembered (${memory.kind}): ${nothing}${words.join('; ')}; together ${signed(memory.beforeFading, 2)}.`;
}

function termWords(explanation: Explanation, { name, moment, weight, value, contribution }: MemoryTerm): string {
  const lived = moment === undefined ? undefined : explanation.curve[moment]!;
  const label = lived === undefined ? name : `${nameIn(explanation, lived.step)}${lived.what === 'lived' ? '' : ` (${lived.what})`}`;
  if (weight === undefined || value === undefined || name === 'expectation') return `${label} ${signed(contribution, 2)}`;
  return `${label} ${fixed(weight, 2)} × ${signed(value, 2)} = ${signed(contribution, 2)}`;
}

function fadingWords({ fading, rememberedUtility }: MemoryExplanation): string[] {
  if (fading === undefined) return [];
  const { delaySeconds, kept, priorBelief } = fading;
  return [
    `Asked ${formatSeconds(delaySeconds)} later, ${percent(kept)} of the way from the prior belief ${signed(priorBelief, 2)} is left: ${signed(rememberedUtility, 2)}.`,
  ];
}

/** `memory 0.50 × −5.21 = −2.61; gap … ; together −9.82 / 4.00 → 7.9 of 100`. */
function satisfactionWords(judged: SatisfactionExplanation): string {
  const { balance, remembered, gap, lossAversion, lateness, slowness, expectation, quality, scale, base, satisfaction } = judged;
  const words = judged.terms.map(({ name, value }) => {
    switch (name) {
      case 'memory':
        return `memory ${fixed(balance, 2)} × ${signed(remembered, 2)} = ${signed(value, 2)}`;
      case 'gap': {
        const losses = gap < 0 ? ` × ${fixed(lossAversion, 2)} for a loss` : '';
        return `gap to the expected ${signed(expectation, 2)}: ${fixed(1 - balance, 2)} × ${signed(gap, 2)}${losses} = ${signed(value, 2)}`;
      }
      case 'lateness':
        return `lateness ${signed(value, 2)} (${formatSeconds(lateness!.chargedSeconds)} instead of ${formatSeconds(lateness!.promiseSeconds)})`;
      case 'slowness':
        return `slowness ${signed(value, 2)} (felt ${formatSeconds(slowness!.chargedSeconds)} instead of ${formatSeconds(slowness!.expectedFeltSeconds)}, as ${formatSeconds(slowness!.expectedSeconds)} would)`;
    }
  });
  const anchored = base === 0 ? '' : ` ${base < 0 ? '−' : '+'} ${fixed(Math.abs(base), 2)}`;
  return `${words.join('; ')}; together ${signed(quality, 2)}: satisfaction 100 · logistic(${signed(quality, 2)} / ${fixed(scale, 0)}${anchored}) = ${fixed(satisfaction, 1)}`;
}

function answerWords({ answers }: Explanation): string {
  const { csat, recommendation } = answers;
  const noise = (value: number): string => `noise ${signed(value, 1)} points`;
  return `Answers: CSAT ${formatOutcome('csat', csat.value)} of 5 (${noise(csat.noise)}), recommendation ${formatOutcome('recommendation', recommendation.value)} of 10 (${noise(recommendation.noise)}).`;
}

function loyaltyWords({ loyalty }: Explanation): string {
  const { withoutFailures, counted, satisfaction } = loyalty;
  const spared =
    withoutFailures === undefined || withoutFailures.satisfaction === satisfaction
      ? ''
      : ` (without the failures it would be ${fixed(withoutFailures.satisfaction, 1)})`;
  const value = loyalty.value === undefined ? '' : `, worth ${formatOutcome('value', loyalty.value)}`;
  return `Comes back with ${percent(loyalty.loyalty)}${value}: loyalty follows satisfaction ${fixed(counted, 1)}${spared}.`;
}

function effortWords({ meanEffort, rememberedEffort }: { readonly meanEffort: number; readonly rememberedEffort: number }): string {
  const mean = `mean effort ${fixed(meanEffort, 1)}`;
  return meanEffort === rememberedEffort ? mean : `${mean}, remembered as ${fixed(rememberedEffort, 1)}`;
}

function threeEsWords({ threeEs }: Explanation): string {
  const { ease, effectiveness, emotion, index } = threeEs;
  const words = ease === undefined ? [] : [`ease ${fixed(ease.value, 1)} (${effortWords(ease)})`];
  words.push(`effectiveness ${fixed(effectiveness.value, 1)} (${effectiveness.succeeded} of ${effectiveness.steps} steps)`);
  words.push(`emotion ${fixed(emotion, 1)}`);
  return `Scores of 100: ${words.join(', ')}; ${outcomeDescriptions.index.label} ${fixed(index, 1)}.`;
}
