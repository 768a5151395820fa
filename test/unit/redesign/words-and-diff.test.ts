import { describe, expect, it } from 'vitest';
import { defineJourney } from '../../../src/journey/define-journey';
import { journeyHash } from '../../../src/journey/journey-hash';
import { toText } from '../../../src/results/to-text';
import { diffJourneys } from '../../../src/redesign/diff-journeys';
import { movedSteps } from '../../../src/redesign/moved-steps';
import { editCatalogue, editKinds } from '../../../src/redesign/edit-catalogue';
import { addChoice } from '../../../src/redesign/edits/add-choice';
import { insert } from '../../../src/redesign/edits/insert';
import { merge } from '../../../src/redesign/edits/merge';
import { move } from '../../../src/redesign/edits/move';
import { remove } from '../../../src/redesign/edits/remove';
import { reorder } from '../../../src/redesign/edits/reorder';
import { replace } from '../../../src/redesign/edits/replace';
import { scaleDuration } from '../../../src/redesign/edits/scale-duration';
import { split } from '../../../src/redesign/edits/split';
import { update } from '../../../src/redesign/edits/update';
import { redesign } from '../../../src/redesign/redesign';
import { applyPatches, redesignWithPatches } from '../../../src/redesign/redesign-with-patches';
import { clinic } from './bad-edits';

describe('an edit in words', () => {
  it('says of a gap that it is one, and of a field what people call it', () => {
    expect(toText(insert({ id: 'post', kind: 'gap', duration: '2 days' }, { to: 'end' }))).toContain('"post" (2 days, a gap)');
    expect(toText(update('pay', { leavingAffect: -2 }))).toContain('affect on leaving −2');
  });

  it('says what an edit does, with names where the journey has them', () => {
    const edit = move('a', { before: 'b' }, { cost: 1200 });
    expect(toText(edit)).toContain('"a"');
    expect(toText(edit)).toContain('1,200');
    const journey = { name: 'N', interactions: [{ id: 'a', name: 'Say hello', duration: 1 }] };
    expect(toText(edit, { journey })).toContain('"Say hello"');
  });

  it('throws at what is no edit, told from the edit', () => {
    expect(() => toText({ edit: 'move', id: 'a', place: { to: 'top' } } as never)).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'edit.place.to' })] }),
    );
  });

  it('has a usage for every edit', () => {
    for (const kind of editKinds) expect(editCatalogue[kind].usage).toMatch(new RegExp(`^${kind}\\(`));
  });
});

describe('diffJourneys', () => {
  const changes = (edits: Parameters<typeof redesign>[1]) => diffJourneys(clinic, redesign(clinic, edits)).changes;

  it('knows merges, splits, replacements, moves and options', () => {
    expect(changes([merge(['triage', 'queue'], { id: 'm' })])).toEqual([{ change: 'merged', id: 'm', parts: ['triage', 'queue'] }]);
    expect(changes([split('check')])).toEqual([{ change: 'split', id: 'check', parts: ['weigh', 'rest'] }]);
    expect(
      changes([
        split('triage', [
          { id: 'p', share: 0.5 },
          { id: 'q', share: 0.5 },
        ]),
      ]),
    ).toEqual([{ change: 'split', id: 'triage', parts: ['p', 'q'] }]);
    expect(changes([move('triage', { before: 'pay' })])).toEqual([{ change: 'moved', id: 'triage', from: 1, to: 4 }]);
    expect(changes([addChoice('pay', [{ id: 'card', duration: 5 }])])).toEqual([{ change: 'optionAdded', id: 'pay', option: 'card' }]);
    expect(changes([remove('triage')])).toEqual([{ change: 'removed', id: 'triage', place: 1 }]);
    expect(changes([replace('triage', { id: 'sort', duration: '6 min', drawAs: 'triage' })])).toEqual([
      { change: 'replaced', id: 'triage', by: 'sort' },
    ]);
    expect(changes([update('doctor', { affect: 3 })])).toEqual([{ change: 'changed', id: 'doctor', field: 'affect', from: 2, to: 3 }]);
    const unrecovered = { probability: 0.1, affect: -4 };
    expect(changes([update('doctor', { without: ['failure'] }), update('doctor', { failure: unrecovered })])).toEqual([
      { change: 'changed', id: 'doctor', field: 'failure.recovery', from: { probability: 0.5, affect: 2 } },
    ]);
  });

  it('takes a merge that moved as merged and moved', () => {
    expect(changes([merge(['triage', 'queue'], { id: 'm' }), move('m', { before: 'thanks' })])).toEqual([
      { change: 'merged', id: 'm', parts: ['triage', 'queue'] },
      { change: 'moved', id: 'm', from: 1, to: 4 },
    ]);
  });

  it('tells the journey apart too, and values that read alike', () => {
    const other = defineJourney({ ...clinic, promise: '1 h', name: 'Practice' });
    expect(diffJourneys(clinic, other).changes.map((change) => 'field' in change && change.field)).toEqual(['name', 'promise']);
    const nearly = redesign(clinic, [scaleDuration('triage', 1.0000001)]);
    expect(toText(diffJourneys(clinic, nearly))).toContain('360.000036');
  });

  it('says where what is new or moved stands, by its neighbour', () => {
    const step = (id: string) => ({ id, duration: 60 });
    const held = { id: 'm', parts: [step('p'), step('q')] };
    const words = (before: object[], after: object[]) =>
      toText(diffJourneys({ name: 'J', interactions: before } as never, { name: 'J', interactions: after } as never)).split('\n');
    expect(words([step('a')], [step('x'), step('a'), step('y'), step('z')])).toEqual([
      'added "x" to the start',
      'added "y" after "a"',
      'added "z" to the end',
    ]);
    expect(words([step('a'), held], [step('a'), { ...held, parts: [step('p'), step('n'), step('q')] }])).toContain('added "n" in "m"');
    expect(words([step('a'), step('b'), step('c')], [step('c'), step('b'), step('a')])).toEqual([
      'moved "a" to the end',
      'moved "b" after "c"',
    ]);
  });

  it('takes all that draw as a step did for what it was split into', () => {
    const step = (id: string, drawAs?: string) => ({ id, duration: 60, ...(drawAs === undefined ? {} : { drawAs }) });
    const many = ['p', 'q', 'r'].map((id) => step(id, 'a'));
    expect(diffJourneys({ name: 'J', interactions: [step('a')] }, { name: 'J', interactions: many }).changes).toEqual([
      { change: 'split', id: 'a', parts: ['p', 'q', 'r'] },
    ]);
  });

  it('says which journey is wrong', () => {
    expect(() => diffJourneys(clinic, { name: 'X', interactions: [{ id: 'a' }] })).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'after.interactions[0].duration' })] }),
    );
  });

  it('finds the fewest moves', () => {
    const moved = (before: string, after: string) => movedSteps([...before], new Map([...after].map((id, index) => [id, index]))).join('');
    expect(moved('abcde', 'bcdae')).toBe('a');
    expect(moved('abcde', 'axcbde')).toBe('b');
    expect(moved('abc', 'cba')).toBe('ab');
    expect(moved('', 'a')).toBe('');
  });
});

