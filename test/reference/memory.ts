import { hasDrawnWeights, type Plain } from './model';
import type { MemoryModel } from '../../src/model/types';

export interface Moment {
  /** Number of the step it belongs to. */
  readonly step: number;
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
}

export interface Remembered {
  readonly peak: number;
  readonly end: number;
  readonly mean: number;
  readonly utility: number;
}

/** Everything that is remembered of at least one moment, before it fades. `drawn` holds this customer's numbers, `written` the forms. */
export function remember(
  moments: readonly Moment[],
  written: MemoryModel,
  drawn: Plain,
  cohesion: number,
  expectation: number,
): Remembered {
  const total = sum(moments.map(({ seconds }) => seconds));
  const mean = meanOf(moments);
  const rule = written.kind === 'blend' ? written.peak : 'extreme';
  const peak = peakOf(moments, rule, mean);
  const end =
    written.kind === 'blend' && written.endWindow !== undefined ? windowEnd(moments, total, written.endWindow) : moments.at(-1)!.end;
  switch (written.kind) {
    case 'blend': {
      const trend = trendOf(moments, total);
      const weights = drawn['weights']!;
      const whole = hasDrawnWeights(written) ? weights['peak']! + weights['end']! + weights['mean']! + weights['beginning']! : 1;
      const wEnd = weights['end']! / whole;
      const utility =
        (weights['peak']! / whole) * peak +
        cohesion * wEnd * end +
        (weights['mean']! / whole + (1 - cohesion) * wEnd + (1 - cohesion) * weights['trend']!) * mean +
        (weights['beginning']! / whole) * moments[0]!.start +
        cohesion * weights['trend']! * trend +
        weights['duration']! * Math.tanh(mean / 2) * Math.log(1 + total / 60);
      return { peak, end, mean, utility };
    }
    case 'recency':
      return { peak, end, mean, utility: recencyOf(moments, total, drawn['halfLife']!) };
    case 'acclimationDecay':
      return { peak, end, mean, utility: acclimationOf(moments, total, drawn['acclimation']!, drawn['decay']!, expectation) };
    case 'total':
      return { peak, end, mean, utility: sum(moments.map((m) => (m.seconds * (m.start + m.end)) / 2)) / 900 };
    case 'custom': {
      const curve = {
        count: moments.length,
        seconds: Float64Array.from(moments, (m) => m.seconds),
        affectStart: Float64Array.from(moments, (m) => m.start),
        affectEnd: Float64Array.from(moments, (m) => m.end),
        totalSeconds: total,
      };
      return { peak, end, mean, utility: written.remember(curve, { expectation }) };
    }
  }
}

export function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0);
}

/** Time-weighted; where no time passes, the plain mean of the moments. */
export function meanOf(moments: readonly Moment[]): number {
  const total = sum(moments.map(({ seconds }) => seconds));
  if (total === 0) return sum(moments.map((m) => (m.start + m.end) / 2)) / moments.length;
  return sum(moments.map((m) => (m.seconds * (m.start + m.end)) / 2)) / total;
}

function peakOf(
  moments: readonly Moment[],
  rule: 'extreme' | 'furthest' | 'worst' | 'best' | { worstAndBest: number },
  mean: number,
): number {
  // A line's extremes are its ends.
  const levels = moments.flatMap((m) => [m.start, m.end]);
  const worst = Math.min(...levels);
  const best = Math.max(...levels);
  if (rule === 'worst') return worst;
  if (rule === 'best') return best;
  if (rule === 'extreme') return best > -worst ? best : worst;
  // Both ends of a single line lie equally far from its mean: what rounding makes of that decides nothing.
  if (rule === 'furthest') return best - mean > mean - worst + 1e-9 ? best : worst;
  return rule.worstAndBest * worst + (1 - rule.worstAndBest) * best;
}

