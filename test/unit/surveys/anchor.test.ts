import { describe, expect, it } from 'vitest';
import { anchor, levelInterval, segmentsFromSurvey, type Anchored, type ObservedAnswers } from '../../../src/data';
import { columns, compare, simulate, toMarkdown, toText, uniform } from '../../../src/index';
import { issuesOf } from './issues-of';
import { meanAndSd } from './known-survey';

const journey = {
  name: 'Visit',
  interactions: [
    { id: 'desk', duration: 300, affect: uniform({ min: -4, max: 8 }) },
    { id: 'wait', kind: 'wait', duration: '5 to 30 min', affect: -1 },
    { id: 'talk', duration: 600, affect: uniform({ min: 0, max: 9 }), failure: { probability: 0.1, affect: -6, duration: 60 } },
  ],
} as const;
const segments = [
  { id: 'new', share: 0.4, expectation: 1 },
  { id: 'old', share: 0.6, dependence: { affect: 0.5 } },
] as const;
const truth = { satisfaction: { base: 0.4 }, response: { sd: 14, recommendation: { shift: 0.1 } }, loyalty: { base: -0.5 } } as const;
const study = { journey, segments, customers: 1000, seed: 'anchor' } as const;
const outcomes = ['csat', 'recommendation', 'loyalty'] as const;

/** What so many people of a simulated truth answer: in whole points, as people do. */
function surveyOf(people: number, seed: number): Record<string, string | number>[] {
  const there = simulate({ ...study, model: truth, customers: people, seed, keep: outcomes, outcomes });
  return segments.flatMap(({ id, share }) => {
    const { csat, recommendation, loyalty } = columns(there, id);
    const count = Math.round(people * share);
    return Array.from({ length: count }, (_, i) => ({
      id,
      csat: Math.floor(csat![i]! + 0.5),
      recommend: Math.floor(recommendation![i]! + 0.5),
      back: ((i * 0.618034 + seed * 0.377) % 1 < loyalty![i]! ? 1 : 0) as number,
      desk: 3,
    }));
  });
}

function observedIn(people: number, seed: number): ObservedAnswers {
  const overall = { csat: 'csat', recommendation: 'recommend', returned: 'back' };
  return segmentsFromSurvey(surveyOf(people, seed), { segment: 'id', touchpoints: ['desk'], scale: [1, 5], overall }).observed;
}

const moveOf = (anchored: Anchored, parameter: string, segment = 'overall') =>
  anchored.moved.find((move) => move.parameter === parameter && move.segment === segment)!;

describe('an anchored journey', () => {
  const observed = {
    overall: {
      csat: { mean: 3.9, n: 500, sd: 0.9 },
      nps: { value: 12, n: 400 },
      returned: { share: 0.55, n: 800 },
      satisfied: { share: 0.7, n: 500 },
    },
  };
  const anchored = anchor(study, observed);
  const result = simulate({ ...anchored.study, journey });

  it('answers what was measured, to the last customer', () => {
    expect(result.overall.csat.mean).toBeCloseTo(3.9, 9);
    expect(result.overall.loyalty.mean).toBeCloseTo(0.55, 9);
    expect(Math.abs(result.overall.nps.mean - 12)).toBeLessThan(0.3);
    const { residuals } = anchored;
    expect(residuals.map(({ figure }) => figure)).toEqual(['csat', 'csat.sd', 'satisfied', 'nps', 'returned']);
    expect(residuals.find(({ figure }) => figure === 'satisfied')!.anchored).toBeCloseTo(result.overall.satisfied.mean, 12);
    expect(residuals.find(({ figure }) => figure === 'nps')!.anchored).toBeCloseTo(result.overall.nps.mean, 9);
    expect(residuals.filter(({ used }) => !used).map(({ figure }) => figure)).toEqual(['satisfied']);
  });

  it('tells what it answered before as a simulation does', () => {
    const before = simulate(study);
    expect(moveOf(anchored, 'satisfaction.base').before).toBeCloseTo(before.overall.csat.mean, 9);
    expect(moveOf(anchored, 'response.recommendation.shift').before).toBeCloseTo(before.overall.nps.mean, 9);
    expect(moveOf(anchored, 'loyalty.base').before).toBeCloseTo(before.overall.loyalty.mean, 9);
    expect(moveOf(anchored, 'loyalty.base').from).toBe(0);
  });

  it('feels as it did: no affect is touched', () => {
    const before = simulate(study);
    for (const name of ['rememberedUtility', 'peakAffect', 'perceivedDuration'] as const)
      expect(result.overall[name]).toEqual(before.overall[name]);
  });

  it('says so: its level of NPS is no longer told to be without anchor', () => {
    expect(toText(simulate(study))).toContain('not anchored');
    expect(toText(result)).not.toContain('not anchored');
  });

  it('is plain frozen data with words', () => {
    expect(JSON.parse(JSON.stringify(anchored))).toEqual(anchored);
    expect(Object.isFrozen(anchored.moved[0])).toBe(true);
    expect(toText(anchored)).toContain('satisfaction.base');
    expect(toMarkdown(anchored)).toContain('| satisfaction.base |');
  });

  it('measured as it is has nowhere to go', () => {
    const today = simulate({ ...study, outcomes: ['csat', 'nps'] });
    const still = anchor(study, {
      overall: { csat: { mean: today.overall.csat.mean, n: 100 }, nps: { value: today.overall.nps.mean, n: 100 } },
    });
    expect(moveOf(still, 'satisfaction.base').to).toBeCloseTo(0, 9);
    expect(Math.abs(moveOf(still, 'response.recommendation.shift').to - 0.5)).toBeLessThan(0.02);
  });
});

