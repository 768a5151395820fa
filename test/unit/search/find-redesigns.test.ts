import {
  checkStandards,
  columns,
  compare,
  fewWorse,
  improves,
  isJourneyError,
  merge,
  move,
  remove,
  noSegmentWorse,
  redesign,
  robustness,
  toText,
  update,
  atLeast,
  atMost,
} from 'peakend';
import {
  anyOrder,
  bestOrder,
  findRedesigns,
  findRedesignsAsync,
  mergeNeighbours,
  moveTo,
  oneOf,
  type FindRedesignsInput,
} from 'peakend/decide';
import { describe, expect, it } from 'vitest';
import { studentQuantile } from '../../../src/statistics/student-t';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'thanks', name: 'Thanks', duration: 60, affect: { type: 'normal' as const, mean: 5, sd: 1 } },
    { id: 'queue', kind: 'wait' as const, duration: '5 to 20 min', affect: { type: 'normal' as const, mean: -3, sd: 2 } },
    { id: 'desk', duration: '2 to 6 min', affect: { type: 'normal' as const, mean: 1, sd: 2 } },
    { id: 'pay', duration: 60, affect: { type: 'normal' as const, mean: -2, sd: 1 } },
  ],
};
const segments = [
  { id: 'calm', share: 0.6, expectation: 0 },
  { id: 'hurried', share: 0.4, expectation: 2, responses: { queue: { affectShift: -2 } } },
] as const;
const few = { journey: visit, segments, customers: 400, seed: 1, robustness: false } as const;
const thanksLast = move('thanks', { to: 'end' }, { cost: 10 });
const calmer = update('queue', { affect: -1 }, { cost: 100 });

function issuesOf(call: () => unknown): { readonly path: string; readonly code: string }[] {
  try {
    call();
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map(({ path, code }) => ({ path, code }));
    throw error;
  }
  return [];
}

