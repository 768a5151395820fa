// The source of analysis.ipynb, in the percent format of Jupytext: `node scripts/run-notebook.mjs --write` runs its cells in Deno's Jupyter kernel and
// keeps what they show in the notebook; CI runs them again and compares. Cells marked [off] are left out.

// %% [markdown]
// # Where should the clinic spend its money?
//
// An outpatient clinic has money for one change this year. Three are on the table:
//
// - **a second nurse** at registration and triage, so that people wait less: 90,000 a year;
// - **an honest board** in the waiting room: who is next, how long it takes, and why: 15,000 a year;
// - **a better ending**: pay first, and see a nurse for five minutes after the doctor, who answers what was left open: 60,000 a year.
//
// Which one do patients feel, who gains, who loses, and how sure can we be before anything is built?
//
// *The figures below are a workshop's guesses, made up for this page: put yours in their place. Where people answered a survey or left a log, measure instead
// (`segmentsFromSurvey`, `journeyFromLog`, `anchor`).*
//
// **To run it:** install Deno's kernel (`deno jupyter --install`) and, in the folder of this notebook, the library (`npm install peakend`). Without
// installing, write `npm:peakend` wherever it says `peakend`. Each cell ends with the thing it made, and that shows itself.

// %% Setup
import {
  checkStandards,
  compare,
  defineJourney,
  defineSegments,
  diffJourneys,
  explain,
  explainWait,
  informWait,
  insert,
  move,
  noSegmentWorse,
  atLeast,
  populationImpact,
  redesign,
  robustness,
  sampleSizeFor,
  scaleDuration,
  simulate,
  waterfall,
} from 'peakend';
import { emotionRibbon, forestChart, robustnessChart, waterfallChart } from 'peakend/charts';

const seed = 'clinic';

// %% [markdown]
// ## The visit today
//
// A row a step, from the street to the street. Affect is how it feels, from −10 (worst imaginable) to +10 (best imaginable). `'5 to 15 min'` is a range
// that holds nine of ten visits; a wait's affect is how it feels to *enter* it, the model sours it from there.

// %% The visit
const visit = defineJourney({
  name: 'Outpatient visit',
  interactions: [
    {
      id: 'parking',
      name: 'Find a space',
      stage: 'arrive',
      duration: '3 to 15 min',
      affect: { type: 'normal', mean: -1.5, sd: 1.5 },
    },
    {
      id: 'register',
      name: 'Register',
      stage: 'arrive',
      duration: '3 to 9 min',
      affect: { type: 'normal', mean: -0.5, sd: 1.5 },
      // One in eight has a referral missing; most of them are helped with a phone call.
      failure: {
        probability: 0.12,
        affect: -4,
        duration: '10 min',
        recovery: { probability: 0.7, affect: 2.5, duration: '3 min' },
      },
    },
    {
      id: 'waiting-room',
      name: 'Waiting room',
      stage: 'wait',
      kind: 'wait',
      duration: '15 to 70 min',
      affect: { type: 'normal', mean: 0, sd: 1.5 },
      wait: { tolerance: '20 min', occupied: 0.3, anxious: 0.3 },
    },
    {
      id: 'triage',
      name: 'Nurse takes history',
      stage: 'care',
      duration: '5 to 12 min',
      affect: { type: 'normal', mean: 1.5, sd: 1.5 },
    },
    {
      id: 'doctor',
      name: 'Doctor',
      stage: 'care',
      duration: '7 to 20 min',
      affect: { type: 'normal', mean: 4, sd: 2 },
    },
    {
      id: 'pay',
      name: 'Pay at the desk',
      stage: 'leave',
      duration: '3 to 10 min',
      affect: { type: 'normal', mean: -1, sd: 1.5 },
    },
  ],
});
visit;

// %% [markdown]
// Not everybody lives the same visit. First-timers expect more and are tense; regulars know the house; people on their lunch break walk out
// when a wait takes too long.

// %% The patients
const patients = defineSegments([
  {
    id: 'first-time',
    name: 'First visit',
    share: 0.3,
    expectation: 1.5,
    responses: { 'stage:wait': { affectShift: -0.8 }, parking: { durationScale: 1.4 } },
  },
  { id: 'regular', name: 'Regulars', share: 0.5, expectation: 0.5, dependence: { affect: 0.3 } },
  {
    id: 'working',
    name: 'On a lunch break',
    share: 0.2,
    expectation: 0.5,
    patience: { type: 'lognormal', median: 4200, sigma: 0.5 },
  },
]);
patients;

// %% [markdown]
// ## As it is
//
// Ten thousand simulated patients of each kind. Read the first table from the top: what the clock says, what it feels like, what is remembered,
// and what that does to satisfaction.

// %% As it is
const study = { segments: patients, customers: 10_000, seed };
const today = simulate({ journey: visit, ...study });
today;

// %% [markdown]
// The same as a picture. The line is how a mean visit feels, the band the middle half of patients; the diamond is where most people's peak lies, here the
// worst of it, and the dot is how it ends.

// %% Picture of today
emotionRibbon(today);

