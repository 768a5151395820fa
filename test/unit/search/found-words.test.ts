import { compare, move, redesign, reorder, replace, toText, update } from 'peakend';
import { anyOrder, findRedesigns } from 'peakend/decide';
import { report } from 'peakend/report';
import { describe, expect, it } from 'vitest';
import { editsWords } from '../../../src/redesign/edit-words';

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

describe('the edits of a design', () => {
  it('leave out a move at no cost that a later order makes void', () => {
    const steps = ['a', 'b', 'c', 'thanks'].map((id, index) => ({ id, duration: 300, affect: [6, 0, -5, -6][index]! }));
    const candidates = [move('thanks', { to: 'start' }, { cost: 0 }), anyOrder(['a', 'b', 'c'], { cost: 1 })];
    const journey = { name: 'Visit', interactions: steps };
    const { leaders } = findRedesigns({ journey, candidates, customers: 100, seed: 1, robustness: false, margin: 0 });
    const ordered = leaders.filter(({ edits }) => edits.some(({ edit }) => edit === 'reorder'));
    expect(ordered.map(({ edits }) => edits)).toContainEqual([reorder(['thanks', 'c', 'b', 'a'], { cost: 1 })]);
    for (const { edits } of ordered) expect(edits).toHaveLength(1);
    const paid = [move('thanks', { to: 'start' }, { cost: 2 }), anyOrder(['a', 'b', 'c'], { cost: 1 })];
    const dear = findRedesigns({ journey, candidates: paid, customers: 100, seed: 1, robustness: false });
    for (const { edits, cost } of dear.leaders) expect(cost).toBe(edits.reduce((sum, edit) => sum + (edit.cost ?? 0), 0));
  });

  it('call what they bring in by its name', () => {
    const stroll = replace('queue', { id: 'vq', name: 'Stroll', kind: 'wait', duration: 600 });
    const [, order] = editsWords([stroll, reorder(['pay', 'vq', 'thanks'])], visit);
    expect(order).toBe('put the steps in the order "Pay", "Stroll", "Thanks"');
  });
});
