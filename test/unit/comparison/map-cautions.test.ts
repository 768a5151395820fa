import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { createSimulator } from '../../../src/comparison/create-simulator';
import type { InteractionInput, JourneyInput, SegmentInput } from '../../../src/journey/types';
import { merge } from '../../../src/redesign/edits/merge';
import { split } from '../../../src/redesign/edits/split';
import { redesign } from '../../../src/redesign/redesign';

const study = { customers: 10, seed: 1 } as const;
const visit = (...interactions: InteractionInput[]): JourneyInput => ({ name: 'Visit', interactions });
const cautionsOf = (baseline: JourneyInput, variant: JourneyInput) =>
  compare({ baseline, variants: { v: variant }, ...study }).variants.v.cautions;
const codesOf = (baseline: JourneyInput, variant: JourneyInput): string[] =>
  cautionsOf(baseline, variant)
    .map(({ code }) => code)
    .filter((code) => code === 'uneven-maps' || code === 'short-moment');

describe('uneven-maps', () => {
  const steps = (count: number, seconds: number) =>
    Array.from({ length: count }, (_, index) => ({ id: `s${index}`, duration: seconds, affect: 1 }));
  const coarse = visit(...steps(3, 600));
  const fine = visit(...steps(8, 225));

  it('is told where two maps of half an hour have 3 and 8 steps, whichever of them is the finer', () => {
    const [caution, ...others] = cautionsOf(coarse, fine).filter(({ code }) => code === 'uneven-maps');
    expect(others).toEqual([]);
    expect(caution!.path).toBe('variants.v');
    expect(caution!.message).toContain('3 steps in the baseline, 8 in this variant');
    expect(codesOf(fine, coarse)).toEqual(['uneven-maps']);
  });

  it('begins at half as many again, and two more', () => {
    expect(codesOf(visit(...steps(4, 450)), visit(...steps(6, 300)))).toEqual(['uneven-maps']);
    expect(codesOf(visit(...steps(5, 360)), visit(...steps(7, 1800 / 7)))).toEqual([]);
    expect(codesOf(visit(...steps(1, 1800)), visit(...steps(2, 900)))).toEqual([]);
  });

  it('is not what a redesign merges or splits', () => {
    const merged = redesign(fine, [merge(['s0', 's1', 's2', 's3', 's4', 's5'], { id: 'm' })]);
    const parts = [1, 2, 3, 4, 5].map((index) => ({ id: `s0-${index}`, share: 0.2 }));
    expect(merged.interactions).toHaveLength(3);
    expect(codesOf(fine, merged)).toEqual([]);
    expect(codesOf(coarse, redesign(coarse, [split('s0', parts)]))).toEqual([]);
  });

  it('is not where more steps take another time: 30 and 34 minutes', () => {
    expect(codesOf(coarse, visit(...steps(8, 246)))).toEqual(['uneven-maps']);
    expect(codesOf(coarse, visit(...steps(8, 255)))).toEqual([]);
  });

  it('counts no gaps', () => {
    const gaps = steps(5, 120).map(({ duration }, index) => ({ id: `g${index}`, kind: 'gap' as const, duration }));
    expect(codesOf(coarse, visit(...steps(3, 600), ...gaps))).toEqual([]);
    // Nor their time: a week between letters makes no hour of half an hour.
    const week = { id: 'week', kind: 'gap' as const, duration: '7 days' };
    expect(codesOf(visit(week, ...steps(3, 600)), visit(week, ...steps(8, 3600)))).toEqual([]);
  });
});

