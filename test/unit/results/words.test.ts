import { describe, expect, it } from 'vitest';
import { columns, compare, rows, simulate, toMarkdown, toText, outcomeNames, isJourneyError } from 'peakend';
import {
  fixed,
  formatDifference,
  formatDifferenceWithInterval,
  formatOutcome,
  grouped,
  percent,
  signed,
} from '../../../src/results/format-outcome';
import { percentText } from '../../../src/ribbon/number-text';

const call = (affect: number) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
const segments = [
  { id: 'calm', share: 0.75 },
  { id: 'cross', share: 0.25, expectation: 4 },
] as const;

describe('numbers for reading', () => {
  it('have a true minus sign and never a minus zero', () => {
    expect(fixed(-0.04, 1)).toBe('0.0');
    expect(fixed(-0.06, 1)).toBe('−0.1');
    expect(signed(2, 1)).toBe('+2.0');
    expect(signed(-0.001, 1)).toBe('0.0');
  });
  it('never call nearly none none, nor nearly all all', () => {
    expect(percent(0)).toBe('0 %');
    expect(percent(1e-6)).toBe('<0.1 %');
    expect(percent(1)).toBe('100 %');
    expect(percent(1 - 1e-6)).toBe('>99.9 %');
    expect(percent(0.034)).toBe('3.4 %');
    expect(percent(0.71)).toBe('71 %');
  });
  it('read the same at a tie of rounding, however they were worked out', () => {
    const dusty = 0.9895 - 4 * Number.EPSILON;
    expect([0.9895, dusty].map((share) => percent(share))).toEqual(['99 %', '99 %']);
    expect([0.0995, 0.0995 - 1e-16].map((share) => percent(share))).toEqual(['10 %', '10 %']);
    expect([0.9995, 0.9995 - 1e-16, 0.0005, 0.0005 - 1e-19].map((share) => percent(share))).toEqual([
      '>99.9 %',
      '>99.9 %',
      '0.1 %',
      '0.1 %',
    ]);
    expect([0.25, 0.25 - 1e-16].map((value) => signed(value, 1))).toEqual(['+0.3', '+0.3']);
    expect([59.5, 59.5 - 1e-14].map((seconds) => formatOutcome('clockDuration', seconds))).toEqual(['1 min', '1 min']);
    expect([0.125, 0.125 - 1e-16].map(percentText)).toEqual(['13', '13']);
  });
  it('group thousands', () => {
    expect(grouped(999)).toBe('999');
    expect(grouped(1_234_567)).toBe('1,234,567');
    expect(grouped(1e20)).toBe('100,000,000,000,000,000,000');
    expect(grouped(1.234e24)).toBe('1.2e+24');
    expect(grouped(Infinity)).toBe('1.8e+308');
  });
  it('carry the unit of their outcome', () => {
    expect(formatOutcome('clockDuration', 5400)).toBe('1 h 30 min');
    expect(formatOutcome('rememberedUtility', 1.26)).toBe('+1.3');
    expect(formatOutcome('completed', 0.5)).toBe('50 %');
    expect(formatDifference('completed', -0.054)).toBe('−5.4 pp');
  });
  it('show as many decimals as it takes to tell an interval’s ends apart', () => {
    expect(formatDifferenceWithInterval('satisfaction', 6.1, 5.4, 6.8)).toBe('+6.1 (+5.4 to +6.8)');
    expect(formatDifferenceWithInterval('satisfaction', 0.5, 0.48, 0.52)).toBe('+0.50 (+0.48 to +0.52)');
    expect(formatDifferenceWithInterval('satisfaction', 0, 0, 0)).toBe('0.0');
  });
});

