import { describe, expect, it } from 'vitest';
import { compareDurations, journeyFromLog, type LogOptions } from '../../../src/data';
import { checkJourney, JourneyError, type Issue } from '../../../src/index';

const rows = [
  { order: 1, what: 'Order', at: '2026-03-01T09:00', stars: 4 },
  { order: 1, what: 'Pay', at: '2026-03-01T09:10', stars: 5 },
  { order: 2, what: 'Order', at: '2026-03-01T10:00', stars: 3 },
  { order: 2, what: 'Pay', at: '2026-03-01T10:30', stars: 2 },
];
const options = { case: 'order', activity: 'what', time: 'at' } as const;

function faults(events: unknown, given: unknown): readonly Issue[] {
  try {
    journeyFromLog(events as typeof rows, given as LogOptions);
  } catch (error) {
    if (error instanceof JourneyError) return error.issues;
    throw error;
  }
  return [];
}
const told = (events: unknown, given: unknown): unknown[] => faults(events, given).map(({ code, path }) => [code, path]);

describe('faults of a log', () => {
  it('name a column that is misspelt, with the nearest', () => {
    const [issue] = faults(rows, { ...options, activity: 'wat' });
    expect(issue).toMatchObject({ code: 'unknown-id', path: 'activity', hint: 'did you mean what?' });
  });

  it('are told all at once', () => {
    expect(told(rows, { case: 'order', kinds: 0, between: 'x', rare: 5, fit: 'best' })).toEqual([
      ['missing', 'time'],
      ['out-of-range', 'between'],
      ['out-of-range', 'rare'],
      ['out-of-range', 'kinds'],
      ['out-of-range', 'fit'],
      ['missing', 'activity'],
    ]);
  });

  it.each([
    ['no rows', [], options, 'missing', 'events'],
    ['no list', 'rows', options, 'invalid-type', 'events'],
    ['a moment that is none', [{ order: 1, what: 'a', at: 'noon' }], options, 'invalid-type', 'events[0].at'],
    ['a rating without a scale', rows, { ...options, rating: 'stars' }, 'missing', 'scale'],
    ['a rating off the scale', rows, { ...options, rating: 'stars', scale: [1, 3] }, 'out-of-range', 'events[0].stars'],
    ['lifecycle without time', rows, { case: 'order', activity: 'what', start: 'at', lifecycle: 'what' }, 'missing', 'time'],
    ['time and start', rows, { ...options, start: 'at' }, 'conflict', 'time'],
    ['an end nobody has', rows, { ...options, ends: ['Pai'] }, 'unknown-id', 'ends[0]'],
    ['an end that is no text', rows, { ...options, ends: [1] }, 'invalid-type', 'ends[0]'],
    ['an unreadable until', rows, { ...options, until: 'soon' }, 'invalid-type', 'until'],
    ['a column of running cases that says something else', rows, { ...options, unfinished: 'stars' }, 'invalid-type', 'events[0].stars'],
    ['only running cases', rows.map((row) => ({ ...row, open: 1 })), { ...options, unfinished: 'open' }, 'conflict', 'unfinished'],
    ['a tolerance of nothing', rows, { ...options, tolerance: 0 }, 'out-of-range', 'tolerance'],
    ['an option nobody knows', rows, { ...options, cases: 'order' }, 'unknown-key', 'cases'],
    ['only rare activities', rows.map((row, k) => ({ ...row, order: k, what: `a${k}` })), { ...options, rare: 0.5 }, 'missing', 'events'],
    [
      'a segment of numbers',
      Array.from({ length: 300 }, (_, k) => ({ ...rows[0], order: k, of: k })),
      { ...options, segment: 'of' },
      'too-large',
      'segment',
    ],
  ])('%s', (_, events, given, code, path) => {
    expect(told(events, given)).toContainEqual([code, path]);
  });

  it('of what is handed to compareDurations', () => {
    expect(() => compareDurations({} as never)).toThrow(JourneyError);
    const log = journeyFromLog(rows, options);
    expect(() => compareDurations({ ...log, observed: { ...log.observed, parts: [-1] } })).toThrow(/observed\.parts/);
    expect(() => compareDurations(log, { customers: 0 })).toThrow(/customers/);
  });
});

