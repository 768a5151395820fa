import { describe, expect, it } from 'vitest';
import { acclimationDecay, averaging, classicPeakEnd, meanEnd, peakEnd, recency, total } from '../../../src/model/memory';
import type { BlendMemory, MemoryModelInput } from '../../../src/model/types';
import { outcomesOf } from './one-customer';

/*
 * 100 s at 2, then 300 s at −6, then 100 s at 4.
 * Worst −6, best 4, end 4, of moments and of stretches of 50 s alike; beginning 2, mean (200 − 1800 + 400)/500 = −2.4.
 */
const dip = [
  { duration: 100, affect: 2 },
  { duration: 300, affect: -6 },
  { duration: 100, affect: 4 },
];
/** The default of 0.1: the most extreme and the last moment. */
const earlier: BlendMemory = {
  ...peakEnd,
  weights: { ...peakEnd.weights, peak: 0.35, end: 0.35, mean: 0.3 },
  peak: 'extreme',
  stretch: { seconds: 0, share: 0 },
};
const remembered = (memory: MemoryModelInput, rest: object = {}) =>
  outcomesOf({ steps: dip, model: { memory }, ...rest }).rememberedUtility;

describe('what is remembered of 100 s at 2, 300 s at −6, 100 s at 4', () => {
  it('has its peak, end and mean', () => {
    const { peakAffect, endAffect, meanAffect, clockDuration } = outcomesOf({ steps: dip });
    expect(peakAffect).toBeCloseTo(-2, 12); // .6·(−6) + .4·4
    expect({ endAffect, meanAffect, clockDuration }).toEqual({
      endAffect: 4,
      meanAffect: -2.4,
      clockDuration: 500,
    });
  });

  it.each([
    ['peakEnd', peakEnd, -0.7], // .5·(−2.4) + .25·4 + .15·(−6) + .1·4 = −1.2 + 1 − .9 + .4
    ['the default of 0.1', earlier, -1.42], // .35·(−6) + .35·4 + .30·(−2.4) = −2.1 + 1.4 − 0.72
    ['classicPeakEnd', classicPeakEnd, -1], // ½·(−6) + ½·4
    ['averaging', averaging, -2.4],
    ['meanEnd', meanEnd, -0.34], // .6·(−2.4) + .35·4 + .05·(−6) = −1.44 + 1.4 − 0.3
    ['total', total, -4 / 3], // (200 − 1800 + 400)/900
    // Half a weight for each fifth of 500 s: last 100 s 1 − 1/2, the 300 s 1/2 − 1/16, first 100 s 1/16 − 1/32; whole 31/32.
    // (4·16 − 6·14 + 2·1)/31
    ['recency by fifths', recency({ halfLife: 0.2 }), -18 / 31],
    ['the most extreme', { peak: 'extreme' }, -1.7], // .25·(−6) + .25·4 − 1.2
    // furthest from −2.4: 4 (6.4 away; −6 is 3.6 away). .25·4 + .25·4 − 1.2
    ['furthest from the mean', { peak: 'furthest' }, 0.8],
    ['best', { peak: 'best' }, 0.8],
    ['worst', { peak: 'worst' }, -1.7],
    // .75·(−6) + .25·4 = −3.5; .25·(−3.5) + 1 − 1.2
    ['worst and best', { peak: { worstAndBest: 0.75 } }, -1.075],
    // the last 200 s: (400 − 600)/200 = −1. −.5 − .25 − 1.2
    ['an end of 200 s', { endWindow: { seconds: 200 } }, -1.95],
    ['an end of a fifth', { endWindow: { share: 0.2 } }, -0.7],
    ['of both windows the shorter', { endWindow: { seconds: 200, share: 0.2 } }, -0.7],
    ['an end of no length', { endWindow: { seconds: 0 } }, -0.7],
    ['an end longer than the whole', { endWindow: { seconds: 10_000 } }, -2.3], // end = mean: −.5 − .6 − 1.2
    ['a beginning', { weights: { peak: 0, end: 0, mean: 0, beginning: 1 } }, 2],
  ] satisfies [string, MemoryModelInput, number][])('%s', (_, memory, expected) => {
    expect(remembered(memory)).toBeCloseTo(expected, 12);
  });

  it('moves what hangs on place and order to the mean where the parts do not cohere', () => {
    // half of it: (−.7 − 2.4)/2
    expect(remembered(peakEnd, { cohesion: 0.5 })).toBeCloseTo(-1.55, 12);
    expect(remembered(earlier, { cohesion: 0.5 })).toBeCloseTo((-1.42 - 2.4) / 2, 12);
    expect(remembered({ weights: { peak: 0, end: 0, mean: 0, beginning: 1 } }, { cohesion: 0.5 })).toBeCloseTo((2 - 2.4) / 2, 12);
    expect(remembered(recency({ halfLife: 0.2 }), { cohesion: 0.5 })).toBeCloseTo((-18 / 31 - 2.4) / 2, 12);
    for (const memory of [peakEnd, earlier, classicPeakEnd, meanEnd, averaging, recency()]) {
      expect(remembered(memory, { cohesion: 0 })).toBeCloseTo(-2.4, 12);
    }
  });

  it('leaves memories that know no average alone, and weights that sum to 1', () => {
    const memory = acclimationDecay();
    expect(remembered(memory, { cohesion: 0 })).toBe(remembered(memory));
    expect(remembered(total, { cohesion: 0 })).toBe(remembered(total));
    // a trend of its own is gone with the order of the parts: a flat 5 stays 5
    const flat = { steps: [{ duration: 100, affect: 5 }], model: { memory: { weights: { trend: 0.1 } } } };
    for (const cohesion of [1, 0.5, 0]) expect(outcomesOf({ ...flat, cohesion }).rememberedUtility).toBeCloseTo(5, 12);
  });

  it('fades to the prior belief: after four hours 2^−0.13 is left', () => {
    const left = Math.pow(2, -0.13);
    expect(remembered({ ...peakEnd, recallDelay: 14_400 }, { segment: { expectation: 1 } })).toBeCloseTo(1 + (-0.7 - 1) * left, 12);
    expect(remembered({ ...peakEnd, recallDelay: 14_400 }, { segment: { expectation: 1, priorBelief: 3 } })).toBeCloseTo(
      3 + (-0.7 - 3) * left,
      12,
    );
    // half at five weeks: 840 h, (1 + 210)^−0.13 = 0.4987
    expect(remembered({ ...averaging, recallDelay: 35 * 86_400 }, { segment: { priorBelief: 0 } })).toBeCloseTo(-2.4 * 0.4987, 3);
  });

  it('passes the lived curve and the expectation to a custom model', () => {
    const seen: unknown[] = [];
    const custom = (
      curve: { count: number; seconds: Float64Array; affectStart: Float64Array; affectEnd: Float64Array; totalSeconds: number },
      parameters: object,
    ) => {
      seen.push(
        { ...curve, seconds: [...curve.seconds], affectStart: [...curve.affectStart], affectEnd: [...curve.affectEnd] },
        parameters,
      );
      return 1.5;
    };
    const found = outcomesOf({ steps: dip, segment: { expectation: 3 }, model: { memory: custom } });
    expect(found.rememberedUtility).toBe(1.5);
    expect(seen[0]).toEqual({ count: 3, seconds: [100, 300, 100], affectStart: [2, -6, 4], affectEnd: [2, -6, 4], totalSeconds: 500 });
    expect(seen[1]).toEqual({ expectation: 3 });
  });
});

