import {
  atLeast,
  atMost,
  checkStandards,
  compare,
  fewWorse,
  move,
  noSegmentWorse,
  normal,
  redesign,
  robustness,
  scaleDuration,
  simulate,
  update,
  waterfall,
} from 'peakend';
import {
  driversChart,
  forestChart,
  informationChart,
  memoryChart,
  outcomeChart,
  peakChart,
  portfolioChart,
  robustnessChart,
  standardsChart,
  tornadoChart,
  tradeOffChart,
  uncertaintyChart,
  watchChart,
  waterfallChart,
  type Chart,
  type ChartOptions,
} from 'peakend/charts';
import { fitMemory, recordings, watch } from 'peakend/data';
import { costAndValue, drivers, findRedesigns, portfolio } from 'peakend/decide';

/** Names that would act in an expression, in the path of a field, in markup or in the direction of a line. */
export const hostile = {
  segment: `"];datum['x'].y\\`,
  step: `\${1+1} <b>&amp; datum.value] [0].a\\"`,
  variant: `}{ alert(1) // ' + warn("x") + '`,
  journey: `Visit "a.b[c]" \\ {{x}} \u202eRTL 👩🏽‍⚕️ 日本語 العربية`,
};

/** A small study under any names. */
export function studyOf(names: { readonly segment: string; readonly step: string; readonly variant: string; readonly journey: string }) {
  const journey = {
    name: names.journey,
    interactions: [
      { id: 'register', name: names.step, duration: '5 min', affect: { type: 'normal', mean: -1, sd: 1.5 } },
      { id: 'wait', kind: 'wait', duration: '10 to 40 min', wait: { tolerance: '10 min' }, dropout: 0.05 },
      { id: 'doctor', name: 'Doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
      { id: 'pause', kind: 'gap', duration: '1 h' },
      { id: 'bill', name: 'Pay the bill', duration: '3 to 9 min', affect: { type: 'normal', mean: -3, sd: 2 } },
    ],
  } as const;
  const segments = [
    { id: 'regular', name: names.segment, share: 0.7 },
    { id: 'first-time', name: 'First-time visitors', share: 0.3, expectation: 2 },
  ] as const;
  const study = { segments, customers: 60, seed: 'charts' };
  const edits = [update('register', { affect: 2 }), scaleDuration('wait', 0.6), move('bill', { to: 'start' })];
  const better = redesign(journey, edits);
  const worse = redesign(journey, [update('doctor', { affect: -4 })]);
  const same = redesign(journey, [scaleDuration('bill', 1)]);
  return {
    simulation: simulate({ ...study, journey, keep: ['satisfaction'] }),
    comparison: compare({ ...study, baseline: journey, variants: { [names.variant]: better, worse, same }, margin: { satisfaction: 1 } }),
    one: compare({ ...study, baseline: journey, variants: { [names.variant]: better } }),
    drivers: drivers({ ...study, journey }),
    waterfall: waterfall({ ...study, baseline: journey, edits }),
    robustness: robustness({ ...study, baseline: journey, variants: { [names.variant]: better, worse }, over: { draws: 12 } }),
  };
}

const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };

function fitOf(name: string) {
  const forms = Array.from({ length: 40 }, (_, i) => ({ desk: 1 + (i % 5), wait: 1 + ((i * 3) % 5), talk: 1 + ((i * 7) % 4) }));
  const rated = forms.map((form) => ({ ...form, whole: (form.desk + form.wait + form.talk) / 3 }));
  const felt = recordings.fromColumns(rated, { steps: ['desk', 'wait', 'talk'], scale: [1, 5] });
  const candidates = ['averaging', 'peakEnd', { name, memory: { kind: 'recency', halfLife: 0.3 } }] as const;
  return fitMemory({ recordings: felt, ratings: { values: 'whole', scale: [1, 5] }, seed: 1, candidates });
}

