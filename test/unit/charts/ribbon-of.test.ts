import { describe, expect, it } from 'vitest';
import { simulate } from 'peakend';
import { emotionRibbon } from 'peakend/charts';

const journey = {
  name: 'A <coffee> & a talk',
  interactions: [
    { id: 'queue', kind: 'wait', duration: 600, affect: 0 },
    { id: 'coffee', duration: 120, affect: 5 },
  ],
} as const;

describe('a ribbon from a simulation', () => {
  const result = simulate({ journey, segments: [{ id: 'a', share: 1 }], customers: 100, seed: 1 });
  it('draws every step and escapes its words', () => {
    const svg = emotionRibbon(result);
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain('A &lt;coffee&gt; &amp; a talk');
    expect(svg).toContain('queue');
    expect(svg).not.toContain('NaN');
    expect(emotionRibbon(JSON.parse(JSON.stringify(result)) as typeof result)).toBe(svg);
  });
  it('takes a segment by its id and says which are known', () => {
    expect(emotionRibbon(result, { segment: 'a', title: 'Only a' })).toContain('Only a');
    expect(() => emotionRibbon(result, { segment: 'b' })).toThrow(expect.objectContaining({ code: 'unknown-id' }) as Error);
  });
  it('asks for the steps where they were left out', () => {
    const short = simulate({ journey, customers: 100, seed: 1, outcomes: ['satisfaction'] });
    expect(() => emotionRibbon(short)).toThrow(expect.objectContaining({ code: 'missing' }) as Error);
  });
});