describe('known levels', () => {
  const parameters = ['satisfaction.base', 'response.sd', 'response.recommendation.shift', 'loyalty.base'] as const;
  const true_ = [0.4, 14, 0.1, -0.5];

  it('are found in a large survey', () => {
    const anchored = anchor({ ...study, customers: 20_000 }, observedIn(20_000, 3));
    parameters.forEach((parameter, index) => {
      const { to, standardError } = moveOf(anchored, parameter);
      // Answers in whole points lie a little off those that are not: a hundredth of a point.
      expect(Math.abs(to - true_[index]!)).toBeLessThan(4 * standardError + (parameter === 'response.sd' ? 0.3 : 0.03));
    });
  });

  it('lie in their 95 % intervals about as often as these say', () => {
    const surveys = 60;
    const inside = parameters.map(() => 0);
    const found: number[][] = parameters.map(() => []);
    const stated: number[][] = parameters.map(() => []);
    for (let seed = 0; seed < surveys; seed++) {
      const anchored = anchor({ ...study, customers: 1000, seed: `study ${seed}` }, observedIn(300, seed));
      parameters.forEach((parameter, index) => {
        const { to, interval, standardError } = moveOf(anchored, parameter);
        if (interval.low <= true_[index]! && interval.high >= true_[index]!) inside[index]!++;
        found[index]!.push(to);
        stated[index]!.push(standardError);
      });
    }
    parameters.forEach((parameter, index) => {
      const ratio = meanAndSd(found[index]!).sd / meanAndSd(stated[index]!).mean;
      expect([parameter, inside[index]! >= 52]).toEqual([parameter, true]);
      // Errors of different figures are taken as independent, so the shift is told a little too unsure of.
      expect([parameter, ratio > 0.6 && ratio < 1.2, ratio]).toEqual([parameter, true, ratio]);
    });
  });

  it('of one segment do not move another', () => {
    const { new: own } = observedIn(2000, 5);
    const anchored = anchor(study, { new: own }, { by: 'segment' });
    expect(anchored.segments[1]).toEqual(anchor(study, { new: own }).segments[1]);
    expect(anchored.segments[1]!.model).toBeUndefined();
    expect(anchored.segments[0]!.model).toMatchObject({ satisfaction: { base: moveOf(anchored, 'satisfaction.base', 'new').to } });
    expect(simulate({ ...anchored.study, journey }).segments.new!.csat.mean).toBeCloseTo(own!.csat!.mean, 9);
    expect(anchored.cautions.map(({ code }) => code)).toContain('not-anchored');
  });

  it('are found in segments that were measured one by one, in the mix in which they were asked', () => {
    const { new: one, old } = observedIn(3000, 6);
    const anchored = anchor(study, { new: one, old });
    const result = simulate({ ...anchored.study, journey }).segments;
    const [n, m] = [one!.csat!.n, old!.csat!.n];
    const measured = (n * one!.csat!.mean + m * old!.csat!.mean) / (n + m);
    expect((n * result.new!.csat.mean + m * result.old!.csat.mean) / (n + m)).toBeCloseTo(measured, 9);
  });

  it('move only where they may', () => {
    const anchored = anchor(study, observedIn(500, 7), { parameters: ['satisfaction.base'] });
    expect(anchored.moved.map(({ parameter }) => parameter)).toEqual(['satisfaction.base']);
    expect(anchored.residuals.find(({ figure, segment }) => figure === 'nps' && segment === 'overall')!.used).toBe(false);
  });
});

