// The simpler workload of c/w.c: its numbers in minutes, and affect from −1 to 1.

export const chosenStep = 5;
export const failure = { chance: 0.05, affect: -0.4 };
export const [boundary, beta, lossAversion] = [0.5, 0.9, 2.25];

function step(s, k) {
  const median = (3 + ((7 * k + 3 * s) % 11)) * (1 + s / 10);
  const mean = (-7 + ((10 * k + 4 * s) % 18)) / 12;
  const options = [
    [1, 0],
    [0.6, -0.2],
    [1.6, 0.25],
  ].slice(0, k === chosenStep ? 3 : 1);
  return {
    sigma: 0.35 + 0.05 * ((k + s) % 6),
    sd: 0.25 + 0.03 * (k % 4),
    failureMinutes: 0.8 * median,
    stretch: 0.9 + 0.1 * ((3 * k + s) % 5),
    options: options.map(([factor, better]) => ({ logMedian: Math.log(median * factor), mean: mean + better })),
  };
}

export const segments = Array.from({ length: 4 }, (_, s) => {
  const appeals = [0.5 + 0.1 * s, 0.2, -0.1 + 0.15 * s].map(Math.exp);
  const whole = appeals[0] + appeals[1] + appeals[2];
  return {
    steps: Array.from({ length: 12 }, (_, k) => step(s, k)),
    thresholds: [appeals[0] / whole, (appeals[0] + appeals[1]) / whole],
    patience: 600 * (1 + s / 10),
    expectation: 0.05 * (s + 1),
  };
});