describe('trend and duration', () => {
  it('a single line has the trend from its start to its end', () => {
    // 0 → 6 over 250 s: slope·T = 6; over 25 s worst .3, best and end 5.7, mean 3. .15·.3 + .1·5.7 + .25·5.7 + .5·3 + .5·6 = 6.54
    const weights = { trend: 0.5 };
    expect(
      outcomesOf({ steps: [{ duration: 250, affect: { start: 0, end: 6 } }], model: { memory: { weights } } }).rememberedUtility,
    ).toBeCloseTo(6.54, 12);
  });

  it('two equal levels have 1.5 times the jump as least-squares trend', () => {
    // −1 for 100 s, 1 for 100 s: ∫(t − T/2)·a dt = 2·∫₀¹⁰⁰ s ds = 10 000; ÷ T³/12 · T = 10 000·12/40 000 = 3. 0 mean.
    const steps = [
      { duration: 100, affect: -1 },
      { duration: 100, affect: 1 },
    ];
    const memory = { weights: { peak: 0, end: 0, mean: 1, trend: 1 } };
    expect(outcomesOf({ steps, model: { memory } }).rememberedUtility).toBeCloseTo(3, 12);
    // with cohesion .25: mean weight 1 (mean 0), trend weight .25
    expect(outcomesOf({ steps, cohesion: 0.25, model: { memory } }).rememberedUtility).toBeCloseTo(0.75, 12);
  });

  it('weighs duration by tanh(mean/2)·ln(1 + minutes)', () => {
    // mean 2 over 120 s: tanh(1)·ln 3
    const memory = { weights: { peak: 0, end: 0, mean: 1, duration: 0.5 } };
    expect(outcomesOf({ steps: [{ duration: 120, affect: 2 }], model: { memory } }).rememberedUtility).toBeCloseTo(
      2 + 0.5 * Math.tanh(1) * Math.log(3),
      12,
    );
  });
});

