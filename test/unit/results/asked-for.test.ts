import { describe, expect, it } from 'vitest';
import { atLeast, atMost, changeChannel, checkStandards, compare, fewWorse, improves, rows, simulate, toMarkdown, toText } from 'peakend';
import { formatDifferenceWithInterval, formatOutcome, moreToState } from '../../../src/results/format-outcome';

const journey = (affect = 2, dropout?: number) => ({
  name: 'Form',
  interactions: [
    { id: 'read', duration: 60, affect, ...(dropout === undefined ? {} : { dropout }) },
    { id: 'write', duration: 125, affect, ...(dropout === undefined ? {} : { dropout }) },
  ],
});
const noisy = {
  name: 'Form',
  interactions: [{ id: 'read', duration: 60, affect: { type: 'normal', mean: 2, sd: 1 }, failure: { probability: 0.01, affect: -3 } }],
} as const;

describe('a bound or margin has the digits it was written with', () => {
  it.each([
    ['failures', 0.0005, '0.0005'],
    ['failures', 1e-7, '0.0000001'],
    ['failures', 0.5, '0.50'],
    ['nps', -99.99, '−99.99'],
    ['nps', 20, '+20'],
    ['satisfaction', 61.25, '61.25'],
    ['csat', 4.125, '4.125'],
    ['completed', 0.9999, '99.99 %'],
    ['completed', 0.715, '71.5 %'],
    ['completed', 0.7, '70 %'],
    ['completed', 0.0001, '0.01 %'],
    ['endAffect', -0.125, '−0.125'],
    ['clockDuration', 600, '10 min'],
    ['clockDuration', 90, '1.5 min'],
    ['clockDuration', 630, '10 min 30 s'],
    ['clockDuration', 3661, '1 h 1 min 1 s'],
    ['clockDuration', 0.125, '0.125 s'],
    ['clockDuration', 90_061.5, '1 day 1 h 1 min 1.5 s'],
    ['satisfaction', 0.1 + 0.2, '0.3'],
  ] as const)('%s %d reads %s', (name, stated, text) => {
    expect(
      formatOutcome(
        name,
        stated,
        moreToState((value, more) => formatOutcome(name, value, more), stated),
      ),
    ).toBe(text);
  });

  it('in a standard, with what was found in the same digits', () => {
    const found = simulate({ journey: journey(), seed: 1, customers: 100 });
    const sentenceOf = (standard: Parameters<typeof checkStandards>[1]) => checkStandards(found, standard).standards[0]!.sentence;
    expect(sentenceOf(atMost('failures', 0.0005))).toBe('failures at most 0.0005: holds, 0.0000, 0.0005 to spare');
    expect(sentenceOf(atMost('clockDuration', '3 min 6 s'))).toBe('clock time at most 3.1 min: holds, 3 min 5 s, 1 s to spare');
    expect(sentenceOf(atLeast('completed', 0.9999))).toBe('completed at least 99.99 %: holds, 100.00 %, 0.010 pp to spare');
  });

  it('and where finding and bound would read alike, as many digits as tell them apart', () => {
    const { clockDuration } = simulate({
      journey: { name: 'x', interactions: [{ id: 'a', duration: 602.4 }] },
      seed: 1,
      customers: 100,
    }).overall;
    expect(clockDuration.mean).toBe(602.4);
    const report = checkStandards(
      simulate({ journey: { name: 'x', interactions: [{ id: 'a', duration: 602.4 }] }, seed: 1, customers: 100 }),
      atMost('clockDuration', '10 min'),
    );
    expect(report.standards[0]!.sentence).toBe('clock time at most 10 min: fails, 10 min 2 s, 2.4 s over');
    expect(toText(report)).not.toMatch(/\b0(\.0+)? over/);
  });

  it('in standards about change', () => {
    const verdict = compare({ baseline: journey(2), variants: { v: journey(2.01) }, seed: 1, customers: 200 });
    const sentence = (standard: Parameters<typeof checkStandards>[1]) => checkStandards(verdict, standard).standards[0]!.sentence;
    expect(sentence(improves('satisfaction', { by: 0.0125 }))).toContain('satisfaction better by at least 0.0125: holds');
    expect(sentence(fewWorse('satisfaction', { atMost: 0.0005 }))).toContain('worse for at most 0.05 %');
  });

  it('in comparisons', () => {
    expect(formatDifferenceWithInterval('satisfaction', 0.01, -0.02, 0.04, 0.125)).toBe('+0.010 (−0.020 to +0.040)');
    expect(formatDifferenceWithInterval('satisfaction', 0.5, 0.2, 0.8, 1)).toBe('+0.5 (+0.2 to +0.8)');
    const verdict = compare({
      baseline: noisy,
      variants: { v: { ...noisy, name: 'Other' } },
      seed: 1,
      customers: 500,
      margin: { satisfaction: 0.0625 },
    });
    expect(toText(verdict)).toMatch(/satisfaction +0\.0000/);
  });
});

