import type { ObservedFigures, ObservedMean, ObservedNps } from './observed-types';

/** Answers about the whole, a row each; NaN where there is none. */
export interface WholeAnswers {
  /** 1…5. */
  readonly csat?: Float64Array | undefined;
  /** 0…10. */
  readonly recommendation?: Float64Array | undefined;
  /** 0 or 1. */
  readonly returned?: Float64Array | undefined;
}

/** What some rows say about the whole. What fewer than two of them answered is left out. */
export function figuresOf(answers: WholeAnswers, rows: readonly number[], weights: Float64Array): ObservedFigures {
  const { csat, recommendation, returned } = answers;
  const satisfaction = csat === undefined ? undefined : meanOf(csat, rows, weights);
  const satisfied = csat === undefined ? undefined : meanOf(csat, rows, weights, isSatisfied);
  const recommended = recommendation === undefined ? undefined : meanOf(recommendation, rows, weights);
  const promoted = recommendation === undefined ? undefined : meanOf(recommendation, rows, weights, promoterScore);
  const back = returned === undefined ? undefined : meanOf(returned, rows, weights);
  const nps: ObservedNps | undefined = promoted && { value: promoted.mean, n: promoted.n, sd: promoted.sd };
  return {
    ...(satisfaction === undefined ? {} : { csat: satisfaction }),
    ...(satisfied === undefined ? {} : { satisfied: { share: satisfied.mean, n: satisfied.n } }),
    ...(recommended === undefined ? {} : { recommendation: recommended }),
    ...(nps === undefined ? {} : { nps }),
    ...(back === undefined ? {} : { returned: { share: back.mean, n: back.n } }),
  };
}

/** Whether a satisfaction of 1…5, rounded half up, is one of the top two. */
export function isSatisfied(csat: number): number {
  return csat >= 3.5 ? 1 : 0;
}

/** What an answer of 0…10 counts in the net promoter score, as the library counts simulated ones. */
export function promoterScore(recommendation: number): number {
  const answer = Math.floor(recommendation + 0.5);
  return answer >= 9 ? 100 : answer <= 6 ? -100 : 0;
}

function meanOf(
  values: Float64Array,
  rows: readonly number[],
  weights: Float64Array,
  of: (value: number) => number = (value) => value,
): (ObservedMean & { readonly sd: number }) | undefined {
  let whole = 0;
  let squaredWeights = 0;
  let sum = 0;
  for (const row of rows) {
    if (Number.isNaN(values[row])) continue;
    const weight = weights[row]!;
    whole += weight;
    squaredWeights += weight * weight;
    sum += weight * of(values[row]!);
  }
  const n = (whole * whole) / squaredWeights;
  if (!(n >= 2 - 1e-9)) return undefined;
  const mean = sum / whole;
  let spread = 0;
  for (const row of rows) {
    if (Number.isNaN(values[row])) continue;
    const distance = of(values[row]!) - mean;
    spread += weights[row]! * distance * distance;
  }
  return { mean, n, sd: Math.sqrt(((spread / whole) * n) / (n - 1)) };
}
