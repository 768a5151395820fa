import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defineJourney, isJourneyError, type Issue } from 'peakend';
import { arbitraries } from 'peakend/arbitraries';
import { fromCsv, toCsv } from 'peakend/formats';
import { unsaid } from './lists-what-is-lost';

function issuesOf(run: () => unknown): readonly Issue[] {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
}

const read = (text: string | Uint8Array, more = {}) => fromCsv(text, { name: 'Visit', ...more });
const steps = (text: string | Uint8Array, more = {}) => read(text, more).value.interactions;

describe('a table of steps as spreadsheets write it', () => {
  const plain = [
    { id: 'call', duration: 240 },
    { id: 'hold', kind: 'wait', duration: 720 },
  ];

  test.each([
    ['commas', 'id,kind,minutes\ncall,,4\nhold,wait,12\n'],
    ['semicolons and capitals', 'ID;Kind;Minutes\r\ncall;;4\r\nhold;WAIT;12\r\n'],
    ['tabs, no line end at the end', 'id\tkind\tminutes\ncall\t\t4\nhold\twait\t12'],
    ['a byte order mark, blank lines, trailing delimiters', '\ufeffid,kind,minutes,\n\ncall,,4,\n,,,\nhold,wait,12,\n\n'],
    ['line ends of old', 'id,kind,minutes\rcall,,4\rhold,wait,12\r'],
    ['a line that names the delimiter', 'sep=;\r\nid;kind;minutes\r\ncall;;4\r\nhold;wait;12\r\n'],
    ['quotes around everything', '"id","kind","minutes"\n"call","","4"\n"hold","wait","12"\n'],
    ['blank lines before the headers', '\n\nid,kind,minutes\ncall,,4\nhold,wait,12\n'],
  ])('%s', (_, text) => {
    expect(steps(text)).toEqual(plain);
    expect(steps(new TextEncoder().encode(text))).toEqual(plain);
    expect(read(text).left).toEqual([]);
  });

  test('without a column of kinds, steps whose names say that people wait are told', () => {
    const text = 'id,name,minutes,feeling\nq,Waiting room,30,-3\nd,Doctor,10,2\n';
    expect(read(text).left).toEqual([
      {
        path: '',
        what: 'kinds are not in it: every step is a service, in which nobody waits, also "Waiting room"; where people do, add a column kind that says wait',
      },
    ]);
    expect(read(text.replace('Waiting room', 'Waiter')).left).toEqual([]);
    expect(read('id,name,kind,minutes\nq,Waiting room,,30\n').left).toEqual([]);
  });

  test('line ends, quotes and delimiters within quotes', () => {
    const text = 'id,minutes,note\na,1,"two\nlines, and a ""word"""\nb,2,\n';
    expect(steps(text)[0]!.note).toBe('two\nlines, and a "word"');
    expect(issuesOf(() => read(`${text}c,x,\n`))[0]!.path).toBe('line[5].minutes');
  });

  test('durations as typed, ratings on their scale, lists', () => {
    expect(steps('id;duration;rating;actors\na;5 to 10 min;5;Ann; Bo\n'.replace('Ann; Bo', '"Ann; Bo"'), { scale: [1, 5] })).toMatchObject([
      { durationText: '5 to 10 min', affect: 10, actors: ['Ann', 'Bo'] },
    ]);
  });

  test('what nobody knows is kept under extensions, and said', () => {
    const { value, left } = read('id,minutes,Owner,Notes\na,1,desk,hm\n');
    expect(value.interactions[0]!.extensions).toEqual({ Owner: 'desk', Notes: 'hm' });
    expect(left).toEqual([
      { path: 'line[1].Owner', what: 'the column "Owner" is kept under extensions' },
      { path: 'line[1].Notes', what: 'the column "Notes" is kept under extensions: did you mean note?' },
    ]);
  });

  test('cells without a header are said', () => {
    expect(read('id,minutes,\na,1,x,y\nb,2,,z\n').left).toEqual([
      { path: 'line[2]', what: 'cells beyond the last header are not read', count: 2 },
      { path: 'line[2]', what: 'cells without a header are not read' },
    ]);
  });

  test('characters lost before are said', () => {
    expect(read('id,minutes,name\na,1,Caf\ufffd\n').left).toMatchObject([{ path: 'line[2].column[8]' }]);
  });
});

