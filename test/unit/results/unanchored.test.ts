import { describe, expect, it } from 'vitest';
import { simulate, toText, type SimulateInput } from 'peakend';

const journey = { name: 'Visit', interactions: [{ id: 'talk', duration: 600, affect: 3 }] };
const base = { satisfaction: { base: 0.4 } };
const told = (more: Omit<SimulateInput, 'journey'> = {}): boolean =>
  toText(simulate({ journey, customers: 20, seed: 1, ...more }))
    .replace(/\s+/g, ' ')
    .includes('The level of NPS is not anchored to answers of your own customers (satisfaction.base)');

describe('the level of NPS', () => {
  it('is told to hang on nothing, where nobody says how high people answer', () => {
    expect(told()).toBe(true);
    expect(told({ outcomes: ['satisfaction', 'nps'] })).toBe(true);
    expect(told({ model: { satisfaction: { base: 0 } } })).toBe(true);
  });

  it('is not where the model or a segment says so', () => {
    expect(told({ model: base })).toBe(false);
    expect(told({ model: { satisfaction: { base: { type: 'normal', mean: 0, sd: 0.1 } } } })).toBe(false);
    const segments = [
      { id: 'a', share: 0.5 },
      { id: 'b', share: 0.5, model: base },
    ];
    expect(told({ segments })).toBe(false);
  });

  it('is not where NPS is not asked for', () => {
    expect(told({ outcomes: ['satisfaction', 'csat'] })).toBe(false);
  });
});
