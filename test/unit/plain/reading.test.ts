import { describe, expect, it } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { readRecord, reading, type Reading } from '../../../src/plain/reading';

const keys = ['power', 'customers', 'design', 'title', 'listen', 'over'] as const;
type Key = (typeof keys)[number];

const chance = { min: 0.5, max: 0.999, what: 'a probability' };
const count = { min: 1, max: 100 };
const designs = ['ab-test', 'survey'] as const;

/** All of a door at once, as doors read. */
function readAll(read: Reading<Key>) {
  const over = read.record('over', 'an object with draws', ['draws']);
  return {
    power: read.number('power', chance),
    customers: read.whole('customers', count),
    design: read.oneOf('design', designs),
    title: read.text('title'),
    listen: read.callback<() => number>('listen'),
    draws: over?.whole('draws', count),
  };
}

/** The faults in words, and where they stand. */
function faultsOf(given: unknown): string[] {
  try {
    const read = reading(given, keys, { path: 'options', asTheyAre: ['listen'] });
    readAll(read);
    read.finish();
    return [];
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    return error.message.split('\n');
  }
}

describe('a reading', () => {
  it('hands back what is sound', () => {
    const listen = () => 1;
    const sound = { power: 0.8, customers: 7, design: 'survey', title: '', listen, over: { draws: 1 } };
    const read = reading(sound, keys, { asTheyAre: ['listen'] });
    expect(readAll(read)).toEqual({ power: 0.8, customers: 7, design: 'survey', title: '', listen, draws: 1 });
    expect(() => read.finish()).not.toThrow();
  });

  it.each([[{}], [Object.fromEntries(keys.map((key) => [key, undefined]))]])(
    'takes what is absent or undefined for nothing: %j',
    (given) => {
      const read = reading(given, keys);
      expect(Object.values(readAll(read)).every((value) => value === undefined)).toBe(true);
      expect(keys.some((key) => read.has(key))).toBe(false);
      expect(read.issues).toEqual([]);
    },
  );

  it('never takes null for nothing', () => {
    expect(faultsOf(Object.fromEntries(keys.map((key) => [key, null])))).toEqual([
      'over: expected an object with draws, received null',
      'power: expected a probability from 0.5 to 0.999, received null',
      'customers: expected a whole number from 1 to 100, received null',
      'design: expected "ab-test" or "survey", received null',
      'title: expected a text, received null',
      'listen: expected a function, received null',
    ]);
  });

  it.each([
    [{ power: 80 }, 'power: expected a probability from 0.5 to 0.999, received 80 — if 80 % is meant, write 0.8'],
    [{ power: 0.2 }, 'power: expected a probability from 0.5 to 0.999, received 0.2'],
    [{ power: NaN }, 'power: expected a probability from 0.5 to 0.999, received NaN'],
    [{ power: '0.8' }, 'power: expected a probability from 0.5 to 0.999, received "0.8" — write the number 0.8, without quotes'],
    [{ customers: 1.5 }, 'customers: expected a whole number from 1 to 100, received 1.5'],
    [{ customers: 0 }, 'customers: expected a whole number from 1 to 100, received 0'],
    [{ customers: '7' }, 'customers: expected a whole number from 1 to 100, received "7" — write the number 7, without quotes'],
    [{ customers: '50 %' }, 'customers: expected a whole number from 1 to 100, received "50 %"'],
    [{ design: 'survy' }, 'design: expected "ab-test" or "survey", received "survy" — did you mean "survey"?'],
    [{ title: 5 }, 'title: expected a text, received 5'],
    [{ listen: 'me' }, 'listen: expected a function, received "me"'],
    [{ powr: 1 }, 'powr: expected only power, customers, design, title, listen, over, received "powr" — did you mean power?'],
  ])('says what is wrong with %j', (given, fault) => {
    expect(faultsOf(given)).toEqual([fault]);
  });

  it('gives faults with codes and bounds', () => {
    const read = reading({ power: 2, customers: 'x', design: 'none' }, keys);
    readAll(read);
    read.needed('over', chance);
    expect(read.issues.map(({ code, path, params }) => [code, path, params])).toEqual([
      ['out-of-range', 'power', { min: 0.5, max: 0.999 }],
      ['invalid-type', 'customers', { min: 1, max: 100, whole: true }],
      ['out-of-range', 'design', undefined],
      ['missing', 'over', { min: 0.5, max: 0.999 }],
    ]);
  });

  it('tells everything at once: keys first, then in the order of reading, with what is deep inside', () => {
    expect(faultsOf({ nobody: 1, title: 2, over: { draws: 0, drws: 1 }, customers: 0 })).toEqual([
      expect.stringMatching(/^nobody: /),
      'over.drws: expected only draws, received "drws" — did you mean draws?',
      'customers: expected a whole number from 1 to 100, received 0',
      'title: expected a text, received 2',
      'over.draws: expected a whole number from 1 to 100, received 0',
    ]);
  });

  it('hands a value to a door of its own, with its place', () => {
    const read = reading({ over: [1] }, keys, { under: 'study' });
    expect(read.by('over', (value, path) => [path, value])).toEqual(['study.over', [1]]);
    expect(read.by('title', () => 'never asked')).toBeUndefined();
    read.fault('over', 'no list', { code: 'conflict', hint: 'leave it out' });
    expect(read.issues).toEqual([
      { code: 'conflict', path: 'study.over', expected: 'no list', received: 'a list of 1', hint: 'leave it out' },
    ]);
  });

  it.each([[undefined], [null], [5], [[]], ['text'], [new Map()]])('throws for what is no object of settings: %s', (given) => {
    expect(faultsOf(given)).toEqual([expect.stringMatching(/^options: expected an object with power, customers, /)]);
  });

  it('runs nothing of the object, and tells what cannot be read', () => {
    const trap = (): never => {
      throw new Error('looked at');
    };
    const throwing = new Proxy({}, { ownKeys: trap, getPrototypeOf: trap, get: trap });
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const getter = Object.defineProperty({}, 'power', { get: trap, enumerable: true });
    for (const given of [throwing, revoked.proxy])
      expect(faultsOf(given)).toEqual([expect.stringMatching(/^options: .* received an object that cannot be read$/)]);
    expect(faultsOf(getter)).toEqual([expect.stringMatching(/^power: expected plain data, received a getter/)]);
    expect(faultsOf({ over: throwing })).toEqual([expect.stringMatching(/^over: .*cannot be read$/)]);
    expect(faultsOf({ listen: revoked.proxy })).toEqual(['listen: expected a function, received an object that cannot be read']);
  });

  it('copies values, but for those with doors of their own', () => {
    const written = { over: { draws: 1 }, title: {} };
    const read = reading(written, keys, { asTheyAre: ['over'] });
    expect(read.written.over).toBe(written.over);
    expect(read.written.title).not.toBe(written.title);
  });
});

describe('an object inside plain data', () => {
  it('is read under its path, with a hint where something else stands', () => {
    const issues: never[] = [];
    expect(readRecord({ any: 1 }, 'memory', issues, 'models by name')?.at('any')).toBe('memory.any');
    expect(readRecord([], 'memory', issues, 'models by name', undefined, 'write { a }')).toBeUndefined();
    expect(issues).toEqual([
      { code: 'invalid-type', path: 'memory', expected: 'models by name', received: 'an empty list', hint: 'write { a }' },
    ]);
  });
});
