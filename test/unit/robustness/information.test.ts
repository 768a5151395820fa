import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../../src/numerics/normal';
import { informWait } from '../../../src/redesign/edits/inform-wait';
import { insert } from '../../../src/redesign/edits/insert';
import { replace } from '../../../src/redesign/edits/replace';
import { update } from '../../../src/redesign/edits/update';
import { redesign } from '../../../src/redesign/redesign';
import { formatDifference } from '../../../src/results/format-outcome';
import { toText } from '../../../src/results/to-text';
import { expectedGain, fitOn } from '../../../src/robustness/expected-gain';
import { robustness } from '../../../src/robustness/robustness';
import type { Uncertainty } from '../../../src/robustness/types';
import { normals } from './normal-draws';

/** The unit normal loss: what a normal belief about a gain leaves to be won by knowing it, sd·φ(u) − |mean|·Φ(−u) with u = |mean| ÷ sd. */
const loss = (mean: number, sd: number) => {
  const u = Math.abs(mean) / sd;
  return (sd * Math.exp((-u * u) / 2)) / Math.sqrt(2 * Math.PI) - Math.abs(mean) * normalCdf(-u);
};

describe('the expected value of knowing', () => {
  it('is 1 by hand: two actions, one of which wins 3 or loses 1 as often', () => {
    // Now: take it for +1. Knowing: +3 half of the time, else keep: 1.5. So 0.5.
    expect(expectedGain(4, (rows) => [rows.map((set) => [3, -1, 3, -1][set]!)]).gain).toBe(0.5);
    // With another variant that always brings 1.5: now 1.5; knowing: (3 + 1.5) ÷ 2. So 0.75.
    expect(expectedGain(4, (rows) => [rows.map((set) => [3, -1, 3, -1][set]!), rows.map(() => 1.5)]).gain).toBe(0.75);
  });

  it('of everything is the unit normal loss where the gain is normal, on either side of 0', () => {
    const z = Array.from({ length: 4000 }, (_, index) => normalQuantile((index + 0.5) / 4000));
    for (const [mean, sd] of [
      [0.5, 1],
      [-0.5, 1],
      [2, 1.5],
      [0, 3],
    ] as const) {
      const { gain } = expectedGain(4000, (rows) => [rows.map((set) => mean + sd * z[set]!)]);
      expect(Math.abs(gain - loss(mean, sd))).toBeLessThan(0.002 * sd);
    }
  });

  it('of one of two numbers is the loss of what that number alone moves', () => {
    const [x, y] = [normals(2000, 0), normals(2000, 1)];
    const gains = x.map((value, set) => 0.4 + value + 0.7 * y[set]!);
    for (const [number, sd] of [
      [x, 1],
      [y, 0.7],
    ] as const) {
      const found = expectedGain(2000, (rows) => [
        fitOn(
          rows.map((set) => number[set]!),
          rows.map((set) => gains[set]!),
        ).fitted,
      ]);
      expect(Math.abs(found.gain - loss(0.4, sd))).toBeLessThan(3 * found.gainError);
      expect(found.gainError).toBeLessThan(0.03);
      const { share } = fitOn(number, gains);
      expect(share).toBeCloseTo((sd * sd) / 1.49, 1);
    }
  });

  it('agrees with brute force, where effects bend and lean on each other', () => {
    const gain = (x: number, y: number) => -0.3 + 0.8 * x - 0.5 * (x * x - 1) + 0.9 * y + 0.6 * x * y;
    const inner = normals(400, 3);
    const outer = normals(3000, 4);
    const now = Math.max(0, -0.3);
    const nested =
      outer.reduce(
        (sum, x) =>
          sum +
          Math.max(
            0,
            inner.reduce((all, y) => all + gain(x, y) / inner.length, 0),
          ) /
            outer.length,
        0,
      ) - now;
    const [x, y] = [normals(2000, 0), normals(2000, 1)];
    const gains = x.map((value, set) => gain(value, y[set]!));
    const found = expectedGain(2000, (rows) => [
      fitOn(
        rows.map((set) => x[set]!),
        rows.map((set) => gains[set]!),
      ).fitted,
    ]);
    expect(nested).toBeGreaterThan(0.1);
    expect(Math.abs(found.gain - nested)).toBeLessThan(3 * found.gainError);
    expect(found.gainError).toBeLessThan(0.03);
  });

  it('is never below 0, and 0 where nothing it says would change the choice', () => {
    const [x, y] = [normals(100, 0), normals(100, 1)];
    const of = (gains: readonly number[], number: readonly number[]) =>
      expectedGain(100, (rows) => [
        fitOn(
          rows.map((set) => number[set]!),
          rows.map((set) => gains[set]!),
        ).fitted,
      ]);
    expect(
      of(
        x.map((value) => 9 + value),
        x,
      ),
    ).toEqual({ gain: 0, gainError: 0 });
    for (let shift = -3; shift <= 3; shift += 0.25) {
      const gains = y.map((value, set) => shift + value + 0.1 * x[set]!);
      expect(of(gains, x).gain).toBeGreaterThanOrEqual(0);
      expect(of(gains, y).gain).toBeLessThanOrEqual(
        expectedGain(100, (rows) => [rows.map((set) => gains[set]!)]).gain + 1e-12 + of(gains, y).gainError,
      );
    }
  });
});