describe('reading a log', () => {
  it('counts rows that lack something', () => {
    const holes = [...rows, { order: 3, what: 'Order' }, { what: 'Order', at: '2026-03-01' }, { order: 3, at: '2026-03-01' }];
    expect(journeyFromLog(holes, options).left.map(({ what, count }) => [what, count])).toEqual([
      ['rows without a case', 1],
      ['rows without an activity', 1],
      ['rows without a moment', 1],
    ]);
  });

  it('pairs starts and completions, by their instance where there is one', () => {
    const events = [
      { order: 1, what: 'Pack', at: 0, life: 'start', nr: 'x' },
      { order: 1, what: 'Pack', at: 5, life: 'start', nr: 'y' },
      { order: 1, what: 'Pack', at: 20, life: 'complete', nr: 'y' },
      { order: 1, what: 'Pack', at: 30, life: 'COMPLETE', nr: 'x' },
      { order: 1, what: 'Pack', at: 31, life: 'suspend', nr: 'x' },
      { order: 1, what: 'Send', at: 40, life: 'start', nr: 'z' },
    ];
    const log = journeyFromLog(events, { ...options, lifecycle: 'life', instance: 'nr' });
    expect(log.counts.events).toBe(3);
    expect(log.observed.mean).toBe(40);
    const what = log.left.map((one) => one.what);
    expect(what).toContain('rows that are neither a start nor a completion');
    expect(what.find((one) => one.startsWith('starts without'))).toBeDefined();
    expect(what.find((one) => one.startsWith('events at the same time'))).toBeDefined();
  });

  it('makes ids of whatever activities are called', () => {
    const names = [
      '*',
      'stage:x',
      '__proto__',
      'constructor',
      'Pay ',
      'pay',
      'wait:before-pay',
      '\u200b',
      '\ud800',
      'x'.repeat(5000),
      'overall',
      '7',
    ];
    const events = names.flatMap((what, k) => [
      { order: 'a', what, at: k },
      { order: 'b', what, at: 2 * k },
    ]);
    const { journey } = journeyFromLog(events, { ...options, segment: 'order', kinds: 1 });
    expect(checkJourney(JSON.parse(JSON.stringify(journey)))).toEqual([]);
    expect(journey.interactions.map(({ id }) => id)).toContain('activity *');
  });

  it('makes segments of whatever a column says', () => {
    const events = ['overall', 'each', '__proto__', ' ', 'overall, kind 1'].flatMap((of, k) => [
      { order: k, what: 'in', at: 0, of },
      { order: k, what: 'out', at: 60, of },
    ]);
    const { segments } = journeyFromLog(events, { ...options, segment: 'of' });
    expect(segments!.map(({ id }) => id)).toEqual(['segment overall', 'segment each', 'segment __proto__', 'overall, kind 1', 'not said']);
  });

  it('takes time between steps for gaps where that is said', () => {
    const { journey } = journeyFromLog(rows, { ...options, between: 'gap' });
    expect(journey.interactions[1]).toMatchObject({ id: 'wait:before-Pay', kind: 'gap' });
  });

  it('takes the median of the waits for what people tolerate', () => {
    expect(journeyFromLog(rows, options).journey.tolerance).toBe(600);
    expect(journeyFromLog(rows, { ...options, tolerance: '2 min' }).journey.tolerance).toBe(120);
  });

  it('lists what stands in another order, comes again later, or is rare', () => {
    const many = Array.from({ length: 300 }, (_, k) => [
      { order: k, what: 'a', at: 0 },
      { order: k, what: 'b', at: k === 0 ? -5 : 10 },
      ...(k === 1 ? [{ order: k, what: 'a', at: 20 }] : []),
      ...(k === 2 ? [{ order: k, what: 'odd', at: 15 }] : []),
      ...(k === 3 ? Array.from({ length: 8 }, (_, n) => ({ order: k, what: 'b', at: 11 + n })) : []),
      { order: k, what: 'c', at: 30 },
    ]).flat();
    const log = journeyFromLog(many, options);
    expect(log.left.map(({ what, count }) => [what.split(/[:,]/)[0], count])).toEqual([
      ['steps in another order than the journey', 1],
      ['a step done again after others came between', 1],
      ['a step done again more than five times', 1],
      ['rare activities', 1],
    ]);
    expect(log.explained.cases).toBeCloseTo(296 / 300, 12);
    expect(log.explained.order).toBeCloseTo(1 - 1 / 900, 12);
  });
});

