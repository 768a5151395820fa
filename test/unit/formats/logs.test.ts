import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fromLogCsv, fromLogCsvAsync, fromXes, fromXesAsync } from 'peakend/formats';
import { issuesLater, issuesOf } from './issues-of';

const event = (name: string, more = ''): string => `<event><string key="concept:name" value="${name}"/>${more}</event>`;
const log = `<?xml version="1.0" encoding="UTF-8"?>
<log xes.version="1.0" xmlns="http://www.xes-standard.org/">
  <extension name="Concept" prefix="concept" uri="x"/>
  <global scope="event"><string key="concept:name" value="none"/></global>
  <classifier name="Activity" keys="concept:name"/>
  <string key="origin" value="ward"/>
  <trace>
    <string key="concept:name" value="c1"/>
    <float key="age" value="41.5"/>
    <event>
      <string key="concept:name" value="Register &amp; wait"/>
      <date key="time:timestamp" value="2026-03-01T09:30:00.000+01:00"/>
      <string key="lifecycle:transition" value="complete"/>
      <int key="cost" value="12"/><boolean key="urgent" value="true"/><int key="big" value="99999999999999999999"/>
      <string key="org:resource" value="Ann"><string key="role" value="nurse"/></string>
      <list key="tags"><values><string key="t" value="1"/></values></list>
    </event>
  </trace>
  <trace>${event('Alone')}</trace>
  <trace/>
</log>`;

const rows = [
  {
    case: 'c1',
    activity: 'Register & wait',
    time: '2026-03-01T09:30:00.000+01:00',
    lifecycle: 'complete',
    cost: 12,
    urgent: true,
    big: '99999999999999999999',
    'org:resource': 'Ann',
    'case:age': 41.5,
  },
  { case: 'case 2', activity: 'Alone' },
];

describe('a XES log', () => {
  test('is a row an event, and what has no place is said', () => {
    const { value, left } = fromXes(log);
    expect(value).toEqual(rows);
    expect(left.map(({ what, count }) => `${what} ${count ?? 1}`)).toEqual([
      'elements "<extension>" are not carried 1',
      'elements "<global>" are not carried 1',
      'what the log says of itself is not carried: "concept:name" 1',
      'elements "<classifier>" are not carried 1',
      'what the log says of itself is not carried: "origin" 1',
      'numbers that a computer number cannot hold, and what is no number, are kept as texts: "big" 1',
      'attributes of attributes are not carried: "role" 1',
      'lists are not carried: "tags" 1',
      'lists are not carried: "" 1',
      'events have no time (time:timestamp) 1',
      'cases without a name are numbered 1',
      'cases without events are left out 1',
    ]);
    expect(left[0]!.path).toBe('line[3].column[55]');
  });

  test('reads the same in pieces of any size, as bytes, in its own time, and packed', async () => {
    const bytes = new TextEncoder().encode(log.replace('Ann', 'Añ 😀 n'));
    const expected = fromXes(bytes).value;
    expect(expected[0]!['org:resource']).toBe('Añ 😀 n');
    for (const size of [1, 7, 1000]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.slice(index * size, (index + 1) * size));
      expect(fromXes(pieces).value).toEqual(expected);
      expect((await fromXesAsync(pieces)).value).toEqual(expected);
    }
    expect((await fromXesAsync(new Blob([bytes]).stream())).value).toEqual(expected);
    const packed = new Uint8Array(gzipSync(bytes));
    expect((await fromXesAsync(packed)).value).toEqual(expected);
    expect((await fromXesAsync(Array.from(packed, (byte) => Uint8Array.of(byte)))).value).toEqual(expected);
    expect(issuesOf(() => fromXes(packed))[0]!.hint).toContain('Async');
    expect((await issuesLater(() => fromXesAsync(packed.slice(0, -20))))[0]!.code).toBe('invalid-text');
  });

  test('hands rows on, keeps what is wanted, and stops where there are too many', () => {
    const heard: unknown[] = [];
    expect(fromXes(log, { each: (row) => heard.push(row), columns: ['cost'] }).value).toEqual([]);
    expect(heard[0]).toEqual({ case: 'c1', activity: 'Register & wait', time: rows[0]!.time, lifecycle: 'complete', cost: 12 });
    expect(issuesOf(() => fromXes(log, { atMost: 1 }))[0]).toMatchObject({ code: 'too-large', path: expect.stringMatching(/^line\[19\]/) });
    expect(issuesOf(() => fromXes(log, { atMost: 0, columns: 'cost' as never, each: 1 as never })).map(({ path }) => path)).toEqual([
      'atMost',
      'each',
      'columns',
    ]);
  });
});

