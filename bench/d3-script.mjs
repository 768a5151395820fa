// What an analyst would write today for the same work: d3-random, d3-array, one customer after the other.
import { deviation, mean, quantileSorted } from 'd3-array';
import { randomExponential, randomLogNormal, randomNormal } from 'd3-random';
import seedrandom from 'seedrandom';
import { choiceIndex, expectation, isWait, optionFactors, patienceMean, segmentCount, spec, steps } from './workload.mjs';

const clamp = (affect) => Math.max(-10, Math.min(10, affect));
const idle = Math.sqrt(1.2);

/** One study, with the default model's numbers written out. */
export function runScript(whole, customers, seed) {
  const random = seedrandom(String(seed));
  return Array.from({ length: segmentCount }, (_, segment) => {
    const drawers = Array.from({ length: steps }, (_, index) => {
      const { median, sigma, mean: level, sd, failure } = spec(segment, index);
      const draw = (factor) => ({
        duration: randomLogNormal.source(random)(Math.log(median * factor.median), sigma),
        affect: randomNormal.source(random)(level + factor.mean, sd),
        utility: factor.appeal + 0.5 * (level + factor.mean),
        expected: level + factor.mean,
      });
      const options = whole && index === choiceIndex ? optionFactors.map(draw) : [draw({ median: 1, mean: 0, appeal: 0 })];
      return { options, failure: whole && index !== choiceIndex ? failure : undefined, wait: whole && isWait(index) };
    });
    const patienceOf = randomExponential.source(random)(1 / patienceMean(segment));
    const expected = expectation(segment);
    const felt = [];
    const satisfied = [];
    let completed = 0;
    for (let customer = 0; customer < customers; customer++) {
      const moments = [];
      let patience = whole ? patienceOf() : Infinity;
      let feels = 0;
      let left = false;
      for (const { options, failure, wait } of drawers) {
        let option = options[0];
        let deciding = 0;
        let shift = 0;
        if (options.length > 1) {
          const taste = options.map(({ utility }) => utility - Math.log(-Math.log(random())));
          option = options[taste.indexOf(Math.max(...taste))];
          deciding = 2 * Math.log2(options.length);
          shift = Math.tanh((mean(options, (candidate) => candidate.expected) - expected) / 3);
        }
        let time = option.duration();
        const start = clamp(option.affect() + shift);
        let end = start;
        if (wait) {
          if (patience < time) {
            time = patience;
            left = true;
          }
          patience -= time;
          end = clamp(start - Math.log2(Math.max(1, time / 120)));
        }
        if (deciding > 0) moments.push({ time: deciding, start, end: start });
        moments.push({ time, start, end });
        let total = deciding + time;
        if (failure && !left && random() < failure.probability) {
          const level = clamp(end + failure.affect);
          moments.push({ time: failure.duration, start: level, end: level });
          total += failure.duration;
        }
        feels += (wait ? idle : 1) * 900 * (total / 900) ** 0.9;
        if (left) {
          const level = clamp(moments[moments.length - 1].end - 6);
          moments.push({ time: 0, start: level, end: level });
          break;
        }
      }
      let peak = 0;
      let area = 0;
      let clock = 0;
      for (const { time, start, end } of moments) {
        for (const affect of [start, end]) {
          const more = Math.abs(affect) - Math.abs(peak);
          if (more > 0 || (more === 0 && affect < peak)) peak = affect;
        }
        area += (time * (start + end)) / 2;
        clock += time;
      }
      const remembered = 0.35 * peak + 0.35 * moments[moments.length - 1].end + (0.3 * area) / clock;
      const gap = remembered - expected;
      const quality = 0.5 * remembered + 0.5 * (gap >= 0 ? gap : 1.95 * gap);
      felt.push(feels);
      satisfied.push(100 / (1 + Math.exp(-quality / 4)));
      if (!left) completed++;
    }
    const summary = (values) => {
      const sorted = values.slice().sort((a, b) => a - b);
      return { mean: mean(values), sd: deviation(values), quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((p) => quantileSorted(sorted, p)) };
    };
    return { perceivedDuration: summary(felt), satisfaction: summary(satisfied), completed: completed / customers };
  });
}
