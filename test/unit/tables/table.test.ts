import { describe, expect, it } from 'vitest';
import { journeyFromLog, recordings, segmentsFromSurvey } from '../../../src/data';
import type { Issue } from '../../../src/errors/issue';
import { momentHint, readMoment } from '../../../src/plain/moments';
import { Table } from '../../../src/tables/table';

function open(rows: unknown): { table: Table | undefined; issues: Issue[] } {
  const issues: Issue[] = [];
  return { table: Table.read(rows, 'rows', issues), issues };
}

describe('rows from outside', () => {
  it.each([undefined, null, 3, 'rows', {}, []])('%j are none', (rows) => {
    const { table, issues } = open(rows);
    expect(table).toBeUndefined();
    expect(issues).toHaveLength(1);
    expect(issues[0]!.path).toBe('rows');
  });

  it('are read a column at a time: numbers also where they are text, blanks and codes as no answer', () => {
    const { table, issues } = open([{ a: 4 }, { a: ' 5 ' }, { a: '' }, { a: null }, {}, { a: NaN }, { a: 0 }, { a: '6' }]);
    expect([...table!.numbers('a', { missing: [0, '6'], min: 1, max: 5 })]).toEqual([4, 5, NaN, NaN, NaN, NaN, NaN, NaN]);
    expect(issues).toEqual([]);
  });

  it('a code given as a number is met as text too', () => {
    expect([...open([{ a: '6' }, { a: 6 }]).table!.numbers('a', { missing: [6] })]).toEqual([NaN, NaN]);
  });

  it('tell one fault a column, with the first row that has it and how many more do', () => {
    const { table, issues } = open([{ a: 1 }, { a: 'x' }, { a: 9 }, { a: 'y' }]);
    table!.numbers('a', { min: 1, max: 5, what: 'a rating' });
    expect(issues).toEqual([
      expect.objectContaining({ code: 'invalid-type', path: 'rows[1].a', received: '"x", and the like in 2 other rows' }),
    ]);
  });

  it('name the nearest column where one is misspelt', () => {
    const { table, issues } = open([{ parking: 1 }]);
    expect(table!.column('parkng', 'steps[0]')).toBeUndefined();
    expect(issues).toEqual([expect.objectContaining({ code: 'unknown-id', path: 'steps[0]', hint: 'did you mean parking?' })]);
  });

  it('say that a column may have been empty, where no other is near', () => {
    const { table, issues } = open([{ parking: 1 }]);
    table!.column('end', 'end');
    expect(issues).toEqual([
      expect.objectContaining({ code: 'unknown-id', hint: 'a column that is empty in every row may have been left out' }),
    ]);
  });

  it('find a column that only a late row has', () => {
    const rows: Record<string, number>[] = Array.from({ length: 1500 }, () => ({ a: 1 }));
    rows[1400] = { late: 1 };
    expect(open(rows).table!.column('late', 'x')).toBe('late');
  });

  it('run nothing of a row: getters, proxies and what is no object are faults', () => {
    let ran = 0;
    const getter = Object.defineProperty({}, 'a', { enumerable: true, get: () => ++ran });
    const proxy = Proxy.revocable({}, {});
    proxy.revoke();
    for (const row of [getter, proxy.proxy, 3, null]) {
      const { table, issues } = open([{ a: 1 }, row]);
      table!.numbers('a');
      expect(issues.map(({ path }) => path)).toEqual(['rows[1]']);
    }
    expect(ran).toBe(0);
  });

  it('texts are without blanks around them, numbers and truths as text', () => {
    expect(open([{ a: ' x ' }, { a: 3 }, { a: true }, { a: '' }, {}]).table!.texts('a')).toEqual(['x', '3', 'true', undefined, undefined]);
  });
});

