import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import type { InteractionInput, JourneyInput, SourceInput } from '../../../src/journey/types';
import { insert } from '../../../src/redesign/edits/insert';
import { merge } from '../../../src/redesign/edits/merge';
import { replace } from '../../../src/redesign/edits/replace';
import { split } from '../../../src/redesign/edits/split';
import { update } from '../../../src/redesign/edits/update';
import { redesign } from '../../../src/redesign/redesign';
import type { Edit } from '../../../src/redesign/types';
import { toText } from '../../../src/results/to-text';
import { rankCorrelation } from '../../../src/robustness/rank-correlation';
import { robustness } from '../../../src/robustness/robustness';
import type { RobustnessInput, Uncertainty } from '../../../src/robustness/types';

const queue: InteractionInput = { id: 'queue', kind: 'wait', duration: { type: 'lognormal', median: 400, sigma: 0.5 }, affect: -2 };
const desk = (more: object = {}): InteractionInput => ({ id: 'desk', duration: 300, affect: { type: 'normal', mean: 1, sd: 1 }, ...more });
const visit = (more: object = {}): JourneyInput => ({ name: 'Visit', interactions: [queue, desk(more), { id: 'pay', duration: 60 }] });
const alone = { memory: {}, parameters: {}, shares: 0 } as const;
const study = { customers: 40, seed: 'inputs' };

const tried = (edits: readonly Edit[], over: Uncertainty, more: Partial<RobustnessInput> & { readonly of?: object } = {}) => {
  const { of, ...rest } = more;
  const baseline = visit(of);
  return robustness({ ...study, baseline, variant: redesign(baseline, edits), over: { ...alone, draws: 8, ...over }, ...rest });
};
const overall = (found: ReturnType<typeof tried>) => found.variants['variant']!.overall;
const pleasant = [insert({ id: 'thanks', duration: 200, affect: 3 }, { to: 'end' })];

describe('a set with other inputs', () => {
  it('is what compare finds with the journey and segments so written', () => {
    const segments = [
      { id: 'new', share: 0.5, expectation: 2, patience: 2000, expectedDuration: 600 },
      { id: 'old', share: 0.5, responses: { desk: { affect: 2, durationScale: 2 } } },
    ] as const;
    const inputs = {
      'desk.affect': 1,
      'desk.duration': 1.5,
      'queue.duration': 1.3,
      'segments.new.expectation': 1,
      'segments.new.patience': 1.5,
      'segments.new.expectedDuration': 1.2,
    };
    const found = tried(pleasant, { inputs }, { segments });
    expect(Object.keys(found.over.inputs).sort()).toEqual(Object.keys(inputs).sort());
    for (const set of [0, 5]) {
      const value = (path: keyof typeof inputs) => found.sets.inputs[path]![set]!;
      const waiting = { type: 'lognormal' as const, median: 400 * value('queue.duration'), sigma: 0.5 };
      const written: JourneyInput = {
        name: 'Visit',
        interactions: [
          { ...queue, duration: waiting },
          desk({ duration: 300 * value('desk.duration'), affect: { type: 'normal', mean: 1 + value('desk.affect'), sd: 1 } }),
          { id: 'pay', duration: 60 },
        ],
      };
      const other = compare({
        ...study,
        baseline: written,
        variants: { variant: redesign(written, pleasant) },
        segments: [
          {
            ...segments[0],
            expectation: 2 + value('segments.new.expectation'),
            patience: 2000 * value('segments.new.patience'),
            expectedDuration: 600 * value('segments.new.expectedDuration'),
          },
          { ...segments[1], responses: { desk: { affect: 2 + value('desk.affect'), durationScale: 2 } } },
        ],
      });
      expect(overall(found).differences[set]).toBeCloseTo(other.variants.variant.overall.satisfaction.difference, 8);
    }
  });

  it('moves chances of failing and of giving up', () => {
    const of = { failure: { probability: 0.2, affect: -3 }, dropout: 0.1 };
    const found = tried(pleasant, { inputs: { 'desk.failure': 1.5, 'desk.dropout': 1.5 } }, { of });
    const set = 3;
    const moved = visit({
      failure: { probability: 0.2 * found.sets.inputs['desk.failure']![set]!, affect: -3 },
      dropout: 0.1 * found.sets.inputs['desk.dropout']![set]!,
    });
    const other = compare({ ...study, baseline: moved, variants: { variant: redesign(moved, pleasant) } });
    expect(overall(found).differences[set]).toBeCloseTo(other.variants.variant.overall.satisfaction.difference, 10);
  });

  it('moves a step and the parts it was split into together, each once', () => {
    const halves = [
      split('desk', [
        { id: 'talk', share: 0.4 },
        { id: 'sign', share: 0.6 },
      ]),
    ];
    const found = tried(halves, {}, { outcome: 'clockDuration' });
    expect(Object.keys(found.over.inputs)).not.toContain('talk.duration');
    for (const difference of overall(found).differences) expect(Math.abs(difference)).toBeLessThan(1e-9);
  });

  it('moves a merged step with an affect of its own as one, not its parts besides', () => {
    const edits = [merge(['desk', 'pay'], { id: 'end', affect: 2 })];
    const found = tried(edits, { inputs: { 'end.affect': 1 } });
    const [set] = [4];
    const moved = redesign(visit(), [merge(['desk', 'pay'], { id: 'end', affect: 2 + found.sets.inputs['end.affect']![set]! })]);
    const other = compare({ ...study, baseline: visit(), variants: { moved } });
    expect(overall(found).differences[set]).toBeCloseTo(other.variants.moved.overall.satisfaction.difference, 10);
  });
});

