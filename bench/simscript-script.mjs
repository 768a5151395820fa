// The simpler workload with simscript, an entity for each customer. They come far apart, so that its list of future events, which it searches
// from end to end, stays short.
import { setImmediate } from 'node:timers';
import { deviation, mean, quantile } from 'd3-array';
import simscript from 'simscript';
import { beta, boundary, chosenStep, failure, lossAversion, segments } from './simple-model.mjs';

const { Entity, Exponential, Normal, Simulation, Uniform } = simscript;
// Made for pages, it asks the browser for its turns.
globalThis.requestAnimationFrame ??= setImmediate;

/** Minutes from one arrival to the next: about as long as the journey takes. */
const apart = 100;

class Customer extends Entity {
  async script() {
    const { segment, draws, outcomes } = this.simulation;
    const patience = draws.patience.sample();
    let [felt, clock, area, peak, affect, present] = [0, 0, 0, 0, 0, true];
    for (let k = 0; k < segment.steps.length && present; k++) {
      const { stretch, failureMinutes } = segment.steps[k];
      const { logarithm, level } = draws.steps[k][k === chosenStep ? this.chosen() : 0];
      let minutes = Math.exp(logarithm.sample());
      affect = level.sample();
      if (draws.uniform.sample() < failure.chance) {
        minutes += failureMinutes;
        affect += failure.affect;
      }
      await this.delay(minutes);
      affect = Math.max(-1, Math.min(1, affect));
      clock += minutes;
      area += minutes * affect;
      felt += stretch * minutes ** beta + boundary;
      if (Math.abs(affect) > Math.abs(peak)) peak = affect;
      present = felt <= patience;
    }
    const gap = 0.45 * peak + 0.35 * affect + (0.2 * area) / clock - segment.expectation;
    const satisfaction = 1 / (1 + Math.exp(0.004 * felt - 4 * (gap >= 0 ? gap : lossAversion * gap)));
    outcomes.push({ felt, satisfaction, present });
  }

  chosen() {
    const taste = this.simulation.draws.uniform.sample();
    return this.simulation.segment.thresholds.filter((threshold) => taste >= threshold).length;
  }
}

class Door extends Entity {
  async script() {
    for (let k = 0; k < this.simulation.customers; k++) {
      this.simulation.activate(new Customer());
      await this.delay(apart);
    }
  }
}

class Visit extends Simulation {
  constructor(segment, customers, seed) {
    super();
    Object.assign(this, { segment, customers, outcomes: [], draws: drawsOf(segment, seed) });
  }

  onStarting() {
    this.activate(new Door());
  }
}

function drawsOf(segment, seed) {
  const steps = segment.steps.map(({ options, sigma, sd }, k) =>
    options.map(({ logMedian, mean: level }, o) => ({
      logarithm: new Normal(logMedian, sigma, false, seed + 100 * k + o),
      level: new Normal(level, sd, false, seed + 5000 + 100 * k + o),
    })),
  );
  return { steps, uniform: new Uniform(0, 1, seed + 9000), patience: new Exponential(segment.patience, seed + 9001) };
}

/** Mean felt time and the share that stayed, of each segment. */
export async function runSimscript(customers, seed) {
  const felt = [];
  const completed = [];
  for (const [s, segment] of segments.entries()) {
    const visit = new Visit(segment, customers, 100_000 * seed + 10_000 * s);
    await new Promise((resolve) => {
      visit.onFinished = resolve;
      visit.start(true);
    });
    for (const key of ['felt', 'satisfaction']) {
      const values = Float64Array.from(visit.outcomes, (outcome) => outcome[key]).sort();
      const summary = {
        mean: mean(values),
        sd: deviation(values),
        quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantile(values, p)),
      };
      if (key === 'felt') felt.push(summary.mean);
    }
    completed.push(mean(visit.outcomes, ({ present }) => Number(present)));
  }
  return { felt, completed };
}
