import { compare, simulate, update, redesign } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
import { describe, expect, it } from 'vitest';

const permit = {
  name: 'Permit',
  interactions: [
    { id: 'apply', duration: '5 min', affect: 1 },
    { id: 'office', name: 'The office works', duration: '3 days', kind: 'gap' },
    { id: 'answer', duration: '10 min', affect: 4 },
  ],
} as const;
const study = { seed: 1, customers: 50 } as const;

describe('a gap in a ribbon', () => {
  it('breaks the plot where it lies, with its length', () => {
    const { svg, description } = emotionRibbon(simulate({ journey: permit, ...study }));
    expect(svg).toContain('class="gap"');
    expect(svg).toContain('>gap: 3 days</text>');
    expect(description).toContain('How a journey of 2 steps and a gap feels');
    expect(description).toContain('A gap, in which nothing is felt: The office works (3 days) after apply.');
  });

  it('at either end too, counted with the others', () => {
    const [apply, office, answer] = permit.interactions;
    const journey = {
      ...permit,
      interactions: [office, apply, { ...office, id: 'post', duration: '1 day' }, answer, { ...office, id: 'later' }],
    };
    const { svg, description } = emotionRibbon(simulate({ journey, ...study }));
    expect(svg.match(/class="gap"/g)).toHaveLength(3);
    expect(description).toContain('2 steps and 3 gaps');
    expect(description).toContain('The office works (3 days) at the start');
  });

  it('of two versions tells both lengths', () => {
    const faster = redesign(permit, [update('office', { duration: '1 day' })]);
    const { svg, description } = emotionRibbon(compare({ baseline: permit, variants: { faster }, ...study }));
    expect(svg).toContain('>gap: 3 days → 1 day</text>');
    expect(description).toContain('(1 day) after apply');
    expect(description).toContain('(3 days) after apply');
  });

  it('is nowhere where there is none', () => {
    const journey = { ...permit, interactions: [permit.interactions[0], permit.interactions[2]] };
    expect(emotionRibbon(simulate({ journey, ...study })).svg).not.toContain('class="gap"');
  });
});
