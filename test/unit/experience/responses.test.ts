import { describe, expect, it } from 'vitest';
import type { InteractionInput, ResponseInput } from '../../../src/journey/types';
import { momentsOf as outcomesOf } from './one-customer';

const step: Omit<InteractionInput, 'id'> & { id: string } = { id: 'talk', stage: 'meet', channel: 'phone', duration: 100, affect: 1 };
const answered = (responses: Record<string, ResponseInput>, steps = [step]) => outcomesOf({ steps, segment: { responses } });

describe('replacements', () => {
  it('the most specific target wins: id over stage over channel over all', () => {
    const all = { '*': { duration: 1 }, 'channel:phone': { duration: 2 }, 'stage:meet': { duration: 3 }, talk: { duration: 4 } };
    expect(answered(all).clockDuration).toBe(4);
    const { talk: _, ...less } = all;
    expect(answered(less).clockDuration).toBe(3);
    const { 'stage:meet': __, ...fewer } = less;
    expect(answered(fewer).clockDuration).toBe(2);
    expect(answered({ '*': all['*'] }).clockDuration).toBe(1);
  });

  it('each field by itself', () => {
    const { clockDuration, endAffect } = answered({ '*': { duration: 7, affect: 5 }, talk: { affect: { start: 0, end: -2 } } });
    expect([clockDuration, endAffect]).toEqual([7, -2]);
  });

  it('of skip and dropout', () => {
    expect(answered({ talk: { skip: 1 } }).clockDuration).toBe(0);
    expect(answered({ talk: { skip: 0 } }, [{ ...step, skip: 1 }]).clockDuration).toBe(100);
    expect(answered({ talk: { dropout: 1 } }).completed).toBe(0);
    expect(answered({ talk: { dropout: 0 } }, [{ ...step, dropout: 1 }]).completed).toBe(1);
  });
});

describe('shifts and scales', () => {
  it('add and multiply over all targets that match', () => {
    const found = answered(
      {
        talk: { affectShift: 1, durationScale: 2 },
        'stage:meet': { affectShift: 2, durationScale: 3 },
        'channel:phone': { affectShift: -0.5, durationScale: 0.5 },
        '*': { affectShift: 0.25, durationScale: 5 },
        'stage:other': { affectShift: 9, durationScale: 9 },
      },
      [step, { ...step, id: 'else', stage: 'other', channel: 'desk', skip: 1 }],
    );
    expect([found.endAffect, found.clockDuration]).toEqual([3.75, 1500]);
  });

  it('act on what replaces as well', () => {
    const found = answered({ talk: { affect: 4, duration: 10 }, '*': { affectShift: 1, durationScale: 3 } });
    expect([found.endAffect, found.clockDuration]).toEqual([5, 30]);
  });

  it('of failure and dropout stop at certainty', () => {
    const risky = { ...step, failure: { probability: 0.5, affect: -1 }, dropout: 0 };
    expect(answered({ talk: { failureScale: 5 } }, [risky]).failures).toBe(1);
    expect(answered({ talk: { failureScale: 0 } }, [{ ...risky, failure: { probability: 1, affect: -1 } }]).failures).toBe(0);
    expect(answered({ talk: { dropoutScale: 100 } }, [{ ...step, dropout: 0.5 }]).completed).toBe(0);
    expect(answered({ talk: { dropoutScale: 0 } }, [{ ...step, dropout: 1 }]).completed).toBe(1);
  });
});

describe('what a target names', () => {
  it('a step that draws as another answers to both names', () => {
    const half = { ...step, id: 'talk-1', drawAs: 'talk' };
    expect(answered({ talk: { durationScale: 2 } }, [half]).clockDuration).toBe(200);
    expect(answered({ 'talk-1': { durationScale: 3 } }, [half]).clockDuration).toBe(300);
  });

  it('its own id is more specific than what it draws as', () => {
    const half = { ...step, id: 'talk-1', drawAs: 'talk' };
    expect(answered({ talk: { duration: 5 }, 'talk-1': { duration: 6 } }, [half]).clockDuration).toBe(6);
  });

  it('an option stands in the stage of its step, under its own id and channel', () => {
    const choosing = { ...step, choice: { options: [{ id: 'chat', channel: 'web', duration: 50, affect: 1, appeal: 50 }] } };
    const seconds = (responses: Record<string, ResponseInput>) => answered(responses, [choosing]).clockDuration;
    expect(seconds({})).toBe(50); // everybody takes it: nothing to decide
    expect(seconds({ 'stage:meet': { durationScale: 2 } })).toBe(100);
    expect(seconds({ 'channel:web': { durationScale: 2 } })).toBe(100);
    expect(seconds({ chat: { durationScale: 2 } })).toBe(100);
    expect(seconds({ talk: { durationScale: 2 } })).toBe(50); // the step as written is the first option only
    expect(seconds({ 'channel:phone': { durationScale: 2 } })).toBe(50);
  });
});