// %% [markdown]
// ## Three proposals
//
// A proposal is a list of edits: plain data, each with its cost. The journey itself stays as it is.

// %% Proposals
const fewerMinutes = [scaleDuration('waiting-room', 0.7, { cost: 90_000 })];
const honestBoard = [informWait('waiting-room'), explainWait('waiting-room', { cost: 15_000 })];
const betterEnding = [
  move('pay', { after: 'register' }),
  insert(
    {
      id: 'questions',
      name: 'Questions answered',
      stage: 'leave',
      duration: '5 min',
      affect: { type: 'normal', mean: 2.5, sd: 1.5 },
    },
    { to: 'end' },
    { cost: 60_000 },
  ),
];
const variants = {
  'second nurse': redesign(visit, fewerMinutes),
  'honest board': redesign(visit, honestBoard),
  'better ending': redesign(visit, betterEnding),
};
diffJourneys(visit, variants['better ending']);

// %% [markdown]
// ## The verdict
//
// The same patients live each version, so what differs is the change and nothing else. Half a point of satisfaction (of 100) counts as the same.

// %% The verdict
const verdict = compare({ baseline: visit, variants, ...study, margin: { satisfaction: 0.5 } });
verdict;

// %% The forest as a chart
forestChart(verdict);

// %% Picture of the better ending
emotionRibbon(verdict, { variant: 'better ending' });

// %% [markdown]
// ## Who loses
//
// A gain on average may hide people for whom it got worse. Here is the patient who loses most from the better ending, step by step, before and after.

// %% Who loses
const [loser] = verdict.variants['better ending'].overall.mostLost;
explain(verdict, { segment: loser.segment, customer: loser.customer, variant: 'better ending' });

// %% [markdown]
// ## What each edit brings
//
// A proposal of two edits may owe everything to one of them. The waterfall takes the better ending apart: in the order in which it was written, and averaged over
// both orders.

// %% What each edit brings
const falls = waterfall({
  baseline: visit,
  edits: betterEnding,
  segments: patients,
  customers: 4_000,
  seed,
});
falls;

// %% The waterfall as a chart
waterfallChart(falls);

// %% [markdown]
// The free half does the work. Once nobody pays on the way out, a visit ends with the doctor, which is the best of it; five more minutes, pleasant but less so, put
// themselves between that and the door. So there is a fourth proposal that nobody had put on the table, **pay first**, and it costs nothing:

// %% Pay first
const payFirst = { 'pay first': redesign(visit, betterEnding.slice(0, 1)) };
compare({
  baseline: { ...variants['better ending'], name: 'better ending' },
  variants: payFirst,
  ...study,
  margin: { satisfaction: 0.5 },
  outcomes: ['satisfaction', 'nps', 'endAffect', 'clockDuration'],
});

// %% [markdown]
// ## Does it hang on our assumptions?
//
// The verdict stands on a theory of memory and on numbers from the literature. So: the same comparison under other theories of memory, and with all parameters
// drawn from what the literature leaves open. Look for the line that does not hold: paying first helps because the *end* counts for more than its minutes. Under
// `averaging`, where it does not, moving a step changes nothing.

// %% Robustness
const robust = robustness({
  baseline: visit,
  variants: payFirst,
  segments: patients,
  customers: 1_000,
  seed,
  margin: 0.5,
  over: { draws: 60 },
});
robust;

// %% The robustness as a chart
robustnessChart(robust);

// %% [markdown]
// ## What we have promised
//
// Two standards of the house: no kind of patient may be worse off, and at least nine in ten complete their visit.

// %% Standards
const final = compare({
  baseline: visit,
  variants: payFirst,
  ...study,
  margin: { satisfaction: 0.5 },
});
checkStandards(final, [noSegmentWorse('satisfaction', { margin: 0.5 }), atLeast('completed', 0.9)]);

// %% [markdown]
// ## Before we roll it out
//
// Simulated patients cost nothing, so their intervals are narrow. How many *real* ones would a trial need to see the effect?

// %% A real trial
sampleSizeFor(final, { outcome: 'satisfaction' });

// %% [markdown]
// And what would it mean for the 24,000 patients of a year?

// %% A year
populationImpact(final, { population: 24_000 });

// %% [markdown]
// ## What to take to the meeting
//
// Let people pay when they register: it costs nothing, and (if the end of a visit is remembered more than its minutes, as most studies find) is felt more than either of the things that cost money. The board does about as much as a second
// nurse at a sixth of the price, most for those who would walk out. The nurse's five minutes should not be bought *for the ending's sake*. Before anything is rolled out: one month of paying first at one
// of two desks, with the number of patients above.
//
// What the model does **not** know, and nobody should read out of this page:
//
// - the affects are guesses; a survey of a few hundred patients replaces them, and `anchor` moves the levels to what they answer. Until then trust differences, not
//   levels;
// - patients' *health*: questions that are answered may be worth more than how the visit is remembered;
// - a crowd: patients do not queue for each other here, so a second nurse shortens the wait by what we wrote, not by what a queue would do;
// - money: that paying before being seen may feel greedy to some is in here only as far as the affect of that step says so.
