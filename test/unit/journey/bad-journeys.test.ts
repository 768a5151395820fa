import { describe, expect, test } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';
import { checkJourney, defineJourney } from '../../../src/journey/define-journey';
import type { JourneyInput } from '../../../src/journey/types';
import { badJourneys, doubling } from './bad-journeys';

function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('what is wrong with a journey is told with code and path', () => {
  test.each(badJourneys)('%s', (_name, input, code, path) => {
    const issues = checkJourney(input);
    const told = issues.filter((issue) => issue.code === code && (path === '' ? true : issue.path === path));
    expect(told, JSON.stringify(issues, null, 1)).toHaveLength(1);
    for (const issue of issues) {
      expect(issue.expected).not.toBe('');
      expect(issue.received).not.toBe('');
      expect(issue.expected + issue.received).not.toMatch(/@quantity|Invalid input/);
    }
    const error = thrownBy(() => defineJourney(input as JourneyInput));
    expect(isJourneyError(error) && error.issues).toEqual(issues);
  });

  test('one fault is one issue: no fault is told twice', () => {
    const many = badJourneys.filter(([, input]) => checkJourney(input).length > 1).map(([name]) => name);
    expect(many).toEqual([]);
  });
});

describe('all faults at once', () => {
  const faulty = {
    name: '',
    cohesion: 2,
    interactions: [
      { id: 'a', duration: NaN, affect: 11, dropout: 2 },
      null,
      { id: 'a', duration: 'soon', after: ['z'], pin: 'first', unknown: 1 },
      { id: 'c', parts: [{ id: 'd', duration: -1 }, { id: 'e' }], duration: 5 },
    ],
  };

  test('the rules hold over whatever can be read, and nothing stops at the first', () => {
    const told = checkJourney(faulty).map((issue) => `${issue.code} ${issue.path}`);
    expect(new Set(told)).toEqual(
      new Set([
        'invalid-text name',
        'out-of-range cohesion',
        'out-of-range interactions[0].duration',
        'out-of-range interactions[0].affect',
        'out-of-range interactions[0].dropout',
        'invalid-type interactions[1]',
        'duplicate-id interactions[2].id',
        'invalid-text interactions[2].duration',
        'unknown-id interactions[2].after[0]',
        'conflict interactions[2].pin',
        'unknown-key interactions[2].unknown',
        'conflict interactions[3].duration',
        'out-of-range interactions[3].parts[0].duration',
        'missing interactions[3].parts[1].duration',
      ]),
    );
    expect(told).toHaveLength(14);
  });

  test('at most 200 are listed, the error counts the rest', () => {
    const interactions = Array.from({ length: 250 }, (_, i) => ({ id: `s${i}`, duration: -1 }));
    expect(checkJourney({ name: 'many', interactions })).toHaveLength(200);
    const error = thrownBy(() => defineJourney({ name: 'many', interactions }));
    expect(isJourneyError(error) && [error.issues.length, error.more]).toEqual([200, 50]);
  });

  test('data in which each object stands twice in the next is told in bounded time', () => {
    expect(checkJourney(doubling()).map((issue) => issue.code)).toEqual(['too-large']);
  });

  test('ten thousand steps that each name an unknown id are told in bounded time', () => {
    const interactions = Array.from({ length: 10_000 }, (_, i) => ({ id: `step-${i}`, duration: 1, after: [`stop-${i}`] }));
    const issues = checkJourney({ name: 'many', interactions });
    expect(issues).toHaveLength(200);
    expect(issues[0]!.hint).toContain('step-0');
  });

  test('a chain of ten thousand afters is no circle, and one more makes it one', () => {
    const chain = (closing: string[]) =>
      Array.from({ length: 10_000 }, (_, i) => ({ id: `s${i}`, duration: 1, after: i === 0 ? closing : [`s${i - 1}`] }));
    expect(checkJourney({ name: 'chain', interactions: chain([]) })).toEqual([]);
    expect(checkJourney({ name: 'chain', interactions: chain(['s9999']) }).map(({ code, path }) => [code, path])).toEqual([
      ['cycle', 'interactions[0].after[0]'],
    ]);
  });
});

