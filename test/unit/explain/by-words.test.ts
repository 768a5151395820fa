import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/explain/explain';
import type { JourneyInput, SegmentInput } from '../../../src/journey/types';
import type { ExperienceModelInput } from '../../../src/model/types';
import { toText } from '../../../src/results/to-text';
import { simulate } from '../../../src/simulation/simulate';

interface Rest {
  readonly model?: ExperienceModelInput;
  readonly segment?: Partial<SegmentInput>;
}

/** The one customer of a journey of constants: what is known of them, and the lines that tell it. */
function told(interactions: JourneyInput['interactions'], { model = {}, segment = {} }: Rest = {}) {
  const segments = [{ id: 'a', share: 1, ...segment }];
  const result = simulate({ journey: { name: 'by hand', interactions }, segments, model, customers: 1, seed: 1, keep: 'all' });
  const explanation = explain(result, { segment: 'a', customer: 0 });
  const lines = toText(explanation).split('\n');
  for (const line of lines) expect(line).not.toMatch(/NaN|undefined|Infinity|\[object|\s$/);
  return { explanation, lines: lines.map((line) => line.trim()) };
}
const whatOf = ({ explanation }: ReturnType<typeof told>) => explanation.curve.map(({ unit, what, at }) => [unit, what, at]);

const desk = { id: 'desk', duration: 100, affect: 2 };
const after = { id: 'after', duration: 50, affect: 4 };
const failure = { probability: 1, affect: -3, duration: 160 };
const retry = { atMost: 1, wait: { duration: 20, affect: 1, occupied: 1 } } as const;

describe('tells in words', () => {
  it('a wait for what failed: how long, where it soured to, and what made up for it', () => {
    // Eight times the tolerance: three doublings
    const waited = { ...failure, wait: { occupied: 1 } };
    const soured = 'failure −3.00 to −1.0 for 2.7 min of waiting, soured to −4.0';
    expect(told([{ ...desk, failure: waited }]).lines).toContain(`${soured}, not made good`);
    const recovery = { probability: 1, affect: 5, duration: 60 };
    expect(told([{ ...desk, failure: { ...waited, recovery } }]).lines).toContain(`${soured}, recovery +5.00 to +1.0 for 1 min`);
  });

  it('each further time through a step, and the wait before it, in order', () => {
    const { lines } = told([{ ...desk, failure: { ...failure, retry } }, after]);
    const first = lines.indexOf('failure −3.00 to −1.0 for 2.7 min, tried again');
    expect(lines[first - 2]).toMatch(/^1\. desk: 9 min, felt .*, affect \+2\.0$/);
    expect(lines.slice(first + 1, first + 3)).toEqual([
      'waits: 20 s at +1.0',
      'again: 4.3 min at +2.0; failure −3.00 to −1.0 for 2.7 min, not made good',
    ]);
    expect(lines[first + 3]).toMatch(/^2\. after: /);
  });

  it('that somebody left while trying again', () => {
    const { explanation, lines } = told([{ ...desk, failure: { ...failure, retry } }, after], { segment: { patience: 5 } });
    expect(lines).toContain('waits: 5 s at +1.0; left after 5 s of 20 s: patience used up');
    expect(lines.some((line) => /^1\. desk: .*; left while trying again: patience used up$/.test(line))).toBe(true);
    expect(lines).toContain('2. not reached: after');
    expect(explanation.leaving).toMatchObject({ step: 'desk', unit: 'desk', why: 'patience', at: 265 });
  });

  it('a gap as time that passes, and who left in it', () => {
    const day = { id: 'days', kind: 'gap', duration: 86_400 } as const;
    expect(told([desk, day, after]).lines.some((line) => /^2\. days: 1 day .*neither felt nor waited$/.test(line))).toBe(true);
    const { lines } = told([desk, { ...day, dropout: 1 }, after]);
    expect(lines.some((line) => /^2\. days: .*neither felt nor waited; left after .* of 1 day: dropped out$/.test(line))).toBe(true);
  });

  it('walking on, against what', () => {
    const choice = { options: [{ ...desk, id: 'phone' }], none: { appeal: 100 } };
    const { lines } = told([{ ...desk, choice }, after]);
    expect(lines).toContain('1. desk: walked on without choosing');
    expect(lines.find((line) => line.startsWith('choice: '))).toMatch(
      /^choice: walking on \+.*, (desk .*, phone|phone .*, desk) .*: walked on$/,
    );
  });

  it('not walking on, where somebody stays: one of those in the race', () => {
    const choice = { options: [{ ...desk, id: 'phone', appeal: 50 }], none: { appeal: -40 } };
    const { explanation, lines } = told([{ ...desk, choice }]);
    expect(explanation.steps[0]!.choice!.none).toMatchObject({ appeal: -40, chosen: false });
    expect(lines.find((line) => line.startsWith('choice: '))).toMatch(/^choice: phone .*, walking on [^,]*: took the first$/);
  });

  it('a hand-off: what it took, and the moment it was', () => {
    const model = { handOff: { affect: -1, effort: 2, duration: 30 } };
    const found = told(
      [
        { ...desk, channel: 'phone' },
        { ...after, channel: 'shop', effort: 3 },
      ],
      { model },
    );
    expect(found.lines).toContain('affect: written +4.00, hand-off −1.00');
    expect(found.explanation.steps[1]!.line!.effects).toEqual([{ name: 'hand-off', start: -1, end: -1 }]);
    expect(found.explanation.steps[1]).toMatchObject({ totalSeconds: 80, livedSeconds: 50 });
    expect(found.explanation.threeEs.ease).toMatchObject({ meanEffort: 5, value: 50 });
    expect(whatOf(found)).toEqual([
      ['desk', 'lived', 0],
      ['after', 'hand-off', 100],
      ['after', 'lived', 130],
    ]);
  });

  it('a hand-off after deciding, and none that takes no time', () => {
    const choice = { options: [{ ...after, id: 'other', channel: 'shop' }] };
    const steps = [
      { ...desk, channel: 'phone' },
      { ...after, channel: 'shop', choice },
    ];
    const whats = (model: ExperienceModelInput) => told(steps, { model }).explanation.curve.map(({ what }) => what);
    expect(whats({ handOff: { duration: 30 } })).toEqual(['lived', 'deciding', 'hand-off', 'lived']);
    expect(whats({ handOff: { affect: -1 } })).toEqual(['lived', 'deciding', 'lived']);
  });

  it('work that was shown: what it did to the next step', () => {
    const hold = { id: 'hold', kind: 'wait' as const, duration: 60, wait: { work: true, tolerance: 1000 } };
    const { explanation, lines } = told([hold, { ...desk, affect: 3 }, after]);
    // (1 − e^−2)·tanh(1)
    const work = (1 - Math.exp(-2)) * Math.tanh(1);
    expect(lines).toContain('affect: written +3.00, shown work +0.66');
    expect(explanation.steps.map(({ line }) => line!.effects)).toEqual([
      [],
      [{ name: 'shown work', start: expect.closeTo(work, 12), end: expect.closeTo(work, 12) }],
      [],
    ]);
  });

  it('effort as it is remembered', () => {
    const steps = [
      { ...desk, effort: 5 },
      { ...after, effort: 1 },
    ];
    // Mean 11/3; .15·5 + .1·1 + .25·1 + .5·11/3 = 2.93
    const { explanation, lines } = told(steps, { model: { memory: { effort: 'remembered' } } });
    expect(explanation.threeEs.ease!.rememberedEffort).toBeCloseTo(1.1 + 11 / 6, 12);
    expect(lines.some((line) => line.includes('ease 70.7 (mean effort 3.7, remembered as 2.9)'))).toBe(true);
    expect(told(steps).lines.some((line) => line.includes('ease 63.3 (mean effort 3.7)'))).toBe(true);
  });
});
