import type { JourneyInput } from 'peakend';

type Interaction = JourneyInput['interactions'][number];

/** A stretch of time at one level of affect, or along a line. */
export function stretch(seconds: number, affect: number, end: number = affect): Omit<Interaction, 'id'> {
  return { duration: seconds, affect: affect === end ? affect : { start: affect, end } };
}

/** Stretches in order, named by their place. */
export function journey(
  name: string,
  parts: readonly (Omit<Interaction, 'id'> & { readonly id?: string })[],
  rest: Omit<JourneyInput, 'name' | 'interactions'> = {},
): JourneyInput {
  return { name, interactions: parts.map((part, index) => ({ id: `part-${index + 1}`, ...part })), ...rest };
}

/**
 * Random episodes for studies that correlate moments with a memory. One generator for all of them, so that no study has its own: levels wander
 * (each moment keeps 0.7 of its distance from the person's own level), and now and then one moment stands out.
 */
export interface Wandering {
  readonly seed: number;
  readonly episodes: number;
  /** Moments in an episode, drawn evenly between these. */
  readonly moments: readonly [number, number];
  readonly secondsEach: number;
  /** People's own levels: mean and standard deviation, affect. */
  readonly level: readonly [number, number];
  /** Standard deviation around the own level. */
  readonly spread: number;
  /** How often a moment stands out, and by how much affect. */
  readonly spike: readonly [number, number];
  readonly range: readonly [number, number];
}

export function wanderingEpisodes(w: Wandering): JourneyInput[] {
  const random = generator(w.seed);
  const kept = 0.7;
  return Array.from({ length: w.episodes }, (_, index) => {
    const count = w.moments[0] + Math.floor(random.uniform() * (w.moments[1] - w.moments[0] + 1));
    const own = w.level[0] + w.level[1] * random.normal();
    let away = w.spread * random.normal();
    const parts = Array.from({ length: count }, () => {
      const spike = random.uniform() < w.spike[0] ? w.spike[1] : 0;
      const affect = Math.min(w.range[1], Math.max(w.range[0], own + away + spike));
      away = kept * away + Math.sqrt(1 - kept * kept) * w.spread * random.normal();
      return stretch(w.secondsEach, Math.round(affect * 1e6) / 1e6);
    });
    return journey(`Episode ${index + 1}`, parts);
  });
}

/** A small generator of its own: the library's streams belong to the library. Normal numbers as sums of twelve uniform ones: the same on every engine. */
export function generator(seed: number): { uniform(): number; normal(): number } {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const normal = (): number => {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += uniform();
    return sum;
  };
  return { uniform, normal };
}
