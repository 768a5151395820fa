import { describe, expect, it } from 'vitest';
import { lognormal } from '../../../src/distributions/families/lognormal';
import { defineJourney } from '../../../src/journey/define-journey';
import type { Interaction, Journey } from '../../../src/journey/types';
import { addChoice } from '../../../src/redesign/edits/add-choice';
import { changeChannel } from '../../../src/redesign/edits/change-channel';
import { explainWait } from '../../../src/redesign/edits/explain-wait';
import { improveRecovery } from '../../../src/redesign/edits/improve-recovery';
import { informWait } from '../../../src/redesign/edits/inform-wait';
import { insert } from '../../../src/redesign/edits/insert';
import { merge } from '../../../src/redesign/edits/merge';
import { move } from '../../../src/redesign/edits/move';
import { occupyWait } from '../../../src/redesign/edits/occupy-wait';
import { preventFailure } from '../../../src/redesign/edits/prevent-failure';
import { remove } from '../../../src/redesign/edits/remove';
import { removeChoice } from '../../../src/redesign/edits/remove-choice';
import { reorder } from '../../../src/redesign/edits/reorder';
import { replace } from '../../../src/redesign/edits/replace';
import { scaleDuration } from '../../../src/redesign/edits/scale-duration';
import { showProgress } from '../../../src/redesign/edits/show-progress';
import { split } from '../../../src/redesign/edits/split';
import { swap } from '../../../src/redesign/edits/swap';
import { update } from '../../../src/redesign/edits/update';
import { checkEdits, redesign } from '../../../src/redesign/redesign';
import { clinic } from './bad-edits';

const ids = (journey: Journey): string => journey.interactions.map((step) => step.id).join(' ');
const step = (journey: Journey, id: string): Interaction => journey.interactions.find((one) => one.id === id)!;
const loose = defineJourney({
  name: 'Loose',
  interactions: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, duration: 60 * (index + 1) })),
});

describe('constructors', () => {
  it('make frozen JSON without empty keys, whatever happens to what was passed', () => {
    const given = { id: 'x', duration: 60, wait: undefined };
    const edit = insert(given as never, { to: 'end' }, { cost: 12 });
    given.duration = 1;
    expect(edit).toEqual({ edit: 'insert', step: { id: 'x', duration: 60 }, place: { to: 'end' }, cost: 12 });
    expect(Object.isFrozen(edit.step)).toBe(true);
    expect(JSON.parse(JSON.stringify(edit))).toEqual(edit);
    expect(Object.keys(split('a'))).toEqual(['edit', 'id']);
    expect(showProgress({ pace: 'constant' }, { cost: 1 })).toEqual({ edit: 'showProgress', pace: 'constant', cost: 1 });
  });

  it('refuse only what is no data', () => {
    const circle: Record<string, unknown> = { id: 'x' };
    circle['self'] = circle;
    expect(() => insert(circle as never, { to: 'end' })).toThrowError(expect.objectContaining({ code: 'cycle' }));
    expect(() => remove('a', 5 as never)).toThrowError(expect.objectContaining({ code: 'invalid-type' }));
    expect(checkEdits([remove('a', { costs: 5 } as never)])[0]?.path).toBe('edits[0].costs');
  });
});

describe('order', () => {
  it.each([
    ['to the start', { to: 'start' }, 'c a b d'],
    ['to the end', { to: 'end' }, 'a b d c'],
    ['before', { before: 'b' }, 'a c b d'],
    ['after', { after: 'd' }, 'a b d c'],
  ] as const)('moves %s', (_title, place, expected) => expect(ids(redesign(loose, [move('c', place)]))).toBe(expected));

  it('inserts, removes, swaps, reorders', () => {
    expect(ids(redesign(loose, [insert({ id: 'x', duration: '2 min' }, { after: 'a' })]))).toBe('a x b c d');
    expect(step(redesign(loose, [insert({ id: 'x', duration: '2 min' }, { to: 'start' })]), 'x').duration).toBe(120);
    expect(ids(redesign(loose, [remove('b')]))).toBe('a c d');
    expect(ids(redesign(loose, [swap('a', 'd')]))).toBe('d b c a');
    expect(ids(redesign(loose, [reorder(['d', 'b', 'c', 'a'])]))).toBe('d b c a');
  });

  it('counts after and pin only when all is done', () => {
    expect(ids(redesign(clinic, [move('pay', { after: 'register' }), move('doctor', { after: 'register' })]))).toBe(
      'register doctor pay triage queue check thanks',
    );
    const freed = redesign(clinic, [move('pay', { before: 'doctor' }), update('pay', { without: ['after'] })]);
    expect(ids(freed)).toBe('register triage queue check pay doctor thanks');
  });

  it('gives the same journey where nothing changed, resolved or as written', () => {
    const nothing = [
      move('b', { after: 'a' }),
      scaleDuration('b', 1),
      update('b', { duration: 120, without: ['failure'] }),
      reorder(['a', 'b', 'c', 'd']),
    ];
    for (const edit of nothing) expect(redesign(loose, [edit])).toBe(loose);
    expect(redesign(loose, [])).toBe(loose);
    expect(redesign(clinic, [changeChannel('pay', 'app'), update('pay', { without: ['channel'] })])).toBe(clinic);
    expect(redesign({ name: 'X', interactions: [{ id: 'a', duration: '1 min' }] }, []).interactions[0]?.duration).toBe(60);
  });
});