describe('the text of a simulation shows those who complete', () => {
  const left = simulate({ journey: journey(2, 0.2), seed: 1, customers: 500 });
  it('where people leave, beside everybody, in the numbers of the result', () => {
    const { completers, satisfaction } = left.overall;
    const [all, those] = toText(left).split('those who complete') as [string, string];
    expect(all).toContain(formatOutcome('satisfaction', satisfaction.mean));
    for (const name of ['satisfaction', 'csat', 'nps', 'clockDuration'] as const)
      expect(those).toContain(formatOutcome(name, completers![name]!.mean));
    expect(those).toMatch(new RegExp(`of them +${Math.round(completers!.share * 100)} %`));
    expect(those).not.toMatch(/^completed/m);
    expect(toMarkdown(left)).toContain('| those who complete |');
  });
  it('for each segment, all of it where nobody of it leaves', () => {
    const segments = [
      { id: 'steady', share: 0.5, responses: { '*': { dropout: 0 } } },
      { id: 'hasty', share: 0.5 },
    ] as const;
    const text = toText(simulate({ journey: journey(2, 0.2), segments, seed: 1, customers: 500 }));
    expect(text.split('those who complete')[1]).toMatch(/of them +8\d %.* 100 % +6\d %/);
  });
  it('not where all complete, or where a few outcomes were asked for no others', () => {
    expect(toText(simulate({ journey: journey(), seed: 1, customers: 100 }))).not.toContain('those who complete');
    const few = toText(simulate({ journey: journey(2, 0.2), seed: 1, customers: 500, outcomes: ['csat', 'completed'] }));
    expect(few.split('those who complete')[1]).toMatch(/CSAT/);
    expect(few).not.toContain('satisfaction');
  });
});

describe('rows by step', () => {
  const segments = [
    { id: 'a', share: 0.25 },
    { id: 'b', share: 0.75, expectation: 3 },
  ] as const;
  const today = simulate({ journey: journey(2, 0.2), segments, seed: 1, customers: 300 });
  const table = rows(today);
  it('have the same columns as the others, in the same order', () => {
    for (const row of table) expect(Object.keys(row)).toEqual(Object.keys(table[0]!));
  });
  it('follow the others, one a segment, step and measure, with the figures of the step summary', () => {
    const steps = table.filter(({ step }) => step !== null);
    expect(table.slice(-steps.length)).toEqual(steps);
    expect(steps).toHaveLength(3 * 2 * 8);
    expect([...new Set(steps.map(({ segment, step }) => `${segment} ${step!}`))]).toEqual([
      'overall read',
      'overall write',
      'a read',
      'a write',
      'b read',
      'b write',
    ]);
    const own = today.segments.b.interactions!['write']!;
    const find = (outcome: string) => steps.find((row) => row.segment === 'b' && row.step === 'write' && row.outcome === outcome)!;
    expect(find('affect')).toMatchObject({
      share: 0.75,
      unit: 'affect',
      mean: own.affect.mean,
      low: own.affect.interval.low,
      p95: own.affect.quantiles.p95,
    });
    expect(find('clockDuration')).toMatchObject({
      unit: 'seconds',
      mean: own.clockDuration.mean,
      sd: own.clockDuration.sd,
      low: null,
      p5: null,
    });
    for (const measure of ['reached', 'peakShare', 'left'] as const)
      expect(find(measure)).toMatchObject({ unit: 'share', mean: own[measure], sd: null });
  });
  it('are none where steps were not asked for', () => {
    const few = rows(simulate({ journey: journey(), seed: 1, customers: 100, outcomes: ['csat'] }));
    expect(few.map(({ outcome, step }) => [outcome, step])).toEqual([
      ['csat', null],
      ['csat', null],
    ]);
  });
});

it('a channel is named as a channel, whatever it is', () => {
  const home = { name: 'x', interactions: [{ id: 'a', channel: 'home', duration: 60 }] };
  expect(toText(home)).toContain('channel home');
  expect(toText(changeChannel('a', 'web'), { journey: home })).toBe('change the channel of "a" to web');
});