describe('what is found', () => {
  it('keeps to the budget, to the number of edits and to what excludes each other', () => {
    const dear = findRedesigns({ ...few, candidates: [thanksLast, calmer] });
    const cheap = findRedesigns({ ...few, candidates: [thanksLast, calmer], budget: 50 });
    const short = findRedesigns({ ...few, candidates: [thanksLast, calmer], maxEdits: 1 });
    expect(dear.best!.edits).toEqual([thanksLast, calmer]);
    expect([cheap.best!.edits, cheap.best!.cost, cheap.searched.designs]).toEqual([[thanksLast], 10, 2]);
    expect(short.best!.edits).toHaveLength(1);
    const levels = findRedesigns({ ...few, candidates: [oneOf([update('queue', { affect: -2 }), calmer])] });
    expect([levels.searched.designs, levels.best!.edits]).toEqual([3, [calmer]]);
  });

  it('is chosen among those that keep the standards', () => {
    const cold = update('desk', { affect: -4 }, { cost: 0 });
    const swap = [calmer, cold];
    const standards = [atLeast('meanAffect', -6, { segment: 'each' }), atMost('clockDuration', '2 h', { statistic: 'p90' })];
    const free = findRedesigns({
      ...few,
      candidates: [swap, thanksLast],
      objectives: [{ outcome: 'perceivedDuration', segment: 'hurried' }],
    });
    expect(free.objectives).toEqual([{ outcome: 'perceivedDuration', segment: 'hurried' }]);
    const held = findRedesigns({ ...few, candidates: [cold, thanksLast], standards: [noSegmentWorse('meanAffect'), ...standards] });
    expect(held.best!.edits).toEqual([thanksLast]);
    expect(held.leaders.find(({ edits }) => edits.includes(cold) || edits.some(({ edit }) => edit === 'update'))?.standards).toBe('fails');
    const own = held.comparison;
    expect(held.standards).toEqual(checkStandards(own, [noSegmentWorse('meanAffect'), ...standards]));
  });

  it('counts those who are worse off as the report does, beyond the margin', () => {
    const shorter = [update('thanks', { duration: 50 }), update('pay', { affect: { type: 'normal', mean: -1.9, sd: 1 } })];
    const study = {
      ...few,
      candidates: [shorter],
      objectives: ['meanAffect'],
      standards: fewWorse('meanAffect', { atMost: 0.05 }),
    } as const;
    expect(findRedesigns({ ...study, margin: { meanAffect: 0.5 } }).leaders[0]!.standards).toBe('holds');
    expect(findRedesigns({ ...study, margin: { meanAffect: 0.5 } }).selection.among).toBe(2);
    expect(findRedesigns(study).selection.among).toBe(1);
  });

  it('says so where nothing keeps the standards, or nothing is better', () => {
    const never = findRedesigns({ ...few, candidates: [thanksLast], standards: atLeast('satisfaction', 99.9) });
    expect(never.best).toBeUndefined();
    expect(never.sentence).toBe('None of the 2 designs was found to keep all standards, nor was the journey as it is.');
    const worse = findRedesigns({ ...few, candidates: [update('queue', { affect: -8 })] });
    expect(worse.best).toBeUndefined();
    expect(worse.sentence).toMatch(/^None of the 2 designs came out better than the journey as it is by more than 0\.05/);
  });

  it('takes the simplest of those that are practically as good', () => {
    const idle = update('desk', { note: 'a new sign' }, { cost: 5 });
    const found = findRedesigns({ ...few, candidates: [idle, thanksLast] });
    expect(found.best!.edits).toEqual([thanksLast]);
    expect(found.front.map(({ edits }) => edits)).toEqual([[thanksLast]]);
    const wide = findRedesigns({ ...few, candidates: [thanksLast, calmer], margin: 30 });
    expect(wide.best).toBeUndefined();
  });

  it('may cost less than nothing and change nothing: the journey as it is stays beside it', () => {
    const unused = update('pay', { duration: 60 }, { cost: -30 });
    const found = findRedesigns({ ...few, candidates: [unused, move('thanks', { before: 'pay' }, { cost: 40 })], budget: 0 });
    expect([found.best!.edits, found.best!.cost, found.selection.among]).toEqual([[unused], -30, 2]);
    expect(found.sentence).toContain('Satisfaction practically the same');
  });

  it('has a front on which each design buys something, cheapest first', () => {
    const dearer = update('queue', { affect: 1 }, { cost: 1_000 });
    const { front } = findRedesigns({ ...few, candidates: [thanksLast, oneOf([calmer, dearer])] });
    expect(front.map(({ cost }) => cost)).toEqual([10, 110, 1_010].filter((cost) => front.some((one) => one.cost === cost)));
    const satisfied = front.map(({ changes }) => changes.find(({ outcome }) => outcome === 'satisfaction')!.difference);
    expect([...satisfied].sort((a, b) => a - b)).toEqual(satisfied);
    expect(front.length).toBeGreaterThan(1);
  });

  it('is, in the report, what compare and robustness say with the same seed', () => {
    const over = { draws: 10, shares: 0, memory: {} };
    const found = findRedesigns({ ...few, candidates: [thanksLast], margin: { satisfaction: 0.2 }, robustness: over });
    const variants = { 'design A': redesign(visit, [thanksLast]) };
    const outcomes = ['perceivedDuration', 'satisfaction', 'completed'] as const;
    const { seed, customers } = few;
    expect(found.comparison).toEqual(
      compare({ baseline: visit, variants, segments, customers, seed, outcomes, margin: { satisfaction: 0.2 } }),
    );
    const tried = robustness({ baseline: visit, variants, segments, seed, over });
    expect(found.robustness).toEqual(tried);
    expect(found.best!.verdict).toBe(tried.variants['design A']!.overall.verdict);
  });

  it('counts the leaders that its table has, and the present journey beside them', () => {
    const found = findRedesigns({ ...few, candidates: [calmer] });
    expect(found.leaders).toHaveLength(1);
    expect(found.sentence).toContain('There is no other leader, and the present journey is not better');
    expect(toText(found).replaceAll('\n', ' ')).toContain('Chosen among 2, the journey as it is among them, by');
  });

  it('says where not all designs were looked at', () => {
    expect(findRedesigns({ ...few, candidates: [thanksLast, calmer], most: 2 }).sentence).toContain(
      '2 designs looked at (not all there are)',
    );
  });

  it('does not send who writes atMost to another limit', () => {
    expect(() => findRedesigns({ ...few, candidates: [calmer], atMost: 2 } as never)).toThrow(
      'atMost: expected nothing here, received 2 — maxEdits limits the edits in a design; most, how many designs are looked at',
    );
  });

  it('says in one sentence what was found, among what, and how sure', () => {
    const found = findRedesigns({ ...few, candidates: [thanksLast, calmer], standards: noSegmentWorse('satisfaction') });
    expect(found.sentence).toMatch(
      /^Best of all 4 designs: move "Thanks" to the end \(cost 10\); .*Satisfaction \+[\d.]+ \(\+[\d.]+ to \+[\d.]+\)\. All standards hold\. /,
    );
    expect(found.sentence).toMatch(/It is the best of 3 leaders that kept the standards and the present journey \(95 %\)\.$/);
    expect(found.leaders).toHaveLength(3);
    expect(toText(found).replaceAll('\n', ' ')).toContain('Chosen among 4, the journey as it is counted where it kept the standards, by');
    const text = toText(found);
    expect(text.startsWith(found.sentence.slice(0, 60))).toBe(true);
    expect(text.replaceAll('\n', ' ')).toContain("seed '1': compare says the same");
  });

  it('was chosen by customers of a seed of their own, whose few exceptions count for more', () => {
    const rare = {
      ...visit,
      interactions: [{ ...visit.interactions[2]!, failure: { probability: 0.02, affect: -8 } }, visit.interactions[0]!],
    };
    const kinder = update('thanks', { affect: 6 });
    const safer = update('desk', { without: ['failure'] });
    const candidates = [kinder, safer];
    const found = findRedesigns({ journey: rare, candidates, customers: 400, seed: 1, robustness: false, margin: 0 });
    const [one, other] = found.leaders;
    const variants = { one: redesign(rare, one!.edits), other: redesign(rare, other!.edits) };
    const asked = { baseline: rare, variants, customers: 400, outcomes: ['satisfaction'], keep: ['satisfaction'] } as const;
    const again = compare({ ...asked, seed: '1 · choice' });
    const [own, others] = [again.variants.one, again.variants.other].map(
      (variant) => columns(variant!.simulation, 'everyone').satisfaction!,
    );
    const apart = own!.map((value, index) => value - others![index]!);
    const mean = apart.reduce((sum, value) => sum + value, 0) / 400;
    const squares = apart.map((value) => (value - mean) * (value - mean));
    // As if two more had been seen, as far out as the one furthest from the mean.
    const variance = (squares.reduce((sum, square) => sum + square, 0) + 2 * Math.max(...squares)) / 399 / 400;
    const { difference, interval } = other!.behind;
    expect(difference).toBeCloseTo(mean, 9);
    expect((interval.high - interval.low) / 2).toBeCloseTo(studentQuantile(0.975, 399) * Math.sqrt(variance), 9);
  });

  it('is the same later, and can be stopped', async () => {
    const input: FindRedesignsInput = { ...few, candidates: [thanksLast, calmer, anyOrder()] };
    const seen: number[] = [];
    const later = await findRedesignsAsync(input, { onProgress: ({ share }) => seen.push(share) });
    expect(later).toEqual(findRedesigns(input));
    expect(seen.at(-1)).toBe(1);
    expect(seen.every((share, index) => share <= 1 && share >= (seen[index - 1] ?? 0))).toBe(true);
    const stop = new AbortController();
    const stopped = findRedesignsAsync(input, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'aborted' });
  });

  it('counts what is done up to 1, also with many customers in few designs, and with robustness', async () => {
    const shares: number[] = [];
    const input = { ...few, candidates: [moveTo('end'), anyOrder()], customers: 20_000, most: 40, robustness: { draws: 5, memory: {} } };
    await findRedesignsAsync(input, { onProgress: ({ share }) => shares.push(share) });
    expect(shares.every((share, index) => share <= 1 && share >= (shares[index - 1] ?? 0))).toBe(true);
    expect(shares.at(-1)).toBe(1);
    // What is lived in the report is counted too: half way is not there after the search alone.
    expect(shares.filter((share) => share < 0.5).length).toBeGreaterThan(0);
  });

  it('is no surer than it may be where it is seen on the same customers who keeps the standards', () => {
    const candidates = [
      oneOf([calmer, update('queue', { affect: -0.98 }), update('queue', { affect: { type: 'normal', mean: -1, sd: 3 } })]),
    ];
    const free = findRedesigns({ ...few, candidates });
    const held = findRedesigns({ ...few, candidates, standards: atMost('clockDuration', '9 h') });
    expect(held.selection.among).toBe(free.selection.among);
    expect(held.selection.within).toBeGreaterThan(free.selection.within);
  });

  it('is not the best for certain where a rare chance that tells two apart was seen by nobody', () => {
    const interactions = visit.interactions.map((step) => (step.id === 'pay' ? { ...step, duration: 60, dropout: 0.002 } : step));
    const candidates = [oneOf([thanksLast, [thanksLast, update('pay', { dropout: 0.001 })]])];
    const found = findRedesigns({ ...few, customers: 100, journey: { ...visit, interactions }, candidates, objectives: ['completed'] });
    expect(found.leaders).toHaveLength(2);
    expect(found.leaders.map(({ behind }) => behind.difference)).toEqual([0, 0]);
    expect(found.selection.within).toBeGreaterThan(0.001);
  });

  it('calls nothing as good that breaks a standard', () => {
    const candidates = [oneOf([thanksLast, [thanksLast, update('pay', { duration: 61 })]])];
    const study = { ...few, candidates, margin: 0.5 } as const;
    expect(findRedesigns(study).sentence).toContain('One other is practically as good.');
    const held = findRedesigns({ ...study, standards: improves('clockDuration', { by: 0 }) });
    expect(held.leaders.map(({ standards }) => standards)).toContain('fails');
    expect(held.sentence).not.toContain('practically as good');
  });

  it('is plain frozen data, the same with the same seed', () => {
    const input = { ...few, candidates: [thanksLast, anyOrder(['desk', 'pay'])] };
    const found = findRedesigns(input);
    expect(JSON.stringify(found)).toBe(JSON.stringify(findRedesigns(input)));
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(Object.isFrozen(found.leaders[0])).toBe(true);
  });
});

