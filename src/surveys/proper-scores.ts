import { log } from '../numerics/log';

/** Values with weights, in ascending order: a forecast, or what was observed. */
export interface Sample {
  readonly values: Float64Array;
  /** Parts of 1. */
  readonly weights: Float64Array;
}

/** Values, each as often as its weight says; alike ones are put together. */
export function sampleOf(values: ArrayLike<number>, weights?: ArrayLike<number>): Sample {
  const order = Array.from({ length: values.length }, (_, index) => index).sort((a, b) => values[a]! - values[b]!);
  const distinct: number[] = [];
  const parts: number[] = [];
  let whole = 0;
  for (const index of order) {
    const weight = weights?.[index] ?? 1;
    whole += weight;
    if (distinct.length > 0 && distinct[distinct.length - 1] === values[index]) parts[parts.length - 1]! += weight;
    else {
      distinct.push(values[index]!);
      parts.push(weight);
    }
  }
  return { values: Float64Array.from(distinct), weights: Float64Array.from(parts, (part) => part / whole) };
}

export function meanOf({ values, weights }: Sample): number {
  return values.reduce((sum, value, index) => sum + weights[index]! * value, 0);
}

export function varianceOf(sample: Sample): number {
  const mean = meanOf(sample);
  return sample.values.reduce((sum, value, index) => sum + sample.weights[index]! * (value - mean) * (value - mean), 0);
}

/** Earth mover's distance: how far, on average, answers have to be carried to make one distribution the other. */
export function earthMoved(a: Sample, b: Sample): number {
  let moved = 0;
  let i = 0;
  let j = 0;
  let ahead = 0;
  let last = 0;
  while (i < a.values.length || j < b.values.length) {
    const next = Math.min(a.values[i] ?? Infinity, b.values[j] ?? Infinity);
    if (i + j > 0) moved += Math.abs(ahead) * (next - last);
    while (a.values[i] === next) ahead += a.weights[i++]!;
    while (b.values[j] === next) ahead -= b.weights[j++]!;
    last = next;
  }
  return moved;
}

/**
 * The continuous ranked probability score of a forecast at each of some values, in ascending order: E|X − y| − ½·E|X − X′| (Gneiting & Raftery 2007). On a
 * scale of points it is the ranked probability score, of yes and no it is Brier's.
 */
export function scoresAt({ values, weights }: Sample, answers: Float64Array): Float64Array {
  const mean = meanOf({ values, weights });
  let between = 0;
  let share = 0;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    between += 2 * weights[i]! * (values[i]! * share - sum);
    share += weights[i]!;
    sum += weights[i]! * values[i]!;
  }
  const scores = new Float64Array(answers.length);
  let below = 0;
  let belowSum = 0;
  let i = 0;
  answers.forEach((answer, index) => {
    for (; i < values.length && values[i]! <= answer; i++) {
      below += weights[i]!;
      belowSum += weights[i]! * values[i]!;
    }
    const distance = answer * below - belowSum + (mean - belowSum) - answer * (1 - below);
    scores[index] = Math.max(0, distance - between / 2);
  });
  return scores;
}

/** Smallest value at which a share of the forecast is reached. */
export function quantileIn({ values, weights }: Sample, share: number): number {
  let reached = 1e-12;
  for (let i = 0; i < values.length; i++) if ((reached += weights[i]!) >= share) return values[i]!;
  return values[values.length - 1]!;
}

/** How much of a distribution lies from `low` to `high`. */
export function massWithin({ values, weights }: Sample, low: number, high: number): number {
  let mass = 0;
  for (let i = 0; i < values.length; i++) if (values[i]! >= low && values[i]! <= high) mass += weights[i]!;
  return Math.min(1, mass);
}

/**
 * Mean logarithm of the chance a forecast gives to what was answered. A forecast from so many simulated people, over so many possible answers, counts half
 * a person more at each answer: nothing that was never drawn is impossible.
 */
export function logScoreOf(forecast: Sample, observed: Sample, people: number, possible: number): number {
  const chances = new Map<number, number>();
  forecast.values.forEach((value, index) => chances.set(value, forecast.weights[index]!));
  let score = 0;
  observed.values.forEach((value, index) => {
    const chance = ((chances.get(value) ?? 0) * people + 0.5) / (people + possible / 2);
    score += observed.weights[index]! * log(chance);
  });
  return score;
}
