import { describe, expect, test } from 'vitest';
import { isJourneyError, simulate, type Issue } from 'peakend';
import { fromMermaid, type FromMermaidOptions } from 'peakend/formats';

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
}

/** A journey in a few words: `stage/id affect actors`. */
function told(text: string, options: FromMermaidOptions = {}): string[] {
  const { interactions, name } = fromMermaid(text, options).value.journey;
  return [
    name,
    ...interactions.map(({ id, stage, affect, actors = [] }) => `${stage ?? ''}/${id} ${affect as number} ${actors.join('+')}`.trim()),
  ];
}

describe('diagrams as people write them', () => {
  test('the plain one', () => {
    const text = `journey
    title A day at the desk
    section Morning
      Boil water: 4: Kim
      Climb the stairs: 3: Kim
      Write the report: 1: Kim, Dog
    section Evening
      Lie down: 5: Kim`;
    expect(told(text)).toEqual([
      'A day at the desk',
      'Morning/boil-water 5 Kim',
      'Morning/climb-the-stairs 0 Kim',
      'Morning/write-the-report -10 Kim+Dog',
      'Evening/lie-down 10 Kim',
    ]);
    expect(fromMermaid(text).left).toEqual([{ path: '', what: 'durations are not in it: 5 min are assumed for every step', count: 4 }]);
  });

  test('names that say waiting, for a diagram does not say where people wait', () => {
    const kindsOf = (...names: string[]) =>
      fromMermaid(`journey\ntitle Visit\n${names.map((name) => `${name}: 3`).join('\n')}`).left.filter(({ what }) =>
        what.startsWith('kinds'),
      );
    const [found] = kindsOf('Arrive', 'Waiting room', 'Waiting for results', 'Wait', 'Queue', 'On hold', 'QUEUEING again');
    expect(found).toMatchObject({ path: '', count: 6 });
    for (const part of ['"Waiting room", "Waiting for results"', '"On hold" and 1 more', "{ kind: 'wait' }"])
      expect(found!.what).toContain(part);
    expect(kindsOf('Order with the waiter', 'Household', 'Pay')).toEqual([]);
  });

  test('odd spacing, no indent, Windows line ends, trailing commas and semicolons', () => {
    const text =
      'journey\r\ntitle   Shop \r\n\r\nsection  Find  \r\n  Search  :5 :  Buyer ,  ,Guest,\r\nCompare:3:Buyer;\r\n\tPay   :   2   :';
    expect(told(text)).toEqual(['Shop', 'Find/search 10 Buyer+Guest', 'Find/compare 0 Buyer', 'Find/pay -5']);
  });

  test('no title, no sections, no actors', () => {
    const { value, left } = fromMermaid('journey\nA: 1\nB: 5\n');
    expect(value.journey.name).toBe('Journey');
    expect(value.journey.interactions).toEqual([
      { id: 'a', name: 'A', duration: 300, affect: -10 },
      { id: 'b', name: 'B', duration: 300, affect: 10 },
    ]);
    expect(left.map(({ what }) => what)).toContain('it has no title: the journey is called Journey');
    expect(fromMermaid('journey\nA: 1', { name: 'Mine' }).value.journey.name).toBe('Mine');
  });

  test('commas, ampersands, brackets and emoji in names', () => {
    const text = `journey
      title Tests, traces & tracing: the long way
      section 🏥 Sick & tired
        Feel bad, stay home & call: 2: Patient, Dr. Ito & team
        💊: 4: Patient
        [PAIN] Nobody answers (anxious): 1: Patient
        R&amp;D #35;1 #58; done: 5: Patient`;
    expect(told(text)).toEqual([
      'Tests, traces & tracing: the long way',
      '🏥 Sick & tired/feel-bad-stay-home-call -5 Patient+Dr. Ito & team',
      '🏥 Sick & tired/step-2 5 Patient',
      '🏥 Sick & tired/pain-nobody-answers-anxious -10 Patient',
      '🏥 Sick & tired/r-d-1-done 10 Patient',
    ]);
    expect(fromMermaid(text).value.journey.interactions[3]!.name).toBe('R&D #1 : done');
  });

  test('colons in names where one reading is possible', () => {
    expect(told('journey\ntitle T\nStep one: sign in: 4: Me\nCall: ask: again: 2\nAt 9:30 sharp: 3: Me')).toEqual([
      'T',
      '/step-one-sign-in 5 Me',
      '/call-ask-again -5',
      '/at-9-30-sharp 0 Me',
    ]);
  });

  test('the same task again', () => {
    expect(told('journey\ntitle T\nWait: 2: Me\nwait: 1: Me\nWait : 3: Me\nWait 2: 3').slice(1)).toEqual([
      '/wait -5 Me',
      '/wait-2 -10 Me',
      '/wait-3 0 Me',
      '/wait-2-2 0',
    ]);
  });

  test('scores of 7 points, of 0 to 10, around zero, upside down, with decimals', () => {
    expect(told('journey\ntitle T\nA: 7\nB: 4\nC: 1', { scale: [1, 7] }).slice(1)).toEqual(['/a 10', '/b 0', '/c -10']);
    expect(told('journey\ntitle T\nA: 0\nB: 7.5', { scale: [0, 10] }).slice(1)).toEqual(['/a -10', '/b 5']);
    expect(told('journey\ntitle T\nA: -2\nB: −1\nC: +2', { scale: [-2, 2] }).slice(1)).toEqual(['/a -10', '/b -5', '/c 10']);
    expect(told('journey\ntitle T\nA: 1\nB: 5', { scale: [5, 1] }).slice(1)).toEqual(['/a 10', '/b -10']);
  });

  test('comments, settings, descriptions and a fence of Markdown', () => {
    const text =
      `Not this line`.slice(0, 0) +
      `\`\`\`mermaid
---
title: "From the front"
config:
  theme: dark
---
%%{init: {
  'theme': 'forest' }}%%
journey
  accTitle: Visit
  accDescr {
    A: 1: Nobody
    two lines
  }
  accDescr: one line
  %% first
  section Arrive %% where it begins
    Park: 2: Ann %% not far
    100%% sure: 4: Ann
\`\`\``;
    expect(told(text)).toEqual(['From the front', 'Arrive/park -5 Ann', 'Arrive/100-sure 5 Ann']);
    expect(fromMermaid(text, { duration: 60 }).left).toEqual([
      { path: 'line[4]', what: 'settings in front of the diagram are not carried', count: 2 },
      { path: 'line[7]', what: 'settings of the drawing are not carried' },
      { path: 'line[10]', what: 'descriptions for screen readers are not carried', count: 3 },
      { path: 'line[16]', what: 'comments are not carried', count: 3 },
    ]);
  });

  test('a title after the tasks, tasks called as the words of the format, line ends in names', () => {
    const text = 'journey\ntitle: 5: Me\nsectional: 4: Me\ntitle Late\nTwo<br/>lines: 3';
    expect(told(text)).toEqual(['Late', '/title 10 Me', '/sectional 5 Me', '/two-lines 0']);
    expect(fromMermaid(text).left.map(({ path }) => path)).toContain('line[5]');
  });

  test('many scripts, and names that look alike', () => {
    expect(told('journey\ntitle 旅\nsection 駅\n切符を買う: 4: 客\nЖдать: 2: Гость\nCafé: 3\nCafe\u0301: 3')).toEqual([
      '旅',
      '駅/切符を買う 5 客',
      '駅/ждать -5 Гость',
      '駅/café 0',
      '駅/café-2 0',
    ]);
  });

  test('durations by option, as typed', () => {
    const step = (duration: FromMermaidOptions['duration']) =>
      fromMermaid('journey\ntitle T\nA: 1', { duration }).value.journey.interactions[0]!;
    expect(step('10 min')).toMatchObject({ duration: 600, durationText: '10 min' });
    expect(step(90)).toMatchObject({ duration: 90 });
    expect(step({ type: 'uniform', min: 1, max: 2 }).duration).toEqual({ type: 'uniform', min: 1, max: 2 });
  });

  test('actors as segments: each skips the steps of others', () => {
    const text = 'journey\ntitle Ward\nAdmit: 2: Patient, Nurse\nWash: 4: Nurse\nSleep: 3\nWake: 5: Patient,Each';
    const { journey, segments } = fromMermaid(text, { actors: 'segments' }).value;
    expect(segments).toEqual([
      { id: 'patient', name: 'Patient', share: 1 / 3, count: 1, responses: { wash: { skip: 1 } } },
      { id: 'nurse', name: 'Nurse', share: 1 / 3, count: 1, responses: { wake: { skip: 1 } } },
      { id: 'each-2', name: 'Each', share: 1 / 3, count: 1, responses: { admit: { skip: 1 }, wash: { skip: 1 } } },
    ]);
    const { segments: results } = simulate({ journey, segments: segments!, customers: 10, seed: 1 });
    expect(results['nurse']!.interactions!['wake']!.reached).toBe(0);
    expect(results['nurse']!.interactions!['sleep']!.reached).toBe(1);
    const nobody = fromMermaid('journey\ntitle T\nA: 1', { actors: 'segments' });
    expect(nobody.value.segments).toBeUndefined();
    expect(nobody.left.map(({ what }) => what)).toContain('nobody is named in it: there are no segments');
  });
});

