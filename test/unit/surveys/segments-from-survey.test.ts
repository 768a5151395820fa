import { describe, expect, it } from 'vitest';
import { segmentsFromSurvey } from '../../../src/data';
import { simulate, toText } from '../../../src/index';
import { issuesOf } from './issues-of';
import { airportLike, formsOf, meanAndSd } from './known-survey';

const touchpoints = Object.keys(airportLike);
const codes = { touchpoints, scale: [1, 5], notUsed: [6] } as const;

describe('segments from a survey of known people', () => {
  const forms = formsOf(airportLike, 0.45, 8000, 'known');
  const survey = segmentsFromSurvey(forms, codes);
  const [everyone] = survey.segments;

  it('have the ratings as they were given, and the skip of each step', () => {
    for (const [name, { shares, skip }] of Object.entries(airportLike)) {
      const { affect, skip: found } = survey.everyone[name]!;
      expect(Math.abs(found - skip)).toBeLessThan(4 * Math.sqrt((skip * (1 - skip)) / 7500) + 1e-9);
      const ratings = forms.map((form) => form[name]).filter((cell) => typeof cell === 'number' && cell <= 5) as number[];
      expect(affect!.values).toEqual([-10, -5, 0, 5, 10]);
      expect(affect!.weights).toEqual([1, 2, 3, 4, 5].map((rating) => ratings.filter((one) => one === rating).length));
      shares.forEach((share, index) => expect(affect!.weights![index]! / ratings.length).toBeCloseTo(share, 1));
      expect(survey.counts['everyone']![name]).toMatchObject({ rated: ratings.length });
    }
  });

  it.each([0, 0.1, 0.45, 0.8, 0.97])('have the dependence %s that the forms were made with, within its standard error', (rho) => {
    const found = segmentsFromSurvey(formsOf(airportLike, rho, 4000, `rho ${rho}`), codes).dependence['overall']!;
    expect(found.standardError).toBeLessThan(0.03);
    expect(Math.abs(found.affect - rho)).toBeLessThan(3.5 * Math.max(found.standardError, 0.006));
  });

  it('state a standard error of dependence that is its spread over surveys', () => {
    const all = Array.from(
      { length: 60 },
      (_, seed) => segmentsFromSurvey(formsOf(airportLike, 0.4, 400, seed), codes).dependence['overall']!,
    );
    const { mean, sd } = meanAndSd(all.map(({ affect }) => affect));
    const stated = meanAndSd(all.map(({ standardError }) => standardError)).mean;
    expect(Math.abs(mean - 0.4)).toBeLessThan((3.5 * sd) / Math.sqrt(60));
    expect(sd / stated).toBeGreaterThan(0.75);
    expect(sd / stated).toBeLessThan(1.35);
  });

  it('simulate forms whose mean ratings spread as the real ones do', () => {
    const journey = {
      name: 'known',
      interactions: touchpoints.map((id) => ({ id, duration: 60, ...survey.everyone[id]! })),
    };
    const model = { memory: { kind: 'blend', weights: { peak: 0, end: 0, mean: 1 } } } as const;
    const { overall } = simulate({ journey, segments: survey.segments, model, customers: 20_000, seed: 1, outcomes: ['meanAffect'] });
    const real = forms.flatMap((form) => {
      const ratings = touchpoints.map((name) => form[name]).filter((cell) => typeof cell === 'number' && cell <= 5) as number[];
      return ratings.length === 0 ? [] : [5 * (ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length - 3)];
    });
    expect(overall.meanAffect.mean).toBeCloseTo(meanAndSd(real).mean, 0);
    expect(overall.meanAffect.sd / meanAndSd(real).sd).toBeGreaterThan(0.97);
    expect(overall.meanAffect.sd / meanAndSd(real).sd).toBeLessThan(1.03);
  });

  it('are frozen data with words', () => {
    expect(JSON.parse(JSON.stringify(survey))).toEqual(survey);
    expect(Object.isFrozen(everyone!.responses)).toBe(true);
    expect(toText(survey)).toContain('8,000 of 8,000 forms');
  });
});

