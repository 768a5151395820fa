import { describe, expect, it } from 'vitest';
import { simulate, type SimulateInput } from 'peakend';
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
    const { svg } = emotionRibbon(result);
    expect(svg).toMatch(/^<svg/);
    expect(svg).toContain('A &lt;coffee&gt; &amp; a talk');
    expect(svg).toContain('queue');
    expect(svg).not.toContain('NaN');
    expect(emotionRibbon(JSON.parse(JSON.stringify(result)) as typeof result).svg).toBe(svg);
  });
  it('takes a segment by its id and says which are known', () => {
    expect(emotionRibbon(result, { segment: 'a', title: 'Only a' }).svg).toContain('Only a');
    expect(() => emotionRibbon(result, { segment: 'b' })).toThrow(expect.objectContaining({ code: 'unknown-id' }) as Error);
  });
  it('asks for the steps where they were left out', () => {
    const short = simulate({ journey, customers: 100, seed: 1, outcomes: ['satisfaction'] });
    expect(() => emotionRibbon(short)).toThrow(expect.objectContaining({ code: 'missing' }) as Error);
  });
});

describe('a ribbon of a journey with gaps', () => {
  const days = (id: string) => ({ id, kind: 'gap', duration: '2 days' }) as const;
  const [call, visit, pay] = [
    { id: 'call', duration: 100, affect: 2 },
    { id: 'visit', duration: 300, affect: -8 },
    { id: 'pay', duration: 100, affect: 3 },
  ];
  const drawn = (...interactions: SimulateInput['journey']['interactions']) =>
    emotionRibbon(simulate({ journey: { name: 'Gaps', interactions }, customers: 10, seed: 1 })).svg;
  const described = (svg: string): string => /<desc>(.*)<\/desc>/.exec(svg)![1]!;

  it('has the steps and the line of the same journey without them', () => {
    const line = (svg: string): string => /<path d="([^"]*)" class="line"/.exec(svg)![1]!;
    expect(line(drawn(days('a'), call, days('b'), visit, pay, days('c')))).toBe(line(drawn(call, visit, pay)));
  });
  it('has peak and end where they are', () => {
    // Over 50 s worst −8 in the visit, best 3 in paying: three parts to two.
    expect(described(drawn(days('a'), call, days('b'), visit, pay, days('c')))).toContain(
      'How a journey of 3 steps and 3 gaps feels, affect from −10 to +10. Peak mostly in visit, end in pay at +3.',
    );
  });
});
