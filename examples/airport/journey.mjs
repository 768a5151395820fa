/**
 * A departing passenger at San Francisco International Airport, from the counts in figures.json.
 *
 * How the figures become a journey:
 * - Affect: the real ratings as they were given, 1 … 5 mapped in a straight line to −10 … +10 (3 is neutral), each value weighted by its count.
 *   The scales differ (easy, outstanding, clean); we read them as one.
 * - Skip: the share who answered "never used". Some rate what they used on an earlier trip, so on one trip more people skip than here.
 * - Order: ours, from the road to the gate. The forms do not tell in which order people went.
 * - Durations: guesses, the same for every segment, sized so that the time at the airport comes to about two hours. The forms hold no durations.
 * - Waits: security and the boarding area are waits, so they feel longer than the clock; how occupied people are is a guess too.
 * - Dependence: people who rate one touchpoint well rate the others well. ρ comes from each segment's forms (how: figures.json).
 * - Levels are not anchored: what the model answers beside the real answers is a test. `anchor` of peakend/data would make csat and NPS meet them.
 * - Not here because nobody was asked to rate it: check-in and bag drop.
 */
import { readFileSync } from 'node:fs';
import { defineJourney, defineSegments, empirical } from 'peakend';

export const figures = JSON.parse(readFileSync(new URL('./figures.json', import.meta.url), 'utf8'));

/** A rating tells how a wait felt in the end, so it must not sour a second time: the tolerance lies beyond any wait here. Only its felt length is modelled. */
const alreadyInTheRating = '24 h';

/** Guessed 90 % ranges of the time each touchpoint takes those who use it. */
const guesses = {
  'getting-there': { stage: 'arrive', duration: '20 to 75 min', why: 'door to airport in the Bay Area, by car or train' },
  'road-signs': { stage: 'arrive', duration: '1 to 5 min', why: 'the loop of airport roads' },
  parking: { stage: 'arrive', duration: '4 to 15 min', why: 'finding a place and walking in' },
  airtrain: { stage: 'arrive', duration: '5 to 15 min', why: 'trains every few minutes, a ride of a few stops' },
  signs: { stage: 'check in', duration: '2 to 10 min', why: 'from the door to the right security line' },
  security: {
    stage: 'check in',
    duration: '6 to 35 min',
    why: 'line and screening together; long lines are rare',
    wait: { occupied: 0.4, tolerance: alreadyInTheRating },
  },
  screens: { stage: 'to the gate', duration: '1 to 3 min', why: 'a look for the gate' },
  walkways: { stage: 'to the gate', duration: '3 to 12 min', why: 'security to gate on foot' },
  art: { stage: 'at leisure', duration: '2 to 10 min', why: 'an exhibition on the way' },
  shops: { stage: 'at leisure', duration: '4 to 20 min', why: 'browsing or a quick purchase' },
  food: { stage: 'at leisure', duration: '10 to 40 min', why: 'a counter or a table' },
  restrooms: { stage: 'at leisure', duration: '3 to 10 min', why: 'one visit' },
  wifi: { stage: 'at the gate', duration: '8 to 45 min', why: 'part of the time before boarding' },
  'boarding-area': {
    stage: 'at the gate',
    duration: '15 to 60 min',
    why: 'the rest of the time before boarding',
    wait: { occupied: 0.6, tolerance: alreadyInTheRating },
  },
};

const segmentFigures = Object.entries(figures.segments);

export const journey = defineJourney({
  name: 'Departing from San Francisco',
  interactions: figures.touchpoints.map(({ id, label, question }) => {
    const { stage, duration, why, wait } = guesses[id];
    // Everyone together; each segment puts its own counts in its place below.
    const counts = together(segmentFigures.map(([, segment]) => segment.touchpoints[id]));
    return {
      id,
      name: label,
      stage,
      duration,
      ...felt(counts),
      ...(wait ? { kind: 'wait', wait } : {}),
      source: {
        kind: 'guess',
        note: `duration: guess (${why}); affect and skip: measured, ${question}, ${figures.attribution}`,
        affect: { kind: 'measured', n: counts.ratings.reduce((sum, count) => sum + count, 0) },
      },
    };
  }),
});

export const segments = defineSegments(
  segmentFigures.map(([id, { name, forms, dependence, touchpoints }]) => ({
    id,
    name,
    count: forms,
    dependence: { affect: dependence.latentCorrelation },
    responses: Object.fromEntries(Object.entries(touchpoints).map(([touchpoint, counts]) => [touchpoint, felt(counts)])),
  })),
);

/** Counted ratings as a distribution of affect (1 → −10, 3 → 0, 5 → +10), and the share who never used it. */
function felt({ ratings, neverUsed }) {
  const rated = ratings.reduce((sum, count) => sum + count, 0);
  return {
    affect: empirical([1, 2, 3, 4, 5], { scale: [1, 5], weights: ratings }),
    skip: neverUsed / (neverUsed + rated),
  };
}

/** The sum of several segments' counts. */
function together(parts) {
  return {
    ratings: [0, 1, 2, 3, 4].map((index) => parts.reduce((sum, part) => sum + part.ratings[index], 0)),
    neverUsed: parts.reduce((sum, part) => sum + part.neverUsed, 0),
  };
}