/** Mean over the last seconds, or the last share of the whole. */
function windowEnd(moments: readonly Moment[], total: number, window: { seconds?: number; share?: number }): number {
  const length = Math.min(total, window.seconds ?? window.share! * total);
  if (length === 0) return moments.at(-1)!.end;
  let left = length;
  let area = 0;
  for (const m of [...moments].reverse()) {
    if (left <= 0) break;
    if (m.seconds === 0) continue;
    const taken = Math.min(left, m.seconds);
    const from = m.end + (m.start - m.end) * (taken / m.seconds);
    area += (taken * (from + m.end)) / 2;
    left -= taken;
  }
  return area / length;
}

/** Least-squares slope over clock time, times the whole time. */
function trendOf(moments: readonly Moment[], total: number): number {
  if (total === 0) return 0;
  // Simpson's rule is exact for a line times a line.
  let time = 0;
  let moment = 0;
  for (const m of moments) {
    const at = (share: number): number => (time + share * m.seconds - total / 2) * (m.start + (m.end - m.start) * share);
    moment += (m.seconds / 6) * (at(0) + 4 * at(0.5) + at(1));
    time += m.seconds;
  }
  const variance = (total * total * total) / 12;
  return (moment / variance) * total;
}

const nodes = gaussLegendre(16);

/** The integral of a smooth function from 0 to `length`, in panels so short that an exponential of this rate barely bends in one. */
function integral(length: number, rate: number, f: (t: number) => number): number {
  const panels = Math.ceil(length * rate) + 1;
  const width = length / panels;
  let area = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (const { x, w } of nodes) area += (width / 2) * w * f(width * (panel + (x + 1) / 2));
  }
  return area;
}

/** The weight halves with every `halfLife` of the whole between a moment and the end. */
function recencyOf(moments: readonly Moment[], total: number, halfLife: number): number {
  if (total === 0) return meanOf(moments);
  const rate = Math.LN2 / (halfLife * total);
  let area = 0;
  let weights = 0;
  let time = 0;
  for (const m of moments) {
    if (m.seconds === 0) continue;
    const begin = time;
    area += integral(m.seconds, rate, (t) => (m.start + ((m.end - m.start) * t) / m.seconds) * Math.exp(-rate * (total - begin - t)));
    weights += integral(m.seconds, rate, (t) => Math.exp(-rate * (total - begin - t)));
    time += m.seconds;
  }
  return area / weights;
}

/** dr/dt = α(x − r), r(0) = r₀; S = ∫ (x − r)·e^(−γ(T−t)) dt; R = r₀ + γ·S/(1 − e^(−γT)). */
function acclimationOf(moments: readonly Moment[], total: number, alpha: number, gamma: number, expectation: number): number {
  if (total === 0) return meanOf(moments);
  let level = expectation;
  let area = 0;
  let time = 0;
  for (const m of moments) {
    if (m.seconds === 0) continue;
    const slope = (m.end - m.start) / m.seconds;
    const begin = time;
    const from = level;
    // x − r within the moment solves u' = slope − α·u.
    const distance = (t: number): number =>
      (m.start - from) * Math.exp(-alpha * t) + slope * (alpha === 0 ? t : -Math.expm1(-alpha * t) / alpha);
    area += integral(m.seconds, alpha + gamma, (t) => distance(t) * Math.exp(-gamma * (total - begin - t)));
    level = m.end - distance(m.seconds);
    time += m.seconds;
  }
  return expectation + (gamma === 0 ? area / total : (gamma * area) / -Math.expm1(-gamma * total));
}

function gaussLegendre(count: number): { x: number; w: number }[] {
  return Array.from({ length: count }, (_, k) => {
    let x = Math.cos((Math.PI * (k + 0.75)) / (count + 0.5));
    let derivative = 1;
    for (let round = 0; round < 100; round++) {
      let p0 = 1;
      let p1 = x;
      for (let n = 2; n <= count; n++) [p0, p1] = [p1, ((2 * n - 1) * x * p1 - (n - 1) * p0) / n];
      derivative = (count * (x * p1 - p0)) / (x * x - 1);
      const step = p1 / derivative;
      x -= step;
      if (Math.abs(step) < 1e-16) break;
    }
    return { x, w: 2 / ((1 - x * x) * derivative * derivative) };
  });
}