describe('faults are told at their line and column', () => {
  test.each([
    ['journey\n  A: 7: Me', 'line[2].column[6]', 'out-of-range'],
    ['journey\n  Make tea', 'line[2].column[3]', 'invalid-text'],
    ['journey\n  Make tea: good: Me', 'line[2].column[13]', 'invalid-text'],
    ['journey\n  Make tea: 4,5: Me', 'line[2].column[13]', 'invalid-text'],
    ['journey\n  A: 3: 4: Me', 'line[2].column[6]', 'invalid-text'],
    ['journey\n  : 3: Me', 'line[2].column[3]', 'invalid-text'],
    ['journey\nA: 1\njourney\nB: 2', 'line[3].column[1]', 'invalid-text'],
    ['flowchart LR\n  A --> B', 'line[1].column[1]', 'invalid-text'],
    ['journey\nsection Review: 4: Me', 'line[2].column[1]', 'invalid-text'],
    ['journey\ntitle T', '', 'missing'],
    ['', 'line[1].column[1]', 'invalid-text'],
  ])('%j', (text, path, code) => {
    const [issue] = issuesOf(() => fromMermaid(text));
    expect([issue!.path, issue!.code]).toEqual([path, code]);
  });

  test('all at once, with a scale that fits', () => {
    const issues = issuesOf(() => fromMermaid('journey\nA: 7\nB: 6\nC: 2'));
    expect(issues.map(({ path }) => path)).toEqual(['line[2].column[4]', 'line[3].column[4]']);
    expect(issues[0]!.hint).toContain('scale: [1, 7]');
    expect(issuesOf(() => fromMermaid('journey\nA: 0'))[0]!.hint).toContain('scale: [0, 3]');
    expect(issuesOf(() => fromMermaid('journey\nA: -2'))[0]!.hint).toContain('scale: [-3, 3]');
  });

  test('a fault of the journey is told at the line of its task', () => {
    const issues = issuesOf(() => fromMermaid(`journey\nA: 1\n${'n'.repeat(10_001)}: 2`));
    expect(issues[0]).toMatchObject({ code: 'too-large', path: 'line[3].name' });
    expect(issuesOf(() => fromMermaid(`journey\n${'A: 1\n'.repeat(10_001)}`))[0]!.code).toBe('too-large');
  });

  test.each([
    [{ scale: [1, 1] }, 'scale'],
    [{ scale: 5 }, 'scale'],
    [{ duration: 'soon' }, 'duration'],
    [{ actors: 'people' }, 'actors'],
    [{ name: 5 }, 'name'],
    [{ nme: 'x' }, 'nme'],
  ])('options %j', (options, path) => expect(issuesOf(() => fromMermaid('journey\nA: 1', options as never))[0]!.path).toBe(path));

  test('long and hostile texts end in time', () => {
    issuesOf(() => fromMermaid(`journey\n${':'.repeat(1_000_000)}`));
    issuesOf(() => fromMermaid(`journey\n${' '.repeat(1_000_000)}x`));
    issuesOf(() => fromMermaid(`journey\nA${'&#'.repeat(500_000)}: 3`));
    issuesOf(() => fromMermaid(`journey\nA: 3: ${'a,'.repeat(500_000)}`));
    issuesOf(() => fromMermaid(`journey\n${'x\n'.repeat(1_000_000)}`));
    issuesOf(() => fromMermaid(`journey\ntitle ${'1 '.repeat(400_000)}: x`));
    expect(issuesOf(() => fromMermaid('x'.repeat(20_000_001)))[0]!.code).toBe('too-large');
  }, 20_000);
});