describe('candidates', () => {
  it('are done in the order given, and edits of a list together', () => {
    const both = [merge(['queue', 'desk'], { id: 'visit' }), move('visit', { to: 'start' })];
    const found = findRedesigns({ ...few, candidates: [both] });
    expect(found.searched.designs).toBe(2);
    const second = findRedesigns({ ...few, candidates: [both[0]!, both[1]!] });
    // Moving what is not there alone cannot be done, merging alone can.
    expect([second.searched.designs, second.searched.impossible]).toEqual([3, 1]);
  });

  it('that break an after alone, and not together, are tried together', () => {
    const held = { ...visit, interactions: visit.interactions.map((step) => (step.id === 'pay' ? { ...step, after: ['desk'] } : step)) };
    const candidates = [move('pay', { before: 'queue' }), move('desk', { to: 'start' })];
    const found = findRedesigns({ ...few, journey: held, candidates });
    expect([found.searched.designs, found.searched.impossible]).toEqual([3, 1]);
  });

  it('that leave no step with effort are none, where ease is asked for', () => {
    const hard = { ...visit, interactions: visit.interactions.map((step) => (step.id === 'pay' ? { ...step, effort: 6 } : step)) };
    const asked = { ...few, journey: hard, candidates: [remove('pay'), move('pay', { to: 'start' })] };
    const found = findRedesigns({ ...asked, objectives: ['ease', 'satisfaction'] });
    expect([found.searched.designs, found.searched.impossible]).toEqual([2, 2]);
    expect(findRedesigns({ ...asked, objectives: ['satisfaction'] }).searched.impossible).toBe(1);
  });

  it('may merge a step that is pinned, and then leave it where it is', () => {
    const held = {
      ...visit,
      interactions: visit.interactions.map((step) => (step.id === 'thanks' ? { ...step, pin: 'first' as const } : step)),
    };
    const found = findRedesigns({ ...few, journey: held, candidates: [mergeNeighbours(), moveTo('end'), anyOrder()] });
    for (const { edits } of found.leaders) {
      const [first] = redesign(held, edits).interactions;
      expect([first!.id, first!.parts?.[0]!.id]).toContain('thanks');
    }
  });

  it('of families are what they say', () => {
    const merged = findRedesigns({ ...few, candidates: [mergeNeighbours({ longest: 2 })] });
    // Runs of two of four: none, one of three, or the first and the last.
    expect([merged.searched.designs, merged.searched.impossible]).toEqual([5, 0]);
    expect(merged.leaders.flatMap(({ edits }) => edits.map((edit) => (edit.edit === 'merge' ? edit.into.id : edit.edit)))).toContain(
      'thanks+queue',
    );
    const moved = findRedesigns({ ...few, candidates: [moveTo('end')] });
    expect(moved.searched.designs).toBe(4);
    expect(findRedesigns({ ...few, candidates: [moveTo('start', ['pay'], { cost: 3 })] }).leaders[0]!.cost).toBe(3);
    expect(bestOrder({ ...few, ids: ['queue', 'desk', 'pay'] }).searched.designs).toBe(6);
    expect(JSON.parse(JSON.stringify(anyOrder(['queue', 'pay'])))).toEqual({ family: 'anyOrder', ids: ['queue', 'pay'] });
  });

  it('with any ids at all are found and named', () => {
    const journey = {
      name: 'Odd',
      interactions: ['toString', ' ‮x', '1', '<img src=x onerror=alert(1)>'].map((id, index) => ({
        id,
        duration: 60,
        affect: 5 - 3 * index,
      })),
    };
    const found = findRedesigns({
      journey,
      candidates: [mergeNeighbours(), moveTo('end'), anyOrder()],
      customers: 100,
      seed: 1,
      robustness: false,
    });
    expect(redesign(journey, found.best!.edits).interactions.length).toBeGreaterThan(0);
    expect(toText(found)).not.toContain('undefined');
  });
});