describe('what a redesign promises', () => {
  const better = (source?: SourceInput) => [update('desk', { affect: 3, duration: 150, ...(source === undefined ? {} : { source }) })];

  it('may come out by half as much, or as much more; an expert’s by a quarter; never wider than the number itself', () => {
    const width = (edits: readonly Edit[], of?: object) => {
      const { inputs } = tried(edits, {}, { of: of ?? {} }).over;
      return ['affect', 'duration'].map((number) => inputs[`variant.desk.${number}`]!.high);
    };
    expect(width(better())).toEqual([1, expect.closeTo(Math.SQRT2, 12)]);
    expect(width(better({ kind: 'expert' }))).toEqual([0.5, expect.closeTo(2 ** 0.25, 12)]);
    // What was measured is the old number: the promise is a guess all the same.
    expect(width(better(), { source: { kind: 'measured', n: 1000 } })[0]).toBe(1);
    expect(width([update('desk', { affect: 9, duration: 10 })])).toEqual([2, 1.5]);
  });

  it('acts in the variant alone, and there not on segments that have a number of their own', () => {
    const set = 2;
    const over = { inputs: { 'variant.desk.affect': 1 } };
    const found = tried(better(), over);
    const moved = redesign(visit(), [update('desk', { affect: 3 + found.sets.inputs['variant.desk.affect']![set]!, duration: 150 })]);
    const other = compare({ ...study, baseline: visit(), variants: { moved } });
    expect(overall(found).differences[set]).toBeCloseTo(other.variants.moved.overall.satisfaction.difference, 10);
    const own = tried([update('desk', { affect: 3 })], over, { segments: [{ id: 'all', share: 1, responses: { '*': { affect: 2 } } }] });
    expect(new Set(overall(own).differences)).toEqual(new Set([0]));
  });

  it('is one number where two variants promise the same', () => {
    const baseline = visit();
    const { over } = robustness({
      ...study,
      baseline,
      variants: {
        a: redesign(baseline, better()),
        'b c': redesign(baseline, [...better(), ...pleasant]),
        d: redesign(baseline, [update('desk', { affect: 2 })]),
      },
      over: { ...alone, draws: 2 },
    });
    expect(Object.keys(over.inputs).filter((path) => path.startsWith('variants'))).toEqual([
      'variants.a.desk.affect',
      'variants.a.desk.duration',
      'variants.d.desk.affect',
    ]);
    expect(over.inputs['variants.a.desk.affect']!.variants).toEqual(['variants.a', 'variants["b c"]']);
  });
});

describe('how widely a number is drawn', () => {
  const widths = (source: SourceInput | undefined) => {
    const { inputs } = tried(pleasant, {}, { of: source === undefined ? {} : { source } }).over;
    return ['affect', 'duration'].map((number) => inputs[`desk.${number}`]?.high);
  };

  it('is said by its source, a number without one being a guess', () => {
    expect(widths(undefined)).toEqual([2, 1.5]);
    expect(widths({ kind: 'guess', note: 'the team' })).toEqual([2, 1.5]);
    expect(widths({ kind: 'expert' })).toEqual([1, expect.closeTo(Math.sqrt(1.5), 12)]);
    for (const kind of ['literature', 'measured'] as const) expect(widths({ kind })).toEqual([0.5, expect.closeTo(1.5 ** 0.25, 12)]);
    expect(widths({ kind: 'guess', affect: { kind: 'expert' }, duration: { within: 1.1 } })).toEqual([1, 1.1]);
  });

  it('comes from the number of observations by the standard error: 1.645 · sd ÷ √n', () => {
    // The affect has sd 1; the duration is one number, whose relative sd is taken as 0.5.
    expect(widths({ kind: 'measured', n: 100 })).toEqual([expect.closeTo(0.16448536, 7), expect.closeTo(Math.exp(0.5 * 0.16448536), 7)]);
    // Another kind is another source: its n is not that of the step.
    expect(widths({ kind: 'measured', n: 100, affect: { kind: 'guess' } })[0]).toBe(2);
    expect(widths({ kind: 'measured', n: 100, affect: { n: 400 } })[0]).toBeCloseTo(0.08224268, 7);
  });

  it('is nothing where it is known', () => {
    expect(widths({ kind: 'measured', affect: { within: 0 }, duration: { within: 1 } })).toEqual([undefined, undefined]);
  });

  it('holds nine in ten of what is drawn, around what is written', () => {
    const { sets } = tried(pleasant, { draws: 1000, inputs: { 'desk.affect': 2, 'desk.duration': 1.5 } }, { customers: 2 });
    const inside = (path: string, low: number, high: number) => sets.inputs[path]!.filter((value) => value > low && value < high).length;
    expect(inside('desk.affect', -2, 2)).toBe(900);
    expect(inside('desk.duration', 1 / 1.5, 1.5)).toBe(900);
    expect(inside('desk.duration', 0, 1)).toBe(500);
  });
});

