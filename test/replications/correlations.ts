import { experiment, type ExperienceModelInput, type JourneyInput, type OutcomeName } from 'peakend';

/** How a noisy rating of remembered utility goes with something, over episodes. */
export function ratingGoesWith(
  episodes: readonly JourneyInput[],
  predictor: OutcomeName | readonly OutcomeName[],
  model: ExperienceModelInput = {},
): number {
  return correlate(episodes, 'rememberedUtility', predictor, model);
}

function correlate(
  episodes: readonly JourneyInput[],
  outcome: OutcomeName,
  predictor: OutcomeName | readonly OutcomeName[],
  model: ExperienceModelInput,
): number {
  return experiment({
    conditions: { all: { journeys: episodes } },
    measure: { correlation: outcome, with: predictor },
    customers: 1,
    seed: 'correlations',
    model,
  }).conditions.all.predicted;
}

/** Standardised weights of a regression of the rating on three moments at once. */
export function ratingWeights<Name extends OutcomeName>(
  episodes: readonly JourneyInput[],
  predictors: readonly [Name, Name, Name],
  model: ExperienceModelInput = {},
): { readonly [Key in Name]: number } {
  const [first, second, third] = predictors;
  const [a, b, c] = [
    correlate(episodes, first, second, model),
    correlate(episodes, first, third, model),
    correlate(episodes, second, third, model),
  ];
  const [x, y, z] = [
    ratingGoesWith(episodes, first, model),
    ratingGoesWith(episodes, second, model),
    ratingGoesWith(episodes, third, model),
  ];
  const whole = 1 + 2 * a * b * c - a * a - b * b - c * c;
  return {
    [first]: (x * (1 - c * c) - y * (a - b * c) - z * (b - a * c)) / whole,
    [second]: (y * (1 - b * b) - x * (a - b * c) - z * (c - a * b)) / whole,
    [third]: (z * (1 - a * a) - x * (b - a * c) - y * (c - a * b)) / whole,
  } as { readonly [Key in Name]: number };
}
