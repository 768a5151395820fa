/**
 * From two raw files to a verdict in the bank's own figures: how long things take from a log, how they feel from a survey, which memory these people
 * have, levels moved to what they answered; then the proposal.
 *
 *     npm run --silent build && node examples/own-data/own-data.mjs
 *
 * survey.csv and events.csv are invented (make-data.mjs). Put yours in their place.
 */
import { readFileSync } from 'node:fs';
import { compare, preventFailure, redesign, scaleDuration, simulate, toText } from 'peakend';
import { anchor, compareDurations, fitMemory, journeyFromLog, levelInterval, recordings, segmentsFromSurvey } from 'peakend/data';
import { fromLogCsv } from 'peakend/formats';

const read = (name) => fromLogCsv(readFileSync(new URL(name, import.meta.url))).value;
const title = (text) => console.log(`\n── ${text} ${'─'.repeat(Math.max(0, 90 - text.length))}\n`);
const seed = 'own data';
const events = read('events.csv');
const forms = read('survey.csv');

title('1. The log: what happens, and how long it takes');
const columns = { case: 'visit', activity: 'activity', start: 'start', end: 'end', segment: 'kind' };
const log = journeyFromLog(events, { ...columns, name: 'Bank branch', kinds: 1, tolerance: '10 min' });
console.log(toText(log));
console.log(toText(compareDurations(log, { seed, customers: 2000 })));

title('2. The survey: how it feels, to whom');
const survey = segmentsFromSurvey(forms, {
  segment: 'kind',
  touchpoints: { booking: 'booking', waiting: 'wait:before-desk', desk: 'desk', papers: 'papers', advice: 'advice', goodbye: 'goodbye' },
  scale: [1, 5],
  notUsed: [9],
  overall: { csat: 'overall', recommendation: 'recommend', returned: 'returned' },
});
console.log(toText(survey));

title('3. The ratings: which memory these people have');
const fit = fitMemory({
  recordings: recordings.fromColumns(forms, {
    steps: ['booking', 'waiting', 'desk', 'papers', 'advice', 'goodbye'],
    scale: [1, 5],
    missing: [9],
  }),
  ratings: { values: 'overall', scale: [1, 5], ordinal: true },
  segments: 'kind',
  seed,
});
console.log(toText(fit));

title('4. Together: times of the log, feelings of the survey');
const { journey } = log;
const together = log.segments.map((segment) => {
  const rated = survey.segments.find(({ id }) => id === segment.id);
  const responses = { ...segment.responses };
  for (const [step, { affect }] of Object.entries(rated.responses)) responses[step] = { ...responses[step], affect };
  return { ...segment, dependence: rated.dependence, responses };
});
// A rating of a wait is of all of it, and the model sours waits itself: what it should begin with is what is missing after souring.
const queue = 'wait:before-desk';
const begun = (shift) =>
  together.map((segment) => ({
    ...segment,
    responses: { ...segment.responses, [queue]: { ...segment.responses[queue], affect: 0, affectShift: shift(segment.id) } },
  }));
const study = { journey, model: { memory: fit.memory }, customers: 4000, seed };
const dry = simulate({ ...study, segments: begun(() => 0) });
const segments = begun((id) => survey.counts[id][queue].affect - dry.segments[id].interactions[queue].affect.mean);
const before = simulate({ ...study, segments });
console.log(`Nothing anchored: CSAT ${before.overall.csat.mean.toFixed(2)}, answered ${survey.observed.overall.csat.mean.toFixed(2)}.`);

title('5. Levels: anchored to what was answered');
const anchored = anchor({ ...study, segments }, survey.observed);
console.log(toText(anchored));

title('6. The proposal, in the bank’s own figures');
const twoDesks = scaleDuration(queue, 0.4);
const atHome = preventFailure('papers', { probability: 0.03 });
const proposals = {
  'two desks': redesign(journey, [twoDesks]),
  'papers checked at home': redesign(journey, [atHome]),
  both: redesign(journey, [twoDesks, atHome]),
};
const verdict = compare({
  ...anchored.study,
  baseline: journey,
  variants: proposals,
  outcomes: ['csat', 'nps', 'satisfaction', 'clockDuration'],
});
console.log(toText(verdict));

title('7. How sure: the error of the survey beside that of the simulation');
const gain = (levels) => {
  const { variants } = compare({ ...levels, baseline: journey, variants: { both: proposals.both }, outcomes: ['csat', 'nps'] });
  return variants.both.overall.nps.difference;
};
const { value, interval } = levelInterval(anchored, gain);
const { low, high } = verdict.variants.both.overall.nps.interval;
console.log(
  `Both, NPS: ${signed(value)}. The simulation leaves open ${signed(low)} to ${signed(high)}, the sampling error of the survey ${signed(interval.low)} to ${signed(interval.high)}.`,
);

function signed(points) {
  return `${points < 0 ? '−' : '+'}${Math.abs(points).toFixed(1)}`;
}
