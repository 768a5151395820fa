/** The studies that the gallery draws: the program with which the page begins. */
export const setup = `import { atLeast, atMost, checkStandards, compare, defineJourney, defineSegments, move, noSegmentWorse } from 'peakend';
import { occupyWait, redesign, robustness, scaleDuration, simulate, update, waterfall } from 'peakend';
import { fitMemory, recordings, watch } from 'peakend/data';

const visit = defineJourney({
  name: 'Clinic visit',
  interactions: [
    { id: 'register', name: 'Register', duration: '3 to 9 min', affect: { type: 'normal', mean: -1, sd: 1.5 } },
    { id: 'wait', name: 'Waiting room', kind: 'wait', duration: '10 to 40 min', wait: { tolerance: '10 min' } },
    { id: 'doctor', name: 'Doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
    { id: 'pay', name: 'Pay the bill', duration: '3 to 9 min', affect: { type: 'normal', mean: -2, sd: 2 } },
  ],
});
const segments = defineSegments([
  { id: 'regular', name: 'Regular patients', share: 0.6 },
  { id: 'first', name: 'First visit', share: 0.3, expectation: 2 },
  { id: 'children', name: 'With children', share: 0.1, patience: '20 min' },
]);
const study = { segments, customers: 1_000, seed: 'gallery' };
const calmer = [occupyWait('wait', 0.8), move('pay', { before: 'doctor' }), update('register', { affect: 1 })];
const variants = {
  calmer: redesign(visit, calmer),
  quicker: redesign(visit, [scaleDuration('wait', 0.5)]),
  'pay first': redesign(visit, [move('pay', { to: 'start' })]),
};

const today = simulate({ journey: visit, ...study, keep: ['satisfaction'] });
const verdict = compare({ baseline: visit, variants, ...study, margin: { satisfaction: 0.5 } });`;

/** One chart each: what it is for, and the code that makes it. The chart is called `chart`. */
export const sections = [
  {
    name: 'outcome',
    heading: 'Outcomes by segment',
    words: 'How customers differ, not only their mean. The histogram is there because the study kept the column.',
    code: `import { outcomeChart } from 'peakend/charts';

const chart = outcomeChart(today);`,
  },
  {
    name: 'forest',
    heading: 'Comparison',
    words: 'Every variant, overall and by segment. The conclusion is in colour and in shape; the grey band is the margin.',
    code: `import { forestChart } from 'peakend/charts';

const chart = forestChart(verdict);`,
  },
  {
    name: 'waterfall',
    heading: 'Waterfall',
    words: 'What each edit adds, averaged over all orders in which the edits can be done.',
    code: `import { waterfallChart } from 'peakend/charts';

const parts = waterfall({ baseline: visit, edits: calmer, ...study });
const chart = waterfallChart(parts);`,
  },
  {
    name: 'robustness',
    heading: 'Robustness map',
    words: 'Under which assumptions the verdict holds. At the right stands the difference with that assumption alone.',
    code: `import { robustnessChart } from 'peakend/charts';

const tried = robustness({ baseline: visit, variant: variants.calmer, ...study, customers: 200, over: { draws: 100 } });
const chart = robustnessChart(tried);`,
  },
  {
    name: 'tornado',
    heading: 'Tornado',
    words: 'Which assumption moves the answer most. `tornadoChart` also takes `{ bars, base }` of your own.',
    code: `import { tornadoChart } from 'peakend/charts';

const chart = tornadoChart(tried, { most: 8 });`,
  },
  {
    name: 'peak',
    heading: 'Where peaks lie',
    words: 'The step that holds the moment people remember, by segment.',
    code: `import { peakChart } from 'peakend/charts';

const chart = peakChart(today);`,
  },
  {
    name: 'standards',
    heading: 'Standards',
    words: 'Each promise on a scale of its own: right of its bound it holds, left of it it fails.',
    code: `import { standardsChart } from 'peakend/charts';

const one = compare({ baseline: visit, variants: { calmer: variants.calmer }, ...study });
const promises = [atLeast('satisfaction', 60), atMost('waitingDuration', '40 min', { statistic: 'p95' }), noSegmentWorse('satisfaction')];
const chart = standardsChart(checkStandards(one, promises));`,
  },
  {
    name: 'memory',
    heading: 'Fit of a memory',
    words: 'Which memory explains the ratings of the whole, on ratings it was not fitted to.',
    code: `import { memoryChart } from 'peakend/charts';

const forms = Array.from({ length: 90 }, (_, i) => ({ desk: 1 + (i % 5), wait: 1 + ((i * 3) % 7) / 2, talk: 1 + ((i * 7) % 4) }));
const rated = forms.map((form, i) => ({ ...form, whole: (form.desk + form.wait + 2 * form.talk) / 4 + ((i * 13) % 9) / 10 }));
const felt = recordings.fromColumns(rated, { steps: ['desk', 'wait', 'talk'], scale: [1, 5] });
const fit = fitMemory({ recordings: felt, ratings: { values: 'whole', scale: [1, 6] }, seed: 1 });
const chart = memoryChart(fit);`,
  },
  {
    name: 'watch',
    heading: 'Watch',
    words: 'Months against what was promised, with the alarm limit beneath.',
    code: `import { watchChart } from 'peakend/charts';

const means = [4.02, 3.97, 4.01, 3.99, 4.04, 3.98, 3.92, 3.93, 3.9, 3.91, 3.88, 3.9];
const observations = means.map((mean, month) => ({ period: \`2026-\${String(month + 1).padStart(2, '0')}\`, mean, n: 180 + 5 * month }));
const chart = watchChart(watch({ expected: { regular: { mean: 4, sd: 0.7 } }, observations }), { outcome: 'csat' });`,
  },
  {
    name: 'drivers',
    heading: 'Importance against performance',
    words: 'Where the next euro goes: what one more point of affect brings at each step, beside how the step feels now.',
    code: `import { drivers } from 'peakend/decide';
import { driversChart } from 'peakend/charts';

const pulled = drivers({ journey: visit, ...study, shapley: false });
const chart = driversChart(pulled);`,
  },
  {
    name: 'trade-off',
    heading: 'Trade-off',
    words: 'Variants by two outcomes, or by one and what they cost. Filled points are on the front.',
    code: `import { tradeOffChart } from 'peakend/charts';

const chart = tradeOffChart(verdict, { costs: { calmer: 400, quicker: 1_500, 'pay first': 50 } });`,
  },
];