describe('peaks that are alike', () => {
  it('of two equally extreme moments half of each, whichever comes first', () => {
    const up = [
      { duration: 10, affect: 5 },
      { duration: 10, affect: -5 },
    ];
    for (const memory of [earlier, { peak: 'extreme' as const }]) {
      expect(outcomesOf({ steps: up, model: { memory } }).peakAffect).toBe(0);
      expect(outcomesOf({ steps: [...up].reverse(), model: { memory } }).peakAffect).toBe(0);
    }
  });

  it('the ends of one line lie equally far from its mean: the peak is between them, whatever rounding says', () => {
    for (let k = 1; k < 40; k++) {
      const [start, end] = [k / 37, 5 - k / 41];
      const steps = [{ duration: 7 * k, affect: { start, end } }];
      const peak = outcomesOf({ steps, model: { memory: { peak: 'furthest' } } }).peakAffect;
      expect(peak).toBeCloseTo((start + end) / 2, 12);
    }
  });

  it('a moment without length is a peak and an end of moments, and nothing in the mean', () => {
    const steps = [
      { duration: 100, affect: 2 },
      { duration: 0, affect: -8 },
    ];
    const { peakAffect, endAffect, meanAffect, rememberedUtility } = outcomesOf({ steps, model: { memory: earlier } });
    expect({ peakAffect, endAffect, meanAffect }).toEqual({ peakAffect: -8, endAffect: -8, meanAffect: 2 });
    expect(rememberedUtility).toBeCloseTo(-5, 12); // .7·(−8) + .3·2
    // It has no share in a stretch.
    expect(outcomesOf({ steps }).rememberedUtility).toBe(2);
  });

  it('where no time passes at all the mean is that of the moments', () => {
    const steps = [
      { duration: 0, affect: 2 },
      { duration: 0, affect: { start: -8, end: -6 } },
    ];
    for (const memory of [averaging, recency(), acclimationDecay()]) {
      expect(outcomesOf({ steps, model: { memory } }).rememberedUtility).toBe(-2.5);
    }
    expect(outcomesOf({ steps, model: { memory: total } }).rememberedUtility).toBe(0);
  });
});

