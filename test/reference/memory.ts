import { hasDrawnWeights, type Plain } from './model';
import { drawnOut, extremes, lastMean, type Extreme } from './stretches';
import type { EndWindow, MemoryModel, PeakRule } from '../../src/model/types';

export interface Moment {
  /** Number of the step it belongs to. */
  readonly step: number;
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  /** A failure; or what jolts too, a recovery or leaving; or what else is lived. */
  readonly kind: 'lived' | 'failure' | 'jolt';
}

export interface Remembered {
  readonly peak: number;
  /** How much of the peak each step holds. */
  readonly peakIn: ReadonlyMap<number, number>;
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
  const mean = meanWithFailures(moments);
  // Memories that know no peak and no end tell those of the standard memory.
  const blend = written.kind === 'blend';
  const rule: PeakRule = blend ? written.peak : { worstAndBest: 0.6 };
  const { seconds, share } = blend ? (drawn['stretch'] as unknown as { seconds: number; share: number }) : { seconds: 60, share: 0.1 };
  // Failures stand apart: the curve without them says how long a stretch is.
  const rest = moments.filter(({ kind }) => kind !== 'failure');
  const restTotal = sum(rest.map((m) => m.seconds));
  const stretch = Math.min(seconds, share * restTotal);
  const { worst, best } = stretch > 0 ? extremesBesideFailures(moments, rest, stretch) : extremeMoments(moments);
  const weight = worstPart(rule, worst.mean, best.mean, mean);
  const peak = weight * worst.mean + (1 - weight) * best.mean;
  const peakIn = new Map([[worst.step, weight]]);
  peakIn.set(best.step, (peakIn.get(best.step) ?? 0) + 1 - weight);
  const window = blend && written.endWindow !== undefined ? windowLength(written.endWindow, restTotal) : stretch;
  const end = window > 0 ? endBesideFailures(moments, rest, stretch, window) : moments.at(-1)!.end;
  const told = { peak, peakIn, end, mean };
  switch (written.kind) {
    case 'blend': {
      const trend = trendOf(moments, total);
      const weights = drawn['weights']!;
      const whole = hasDrawnWeights(written) ? weights['peak']! + weights['end']! + weights['mean']! + weights['beginning']! : 1;
      // What does not cohere is remembered as its average.
      const placed = (weights['peak']! * peak + weights['end']! * end + weights['beginning']! * moments[0]!.start) / whole;
      const ofPlaces = (weights['peak']! + weights['end']! + weights['beginning']!) / whole;
      const utility =
        cohesion * placed +
        (weights['mean']! / whole + (1 - cohesion) * ofPlaces) * mean +
        cohesion * weights['trend']! * trend +
        weights['duration']! * Math.tanh(mean / 2) * Math.log(1 + total / 60);
      return { ...told, utility };
    }
    case 'recency':
      return { ...told, utility: cohesion * recencyOf(moments, total, drawn['halfLife']!, mean) + (1 - cohesion) * mean };
    case 'acclimationDecay':
      return { ...told, utility: acclimationOf(moments, total, drawn['acclimation']!, drawn['decay']!, expectation, mean) };
    case 'total':
      return { ...told, utility: sum(moments.map((m) => (m.seconds * (m.start + m.end)) / 2)) / 900 };
    case 'custom': {
      const curve = {
        count: moments.length,
        seconds: Float64Array.from(moments, (m) => m.seconds),
        affectStart: Float64Array.from(moments, (m) => m.start),
        affectEnd: Float64Array.from(moments, (m) => m.end),
        totalSeconds: total,
      };
      return { ...told, utility: written.remember(curve, { expectation }) };
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

/** The lowest mean over the curve without failures and any of the failures: those that are worse than the mean so far, the worst first. */
function meanWithFailures(moments: readonly Moment[]): number {
  const rest = moments.filter(({ kind }) => kind !== 'failure');
  const failures = moments
    .filter(({ kind, seconds }) => kind === 'failure' && seconds > 0)
    .map((failure) => ({ ...failure, level: (failure.start + failure.end) / 2 }));
  failures.sort((a, b) => a.level - b.level);
  let mean = meanOf(rest);
  let total = sum(rest.map(({ seconds }) => seconds));
  if (total === 0) return Math.min(mean, ...failures.map(({ level }) => level));
  for (const { seconds, level } of failures) {
    if (level >= mean) break;
    mean = (mean * total + level * seconds) / (total + seconds);
    total += seconds;
  }
  return mean;
}

/** The worst and the best stretch of the curve without failures; a failure that is as bad or worse is the worst, of those alike the first. */
function extremesBesideFailures(moments: readonly Moment[], rest: readonly Moment[], stretch: number): { worst: Extreme; best: Extreme } {
  const { worst, best } = extremes(drawnOut(rest, stretch), stretch);
  const failures = moments.filter(({ kind }) => kind === 'failure');
  // A failure that sinks is as bad as its last seconds.
  const levelOf = ({ seconds, start, end }: Moment): number =>
    seconds === 0 ? end : end + ((start - end) * Math.min(stretch / seconds, 1)) / 2;
  const lowest = Math.min(...failures.map(levelOf));
  // What rounding makes of two that are alike decides nothing.
  if (lowest > worst.mean + 1e-9) return { worst, best };
  return { worst: { mean: Math.min(worst.mean, lowest), step: failures.find((failure) => levelOf(failure) <= lowest + 1e-9)!.step }, best };
}

/** The mean of the last seconds of the curve without failures, or with one of them in its place, whichever is least. */
function endBesideFailures(moments: readonly Moment[], rest: readonly Moment[], stretch: number, window: number): number {
  const failures = moments.filter(({ kind }) => kind === 'failure');
  const curves = [rest, ...failures.map((failure) => moments.filter((m) => m === failure || m.kind !== 'failure'))];
  return Math.min(...curves.map((curve) => lastMean(drawnOut(curve, stretch), window)));
}

/** The lowest and the highest level, at the first moment that has it. A line's extremes are its ends. */
function extremeMoments(moments: readonly Moment[]): { readonly worst: Extreme; readonly best: Extreme } {
  const levels = moments.flatMap((m) => [m.start, m.end]);
  const first = (mean: number): Extreme => ({ mean, step: moments.find((m) => m.start === mean || m.end === mean)!.step });
  return { worst: first(Math.min(...levels)), best: first(Math.max(...levels)) };
}

/** How much of the peak is the worst. What rounding makes of two that lie equally far decides nothing. */
function worstPart(rule: PeakRule, worst: number, best: number, mean: number): number {
  if (typeof rule === 'object') return rule.worstAndBest;
  if (rule === 'worst' || rule === 'best') return rule === 'worst' ? 1 : 0;
  const [low, high] = rule === 'extreme' ? [-worst, best] : [mean - worst, best - mean];
  if (Math.abs(low - high) <= 1e-9) return 0.5;
  return low > high ? 1 : 0;
}

/** The last seconds, or the last share of the whole; of both the shorter. */
function windowLength({ seconds = Infinity, share = 1 }: EndWindow, total: number): number {
  return Math.min(total, seconds, share * total);
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
function recencyOf(moments: readonly Moment[], total: number, halfLife: number, mean: number): number {
  if (total === 0) return mean;
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
function acclimationOf(moments: readonly Moment[], total: number, alpha: number, gamma: number, expectation: number, mean: number): number {
  if (total === 0) return mean;
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