describe('a column of times', () => {
  const faults = (...times: unknown[]): string[] => {
    const { table, issues } = open(times.map((time) => ({ time })));
    table!.moments('time');
    return issues.map(({ code, path }) => `${code} ${path}`);
  };

  it('takes milliseconds for what they are: no seconds', () => {
    expect(faults(0, 1767225600, '1767225600')).toEqual([]);
    expect(faults(1767225600, 1767225600000)).toEqual(['out-of-range rows[1].time']);
  });

  it.each([
    ['28.03.2026', 'write 2026-03-28'],
    ['3/28/2026', 'write 2026-03-28'],
    ['28/3/2026 14:05', 'write 2026-03-28T14:05'],
    ['03.03.2025 06:35', 'write 2025-03-03T06:35'],
    ['03.03.2025, 6:35:07.5', 'write 2025-03-03T06:35:07.5'],
    ['3/28/2026 2:05 PM', 'write 2026-03-28T14:05'],
    ['3/28/2026 12:05 a.m.', 'write 2026-03-28T00:05'],
    ['3/4/2026 14:05Z', 'write 2026-04-03T14:05Z or 2026-03-04T14:05Z'],
    ['2026-03-28 9:05', 'write 2026-03-28T09:05'],
    ['28.03.2026 at noon', 'write 2026-03-28, and the time of day behind it as T14:05'],
    ['2026/03/28', 'write 2026-03-28'],
    ['3.4.2026', 'write 2026-04-03'],
    ['3/4/2026', 'write 2026-04-03 or 2026-03-04'],
    ['3-3-2026', 'write 2026-03-03'],
    ['31.02.2026', undefined],
    ['soon', undefined],
  ])('says how %s is written', (time, hint) => {
    const { table, issues } = open([{ time }]);
    table!.moments('time');
    expect(issues).toEqual([expect.objectContaining({ code: 'invalid-type', received: `"${time}"` })]);
    expect(issues[0]!.hint).toBe(hint);
    expect(momentHint(time)).toEqual(hint === undefined ? {} : { hint });
  });

  it('tells spellings of dates apart, each with how many rows have it', () => {
    const { table, issues } = open(['03.03.2025 06:35', '03/03/2025', '04.03.2025 06:40', '04/03/2025', '05.03.2025 7:00', 'soon'].map((time) => ({ time }))); // prettier-ignore
    table!.moments('time');
    expect(issues.map(({ path, received, hint }) => [path, received, hint])).toEqual([
      ['rows[0].time', '"03.03.2025 06:35", and the like in 2 other rows', 'write 2025-03-03T06:35'],
      ['rows[1].time', '"03/03/2025", and the like in another row', 'write 2025-03-03'],
      ['rows[5].time', '"soon"', undefined],
    ]);
  });

  it('does not mix times with a zone and without; days have none', () => {
    expect(faults('2026-03-01T09:00Z', '2026-03-01T09:30+01:00', '2026-03-02')).toEqual([]);
    expect(faults('2026-03-01T09:00+01:00', '2026-03-01 09:30')).toEqual(['conflict rows[1].time']);
  });
});

describe('moments in time', () => {
  it.each([
    '1970-01-01',
    '2014-10-22T11:15:41Z',
    '2000-02-29T00:00:00Z',
    '1999-12-31T23:59:59.500+02:00',
    '2100-03-01T00:00:00-05:30',
    '1900-02-28T12:00:00Z',
  ])('%s is what the platform says', (text) => {
    expect(readMoment(text)).toBe(Date.parse(text) / 1000);
  });

  it('a blank may stand for the T, and no zone means days of 24 hours', () => {
    expect(readMoment('2026-03-29 03:00')! - readMoment('2026-03-29 01:00')!).toBe(7200);
  });

  it.each([
    [17, 17],
    ['17.5', 17.5],
    [new Date(1500), 1.5],
  ])('%s is %d seconds', (written, seconds) => expect(readMoment(written)).toBe(seconds));

  it.each(['2026-02-30', '2026-13-01', '01/02/2026', '2026-01-01T25:00', 'soon', '', {}, NaN, new Date(NaN)])('%j is none', (written) =>
    expect(readMoment(written)).toBeUndefined(),
  );
});

describe('rows of an interface', () => {
  interface Form {
    readonly who: string;
    readonly desk: number;
    readonly at: string;
  }
  const forms: readonly Form[] = [
    { who: 'a', desk: 3, at: '2026-03-01T09:00' },
    { who: 'a', desk: 5, at: '2026-03-01T09:10' },
  ];

  it('are taken as they are by whatever reads rows', () => {
    expect(segmentsFromSurvey(forms, { touchpoints: ['desk'], scale: [1, 5] }).rows.used).toBe(2);
    expect(recordings.fromColumns(forms, { steps: ['desk'], scale: [1, 5] }).count).toBe(2);
    expect(recordings.fromSamples(forms, { recording: 'who', time: 'at', rating: 'desk', scale: [1, 5] }).count).toBe(1);
    expect(journeyFromLog(forms, { case: 'who', activity: 'desk', time: 'at' }).counts.rows).toBe(2);
  });
});
