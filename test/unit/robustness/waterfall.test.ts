import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import { insert } from '../../../src/redesign/edits/insert';
import { move } from '../../../src/redesign/edits/move';
import { remove } from '../../../src/redesign/edits/remove';
import { scaleDuration } from '../../../src/redesign/edits/scale-duration';
import { update } from '../../../src/redesign/edits/update';
import { redesign } from '../../../src/redesign/redesign';
import type { Edit } from '../../../src/redesign/types';
import { toMarkdown, toText } from '../../../src/results/to-text';
import { rootKey } from '../../../src/random/root-key';
import { readJourney } from '../../../src/journey/read-journey';
import { drawnCoefficients } from '../../../src/waterfall/coefficients';
import { JourneyVersions } from '../../../src/waterfall/versions-of-journey';
import { waterfall } from '../../../src/waterfall/waterfall';

const exact = {
  name: 'Exact',
  interactions: [
    { id: 'a', duration: 100, affect: 0 },
    { id: 'b', duration: 100, affect: 0 },
    { id: 'c', duration: 100, affect: 0 },
  ],
};
const visit = {
  name: 'Visit',
  interactions: [
    { id: 'thanks', duration: '30 s to 2 min', affect: { type: 'normal' as const, mean: 3, sd: 1 } },
    {
      id: 'queue',
      kind: 'wait' as const,
      duration: { type: 'lognormal' as const, median: 400, sigma: 0.5 },
      affect: { type: 'normal' as const, mean: -1, sd: 2 },
    },
    { id: 'desk', duration: '5 min', affect: { type: 'normal' as const, mean: 1, sd: 2 } },
  ],
};
const segments = [
  { id: 'regular', share: 0.7 },
  { id: 'new', share: 0.3, expectation: 2 },
] as const;
const edits = [move('thanks', { to: 'end' }), scaleDuration('queue', 0.5, { cost: 100 }), update('desk', { affect: 2 })];

describe('a waterfall worked out by hand', () => {
  const mean = (journey: typeof exact, list: readonly Edit[]) =>
    waterfall({ baseline: journey, edits: list, outcome: 'clockDuration', customers: 5, seed: 1 });

  it('of edits that do not meet is the same in every order', () => {
    const { overall, shapley } = mean(exact, [scaleDuration('a', 0.5), scaleDuration('b', 2), remove('c')]);
    expect([overall.start, overall.end, overall.total.difference]).toEqual([300, 250, -50]);
    expect(overall.sequential.map(({ difference }) => difference)).toEqual([-50, 100, -100]);
    overall.shapley.forEach(({ difference, standardError }, index) => {
      expect(difference).toBeCloseTo([-50, 100, -100][index]!, 9);
      expect(standardError).toBeCloseTo(0, 9);
    });
    expect(shapley).toEqual({ method: 'exact', orders: 6, journeys: 8 });
  });

  it('shares what two edits do together: halving and then adding 100 s to one step', () => {
    // 300 → halve a: 250 → a becomes 200 whatever it was: 400. Alone: −50, and +100. So the first adds −50 or 0, the second 150 or 100.
    const { overall } = mean(exact, [scaleDuration('a', 0.5), update('a', { duration: 200 })]);
    expect(overall.sequential.map(({ difference }) => difference)).toEqual([-50, 150]);
    expect(overall.shapley[0]!.difference).toBeCloseTo((-50 + 0) / 2, 9);
    expect(overall.shapley[1]!.difference).toBeCloseTo((150 + 100) / 2, 9);
    expect(overall.total.difference).toBe(100);
  });

  it('lets an edit that needs another only come after it', () => {
    // The inserted step must be there before it can be changed: of six orders three are possible.
    const { overall, shapley } = mean(exact, [
      insert({ id: 'd', duration: 60 }, { to: 'end' }),
      scaleDuration('d', 0.5),
      scaleDuration('a', 0.5),
    ]);
    expect(shapley).toEqual({ method: 'exact', orders: 3, journeys: 6 });
    [60, -30, -50].forEach((difference, index) => expect(overall.shapley[index]!.difference).toBeCloseTo(difference, 9));
  });

  it('takes edits that are only possible together as one', () => {
    const ordered = {
      ...exact,
      interactions: [exact.interactions[0]!, { ...exact.interactions[1]!, after: ['a'] }, exact.interactions[2]!],
    };
    const both = [move('a', { to: 'end' }), move('b', { to: 'end' }), scaleDuration('c', 2)];
    const { overall } = waterfall({ baseline: ordered, edits: both, outcome: 'clockDuration', customers: 5, seed: 1 });
    expect(overall.shapley.map((contribution) => contribution.edits)).toEqual([[0, 1], [2]]);
    expect(overall.shapley[1]!.difference).toBeCloseTo(100, 9);
  });
});