describe('what is wrong is told where it stands', () => {
  it('in candidates', () => {
    const wrong = {
      ...few,
      candidates: [
        move('thnks', { to: 'end' }),
        [calmer, { edit: 'mve' }],
        oneOf([{ edit: 'remove' } as never]),
        moveTo('middle' as never),
        { family: 'any' },
        7,
        [],
      ],
    } as never;
    expect(issuesOf(() => findRedesigns(wrong)).map(({ path }) => path)).toEqual([
      'candidates[1][1].edit',
      'candidates[2].proposals[0].id',
      'candidates[3].place',
      'candidates[4].family',
      'candidates[5]',
      'candidates[6]',
    ]);
    expect(issuesOf(() => findRedesigns({ ...few, candidates: [move('thnks', { to: 'end' }), calmer] }))).toEqual([
      { path: 'candidates[0].id', code: 'unknown-id' },
    ]);
    expect(issuesOf(() => findRedesigns({ ...few, candidates: [anyOrder(['desk', 'dsk']), anyOrder()] }))).toEqual([
      { path: 'candidates[0].ids[1]', code: 'unknown-id' },
      { path: 'candidates[1]', code: 'conflict' },
    ]);
    expect(issuesOf(() => bestOrder({ ...few, ids: ['dsk'] }))).toEqual([{ path: 'ids[0]', code: 'unknown-id' }]);
  });

  it('in everything else, all at once', () => {
    const wrong = {
      ...few,
      candidates: [],
      budget: -1,
      maxEdits: 0,
      most: 1e9,
      customers: 10,
      objectives: ['satisfction', { outcome: 'value' }, { outcome: 'satisfaction', segment: 'nobody' }],
      standards: [{ outcome: 'satisfaction', atLeast: 60, segment: 'nobody' }],
      outcomes: ['satisfaction'],
      robustness: 'yes',
      candidate: 1,
    } as never;
    const paths = issuesOf(() => findRedesigns(wrong)).map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['candidates', 'budget', 'maxEdits', 'most', 'customers', 'outcomes', 'candidate']));
    const later = issuesOf(() =>
      findRedesigns({
        ...few,
        candidates: [thanksLast],
        ...(wrong as { objectives: never; standards: never }),
        candidate: undefined,
        outcomes: undefined,
        budget: 1_000,
        maxEdits: 3,
        most: 10,
        customers: 100,
        robustness: 3,
      } as never),
    );
    expect(later.map(({ path }) => path)).toEqual(['candidates']);
    const own = {
      ...few,
      candidates: [thanksLast],
      objectives: (wrong as FindRedesignsInput).objectives!,
      standards: (wrong as FindRedesignsInput).standards!,
      robustness: 3 as never,
    };
    expect(
      issuesOf(() => findRedesigns(own))
        .map(({ path }) => path)
        .sort(),
    ).toEqual(['objectives[0]', 'objectives[1]', 'objectives[2].segment', 'robustness', 'standards[0].segment']);
  });

  it('before anybody lives anything: robustness, outcomes that are not there, what an order has no use for', () => {
    const wrong = (more: object) => issuesOf(() => findRedesigns({ ...few, candidates: [thanksLast], ...more }));
    expect(wrong({ robustness: { drws: 3 } })).toEqual([{ path: 'robustness.drws', code: 'unknown-key' }]);
    expect(wrong({ robustness: [] }).map(({ path }) => path)).toEqual(['robustness']);
    expect(wrong({ objectives: ['ease'] })).toEqual([{ path: 'objectives[0]', code: 'missing' }]);
    expect(wrong({ standards: [atLeast('ease', 3), atLeast('value', 3)] }).map(({ path }) => path)).toEqual([
      'standards[0]',
      'standards[1]',
    ]);
    const order = { ...few, candidates: [thanksLast], budget: 5 } as never;
    expect(issuesOf(() => bestOrder(order)).map(({ path }) => path)).toEqual(['candidates', 'budget']);
  });

  it('where limits leave nothing to do', () => {
    expect(issuesOf(() => findRedesigns({ ...few, candidates: [calmer], budget: 5 }))).toEqual([{ path: 'candidates', code: 'conflict' }]);
    expect(issuesOf(() => findRedesigns({ ...few, candidates: [calmer], most: 1 }))).toEqual([{ path: 'most', code: 'out-of-range' }]);
    expect(issuesOf(() => bestOrder({ ...few, ids: ['desk'] }))).toEqual([{ path: 'ids', code: 'conflict' }]);
  });
});
