import { describe, expect, it } from 'vitest';
import { emotionRibbon } from '../../../src/ribbon/emotion-ribbon';
import type { EmotionRibbonInput, EmotionRibbonStep } from '../../../src/ribbon/ribbon-input';
import { isJourneyError } from '../../../src/errors/journey-error';

/** A journey of any length whose numbers repeat no pattern the layout could rely on. */
function ribbon(count: number, label: (index: number) => string = (index) => `Step ${index + 1}`): EmotionRibbonInput {
  const steps = Array.from({ length: count }, (_, index): EmotionRibbonStep => {
    const affect = ((index * 7) % 13) - 6;
    return {
      id: `step-${index}`,
      label: label(index),
      stage: `Stage ${Math.floor(index / 4)}`,
      wait: index % 5 === 3,
      seconds: (index * 97) % 1_000,
      affectStart: affect,
      affectEnd: index % 2 === 0 ? affect : affect / 2,
      low: affect - 2,
      high: affect + 2,
      peakShare: 1 / count,
      reached: 1 - index / (2 * count),
    };
  });
  return { title: 'A journey', steps, peakIndex: Math.floor(count / 2), endIndex: count - 1 };
}

/** Fails unless every tag is closed in order, every attribute is quoted and every ampersand begins an entity. */
function readXml(text: string): { names: string[]; attributes: [string, string][]; texts: string[] } {
  const open: string[] = [];
  const names: string[] = [];
  const attributes: [string, string][] = [];
  const texts: string[] = [];
  const token = /<(\/?)([a-z]+)((?:\s+[A-Za-z0-9:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;
  let at = 0;
  for (let found = token.exec(text); found !== null; found = token.exec(text)) {
    at = token.lastIndex;
    const [, closing, name, inside, selfClosing, characters] = found;
    if (characters !== undefined) {
      expect(characters.replace(/&(amp|lt|gt|quot|#39);/g, '')).not.toMatch(/[&>]/);
      texts.push(characters);
    } else if (closing === '/') {
      expect(open.pop()).toBe(name);
    } else {
      names.push(name!);
      for (const pair of inside!.matchAll(/([A-Za-z0-9:-]+)="([^"]*)"/g)) attributes.push([pair[1]!, pair[2]!]);
      if (selfClosing !== '/') open.push(name!);
    }
  }
  expect(at).toBe(text.length);
  expect(open).toEqual([]);
  return { names, attributes, texts };
}

const long = (index: number): string =>
  `${index + 1}. A step whose name nobody thought of keeping short, ${'Donaudampfschifffahrt'.repeat(2)}`;

describe('emotion ribbon', () => {
  for (const [name, input] of [
    ['1 step', ribbon(1)],
    ['3 steps', ribbon(3)],
    ['40 steps', ribbon(40)],
    ['200 steps', ribbon(200)],
    ['40 long labels', ribbon(40, long)],
    ['3 long labels', ribbon(3, long)],
    ['empty labels', ribbon(5, () => '')],
    ['no time at all', { ...ribbon(6), steps: ribbon(6).steps.map((step) => ({ ...step, seconds: 0 })) }],
    ['the longest time', { ...ribbon(6), steps: ribbon(6).steps.map((step) => ({ ...step, seconds: 1e11 })) }],
    ['nobody takes part', { ...ribbon(6), steps: ribbon(6).steps.map((step) => ({ ...step, peakShare: 0, reached: 0 })) }],
    ['a narrow page', { ...ribbon(8, long), width: 320 }],
    ['many steps on a narrow page', { ...ribbon(300, long), width: 320 }],
    ['a wide page', { ...ribbon(3), width: 4_000 }],
  ] as const) {
    it(`is well-formed, finite and inside its page: ${name}`, () => {
      const { svg } = emotionRibbon(input);
      const { names, attributes } = readXml(svg);
      expect(svg).not.toMatch(/NaN|Infinity|undefined|null/);
      expect(names[0]).toBe('svg');
      expect(names.slice(1, 3)).toEqual(['title', 'desc']);
      expect(attributes).toContainEqual(['role', 'img']);
      const width = Number(attributes.find(([key]) => key === 'width')![1]);
      const height = Number(attributes.find(([key]) => key === 'height')![1]);
      for (const [key, value] of attributes) {
        if (['x', 'x1', 'x2', 'cx'].includes(key)) expect(Number(value), `${key}="${value}"`).toBeGreaterThanOrEqual(0);
        if (['x', 'x1', 'x2', 'cx'].includes(key)) expect(Number(value), `${key}="${value}"`).toBeLessThanOrEqual(width);
        if (['y', 'y1', 'y2', 'cy'].includes(key)) expect(Number(value), `${key}="${value}"`).toBeGreaterThanOrEqual(0);
        if (['y', 'y1', 'y2', 'cy'].includes(key)) expect(Number(value), `${key}="${value}"`).toBeLessThanOrEqual(height);
        if (['width', 'height', 'r'].includes(key)) expect(Number(value), `${key}="${value}"`).toBeGreaterThanOrEqual(0);
      }
    });
  }

  it('writes no more than two decimals', () => {
    const { svg } = emotionRibbon(ribbon(17));
    expect(svg).not.toMatch(/\d\.\d{3}/);
    expect(svg).not.toMatch(/e-\d/);
  });

  it('escapes what is written and replaces what XML cannot hold', () => {
    const nasty = `<script>&"'\u0000\ud800</script>]]>`;
    const input = ribbon(3, () => nasty);
    const { svg } = emotionRibbon({
      ...input,
      title: nasty,
      subtitle: nasty,
      note: nasty,
      band: nasty,
      steps: input.steps.map((step) => ({ ...step, stage: nasty })),
    });
    const { names, texts } = readXml(svg);
    expect(names).not.toContain('script');
    expect(texts).toContain('&lt;script&gt;&amp;&quot;&#39;\uFFFD\uFFFD&lt;/script&gt;]]&gt;');
  });

  it('keeps every label, in full on hovering where it was abbreviated', () => {
    const input = ribbon(40, long);
    const { texts } = readXml(emotionRibbon(input).svg);
    for (const step of input.steps) expect(texts.some((text) => text === step.label)).toBe(true);
  });

  it('keeps slanted labels a line apart', () => {
    const { svg } = emotionRibbon({ ...ribbon(24, long), width: 1_200 });
    const anchors = [...svg.matchAll(/translate\(([\d.]+) [\d.]+\) rotate\([^)]*\)"><text [^>]*font-size="11"/g)].map((found) =>
      Number(found[1]),
    );
    expect(anchors).toHaveLength(24);
    // 26 pixels along the axis are 16.7 across a line slanted by 40°; a line of 12-pixel text needs 15.
    for (let index = 1; index < anchors.length; index++) expect(anchors[index]! - anchors[index - 1]!).toBeGreaterThanOrEqual(25.98);
  });

  it('draws affect on a fixed scale: +10 at the top line, −10 at the bottom line', () => {
    const base = ribbon(2);
    const flat = (affect: number): string =>
      emotionRibbon({
        ...base,
        steps: base.steps.map((step) => ({ ...step, affectStart: affect, affectEnd: affect, low: affect, high: affect })),
      }).svg;
    const lineAt = (svg: string): number => Number(/<path d="M[\d.]+ ([\d.]+)[^"]*" class="line"/.exec(svg)![1]);
    expect(lineAt(flat(-10)) - lineAt(flat(10))).toBe(300);
    expect(lineAt(flat(0)) - lineAt(flat(10))).toBe(150);
  });

  it('is the same text each time, and leaves its input alone', () => {
    const input = ribbon(9);
    const before = JSON.stringify(input);
    expect(emotionRibbon(input).svg).toBe(emotionRibbon(input).svg);
    expect(JSON.stringify(input)).toBe(before);
  });

  it('refuses what it cannot draw truthfully, all faults at once', () => {
    const input = ribbon(2);
    const broken = {
      ...input,
      peakIndex: 2,
      steps: [
        { ...input.steps[0]!, affectStart: Number.NaN, low: 5, high: 4 },
        { ...input.steps[1]!, seconds: -1 },
      ],
    };
    let caught: unknown;
    try {
      emotionRibbon(broken);
    } catch (error) {
      caught = error;
    }
    if (!isJourneyError(caught)) throw new Error('expected a JourneyError');
    expect(caught.issues.map(({ code, path }) => [code, path])).toEqual([
      ['out-of-range', 'steps[0].affectStart'],
      ['conflict', 'steps[0].low'],
      ['out-of-range', 'steps[1].seconds'],
      ['out-of-range', 'peakIndex'],
    ]);
    expect(() => emotionRibbon({ ...input, steps: [] })).toThrow();
  });
});
