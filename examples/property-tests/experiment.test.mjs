/**
 * An experiment as a test: state what a redesign is to do, and let the machine look for the customer it fails.
 *
 * Any Vitest project can hold such a file; what the searches have to say is in experiment.out.txt.
 */
import { compare } from 'peakend';
import { findCounterexample } from 'peakend/arbitraries';
import { describe, expect, test } from 'vitest';
import { desksAreAlike, loungeHurtsNobody, screenKeepsPeople } from './searches.mjs';

describe('a clinic', () => {
  test('a screen that says who is next keeps people in the waiting room', () => {
    expect(findCounterexample(screenKeepsPeople)).toMatchObject({ kind: 'none found', searched: { cases: 150 } });
  });

  test('a lounge is worth a longer wait – but not to everybody', () => {
    const found = findCounterexample(loungeHurtsNobody);
    expect(found.kind).toBe('counterexample');

    // Small enough to be told in a meeting: two steps, one kind of customer, one reason.
    expect(found.case.baseline.interactions.map(({ id }) => id)).toEqual(['waiting-room', 'lab']);
    expect(found.differs.map(({ setting }) => setting)).toEqual(['patience']);
    expect(found.reasons.map(({ because }) => because)).toEqual(['leaving']);

    // And data: whoever doubts it compares for themselves.
    const { satisfaction, completed } = compare(found.case).variants.redesign.overall;
    expect(satisfaction.conclusion).toBe('worse');
    expect(completed.conclusion).toBe('worse');
  });

  test('the other desk is as good: nobody can tell without a margin', () => {
    expect(findCounterexample(desksAreAlike).kind).toBe('undecided');
  });
});