describe('drawn orders of edits', () => {
  const inserted = (index: number) => insert({ id: `d${index}`, duration: 60 }, index === 0 ? { to: 'end' } : { after: `d${index - 1}` });
  const chain = Array.from({ length: 8 }, (_, index) => inserted(index));
  const versions = new JourneyVersions(readJourney(exact).journey!, [...chain, scaleDuration('a', 0.5)]);
  const count = 400;
  const { orders } = drawnCoefficients(versions, rootKey('orders'), count);
  const free = 1 << 8;

  it('ask an edit again that was passed over for want of another: else a chain of edits could only be done in the order given', () => {
    // Two are possible at each turn, the next of the chain and the free one: the free one comes first in half of the orders, second in a quarter.
    const turns = orders!.map((sets) => sets.findIndex((set) => (set & free) !== 0));
    const share = (turn: number) => turns.filter((one) => one === turn).length / count;
    expect(Math.abs(share(1) - 1 / 2)).toBeLessThan(4 * Math.sqrt(1 / 4 / count));
    expect(Math.abs(share(2) - 1 / 4)).toBeLessThan(4 * Math.sqrt(3 / 16 / count));
  });

  it('do every edit once, and never one before what it needs', () => {
    for (const sets of orders!) {
      expect(sets).toHaveLength(10);
      expect(sets.at(-1)).toBe(versions.all);
      for (const set of sets) expect((set & (free - 1)) + 1).toBe(1 << (31 - Math.clz32((set & (free - 1)) + 1)));
    }
  });
});

describe('a waterfall of simulated customers', () => {
  const study = { segments, customers: 600, seed: 'waterfall' };
  const found = waterfall({ ...study, baseline: visit, edits });
  const direct = compare({
    ...study,
    baseline: visit,
    variants: { all: redesign(visit, edits), first: redesign(visit, edits.slice(0, 1)) },
  });

  it('has the total and first step that a comparison has, with their errors', () => {
    const { satisfaction } = direct.variants.all.overall;
    expect(found.overall.total.difference).toBeCloseTo(satisfaction.difference, 10);
    expect(found.overall.total.standardError).toBeCloseTo(satisfaction.standardError, 10);
    expect(found.overall.sequential[0]!.difference).toBeCloseTo(direct.variants.first.overall.satisfaction.difference, 10);
    expect(found.segments['new']!.total.difference).toBeCloseTo(direct.variants.all.segments.new.satisfaction.difference, 10);
    expect(found.overall.start).toBeCloseTo(direct.baseline.overall.satisfaction.mean, 10);
    expect(found.overall.end).toBeCloseTo(direct.variants.all.simulation.overall.satisfaction.mean, 10);
  });

  it('is frozen plain data with costs and words', () => {
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
    expect(Object.isFrozen(found.overall.shapley[0])).toBe(true);
    expect(found.overall.shapley.map(({ cost }) => cost)).toEqual([undefined, 100, undefined]);
    for (const text of [toText(found), toMarkdown(found)]) {
      for (const { description } of found.overall.shapley) expect(text).toContain(description);
    }
    expect(found.cautions).toEqual([]);
  });

  it('gives nothing at all to an edit that changes nothing', () => {
    const idle = waterfall({ ...study, baseline: visit, edits: [...edits, update('desk', { name: 'The desk' })] });
    expect([idle.overall.shapley[3]!.difference, idle.overall.shapley[3]!.standardError]).toEqual([0, 0]);
  });

  it('gives exactly nothing also where so many versions are lived that not all are side by side', () => {
    // Effort is nothing to satisfaction: whatever else was edited, everybody is as satisfied as before.
    const many = ['thanks', 'queue', 'desk'].flatMap((id) => [scaleDuration(id, 0.9), update(id, { affect: 2 })]);
    const idle = waterfall({ ...study, baseline: visit, edits: [...many, update('desk', { effort: 5 })], customers: 50 });
    expect(idle.shapley.journeys).toBe(128);
    const { difference, standardError, interval } = idle.overall.shapley.at(-1)!;
    expect([difference, standardError, interval.low, interval.high]).toEqual([0, 0, 0, 0]);
  });

  it('draws orders of more than eight edits, and still sums to the total', () => {
    const many = [...edits, ...[0.9, 0.8, 0.7, 0.6, 0.5, 0.4].map((factor) => scaleDuration('desk', factor))];
    const drawn = waterfall({ baseline: visit, edits: many, customers: 100, seed: 1 });
    expect(drawn.shapley.method).toBe('sampled');
    const sum = drawn.overall.shapley.reduce((all, { difference }) => all + difference, 0);
    expect(sum).toBeCloseTo(drawn.overall.total.difference, 9);
    // Of six scalings of one step each adds differently early and late: that drawn orders leave this open is in the error.
    expect(drawn.overall.shapley[8]!.standardError).toBeGreaterThan(0);
  });
});

