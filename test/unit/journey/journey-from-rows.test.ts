import { describe, expect, test } from 'vitest';
import type { Issue } from '../../../src/errors/issue';
import { isJourneyError } from '../../../src/errors/journey-error';
import { journeyFromRows } from '../../../src/journey/journey-from-rows';
import type { Interaction } from '../../../src/journey/types';

function issuesOf(rows: unknown, options: unknown = { name: 'Rows' }): readonly Issue[] {
  try {
    journeyFromRows(rows as never, options as never);
  } catch (error) {
    if (isJourneyError(error)) return error.issues;
    throw error;
  }
  return [];
}

function faults(rows: unknown, options?: unknown): string[] {
  return issuesOf(rows, options).map((issue) => `${issue.code} ${issue.path}`);
}

function steps(rows: unknown, options: object = {}): readonly Interaction[] {
  return journeyFromRows(rows as never, { name: 'Rows', ...options }).interactions;
}

test('a row is a step', () => {
  const journey = journeyFromRows(
    [
      { id: 'register', stage: 'arrival', minutes: 4, feeling: -1, channel: 'desk' },
      { id: 'queue', kind: 'wait', duration: '5 to 10 min', dropout: 0.1 },
      { id: 'doctor', seconds: 90, effort: 2, skip: 0.1, name: 'Doctor' },
    ],
    { name: 'Clinic' },
  );
  expect(journey.name).toBe('Clinic');
  expect(journey.interactions).toEqual([
    { id: 'register', stage: 'arrival', channel: 'desk', duration: 240, affect: -1 },
    {
      ...{ id: 'queue', kind: 'wait', duration: { type: 'lognormal', median: expect.any(Number), sigma: expect.any(Number) } },
      ...{ durationText: '5 to 10 min', dropout: 0.1 },
    },
    { id: 'doctor', name: 'Doctor', duration: 90, effort: 2, skip: 0.1 },
  ]);
});

test('faults are told by row and column', () => {
  const rows = [
    { id: 'a', minutes: -1, feeling: 20 },
    { id: 'a', seconds: 'ninety' },
    { minutes: 1, seconds: 60 },
    { id: 'd' },
    'text',
    { id: 'f', minutes: 1, felling: 3 },
    { id: 'g', duration: 'soon', kind: 'pause' },
  ];
  expect(faults(rows)).toEqual([
    'out-of-range rows[0].minutes',
    'invalid-type rows[1].seconds',
    'conflict rows[2]',
    'unknown-key rows[5].felling',
    'out-of-range rows[0].feeling',
    'duplicate-id rows[1].id',
    'missing rows[2].id',
    'missing rows[3].minutes',
    'invalid-type rows[4]',
    'out-of-range rows[6].kind',
    'invalid-text rows[6].duration',
  ]);
});

test('rows that are no list, no rows and no name', () => {
  expect(faults('id,minutes')).toEqual(['invalid-type rows']);
  expect(faults([])).toEqual(['missing rows']);
  expect(faults([{ id: 'a', minutes: 1 }], {})).toEqual(['missing name']);
  expect(faults([{ id: 'a', minutes: 1, on: new Date(0) }])).toEqual(['invalid-type rows[0].on']);
});

