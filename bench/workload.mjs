// The reference workload W: 12 interactions × 4 segments, generated so that no two segments are alike. Minutes and a −1 … 1 scale become
// seconds and −10 … 10.

const minute = 60;

/** Everything W says about one interaction of one segment. */
export function spec(segment, index) {
  const grows = 1 + segment / 10;
  const median = (3 + ((7 * index + 3 * segment) % 11)) * grows * minute;
  return {
    median,
    sigma: 0.35 + 0.05 * ((index + segment) % 6),
    mean: (10 * (-7 + ((10 * index + 4 * segment) % 18))) / 12,
    sd: 10 * (0.25 + 0.03 * (index % 4)),
    failure: { probability: 0.05, affect: -4, duration: 0.8 * median },
  };
}

export const steps = 12;
export const segmentCount = 4;
export const choiceIndex = 5;
/** Every third step is a wait, so that patience has something to be used up by. */
export const isWait = (index) => index % 3 === 2 && index !== choiceIndex;
export const optionFactors = [
  { median: 1, mean: 0, appeal: 0.5 },
  { median: 0.6, mean: -2, appeal: 0.2 },
  { median: 1.6, mean: 2.5, appeal: -0.1 },
];
export const patienceMean = (segment) => 60 * (1 + segment / 10) * minute;
export const expectation = (segment) => 0.5 * (segment + 1);

const id = (index) => `i${index}`;

/** W as one journey and four segments. `whole`: with failures, a three-way choice, waits and patience; else durations and affects only. */
export function asStudy(whole) {
  const plain = (segment, index) => {
    const { median, sigma, mean, sd } = spec(segment, index);
    return { duration: { type: 'lognormal', median, sigma }, affect: { type: 'normal', mean, sd } };
  };
  const option = (segment, index, factor) => {
    const { median, sigma, mean, sd } = spec(segment, index);
    return {
      duration: { type: 'lognormal', median: median * factor.median, sigma },
      affect: { type: 'normal', mean: mean + factor.mean, sd },
    };
  };
  const journey = {
    name: 'W',
    interactions: Array.from({ length: steps }, (_, index) => ({
      id: id(index),
      ...plain(0, index),
      ...(whole && isWait(index) ? { kind: 'wait', wait: { tolerance: 120 } } : {}),
      ...(whole && index !== choiceIndex ? { failure: spec(0, index).failure } : {}),
      ...(whole && index === choiceIndex
        ? {
            choice: {
              appeal: optionFactors[0].appeal,
              options: optionFactors
                .slice(1)
                .map((factor, k) => ({ id: `option${k + 1}`, ...option(0, index, factor), appeal: factor.appeal })),
            },
          }
        : {}),
    })),
  };
  const segments = Array.from({ length: segmentCount }, (_, segment) => ({
    id: `s${segment}`,
    share: 1 / segmentCount,
    expectation: expectation(segment),
    ...(whole ? { patience: { type: 'exponential', mean: patienceMean(segment) } } : {}),
    responses: Object.fromEntries([
      ...Array.from({ length: steps }, (_, index) => [id(index), plain(segment, index)]),
      ...(whole ? optionFactors.slice(1).map((factor, k) => [`option${k + 1}`, option(segment, choiceIndex, factor)]) : []),
    ]),
  }));
  return { journey, segments };
}
