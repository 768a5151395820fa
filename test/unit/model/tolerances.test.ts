import { describe, expect, it } from 'vitest';
import { tolerances } from '../../../src/model/tolerances';
import { momentsOf } from '../experience/one-customer';

describe('tolerances', () => {
  it('are seconds above 0, and cannot be changed', () => {
    for (const seconds of Object.values(tolerances)) expect(seconds).toBeGreaterThan(0);
    expect(Object.isFrozen(tolerances)).toBe(true);
  });

  it.each(Object.entries(tolerances))('%s is one of a wait, and of a journey: eight times as long has soured by 3', (_, tolerance) => {
    const steps = (wait: object) => [{ kind: 'wait' as const, duration: 8 * tolerance, wait: { occupied: 1, ...wait } }];
    expect(momentsOf({ steps: steps({ tolerance }) }).endAffect).toBeCloseTo(-3, 12);
    expect(momentsOf({ steps: steps({}), tolerance }).endAffect).toBeCloseTo(-3, 12);
  });

  it('of a journey are those of waits for what failed and before trying again', () => {
    const failure = { probability: 1, affect: 0, duration: 160, wait: { occupied: 1 } };
    const retry = { atMost: 1, wait: { duration: 160, occupied: 1 } } as const;
    const last = (step: object) => momentsOf({ steps: [{ duration: 100, ...step }], tolerance: 40 }).peakAffect;
    expect(last({ failure })).toBe(-2);
    expect(last({ failure: { probability: 1, affect: 0, retry } })).toBe(-2);
  });
});