describe('patches', () => {
  it('are frozen JSON and lead there and back, step by step', () => {
    const edits = [
      merge(['triage', 'queue'], { id: 'm' }),
      scaleDuration('m', 0.5),
      reorder(['register', 'm', 'doctor', 'check', 'pay', 'thanks']),
    ];
    let journey = clinic;
    const back = [];
    for (const edit of edits) {
      const done = redesignWithPatches(journey, [edit]);
      expect(applyPatches(journey, done.patches)).toEqual(done.journey);
      expect(Object.isFrozen(done.patches[0]!.path)).toBe(true);
      back.unshift(done.inversePatches);
      journey = done.journey;
    }
    for (const patches of back) journey = applyPatches(journey, patches);
    expect(JSON.stringify(journey)).toBe(JSON.stringify(clinic));
  });

  it('carry the hash of the journey they fit, and no other takes them', () => {
    const edits = [update('pay', { affect: 3 }), move('triage', { after: 'queue' })];
    const done = JSON.parse(JSON.stringify(redesignWithPatches(clinic, edits))) as ReturnType<typeof redesignWithPatches>;
    expect(new Set(done.patches.map(({ base }) => base))).toEqual(new Set([journeyHash(clinic)]));
    expect(new Set(done.inversePatches.map(({ base }) => base))).toEqual(new Set([journeyHash(done.journey)]));
    // A journey as written is the same journey; one that somebody else changed meanwhile is not, wherever it was changed.
    expect(applyPatches(JSON.parse(JSON.stringify(clinic)) as typeof clinic, done.patches)).toEqual(done.journey);
    const others = [
      redesign(clinic, [update('pay', { name: 'Renamed' })]),
      redesign(clinic, [update('doctor', { effort: 3 })]),
      redesign(clinic, [move('queue', { before: 'triage' })]),
      redesign(clinic, [remove('check')]),
      done.journey,
    ];
    for (const other of others) {
      expect(() => applyPatches(other, done.patches)).toThrowError(
        expect.objectContaining({ code: 'impossible-edit', issues: [expect.objectContaining({ path: 'patches[0].base' })] }),
      );
    }
    expect(() => applyPatches(clinic, done.inversePatches)).toThrowError(expect.objectContaining({ code: 'impossible-edit' }));
    // One of another origin among them is found.
    const strange = redesignWithPatches(others[0]!, edits).patches;
    expect(() => applyPatches(clinic, [...done.patches, ...strange])).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ path: `patches[${done.patches.length}].base` })] }),
    );
    expect(() => applyPatches(clinic, [{ ...done.patches[0]!, base: 5 as never }])).toThrowError(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'patches[0]' })] }),
    );
    // Edits aim by id: they fit what it has become, and nothing that somebody else changed is lost.
    expect(redesign(others[0]!, edits).interactions.find(({ id }) => id === 'pay')).toMatchObject({ name: 'Renamed', affect: 3 });
  });

  it('are empty where nothing changed', () => {
    const done = redesignWithPatches(clinic, [scaleDuration('pay', 2), scaleDuration('pay', 0.5)]);
    expect(done.journey).toBe(clinic);
    expect([done.patches, done.inversePatches]).toEqual([[], []]);
    expect(applyPatches(clinic, [])).toBe(clinic);
  });

  it.each([
    ['no list', 5, 'impossible-edit'],
    ['no patch', [{ op: 'move', path: ['name'] }], 'impossible-edit'],
    ['no path', [{ op: 'replace', path: [], value: 5 }], 'impossible-edit'],
    ['a path to nowhere', [{ op: 'replace', path: ['interactions', 40, 'wait', 'occupied'], value: 5 }], 'impossible-edit'],
    ['a way out of the data', [{ op: 'add', path: ['__proto__', 'x'], value: 5 }], 'impossible-edit'],
    ['a journey that is wrong', [{ op: 'replace', path: ['interactions', 0, 'duration'], value: -5 }], 'out-of-range'],
  ])('refuse %s', (_why, patches, code) => {
    expect(() => applyPatches(clinic, patches as never)).toThrowError(expect.objectContaining({ code }));
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});