describe('short-moment', () => {
  it('is not told where a progress display gains what it seems to', () => {
    const page = (id: string): InteractionInput => ({ id, duration: 600, affect: 2, dropout: 0.3 });
    const form = visit(page('a'), page('b'), page('c'));
    const shown = visit(page('a'), page('b'), page('c'), { id: 'tick', duration: 1, affect: 2 });
    const bar = { progress: { shown: true, endowed: 0.5 } } as const;
    const { v } = compare({ baseline: form, variants: { v: { ...shown, ...bar } }, customers: 2000, seed: 1 }).variants;
    expect(v.overall.satisfaction.conclusion).toBe('better');
    expect(v.cautions.map(({ code }) => code)).not.toContain('short-moment');
  });

  const base = [
    { id: 'arrive', duration: '20 min', affect: 1 },
    { id: 'talk', duration: '40 min', affect: 1 },
  ] as const;
  const gift = (affect: number, duration = 20) => ({ id: 'gift', name: 'A gift', duration, affect });
  const long = { id: 'long', duration: '20 min', affect: 6 };

  it('is told where the gain is that of a new step of 20 s in an hour', () => {
    const [caution, ...others] = cautionsOf(visit(...base), visit(...base, gift(9))).filter(({ code }) => code === 'short-moment');
    expect(others).toEqual([]);
    expect(caution!.path).toBe('variants.v');
    expect(caution!.message).toContain('comes from "A gift"');
  });

  it('and where it is that of a short step made better', () => {
    expect(codesOf(visit(...base, gift(1)), visit(...base, gift(9)))).toEqual(['short-moment']);
  });

  it('begins below a hundredth of the journey: 36 s of an hour are not short', () => {
    const hour = (seconds: number) => [{ id: 'stay', duration: 3600 - seconds, affect: 1 }, gift(9, seconds)];
    expect(codesOf(visit({ id: 'stay', duration: 3600, affect: 1 }), visit(...hour(35)))).toEqual(['short-moment']);
    expect(codesOf(visit({ id: 'stay', duration: 3600, affect: 1 }), visit(...hour(36)))).toEqual([]);
  });

  it('is not where most of the gain comes from a long step', () => {
    expect(codesOf(visit(...base), visit(...base, long, gift(7)))).toEqual([]);
    expect(codesOf(visit(...base, gift(1)), visit(base[0], { ...base[1], affect: 6 }, gift(7)))).toEqual([]);
  });

  it('nor where a short step stays as it was, or nothing is better', () => {
    expect(codesOf(visit(...base, gift(1)), visit(base[0], { ...base[1], affect: 6 }, gift(1)))).toEqual([]);
    expect(codesOf(visit(...base), visit(...base, gift(-9)))).toEqual([]);
    expect(codesOf(visit(...base, gift(1)), visit(...base, gift(1)))).toEqual([]);
  });

  it('is the same where customers are only counted, and nobody can be asked what they lived', () => {
    const clocks = { ...study, outcomes: ['satisfaction'], customers: 1_050_000 } as const;
    const question = { baseline: visit(...base), variants: { v: visit(...base, gift(9)) } };
    const { precision, variants } = compare({ ...clocks, ...question });
    expect(precision.quantiles).toBe('histogram');
    const told = variants.v.cautions.filter(({ code }) => code === 'short-moment');
    expect(told).toEqual(
      compare({ ...clocks, ...question, customers: 600 }).variants.v.cautions.filter(({ code }) => code === 'short-moment'),
    );
    expect(told).toHaveLength(1);
  });

  it('is the same from a simulator that keeps what it has lived', () => {
    const simulator = createSimulator(study);
    for (const affect of [9, -9, 1]) {
      const question = { baseline: visit(...base), variants: { v: visit(...base, gift(affect)) } };
      expect(simulator.compare(question).variants['v']!.cautions).toEqual(compare({ ...study, ...question }).variants.v.cautions);
    }
  });
});

describe('overridden', () => {
  const baseline = visit({ id: 'queue', kind: 'wait', duration: 600 }, { id: 'desk', duration: 300, affect: 2 });
  const faster = redesign(baseline, [{ edit: 'scaleDuration', id: 'queue', factor: 0.5 }]);
  const told = (variant: JourneyInput, ...responses: (SegmentInput['responses'] | undefined)[]) =>
    compare({
      baseline,
      variants: { v: variant },
      segments: responses.map((response, index) => ({
        id: `s${index}`,
        share: 1 / responses.length,
        ...(response === undefined ? {} : { responses: response }),
      })),
      ...study,
    }).variants.v.cautions.filter(({ code }) => code === 'overridden');

  it('is told where every segment says how long a step takes, and the new duration reaches nobody', () => {
    const [caution, ...others] = told(faster, { queue: { duration: 400 } }, { '*': { duration: 500 } });
    expect(others).toEqual([]);
    expect(caution!.message).toContain('the new duration of "queue" reaches nobody: responses');
    expect(caution!.path).toBe('variants.v');
  });

  it('names the segments, where some do', () => {
    expect(told(faster, { queue: { duration: 400 } }, undefined)[0]!.message).toContain('nobody in s0');
  });

  it('is not told of what acts beside the journey, of what was not changed, or of what is new', () => {
    expect(told(faster, { queue: { durationScale: 2, affect: -1 } })).toEqual([]);
    expect(told(faster, { desk: { duration: 60 } })).toEqual([]);
    const more = redesign(baseline, [{ edit: 'insert', step: { id: 'tea', duration: 60 }, place: { to: 'end' } }]);
    expect(told(more, { '*': { duration: 500 } })).toEqual([]);
    const kinder = redesign(baseline, [{ edit: 'update', id: 'desk', changes: { affect: 5 } }]);
    expect(told(kinder, { desk: { affect: 1 } }).map(({ message }) => message)).toEqual([expect.stringContaining('affectShift')]);
  });
});