describe('a spreadsheet as it is', () => {
  const plain = [{ id: 'a', kind: 'wait', duration: 240, affect: -2, dropout: 0.1 }];

  test.each<readonly [string, object]>([
    [
      'null, absent and blank cells',
      { id: 'a', kind: 'wait', minutes: 4, seconds: null, duration: '', feeling: -2, dropout: 0.1, stage: ' ', skip: undefined },
    ],
    ['capitals and blanks in headers', { ID: 'a', ' Kind ': 'wait', MINUTES: 4, 'Feeling\r': -2, Dropout: 0.1 }],
    ['the mark a file begins with', { '\ufeffid': 'a', kind: 'wait', minutes: 4, feeling: -2, dropout: 0.1 }],
    ['line ends and unseen blanks in cells', { id: 'a\r', kind: 'wait\u00a0', minutes: '4\r\n', feeling: ' -2', dropout: '\u200b0.1' }],
    ['numbers as text', { id: 'a', kind: 'Wait', minutes: '4.0', feeling: '-2', dropout: '.1' }],
    ['the minus sign of print, and per cent', { id: 'a', kind: 'WAIT', minutes: 4, feeling: '−2', dropout: '10 %' }],
    ['other names of columns', { id: 'a', kind: 'wait', seconds: '240', affect: -2, dropout: '10%' }],
  ])('%s are read as people mean them', (_, row) => expect(steps([row])).toEqual(plain));

  test('a duration written as text is kept as it was typed', () => {
    const rows = [{ id: 'a', kind: 'wait', duration: ' PT4M ', feeling: -2, dropout: 0.1 }];
    expect(steps(rows)).toEqual([{ ...plain[0], durationText: 'PT4M' }]);
  });

  test('what is said for readers is read, lists from one cell', () => {
    const row = { id: 'a', minutes: 1, note: 'as told', touchpoints: 'letter; phone menu ;', pains: 'slow\nloud', actors: ['Ann', 'Bo'] };
    expect(steps([row])).toEqual([
      { id: 'a', duration: 60, note: 'as told', touchpoints: ['letter', 'phone menu'], pains: ['slow', 'loud'], actors: ['Ann', 'Bo'] },
    ]);
  });

  test('rows without anything in them are left out, and the others keep their numbers', () => {
    const blank = [{}, { id: '', minutes: null }, null, { id: ' \r', stage: '\ufeff' }];
    expect(steps([...blank, { id: 'a', minutes: 1 }, ...blank]).map(({ id }) => id)).toEqual(['a']);
    const issues = issuesOf([{ id: 'a', minutes: 1 }, {}, { id: 'a', minutes: -1 }, { id: '', minutes: null }, { id: 'b', minutes: 'x' }]);
    expect(issues.map(({ path }) => path)).toEqual(['rows[2].minutes', 'rows[4].minutes', 'rows[2].id']);
    expect(issues[2]!.hint).toBe('rows[0] has it too');
    expect(faults(blank)).toEqual(['missing rows']);
  });

  test('a number can name a step or a stage', () => {
    expect(steps([{ id: 7, stage: 1, name: 2, minutes: 1 }])).toEqual([{ id: '7', stage: '1', name: '2', duration: 60 }]);
  });

  test('hours, days and thousands are read', () => {
    const rows = [
      { id: 'a', hours: '1.5' },
      { id: 'b', days: 2 },
      { id: 'c', seconds: '1 200' },
      { id: 'd', minutes: "1'200" },
    ];
    expect(steps(rows).map(({ duration }) => duration)).toEqual([5400, 172_800, 1200, 72_000]);
  });

  test.each<readonly [string, unknown, string]>([
    ['minutes', '4,5', 'write 4.5, with a point'],
    ['minutes', '1,200', '1200 or 1.2'],
    ['feeling', '−1,5', 'write -1.5, with a point'],
    ['dropout', 10, '0.1'],
    ['dropout', '10', '0.1'],
    ['effort', '10%', '0.1'],
    ['minutes', '-', 'leave the cell empty'],
    ['feeling', 'n/a', 'leave the cell empty'],
    ['skip', '–', 'leave the cell empty'],
    ['feeling', NaN, 'leave the cell empty'],
    ['feeling', 40, 'scale: [1, 5]'],
    ['feeling', '1 to 3', 'fromInterval(1, 3'],
    ['duration', '3 working days', '24 hours'],
    ['duration', '4,5 min', 'write 4.5, with a point'],
    ['duration', 4, 'name the unit'],
    ['duration', '4', 'name the unit'],
    ['tolerance', 10, 'name the unit'],
    ['tolerance', '5 to 10 min', 'one duration'],
  ])('%s: %o says what to write', (column, cell, hint) => {
    const length = column === 'minutes' || column === 'duration' ? {} : { minutes: 1 };
    const [issue, ...others] = issuesOf([{ id: 'a', kind: 'wait', ...length, [column]: cell }]);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ path: `rows[0].${column}`, hint: expect.stringContaining(hint) });
  });

  test.each(['positive', '🙂', '4 or 5', true, [3, 4], new Date(0)])('the feeling %o is refused rather than guessed', (feeling) => {
    expect(issuesOf([{ id: 'a', minutes: 1, feeling }])[0]!.path).toMatch(/^rows\[0\]\.feeling/);
  });

  test('paths carry the header as it is seen', () => {
    expect(faults([{ ID: 'a', Minutes: -1, 'Failure feeling': 3, failure: 0.5 }])).toEqual([
      'out-of-range rows[0].Minutes',
      'out-of-range rows[0]["Failure feeling"]',
    ]);
  });

  test('two columns for one thing are a conflict where both are filled in', () => {
    expect(faults([{ id: 'a', ID: 'b', minutes: 1 }])).toEqual(['conflict rows[0]']);
    expect(faults([{ id: 'a', minutes: 1, hours: 1, feeling: 1, affect: 2 }])).toEqual(['conflict rows[0]', 'conflict rows[0]']);
    expect(steps([{ id: 'a', minutes: 1, hours: '', feeling: null, affect: 2 }])).toEqual([{ id: 'a', duration: 60, affect: 2 }]);
  });
});

