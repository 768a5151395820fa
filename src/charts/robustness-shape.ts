import { checkShape, type Shape } from './check-shape';
import type { Robustness } from '../robustness/types';

const shares = { better: 'number', same: 'number', worse: 'number', undecided: 'number' } as const satisfies Shape;
const under = { difference: 'number', interval: { low: 'number', high: 'number' }, conclusion: 'text' } as const satisfies Shape;
const memory: Shape = { '*': { ...under, sets: 'number', shares } };
const here: Shape = {
  asStudied: under,
  shares,
  'holds?': 'number',
  difference: { p5: 'number', p95: 'number' },
  memory,
  peak: memory,
  endWindow: memory,
  parameters: { '*': { atLow: 'number', atHigh: 'number', correlation: 'number' } },
  differences: ['number'],
  verdict: 'text',
  sentence: 'text',
};
const shape: Shape = {
  outcome: 'outcome',
  margin: 'number',
  variants: { '*': { overall: here, segments: { '*': here } } },
  order: { variants: ['text'], segments: ['text'] },
  over: { memory: ['text'], parameters: { '*': { low: 'number', high: 'number', 'asStudied?': 'number' } } },
  sets: { memory: ['text'] },
  study: { customers: 'number', confidence: 'number', seed: 'text', segments: [{ id: 'text', 'name?': 'text' }] },
};

/** What `robustness` returned, as charts may rely on it. */
export function checkRobustness(given: unknown, path = 'robustness'): Robustness {
  return checkShape<Robustness>(given, path, 'robustness', 'robustness', shape);
}
