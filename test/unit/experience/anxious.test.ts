import { describe, expect, it } from 'vitest';
import { momentsOf as outcomesOf } from './one-customer';

const lift = Math.tanh(1);
/** What so much control gives back where people are fully anxious. */
const relief = (control: number) => 1.5 * (1 - Math.exp(-1.2 * control));

describe('anxious people', () => {
  const step = { duration: 98, affect: 3, anxious: 1 };
  const chosen = (anxious: number, appeal = 0) =>
    outcomesOf({ steps: [{ ...step, anxious, choice: { options: [{ id: 'o', ...step, anxious }], appeal } }] }).endAffect;

  it('are relieved by a choice, in a service too', () => {
    expect(chosen(1)).toBeCloseTo(3 + lift + relief(1), 12);
    expect(chosen(0.5)).toBeCloseTo(3 + lift + relief(1) / 2, 12);
    expect(chosen(0)).toBeCloseTo(3 + lift, 12);
  });

  it('as far as there is a choice: of 3 to 1 people, (1 − 10/16)·2', () => {
    expect(chosen(1, Math.log(3))).toBeCloseTo(3 + 0.75 * lift + relief(0.75), 12);
  });

  it('by nothing in a service without a choice, which feels no longer', () => {
    expect(outcomesOf({ steps: [step] })).toEqual(outcomesOf({ steps: [{ ...step, anxious: 0 }] }));
  });

  it('the one option as far as it says itself', () => {
    // Everybody takes the option that makes nobody anxious.
    const steps = [{ ...step, choice: { options: [{ id: 'o', ...step, anxious: 0, appeal: 50 }] } }];
    expect(outcomesOf({ steps }).endAffect).toBeCloseTo(3, 12);
  });

  it('wait as those of an anxious wait do', () => {
    const wait = { kind: 'wait' as const, duration: 300, affect: 2 };
    const ofStep = outcomesOf({ steps: [{ ...wait, anxious: 0.6, wait: { informed: true } }] });
    expect(ofStep).toEqual(outcomesOf({ steps: [{ ...wait, wait: { informed: true, anxious: 0.6 } }] }));
    expect(ofStep.perceivedDuration).toBeGreaterThan(outcomesOf({ steps: [{ ...wait, wait: { informed: true } }] }).perceivedDuration);
  });
});
