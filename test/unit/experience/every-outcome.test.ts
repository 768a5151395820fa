import { columns, compare, outcomeDescriptions, outcomeNames, rows, simulate, toText, update, redesign } from 'peakend';
import { describe, expect, it } from 'vitest';
import { isShare } from '../../../src/experience/outcomes';
import { estimateIn } from '../../../src/results/simulation-words';

/* Whatever has a name among the outcomes is made, also where it alone is asked for, and is told wherever outcomes are. */

const journey = {
  name: 'Visit',
  promise: '10 min',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: { type: 'lognormal' as const, median: 300, sigma: 0.5 }, affect: 1 },
    {
      id: 'desk',
      duration: 300,
      affect: { type: 'normal' as const, mean: 2, sd: 3 },
      effort: 6,
      dropout: 0.1,
      failure: { probability: 0.4, affect: -4, recovery: { probability: 0.5, affect: 3 } },
    },
    { id: 'goodbye', duration: 60, affect: 3 },
  ],
};
const segments = [{ id: 'all', share: 1, patience: '1 h', expectation: 1, expectedDuration: '9 min', returnValue: 100 }];
const study = { segments, customers: 400, seed: 1 };
const whole = simulate({ ...study, journey, keep: [...outcomeNames] });
const variants = { better: redesign(journey, [update('desk', { affect: 5, effort: 2, duration: 200, dropout: 0.05 })]) };

describe.each(outcomeNames)('%s', (name) => {
  const { label } = outcomeDescriptions[name];

  it('is the same asked for alone as with all others', () => {
    const mean = estimateIn(whole.overall, name)?.mean;
    expect(mean).toEqual(expect.any(Number));
    const alone = simulate({ ...study, journey, outcomes: [name] });
    expect(estimateIn(alone.overall, name)?.mean).toBe(mean);
    expect(toText(alone)).toContain(label);
  });

  it('stands in the rows, and lies where it says it can', () => {
    expect(rows(whole).some((row) => row.segment === 'overall' && row.outcome === name)).toBe(true);
    const [low, high] = outcomeDescriptions[name].scale;
    expect(columns(whole, 'all')[name]!.every((value) => value >= low && value <= high)).toBe(true);
  });

  it('is compared', () => {
    const comparison = compare({ ...study, baseline: journey, variants, outcomes: [name] });
    expect(rows(comparison).some((row) => row.outcome === name)).toBe(true);
    expect(toText(comparison)).toContain(label);
  });

  it('is taken for a share of customers where, and only where, it is 0 or 1 for each', () => {
    const zeroOrOne = columns(whole, 'all')[name]!.every((value) => value === 0 || value === 1);
    expect(isShare(name)).toBe(outcomeDescriptions[name].unit === 'share' && zeroOrOne);
  });
});

describe('steps', () => {
  it('are the same asked for alone, and outcomes the same with and without them', () => {
    // Steps are what makes living go the long way round: quiet ones are passed through where nobody asks.
    const quiet = {
      name: 'Quiet',
      interactions: [...journey.interactions, { id: 'read', duration: 90, affect: { type: 'normal' as const, mean: -1, sd: 4 } }],
    };
    for (const one of [journey, quiet]) {
      const full = simulate({ ...study, journey: one });
      expect(simulate({ ...study, journey: one, outcomes: ['interactions'] }).overall.interactions).toEqual(full.overall.interactions);
      const without = simulate({
        ...study,
        journey: one,
        outcomes: [...outcomeNames].filter((name) => name !== 'effectiveness' && name !== 'index'),
      });
      for (const name of ['perceivedDuration', 'satisfaction', 'peakAffect', 'loyalty', 'failures', 'completed'] as const) {
        expect(without.overall[name]).toEqual(full.overall[name]);
      }
    }
  });
});
