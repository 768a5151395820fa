import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { throwIssues } from '../plain/issues-error';
import type { Robustness, RobustnessHere } from '../robustness/types';
import { checkShape, studyShape, type Shape } from './check-shape';
import { byOrder } from './words';

const shares = { better: 'number', same: 'number', worse: 'number', undecided: 'number' } as const satisfies Shape;
const under = { difference: 'number', interval: { low: 'number', high: 'number' }, conclusion: 'text' } as const satisfies Shape;
const memory: Shape = { '*': { ...under, sets: 'number', shares } };
const effects: Shape = { '*': { atLow: 'number', atHigh: 'number', correlation: 'number' } };
const share: Shape = { first: 'number', firstError: 'number', total: 'number', totalError: 'number' };
const worth = { gain: 'number', gainError: 'number', 'money?': 'number' } as const satisfies Shape;
const numbers: Shape = { '*': { ...worth, share: 'number' } };
const here: Shape = {
  asStudied: under,
  shares,
  'holds?': 'number',
  difference: { p5: 'number', p95: 'number' },
  memory,
  peak: memory,
  endWindow: memory,
  parameters: effects,
  inputs: effects,
  flips: [{ by: 'text', 'path?': 'text', 'value?': 'number' }],
  spread: {
    uncertainty: 'number',
    'shares?': { 'guesses?': share, 'inputs?': share, 'model?': share, 'memory?': share, sampling: 'number', interactions: 'number' },
  },
  differences: ['number'],
  verdict: 'text',
  sentence: 'text',
};
const shape: Shape = {
  outcome: 'outcome',
  margin: 'number',
  variants: { '*': { overall: here, segments: { '*': here } } },
  order: { variants: ['text'], segments: ['text'] },
  over: {
    memory: ['text'],
    parameters: { '*': { low: 'number', high: 'number', 'asStudied?': 'number' } },
    inputs: { '*': { low: 'number', high: 'number', source: 'text', of: 'text', number: 'text' } },
  },
  information: {
    everything: worth,
    sources: { 'guesses?': worth, 'inputs?': worth, 'model?': worth, 'memory?': worth },
    parameters: numbers,
    inputs: numbers,
    measureFirst: [{ path: 'text' }],
    sentence: 'text',
  },
  sets: { memory: ['text'] },
  study: studyShape,
};

/** What `robustness` returned, as charts may rely on it. */
export function checkRobustness(given: unknown, path = 'robustness'): Robustness {
  return checkShape<Robustness>(given, path, 'robustness', 'robustness', shape);
}

/** The variant that a chart of one is about: the one asked for, else the first. */
export function chosenVariant(
  { order, variants }: Robustness,
  asked: string | undefined,
  issues: Issue[],
  path = 'what.variants',
): { readonly name: string; readonly overall: RobustnessHere } {
  const name = asked ?? order.variants[0];
  if (name === undefined || !order.variants.includes(name)) issues.push(unknownName('variant', name, order.variants));
  throwIssues(issues);
  return { name: name!, overall: byOrder([name!], variants, path)[0]![1].overall };
}
