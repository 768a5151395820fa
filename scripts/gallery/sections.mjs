/** The studies that the gallery draws: the program with which the page begins. */
export const setup = `import { atLeast, atMost, checkStandards, compare, defineJourney, defineSegments, insert, move, noSegmentWorse } from 'peakend';
import { occupyWait, redesign, robustness, scaleDuration, simulate, update, waterfall } from 'peakend';
import { fitMemory, recordings, watch } from 'peakend/data';
import { anyOrder, costAndValue, findRedesigns, oneOf, portfolio } from 'peakend/decide';

const visit = defineJourney({
  name: 'Clinic visit',
  interactions: [
    { id: 'register', name: 'Register', duration: '3 to 9 min', affect: { type: 'normal', mean: -1, sd: 1.5 }, source: { kind: 'measured', n: 120 } },
    { id: 'wait', name: 'Waiting room', kind: 'wait', duration: '10 to 40 min', wait: { tolerance: '10 min' } },
    { id: 'doctor', name: 'Doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 }, source: { kind: 'expert' } },
    { id: 'pay', name: 'Pay the bill', duration: '3 to 9 min', affect: { type: 'normal', mean: -2, sd: 2 } },
  ],
});
const segments = defineSegments([
  { id: 'regular', name: 'Regular patients', share: 0.6, returnValue: 60 },
  { id: 'first', name: 'First visit', share: 0.3, expectation: 2, returnValue: 90 },
  { id: 'children', name: 'With children', share: 0.1, patience: '20 min', returnValue: 120 },
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
    words:
      'Which number moves the answer most, of the model (model) and of the journey (guess, expert, literature, measured), and where it turns the verdict. `tornadoChart` also takes `{ bars, base }` of your own.',
    code: `import { tornadoChart } from 'peakend/charts';

const farewell = { id: 'farewell', name: 'A word at the door', duration: '5 min', affect: -1, source: { kind: 'guess' } };
const doubtful = redesign(visit, [insert(farewell, { to: 'end' })]);
const doubted = robustness({ baseline: visit, variant: doubtful, ...study, customers: 200, population: 20_000, over: { draws: 200 } });
const chart = tornadoChart(doubted, { most: 8 });`,
  },
  {
    name: 'uncertainty',
    heading: 'Where uncertainty comes from',
    words:
      'Of all that is uncertain about the difference, how much comes from guesses, from measurements, from the model, from how people remember.',
    code: `import { uncertaintyChart } from 'peakend/charts';

const chart = uncertaintyChart(doubted);`,
  },
  {
    name: 'information',
    heading: 'What is worth knowing',
    words: 'What it would be worth to know more before choosing, in the unit of the outcome and in money: what to measure first.',
    code: `import { informationChart } from 'peakend/charts';

const chart = informationChart(doubted, { most: 6 });`,
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
  {
    name: 'cost-and-value',
    heading: 'Cost and value',
    words: 'The same of what `costAndValue` found, in money: above the dashed line a proposal brings more than it costs.',
    code: `const costs = { calmer: 90_000, quicker: 250_000, 'pay first': 20_000 };
const chart = tradeOffChart(costAndValue(verdict, { costs, population: 20_000, periods: 2 }));`,
  },
  {
    name: 'search',
    heading: 'Search',
    words: 'Designs that `findRedesigns` came upon: what each costs, and what it brings on customers on whom nothing was chosen.',
    code: `const candidates = [
  occupyWait('wait', 0.8, { cost: 3_000 }),
  oneOf([scaleDuration('wait', 0.8, { cost: 8_000 }), scaleDuration('wait', 0.5, { cost: 30_000 })]),
  update('register', { affect: 1 }, { cost: 5_000 }),
  anyOrder(['register', 'doctor', 'pay'], { cost: 500 }),
];
const best = findRedesigns({ journey: visit, candidates, objectives: ['satisfaction'], robustness: false, ...study });
const chart = tradeOffChart(best);`,
  },
  {
    name: 'portfolio',
    heading: 'Portfolio',
    words: 'Several journeys of one company by what is at stake in each, and how far each is from the satisfaction it should reach.',
    code: `import { portfolioChart } from 'peakend/charts';

const journeys = {
  'Clinic visit': { journey: visit, people: 9_000, standards: [atLeast('satisfaction', 60)] },
  'Calmer visit': { journey: variants.calmer, people: 4_000 },
  'Quicker visit': { journey: variants.quicker, people: 7_000 },
};
const chart = portfolioChart(portfolio({ journeys, ...study, target: 60 }));`,
  },
];