describe('what a log does not say right', () => {
  const day = (k: number, minutes: number): string => new Date(Date.UTC(2026, 0, 1 + k, 9, minutes)).toISOString();
  const cases = <Made>(make: (k: number) => readonly Made[]): Made[] => Array.from({ length: 60 }, (_, k) => make(k)).flat();
  const codes = (log: ReturnType<typeof journeyFromLog>): string[] => log.cautions.map(({ code }) => code);
  const ends = { case: 'c', activity: 'what', start: 'from', end: 'to' } as const;
  const marks = { case: 'c', activity: 'what', time: 'at' } as const;

  it('rows with a start or an end and not both are told, and of starts and completions both', () => {
    const half = cases((c) => [
      { c, what: 'Call', from: c % 3 === 0 ? '' : day(c, 0), to: c % 3 === 1 ? null : day(c, 4) },
      { c, what: 'Fix', from: day(c, 10), to: day(c, 30) },
    ]);
    expect(journeyFromLog(half, ends).left).toEqual([
      {
        what: 'rows with a start or an end and not both: they, and the waits beside them, last as long as where both ends are known',
        ...{ of: 'rows', count: 40, share: 1 / 3 },
      },
    ]);
    const pairs = cases((c) => [
      ...(c % 3 === 0 ? [] : [{ c, what: 'Call', at: day(c, 0), is: 'start' }]),
      ...(c % 3 === 1 ? [] : [{ c, what: 'Call', at: day(c, 4), is: 'complete' }]),
      { c, what: 'Paid', at: day(c, 10), is: 'complete' },
    ]);
    // Of what never starts nothing is lost.
    expect(journeyFromLog(pairs, { ...marks, lifecycle: 'is' }).left.map(({ what, count }) => [what.slice(0, 27), count])).toEqual([
      ['starts without a completion', 20],
      ['completions without a start', 20],
    ]);
  });

  it('what lacks a moment is left out of durations, and so is what cannot be known beside it', () => {
    // Every tenth call lacks its end, and another tenth of the fixes their start; those calls and waits are of another length.
    const rowsOf = (isWhole: boolean) =>
      cases((c) => [
        { c, what: 'Call', from: day(c, 0), to: c % 10 === 0 && !isWhole ? '' : day(c, 4) },
        { c, what: 'Fix', from: c % 10 === 5 && !isWhole ? undefined : day(c, 10), to: day(c, 30) },
        { c, what: 'Bill', from: day(c, 31), to: day(c, c % 10 === 7 && !isWhole ? 29 : 33) },
      ]);
    const log = journeyFromLog(rowsOf(false), ends);
    const durations = ({ steps }: typeof log) =>
      steps.map(({ wait, duration }) => [wait?.distribution, wait?.mean, duration?.distribution, duration?.zero]);
    expect(durations(log)).toEqual(durations(journeyFromLog(rowsOf(true), ends)));
    expect(log.steps.map(({ wait, duration }) => [wait?.n, duration?.n])).toEqual([
      [undefined, 54],
      [48, 54],
      [54, 54],
    ]);
    // How long the whole took is not known where its last moment is missing.
    expect([log.observed.n, log.observed.mean]).toEqual([54, 33 * 60]);
    expect(log.left.map(({ what, count }) => [what.split(':')[0], count])).toEqual([
      ['rows with a start or an end and not both', 12],
      ['rows that end before they start', 6],
    ]);
  });

  it('columns of start and end that are swapped, and rows that end before they start', () => {
    const rowsOf = (odd: number) =>
      cases((c) => [
        { c, what: 'Call', from: day(c, c < odd ? 4 : 0), to: day(c, c < odd ? 0 : 4) },
        { c, what: 'Fix', from: day(c, 10), to: day(c, 30) },
        // Of what has one moment nothing is said.
        { c, what: 'Paid', from: day(c, 40), to: '' },
      ]);
    const swapped = { ...ends, start: 'to', end: 'from' } as const;
    expect(faults(rowsOf(0), swapped)).toMatchObject([
      {
        code: 'conflict',
        path: 'start',
        received: '120 of 120 rows that end before they start',
        hint: expect.stringContaining('start: "from", end: "to"') as string,
      },
    ]);
    expect(told(rowsOf(59), swapped)).toEqual([['conflict', 'start']]);
    expect(told(rowsOf(60), swapped)).toEqual([]);
    expect(codes(journeyFromLog(rowsOf(1), ends))).toEqual(['tolerance-from-log']);
    const [caution] = journeyFromLog(rowsOf(2), ends).cautions;
    expect(caution).toMatchObject({ code: 'ends-before-start', path: 'end', message: expect.stringContaining('2 of 120 rows') as string });
  });

  it('starts and completions that lack the other are left out of durations too', () => {
    const pairs = cases((c) => [
      ...(c % 5 === 0 ? [] : [{ c, what: 'Call', at: day(c, 0), is: 'start' }]),
      ...(c % 5 === 1 ? [] : [{ c, what: 'Call', at: day(c, 4), is: 'complete' }]),
      { c, what: 'Fix', at: day(c, 10), is: 'start' },
      { c, what: 'Fix', at: day(c, 30), is: 'complete' },
    ]);
    const [call, fix] = journeyFromLog(pairs, { ...marks, lifecycle: 'is' }).steps;
    expect([call!.duration!.distribution, call!.duration!.n]).toEqual([240, 36]);
    expect([fix!.wait!.distribution, fix!.wait!.n]).toEqual([360, 48]);
  });

  it('activities that hardly ever have both ends are moments, which take no time', () => {
    const arrived = (whole: number) =>
      journeyFromLog(
        cases((c) => [
          { c, what: 'Arrived', from: day(c, 0), to: c < whole ? day(c, 4) : '' },
          { c, what: 'Fix', from: day(c, 10), to: day(c, 30) },
        ]),
        ends,
      );
    expect([arrived(5).steps[1]!.wait!.n, arrived(6).steps[1]!.wait!.n]).toEqual([60, 6]);
    expect(arrived(5).steps[1]!.wait!.mean).toBeCloseTo((55 * 600 + 5 * 360) / 60, 9);
    expect(arrived(5).left.at(-1)).toMatchObject({ what: expect.stringContaining('they take no time') as string, count: 55 });
    expect(journeyFromLog(cases((c) => [{ c, what: 'Paid', from: day(c, 0), to: '' }, { c, what: 'Fix', from: day(c, 10), to: day(c, 30) }]), ends).steps[1]!.wait!.mean).toBe(600); // prettier-ignore
  });

  it('a column of starts and completions that nobody named', () => {
    const pairs = cases((c) => [
      { c, what: 'Call', at: day(c, 0), is: 'start' },
      { c, what: 'Call', at: day(c, 4), is: 'COMPLETE' },
      { c, what: 'Call', at: day(c, 4), is: 'assign' },
    ]);
    const [caution] = journeyFromLog(pairs, marks).cautions;
    expect(caution).toMatchObject({ code: 'lifecycle-not-read', path: 'lifecycle', message: expect.stringContaining('"is"') as string });
    expect(codes(journeyFromLog(pairs, { ...marks, lifecycle: 'is' }))).not.toContain('lifecycle-not-read');
    // An activity is what happened, whatever it is called, and a column with other words in it says something else.
    expect(codes(journeyFromLog(pairs, { ...marks, activity: 'is' }))).not.toContain('lifecycle-not-read');
    expect(codes(journeyFromLog([...pairs, { c: 99, what: 'Call', at: day(0, 0), is: 'refund' }], marks))).not.toContain(
      'lifecycle-not-read',
    );
  });

  it('rows without a case, and activities that are lost with them', () => {
    const visit = (c: number, place: string) => ({ c, order: `A${c}`, what: place, from: day(c, 1), to: day(c, 1) });
    const calls = cases((c) => [{ c, what: 'Call', from: day(c, 0), to: day(c, 4) }]);
    const told = (...more: object[]) =>
      journeyFromLog([...calls, ...more], ends).cautions.find(({ code }) => code === 'rows-without-case')?.message;
    expect(told()).toBeUndefined();
    const lost = [
      { ...visit(1, 'Visit'), c: '' },
      { ...visit(2, 'Repair'), c: null },
    ];
    expect(told(...lost)).toBe(
      `2 of ${calls.length + 2} rows have no case and are left out, among them all of "Visit" and "Repair": if they are of a system that numbers cases in its own way, give them the case of the others`,
    );
    // A row in a hundred of a known activity is no slip; one activity lost is none either, however rare.
    expect(told({ ...visit(1, 'Call'), c: '' })).toMatch(/^1 of \d+ rows have no case and are left out: if/);
    const many = Array.from({ length: 200 }, (_, c) => visit(c, 'Call'));
    expect(told(...many, { ...visit(1, 'Call'), c: '' })).toBeUndefined();
    expect(told(...many, { ...visit(1, 'Visit'), c: '' })).toContain('all of "Visit":');
  });

  it('rows that stand twice in every column', () => {
    const once = cases((c) => [
      { c, n: 1, what: 'Call', from: new Date(day(c, 0)), to: day(c, 4) },
      { c, n: 2, what: 'Call', from: new Date(day(c, 0)), to: day(c, 4) },
    ]);
    expect(codes(journeyFromLog(once, ends))).not.toContain('same-rows');
    const twice = [...once, ...once.map((row) => ({ ...row, from: new Date(row.from) }))];
    const found = journeyFromLog(twice, ends).cautions.find(({ code }) => code === 'same-rows');
    expect(found?.message).toMatch(/^120 rows say in every column what an earlier one says/);
  });

  it('the dates of a spreadsheet, which count days', () => {
    const log = (unit: number) => cases((c) => [{ c, what: 'Call', from: (46109.5 + c) * unit, to: (46109.51 + c) * unit }]);
    const found = journeyFromLog(log(1), ends).cautions.find(({ code }) => code === 'spreadsheet-days');
    expect(found?.message).toMatch(/^times from 46109.5 to 46168.51 look like the dates of a spreadsheet/);
    expect(codes(journeyFromLog(log(86400), ends))).not.toContain('spreadsheet-days');
    // Whole numbers may be the seconds of a day.
    const seconds = cases((c) => [{ c, what: 'Call', from: 36_000 + c, to: 36_060 + c }]);
    expect(codes(journeyFromLog(seconds, ends))).not.toContain('spreadsheet-days');
  });

  it('a zone in one column and none in another', () => {
    const zones = cases((c) => [{ c, what: 'Call', from: day(c, 0), to: day(c, 4).slice(0, 16) }]);
    const [issue] = faults(zones, ends);
    expect(issue).toMatchObject({
      code: 'conflict',
      path: 'events[0].to',
      hint: 'write it everywhere, or nowhere; row 0 has one under from',
    });
  });

  it('a decimal comma in a rating', () => {
    const commas = rows.map((row) => ({ ...row, stars: '3,5' }));
    expect(faults(commas, { ...options, rating: 'stars', scale: [1, 5] })[0]?.hint).toBe('write 3.5, with a point');
  });

  it('a decimal comma in a time, and a time of day without its day', () => {
    const hintOf = (time: string) => faults([{ order: 1, what: 'Order', at: time }], options)[0]?.hint;
    expect(hintOf('46082,375')).toBe('write 46082.375, with a point');
    expect(hintOf('0,5')).toBe('write 0.5, with a point');
    expect(hintOf('09:00')).toBe('write the day before it, as 2026-03-01T09:00');
    expect(hintOf('9:05:30 pm')).toBe('write the day before it, as 2026-03-01T21:05:30');
    expect(hintOf('noon')).toBeUndefined();
  });

  it('plain seconds among dates, and a date among seconds', () => {
    const mixed = (odd: unknown, usual: (c: number) => unknown) => cases((c) => [{ c, what: 'Call', at: c === 7 ? odd : usual(c) }]);
    const date = (c: number) => day(c, 0);
    expect(faults(mixed('99', date), marks)).toMatchObject([
      { code: 'conflict', path: 'events[7].at', expected: 'a date, as in other rows', received: '"99"' },
    ]);
    expect(
      faults(
        mixed(99, (c) => new Date(date(c))),
        marks,
      ),
    ).toMatchObject([{ code: 'conflict', path: 'events[7].at' }]);
    const [issue] = faults(
      mixed('2026-03-01', (c) => 1000 * c),
      marks,
    );
    expect(issue).toMatchObject({
      ...{ code: 'conflict', path: 'events[7].at', expected: 'seconds as a number, as in other rows' },
      hint: 'write dates in every row, or seconds in every row; row 0 has 0',
    });
    expect(
      told(
        mixed('99', (c) => c),
        marks,
      ),
    ).toEqual([]);
    expect(told(mixed(new Date(0), date), marks)).toEqual([]);
  });

  it('a date decades from all others', () => {
    const dated = (odd: string, many = 1) =>
      journeyFromLog(
        cases((c) => [
          { c, what: 'Call', at: day(c, 0) },
          { c, what: 'Fix', at: c >= 7 && c < 7 + many ? odd : day(c, 10) },
        ]),
        marks,
      ).cautions.find(({ code }) => code === 'far-moment');
    expect(dated('1900-01-01')).toEqual({
      code: 'far-moment',
      path: 'events[15].at',
      message:
        '"1900-01-01" lies decades from all other moments (2026-01-01 to 2026-03-01): if it stands for no moment, leave the cell blank',
    });
    expect(dated('2099-12-31', 3)?.message).toContain(', and 2 other rows like it: ');
    expect(dated('2024-01-01')).toBeUndefined();
    expect(() => dated('9999-12-31')).toThrow(/before the year 5138.*leave the cell blank/);
  });
});