describe('a simulation in words', () => {
  const today = simulate({ journey: call(2), segments, customers: 50, seed: 7 });
  it('names journey, customers, seed, every segment and what the brackets are', () => {
    const text = toText(today);
    for (const part of ['Call', '50 customers in each of 2 segments', "seed '7'", 'calm', 'cross', 'talk', 'In brackets'])
      expect(text).toContain(part);
    expect(toMarkdown(today)).toContain('| :--- |');
  });
  it('shows itself in notebooks without being seen by JSON', () => {
    const display = (today as unknown as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!;
    expect(display()['text/plain']).toBe(toText(today));
    expect(display()['text/markdown']).toBe(toMarkdown(today));
    expect(toText(JSON.parse(JSON.stringify(today)) as typeof today)).toBe(toText(today));
  });
  it('becomes one row a segment and outcome', () => {
    const table = rows(today);
    expect(new Set(table.map(({ segment }) => segment))).toEqual(new Set(['overall', 'calm', 'cross']));
    const row = table.find(({ segment, outcome }) => segment === 'cross' && outcome === 'satisfaction')!;
    expect(row.mean).toBe(today.segments.cross.satisfaction.mean);
    expect(row.p95).toBe(today.segments.cross.satisfaction.quantiles.p95);
  });
  it('refuses what is no result', () => {
    for (const wrong of [undefined, null, true, 'text', {}, { kind: 'journey' }]) {
      expect(() => toText(wrong as never)).toThrow(expect.objectContaining({ code: 'invalid-type' }) as Error);
    }
  });
});

describe('a comparison in words', () => {
  it('says for whom it is better and for whom worse, and that they pull apart', () => {
    const journey = (duration: number) => ({
      name: 'Queue',
      promise: 600,
      interactions: [
        { id: 'stand', duration },
        { id: 'talk', duration: 60, affect: 3 },
      ],
    });
    const verdict = compare({
      baseline: journey(300),
      variants: {
        other: {
          name: 'Queue',
          promise: 600,
          interactions: [
            { id: 'stand', duration: 300 },
            { id: 'talk', duration: 60, affect: 3 },
          ],
        },
      },
      segments: [
        { id: 'glad', share: 0.5 },
        { id: 'sorry', share: 0.5 },
      ],
      customers: 100,
      seed: 1,
    });
    expect(verdict.variants.other.sentence).toContain('practically the same');
    const apart = compare({
      baseline: call(0),
      variants: {
        gift: {
          name: 'Call',
          interactions: [
            { id: 'talk', duration: 300, affect: 0 },
            { id: 'gift', duration: 60, affect: 0 },
          ],
        },
      },
      segments: [
        { id: 'glad', share: 0.5, responses: { gift: { affectShift: 4 } } },
        { id: 'sorry', share: 0.5, responses: { gift: { affectShift: -4 } } },
      ],
      customers: 100,
      seed: 1,
    });
    expect(apart.variants.gift.segments.glad.satisfaction.conclusion).toBe('better');
    expect(apart.variants.gift.segments.sorry.satisfaction.conclusion).toBe('worse');
    expect(apart.variants.gift.sentence).toMatch(/^Segments pull apart: better for glad; worse for sorry\./);
    expect(rows(apart).filter(({ variant, outcome }) => variant === 'gift' && outcome === 'satisfaction')).toHaveLength(3);
  });
});

describe('kept columns', () => {
  it('are typed arrays whose mean is the estimate', () => {
    const today = simulate({ journey: call(2), segments, customers: 300, seed: 7, keep: ['satisfaction', 'csat'] });
    const { csat, satisfaction } = columns(today, 'calm');
    expect(csat).toBeInstanceOf(Float64Array);
    expect(satisfaction!.length).toBe(300);
    const mean = csat!.reduce((sum, value) => sum + value, 0) / 300;
    expect(mean).toBeCloseTo(today.segments.calm.csat.mean, 12);
  });
  it('are refused with a hint where none were kept or the segment is misspelt', () => {
    const none = simulate({ journey: call(2), customers: 10, seed: 7 });
    const some = simulate({ journey: call(2), segments, customers: 10, seed: 7, keep: 'all' });
    const caught = (run: () => unknown) => {
      try {
        run();
      } catch (error) {
        return isJourneyError(error) ? error.issues[0] : undefined;
      }
      return undefined;
    };
    expect(caught(() => columns(none, 'everyone'))).toMatchObject({ code: 'missing', path: 'result.kept' });
    expect(caught(() => columns(some, 'clam'))).toMatchObject({ code: 'unknown-id', hint: expect.stringContaining('calm') as string });
    expect(Object.keys(columns(some, 'calm')).every((name) => (outcomeNames as readonly string[]).includes(name))).toBe(true);
  });
});