describe('ratings', () => {
  const rows = [
    { id: 'hold', minutes: 10, feeling: 1 },
    { id: 'fix', minutes: 5, feeling: '5' },
    { id: 'wait', minutes: 5 },
  ];

  test.each(['feeling', 'rating', 'affect', 'Rating'])('become affect where their scale is named, under %s', (column) => {
    const renamed = rows.map(({ feeling, ...row }) => (feeling === undefined ? row : { ...row, [column]: feeling }));
    expect(steps(renamed, { scale: [1, 5] }).map(({ affect }) => affect)).toEqual([-10, 10, undefined]);
    expect(steps(renamed, { scale: [5, 1] }).map(({ affect }) => affect)).toEqual([10, -10, undefined]);
  });

  test('off the scale, and without one, are refused', () => {
    expect(
      faults(
        [
          { id: 'a', minutes: 1, feeling: 6 },
          { id: 'b', minutes: 1, rating: 0 },
        ],
        { name: 'x', scale: [1, 5] },
      ),
    ).toEqual(['out-of-range rows[0].feeling', 'out-of-range rows[1].rating']);
    expect(faults(rows.map(({ id, minutes }) => ({ id, minutes, rating: 3 })))).toEqual(['missing scale']);
    expect(faults(rows, { name: 'x', scale: [5, 5] })).toEqual(['conflict scale']);
    expect(faults(rows, { name: 'x', scale: null })).toEqual(['invalid-type scale']);
  });
});

describe('waits and failures', () => {
  test('have columns of their own', () => {
    const rows = [
      {
        id: 'queue',
        kind: 'wait',
        minutes: 20,
        tolerance: '10 min',
        occupied: '50%',
        anxious: 0.2,
        informed: 'yes',
        explained: false,
        fair: 'TRUE',
        accompanied: 'no',
      },
      { id: 'call', kind: 'wait', minutes: 20, 'Tolerance minutes': '5' },
      {
        id: 'pay',
        minutes: 2,
        failure: '5%',
        failure_feeling: -4,
        'failure minutes': 10,
        recovery: 0.8,
        'recovery-feeling': 2,
        recoveryDuration: '30 s to 2 min',
      },
      { id: 'leave', minutes: 1, 'Failure probability': 0.1, 'Failure affect': '−3', failureDuration: 'PT5M' },
      { id: 'sign', minutes: 1, failure: 0, failureFeeling: null },
    ];
    const [queue, call, pay, leave, sign] = steps(rows);
    expect(queue!.wait).toEqual({
      ...{ occupied: 0.5, explained: false, informed: true, fair: true, anxious: 0.2, accompanied: false },
      tolerance: 600,
    });
    expect(call!.wait).toEqual({ tolerance: 300 });
    expect(pay!.failure).toEqual({
      ...{ probability: 0.05, affect: -4, duration: 600 },
      recovery: { probability: 0.8, affect: 2, duration: expect.objectContaining({ type: 'lognormal' }) },
    });
    expect(leave!.failure).toEqual({ probability: 0.1, affect: -3, duration: 300 });
    expect(sign).toEqual({ id: 'sign', duration: 60 });
  });

  test('the option tolerance stands in for cells left empty, at waits only', () => {
    const rows = [
      { id: 'a', kind: 'wait', minutes: 5 },
      { id: 'b', kind: 'wait', minutes: 5, tolerance: '1 h' },
      { id: 'c', minutes: 5 },
    ];
    expect(steps(rows, { tolerance: '10 min' }).map(({ wait }) => wait)).toEqual([{ tolerance: 600 }, { tolerance: 3600 }, undefined]);
    expect(steps(rows, { tolerance: 90 })[0]!.wait).toEqual({ tolerance: 90 });
    expect(faults(rows, { name: 'x', tolerance: '10' })).toEqual(['invalid-text tolerance']);
    expect(faults(rows, { name: 'x', tolerance: null })).toEqual(['invalid-type tolerance']);
  });

  test('faults in them name the column', () => {
    const rows = [
      { id: 'a', minutes: 1, tolerance: '5 min' },
      { id: 'b', kind: 'wait', minutes: 1, toleranceMinutes: 0, occupied: 2, informed: 'perhaps' },
      { id: 'c', minutes: 1, failure: 0.5 },
      { id: 'd', minutes: 1, failureFeeling: -1 },
      { id: 'e', minutes: 1, failure: 0.5, failureFeeling: 2, failureMinutes: -1, recovery: 40 },
    ];
    expect(new Set(faults(rows))).toEqual(
      new Set([
        'conflict rows[0].tolerance',
        'out-of-range rows[1].toleranceMinutes',
        'out-of-range rows[1].occupied',
        'invalid-type rows[1].informed',
        'missing rows[2].failureFeeling',
        'missing rows[3].failure',
        'out-of-range rows[4].failureFeeling',
        'out-of-range rows[4].failureMinutes',
        'out-of-range rows[4].recovery',
        'missing rows[4].recoveryFeeling',
      ]),
    );
  });
});