describe('merge', () => {
  it('keeps the parts as objects, and what they agree in', () => {
    const journey = defineJourney({
      name: 'M',
      interactions: [
        { id: 'a', duration: 100, stage: 's', channel: 'desk' },
        { id: 'b', kind: 'wait', duration: lognormal({ median: 101, sigma: 0.5 }), stage: 's', channel: 'app' },
        { id: 'c', duration: 1, stage: 't' },
      ],
    });
    const two = redesign(journey, [merge(['a', 'b'], { id: 'm', name: 'Both', affect: 'time-weighted' })]);
    expect(step(two, 'm')).toEqual({
      id: 'm',
      name: 'Both',
      stage: 's',
      kind: 'wait',
      affect: 'time-weighted',
      parts: journey.interactions.slice(0, 2),
    });
    // The wait takes 101 of 202 seconds: half is not more than half.
    const three = redesign(journey, [merge(['a', 'b', 'c'], { id: 'm', affect: { start: 0, end: 3 } })]);
    expect(step(three, 'm')).toEqual({ id: 'm', affect: { start: 0, end: 3 }, parts: journey.interactions });
  });

  it('merges merged steps, and split opens one level', () => {
    const once = redesign(loose, [merge(['a', 'b'], { id: 'm' }), merge(['m', 'c', 'd'], { id: 'n' })]);
    expect(ids(once)).toBe('n');
    expect(ids(redesign(once, [split('n')]))).toBe('m c d');
    expect(step(redesign(once, [split('m')]), 'n').parts?.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('keeps after and pin of its parts working', () => {
    const merged = redesign(clinic, [merge(['register', 'triage'], { id: 'welcome' }), merge(['doctor', 'pay'], { id: 'care' })]);
    expect(checkEdits([move('welcome', { before: 'thanks' })], merged).map(({ path }) => path)).toEqual([
      'edits[0].place',
      'edits[0].place',
    ]);
    expect(redesign(merged, [split('welcome'), split('care')])).toEqual(clinic);
  });

  it('passes on an after and a pin of its own when it is split, and keeps those of others', () => {
    const journey = redesign(loose, [
      merge(['b', 'c'], { id: 'm' }),
      update('m', { after: ['a'] }),
      update('d', { after: ['m'] }),
      split('m'),
    ]);
    expect(journey.interactions.map(({ after }) => after)).toEqual([undefined, ['a'], ['a'], ['b', 'c']]);
    const pinned = redesign(loose, [merge(['c', 'd'], { id: 'm' }), update('m', { pin: 'last' }), split('m')]);
    expect(pinned.interactions.map(({ pin }) => pin)).toEqual([undefined, undefined, undefined, 'last']);
  });
});

describe('split with parts', () => {
  const whole = defineJourney({
    name: 'S',
    interactions: [
      {
        id: 'x',
        name: 'Whole',
        stage: 's',
        kind: 'wait',
        duration: lognormal({ median: 100, sigma: 0.5 }),
        affect: { start: -2, end: 6 },
        effort: 4,
        wait: { occupied: 0.5, tolerance: 60 },
        failure: { probability: 0.1, affect: -3 },
        dropout: 0.2,
        skip: 0.3,
        pin: 'first',
      },
      { id: 'y', duration: 5, after: ['x'] },
    ],
  });

  it('shares out, copies and leaves the rest to the last', () => {
    const [one, two, last] = redesign(whole, [
      split('x', [
        { id: 'x', share: 0.25 },
        { id: 'z', share: 0.75, name: 'Rest' },
      ]),
    ]).interactions;
    const copied = { stage: 's', kind: 'wait', effort: 4, skip: 0.3 };
    expect(one).toEqual({
      id: 'x',
      ...copied,
      duration: { type: 'lognormal', median: 25, sigma: 0.5 },
      affect: { start: -2, end: 0 },
      wait: { occupied: 0.5, tolerance: 15 },
      pin: 'first',
    });
    expect(two).toEqual({
      id: 'z',
      name: 'Rest',
      ...copied,
      duration: { type: 'lognormal', median: 75, sigma: 0.5 },
      affect: { start: 0, end: 6 },
      wait: { occupied: 0.5, tolerance: 45 },
      failure: { probability: 0.1, affect: -3 },
      dropout: 0.2,
      drawAs: 'x',
    });
    expect(last?.after).toEqual(['x', 'z']);
  });

  it('divides a line where its inner points can be written, else copies it', () => {
    const normal = (mean: number, sd: number) => ({ type: 'normal', mean, sd }) as const;
    const uniform = { type: 'uniform', min: 0, max: 4 } as const;
    const line = (start: Interaction['affect'], end: Interaction['affect']): unknown[] => {
      const journey = { name: 'L', interactions: [{ id: 'x', duration: 60, affect: { start, end } as never }] };
      return redesign(journey, [
        split('x', [
          { id: 'a', share: 0.5 },
          { id: 'b', share: 0.5 },
        ]),
      ]).interactions.map(({ affect }) => affect);
    };
    expect(line(normal(0, 1), normal(4, 3))).toEqual([
      { start: normal(0, 1), end: normal(2, 2) },
      { start: normal(2, 2), end: normal(4, 3) },
    ]);
    expect(line(0, normal(4, 2))).toEqual([
      { start: 0, end: normal(2, 1) },
      { start: normal(2, 1), end: normal(4, 2) },
    ]);
    const half = { type: 'scaled', distribution: uniform, scale: 0.5, shift: 2 };
    expect(line(uniform, 4)).toEqual([
      { start: uniform, end: half },
      { start: half, end: 4 },
    ]);
    expect(line(uniform, uniform)).toEqual([
      { start: uniform, end: uniform },
      { start: uniform, end: uniform },
    ]);
    expect(line(uniform, normal(4, 2))).toEqual([
      { start: uniform, end: normal(4, 2) },
      { start: uniform, end: normal(4, 2) },
    ]);
  });

  it('adds up to the same seconds, and divides a part in its place', () => {
    const thirds = ['a', 'b', 'c'].map((id) => ({ id: `check-${id}`, share: 1 / 3 }));
    const journey = redesign(clinic, [scaleDuration('weigh', 0.1 / 0.3), split('weigh', thirds)]);
    const parts = step(journey, 'check').parts!;
    expect(parts.map(({ id }) => id)).toEqual(['check-a', 'check-b', 'check-c', 'rest']);
    const [a, b, c] = parts.map(({ duration }) => duration as number) as [number, number, number];
    expect(a + b + c).toBe(60 * (0.1 / 0.3));
    expect(parts[2]?.failure).toBeDefined();
    // Divided again, all still draw as the first whole did.
    const again = redesign(journey, [
      split('check-b', [
        { id: 'p', share: 0.5 },
        { id: 'q', share: 0.5 },
      ]),
    ]);
    expect(step(again, 'check').parts?.map(({ drawAs }) => drawAs)).toEqual(['weigh', 'weigh', 'weigh', 'weigh', undefined]);
  });
});

describe('replace and update', () => {
  it('replaces in place, and lets others follow the new id', () => {
    const journey = redesign(clinic, [replace('doctor', { id: 'nurse', duration: '5 min', drawAs: 'doctor' })]);
    expect(ids(journey)).toBe('register triage queue check nurse pay thanks');
    expect(step(journey, 'pay').after).toEqual(['nurse']);
    expect(step(redesign(clinic, [replace('rest', { id: 'rest', duration: 5 })]), 'check').parts?.[1]).toEqual({ id: 'rest', duration: 5 });
  });

  it('changes what is named of steps, parts and options, and nothing else of a wait, a failure or a choice', () => {
    const journey = redesign(clinic, [
      update('doctor', { failure: { probability: 0.2, affect: -1 }, duration: '9 min' }),
      update('rest', { wait: { occupied: 1 }, name: 'Sit down' }),
      update('video', { appeal: 1, available: false }),
      update('check', { stage: 'before', affect: 'time-weighted', kind: 'service' }),
    ]);
    expect(step(journey, 'doctor').failure).toEqual({ probability: 0.2, affect: -1, recovery: { probability: 0.5, affect: 2 } });
    expect(step(journey, 'doctor').duration).toBe(540);
    expect(step(journey, 'check').parts?.[1]).toMatchObject({ wait: { occupied: 1 }, name: 'Sit down' });
    expect(step(journey, 'doctor').choice?.options[0]).toMatchObject({ appeal: 1, available: false });
    expect(step(journey, 'check')).toMatchObject({ stage: 'before', affect: 'time-weighted' });
    expect(redesign(journey, [update('video', { without: ['appeal', 'available'] })]).interactions[4]?.choice).toEqual(
      step(clinic, 'doctor').choice,
    );
  });

  it('tells a fault that a taken key causes, at what took it', () => {
    const waits = { name: 'W', interactions: [{ id: 'q', kind: 'wait' as const, duration: 5, wait: { occupied: 1 } }] };
    expect(checkEdits([update('q', { kind: 'service' })], waits)[0]).toMatchObject({
      code: 'impossible-edit',
      path: 'edits[0].changes.kind',
    });
    expect(checkEdits([update('q', { without: ['kind'] })], waits)[0]).toMatchObject({
      code: 'impossible-edit',
      path: 'edits[0].changes.without',
    });
    expect(redesign(waits, [update('q', { without: ['kind', 'wait'] })]).interactions[0]).toEqual({ id: 'q', duration: 5 });
  });
});

describe('choices, waits, failures, progress', () => {
  it('adds options behind those that are there, and takes them away', () => {
    const more = redesign(clinic, [
      addChoice('doctor', [{ id: 'phone', duration: '5 min' }]),
      addChoice('weigh', [{ id: 'guess', duration: 1 }]),
    ]);
    expect(step(more, 'doctor').choice?.options.map(({ id }) => id)).toEqual(['video', 'phone']);
    expect(step(more, 'check').parts?.[0]?.choice?.options[0]?.id).toBe('guess');
    expect(step(redesign(more, [removeChoice('doctor', 'video')]), 'doctor').choice?.options.map(({ id }) => id)).toEqual(['phone']);
    expect(step(redesign(more, [removeChoice('doctor')]), 'doctor')).not.toHaveProperty('choice');
  });

  it('improves waits, in steps and in parts', () => {
    const journey = redesign(clinic, [occupyWait('queue', 0.8), explainWait('queue'), informWait('rest')]);
    expect(step(journey, 'queue').wait).toEqual({ occupied: 0.8, explained: true });
    expect(step(journey, 'check').parts?.[1]?.wait).toEqual({ informed: true });
  });

  it('makes failures rarer and recoveries better', () => {
    const journey = redesign(clinic, [
      preventFailure('doctor', { probability: 0 }),
      improveRecovery('doctor', { probability: 0.9, duration: '2 min' }),
      improveRecovery('weigh', { probability: 1, affect: 3 }),
    ]);
    expect(step(journey, 'doctor').failure).toEqual({
      probability: 0,
      affect: -4,
      recovery: { probability: 0.9, affect: 2, duration: 120 },
    });
    expect(step(journey, 'check').parts?.[0]?.failure?.recovery).toEqual({ probability: 1, affect: 3 });
  });

  it('scales durations, of a merged step in all its parts', () => {
    const journey = redesign(clinic, [scaleDuration('check', 2), scaleDuration('video', 0.5), scaleDuration('queue', 2)]);
    expect(step(journey, 'check').parts?.map(({ duration }) => duration)).toEqual([120, 180]);
    expect(step(journey, 'doctor').choice?.options[0]?.duration).toBe(240);
    expect(step(journey, 'queue').duration).toMatchObject({ type: 'lognormal' });
  });

  it('shows progress, keeping what it does not name', () => {
    const shown = redesign(loose, [showProgress({ endowed: 0.2 }), showProgress({ pace: [0, 0.5, 0.7, 1] })]);
    expect(shown.progress).toEqual({ shown: true, endowed: 0.2, pace: [0, 0.5, 0.7, 1] });
    // The number of steps counts at the end.
    expect(checkEdits([remove('d')], shown)[0]).toMatchObject({ code: 'impossible-edit', path: 'edits[0].id' });
    expect(redesign(shown, [remove('d'), showProgress({ pace: 'constant' })]).interactions.length).toBe(3);
  });

  it('changes channels', () => expect(step(redesign(loose, [changeChannel('a', 'app')]), 'a').channel).toBe('app'));
});