describe('what no level explains', () => {
  it('is refused, with what the journey can answer', () => {
    const anchored = anchor(
      { ...study, model: { response: { sd: 0 } } },
      { overall: { csat: { mean: 4.999, n: 100 }, nps: { value: 20, n: 90 } } },
    );
    expect(anchored.moved.map(({ parameter }) => parameter)).toEqual(['response.recommendation.shift']);
    const [{ parameter, reachable, message }] = anchored.refused as [Anchored['refused'][number]];
    expect(parameter).toBe('satisfaction.base');
    expect(reachable.high).toBeLessThan(4.999);
    expect(message).toContain('from −5 to 5');
    expect(anchored.model.satisfaction.base).toBe(0);
    expect(toText(anchored)).toContain('Refused');
  });

  it('is told where customers are so alike that a figure changes in steps', () => {
    const alike = { name: 'Call', interactions: [{ id: 'talk', duration: 60, affect: 5 }] };
    const { cautions } = anchor(
      { journey: alike, customers: 10, seed: 1, model: { response: { sd: 0 } } },
      { overall: { nps: { value: 30, n: 100 } } },
    );
    expect(cautions.map(({ code }) => code)).toEqual(['in-steps']);
  });

  it('is told where figures pull apart, are far away, or are off', () => {
    const apart = anchor(study, { overall: { csat: { mean: 4.6, n: 900, sd: 0.6 }, nps: { value: -40, n: 900 } } });
    expect(apart.cautions.map(({ code }) => code)).toEqual(expect.arrayContaining(['contradiction']));
    const far = anchor(study, { overall: { csat: { mean: 1.4, n: 900 } } });
    expect(far.cautions.map(({ code }) => code)).toContain('far');
    const off = anchor(study, { overall: { csat: { mean: 3.8, n: 900 }, satisfied: { share: 0.2, n: 900 } } });
    expect(off.cautions.map(({ code, path }) => [code, path])).toContainEqual(['off', 'residuals[1]']);
    const differ = anchor(study, { new: { csat: { mean: 2, n: 900 } }, old: { csat: { mean: 4.5, n: 900 } } });
    expect(differ.cautions.map(({ code }) => code)).toContain('segments-differ');
  });
});

