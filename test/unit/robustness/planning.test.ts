import { columns, normal, toText } from 'peakend';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import { populationImpact } from '../../../src/planning/population-impact';
import { sampleSizeFor } from '../../../src/planning/sample-size-for';

const call = (affect: number) => ({
  name: 'Call',
  interactions: [
    { id: 'talk', duration: '4 to 9 min', affect: { type: 'normal' as const, mean: affect, sd: 2 }, dropout: affect > 0 ? 0.02 : 0.1 },
  ],
});
const segments = [
  { id: 'old', share: 0.75, returnValue: 100 },
  { id: 'new', share: 0.25, expectation: 3 },
] as const;
const changed = compare({
  baseline: call(0),
  variants: { kinder: call(1), same: call(0) },
  segments,
  customers: 500,
  seed: 'plan',
  population: 8000,
});

const faults = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map(({ code, path }) => `${code} ${path}`);
    throw error;
  }
  return [];
};
const perGroup = (...call: Parameters<typeof sampleSizeFor>) => sampleSizeFor(...call).needed!.perGroup;

describe('sample sizes in the textbooks', () => {
  it('two groups, 80 % power, 5 % two-sided: 394, 64 and 26 for effects of 0.2, 0.5 and 0.8 (Cohen 1988, table 2.4.1)', () => {
    expect([0.2, 0.5, 0.8].map((difference) => perGroup({ difference, sd: 1 }))).toEqual([394, 64, 26]);
  });

  it('one group measured twice: 199, 34 and 15 for the same effects of one person’s change', () => {
    const paired = (difference: number) => perGroup({ difference, sd: 1, differenceSd: 1 }, { design: 'paired survey' });
    expect([0.2, 0.5, 0.8].map(paired)).toEqual([199, 34, 15]);
  });

  it('two shares: 388 for 50 % against 60 %, 519 at 90 % power (Fleiss, without continuity correction)', () => {
    expect(perGroup({ share: 0.5, difference: 0.1 })).toBe(388);
    expect(perGroup({ share: 0.5, difference: 0.1 }, { power: 0.9 })).toBe(519);
  });

  it('counts both groups, and those who will not answer', () => {
    const size = sampleSizeFor({ difference: 0.5, sd: 1 }, { responseRate: 0.1 });
    expect(size.needed).toEqual({ difference: 0.5, perGroup: 64, respondents: 128, invitations: 1280 });
    expect(sampleSizeFor({ difference: 0.5, sd: 1 }, { design: 'before-after' }).needed!.perGroup).toBe(64);
  });

  it('does not depend on which way the difference goes, nor on the unit', () => {
    expect(perGroup({ difference: -0.5, sd: 1 })).toBe(64);
    expect(perGroup({ difference: 50, sd: 100 })).toBe(64);
  });

  it('has no number for no difference', () => {
    const size = sampleSizeFor({ difference: 0, sd: 1 });
    expect(size.needed).toBeUndefined();
    expect(size.sentence.length).toBeGreaterThan(10);
  });
});