/** What a search finds: designs of several costs, and one where nothing helps. */
export function foundOf(names: Parameters<typeof studyOf>[0]) {
  const {
    journey,
    study: { segments },
  } = studyOf(names).comparison.baseline;
  const search = { journey, segments, customers: 100, seed: 1, robustness: false } as const;
  const candidates = [move('register', { to: 'end' }, { cost: 100 }), update('doctor', { affect: 6 }, { cost: 12_000 })];
  return {
    found: findRedesigns({ ...search, candidates }),
    one: findRedesigns({ ...search, candidates, objectives: [{ outcome: 'perceivedDuration', segment: segments[0]!.id }] }),
  };
}

/** Three proposals in money: one that pays, one that does not, and one of which it cannot be told. */
export function worthOf(variant: string) {
  const segments = [{ id: 'all', share: 1, returnValue: 100 }];
  const talk = (mean: number) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: normal({ mean, sd: 2 }) }] });
  const study = { baseline: talk(0), variants: { [variant]: talk(1), dear: talk(0.5), open: talk(0.25) }, segments, seed: 1 } as const;
  const compared = compare({ ...study, customers: 300, population: 5_000 });
  const tried = robustness({ ...study, customers: 50, outcome: 'value', over: { draws: 20, shares: 0 } });
  const brings = costAndValue(compared).variants;
  const costs = { [variant]: 1_000, dear: 1_000_000, open: brings['open']!.worth!.difference };
  return {
    plain: costAndValue(compared, { costs }),
    tried: costAndValue(compared, { costs, robustness: tried, periods: 3 }),
    inPoints: costAndValue(compare({ ...study, segments: [{ id: 'all', share: 1 }], customers: 50 }), { costs }),
  };
}

/** Four journeys of a company, one at its target, one with a broken promise. */
export function companyOf(name: string) {
  const talk = (mean: number) => ({ name, interactions: [{ id: 'talk', duration: 300, affect: normal({ mean, sd: 2 }) }] });
  const journeys = {
    sales: { journey: talk(3), people: 900 },
    [name]: { journey: talk(-1), people: 5_000, standards: [atLeast('satisfaction', 70)] },
    returns: { journey: talk(0), people: 12_000 },
    letters: { journey: talk(-3), people: 0 },
  } as const;
  const segments = [{ id: 'all', share: 1, returnValue: 10 }];
  return {
    inPoints: portfolio({ journeys, customers: 60, seed: 1 }),
    inMoney: portfolio({ journeys, segments, customers: 60, seed: 1, target: 90 }),
    reached: portfolio({ journeys: { sales: journeys.sales }, customers: 60, seed: 1, target: 10 }),
  };
}

function watchedOf(segment: string) {
  const means = [4.02, 3.97, 4.01, 3.99, 3.92, 3.93, 3.9, 3.91, 3.88, 3.9];
  const observations = means.flatMap((mean, month) => [
    { period: `${month + 1} ${segment}`, mean, n: 200 + month, segment },
    { period: `${month + 1} ${segment}`, mean: 4, n: 200, segment: 'others' },
  ]);
  return watch({ expected: { [segment]: { mean: 4, sd: 0.7 }, others: { mean: 4, sd: 0.7 } }, observations });
}

