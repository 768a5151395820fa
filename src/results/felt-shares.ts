import type { Simulation } from './types';

/** By step the share of the whole journey's felt time, 0…1; nothing where steps were not asked for. */
export function feltShares({ journey, overall }: Simulation): ReadonlyMap<string, number> {
  const { interactions } = overall;
  if (interactions === undefined) return new Map();
  const felt = journey.interactions.map(({ id }) => {
    const { reached, perceivedDuration } = interactions[id]!;
    return reached * perceivedDuration.mean;
  });
  const whole = felt.reduce((sum, seconds) => sum + seconds, 0);
  return new Map(journey.interactions.map(({ id }, index) => [id, whole > 0 ? felt[index]! / whole : 0]));
}