describe('hostile XML ends with a located fault, in bounded time and memory', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><log><trace>&b;</trace></log>`;

  test.each([
    ['entities of its own', bomb, 'invalid-text'],
    ['an entity nobody knows', '<log><trace>&boom;</trace></log>', 'invalid-text'],
    ['an external entity', '<!DOCTYPE log SYSTEM "file:///etc/passwd"><log/>', 'invalid-text'],
    ['depth', '<log>'.repeat(1_000_000), 'too-deep'],
    ['an attribute of 50 million characters', `<log><trace><string key="a" value="${'x'.repeat(50_000_000)}"/></trace></log>`, 'too-large'],
    ['a text of 50 million characters', `<log>${' '.repeat(50_000_000)}</log>`, 'too-large'],
    ['a comment that never ends', `<log><!-- ${'x'.repeat(5_000_000)}`, 'too-large'],
    ['a document type that never ends', `<!DOCTYPE l [${'<!ENTITY a "b">'.repeat(500_000)}`, 'too-large'],
    ['an element that is never closed', '<log><trace>', 'invalid-text'],
    ['elements that cross', '<log><trace></log></trace>', 'invalid-text'],
    ['an attribute twice', '<log><trace a="1" a="2"/></log>', 'invalid-text'],
    ['no XML', 'case,activity\nc1,Register\n', 'invalid-text'],
    ['nothing', '', 'invalid-text'],
    ['another document', '<html><body/></html>', 'invalid-text'],
    ['control characters', '<log>\u0001</log>', 'invalid-text'],
    [
      'a key with a meaning in JavaScript',
      `<log><trace>${event('a', '<string key="__proto__" value="x"/>')}</trace></log>`,
      'forbidden-key',
    ],
  ])('%s', (_, text, code) => {
    const [issue] = issuesOf(() => fromXes(text));
    expect(issue!.code).toBe(code);
    expect(issue!.path).toMatch(/^line\[\d+\]\.column\[\d+\]$/);
  });

  test.each([
    ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${log}`, 'utf16le')), 'line[1]'],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(log, 'utf16le')), 'line[1]'],
    ['Latin-1', new Uint8Array(Buffer.from('<log>\n<trace>\n<string key="a" value="Zoë"/></trace></log>', 'latin1')), 'line[3]'],
  ])('%s is no UTF-8', (_, bytes, path) => {
    expect(issuesOf(() => fromXes(bytes))[0]).toMatchObject({ code: 'invalid-text', path });
  });

  test('sources that are none, or break', async () => {
    for (const source of [undefined, null, 5, {}, [1], new Map([[1, 2]])])
      expect(issuesOf(() => fromXes(source as never))[0]!.path).toBe('source');
    const broken = (function* () {
      yield '<log>';
      throw new Error('disk');
    })();
    expect(issuesOf(() => fromXes(broken))[0]!.received).toBe('pieces that cannot be read');
    const later = (async function* () {
      yield '<log>';
      throw new Error('disk');
    })();
    expect(issuesOf(() => fromXes(later as never))[0]!.hint).toContain('Async');
    await expect(fromXesAsync(later)).rejects.toThrow('disk');
    for (const source of [undefined, 5, {}]) expect((await issuesLater(() => fromXesAsync(source as never)))[0]!.path).toBe('source');
  });
});

describe('a log in CSV', () => {
  const text = '\ufeffcase;activity;time;note\r\nc1;Register;2026-03-01 09:30;"two\r\nlines"\r\n\r\nc1;See doctor;2026-03-01 09:45;\r\n';
  const expected = [
    { case: 'c1', activity: 'Register', time: '2026-03-01 09:30', note: 'two\r\nlines' },
    { case: 'c1', activity: 'See doctor', time: '2026-03-01 09:45' },
  ];

  test('is a row a line, in pieces of any size, packed or not', async () => {
    expect(fromLogCsv(text)).toEqual({ value: expected, left: [] });
    const bytes = new TextEncoder().encode(text);
    for (const size of [1, 3, 50]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => bytes.slice(index * size, (index + 1) * size));
      expect(fromLogCsv(pieces).value).toEqual(expected);
      expect((await fromLogCsvAsync(pieces)).value).toEqual(expected);
    }
    expect((await fromLogCsvAsync(new Uint8Array(gzipSync(bytes)))).value).toEqual(expected);
  });

  test('faults are told at their line', () => {
    expect(issuesOf(() => fromLogCsv('a,b\n1,2\n"3,4\n'))[0]!.path).toBe('line[3]');
    expect(issuesOf(() => fromLogCsv('a,b\n1,2\n3,4\n', { atMost: 1 }))[0]).toMatchObject({ code: 'too-large', path: 'line[3]' });
    expect(issuesOf(() => fromLogCsv('a,a\n'))[0]!.path).toBe('line[1].a');
    expect(issuesOf(() => fromLogCsv('a,constructor\n'))[0]!.code).toBe('forbidden-key');
    expect(issuesOf(() => fromLogCsv(''))[0]!.code).toBe('missing');
    expect(issuesOf(() => fromLogCsv(`a\n"${'b\n'.repeat(2_000_000)}`))[0]).toMatchObject({ code: 'too-large', path: 'line[2]' });
    expect(issuesOf(() => fromLogCsv(`a${',a'.repeat(5000)}\n`))[0]!.code).toBe('too-large');
  });

  test('columns that are not there are told with the nearest', () => {
    expect(issuesOf(() => fromLogCsv('case,activity\nc1,a\n', { columns: ['case', 'activty'] }))[0]).toMatchObject({
      code: 'unknown-id',
      path: 'columns[1]',
      hint: 'did you mean activity?',
    });
    const { left } = fromXes(`<log><trace>${event('a')}</trace></log>`, { columns: ['cost'] });
    expect(left).toContainEqual({ path: 'columns[0]', what: 'no event has the column "cost"' });
  });

  test('what no header names is said', () => {
    expect(fromLogCsv('a,end,b\n1,,2\n3, ,4\n').left).toEqual([
      { path: 'line[1].end', what: 'the column "end" is empty in every line, so no row has it' },
    ]);
    expect(fromLogCsv('a,end\n').left).toEqual([]);
    expect(fromLogCsv('a,end\n1,\n', { columns: ['a', 'end'] }).left).toEqual([
      { path: 'columns[1]', what: 'no event has the column "end"' },
    ]);
    expect(fromLogCsv('a,,b\n1,2,3,4\n').left).toEqual([
      { path: 'line[1]', what: 'columns without a header are not read' },
      { path: 'line[2]', what: 'cells beyond the last header are not read' },
    ]);
  });
});
