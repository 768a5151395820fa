import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraries, type PortableArbitrary } from '../../../src/arbitraries';
import { units } from '../../../src/journey/units';

const seeds = [1, 2, 3, 4, 5];
const { affects, durations, distributions, journeys, segments, models, redesigns, journeyWithRedesign } = arbitraries(fc);

/** What fast-check ends at when it looks for the simplest value of which something is true. */
function simplest<Value>(arbitrary: PortableArbitrary<Value>, isTrue: (value: Value) => boolean, seed: number): Value {
  const { counterexample } = fc.check(
    fc.property(arbitrary, (value) => !isTrue(value)),
    { seed, numRuns: 2000 },
  );
  return counterexample![0] as Value;
}

const minute = { duration: 60 };
const visit = { schemaVersion: 1, name: 'Journey' };

describe.each(seeds)('shrinking ends at the simplest (seed %i)', (seed) => {
  it('neutral affect, one minute, a constant, the default model, one plain segment', () => {
    expect(simplest(affects(), () => true, seed)).toBe(0);
    expect(simplest(durations(), () => true, seed)).toBe(60);
    expect(simplest(distributions(), () => true, seed)).toEqual({ type: 'constant', value: 0 });
    expect(simplest(models(), () => true, seed)).toEqual({});
    expect(simplest(segments(), () => true, seed)).toEqual([{ id: 'segment-1', share: 1 }]);
  });

  it('one neutral minute; as few steps as there must be', () => {
    expect(simplest(journeys(), () => true, seed)).toEqual({ ...visit, interactions: [{ id: 'step-1', ...minute }] });
    const three = simplest(journeys(), ({ interactions }) => interactions.length >= 3, seed);
    expect(three).toEqual({ ...visit, interactions: ['step-1', 'step-2', 'step-3'].map((id) => ({ id, ...minute })) });
  });

  it('nothing but what is asked for', () => {
    const wait = simplest(journeys(), ({ interactions }) => interactions.some(({ kind }) => kind === 'wait'), seed);
    expect(wait.interactions).toEqual([{ id: 'step-1', kind: 'wait', ...minute }]);
    const merge = simplest(journeys(), ({ interactions }) => interactions.some(({ parts }) => parts !== undefined), seed);
    expect(merge.interactions).toEqual([{ id: 'step-1', parts: ['step-1-1', 'step-1-2'].map((id) => ({ id, ...minute })) }]);
    const choice = simplest(journeys(), (journey) => Array.from(units(journey)).some(({ role }) => role === 'option'), seed);
    expect(choice.interactions).toEqual([{ id: 'step-1', ...minute, choice: { options: [{ id: 'step-1-option-1', ...minute }] } }]);
  });

  it('the threshold itself, where a number matters', () => {
    const long = simplest(durations({ distributions: false }), (seconds) => (seconds as number) >= 700, seed);
    expect(long).toBeGreaterThanOrEqual(700);
    expect(long).toBeLessThanOrEqual(900);
    expect(simplest(affects({ distributions: false }), (level) => typeof level === 'number' && level <= -3, seed)).toBe(-3);
  });

  it('one edit, the plainest of its kind, and few steps', () => {
    const [journey] = fc.sample(journeys({ minInteractions: 3 }), { seed, numRuns: 1 });
    expect(simplest(redesigns(journey!), () => true, seed)).toHaveLength(1);
    const pair = simplest(journeyWithRedesign({ kinds: ['merge'] }), () => true, seed);
    expect(pair.edits).toHaveLength(1);
    expect(pair.edits[0]).toMatchObject({ edit: 'merge', into: { id: 'new-1' } });
    expect(pair.journey.interactions.length).toBeLessThanOrEqual(3);
  });
});
