import { atLeast, atMost, checkStandards, compare, fewWorse, improves, noSegmentWorse, update, waterfall } from 'peakend';
import { standardsChart, waterfallChart } from 'peakend/charts';
import { describe, expect, it } from 'vitest';

const visit = (affect: number, minutes = 5) => ({
  name: 'Visit',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: `${minutes} min` },
    { id: 'desk', name: 'Desk', duration: '5 min', affect },
  ],
});
const study = { customers: 200, seed: 1 } as const;
const variants = { kind: visit(4), harsh: visit(-4), slow: visit(4, 20) };
const changed = compare({ ...study, baseline: visit(1), variants });

describe('what is beyond a bound', () => {
  it('is over one from above and short of one from below', () => {
    const ends = (standard: Parameters<typeof checkStandards>[1], variant: keyof typeof variants) =>
      checkStandards(changed, standard)
        .standards.find((one) => one.variant === variant)!
        .sentence.match(/\w+$/)![0];
    expect(ends(atMost('clockDuration', '15 min'), 'slow')).toBe('over');
    expect(ends(atMost('clockDuration', '15 min'), 'kind')).toBe('spare');
    expect(ends(fewWorse('satisfaction', { atMost: 0.1 }), 'harsh')).toBe('over');
    expect(ends(noSegmentWorse('clockDuration', { margin: 60 }), 'slow')).toBe('over');
    expect(ends(noSegmentWorse('satisfaction'), 'harsh')).toBe('short');
    expect(ends(improves('clockDuration', { by: 60 }), 'slow')).toBe('short');
    expect(ends(atLeast('clockDuration', '1 h'), 'slow')).toBe('short');
  });

  it('is so in a chart too', () => {
    const text = JSON.stringify(standardsChart(checkStandards(changed, [atMost('clockDuration', '15 min'), improves('satisfaction')])));
    expect(text).toContain('10 min over');
    expect(text).toContain(' short');
  });
});

describe('standards for several variants', () => {
  const title = (...standards: Parameters<typeof checkStandards>[1][]): string =>
    [standardsChart(checkStandards(changed, standards as never)).title.text].flat().join(' ');

  it('are counted apart from the variants, and who keeps them all is named', () => {
    expect(title(improves('satisfaction'), atMost('clockDuration', '15 min'))).toBe('1 of 3 variants keeps all 2 standards: kind');
    expect(title(atMost('clockDuration', '15 min'))).toBe('2 of 3 variants keep the standard: kind and harsh');
    expect(title(atMost('clockDuration', '1 h'))).toBe('All 3 variants keep the standard');
    expect(title(improves('satisfaction'), atMost('clockDuration', '1 min'), atMost('clockDuration', '15 min'))).toBe(
      'None of 3 variants keeps all 3 standards; most are kept by kind (2)',
    );
    expect(title(atMost('clockDuration', '1 min'))).toBe('None of 3 variants keeps the standard');
  });

  it('are not said to fail where they cannot be told', () => {
    const noisy = (mean: number) => ({
      name: 'Visit',
      interactions: [{ id: 'desk', duration: 300, affect: { type: 'normal' as const, mean, sd: 2 } }],
    });
    const other = compare({ ...study, baseline: noisy(0), variants: { kind: noisy(2), harsh: noisy(-5) } });
    const { mean } = other.variants.kind.simulation.overall.satisfaction;
    expect(checkStandards(other, atLeast('satisfaction', mean)).sentence).toBe(
      'No variant of 2 surely keeps the standard: of 1 it cannot be told.',
    );
  });
});

describe('the title of a waterfall', () => {
  it('is a sentence, in which an edit has no cost', () => {
    const edits = [update('desk', { affect: 4 }, { cost: 30_000 }), update('queue', { affect: 0.1 }, { cost: 5 })];
    const found = waterfall({ ...study, baseline: visit(1), edits });
    expect([waterfallChart(found).title.text].flat().join(' ')).toMatch(
      /^Satisfaction \+[\d.]+.*: the largest part, \+[\d.]+, is from: change "Desk": affect 4$/,
    );
  });
});
