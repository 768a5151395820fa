import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain/explain';
import type { JourneyInput, SegmentInput } from '../../../src/journey/types';
import { toText } from '../../../src/results/to-text';
import { simulate } from '../../../src/simulation/simulate';

type Steps = JourneyInput['interactions'];

/** The one customer of a journey of constants. */
function told(interactions: Steps, segment: Partial<SegmentInput> = {}) {
  const journey = { name: 'by hand', interactions };
  const result = simulate({ journey, segments: [{ id: 'a', share: 1, ...segment }], customers: 1, seed: 1, keep: 'all' });
  const explanation = explain(result, { segment: 'a', customer: 0 });
  expect(explanation.outcomes).toEqual(Object.fromEntries(Object.entries(result.kept!['a']!).map(([name, values]) => [name, values[0]])));
  expect(toText(explanation)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  return explanation;
}
const momentsOf = ({ curve }: ReturnType<typeof told>) => curve.map(({ unit, what, at, start, end }) => [unit, what, at, start, end]);

const desk = { id: 'desk', duration: 100, affect: 2 };
const failure = { probability: 1, affect: -3, duration: 160 };
const after = { id: 'after', duration: 50, affect: 4 };

describe('explains', () => {
  it('when a wait begins to sour by the clock, for how long it feels', () => {
    const { steps } = told([{ id: 'hold', kind: 'wait', duration: 60, wait: { occupied: 0, told: 40 } }]);
    expect(steps[0]!.wait).toMatchObject({ toleranceSeconds: 40, souringPerDoubling: 1 });
    expect(steps[0]!.wait!.soursAfterSeconds).toBeCloseTo(40 * Math.pow(1.2, -1 / 0.9), 10);
  });

  it('a wait for what failed: its own conditions, and where it soured to', () => {
    const explanation = told([{ ...desk, failure: { ...failure, wait: { occupied: 1 } } }]);
    const [step] = explanation.steps;
    expect(step!.failure).toMatchObject({ affect: -3, level: -1, end: -4, seconds: 160, wait: { toleranceSeconds: 20, hazard: 1 } });
    expect(momentsOf(explanation)).toEqual([
      ['desk', 'lived', 0, 2, 2],
      ['desk', 'failure', 100, -1, -4],
    ]);
  });

  it('every further time through a step, and the wait before it', () => {
    const retry = { atMost: 1, wait: { duration: 20, affect: 1, occupied: 1 } } as const;
    const explanation = told([{ ...desk, failure: { ...failure, retry } }, after]);
    expect(explanation.steps[0]!.again!.map(({ kind, totalSeconds }) => [kind, totalSeconds])).toEqual([
      ['wait', 20],
      ['service', 260],
    ]);
    expect(momentsOf(explanation)).toEqual([
      ['desk', 'lived', 0, 2, 2],
      ['desk', 'failure', 100, -1, -1],
      ['desk', 'lived', 260, 1, 1],
      ['desk', 'lived', 280, 2, 2],
      ['desk', 'failure', 380, -1, -1],
      ['after', 'lived', 540, 4, 4],
    ]);
    expect(explanation.steps[0]!.totalSeconds).toBe(540);
  });

  it('a gap as time that passes: no moment, no line', () => {
    const explanation = told([desk, { id: 'days', kind: 'gap', duration: 86_400 }, after]);
    expect(momentsOf(explanation).map(([unit, , at]) => [unit, at])).toEqual([
      ['desk', 0],
      ['after', 86_500],
    ]);
    expect(explanation.steps[1]).toMatchObject({ kind: 'gap', totalSeconds: 86_400, feltSeconds: 0 });
    expect(explanation.steps[1]).not.toHaveProperty('line');
    expect(explanation.time).toMatchObject({ clockSeconds: 86_550, gapSeconds: 86_400 });
  });

  it('walking on: what it was up against, and that nobody was left there', () => {
    const explanation = told([{ ...desk, choice: { options: [{ ...desk, id: 'phone' }], none: { appeal: 100 } } }, after]);
    const { choice, skipped } = explanation.steps[0]!;
    expect(skipped).toBe(true);
    expect(choice!.none).toMatchObject({ appeal: 100, chosen: true });
    expect(choice!.none!.probability).toBeCloseTo(1, 12);
    expect(momentsOf(explanation).map(([unit]) => unit)).toEqual(['after']);
  });

  it('a merge that keeps by the moments of its parts, one of one feeling by its line', () => {
    const parts = [{ ...desk, failure }, after];
    expect(momentsOf(told([{ id: 'whole', parts }]))).toEqual([
      ['desk', 'lived', 0, 2, 2],
      ['desk', 'failure', 100, -1, -1],
      ['after', 'lived', 260, 4, 4],
    ]);
    expect(momentsOf(told([{ id: 'whole', parts, affect: 5 }]))).toEqual([
      ['whole', 'lived', 0, 5, 5],
      ['desk', 'failure', 150, 2, 2],
    ]);
  });

  it('what an expected duration would feel like', () => {
    const { slowness } = told([{ ...desk, duration: 900 }], { expectedDuration: 450 }).satisfaction;
    expect(slowness).toMatchObject({ expectedSeconds: 450, chargedSeconds: 900 });
    expect(slowness!.expectedFeltSeconds).toBeCloseTo(900 * Math.pow(1 / 2, 0.9), 9);
    expect(slowness!.cost).toBeCloseTo(0.45, 12);
  });
});