/** Every chart of these names, several results each. */
export function chartsOf(names: typeof hostile): Readonly<Record<string, (options: ChartOptions) => Chart>> {
  const { simulation, comparison, one, waterfall: falling, robustness: tried, drivers: pulled } = studyOf(names);
  const alone = simulate({ journey: call, customers: 50, seed: 1 });
  const kinder = { ...call, interactions: [{ ...call.interactions[0]!, affect: 3 }] };
  const exact = compare({ baseline: call, variants: { kinder, same: call }, customers: 50, seed: 1 });
  const standards = [
    atLeast('satisfaction', 60),
    atMost('waitingDuration', '20 min', { statistic: 'p95' }),
    noSegmentWorse('satisfaction'),
    fewWorse('satisfaction', { atMost: 0.1 }),
  ];
  const report = checkStandards(one, standards);
  const [fit, watched] = [fitOf(names.step), watchedOf(names.segment)];
  const [worth, company, searched] = [worthOf(names.variant), companyOf(names.journey), foundOf(names)];
  const bars = [
    { label: names.step, low: 40, high: 60, from: names.segment, to: '2', source: names.variant },
    { label: 'nothing', low: 50, high: 50 },
    { label: 'one side', low: 55, high: 52 },
  ];
  return {
    'outcome with a histogram': (options) => outcomeChart(simulation, options),
    'outcome in time': (options) => outcomeChart(simulation, { outcome: 'clockDuration', ...options }),
    'outcome that is a share': (options) => outcomeChart(simulation, { outcome: 'satisfied', ...options }),
    'outcome NPS': (options) => outcomeChart(simulation, { outcome: 'nps', ...options }),
    'outcome that is alike for all': (options) => outcomeChart(alone, { outcome: 'clockDuration', ...options }),
    'forest of one': (options) => forestChart(one, options),
    'forest of three': (options) => forestChart(comparison, options),
    'forest of several outcomes': (options) =>
      forestChart(comparison, { outcomes: ['satisfaction', 'clockDuration', 'completed'], ...options }),
    'forest without any error': (options) => forestChart(exact, options),
    drivers: (options) => driversChart(pulled, options),
    'drivers of a segment': (options) => driversChart(pulled, { segment: 'first-time', ...options }),
    waterfall: (options) => waterfallChart(falling, options),
    'waterfall in order': (options) => waterfallChart(falling, { segment: 'regular', contributions: 'order', ...options }),
    robustness: (options) => robustnessChart(tried, options),
    'robustness of one': (options) => robustnessChart(tried, { variant: names.variant, ...options }),
    tornado: (options) => tornadoChart(tried, options),
    uncertainty: (options) => uncertaintyChart(tried, options),
    'uncertainty of another': (options) => uncertaintyChart(tried, { variant: 'worse', ...options }),
    information: (options) => informationChart(tried, options),
    'information, few rows': (options) => informationChart(tried, { most: 1, ...options }),
    'tornado of bars': (options) => tornadoChart({ bars, base: 50, answer: 'level' }, options),
    'tornado of nothing': (options) => tornadoChart({ bars: [], base: 3 }, options),
    standards: (options) => standardsChart(report, options),
    memory: (options) => memoryChart(fit, options),
    watch: (options) => watchChart(watched, { outcome: 'csat', ...options }),
    peak: (options) => peakChart(simulation, options),
    'peak of one step': (options) => peakChart(alone, options),
    'trade-off': (options) => tradeOffChart(comparison, { x: 'clockDuration', ...options }),
    'trade-off with costs': (options) => tradeOffChart(comparison, { costs: { [names.variant]: 100, worse: 20, same: 0 }, ...options }),
    'trade-off of cost and value': (options) => tradeOffChart(worth.plain, options),
    'trade-off of cost and value, with assumptions': (options) => tradeOffChart(worth.tried, options),
    'trade-off of cost and points': (options) => tradeOffChart(worth.inPoints, options),
    'trade-off of a search': (options) => tradeOffChart(searched.found, options),
    'trade-off of a search that found nothing': (options) => tradeOffChart(searched.one, options),
    portfolio: (options) => portfolioChart(company.inPoints, options),
    'portfolio in money': (options) => portfolioChart(company.inMoney, { most: 2, ...options }),
    'portfolio at its target': (options) => portfolioChart(company.reached, options),
    'trade-off without any error': (options) => tradeOffChart(exact, options),
  };
}

export const usual = { segment: 'Regular', step: 'Register', variant: 'calmer', journey: 'Clinic visit' };