describe('what was said of the whole', () => {
  const rows = [
    { kind: 'a', desk: '5', whole: '5', again: '10', back: 'yes', weight: 1 },
    { kind: 'a', desk: '1', whole: '3', again: '11', back: 'no', weight: 1 },
    { kind: 'a', desk: '6', whole: '1', again: '0', back: '', weight: 2 },
    { kind: '', desk: '4', whole: '4', again: '9', back: 'yes', weight: 1 },
    { kind: 'b', desk: '4', whole: '4', again: '9', back: 'yes', weight: '' },
    { kind: 'b', desk: '0', whole: '4', again: '8', back: '1', weight: 1 },
    { kind: 'b', desk: '0', whole: '2', again: '6', back: 'no', weight: 1 },
  ];
  const made = segmentsFromSurvey(rows, {
    segment: 'kind',
    touchpoints: { desk: 'counter' },
    scale: [1, 5],
    missing: [0],
    notUsed: [6],
    weight: 'weight',
    overall: { csat: 'whole', recommendation: { column: 'again', missing: [11] }, returned: 'back' },
  });

  it('is by segment, with weights and the number of people they are worth', () => {
    expect(made.order.segments).toEqual(['a', 'b']);
    expect(made.segments.map(({ count }) => count)).toEqual([4, 2]);
    const { csat, satisfied, recommendation, nps } = made.observed['a']!;
    expect(csat!.mean).toBe((5 + 3 + 2) / 4);
    expect(csat!.n).toBeCloseTo(16 / 6, 12);
    expect(satisfied!.share).toBe(0.25);
    // One of three says that they do not know.
    expect(recommendation).toBeUndefined();
    expect(nps).toBeUndefined();
    expect(made.observed['b']).toMatchObject({ recommendation: { mean: 7, n: 2 }, nps: { value: -50 }, returned: { share: 0.5, n: 2 } });
  });

  it('leaves out rows without a segment or a weight, and says how many', () => {
    expect(made.rows).toEqual({ all: 7, used: 5, withoutSegment: 1, withoutWeight: 1 });
    expect(toText(made)).toContain('1 rows without a segment');
  });

  it('takes codes of no answer for no weight where they could be none', () => {
    const weights: unknown[] = [1, -1, '-1', 'NA', 99, 2];
    const weighed = weights.map((weight, row) => ({ desk: 1 + (row % 5), weight }));
    const read = { touchpoints: ['desk'], scale: [1, 5], weight: 'weight' } as const;
    expect(segmentsFromSurvey(weighed, { ...read, missing: [-1, 'NA', 99] }).rows).toMatchObject({ used: 3, withoutWeight: 3 });
    expect(issuesOf(() => segmentsFromSurvey(weighed, read))).toEqual([
      expect.objectContaining({
        path: 'rows[1].weight',
        hint: 'leave the cell blank where a row has no weight, or name a code that is no weight, such as -1, in missing',
      }),
    ]);
  });

  it('takes codes of no rating for no other answer where they could be none', () => {
    const forms = [9, 99, 10, 0].map((again, row) => ({ desk: row === 0 ? 9 : 4, again, back: again === 99 ? 'NA' : again === 9 ? 0 : 1 }));
    const read = { touchpoints: ['desk'], scale: [1, 5], missing: [9, 99, 'NA', 0] } as const;
    const { observed } = segmentsFromSurvey(forms, { ...read, overall: { recommendation: 'again', returned: 'back' } });
    // 9 and 0 are scores, 0 says that somebody did not come back.
    expect(observed.overall!.recommendation).toMatchObject({ n: 3, mean: 19 / 3 });
    expect(observed.overall!.returned).toMatchObject({ n: 3, share: 2 / 3 });
    expect(
      issuesOf(() => segmentsFromSurvey(forms, { ...read, overall: { recommendation: { column: 'again', missing: [] } } }))[0],
    ).toMatchObject({ path: 'rows[1].again' });
  });

  it('says of how many ratings the affect of everybody is, with weights what they are worth', () => {
    const forms = [1, 1, 2].map((weight, row) => ({ desk: row + 2, lift: '', weight }));
    const read = { touchpoints: ['desk', 'lift'], scale: [1, 5] } as const;
    expect(segmentsFromSurvey(forms, read).everyone['desk']!.source).toEqual({ kind: 'guess', affect: { kind: 'measured', n: 3 } });
    // (1 + 1 + 3)² ÷ (1 + 1 + 9) = 2.3
    const uneven = forms.map((form) => ({ ...form, weight: form.weight === 2 ? 3 : 1 }));
    const weighed = segmentsFromSurvey(uneven, { ...read, weight: 'weight' });
    expect(weighed.everyone['desk']!.source?.affect).toEqual({ kind: 'measured', n: 2 });
    expect(weighed.everyone['lift']).toEqual({ skip: 0 });
    expect(weighed.segments[0]!.responses!['desk']).not.toHaveProperty('source');
  });

  it('gives a segment that never rated a step the ratings of everybody, and says so', () => {
    const [, b] = made.segments;
    expect(b!.responses!['counter']!.affect).toEqual(made.everyone['counter']!.affect);
    expect(made.cautions.map(({ code }) => code)).toContain('pooled');
    expect(made.segments[0]!.responses!['counter']).toMatchObject({ skip: 0.5, affect: { values: [-10, 10] } });
  });

  it('reads other scales in a straight line, turned round ones too', () => {
    const turned = segmentsFromSurvey(
      [
        { x: 1, y: 7 },
        { x: 3, y: 1 },
      ],
      {
        touchpoints: { x: { scale: [3, 1] } },
        scale: [1, 7],
        overall: { csat: 'y' },
      },
    );
    expect(turned.everyone['x']!.affect!.values).toEqual([-10, 10]);
    expect(turned.observed['overall']!.csat!.mean).toBe(3);
  });

  it('takes a function for the segment, and blanks for not taking part', () => {
    const { everyone, order } = segmentsFromSurvey([{ x: 5 }, { x: ' ' }, { x: null }], {
      segment: (row, index) => (index < 2 ? `kind ${String(typeof row)}` : undefined),
      touchpoints: ['x'],
      scale: [1, 5],
      notUsed: [''],
    });
    expect(order.segments).toEqual(['kind object']);
    expect(everyone['x']!.skip).toBe(0.5);
  });
});

