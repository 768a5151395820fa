import { expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { createSimulator } from '../../../src/comparison/create-simulator';

const step = (id: string, duration: number, probability: number) => ({
  id,
  duration: { type: 'uniform', min: duration, max: duration * 2 } as const,
  failure: { probability, affect: -6 },
});
const baseline = { name: 'Visit', interactions: [step('desk', 60, 0.1), step('pay', 120, 0.3)] };
const turned = { name: 'Visit', interactions: [step('pay', 120, 0.3), step('desk', 60, 0.1)] };
const others = [1, 2].map((n) => ({
  name: 'Other',
  interactions: [step(`other ${n}`, 30, 0.2), step('pay', 90, 0.2), step('desk', 60, 0.1)],
}));

it('says after overlapping runs what a comparison from scratch says', async () => {
  const study = { seed: 4, customers: 300 };
  const simulator = createSimulator(study);
  await Promise.all([
    simulator.simulateAsync(baseline),
    simulator.simulateAsync(others[0]!),
    simulator.simulateAsync(turned),
    simulator.simulateAsync(others[1]!),
  ]);
  const asked = { baseline, variants: { turned } };
  expect(JSON.stringify(simulator.compare(asked))).toBe(JSON.stringify(compare({ ...study, ...asked })));
});
