// What is timed, each case by name. `make` prepares one with the library of a build; what it gives runs once for each seed.
// `perUnit`: what a time is divided by, so that it reads as nanoseconds per customer and interaction; undefined: milliseconds a call.
import { asStudy, segmentCount, steps } from './workload.mjs';

const three = ['perceivedDuration', 'satisfaction', 'completed'];
const customers = 20_000;
const units = customers * segmentCount * steps;

const whole = asStudy(true);
const plain = asStudy(false);

/** A study with each step, and each segment, altered. */
function altered(study, step, segment = (one) => one) {
  const { journey, segments } = study;
  return { journey: { ...journey, interactions: journey.interactions.map(step) }, segments: segments.map(segment) };
}

const failure = { probability: 0.05, affect: -4, duration: 200 };
const asWait = (step, index) => (index % 3 === 2 ? { ...step, kind: 'wait', wait: { tolerance: 120 } } : step);
const patient = (segment) => ({ ...segment, patience: { type: 'exponential', mean: 3600 } });

function study(what, outcomes) {
  return {
    perUnit: units,
    make:
      ({ simulate }) =>
      (seed) =>
        simulate({ ...what, customers, seed, ...(outcomes === undefined ? {} : { outcomes }) }),
  };
}

/** One order of twelve steps after the other through a simulator that keeps its draws. */
function rescored(count, eventful, outcomes = three) {
  const interactions = Array.from({ length: 12 }, (_, k) => ({
    id: `s${k}`,
    duration: { type: 'lognormal', median: 200 + 10 * k, sigma: 0.5 },
    affect: { type: 'normal', mean: (k % 5) - 2, sd: 2 },
    ...(eventful && k % 3 === 2 ? { kind: 'wait' } : {}),
    ...(eventful && k % 2 === 1 ? { failure: { ...failure, duration: 100 } } : {}),
  }));
  const segments = Array.from({ length: 5 }, (_, k) => ({
    id: `g${k}`,
    share: 0.2,
    expectation: k,
    ...(eventful ? { patience: { type: 'exponential', mean: 3000 } } : {}),
  }));
  return {
    make: ({ createSimulator }) => {
      const simulator = createSimulator({ segments, customers: count, seed: 1, outcomes });
      return (seed) => {
        const order = interactions.slice();
        order.push(...order.splice(seed % order.length, 1));
        return simulator.simulate({ name: 'order', interactions: order });
      };
    },
  };
}

export const cases = {
  'durations alone': study(
    altered(
      plain,
      ({ affect: _, ...step }) => step,
      ({ responses: _, ...segment }) => segment,
    ),
    ['perceivedDuration'],
  ),
  'durations and affects': study(plain, three),
  '+ failures': study(
    altered(plain, (step) => ({ ...step, failure })),
    three,
  ),
  '+ recoveries': study(
    altered(plain, (step) => ({ ...step, failure: { ...failure, recovery: { probability: 0.5, affect: 2 } } })),
    three,
  ),
  '+ waits': study(altered(plain, asWait), three),
  '+ waits and patience': study(altered(plain, asWait, patient), three),
  '+ dropout': study(
    altered(plain, (step) => ({ ...step, dropout: 0.01 })),
    three,
  ),
  '+ skips': study(
    altered(plain, (step) => ({ ...step, skip: 0.1 })),
    three,
  ),
  W: study(whole, three),
  'W, loyalty': study(whole, [...three, 'loyalty']),
  'W, steps': study(whole, [...three, 'interactions']),
  'W, all outcomes': study(whole, undefined),
  'a call, 1 customer': rescored(1, false),
  'a call, 1 customer, events': rescored(1, true),
  'an order, 12 × 5 × 2,000': rescored(2000, false),
  'an order, 12 × 5 × 2,000, events': rescored(2000, true),
};