describe('what drawn orders leave open', () => {
  // Nine scalings of one step of 100 s, in customers who are all alike: the only luck is which orders were drawn.
  const factors = [0.5, 2, 0.8, 1.5, 0.9, 1.2, 0.6, 1.1, 3];
  const single = { name: 'Single', interactions: [{ id: 'a', duration: 100, affect: 0 }] };
  const scalings = factors.map((factor) => scaleDuration('a', factor));
  const found = waterfall({ baseline: single, edits: scalings, outcome: 'clockDuration', customers: 5000, seed: 'luck' });
  const { orders } = drawnCoefficients(new JourneyVersions(readJourney(single).journey!, scalings), rootKey('luck'), 64);
  const clock = (set: number) => factors.reduce((seconds, factor, atom) => ((set >> atom) & 1 ? seconds * factor : seconds), 100);

  it('is the error of a mean over orders, and the mean is that of what each edit adds in each order', () => {
    factors.forEach((_, atom) => {
      const added = orders!.map((sets) => {
        const after = sets.findIndex((set) => ((set >> atom) & 1) === 1);
        return clock(sets[after]!) - clock(sets[after - 1]!);
      });
      const mean = added.reduce((sum, one) => sum + one, 0) / 64;
      const variance = added.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 63;
      expect(found.overall.shapley[atom]!.difference).toBeCloseTo(mean, 8);
      expect(found.overall.shapley[atom]!.standardError).toBeCloseTo(Math.sqrt(variance / 64), 8);
    });
  });

  it('is nothing up to eight edits: there every order is counted', () => {
    const all = waterfall({ baseline: single, edits: scalings.slice(0, 8), outcome: 'clockDuration', customers: 2, seed: 'luck' });
    expect(all.shapley).toEqual({ method: 'exact', orders: 40_320, journeys: 256 });
    expect(all.overall.shapley[0]!.standardError).toBeCloseTo(0, 9);
    expect(found.shapley.method).toBe('sampled');
  });
});

describe('numbers and words of a waterfall', () => {
  it('reach about two standard errors with 200 customers: the t of all of them, not of one', () => {
    const { total } = waterfall({ baseline: visit, edits, customers: 200, seed: 3 }).overall;
    const reach = (total.interval.high - total.interval.low) / 2 / total.standardError;
    expect(reach).toBeGreaterThan(1.9);
    expect(reach).toBeLessThan(2.4);
  });

  const found = waterfall({
    baseline: exact,
    edits: [scaleDuration('a', 0.4), scaleDuration('b', 2.2), remove('c')],
    outcome: 'clockDuration',
    customers: 5,
    seed: 1,
  });

  it('name what does most first, whichever way it goes', () => {
    const places = found.overall.shapley.map(({ description }) => found.overall.sentence.indexOf(description));
    // −60, +120, −100 seconds.
    expect(places[1]).toBeLessThan(places[2]!);
    expect(places[2]).toBeLessThan(places[0]!);
  });

  it('show at each edit the level reached with it, not before it', () => {
    const level = (description: string) =>
      toText(found)
        .split('\n')
        .find((line) => line.startsWith(description))!
        .slice(description.length)
        .trim();
    const { sequential } = found.overall;
    expect(level(sequential[0]!.description)).toMatch(/^4 min/);
    expect(level(sequential[1]!.description)).toMatch(/^6 min/);
    expect(level(sequential[2]!.description)).toMatch(/^4\.3 min/);
  });
});

describe('bad input', () => {
  const faults = (input: object) => {
    try {
      waterfall({ baseline: visit, edits, seed: 1, ...input } as never);
    } catch (error) {
      if (isJourneyError(error)) return error.issues.map(({ code, path }) => `${code} ${path}`);
      throw error;
    }
    return [];
  };

  it('is told at once, edits and study together', () => {
    expect(faults({ edits: [remove('desc')], customers: 0, outcome: 'joy', keep: 'all' })).toEqual([
      'unknown-id outcome',
      'unknown-id edits[0].id',
      'unknown-key keep',
      'out-of-range customers',
    ]);
    expect(faults({ edits: [] })).toEqual(['missing edits']);
    expect(faults({ edits: undefined })).toEqual(['invalid-type edits']);
    expect(faults({ edits: Array.from({ length: 31 }, () => remove('desk')) })).toEqual(['too-large edits']);
    expect(faults({ baseline: { name: 'No steps' } })).toEqual(['missing baseline.interactions']);
    expect(faults({ outcome: 'ease' })).toEqual(['missing outcome']);
  });
});
