// Rare events, bounded outcomes, heavy tails: truth in closed form, or from runs in which the event always or never happens.
import { atMost, checkStandards, compare, lognormal, normal, preventFailure, redesign, simulate } from 'peakend';

export const cautionCodes = ['few-customers', 'none-seen', 'few-change', 'heavy-tail'];
export const carries = (cautions) => cautions.some(({ code }) => cautionCodes.includes(code));

/** Counts how often intervals hold the truth, and how often a result that misses it says that it is in doubt. */
export class Coverage {
  held = 0;
  judged = 0;
  missedUnsaid = 0;
  outside = 0;
  add({ low, high }, truth, cautions, [lowest, highest]) {
    this.judged++;
    if (low < lowest || high > highest) this.outside++;
    const slack = 1e-9 * Math.max(1, Math.abs(truth));
    if (low - slack <= truth && truth <= high + slack) this.held++;
    else if (!carries(cautions)) this.missedUnsaid++;
  }
  /** `97.3`, and in brackets how many missed without a caution where fewer than 94 % held. */
  get text() {
    const held = (100 * this.held) / this.judged;
    const silent = (100 * this.missedUnsaid) / this.judged;
    return held >= 94 ? held.toFixed(1) : `${held.toFixed(1)} (${silent.toFixed(1)} unsaid)`;
  }
}

const scales = {
  failures: [0, Infinity],
  satisfaction: [0, 100],
  loyalty: [0, 1],
  effectiveness: [0, 100],
  clockDuration: [0, Infinity],
  nps: [-100, 100],
  completed: [0, 1],
  waitingDuration: [0, Infinity],
};

/** A journey of plain numbers, or with affect that differs between customers; one step fails with that chance. */
const paying = (probability, affect) => ({
  name: 'Pay',
  interactions: [
    { id: 'find', duration: 120, affect },
    { id: 'pay', duration: 60, affect: 2, failure: { probability, affect: -8, duration: 3600 } },
    { id: 'leave', duration: 30, affect: 1 },
  ],
});

export function rareTable(seeds, chances, sizes, spread) {
  const affect = spread === 0 ? 2 : normal({ mean: 2, sd: spread });
  const outcomes = ['failures', 'satisfaction', 'loyalty', 'effectiveness', 'clockDuration'];
  const large = { customers: spread === 0 ? 1 : 1_000_000, seed: 'truth', outcomes };
  const never = simulate({ ...large, journey: paying(0, affect) }).overall;
  const always = simulate({ ...large, journey: paying(1, affect) }).overall;
  const rows = [];
  for (const chance of chances) {
    for (const customers of sizes) {
      const means = Object.fromEntries(outcomes.map((name) => [name, new Coverage()]));
      const differences = Object.fromEntries(outcomes.map((name) => [name, new Coverage()]));
      const baseline = paying(chance, affect);
      const variants = { safe: redesign(baseline, [preventFailure('pay', { probability: 0 })]) };
      for (let seed = 1; seed <= seeds; seed++) {
        const result = compare({ baseline, variants, customers, seed, outcomes });
        for (const name of outcomes) {
          const effect = chance * (always[name].mean - never[name].mean);
          means[name].add(result.baseline.overall[name].interval, never[name].mean + effect, result.baseline.cautions, scales[name]);
          const said = [...result.cautions, ...result.variants.safe.cautions];
          differences[name].add(result.variants.safe.overall[name].interval, -effect, said, [-Infinity, Infinity]);
        }
      }
      rows.push({ chance, customers, means, differences });
    }
  }
  return { outcomes, rows };
}

export function tailTable(seeds, sigmas, sizes) {
  return sigmas.flatMap((sigma) =>
    sizes.map((customers) => {
      const clock = new Coverage();
      const truth = 60 * Math.exp((sigma * sigma) / 2);
      const journey = { name: 'Tail', interactions: [{ id: 'a', duration: lognormal({ median: 60, sigma }) }] };
      for (let seed = 1; seed <= seeds; seed++) {
        const result = simulate({ journey, customers, seed, outcomes: ['clockDuration'] });
        clock.add(result.overall.clockDuration.interval, truth, result.cautions, scales.clockDuration);
      }
      return { sigma, customers, clock };
    }),
  );
}

export function npsTable(seeds, affects, sizes) {
  return affects.flatMap((affect) => {
    const journey = {
      name: 'Hotline',
      interactions: [
        { id: 'a', duration: 600, affect },
        { id: 'b', duration: 600, affect: affect + 1 },
      ],
    };
    const truth = simulate({ journey, customers: 4_000_000, seed: 'truth', outcomes: ['nps'] }).overall.nps.mean;
    return sizes.map((customers) => {
      const nps = new Coverage();
      for (let seed = 1; seed <= seeds; seed++) {
        const result = simulate({ journey, customers, seed, outcomes: ['nps'] });
        nps.add(result.overall.nps.interval, truth, result.cautions, scales.nps);
      }
      return { truth, customers, nps };
    });
  });
}

