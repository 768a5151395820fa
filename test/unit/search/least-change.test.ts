import { atLeast, atMost, checkStandards, compare, improves, isJourneyError, move, redesign, simulate, toText, update } from 'peakend';
import { leastChange, leastChangeAsync, oneOf } from 'peakend/decide';
import { describe, expect, it } from 'vitest';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'thanks', duration: 60, affect: { type: 'normal' as const, mean: 5, sd: 1 } },
    { id: 'queue', kind: 'wait' as const, duration: '5 to 20 min', affect: -3 },
    { id: 'desk', duration: 300, affect: { type: 'normal' as const, mean: 1, sd: 2 } },
    { id: 'bill', duration: 60, affect: -2 },
  ],
};
const candidates = [
  update('queue', { affect: 0 }, { cost: 50 }),
  update('bill', { affect: 0 }, { cost: 30 }),
  update('desk', { affect: 4 }, { cost: 40 }),
  move('thanks', { to: 'end' }, { cost: 200 }),
];
const few = { journey: visit, candidates, customers: 1_000, seed: 1 } as const;

describe('the least that is enough', () => {
  it('is one edit where one is enough, though it is dear; or the cheapest, though it takes several', () => {
    const target = atLeast('endAffect', 3);
    const short = leastChange({ ...few, target });
    expect([short.verdict, short.found!.edits]).toEqual(['reached', [candidates[3]]]);
    expect(short.less).toEqual({ designs: 1, open: 0 });
    const mean = atLeast('meanAffect', -0.5);
    const cheap = leastChange({ ...few, target: mean, least: 'cost' });
    expect(cheap.verdict).toBe('reached');
    expect(cheap.found!.edits).toEqual([candidates[0], candidates[2]]);
    expect(cheap.less).toEqual({ designs: 6, open: 0 });
    expect(cheap.sentence).toMatch(
      /^Change "queue": affect 0 \(cost 50\); .* \(cost 40\): that is enough\. Mean affect at least −0\.5: holds, .* to spare\. None of the 6 cheaper ones reaches it \(95 %\)\.$/,
    );
  });

  it('is nothing where the journey as it is reaches it', () => {
    const found = leastChange({ ...few, target: atMost('clockDuration', '2 h') });
    expect([found.verdict, found.found!.edits, found.less.designs]).toEqual(['reached', [], 0]);
    expect(found.sentence).toMatch(/^Nothing has to be done/);
  });

  it('is proved not to be there where everything falls clearly short', () => {
    const none = leastChange({ ...few, target: atLeast('endAffect', 9) });
    expect([none.verdict, none.found, none.comparison]).toEqual(['not reached', undefined, undefined]);
    expect(none.sentence).toBe('All 16 designs: none reaches the target (95 %).');
    expect(none.searched.rounds[0]).toEqual({ designs: 16, customers: 64 });
  });

  it('cannot be told where the bar lies where the best design is', () => {
    const one = { ...few, candidates: [candidates[2]!], customers: 200 };
    const after = redesign(visit, [candidates[2]!]);
    const mean = compare({ baseline: visit, variants: { after }, customers: 200_000, seed: 2, outcomes: ['satisfaction'] });
    const bar = mean.variants.after.simulation.overall.satisfaction.mean;
    const found = leastChange({ ...one, target: atLeast('satisfaction', bar) });
    expect(found.verdict).toBe('cannot tell');
    expect(found.sentence).toMatch(/^Whether any of the 2 designs reaches the target cannot be told/);
    expect(found.found!.edits).toEqual([candidates[2]]);
  });

  it('may be several standards, also of change, and reports what checkStandards says', () => {
    const target = [improves('satisfaction', { by: 2 }), atMost('perceivedDuration', '40 min', { statistic: 'p90' })];
    const found = leastChange({ ...few, target });
    expect(found.verdict).toBe('reached');
    expect(found.standards).toEqual(checkStandards(found.comparison!, target));
    expect(toText(found)).toMatch(/compare\s+says\s+the\s+same/);
  });

  it('looks at short lists first where there are more than it may', () => {
    const levels = ['thanks', 'queue', 'desk', 'bill'].map((id) => oneOf([-1, 0, 1, 2, 3].map((affect) => update(id, { affect }))));
    const found = leastChange({ ...few, candidates: levels, most: 100, target: atLeast('meanAffect', 9) });
    expect(found.searched.method).toBe('shortest first');
    expect(found.sentence).toMatch(/^\d+ designs looked at \(not all there are\): none reaches the target \(95 %\)\.$/);
  });

  it('speaks of what was looked at where that is not all, and of one as of one', () => {
    const levels = ['queue', 'desk', 'bill', 'thanks'].map((id) => oneOf([-1, 0, 1, 2, 3].map((affect) => update(id, { affect }))));
    const study = { ...few, candidates: [...levels, candidates[3]!], target: atLeast('endAffect', 4.5) };
    expect(leastChange({ ...study, most: 100 }).sentence).toMatch(/The only shorter design looked at does not reach it \(95 %\)\.$/);
    expect(leastChange({ ...few, target: atLeast('endAffect', 3) }).sentence).toMatch(/The only shorter one does not reach it \(95 %\)\.$/);
  });

  it('tells how far it has come', async () => {
    const shares: number[] = [];
    await leastChangeAsync({ ...few, target: atLeast('endAffect', 3) }, { onProgress: ({ share }) => shares.push(share) });
    expect(shares.every((share, index) => share <= 1 && share >= (shares[index - 1] ?? 0))).toBe(true);
    expect(shares.at(-1)).toBe(1);
  });

  it('is the same later', async () => {
    const input = { ...few, target: atLeast('endAffect', 3) };
    expect(await leastChangeAsync(input)).toEqual(leastChange(input));
  });

  it('tells what is wrong', () => {
    const paths = (input: object): string[] => {
      try {
        leastChange(input as never);
      } catch (error) {
        if (isJourneyError(error)) return error.issues.map(({ path }) => path);
      }
      return [];
    };
    expect(paths({ ...few })).toEqual(['target']);
    expect(paths({ ...few, target: [] })).toEqual(['target']);
    expect(paths({ ...few, target: [atLeast('satisfaction', 60), { atLeast: 3 }], least: 'money' })).toEqual(['least', 'target[1]']);
    expect(paths({ ...few, target: atLeast('satisfaction', 60, { segment: 'nobody' }) })).toEqual(['target.segment']);
  });
});

