import { insert } from 'peakend';
import { findCounterexample, type StandardFunction } from 'peakend/arbitraries';
import { describe, expect, it } from 'vitest';

const pain = { name: 'Treatment', interactions: [{ id: 'pain', duration: '10 to 30 min', affect: -6 }] } as const;
const search = (standard: StandardFunction): ReturnType<typeof findCounterexample> =>
  findCounterexample({
    baseline: pain,
    variant: [insert({ id: 'rest', duration: '3 min', affect: -2 }, { to: 'end' })],
    standard,
    outcomes: ['satisfaction'],
    seed: 'c',
    runs: 40,
  });

describe('a standard that is a function', () => {
  it('and held in every case has no closest one, and is not said to break', () => {
    let refused = 0;
    const found = search(({ variants }) => {
      const holds = variants.redesign.overall.satisfaction.difference > 0;
      if (!holds) refused++;
      return holds;
    });
    expect(refused).toBe(0);
    expect(found.kind).toBe('none found');
    expect(found).not.toHaveProperty('closest');
    expect(found.words).toMatch(/^No case found against "the standard" in [^]* searches\.$/);
  });

  it('and broke for a few customers where more did not show it: says both', () => {
    const found = search(({ study }) => study.customers > 512 || study.seed.length > 9);
    expect(found).toHaveProperty('closest');
    expect(found.words).toContain(
      'Closest: for customers like any other, "the standard" holds with 32,768 of them, which others did not show.',
    );
  });

  it('and broke for the most customers alone: was not confirmed', () => {
    const found = search(({ study }) => (study.customers < 2_000 ? undefined : study.customers < 30_000));
    expect(found.kind).toBe('undecided');
    expect(found.words).toContain('"the standard" did not hold with 32,768 of them, which others did not confirm.');
  });

  it('and says neither yes nor no', () => {
    expect(search(() => undefined).words).toContain('"the standard" says neither yes nor no.');
  });
});