describe('which inputs are drawn', () => {
  const drawn = (inputs: Uncertainty['inputs']) => tried(pleasant, { inputs, draws: 4 });

  it('is all by default, none, those named, or all with some named', () => {
    const all = Object.keys(drawn(undefined).over.inputs);
    expect(all).toEqual([
      'queue.affect',
      'queue.duration',
      'desk.affect',
      'desk.duration',
      'pay.affect',
      'pay.duration',
      'thanks.affect',
      'thanks.duration',
    ]);
    expect(drawn({}).over.inputs).toEqual({});
    const some = drawn({ 'desk.affect': 'source', 'desk.duration': 1.1, 'pay.affect': 0, 'pay.duration': 1 }).over.inputs;
    expect(Object.entries(some).map(([path, { high }]) => [path, high])).toEqual([
      ['desk.affect', 2],
      ['desk.duration', 1.1],
    ]);
    const others = drawn({ '*': 'source', 'desk.affect': 0.3, 'pay.affect': 0 }).over.inputs;
    expect(Object.keys(others)).toEqual(all.filter((path) => path !== 'pay.affect'));
    expect(others['desk.affect']!.high).toBe(0.3);
  });

  it('changes nothing about the others, nor about a number of the model that is called the same', () => {
    const one = drawn({ 'desk.affect': 1 });
    const two = drawn({ 'desk.affect': 1, 'queue.duration': 2 });
    expect(two.sets.inputs['desk.affect']).toEqual(one.sets.inputs['desk.affect']);
    const baseline = { name: 'A', interactions: [{ id: 'abandonment', duration: 60, affect: 1 }] };
    const { sets } = robustness({
      ...study,
      baseline,
      variant: baseline,
      over: {
        memory: {},
        parameters: { 'abandonment.affect': [-8, -3] },
        inputs: { 'abandonment.affect': 1 },
        draws: 20,
      },
    });
    expect(Math.abs(rankCorrelation(sets.inputs['abandonment.affect']!, sets.parameters['abandonment.affect']!))).toBeLessThan(0.7);
  });

  it('is refused where there is no such number, with the one that is meant', () => {
    const issuesOf = (inputs: object) => {
      try {
        drawn(inputs as never);
      } catch (error) {
        if (isJourneyError(error)) return error.issues.map(({ code, path, hint }) => [code, path, hint ?? '']);
        throw error;
      }
      return [];
    };
    expect(issuesOf({ 'desk.afect': 1, 'desk.affect': 30, 'desk.duration': 0.5 })).toEqual([
      ['unknown-id', 'over.inputs["desk.afect"]', 'did you mean desk.affect?'],
      ['out-of-range', 'over.inputs["desk.affect"]', ''],
      ['out-of-range', 'over.inputs["desk.duration"]', ''],
    ]);
    expect(issuesOf({ '*': 1, 'desk.affect': 'wide', 'pay.affect': -1 }).map(([code, path]) => `${code} ${path}`)).toEqual([
      'invalid-type over.inputs["*"]',
      'invalid-type over.inputs["desk.affect"]',
      'out-of-range over.inputs["pay.affect"]',
    ]);
  });
});

describe('where an input turns a verdict round', () => {
  it('is the factor at which it does, said in the sentence and the table', () => {
    // 400 s of desk against 320 s of a machine: worse from 1.25 times 320 s on.
    const baseline = { name: 'Visit', interactions: [{ id: 'desk', duration: 400 }] };
    const found = robustness({
      ...study,
      outcome: 'clockDuration',
      baseline,
      variant: redesign(baseline, [replace('desk', { id: 'machine', duration: 320 })]),
      over: { ...alone, inputs: { 'machine.duration': 'source' } },
    });
    expect(overall(found).flips).toEqual([{ by: 'input', path: 'machine.duration', side: 'above', value: expect.closeTo(1.25, 9) }]);
    expect(overall(found).inputs['machine.duration']).toMatchObject({
      atLow: expect.closeTo(320 / 1.5 - 400, 9),
      atHigh: 80,
      correlation: 1,
    });
    expect(overall(found).sentence).toContain('duration of machine is more than 1.25 times what is written');
    expect(toText(found)).toMatch(/duration of machine +÷ 1\.5 .* × 1\.25/);
  });
});
