import { describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/errors/issue';
import { isJourneyError } from '../../../src/errors/journey-error';
import { defaultModel } from '../../../src/model/defaults';
import { acclimationDecay, recency } from '../../../src/model/memory';
import { readModel } from '../../../src/model/read-model';

const wrong = (value: unknown): never => value as never;
const circle: Record<string, unknown> = { type: 'scaled', scale: 1, shift: 0 };
circle['distribution'] = circle;

describe('memory presets refuse', () => {
  const cases: readonly (readonly [string, () => unknown, string])[] = [
    ['recency of null', () => recency(wrong(null)), 'invalid-type settings'],
    ['recency of text', () => recency(wrong('0.2')), 'invalid-type settings'],
    ['recency with null', () => recency({ halfLife: wrong(null) }), 'invalid-type halfLife'],
    ['recency out of range', () => recency({ halfLife: -1 }), 'out-of-range halfLife'],
    ['recency misspelt', () => recency(wrong({ halflife: 0.5 })), 'unknown-key halflife'],
    ['recency with a circle', () => recency({ halfLife: wrong(circle) }), 'cycle halfLife.distribution'],
    ['acclimationDecay of null', () => acclimationDecay(wrong(null)), 'invalid-type settings'],
    ['acclimationDecay misspelt', () => acclimationDecay(wrong({ aclimation: 1 })), 'unknown-key aclimation'],
  ];
  it.each(cases)('%s', (_, make, fault) => {
    let caught: unknown;
    try {
      make();
    } catch (error) {
      caught = error;
    }
    if (!isJourneyError(caught)) throw new Error('expected a JourneyError', { cause: caught });
    expect(`${caught.code} ${caught.issues[0]!.path}`.startsWith(fault)).toBe(true);
    if (caught.code === 'unknown-key') expect(caught.issues[0]!.hint).toBeDefined();
  });
});

it.each([
  ['recency', recency],
  ['acclimationDecay', acclimationDecay],
])('%s that is not called is no memory of one’s own', (name, maker) => {
  const issues: Issue[] = [];
  expect(readModel({ memory: maker as never }, defaultModel, 'model', issues)).toBeUndefined();
  expect(issues).toMatchObject([{ code: 'invalid-type', path: 'model.memory', hint: `call it: ${name}()` }]);
});
