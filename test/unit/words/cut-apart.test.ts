import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulate, toText } from 'peakend';
import { cutApart } from '../../../src/words/cut-apart';
import { tableText } from '../../../src/words/table';
import { widthOf } from '../../../src/words/width';

const cut = (texts: readonly string[], width: number) =>
  cutApart(
    texts,
    texts.map(() => width),
  );

describe('texts that are cut and differ stay different', () => {
  it('cut at the end where that does', () => {
    expect(cut(['short', 'another that is long'], 12).texts).toEqual(['short', 'another tha…']);
  });

  it('in the middle where they begin alike', () => {
    expect(cut(['treated before noon, short wait', 'treated before noon, long wait', 'x'], 20).texts).toEqual([
      'treated be…hort wait',
      'treated be…long wait',
      'x',
    ]);
  });

  it('without what they share where they begin and end alike', () => {
    expect(cut(['patients without X-ray in the morning hours', 'patients without CT in the morning hours'], 18).texts).toEqual([
      'patien…X-ray in t…',
      'patien…CT in the…',
    ]);
  });

  it('numbered, with what the numbers stand for, where nothing else does', () => {
    const same = 'x'.repeat(30);
    const texts = [`a${same}1${same}z`, `a${same}2${same}z`, `b${same}1${same}z`, `b${same}2${same}z`].map((text) => `start ${text}`);
    const { texts: found, legend } = cut(texts, 16);
    expect(new Set(found).size).toBe(4);
    expect(found[1]).toMatch(/…#2$/);
    expect(legend[1]).toBe(`#2: ${texts[1]!}`);
  });

  it('whatever they are: never wider than asked, and the same only where they are the same', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '日', 'é'), maxLength: 60 }).map((one) => `x${one}y`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), fc.integer({ min: 16, max: 30 }), (texts, width) => {
        const { texts: found } = cut(texts, width);
        expect(new Set(found).size).toBe(new Set(texts).size);
        for (const one of found) expect(widthOf(one)).toBeLessThanOrEqual(width);
      }),
      { seed: 7 },
    );
  });
});

describe('a table', () => {
  const names = [
    'Walk-in patients without X-ray, treated before noon, short wait',
    'Walk-in patients without X-ray, treated before noon, long wait',
  ];

  it('of segments with long names that begin alike has headings that differ', () => {
    const journey = { name: 'Visit', interactions: [{ id: 'doctor', duration: 600, affect: 2 }] };
    const text = toText(simulate({ journey, segments: names.map((id) => ({ id, share: 0.5 })), seed: 1, customers: 20 }));
    expect(text).toMatch(/short wait /);
    expect(text).toMatch(/long wait\n/);
  });

  it('has rows that differ, and says below what numbers stand for', () => {
    const rows = [1, 2, 3, 4].map((one) => [`${'x'.repeat(90)}${one % 2}${'y'.repeat(80)}${one}${'z'.repeat(50)}`, '1']);
    const text = tableText({ head: ['', 'figure'], rows });
    const lines = text.split('\n');
    expect(new Set(lines.slice(1, 5)).size).toBe(4);
    expect(lines.slice(6).join('')).toContain('#4:');
  });
});
