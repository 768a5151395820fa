import { insert, scaleDuration } from 'peakend';
import { expect, it } from 'vitest';
import { editsWords } from '../../../src/redesign/edit-words';

it('costs are written as sums of money are elsewhere, and a new step stands at an end', () => {
  const step = { id: 'rest', duration: '3 min', affect: 1 } as const;
  const costs = [30_000, 1_234_567, 999, 2.5].map((cost) => editsWords([scaleDuration('wait', 0.5, { cost })], undefined)[0]!);
  expect(costs.map((words) => /\(cost (.*)\)/.exec(words)![1])).toEqual(['30,000', '1,234,567', '999', '2.5']);
  expect(editsWords([insert(step, { to: 'end' })], undefined)[0]).toMatch(/ at the end$/);
});