describe('the second interval', () => {
  const observed = { overall: { csat: { mean: 3.9, n: 300, sd: 0.9 }, nps: { value: 12, n: 200, sd: 75 } } };
  const anchored = anchor(study, observed);

  it('of a figure that set a level is the sampling error of the figure', () => {
    const csat = levelInterval(anchored, (own) => simulate({ ...own, journey, outcomes: ['csat'] }).overall.csat.mean);
    expect(csat.value).toBeCloseTo(3.9, 9);
    expect(csat.standardError / (0.9 / Math.sqrt(300))).toBeGreaterThan(0.95);
    expect(csat.standardError / (0.9 / Math.sqrt(300))).toBeLessThan(1.25);
    const nps = levelInterval(anchored, (own) => simulate({ ...own, journey, outcomes: ['nps'] }).overall.nps.mean);
    expect(nps.standardError / (75 / Math.sqrt(200))).toBeGreaterThan(0.85);
    expect(nps.standardError / (75 / Math.sqrt(200))).toBeLessThan(1.25);
    expect(nps.interval.low).toBeLessThan(nps.value);
  });

  it('of a difference is far narrower: levels shift both journeys', () => {
    const better = { ...journey, interactions: journey.interactions.map((step) => (step.id === 'wait' ? { ...step, affect: 3 } : step)) };
    const { value, standardError } = levelInterval(anchored, (own) => {
      const { variants } = compare({ ...own, baseline: journey, variants: { better }, outcomes: ['csat'] });
      return variants.better.overall.csat.difference;
    });
    expect(value).toBeGreaterThan(0);
    expect(standardError).toBeGreaterThan(0);
    expect(standardError).toBeLessThan(0.9 / Math.sqrt(300) / 2);
  });

  it('is nothing where nothing moved', () => {
    const still = anchor(study, observed, { parameters: ['loyalty.base'] });
    expect(toText(levelInterval(still, () => 5))).toContain('the sampling error of the survey leaves open');
    expect(levelInterval(still, () => 5)).toEqual({
      kind: 'level-interval',
      value: 5,
      standardError: 0,
      interval: { low: 5, high: 5, level: 0.95 },
    });
  });

  it('reads what comes back from JSON, and refuses what is none', () => {
    const again = JSON.parse(JSON.stringify(anchored)) as Anchored;
    const read = (own: Anchored['study']): number => simulate({ ...own, journey, customers: 100, outcomes: ['csat'] }).overall.csat.mean;
    expect(levelInterval(again, read)).toEqual(levelInterval(anchored, read));
    expect(issuesOf(() => levelInterval({} as never, read))[0]!.path).toBe('anchored');
    expect(issuesOf(() => levelInterval(anchored, 3 as never))[0]!.path).toBe('read');
    for (const [wrong, received] of [
      [() => NaN, 'NaN'],
      [() => '5', '"5"'],
      [() => Promise.reject(new Error('no')), 'a promise'],
    ] as const) {
      expect(issuesOf(() => levelInterval(anchored, wrong as never))[0]).toMatchObject({ path: 'read', received });
    }
  });
});

describe('faults', () => {
  const csat = { csat: { mean: 4, n: 100 } };
  it.each([
    ['no figures', study, undefined, {}, 'observed', 'missing'],
    ['empty figures', study, {}, {}, 'observed', 'missing'],
    ['no people', study, { overall: { csat: { mean: 4 } } }, {}, 'observed.overall.csat.n', 'missing'],
    ['a mean alone', study, { overall: { csat: 4 } }, {}, 'observed.overall.csat', 'invalid-type'],
    ['a mean off its scale', study, { overall: { csat: { mean: 61, n: 9 } } }, {}, 'observed.overall.csat.mean', 'out-of-range'],
    ['a segment nobody knows', study, { knew: csat }, {}, 'observed.knew', 'unknown-id'],
    ['a parameter nobody knows', study, { overall: csat }, { parameters: ['time.beta'] }, 'options.parameters[0]', 'unknown-id'],
    ['segments without figures of theirs', study, { overall: csat }, { by: 'segment' }, 'options.by', 'conflict'],
    ['a fault of the study', { ...study, customers: 0 }, { overall: csat }, {}, 'study.customers', 'out-of-range'],
    ['a journey alone', journey, { overall: csat }, {}, 'study', 'invalid-type'],
    [
      'a level that is drawn',
      { ...study, model: { satisfaction: { base: uniform({ min: 0, max: 1 }) } } },
      { overall: csat },
      {},
      'study.model.satisfaction.base',
      'conflict',
    ],
    [
      'a level of one segment',
      { ...study, segments: [{ id: 'a', share: 1, model: { satisfaction: { base: 1 } } }] },
      { overall: csat },
      {},
      'study.segments[0].model.satisfaction.base',
      'conflict',
    ],
  ])('%s', (_, given, observed, options, path, code) => {
    const issues = issuesOf(() => anchor(given as never, observed as never, options as never));
    expect(issues.map((issue) => [issue.path, issue.code])).toContainEqual([path, code]);
  });
});