describe('columns nobody knows', () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({
    id: `s${i}`,
    minutes: 1,
    owner: 'desk',
    'pain point': i > 0 ? 'queue' : '',
    min: 2,
  }));

  test('are one fault each, however many rows there are', () => {
    const issues = issuesOf(rows);
    expect(issues.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-key rows[0].owner',
      'unknown-key rows[0].min',
      'unknown-key rows[1]["pain point"]',
    ]);
    expect(issues[0]).toMatchObject({ received: '"owner", in 300 rows', hint: "extra: 'extensions' keeps other columns" });
    expect(issues[1]!.hint).toContain('did you mean minutes?');
  });

  test('are kept with their step where that is asked for', () => {
    const [first, second] = steps(
      [
        { id: 'a', minutes: 1, ' Owner ': ' desk\r', cost: 4, note: '' },
        { id: 'b', minutes: 1 },
      ],
      { extra: 'extensions' },
    );
    expect(first!.extensions).toEqual({ Owner: 'desk', cost: 4 });
    expect(second!.extensions).toBeUndefined();
    expect(faults([{ id: 'a', minutes: 1, cost: Infinity, ' constructor ': 'x' }], { name: 'x', extra: 'extensions' })).toEqual([
      'forbidden-key rows[0].constructor',
    ]);
    expect(faults([{ id: 'a', minutes: 1, cost: Infinity }], { name: 'x', extra: 'extensions' })).toEqual(['out-of-range rows[0].cost']);
  });

  test.each([
    [{ name: 'x', extra: 'keep' }, 'out-of-range extra'],
    [{ name: 'x', extra: null }, 'invalid-type extra'],
    [{ name: 'x', extra: true }, 'invalid-type extra'],
    [{ name: 'x', scales: [1, 5] }, 'unknown-key options.scales'],
    [null, 'invalid-type name'],
  ])('options %o are judged', (options, fault) => expect(faults([{ id: 'a', minutes: 1 }], options)).toEqual([fault]));
});

describe('what a hint says to write is what was meant', () => {
  const hintOf = (row: object): string => {
    const [issue] = issuesOf([{ id: 'a', ...row }]);
    return issue === undefined ? 'nothing is wrong' : (issue.hint ?? '');
  };

  test.each([
    [{ minutes: 'PT15M' }, 'a text with its unit goes under duration'],
    [{ hours: '5 min' }, 'a text with its unit goes under duration'],
    [{ minutes: '1.234,5' }, 'write 1234.5, with a point'],
    [{ duration: '1.000,5 s' }, 'write 1000.5, with a point'],
    [{ duration: '1 1/2 h' }, 'write a fraction with a point: 1/2 h is 0.5 h, 1 1/2 h is 1.5 h'],
    [{ minutes: 5, kind: 'wait', occupied: '½' }, 'write the number 0.5'],
    [{ minutes: 5, failure: '', failureFeeling: -3, recovery: 0.5 }, 'nothing is wrong'],
  ])('%j', (row, hint) => {
    expect(hintOf(row)).toBe(hint);
  });
});