describe('sample sizes from a comparison', () => {
  const before = changed.baseline.overall.csat;
  const after = changed.variants.kinder.simulation.overall.csat;
  const { csat, satisfied } = changed.variants.kinder.overall;

  it('come from how answers vary in the two groups, not from the paired difference', () => {
    const size = sampleSizeFor(changed, { variant: 'kinder', outcome: 'csat' });
    // A twelfth for ticking the nearest of five numbers.
    const [first, second] = [before, after].map(({ sd }) => sd * sd + 1 / 12) as [number, number];
    expect(size.sd).toEqual({ baseline: Math.sqrt(first), variant: Math.sqrt(second) });
    expect(size.assumptions).toEqual(['answered in whole numbers']);
    expect(size.needed!.difference).toBe(csat.difference);
    // Within the t correction of the normal formula.
    const normal = (2.8015852 * 2.8015852 * (first + second)) / (csat.difference * csat.difference);
    expect(size.needed!.perGroup).toBeGreaterThanOrEqual(Math.ceil(normal));
    expect(size.needed!.perGroup).toBeLessThanOrEqual(Math.ceil(normal) + 3);
    expect(size.ifSmaller!.difference).toBe(csat.interval.low);
    expect(size.ifSmaller!.perGroup).toBeGreaterThan(size.needed!.perGroup);
  });

  it('find the change as often as they say, among people who tick whole numbers', () => {
    const alike = (affect: number) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
    const asked = compare({
      baseline: alike(0),
      variants: { kinder: alike(0.3) },
      seed: 2,
      customers: 20_000,
      outcomes: ['csat', 'recommendation'],
      keep: ['csat', 'recommendation'],
    });
    let state = 99;
    const chance = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
    for (const outcome of ['csat', 'recommendation'] as const) {
      const { perGroup: n } = sampleSizeFor(asked, { outcome }).needed!;
      const answers = [asked.baseline, asked.variants.kinder.simulation].map((of) => columns(of, 'everyone')[outcome]!);
      let seen = 0;
      for (let survey = 0; survey < 1000; survey++) {
        const [now, then] = answers.map((all) => {
          const ticked = Array.from({ length: n }, () => Math.round(all[Math.floor(chance() * all.length)]!));
          const mean = ticked.reduce((sum, one) => sum + one, 0) / n;
          return { mean, error: ticked.reduce((sum, one) => sum + (one - mean) * (one - mean), 0) / (n - 1) / n };
        }) as [{ mean: number; error: number }, { mean: number; error: number }];
        if (Math.abs(then.mean - now.mean) > 1.96 * Math.sqrt(now.error + then.error)) seen++;
      }
      expect(seen / 1000, outcome).toBeGreaterThan(0.75);
      expect(seen / 1000, outcome).toBeLessThan(0.87);
    }
  });

  it('of satisfaction add the noise of an answer', () => {
    const sd = changed.baseline.overall.satisfaction.sd;
    const size = sampleSizeFor(changed, { variant: 'kinder' });
    expect(size.outcome).toBe('satisfaction');
    expect('baseline' in size.sd && size.sd.baseline).toBeCloseTo(Math.sqrt(sd * sd + 100), 9);
    expect(size.assumptions).toEqual(['asked on a scale from 0 to 100, with the response noise of the model']);
    expect(size.sentence).toContain('two-sided), asked on a scale from 0 to 100, with the response noise of the model.');
    expect(toText(size)).not.toContain('Assumed');
  });

  it('of remembered utility say that it has no error of its own', () => {
    const call = (affect: number) => ({
      name: 'Call',
      interactions: [{ id: 'talk', duration: 300, affect: normal({ mean: affect, sd: 2 }) }],
    });
    const asked = compare({ baseline: call(0), variants: { kinder: call(1) }, seed: 2, customers: 200, outcomes: ['rememberedUtility'] });
    expect(sampleSizeFor(asked, { outcome: 'rememberedUtility' }).sentence).toContain('two-sided), measured without error of its own.');
  });

  it('let one person’s two answers differ by noise of their own', () => {
    const paired = sampleSizeFor(changed, { variant: 'kinder', outcome: 'csat', design: 'paired survey', segment: 'old' });
    const own = changed.variants.kinder.segments.old.csat.standardError * Math.sqrt(500);
    // 10 points of 100 are 0.4 of the five-point scale's four steps.
    expect('difference' in paired.sd && paired.sd.difference).toBeCloseTo(Math.sqrt(own * own + 2 * (0.16 + 1 / 12)), 9);
    expect(paired.needed!.respondents).toBe(paired.needed!.perGroup);
  });

  it('of shares use the share itself', () => {
    const size = sampleSizeFor(changed, { variant: 'kinder', outcome: 'satisfied' });
    const alone = sampleSizeFor({ share: changed.baseline.overall.satisfied.mean, difference: satisfied.difference });
    expect(size.needed).toEqual(alone.needed);
  });

  it('add the noise that a segment’s own people answer with, and how much that differs between them', () => {
    // Uniform over 0 … 20 points: mean square 100 + 400/12.
    const own = { response: { sd: { type: 'uniform' as const, min: 0, max: 20 } } };
    const mixed = compare({
      baseline: call(0),
      variants: { kinder: call(1) },
      segments: [
        { id: 'steady', share: 0.75, model: { response: { sd: 5 } } },
        { id: 'shaky', share: 0.25, model: own },
      ],
      customers: 50,
      seed: 'noise',
    });
    const felt = mixed.baseline.overall.satisfaction.sd;
    const size = sampleSizeFor(mixed);
    expect('baseline' in size.sd && size.sd.baseline).toBeCloseTo(Math.sqrt(felt * felt + 0.75 * 25 + 0.25 * (100 + 400 / 12)), 9);
  });

  it('take people of all segments together as they differ: within segments and between them', () => {
    const { old, new: newer } = changed.variants.kinder.segments;
    const whole = changed.variants.kinder.overall.satisfaction.difference;
    const square = ({ satisfaction: { standardError, difference } }: typeof old) =>
      standardError * standardError * 500 + (difference - whole) * (difference - whole);
    const paired = sampleSizeFor(changed, { variant: 'kinder', design: 'paired survey' });
    expect('difference' in paired.sd && paired.sd.difference).toBeCloseTo(
      Math.sqrt(0.75 * square(old) + 0.25 * square(newer) + 2 * 100),
      9,
    );
  });

  it('take as the weaker end the one nearer to 0, of a difference for the worse too', () => {
    const worse = compare({ baseline: call(1), variants: { colder: call(0) }, customers: 500, seed: 'plan' });
    const { interval } = worse.variants.colder.overall.csat;
    const size = sampleSizeFor(worse, { outcome: 'csat' });
    expect(interval.high).toBeLessThan(0);
    expect(size.ifSmaller!.difference).toBe(interval.high);
    expect(size.ifSmaller!.perGroup).toBeGreaterThan(size.needed!.perGroup);
  });

  it('of measured outcomes add nothing', () => {
    const size = sampleSizeFor(changed, { variant: 'kinder', outcome: 'perceivedDuration' });
    expect('baseline' in size.sd && size.sd.baseline).toBeCloseTo(changed.baseline.overall.perceivedDuration.sd, 12);
  });

  it('has no number where nothing changes', () => {
    expect(sampleSizeFor(changed, { variant: 'same' }).needed).toBeUndefined();
  });

  it('tell what they do not understand', () => {
    expect(
      faults(() =>
        sampleSizeFor(changed, { outcome: 'joy' as never, segment: 'odd', power: 1, alpha: 0, responseRate: 0, design: 'guess' as never }),
      ),
    ).toEqual([
      'out-of-range design',
      'out-of-range power',
      'out-of-range alpha',
      'out-of-range responseRate',
      'missing variant',
      'unknown-id outcome',
      'unknown-id segment',
    ]);
    expect(faults(() => sampleSizeFor({ difference: 1, sd: 1 }, { design: 'paired survey' }))).toEqual(['missing predicted.differenceSd']);
    expect(faults(() => sampleSizeFor({ share: 0.9, difference: 0.2 }))).toEqual(['out-of-range predicted.difference']);
    expect(faults(() => sampleSizeFor('much' as never))).toEqual(['invalid-type predicted']);
    expect(faults(() => sampleSizeFor(changed, { variant: 'kinder', outcome: 'ease' }))).toEqual(['missing outcome']);
  });
});