describe('faults are told at their line', () => {
  test.each([
    ['id,minutes\na,x\n', 'line[2].minutes'],
    ['id,minutes\na,1\na,2\n', 'line[3].id'],
    ['id,minutes\na,"1\nb,2\n', 'line[2]'],
    ['id,minutes\n"a" b,1\n', 'line[2]'],
    ['id,minutes,minutes\na,1,2\n', 'line[1].minutes'],
    ['id,minutes,__proto__\na,1,2\n', 'line[1].__proto__'],
    ['foo,bar\n1,2\n', 'line[1]'],
    ['', ''],
    ['id,minutes\n', ''],
    ['id,minutes,rating\na,1,3\n', 'scale'],
    ['id,minutes,feeling\n\n\na,1,30\n', 'line[4].feeling'],
  ])('%j', (text, path) => expect(issuesOf(() => read(text))[0]!.path).toBe(path));

  test('the hint names the line of the other step', () => {
    expect(issuesOf(() => read('id,minutes\na,1\na,2\n'))[0]!.hint).toBe('line[2] has it too');
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffid,minutes\na,1\n', 'utf16le'), 'line[1]'],
    ['Latin-1', Buffer.from('id,minutes,name\na,1,Zoo\nb,2,Café\n', 'latin1'), 'line[3]'],
    ['gzip', Uint8Array.of(0x1f, 0x8b, 8, 0), 'text'],
  ])('%s is no UTF-8', (_, bytes, path) => {
    const [issue] = issuesOf(() => read(Uint8Array.from(bytes)));
    expect([issue!.code, issue!.path]).toEqual(['invalid-text', path]);
    expect(issue!.hint).toMatch(/UTF-8|unpack/);
  });

  test('a quote that is never closed ends within bounds', () => {
    const issue = issuesOf(() => read(`id,minutes\n"a,${'b,1\n'.repeat(1_000_000)}`))[0]!;
    expect(issue.code).toBe('too-large');
    expect(issue.path).toBe('line[2]');
  });

  test('a text that is too long, and what is no text', () => {
    expect(issuesOf(() => read('x'.repeat(20_000_001)))[0]!.code).toBe('too-large');
    expect(issuesOf(() => read(42 as never))[0]!.path).toBe('text');
    expect(issuesOf(() => fromCsv('id,minutes\na,1\n', 'Visit' as never))[0]!.path).toBe('options');
  });
});

describe('written', () => {
  test('with the columns that are needed, and read back the same', () => {
    const visit = defineJourney({
      name: 'Visit',
      interactions: [
        {
          id: 'call',
          name: '=cmd()',
          stage: '@home',
          duration: 240,
          affect: -3,
          failure: { probability: 0.1, affect: -4, recovery: { probability: 0.5, affect: 3, duration: 30 } },
        },
        {
          id: 'hold',
          kind: 'wait',
          duration: '5 to 10 min',
          durationText: '5 to 10 min',
          wait: { explained: true, tolerance: 300, occupied: 0.2 },
        },
        { id: 'fix', duration: 100.5, note: 'a "quoted"\nnote; and more', actors: ['Ann', 'Bo'], extensions: { owner: "'+1" } },
      ],
    });
    const { value, left } = toCsv(visit);
    expect(left).toEqual([{ path: 'name', what: 'the name of the journey is not carried: give it to fromCsv' }]);
    expect(value).toContain("'=cmd()");
    expect(value).not.toMatch(/(^|,)[=+@]/m);
    expect(fromCsv(value, { name: 'Visit' }).value).toEqual(visit);
  });

  test('what a table has no place for is listed', () => {
    const { left } = toCsv({
      name: 'Visit',
      promise: '1 h',
      interactions: [
        { id: 'a', duration: { type: 'uniform', min: 60, max: 120 }, affect: { start: 2, end: -1 }, source: { kind: 'guess' } },
        { id: 'b', duration: 60, choice: { options: [{ id: 'c', duration: 30 }] }, extensions: { deep: { x: 1 } }, actors: ['a;b'] },
        {
          id: 'm',
          parts: [
            { id: 'p', duration: 60, affect: 4 },
            { id: 'q', duration: 60 },
          ],
        },
      ],
    });
    expect(left.map(({ path, what }) => `${path}: ${what}`).sort()).toEqual([
      'interactions[0].affect: affect from 2 to −1 becomes 0.5',
      'interactions[0].duration: duration about 1.5 min (1.1 to 1.9) becomes 1.5 min',
      'interactions[0].source: source guess is not carried',
      'interactions[1].actors: actors a;b becomes a, b',
      'interactions[1].choice: choice of 2 is not carried',
      'interactions[1].extensions: extensions as given is not carried',
      'interactions[2].affect: affect 2 is added',
      'interactions[2].duration: duration 2 min is added',
      'interactions[2].parts: parts p, q is not carried',
      'name: the name of the journey is not carried: give it to fromCsv',
      'promise: promise 1 h is not carried',
    ]);
  });

  test('random journeys: exactly what is lost is listed', () => {
    fc.assert(
      fc.property(arbitraries(fc).journeys(), (one) => {
        const { value, left } = toCsv(one);
        const back = fromCsv(value, { name: one.name }).value;
        expect(unsaid(one, back, left, ['name'])).toEqual({ unsaid: [], invented: [] });
      }),
      { seed: 7, numRuns: 400 },
    );
  });
});

test('lines with too few cells are said', () => {
  expect(fromCsv('id,minutes,note\na,1\nb,2,x\n', { name: 'T' }).left).toEqual([
    { path: 'line[2]', what: 'lines with fewer cells than headers: what is missing is read as empty' },
  ]);
});

test('a text that begins with a line end is guarded against being run', () => {
  const journey = { name: 'T', interactions: [{ id: 'a', duration: 60, note: '\n=1+1' }] };
  const { value, left } = toCsv(journey);
  expect(value).toContain(`"'\n=1+1"`);
  expect(left.map(({ path }) => path)).toContain('interactions[0].note');
});
