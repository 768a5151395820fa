import { describe, expect, it } from 'vitest';
import type { InteractionInput } from '../../../src/journey/types';
import { momentsOf, outcomesOf, type Given } from './one-customer';

/* Merged steps whose parts keep what each felt like: one boundary instead of several, and nothing else. */

const calm: InteractionInput = { id: 'calm', duration: 300, affect: 2 };
const rough: InteractionInput = { id: 'rough', duration: 100, affect: -6 };
const merged = (parts: readonly InteractionInput[], rest: object = {}) => ({ id: 'whole', parts, ...rest });
const failure = { probability: 1, affect: -3, duration: 20, recovery: { probability: 1, affect: 4, duration: 10 } };

/** What is remembered, and how it was felt. */
function rememberedOf(steps: Given['steps'], rest: Omit<Given, 'steps'> = {}) {
  const { rememberedUtility, peakAffect, endAffect, meanAffect, clockDuration, waitingDuration, failures } = outcomesOf({ steps, ...rest });
  return { rememberedUtility, peakAffect, endAffect, meanAffect, clockDuration, waitingDuration, failures };
}

describe('a merge that keeps', () => {
  const waiting: InteractionInput = { id: 'wait', kind: 'wait', duration: 200, affect: 1 };
  const choosing: InteractionInput = { ...calm, id: 'choose', choice: { options: [{ id: 'o', duration: 50, affect: 2 }] } };
  const after = { id: 'after', duration: 60, affect: 3 };

  it.each([
    ['levels', [calm, rough], {}],
    ['a line and a level', [{ ...calm, affect: { start: 6, end: -2 } }, rough], {}],
    ['a wait that sours', [waiting, rough], {}],
    [
      'failures and recoveries',
      [
        { ...calm, failure },
        { ...rough, failure },
      ],
      {},
    ],
    ['a choice', [choosing, rough], {}],
    ['mood carried over', [calm, rough, waiting], { model: { memory: { carryOver: 0.5 } } }],
    ['whoever leaves', [calm, waiting, rough], { segment: { patience: 90 } }],
  ] satisfies [string, InteractionInput[], Omit<Given, 'steps'>][])('is remembered as its parts apart: %s', (_, parts, rest) => {
    expect(rememberedOf([merged(parts), after], rest)).toEqual(rememberedOf([...parts, after], rest));
  });

  it('is felt as one: shorter', () => {
    const felt = outcomesOf({ steps: [merged([calm, rough])] }).perceivedDuration;
    expect(felt).toBeCloseTo(900 * Math.pow(400 / 900, 0.9), 9);
    expect(felt).toBeLessThan(outcomesOf({ steps: [calm, rough] }).perceivedDuration);
  });

  it('is what merging does unless it says otherwise', () => {
    expect(outcomesOf({ steps: [merged([calm, rough], { affect: 'kept' })] })).toEqual(outcomesOf({ steps: [merged([calm, rough])] }));
  });

  it('has failures on the line of their own part', () => {
    // 300 s at 2, failed to −1, recovered to 3, then 100 s at −6
    const { endAffect, peakAffect, meanAffect } = momentsOf({ steps: [merged([{ ...calm, failure }, rough])] });
    expect({ endAffect, peakAffect }).toEqual({ endAffect: -6, peakAffect: -6 });
    // −1 is below (600 + 30 − 600)/410
    expect(meanAffect).toBeCloseTo((600 - 20 + 30 - 600) / 430, 12);
  });

  it('in another that keeps, keeps too', () => {
    const inner = merged([calm, rough], { id: 'inner' }) as InteractionInput;
    expect(rememberedOf([merged([inner, after])])).toEqual(rememberedOf([calm, rough, after]));
  });
});

describe('a merge of one feeling', () => {
  it.each([
    ['given', { start: 1, end: 5 }, 5, 3],
    ['the mean of its parts', 'time-weighted', 0, 0],
  ] as const)('has its failures after it, from its end: %s', (_, affect, end, mean) => {
    const parts = [{ ...calm, failure: { probability: 1, affect: -3, duration: 20 } }, rough];
    const { endAffect, meanAffect } = momentsOf({ steps: [merged(parts, { affect })] });
    expect(endAffect).toBe(end - 3);
    // 400 s of the line; the failure counts where it is below its mean.
    expect(meanAffect).toBeCloseTo(Math.min(mean, (400 * mean + 20 * (end - 3)) / 420), 12);
  });

  it('is one where a segment says how the whole feels', () => {
    const segment = { responses: { whole: { affect: 4 } } };
    expect(momentsOf({ steps: [merged([calm, rough])], segment })).toEqual(momentsOf({ steps: [merged([calm, rough], { affect: 4 })] }));
  });

  it('inside one that keeps is a line among lines', () => {
    // 400 s at 4, failed to 1 for 20 s; then 100 s at 0: mean without 1600/500 = 3.2, so 1 counts
    const inner = merged([{ ...calm, failure: { probability: 1, affect: -3, duration: 20 } }, rough], { id: 'inner', affect: 4 });
    const { meanAffect, endAffect } = momentsOf({ steps: [merged([inner as InteractionInput, { id: 'c', duration: 100, affect: 0 }])] });
    expect(endAffect).toBe(0);
    expect(meanAffect).toBeCloseTo((1600 + 20) / 520, 12);
  });

  it('takes one that keeps inside it by its mean, and its failures last', () => {
    // inner: 300 s at 2 and 100 s at −6: 0; with 400 s at 3: 1.5. Failed to −1.5
    const inner = merged([{ ...calm, failure: { probability: 1, affect: -3 } }, rough], { id: 'inner' }) as InteractionInput;
    const steps = [merged([inner, { id: 'c', duration: 400, affect: 3 }], { affect: 'time-weighted' })];
    const { meanAffect, endAffect } = momentsOf({ steps });
    expect({ meanAffect, endAffect }).toEqual({ meanAffect: 1.5, endAffect: -1.5 });
  });
});
