import { describe, expect, it } from 'vitest';
import {
  atLeast,
  checkStandards,
  compare,
  experiment,
  improves,
  isJourneyError,
  outcomeDescriptions,
  outcomeNames,
  robustness,
  sampleSizeFor,
  simulate,
  waterfall,
  remove,
} from 'peakend';
import { unknownOutcome } from '../../../src/experience/read-outcome';

const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }, { id: 'end', duration: 60 }] }; // prettier-ignore
const study = { customers: 20, seed: 1 } as const;

const issuesOf = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
};

describe('an outcome by another name', () => {
  it.each([
    ['feltTime', 'perceivedDuration (felt time)'],
    ['felt_time', 'perceivedDuration (felt time)'],
    ['Clock time', 'clockDuration (clock time)'],
    ['duration', 'clockDuration (clock time)'],
    ['wait', 'waitingDuration (waiting)'],
    ['average waiting time', 'waitingDuration (waiting)'],
    ['CSAT', 'csat'],
    ['csat score', 'csat'],
    ['NPS score', 'nps'],
    ['netPromoterScore', 'nps'],
    ['completion rate', 'completed'],
    ['conversion', 'completed'],
    ['CES', 'ease'],
    ['memory', 'rememberedUtility (remembered utility)'],
    ['retention rate', 'loyalty'],
    ['peak', 'peakAffect (peak)'],
    ['feltTiem', 'perceivedDuration (felt time)'],
    ['satisfacton', 'satisfaction'],
  ])('%s is %s', (written, meant) => {
    expect(unknownOutcome('outcome', written).hint).toBe(`did you mean ${meant}?`);
  });

  it('is found by its label, whatever the outcome', () => {
    for (const name of outcomeNames)
      expect(unknownOutcome('', outcomeDescriptions[name].label.toUpperCase()).hint).toContain(`mean ${name}`);
  });

  it.each(['xyz', '', ' ', '?', 'the', 'score'])('is not guessed from %j', (written) => {
    expect(unknownOutcome('outcome', written)).not.toHaveProperty('hint');
  });

  it('is guessed at every door that reads one', () => {
    const doors: (() => unknown)[] = [
      () => simulate({ ...study, journey: call, outcomes: ['feltTime' as never] }),
      () => simulate({ ...study, journey: call, keep: ['feltTime' as never] }),
      () => simulate({ seed: 1, journey: call, until: { outcome: 'feltTime' as never, halfWidth: 500 } }),
      () => compare({ ...study, baseline: call, variants: { call }, margin: { feltTime: 500 } as never }),
      () => robustness({ ...study, baseline: call, variant: call, outcome: 'feltTime' as never, margin: 500 }),
      () => waterfall({ ...study, baseline: call, edits: [remove('end')], outcome: 'feltTime' as never }),
      () => sampleSizeFor(compare({ ...study, baseline: call, variants: { call } }), { outcome: 'feltTime' as never }),
      () => atLeast('feltTime' as never, 500),
      () => improves('feltTime' as never, { by: 500 }),
      () => checkStandards(simulate({ ...study, journey: call }), { outcome: 'feltTime' as never, atMost: 500 }),
      () => experiment({ conditions: { a: { journey: call }, b: { journey: call } }, measure: 'feltTime' as never, customers: 1 }),
      () => experiment({ conditions: { a: { journey: call } }, measure: { outcome: 'feltTime' as never }, customers: 1 }),
    ];
    // One fault each: what a number beside it means is not asked where the outcome is not known.
    for (const door of doors) expect(issuesOf(door).map(({ hint }) => hint)).toEqual(['did you mean perceivedDuration (felt time)?']);
  });
});

describe('percent where a share is wanted', () => {
  it.each<[string, () => unknown, string]>([
    ['confidence', () => simulate({ journey: call, confidence: 95 }), '0.95'],
    ['confidence as text', () => simulate({ journey: call, confidence: '90 %' as never }), '0.9'],
    [
      'confidence of standards',
      () => checkStandards(simulate({ ...study, journey: call }), atLeast('csat', 4), { confidence: 99 }),
      '0.99',
    ],
    ['a margin', () => compare({ ...study, baseline: call, variants: { call }, margin: { completed: 2 } }), '0.02'],
    ['a half-width', () => simulate({ journey: call, until: { outcome: 'satisfied', halfWidth: 1.5 } }), '0.015'],
    ['power', () => sampleSizeFor({ difference: 5, sd: 20 }, { power: 80 }), '0.8'],
    ['a difference of shares', () => sampleSizeFor({ difference: 5, share: 0.6 }), '0.05'],
    ['a share', () => simulate({ journey: call, segments: [{ id: 'a', share: '40%' as never }, { id: 'b', share: 0.6 }] }), '0.4'], // prettier-ignore
    ['an observed share', () => experiment({ conditions: { a: { journey: call, observed: 62 }, b: { journey: call } }, measure: 'choice', customers: 1 }), '0.62'], // prettier-ignore
  ])('%s', (_name, run, written) => {
    expect(issuesOf(run)[0]!.hint).toMatch(new RegExp(`^(if [\\d.]+ % is meant, write|[\\d.]+ % is written) ${written}$`));
  });

  it('is told of a share and of its difference at once', () => {
    expect(issuesOf(() => sampleSizeFor({ difference: 5, share: 60 })).map(({ path, hint }) => `${path} ${hint}`)).toEqual([
      'predicted.share if 60 % is meant, write 0.6',
      'predicted.difference if 5 % is meant, write 0.05',
    ]);
  });

  it('is not guessed where it would not fit either', () => {
    expect(issuesOf(() => simulate({ journey: call, confidence: 20 }))[0]).not.toHaveProperty('hint');
    expect(issuesOf(() => simulate({ journey: call, confidence: 950 }))[0]).not.toHaveProperty('hint');
  });
});
