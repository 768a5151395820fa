import { compare, informWait, redesign } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
import { describe, expect, it } from 'vitest';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'wait', kind: 'wait', duration: '1 to 2 h', affect: -2, wait: { tolerance: '20 min' } },
    { id: 'doctor', duration: '15 min', affect: 3 },
  ],
} as const;
const segments = [{ id: 'all', share: 1, patience: '1 to 3 h' }] as const;

describe('figures below a ribbon of two versions', () => {
  it('stand beside each other, that of the smaller bar too', () => {
    const told = redesign(visit, [informWait('wait')]);
    const result = compare({ baseline: visit, variants: { told }, segments, customers: 400, seed: 1 });
    const { svg } = emotionRibbon(result);
    const shown = (share: number): string => `>${Math.round(100 * share)}</text>`;
    const [before, after] = [result.baseline, result.variants.told.simulation].map(({ overall }) => overall.interactions!.wait!.left);
    expect(before).toBeGreaterThan(after! + 0.02);
    expect(svg).toContain(shown(before!));
    expect(svg).toContain(shown(after!));
  });

  it('say 0 where one version has none and the other has some', () => {
    const atOnce = { ...visit, interactions: [{ ...visit.interactions[0], duration: '5 min' }, visit.interactions[1]] };
    const { svg } = emotionRibbon(compare({ baseline: visit, variants: { atOnce }, segments, customers: 400, seed: 1 }));
    expect(svg).toContain('>0</text>');
  });
});