/** Percentiles against promises put exactly at the truth: how often one is said to hold, or to fail, though it does neither. */
export function percentileTable(seeds, percentiles, sizes) {
  const wait = {
    name: 'Wait',
    interactions: [{ id: 'w', kind: 'wait', duration: { type: 'exponential', mean: 300 }, wait: { tolerance: 300 } }],
  };
  const twice = [
    { id: 'quick', share: 0.8 },
    { id: 'slow', share: 0.2, responses: { w: { durationScale: 1 } } },
  ];
  return percentiles.flatMap((p) =>
    sizes.map((customers) => {
      const bound = -300 * Math.log(1 - p / 100);
      const counts = { one: { holds: 0, fails: 0 }, weighed: { holds: 0, fails: 0 } };
      for (let seed = 1; seed <= seeds; seed++) {
        const study = { journey: wait, customers, seed, outcomes: ['waitingDuration'], keep: ['waitingDuration'] };
        for (const [key, segments] of [
          ['one', undefined],
          ['weighed', twice],
        ]) {
          const result = simulate({ ...study, ...(segments === undefined ? {} : { segments }) });
          const [{ verdict }] = checkStandards(result, atMost('waitingDuration', bound, { statistic: `p${p}` })).standards;
          if (verdict !== 'cannot tell') counts[key][verdict]++;
        }
      }
      return { p, customers, counts };
    }),
  );
}

/** `until`: how often the interval it asked for is reached, and holds the truth. */
export function untilTable(seeds) {
  const cases = [
    {
      label: 'satisfaction, affect of sd 2, ± 0.3',
      journey: paying(0, normal({ mean: 2, sd: 2 })),
      outcome: 'satisfaction',
      halfWidth: 0.3,
    },
    { label: 'failures, 1 in 100, ± 0.002', journey: paying(0.01, 2), outcome: 'failures', halfWidth: 0.002, truth: 0.01 },
    { label: 'failures, 1 in 1,000, ± 0.0005', journey: paying(0.001, 2), outcome: 'failures', halfWidth: 0.0005, truth: 0.001 },
    { label: 'failures, 1 in 5,000, ± 0.0002', journey: paying(0.0002, 2), outcome: 'failures', halfWidth: 0.0002, truth: 0.0002 },
  ];
  return cases.map(({ label, journey, outcome, halfWidth, truth: known }) => {
    const truth = known ?? simulate({ journey, customers: 4_000_000, seed: 'truth', outcomes: [outcome] }).overall[outcome].mean;
    const coverage = new Coverage();
    let reached = 0;
    let customers = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const result = simulate({ journey, seed, outcomes: [outcome], until: { outcome, halfWidth } });
      const { interval } = result.overall[outcome];
      coverage.add(interval, truth, result.cautions, scales[outcome]);
      if ((interval.high - interval.low) / 2 <= halfWidth) reached++;
      customers += result.study.customers / seeds;
    }
    return { label, coverage, reached: reached / seeds, customers };
  });
}

/** Those who complete both journeys, where some leave either: coverage, and the half-width beside that of a plain t interval. */
export function completersTable(seeds, sizes) {
  const visit = (dropout, affect) => ({
    name: 'Visit',
    interactions: [
      { id: 'come', duration: 60, affect: normal({ mean: 1, sd: 1 }), dropout },
      { id: 'stay', duration: 300, affect: normal({ mean: affect, sd: 1 }) },
    ],
  });
  const [baseline, after] = [visit(0.05, 2), visit(0.02, 2.1)];
  const [one, other] = [visit(0, 2), visit(0, 2.1)];
  const large = { customers: 1_000_000, seed: 'truth', outcomes: ['satisfaction'] };
  const truth = compare({ ...large, baseline: one, variants: { after: other } }).variants.after.overall.satisfaction.difference;
  return sizes.map((customers) => {
    const coverage = new Coverage();
    let wider = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      const result = compare({ baseline, variants: { after }, customers, seed, outcomes: ['satisfaction', 'completed'] });
      const { interval, standardError } = result.variants.after.overall.ifCompletedBoth.satisfaction;
      coverage.add(interval, truth, [...result.cautions, ...result.variants.after.cautions], [-Infinity, Infinity]);
      wider += (interval.high - interval.low) / 2 / (1.96 * standardError) / seeds;
    }
    return { customers, coverage, wider };
  });
}
