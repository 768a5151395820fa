import fc from 'fast-check';
import { arbitraries } from 'peakend/arbitraries';
import { defineJourney, outcomeNames, redesign, simulate, toText, update, type WaitConditions } from 'peakend';
import { describe, expect, it } from 'vitest';
import { waitConditions } from '../../../src/journey/wait-conditions';
import { waitingConditions } from '../../../src/model/waiting-effects';
import { estimateIn } from '../../../src/results/simulation-words';

/* Whatever can be written of a wait is read, told, proposed at random, and does something. */

const conditions = Object.entries(waitConditions) as [keyof WaitConditions, (typeof waitConditions)[keyof WaitConditions]][];

/** What can stand under a condition, from one end to the other. */
function endsOf(kind: (typeof conditions)[number][1]['kind']): readonly unknown[] {
  if (kind === 'share') return [0, 1];
  if (kind === 'flag') return [false, true];
  return kind === 'seconds' ? [1, 100_000] : kind;
}

const journeyWith = (wait: object) =>
  defineJourney({ name: 'Visit', interactions: [{ id: 'queue', kind: 'wait', duration: 900, affect: 2, wait }, { id: 'desk', duration: 60, affect: 1 }] }); // prettier-ignore

/** A model in which every effect acts in every way, lived by somebody whom time reaches. */
const waiting = Object.fromEntries(waitingConditions.map((condition) => [condition, { time: 1.3, affect: -1, hazard: 2 }]));
const segments = [{ id: 'all', share: 1, patience: { type: 'exponential' as const, mean: 3600 }, expectedDuration: '9 min' }];
function lived(wait: object): string {
  const { overall } = simulate({ journey: journeyWith(wait), segments, model: { waiting }, customers: 300, seed: 1 });
  return JSON.stringify(outcomeNames.map((name) => estimateIn(overall, name)?.mean));
}

const atRandom = fc.sample(arbitraries(fc).journeys(), { seed: 3, numRuns: 200 });

describe.each(conditions)('%s', (key, { kind }) => {
  const ends = endsOf(kind);

  it('moves some outcome', () => {
    expect(new Set(ends.map((value) => lived({ [key]: value }))).size).toBeGreaterThan(1);
  });

  it('is kept as written, and told', () => {
    for (const value of ends) expect(journeyWith({ [key]: value }).interactions[0]!.wait).toEqual({ [key]: value });
    const silent = toText(journeyWith({}));
    expect(ends.some((value) => toText(journeyWith({ [key]: value })) !== silent)).toBe(true);
  });

  it('can be changed by an edit', () => {
    const changed = redesign(journeyWith({ [key]: ends[0] }), [update('queue', { wait: { [key]: ends.at(-1) } })]);
    expect(changed.interactions[0]!.wait).toEqual({ [key]: ends.at(-1) });
  });

  it('comes in journeys at random', () => {
    expect(atRandom.some(({ interactions }) => interactions.some(({ wait }) => wait !== undefined && key in wait))).toBe(true);
  });
});

describe('what a condition of the model does', () => {
  it.each(waitingConditions)('%s holds in some wait', (condition) => {
    const without = Object.fromEntries(Object.entries(waiting).filter(([name]) => name !== condition));
    const wait = { occupied: 0.3, ...Object.fromEntries(conditions.map(([key, { kind }]) => [key, strongest(key, kind)])) };
    const clock = (waiting: object) => JSON.stringify(simulate({ journey: journeyWith(wait), segments, model: { waiting }, customers: 50, seed: 1 }).overall); // prettier-ignore
    const neutral = { time: 1, affect: 0, hazard: 1 };
    expect(clock({ ...without, [condition]: neutral })).not.toBe(clock(waiting));
  });
});

/** So that every effect acts: somebody half occupied, treated unfairly, and all else as far as it goes. */
function strongest(key: keyof WaitConditions, kind: (typeof conditions)[number][1]['kind']): unknown {
  if (key === 'occupied') return 0.5;
  if (key === 'fair') return false;
  return kind === 'seconds' ? 600 : endsOf(kind).at(-1);
}
