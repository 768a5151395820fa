import { compare, move, redesign, toText, update } from 'peakend';
import { findRedesigns } from 'peakend/decide';
import { report } from 'peakend/report';
import { describe, expect, it } from 'vitest';

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'thanks', name: 'Thanks', duration: 60, affect: 5 },
    { id: 'queue', kind: 'wait' as const, duration: '5 to 20 min', affect: -3, dropout: 0.3 },
    { id: 'pay', name: 'Pay', duration: 60, affect: -2, dropout: 0.1 },
  ],
};
const study = {
  journey: visit,
  segments: [
    { id: 'calm', share: 0.6, returnValue: 20 },
    { id: 'hurried', share: 0.4, returnValue: 50 },
  ],
  ...{ customers: 400, seed: 1, robustness: false },
} as const;
const stay = update('queue', { dropout: 0.1 }, { cost: 1 });
const others = [update('pay', { dropout: 0 }, { cost: 10 }), move('thanks', { to: 'end' }, { cost: 0 })];

describe('a search for a share', () => {
  const found = findRedesigns({ ...study, candidates: [stay, ...others], objectives: ['completed'], margin: { completed: 0.1 } });

  it('tells differences in percentage points', () => {
    expect(found.sentence).toMatch(/ better by more than [\d.]+ pp \(95 %\)/);
    expect(findRedesigns({ ...study, candidates: others, objectives: ['completed'], margin: { completed: 0.5 } }).sentence).toContain(
      'by more than 50.00 pp',
    );
    const lines = toText(found).split('\n');
    const row = lines.find((line) => /^design B /.test(line))!;
    expect(row).toMatch(/^design B +\d+ +\+[\d.]+ pp \(.*\) +−?[\d.]+ pp \(−?[\d.]+ pp to −?[\d.]+ pp\)/);
    expect(lines.find((line) => line.startsWith('Behind:'))).toContain('in completed');
  });

  it('is led by its first objective, also where money is known', () => {
    expect(found.comparison.leading).toBe('completed');
    const today = compare({
      ...{ segments: study.segments, customers: 400, seed: 1 },
      baseline: visit,
      variants: { stay: redesign(visit, [stay]) },
    });
    const { markdown } = report(today, { evidence: [found] });
    expect(markdown.slice(markdown.indexOf('for whom')).match(/\| share \| [^|]+ \|/)![0]).toBe('| share | completed |');
    const timed = findRedesigns({ ...study, candidates: [stay], objectives: ['perceivedDuration', 'satisfaction'] });
    expect(timed.comparison.leading).toBe('perceivedDuration');
  });
});