describe('a proof that nothing reaches the target', () => {
  const steps = (desk: object) => ({
    name: 'Visit',
    interactions: [
      { id: 'queue', duration: 300, affect: 1 },
      { id: 'desk', duration: 300, affect: 2, ...desk },
      { id: 'bill', duration: 60, affect: 2 },
    ],
  });
  const verdictsOf = (input: object, seeds = 20): Set<string> =>
    new Set(Array.from({ length: seeds }, (_, seed) => leastChange({ ...(input as Parameters<typeof leastChange>[0]), seed }).verdict));

  it('is not had from customers among whom a rare chance did not come up', () => {
    // Two in a hundred leave: of 64 customers often none does.
    const study = { journey: steps({ dropout: 0.02 }), candidates: [update('desk', { dropout: 0 })], customers: 4_000 };
    expect([...verdictsOf({ ...study, target: improves('completed', { by: 0.01 }) })]).not.toContain('not reached');
    expect([...verdictsOf({ ...study, target: improves('completed', { by: 0.04 }) })]).toEqual(['not reached']);
  });

  it('nor where everybody else gains a little, and that seems to be all', () => {
    const failure = { probability: 0.02, affect: -9 };
    const candidates = [[update('desk', { without: ['failure'] }), update('queue', { affect: 1.05 })]] as never;
    const study = { journey: steps({ failure }), candidates, customers: 4_000 };
    const after = redesign(study.journey, candidates[0]!);
    const { difference } = compare({ baseline: study.journey, variants: { after }, customers: 50_000, seed: 9 }).variants.after.overall
      .satisfaction;
    expect([...verdictsOf({ ...study, target: improves('satisfaction', { by: 0.8 * difference }) })]).not.toContain('not reached');
  });

  it('nor by a percentile that few customers reach', () => {
    const journey = steps({ affect: { type: 'normal', mean: 2, sd: 3 } });
    const study = { journey, candidates: [update('bill', { affect: 3 })], customers: 500 };
    const after = redesign(journey, study.candidates);
    const seen = simulate({ journey: after, customers: 50_000, seed: 9, outcomes: ['satisfaction'] }).overall.satisfaction;
    const target = atLeast('satisfaction', seen.quantiles.p95 - 0.3, { statistic: 'p95' });
    expect([...verdictsOf({ ...study, target }, 100)]).not.toContain('not reached');
  });
});
