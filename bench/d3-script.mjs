// What an analyst would write today for the same work: d3-random, d3-array, one customer after the other.
import { bisectRight, deviation, mean, quantileSorted } from 'd3-array';
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
      return {
        options,
        field: fieldOf(options),
        failure: whole && index !== choiceIndex ? failure : undefined,
        wait: whole && isWait(index),
      };
    });
    const patienceOf = randomExponential.source(random)(1 / patienceMean(segment));
    const expected = expectation(segment);
    const felt = [];
    const satisfied = [];
    let completed = 0;
    for (let customer = 0; customer < customers; customer++) {
      const moments = [];
      const failures = [];
      let patience = whole ? patienceOf() : Infinity;
      let feels = 0;
      let left = false;
      for (const { options, failure, wait, field } of drawers) {
        let option = options[0];
        let deciding = 0;
        let shift = 0;
        if (options.length > 1) {
          const taste = options.map(({ utility }) => utility - Math.log(-Math.log(random())));
          option = options[taste.indexOf(Math.max(...taste))];
          deciding = 2 * field.bits;
          shift = field.freedom * Math.tanh((field.expected - expected) / 3);
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
          end = clamp(start - Math.log2(Math.max(1, (time * idle ** (1 / 0.9)) / 120)));
        }
        if (deciding > 0) moments.push({ time: deciding, start, end: start });
        moments.push({ time, start, end });
        let total = deciding + time;
        if (failure && !left && random() < failure.probability) {
          const level = clamp(end + failure.affect);
          failures.push({ time: failure.duration, level, before: moments.length });
          total += failure.duration;
        }
        feels += (wait ? idle : 1) * 900 * (total / 900) ** 0.9;
        if (left) {
          const level = clamp(moments[moments.length - 1].end - 6);
          moments.push({ time: 0, start: level, end: level, jolt: true });
          break;
        }
      }
      const clock = moments.reduce((sum, { time }) => sum + time, 0);
      const area = moments.reduce((sum, { time, start, end }) => sum + (time * (start + end)) / 2, 0);
      const length = Math.min(60, clock / 10);
      const { worst, best, last } = stretchesOf(moments, length);
      const lowest = Math.min(worst, ...failures.map(({ level }) => level));
      const end = Math.min(last, ...failures.map((one) => endWith(one, moments, length)));
      const remembered = 0.15 * lowest + 0.1 * best + 0.25 * end + 0.5 * meanWith(failures, area, clock);
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

/** How people spread over the options of a choice: what they take on average, how evenly, how uncertain it is. */
function fieldOf(options) {
  const draws = options.map(({ utility }) => Math.exp(utility));
  const all = draws.reduce((sum, draw) => sum + draw, 0);
  const shares = draws.map((draw) => draw / all);
  return {
    expected: shares.reduce((sum, share, k) => sum + share * options[k].expected, 0),
    freedom: options.length < 2 ? 0 : (1 - shares.reduce((sum, share) => sum + share * share, 0)) / (1 - 1 / options.length),
    bits: -shares.reduce((sum, share) => sum + share * Math.log2(share), 0),
  };
}

/** The mean with those failures that make it lower. */
function meanWith(failures, area, clock) {
  let [sum, time] = [area, clock];
  for (const { level, time: seconds } of failures.toSorted((a, b) => a.level - b.level)) {
    if (level >= sum / time) break;
    sum += seconds * level;
    time += seconds;
  }
  return sum / time;
}

/** The last mean with one failure in its place. */
function endWith({ time, level, before }, moments, length) {
  const jolt = { time, start: level, end: level, jolt: true };
  return stretchesOf([...moments.slice(0, before), jolt, ...moments.slice(before)], length).last;
}

/** Worst, best and last mean over a stretch, from a running integral looked up at every place where an end of it meets a boundary. */
function stretchesOf(moments, length) {
  const parts = moments
    .map(({ time, jolt, ...line }) => ({ ...line, time: jolt ? Math.max(time, length) : time }))
    .filter(({ time }) => time > 0);
  const bounds = [0];
  const areas = [0];
  for (const { time, start, end } of parts) {
    bounds.push(bounds.at(-1) + time);
    areas.push(areas.at(-1) + (time * (start + end)) / 2);
  }
  const whole = bounds.at(-1);
  const areaUpTo = (at) => {
    const k = Math.min(parts.length - 1, Math.max(0, bisectRight(bounds, at) - 1));
    const { time, start, end } = parts[k];
    const into = at - bounds[k];
    return areas[k] + into * (start + ((end - start) * into) / time / 2);
  };
  const meanFrom = (at) => (areaUpTo(at + length) - areaUpTo(at)) / length;
  const starts = bounds.flatMap((at) => [at, at - length]).filter((at) => at >= 0 && at + length <= whole);
  const means = starts.map(meanFrom);
  return { worst: Math.min(...means), best: Math.max(...means), last: meanFrom(whole - length) };
}
