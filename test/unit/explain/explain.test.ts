import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { isJourneyError } from '../../../src/errors/journey-error';
import { explain } from '../../../src/explain/explain';
import { merge } from '../../../src/redesign/edits/merge';
import { move } from '../../../src/redesign/edits/move';
import { redesign } from '../../../src/redesign/redesign';
import type { CustomMemory, MemoryModelInput } from '../../../src/model/types';
import type { Comparison, Simulation } from '../../../src/results/types';
import { simulate } from '../../../src/simulation/simulate';
import { clinic, people } from './clinic';
import { toText } from '../../../src/results/to-text';

const today = simulate({ journey: clinic, segments: people, customers: 2100, seed: 'spring', keep: 'all' });
const variants = {
  merged: redesign(clinic, [merge(['triage', 'doctor'], { id: 'visit' })]),
  later: redesign(clinic, [move('pay', { to: 'end' })]),
  same: clinic,
};
const verdict = compare({ baseline: clinic, variants, segments: people, customers: 300, seed: 'spring', keep: 'all' });

const read = (result: Simulation, segment: string, customer: number) =>
  Object.fromEntries(Object.entries(result.kept![segment]!).map(([name, column]) => [name, column[customer]]));
const markdownOf = (result: object): string =>
  (result as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!()['text/markdown']!;

function issueOf(run: () => unknown): { code: string; path: string; hint: string | undefined } {
  try {
    run();
  } catch (error) {
    if (!isJourneyError(error)) throw error;
    const { code, path, hint } = error.issues[0]!;
    return { code, path, hint };
  }
  throw new Error('nothing was thrown');
}

describe('explain a simulation', () => {
  it.each([0, 1, 2, 3, 5, 8, 13, 2047, 2048, 2099])('has the very numbers of customer %i, in each segment', (customer) => {
    for (const { id } of people) expect(explain(today, { segment: id, customer }).outcomes).toEqual(read(today, id, customer));
  });

  it('is frozen plain data, the same after a journey through JSON', () => {
    const asked = { segment: 'first-time', customer: 7 };
    const explanation = explain(today, asked);
    expect(Object.isFrozen(explanation) && Object.isFrozen(explanation.steps[0]!.draws)).toBe(true);
    expect(JSON.parse(JSON.stringify(explanation))).toEqual(explanation);
    expect(explain(JSON.parse(JSON.stringify(today)) as Simulation, asked)).toEqual(explanation);
  });

  it('gives the parameters that differ between customers, and what each customer brings', () => {
    const explanation = explain(today, { segment: 'first-time', customer: 7 });
    expect(Object.keys(explanation.parameters).sort()).toEqual(['choice.attraction', 'time.beta']);
    expect(explanation.parameters['time.beta']).toBe(explanation.time.beta);
    expect(Object.keys(explanation.hidden)).toEqual(['affect', 'duration']);
    expect(explanation.memory.fading).toMatchObject({ delaySeconds: 86_400, priorBelief: 3 });
    expect(explain(today, { segment: 'regular', customer: 7 })).toMatchObject({ parameters: {}, hidden: {}, expectation: 0 });
  });

  it('says why somebody left, with the draw or the patience behind it', () => {
    const reasons = new Set<string>();
    for (let customer = 0; customer < 60; customer++) {
      const { leaving, steps } = explain(today, { segment: 'first-time', customer });
      if (leaving === false) continue;
      reasons.add(leaving.why);
      const at = steps.findIndex(({ id }) => id === leaving.step);
      expect(steps[at]!.left).toBe(leaving.why);
      expect(steps.slice(at + 1).every(({ reached, line }) => !reached && line === undefined)).toBe(true);
      const units = steps[at]!.parts ?? [steps[at]!];
      const unit = units.find(({ left }) => left !== false)!;
      if (leaving.why === 'patience') expect(unit.wait!.patienceAfter).toBe(0);
      else expect(unit.draws).toContainEqual(expect.objectContaining({ what: 'dropout', happens: true }));
    }
    expect([...reasons].sort()).toEqual(['dropout', 'patience']);
  });

  it('names every effect on a line that can be worked out by hand', () => {
    const journey = {
      name: 'Call',
      interactions: [
        { id: 'hold', kind: 'wait' as const, duration: 80, affect: -7, wait: { fair: false, occupied: 1 } },
        { id: 'talk', duration: 300, affect: { start: 9, end: 2 } },
      ],
    };
    const segments = [{ id: 'a', share: 1, responses: { talk: { affectShift: 3 } } }];
    const told = (memory: MemoryModelInput) =>
      explain(simulate({ journey, segments, model: { memory }, customers: 1, seed: 1 }), { segment: 'a', customer: 0 });
    const explanationText = (memory: MemoryModelInput) => toText(told(memory));
    const { steps, curve, memory } = told({});
    expect(steps[0]!.line).toEqual({
      written: { start: -7, end: -7 },
      effects: [
        { name: 'waiting conditions', start: -2, end: -2 },
        { name: 'souring', start: 0, end: -2 },
        { name: 'clamping', start: 0, end: 1 },
      ],
      start: -9,
      end: -10,
    });
    expect(steps[1]!.line).toEqual({
      written: { start: 9, end: 2 },
      effects: [
        { name: 'segment response', start: 3, end: 3 },
        { name: 'clamping', start: -2, end: 0 },
      ],
      start: 10,
      end: 5,
    });
    expect(curve.map(({ at }) => at)).toEqual([0, 80]);
    // Over 38 s of 380: from 80 − 38 to 80 s between −9 and −10, and the first of ten to five over 300 s.
    const [worst, best] = [-9 - (42 + 80) / 160, 10 - (5 * 19) / 300];
    const places = { seconds: 38, what: 'lived' };
    expect(memory.peak).toEqual({
      value: expect.closeTo(0.6 * worst + 0.4 * best, 12),
      rule: { worstAndBest: 0.6 },
      parts: [
        { of: 'worst', weight: 0.6, value: expect.closeTo(worst, 12), moments: [0, 0], step: 'hold', ...places },
        { of: 'best', weight: 0.4, value: expect.closeTo(best, 12), moments: [1, 1], step: 'talk', ...places },
      ],
    });
    expect(memory.stretchSeconds).toBe(38);
    expect(explanationText({})).toContain('(worst −9.8 in hold, best +9.7 in talk, each over 38 s)');
    expect(explanationText({ peak: 'extreme', stretch: { seconds: 0 } })).toContain(
      'peak 0.0 (worst −10.0 at the end of hold, best +10.0 at the start of talk)',
    );
    expect(explanationText({ peak: 'worst', stretch: { seconds: 0 } })).toContain('peak −10.0 (at the end of hold)');
  });

  it('tells ten steps in at most sixty lines, and again with a table', () => {
    for (let customer = 0; customer < 20; customer++) {
      const explanation = explain(today, { segment: 'first-time', customer });
      expect(toText(explanation).split('\n').length).toBeLessThanOrEqual(60);
      expect(toText(explanation)).not.toMatch(/NaN|undefined|Infinity|\[object/);
      for (const { id, name, reached } of explanation.steps) if (reached) expect(toText(explanation)).toContain(`. ${name ?? id}: `);
      expect(markdownOf(explanation)).toContain('| step | clock |');
    }
  });

  it('needs the memory function where memory is one, and only there', () => {
    const half: CustomMemory = ({ affectEnd, count }) => affectEnd[count - 1]! / 2;
    const custom = simulate({ journey: clinic, segments: people, customers: 20, seed: 1, model: { memory: half }, keep: 'all' });
    const asked = { segment: 'regular', customer: 3 };
    expect(issueOf(() => explain(custom, asked))).toMatchObject({ code: 'missing', path: 'remember' });
    expect(explain(custom, { ...asked, remember: half }).outcomes).toEqual(read(custom, 'regular', 3));
    expect(issueOf(() => explain(today, { ...asked, remember: half }))).toMatchObject({ code: 'conflict', path: 'remember' });
  });

  it("needs it too where only the segment's memory is a function, and not for other segments", () => {
    const half: CustomMemory = ({ affectEnd, count }) => affectEnd[count - 1]! / 2;
    const segments = [
      { id: 'own', share: 0.5, model: { memory: { kind: 'custom' as const, remember: half } } },
      { id: 'plain', share: 0.5 },
    ];
    const custom = simulate({ journey: clinic, segments, customers: 20, seed: 1, keep: 'all' });
    expect(issueOf(() => explain(custom, { segment: 'own', customer: 3 }))).toMatchObject({ code: 'missing', path: 'remember' });
    const stored = JSON.parse(JSON.stringify(custom)) as Simulation;
    expect(issueOf(() => explain(stored, { segment: 'own', customer: 3 }))).toMatchObject({ code: 'missing', path: 'remember' });
    expect(explain(stored, { segment: 'own', customer: 3, remember: half }).outcomes).toEqual(read(custom, 'own', 3));
    expect(explain(stored, { segment: 'plain', customer: 3 }).outcomes).toEqual(read(custom, 'plain', 3));
  });
});

describe('explain a comparison', () => {
  const asked = { segment: 'first-time', customer: 4 };

  it('has the same customer in every journey, with the very numbers of each', () => {
    const explained = explain(verdict, asked);
    expect(explained.baseline.outcomes).toEqual(read(verdict.baseline, 'first-time', 4));
    for (const [name, { explanation, changes }] of Object.entries(explained.variants)) {
      const kept = read(verdict.variants[name as 'same'].simulation, 'first-time', 4);
      expect(explanation.outcomes).toEqual(kept);
      expect(changes.satisfaction!.difference).toBe(kept['satisfaction']! - explained.baseline.outcomes.satisfaction!);
    }
    expect(explain(JSON.parse(JSON.stringify(verdict)) as Comparison, asked)).toEqual(explained);
  });

  it('says where the two lives part, and that the same journey never does', () => {
    const { merged, later, same } = explain(verdict, { segment: 'regular', customer: 4 }).variants;
    expect(merged!.parting).toEqual({ place: 4, baseline: 'triage', variant: 'visit', differs: expect.arrayContaining(['step']) });
    expect(later!.parting).toMatchObject({ place: 8, baseline: 'pay', variant: 'thanks' });
    expect(same!.parting).toBeUndefined();
    expect(Object.values(same!.changes).every(({ difference }) => difference === 0)).toBe(true);
  });

  it('tells one variant alone, and shows all in words', () => {
    expect(Object.keys(explain(verdict, { ...asked, variant: 'later' }).variants)).toEqual(['later']);
    const explained = explain(verdict, asked);
    for (const [name, { sentence }] of Object.entries(explained.variants))
      expect(toText(explained).replace(/\n/g, ' ')).toContain(`${name}: ${sentence}`);
    expect(markdownOf(explained)).toContain('| baseline |');
    expect(toText(explained)).not.toMatch(/NaN|undefined|Infinity|\[object/);
  });
});

describe('what cannot be explained', () => {
  it.each([
    ['unknown-id', 'segment', () => explain(today, { segment: 'regulra', customer: 0 })],
    ['out-of-range', 'customer', () => explain(today, { segment: 'regular', customer: 2100 })],
    ['out-of-range', 'customer', () => explain(today, { segment: 'regular', customer: -1 })],
    ['out-of-range', 'customer', () => explain(today, { segment: 'regular', customer: 1.5 })],
    ['invalid-type', 'customer', () => explain(today, { segment: 'regular', customer: '3' as never })],
    ['invalid-type', 'remember', () => explain(today, { segment: 'regular', customer: 3, remember: 'f' as never })],
    ['unknown-key', 'client', () => explain(today, { segment: 'regular', customer: 3, client: 1 } as never)],
    ['conflict', 'variant', () => explain(today, { segment: 'regular', customer: 3, variant: 'later' } as never)],
    ['unknown-id', 'variant', () => explain(verdict, { segment: 'regular', customer: 3, variant: 'latter' })],
    ['invalid-type', 'result', () => explain(clinic as never, { segment: 'regular', customer: 3 })],
    ['invalid-type', 'result', () => explain(null as never, { segment: 'regular', customer: 3 })],
    ['invalid-type', 'options', () => explain(today, undefined as never)],
    [
      'conflict',
      'result.versions.streams',
      () => explain({ ...today, versions: { ...today.versions, streams: 99 } }, { segment: 'regular', customer: 3 }),
    ],
  ])('%s at %s', (code, path, run) => {
    expect(issueOf(run)).toMatchObject({ code, path });
  });

  it('guesses what was meant', () => {
    expect(issueOf(() => explain(today, { segment: 'regulra', customer: 0 })).hint).toContain('regular');
  });
});