const visit = { name: 'Visit', interactions: [{ id: 'desk', duration: 400, affect: 1 }] };
const study = { baseline: visit, customers: 5, seed: 'worth' };
const only = (inputs: Uncertainty['inputs'], draws = 400) => ({ memory: {}, parameters: {}, inputs, draws, shares: 64 }) as const;

describe('what it is worth to know a number of a journey', () => {
  it('is by hand what a log-normal duration leaves, in the outcome’s unit', () => {
    // Against 400 s of desk: 380·k seconds. Saving by knowing k: E[max(0, 400 − 380·k)] − max(0, 400 − 380·E[k]), as of an option.
    const found = robustness({
      ...study,
      outcome: 'clockDuration',
      variant: redesign(visit, [replace('desk', { id: 'machine', duration: 380 })]),
      over: only({ 'machine.duration': 1.5 }),
    });
    const sigma = Math.log(1.5) / 1.6448536269514722;
    const d = Math.log(400 / 380) / sigma;
    const mean = 380 * Math.exp((sigma * sigma) / 2);
    const closed = 400 * normalCdf(d) - mean * normalCdf(d - sigma) - Math.max(0, 400 - mean);
    const { information } = found;
    expect(information.everything.gain).toBeCloseTo(closed, 0);
    // A parabola is not quite a log-normal’s exponential.
    expect(Math.abs(information.inputs['machine.duration']!.gain - closed)).toBeLessThan(0.02 * closed);
    expect(information.choice).toBe('variant');
    expect(information.expected).toBeCloseTo(mean - 400, 0);
    expect(information.inputs['machine.duration']!.share).toBeGreaterThan(0.99);
  });

  it('is the unit normal loss of an affect, for a source as for a number', () => {
    // Mean affect over 800 s, half of which is the hall’s: the gain is (a − 1 + e) ÷ 2 with e normal.
    const found = robustness({
      ...study,
      outcome: 'meanAffect',
      variant: redesign(visit, [insert({ id: 'hall', duration: 400, affect: 1.4 }, { to: 'end' })]),
      over: only({ 'hall.affect': 1.6448536269514722 }),
    });
    const closed = loss(0.2, 0.5);
    const { inputs, sources, everything } = found.information;
    for (const worth of [inputs['hall.affect']!, sources.guesses!, everything])
      expect(Math.abs(worth.gain - closed)).toBeLessThan(0.01 * closed);
  });

  it('chooses the best of several variants, or the baseline', () => {
    const variants = {
      worse: redesign(visit, [update('desk', { affect: 0 })]),
      good: redesign(visit, [update('desk', { affect: 3 })]),
    };
    const found = robustness({ ...study, variants, over: only({ 'variants.good.desk.affect': 1 }) }).information;
    expect(found.choice).toBe('good');
    expect(found.everything).toEqual({ gain: 0, gainError: 0 });
    expect(found.sentence).toContain('take good');
    const kept = robustness({ ...study, variant: variants.worse, over: only({ 'variant.desk.affect': 0.2 }) }).information;
    expect([kept.choice, kept.expected, kept.everything.gain]).toEqual([undefined, 0, 0]);
    expect(kept.sentence).toContain('keep the baseline');
  });

  it('is money too, over the whole population, to whoever takes what is worth most', () => {
    const segments = [
      { id: 'few', share: 0.25, returnValue: 40 },
      { id: 'many', share: 0.75, returnValue: 8 },
    ];
    const variant = redesign(visit, [insert({ id: 'hall', duration: 400, affect: 1.1 }, { to: 'end' })]);
    const asked = { ...study, segments, variant, population: 20_000, over: only({ 'hall.affect': 2 }, 60) };
    const points = robustness(asked).information;
    const value = robustness({ ...asked, outcome: 'value' }).information;
    expect(points.everything.money).toBeCloseTo(20_000 * value.everything.gain, 6);
    expect(points.inputs['hall.affect']!.money).toBeCloseTo(20_000 * value.inputs['hall.affect']!.gain, 6);
    expect(value.everything.money).toBeCloseTo(points.everything.money!, 6);
    const { population: _, ...without } = asked;
    expect(robustness(without).information.everything.money).toBeUndefined();
    expect(robustness({ ...asked, segments: [segments[0]!, { id: 'many', share: 0.75 }] }).information.everything.money).toBeUndefined();
  });

  it('names at most three numbers to measure first, those first that are worth it, and says why', () => {
    const found = robustness({
      ...study,
      outcome: 'meanAffect',
      variant: redesign(visit, [
        insert({ id: 'hall', duration: 400, affect: 1.4 }, { to: 'end' }),
        insert({ id: 'exit', duration: 10, affect: 1 }, { to: 'end' }),
      ]),
      over: only({ '*': 'source', 'desk.affect': 0 }),
    });
    const { measureFirst } = found.information;
    expect(measureFirst[0]).toMatchObject({ path: 'hall.affect', flips: [{ by: 'input', side: 'below' }] });
    expect(measureFirst.length).toBeLessThanOrEqual(3);
    expect(measureFirst[0]!.sentence).toMatch(/^affect of hall \(source not said\): worth .* to know before choosing; alone it moves/);
    expect(measureFirst[0]!.sentence).toContain('the verdict turns where affect of hall is more than');
    expect(toText(found)).toContain('What to find out first');
  });

  it('where no set would choose otherwise, claims no more, and names first what moves the size most: a number of the model too', () => {
    const queue = {
      name: 'Queue',
      interactions: [
        { id: 'wait', kind: 'wait', duration: '20 min to 3 h', affect: -2, wait: { tolerance: '30 min' } },
        { id: 'desk', duration: '10 min', affect: 4 },
      ],
    } as const;
    const asked = {
      baseline: queue,
      segments: [{ id: 'all', share: 1, patience: '1 to 4 h' }],
      customers: 100,
      seed: 1,
    } as const;
    const over = { memory: {}, peak: {}, endWindow: {}, draws: 10, shares: 0, inputs: { 'desk.affect': 0.1 } } as const;
    const hazard = { 'waiting.informed.hazard': [0.3, 0.8] } as const;
    const told = { ...asked, variant: redesign(queue, [informWait('wait')]) };
    const found = robustness({ ...told, over: { ...over, parameters: hazard } });
    expect(found.information.everything.gain).toBe(0);
    const { atLow, atHigh } = found.variants['variant']!.overall.parameters['waiting.informed.hazard']!;
    expect(found.information.sentence).toContain(
      'no set would choose otherwise: to know more would not change this choice, only how closely its size is known. ' +
        `waiting.informed.hazard, a number of the model, alone moves the difference most: from ${formatDifference('satisfaction', atLow)} (0.3) to ${formatDifference('satisfaction', atHigh)} (0.8)`,
    );
    expect(toText(found)).not.toContain('worth finding out');
    const unmoved = robustness({ ...told, over: { ...over, parameters: { 'loyalty.slope': [0.5, 1] } } });
    expect(unmoved.information.sentence).not.toContain('a number of the model');
  });
});
