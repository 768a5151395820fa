import { expect, it } from 'vitest';
import { averaging, recency, simulate } from 'peakend';

it('the peak is that of the memory, also where it has no weight, and of the default where the memory knows none', () => {
  const journey = {
    name: 'x',
    interactions: [
      { id: 'a', duration: 600, affect: -6 },
      { id: 'b', duration: 300, affect: -2 },
    ],
  };
  const peakBy = (memory: object) =>
    simulate({ journey, customers: 1, seed: 1, model: { memory } as never, outcomes: ['peakAffect'] }).overall.peakAffect.mean;
  expect([peakBy({}), peakBy(averaging), peakBy(recency())]).toEqual([expect.closeTo(-4.4, 9), -6, expect.closeTo(-4.4, 9)]);
});
