import { describe, expect, it } from 'vitest';
import { compare, move, redesign, simulate, toMarkdown, toText } from 'peakend';
import { emotionRibbon } from 'peakend/charts';

const fails = { probability: 0.2, affect: -4, retry: { atMost: 2 } } as const;
const journey = {
  name: 'Visit',
  interactions: [
    { id: 'queue', name: 'Queue', kind: 'wait', duration: 600 },
    { id: 'desk', name: 'Desk', duration: 120, affect: 5, failure: fails, dropout: 0.1 },
    { id: 'bye', name: 'Bye', duration: 60, affect: 2 },
  ],
} as const;
const segments = [
  { id: 'calm', share: 0.5 },
  { id: 'hasty', share: 0.5, responses: { desk: { failureScale: 2 } } },
] as const;
const study = { segments, customers: 300, seed: 1 };
const today = simulate({ journey, ...study });
const later = redesign(journey, [move('bye', { to: 'start' })]);
const comparison = compare({ baseline: journey, variants: { later, same: journey }, ...study });

describe('a picture', () => {
  const picture = emotionRibbon(today);

  it('is plain frozen data that is its SVG where a text is wanted', () => {
    expect(Object.keys(picture)).toEqual(['kind', 'title', 'description', 'svg']);
    expect(Object.isFrozen(picture)).toBe(true);
    expect(`${picture}`).toBe(picture.svg);
    expect(JSON.parse(JSON.stringify(picture))).toEqual({ ...picture });
  });

  it('shows itself in notebooks, and in words', () => {
    const display = (picture as never as Record<symbol, () => Record<string, string>>)[Symbol.for('Jupyter.display')]!();
    expect(display['image/svg+xml']).toBe(picture.svg);
    expect(toText(picture).replaceAll('\n', ' ')).toContain('Peak mostly in');
    expect(toMarkdown(picture)).toMatch(/^### Visit/);
  });
});

describe('the description', () => {
  it('tells who leaves and what fails, for whoever is shown', () => {
    const of = (segment?: string): string => /Desk: [^;]*/.exec(emotionRibbon(today, { segment }).description)![0];
    expect(of('calm')).toContain('fails for 20 % of these, 3 tries at most');
    expect(of('hasty')).toContain('fails for 40 % of these');
    expect(of()).toMatch(/fails for (29|30|31) % of these/);
    expect(of()).toMatch(/\d+ % leave/);
  });

  it('writes durations as tables do', () => {
    const long = simulate({
      journey: { name: 'Trip', interactions: [{ id: 'ride', duration: 6_120, affect: 1 }] },
      customers: 10,
      seed: 1,
    });
    expect(emotionRibbon(long).description).toContain('ride: 1 h 42 min, ');
    expect(emotionRibbon(long).svg).toContain('Clock time: 1 h 42 min on average.');
  });

  it('of a comparison begins with what was found', () => {
    const { description } = emotionRibbon(comparison, { variant: 'later' });
    const { sentence } = comparison.variants.later.overall.satisfaction;
    expect(description.toLowerCase().startsWith(`${sentence.toLowerCase()}. moved: bye.`)).toBe(true);
    expect(description).toContain('later: peak mostly in');
    expect(description).toContain('today: peak mostly in');
    const own = emotionRibbon(comparison, { variant: 'later', title: 'What we propose' });
    expect(own.description.startsWith('later against today. ')).toBe(true);
  });
});

describe('a comparison', () => {
  it('wants to be told which of several variants', () => {
    expect(() => emotionRibbon(comparison)).toThrow(expect.objectContaining({ code: 'missing' }) as Error);
    expect(() => emotionRibbon(comparison)).toThrow(/later, same/);
    expect(() => emotionRibbon(comparison, { variant: 'latr' })).toThrow(/did you mean later/);
    expect(() => emotionRibbon(comparison, { variant: 'later', segment: 'x' })).toThrow(
      expect.objectContaining({ code: 'unknown-id' }) as Error,
    );
    expect(() => emotionRibbon(comparison, { variant: 'later', against: 'calm' })).toThrow(
      expect.objectContaining({ code: 'conflict' }) as Error,
    );
  });

  it('is the same read back from JSON', () => {
    const read = JSON.parse(JSON.stringify(comparison)) as typeof comparison;
    expect(emotionRibbon(read, { variant: 'later' }).svg).toBe(emotionRibbon(comparison, { variant: 'later' }).svg);
  });

  it('of a journey with itself has two lines in one place, and marks no difference', () => {
    const { svg } = emotionRibbon(comparison, { variant: 'same' });
    const [main, other] = Array.from(svg.matchAll(/<path d="([^"]*)" class="line"/g), ([, d]) => d);
    expect(main).toBe(other);
    expect(svg).not.toMatch(/>(better|worse|changed|moved|new|gone)</);
  });
});

describe('time across', () => {
  const columns = (across?: 'clock' | 'felt'): string => /<path d="([^"]*)" class="line"/.exec(emotionRibbon(today, { across }).svg)![1]!;
  it('is by the clock unless felt time is asked for, and the picture says which', () => {
    expect(columns()).toBe(columns('clock'));
    expect(columns('felt')).not.toBe(columns('clock'));
    expect(emotionRibbon(today).svg).toContain('mean clock time');
    expect(emotionRibbon(today, { across: 'felt' }).svg).toContain('mean felt time');
  });
});
