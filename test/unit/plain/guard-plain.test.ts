import { describe, expect, it } from 'vitest';
import { defineJourney, defineSegments, isJourneyError, simulate } from '../../../src/index';
import { portfolio } from '../../../src/decide';
import { guardPlain } from '../../../src/plain/guard-plain';

const made = defineSegments([
  { id: 'a', share: 0.5 },
  { id: 'b', share: 0.5 },
]);

describe('lists that the library made', () => {
  it('are data like any other, wherever they stand', () => {
    expect(guardPlain({ made }).data).toEqual({ made: [...made] });
    const kept = defineJourney({ name: 'Visit', interactions: [{ id: 'desk', duration: 60 }], extensions: { made } });
    expect(kept.extensions).toEqual({ made: [...made] });
    const { journeys } = portfolio({ journeys: { visit: { journey: kept, people: 100, segments: made } }, customers: 50, seed: 1 });
    expect(Object.keys(journeys)).toEqual(['visit']);
  });

  it('do not hide a misspelt name', () => {
    try {
      simulate({ journey: { name: 'Visit', interactions: [{ id: 'desk', duration: 60 }] }, seed: 1, segmets: made } as never);
    } catch (error) {
      if (!isJourneyError(error)) throw error;
      expect(error.issues).toMatchObject([{ code: 'unknown-key', path: 'segmets', hint: 'did you mean segments?' }]);
      return;
    }
    throw new Error('no error');
  });
});

describe('keys of a list that are no places', () => {
  const list = (key: string | symbol, enumerable: boolean): unknown => Object.defineProperty([1, 2], key, { value: 3, enumerable });

  it.each([
    ['a text', list('key', true), 'unknown-key'],
    ['an invisible text', list('key', false), 'unknown-key'],
    ['a symbol that can be seen', list(Symbol('key'), true), 'unknown-key'],
    // eslint-disable-next-line no-sparse-arrays
    ['a hole behind an invisible symbol', Object.defineProperty([1, , 3], Symbol('key'), { value: 3 }), 'invalid-type'],
  ])('%s', (_, input, code) => {
    expect(guardPlain({ input }).issue).toMatchObject({ code, path: 'input' });
  });

  it('an invisible symbol, as on objects, is no data', () => {
    expect(guardPlain({ input: list(Symbol('key'), false) }).data).toEqual({ input: [1, 2] });
  });
});