describe('faults of a survey', () => {
  const rows = [
    { kind: 'a', desk: 5 },
    { kind: 'overall', desk: 7 },
  ];
  it.each([
    ['no rows', [], codes, 'rows', 'missing'],
    ['no scale', rows, { touchpoints: ['desk'] }, 'options.scale', 'missing'],
    ['a column that is not there', rows, { ...codes, touchpoints: ['desc'] }, 'options.touchpoints[0]', 'unknown-id'],
    ['no touchpoints', rows, { scale: [1, 5] }, 'options.touchpoints', 'missing'],
    ['a cell off the scale', rows, { ...codes, touchpoints: ['desk'] }, 'rows[1].desk', 'out-of-range'],
    ['a code that is a rating', rows, { ...codes, touchpoints: ['desk'], notUsed: [5] }, 'options.touchpoints[0]', 'conflict'],
    ['a step twice', rows, { ...codes, touchpoints: { desk: 'x', kind: 'x' }, scale: [0, 9] }, 'options.touchpoints.kind', 'duplicate-id'],
    ['a segment called overall', rows, { ...codes, segment: 'kind', touchpoints: ['desk'], scale: [1, 9] }, 'options.segment', 'conflict'],
    ['one code alone', rows, { ...codes, touchpoints: ['desk'], notUsed: 6 }, 'options.notUsed', 'invalid-type'],
    ['an option nobody knows', rows, { ...codes, touchpoint: ['desk'] }, 'options.touchpoint', 'unknown-key'],
  ])('%s', (_, given, options, path, code) => {
    expect(issuesOf(() => segmentsFromSurvey(given as never, options as never)).map((issue) => [issue.path, issue.code])).toContainEqual([
      path,
      code,
    ]);
  });
});

describe('a scale that nobody reached the end of', () => {
  const forms = Array.from({ length: 60 }, (_, i) => ({ desk: 1 + (i % 5), lift: 1 + ((3 * i) % 4), again: i % 6 }));
  const cautions = (scale: readonly [number, number], overall = {}) =>
    segmentsFromSurvey(forms, { touchpoints: ['desk', 'lift'], scale, overall })
      .cautions.filter(({ code }) => code === 'scale-not-reached')
      .map(({ path, message }) => `${path}: ${message}`);

  it('may be another than the one people answered on', () => {
    expect(cautions([0, 10])).toEqual([
      'options.touchpoints[0]: none of 120 answers on the scale from 0 to 10 is above 5: were they given on another, which ends there?',
    ]);
    expect(cautions([1, 7])).toHaveLength(1);
  });

  it('is theirs where the best fifth is all that is missing, where less is better, and where few were asked', () => {
    expect(cautions([1, 5])).toEqual([]);
    expect(cautions([1, 6])).toEqual([]);
    expect(cautions([10, 0])).toEqual([]);
    expect(
      segmentsFromSurvey(forms.slice(0, 40), { touchpoints: ['desk', 'lift'], scale: [1, 7] }).cautions.map(({ code }) => code),
    ).not.toContain('scale-not-reached');
  });

  it('also of recommendation', () => {
    const many = [...forms, ...forms];
    const found = segmentsFromSurvey(many, { touchpoints: ['desk'], scale: [1, 5], overall: { recommendation: 'again' } }).cautions;
    expect(found.find(({ code }) => code === 'scale-not-reached')).toMatchObject({
      path: 'options.overall.recommendation',
      message: 'none of 120 answers on the scale from 0 to 10 is above 5: were they given on another, which ends there?',
    });
  });
});