describe('the impact on a population', () => {
  const { overall, segments: own } = populationImpact(changed).variants['kinder']!;

  it('is the differences times people', () => {
    const kinder = changed.variants.kinder;
    expect(overall.people).toBe(8000);
    expect(own['old']!.people).toBe(6000);
    expect(overall.better).toBeCloseTo(8000 * kinder.overall.satisfaction.better, 6);
    expect(own['new']!.worse).toBeCloseTo(2000 * kinder.segments.new.satisfaction.worse, 6);
    expect(overall.completing!.difference).toBeCloseTo(8000 * kinder.overall.completed.difference, 6);
    expect(overall.satisfied!.low).toBeCloseTo(8000 * kinder.overall.satisfied.interval.low, 6);
  });

  it('counts money where a return value is named', () => {
    const worth = 6000 * changed.variants.kinder.segments.old.value!.difference;
    expect(own['old']!.money!.difference).toBeCloseTo(worth, 6);
    expect(overall.money!.difference).toBeCloseTo(worth, 6);
    expect(own['new']!.money).toBeUndefined();
  });

  it('adds the errors of segments’ money as squares, since they are simulated apart', () => {
    const paying = compare({
      baseline: call(0),
      variants: { kinder: call(1) },
      segments: [
        { id: 'old', share: 0.75, returnValue: 100 },
        { id: 'new', share: 0.25, returnValue: 400, expectation: 3 },
      ],
      customers: 200,
      seed: 'money',
    });
    const { old, new: newer } = paying.variants.kinder.segments;
    const reach = ({ value }: typeof old, people: number) => ((value!.interval.high - value!.interval.low) / 2) * people;
    const money = populationImpact(paying, { population: 8000 }).variants['kinder']!.overall.money!;
    expect((money.high - money.low) / 2).toBeCloseTo(Math.hypot(reach(old, 6000), reach(newer, 2000)), 6);
  });

  it('takes another population, and needs one', () => {
    expect(populationImpact(changed, { population: 80 }).variants['kinder']!.overall.better).toBeCloseTo(overall.better / 100, 9);
    const nameless = compare({ baseline: call(0), variants: { kinder: call(1) }, customers: 100, seed: 1 });
    expect(faults(() => populationImpact(nameless))).toEqual(['missing population']);
    expect(faults(() => populationImpact({} as never))).toEqual(['invalid-type result']);
  });

  it('is frozen plain data with words', () => {
    const impact = populationImpact(changed);
    expect(JSON.parse(JSON.stringify(impact))).toEqual(impact);
    expect(Object.isFrozen(impact.variants['kinder']!.overall.money)).toBe(true);
    expect(overall.sentence).toContain('8,000');
  });

  it('needs no number of people that cannot be counted', () => {
    expect(sampleSizeFor({ difference: 5, sd: 10 }, { responseRate: 5e-324 }).needed).toBeUndefined();
    // 128 answers of two groups, from one in a billion.
    expect(sampleSizeFor({ difference: 5, sd: 10 }, { responseRate: 1e-9 }).needed!.invitations).toBeCloseTo(128e9, -1);
  });
});