describe('getting used and forgetting', () => {
  const ln2 = Math.LN2;

  it('a constant level: R = r₀ + (a − r₀)·γ·(e^(−αT) − e^(−γT))/((γ − α)(1 − e^(−γT)))', () => {
    // T = 100 s, α = ln2/100, γ = 2·ln2/100, r₀ = 1, a = 5: S = 4·(1/2 − 1/4)·100/ln2 = 100/ln2, γS = 2, ÷ 3/4 = 8/3.
    const memory = acclimationDecay({ acclimation: ln2 / 100, decay: (2 * ln2) / 100 });
    const found = outcomesOf({ steps: [{ duration: 100, affect: 5 }], segment: { expectation: 1 }, model: { memory } });
    expect(found.rememberedUtility).toBeCloseTo(11 / 3, 12);
  });

  it('equal rates are the limit of nearly equal ones', () => {
    const steps = [
      { duration: 100, affect: { start: -3, end: 5 } },
      { duration: 50, affect: -2 },
    ];
    const at = (acclimation: number, decay: number) =>
      outcomesOf({ steps, model: { memory: acclimationDecay({ acclimation, decay }) } }).rememberedUtility;
    // Rates 1e-8 apart may differ by no more than about T·1e-8·10.
    for (const apart of [1e-10, 1e-9, 1e-8]) expect(Math.abs(at(0.01, 0.01 + apart) - at(0.01, 0.01))).toBeLessThan(1e3 * apart);
  });

  it('without either rate it is the expectation plus the mean distance from it', () => {
    const memory = acclimationDecay({ acclimation: 0, decay: 0 });
    const found = outcomesOf({ steps: dip, segment: { expectation: 1 }, model: { memory } });
    expect(found.rememberedUtility).toBeCloseTo(-2.4, 12);
  });

  it('once used to a level, nothing of it is left to feel', () => {
    const memory = acclimationDecay({ acclimation: 0.1, decay: 0.1 });
    const found = outcomesOf({ steps: [{ duration: 10_000, affect: 5 }], segment: { expectation: 1 }, model: { memory } });
    expect(found.rememberedUtility).toBeCloseTo(1, 9);
  });
});

describe('mood carried over', () => {
  it('shifts the next line by its share of the last value', () => {
    // φ = .5: −4; 2 − 2 = 0; 1 → 3 unchanged, since 0 is carried; then 0 + 1.5.
    const steps = [
      { duration: 10, affect: -4 },
      { duration: 10, affect: 2 },
      { duration: 10, affect: { start: 1, end: 3 } },
      { duration: 10, affect: 0 },
    ];
    const { endAffect, meanAffect } = outcomesOf({ steps, model: { memory: { carryOver: 0.5 } } });
    expect(endAffect).toBe(1.5);
    expect(meanAffect).toBe((-4 + 0 + 2 + 1.5) / 4);
  });

  it('stays on the scale', () => {
    const steps = [
      { duration: 10, affect: 9 },
      { duration: 10, affect: 9 },
    ];
    expect(outcomesOf({ steps, model: { memory: { carryOver: 0.9 } } }).endAffect).toBe(10);
  });
});

describe('a step of a second in a year', () => {
  it('keeps its digits in recency', () => {
    // The steep last second weighs next to nothing: R is the level before it.
    const steps = [
      { duration: 3e7, affect: 2 },
      { duration: 1e-3, affect: { start: -10, end: 10 } },
    ];
    expect(Math.abs(outcomesOf({ steps, model: { memory: recency() } }).rememberedUtility - 2)).toBeLessThan(1e-8);
  });
});

describe('who skips everything', () => {
  it.each([
    ['peakEnd', peakEnd],
    ['recency', recency()],
    ['acclimationDecay', acclimationDecay()],
    ['total', total],
    ['trend among the weights', { weights: { trend: 1 } }],
  ] satisfies [string, MemoryModelInput][])('lives nothing and remembers what was expected: %s', (_, memory) => {
    const steps = [
      { duration: 100, affect: -9, skip: 1 },
      { kind: 'wait' as const, duration: 60, skip: 1 },
    ];
    const found = outcomesOf({ steps, cohesion: 0.5, segment: { expectation: 3 }, model: { memory } });
    const { peakAffect, endAffect, meanAffect, rememberedUtility, clockDuration, perceivedDuration, completed } = found;
    expect({ peakAffect, endAffect, meanAffect, rememberedUtility, clockDuration, perceivedDuration, completed }).toEqual({
      peakAffect: 3,
      endAffect: 3,
      meanAffect: 3,
      rememberedUtility: 3,
      clockDuration: 0,
      perceivedDuration: 0,
      completed: 1,
    });
  });
});