describe('ids that look alike', () => {
  const issuesOf = (...ids: string[]) => checkJourney({ name: 'ids', interactions: ids.map((id) => ({ id, duration: 1 })) });
  test('are told apart in writing, whichever of them comes first', () => {
    expect(issuesOf('caf\u00e9', 'cafe\u0301')[0]!.hint).toContain('this is "cafe\\u{301}", the other "caf\u00e9"');
    expect(issuesOf('\ufeffid', 'id')[0]!.hint).toContain('this is "id", the other "\\u{feff}id"');
  });
  test('are only those that look the same: capitals, words and signs that can be seen make another id', () => {
    expect(
      issuesOf(
        'register',
        'Register',
        'REGISTER',
        'register-2',
        're gister',
        'r\u00e9gister',
        '\u0440egister',
        '1',
        '1.0',
        '\ud83d\ude00',
        '😃',
      ),
    ).toEqual([]);
  });
  test('a stream may have the very id of another step, and several may share a stream', () => {
    const steps = [{ id: 'a', duration: 1 }, { id: 'b', duration: 1, drawAs: 'a' }, { id: 'c', duration: 1, drawAs: 'x' }, { id: 'd', duration: 1, drawAs: 'x' }]; // prettier-ignore
    expect(checkJourney({ name: 'streams', interactions: steps })).toEqual([]);
  });
});

describe('hints name what was probably meant', () => {
  test.each<[string, unknown, string]>([
    ['edits', [{ edit: 'move', id: 'a', place: { to: 'end' } }], 'redesign(baseline, [ … ])'],
    ['steps', [{ id: 'a', duration: 1 }], 'interactions: [ … ]'],
    ['what simulate returned', { kind: 'simulation', journey: { name: 'x', interactions: [] } }, '.journey'],
    ['what compare returned', { kind: 'comparison', baseline: { journey: { name: 'x', interactions: [] } } }, '.baseline.journey'],
    ['one of its variants', { simulation: { journey: { name: 'x', interactions: [] } } }, '.simulation.journey'],
    ['a text of JSON', '{"name":"x"}', 'JSON.parse'],
    ['a newer schema', { name: 'x', schemaVersion: 2, interactions: [{ id: 'a', duration: 1 }] }, 'newer version'],
    ['a schema as text', { name: 'x', schemaVersion: '1', interactions: [{ id: 'a', duration: 1 }] }, 'number 1'],
  ])('%s', (_name, input, named) => {
    const issues = checkJourney(input);
    expect(issues).toHaveLength(1);
    expect(issues[0]!.hint).toContain(named);
  });
  test('no hint of a newer version at an older one', () => {
    expect(checkJourney({ name: 'x', schemaVersion: 0, interactions: [{ id: 'a', duration: 1 }] })[0]!.hint).toBeUndefined();
  });
  const hintOf = (step: object) => checkJourney({ name: 'hints', interactions: [{ id: 'a', duration: 1, ...step }] })[0]?.hint;
  test.each([
    [{ durration: 1 }, 'duration'],
    [{ minutes: 1 }, 'duration'],
    [{ recovery: {} }, 'failure'],
    [{ dropout: 25 }, '0.25'],
    [{ dropout: '0.5' }, '0.5'],
    [{ dropout: '7.5 %' }, '0.075'],
    [{ skip: 29 }, 'write 0.29'],
    [{ after: ['a\u200b'] }, '"a\\u{200b}"'],
    [{ id: 7 }, '"7"'],
    [{ duration: { type: 'normal', mean: 5, sd: 1 } }, 'lognormal'],
    [{ duration: { type: 'lognorml', median: 5, sigma: 1 } }, 'lognormal'],
    [{ failure: { probability: 1, affect: 3 } }, '-3'],
    [{ kind: 'wit' }, 'wait'],
    [{ affect: 70 }, 'fromScale'],
    [{ after: ['aa'] }, '"a"'],
    [{ failure: { probability: 1, affect: -1, retry: { atMost: 1, wiat: { duration: 1 } } } }, 'wait'],
    [{ failure: { probability: 1, affect: -1, retry: { atMost: 1, wait: { duration: 1, ocupied: 1 } } } }, 'occupied'],
    [{ failure: { probability: 1, affect: -1, retry: { atMost: '2' } } }, 'number 2'],
    [{ kind: 'wait', anxious: 1, wait: { anxious: 1 } }, 'wait.anxious'],
    [{ kind: 'gap', affect: 1 }, 'kind: "wait"'],
  ])('%j', (step, named) => {
    expect(hintOf(step)).toContain(named);
  });
});
