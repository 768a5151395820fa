/** One study that touches every distribution and every mechanism, for run.mjs to compare between engines. Plain data only. */
const lognormal = (median, sigma) => ({ type: 'lognormal', median, sigma });
const normal = (mean, sd) => ({ type: 'normal', mean, sd });

const journey = {
  name: 'Everything at once',
  promise: '2 h',
  cohesion: 0.8,
  progress: { shown: true, endowed: 0.1, pace: 'fast-to-slow' },
  interactions: [
    { id: 'find', stage: 'arrive', channel: 'web', duration: lognormal(180, 0.6), affect: normal(1, 2), effort: 3 },
    {
      id: 'queue',
      stage: 'arrive',
      kind: 'wait',
      duration: { type: 'gamma', shape: 2.5, scale: 240 },
      affect: { type: 'triangular', min: -4, mode: 0, max: 2 },
      wait: { occupied: 0.3, explained: true, anxious: 0.4, phase: 'before', tolerance: '3 min', work: true },
    },
    {
      id: 'desk',
      duration: { type: 'weibull', shape: 1.6, scale: 300 },
      affect: { start: normal(-1, 1.5), end: { type: 'pert', min: -2, mode: 4, max: 9 } },
      effort: { type: 'beta', alpha: 2, beta: 5, min: 0, max: 10 },
      failure: {
        probability: 0.4,
        affect: -4,
        duration: '4 min',
        wait: { informed: true },
        recovery: { probability: 0.5, affect: 3, duration: lognormal(60, 0.4) },
        retry: { atMost: 2, wait: { duration: { type: 'exponential', mean: 200 }, affect: -1, occupied: 0 } },
      },
    },
    { id: 'days', kind: 'gap', duration: '5 to 15 min', dropout: 0.02 },
    {
      id: 'form',
      anxious: 0.5,
      leavingAffect: -3,
      channel: 'web',
      duration: { type: 'truncatedNormal', mean: 400, sd: 300, min: 0 },
      affect: { type: 'discrete', values: [-6, 0, 5], probabilities: [0.2, 0.5, 0.3] },
      dropout: 0.05,
      choice: {
        difficulty: 0.6,
        none: { appeal: -2 },
        options: [
          { id: 'by-phone', channel: 'phone', duration: { type: 'uniform', min: 60, max: 900 }, affect: 1.5, appeal: -0.3 },
          {
            id: 'in-person',
            duration: { type: 'exponential', mean: 700 },
            affect: { type: 'beta', alpha: 2, beta: 1.5, min: -10, max: 10 },
          },
        ],
      },
    },
    {
      id: 'callback',
      kind: 'wait',
      duration: {
        type: 'mixture',
        components: [
          { weight: 0.3, distribution: { type: 'constant', value: 0 } },
          { weight: 0.7, distribution: { type: 'scaled', distribution: { type: 'exponential', mean: 1 }, scale: 900, shift: 30 } },
        ],
      },
      affect: -1,
      wait: { informed: true, fair: false, display: 'animated', told: 120 },
    },
    {
      id: 'advice',
      duration: { type: 'empirical', values: [120, 300, 610, 1800], weights: [3, 5, 2, 1] },
      affect: normal(3, 3),
      skip: 0.25,
    },
    { id: 'goodbye', stage: 'leave', duration: '20 s', affect: { type: 'empirical', values: [-3, 2, 6, 8] }, pin: 'last' },
  ],
};

const segments = [
  {
    id: 'new',
    share: 0.45,
    expectation: normal(2, 1),
    patience: '25 min',
    expectedDuration: '40 min',
    dependence: { affect: 0.3, duration: 0.2 },
  },
  {
    id: 'regular',
    share: 0.35,
    priorBelief: 3,
    returnValue: 120,
    model: {
      time: { beta: normal(0.9, 0.02) },
      memory: { kind: 'blend', weights: { peak: 0.3, end: 0.3, mean: 0.3, beginning: 0.1, trend: 0.2 } },
    },
    responses: { '*': { durationScale: 0.8, affectShift: 0.5 }, desk: { failureScale: 0.5 }, 'channel:web': { affectShift: 0.7 } },
  },
  { id: 'hurried', share: 0.2, patience: lognormal(600, 0.5), responses: { queue: { dropout: 0.1 }, 'by-phone': { appeal: 1.2 } } },
];

const models = {
  default: {},
  furthest: {
    memory: { peak: 'furthest', endWindow: { seconds: 120 }, carryOver: 0.3, recallDelay: 86400, lifetime: 1e6, effort: 'remembered' },
    handOff: { affect: -0.5, effort: 1, duration: 20 },
  },
  recency: { memory: { kind: 'recency', halfLife: 0.2 }, time: { perspective: 'prospective' } },
  acclimation: { memory: { kind: 'acclimationDecay', acclimation: 0.002, decay: 0.0005 } },
};

/** The results' fingerprints, one for each model; `library` is the built package. */
export function golden(library, data, formats, decide) {
  const customers = 3000;
  const seed = 'engines';
  const made = Object.entries(models).map(([name, model]) => [
    name,
    library.simulate({ journey, segments, customers, seed, model, keep: 'all' }),
  ]);
  const asked = { journey, segments, customers, seed, outcomes: ['satisfaction', 'nps', 'interactions'] };
  const parts = library.planShards(asked, { shardSize: 2048 }).map((shard) => JSON.stringify(library.runShard(shard)));
  made.push(['shards', [...parts, library.mergeShards(parts.toReversed?.() ?? parts)]]);
  const measured = [...Object.entries(ownData(data, formats)), ...Object.entries(decisions(decide))];
  return Object.fromEntries(
    [...made, ...measured].map(([name, result]) => {
      const json = JSON.stringify(result);
      return [name, `${fingerprint(json)} of ${json.length} characters`];
    }),
  );
}

/** What is fitted to data, and files that are written: from rows that nothing but whole numbers made. */
function ownData(data, formats) {
  let state = 1;
  const die = (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) | 0;
    return ((state >>> 8) % sides) + 1;
  };
  const rows = Array.from({ length: 240 }, (_, k) => {
    const form = { who: `p${k % 40}`, kind: k % 3 === 0 ? 'new' : 'old', desk: die(5), wait: die(5), talk: die(5) };
    return { ...form, whole: Math.min(5, Math.max(1, Math.round((form.desk + form.wait + 2 * form.talk) / 4) + die(3) - 2)) };
  });
  const study = {
    journey: {
      name: 'Call',
      interactions: [
        { id: 'wait', kind: 'wait', duration: '1 to 9 min' },
        { id: 'talk', duration: lognormal(300, 0.4), affect: normal(2, 2) },
      ],
    },
    customers: 500,
    seed: 'engines',
  };
  const { value: events } = formats.toEventLog(study, { format: 'rows', customers: 300 });
  const log = data.journeyFromLog(events, { case: 'case', activity: 'activity', start: 'start', end: 'end' });
  const steps = ['desk', 'wait', 'talk'];
  return {
    fit: data.fitMemory({
      recordings: data.recordings.fromColumns(rows, { steps, scale: [1, 5] }),
      ratings: { values: 'whole', scale: [1, 5], ordinal: true },
      person: 'who',
      segments: 'kind',
      seed: 'engines',
    }),
    survey: data.segmentsFromSurvey(rows, { segment: 'kind', touchpoints: steps, scale: [1, 5], overall: { csat: 'whole' } }),
    anchor: data.anchor(study, { overall: { csat: { mean: 3.9, n: 300, sd: 0.8 }, nps: { value: 5, n: 300 } } }).moved,
    log,
    durations: data.compareDurations(log, { customers: 500, seed: 'engines' }),
    watch: data.watch({
      expected: { all: { mean: 4, sd: 1 } },
      observations: Array.from({ length: 24 }, (_, month) => ({ period: month + 1, mean: 4 - month / 100, n: 150 })),
    }),
    files: [formats.toEventLog(study, { format: 'xes', customers: 20 }), formats.toCsv(study.journey), formats.toMermaid(study.journey)],
  };
}

/** What is searched for, and which step matters: many journeys lived by few customers. */
function decisions(decide) {
  const study = { journey, segments, customers: 100, seed: 'engines' };
  const candidates = [
    { edit: 'scaleDuration', id: 'queue', factor: 0.5, cost: 10 },
    {
      family: 'oneOf',
      proposals: [{ edit: 'update', id: 'find', changes: { affect: 3 }, cost: 4 }, [{ edit: 'explainWait', id: 'queue' }]],
    },
    { family: 'anyOrder', ids: ['find', 'queue', 'desk'], cost: 2 },
  ];
  return {
    redesigns: decide.findRedesigns({ ...study, candidates, most: 20, budget: 15, robustness: false }),
    least: decide.leastChange({ ...study, candidates, target: { improves: 'satisfaction', by: 1 }, least: 'cost' }),
    drivers: decide.drivers({ ...study, shapley: false, steps: ['find', 'queue', 'desk'] }),
  };
}

/** FNV-1a over UTF-16 units, two lanes: the same on every engine, with nothing but integers. */
export function fingerprint(text) {
  let first = 0x811c9dc5;
  let second = 0x01000193;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit, 0x85ebca6b) ^ (second >>> 13);
  }
  return [first, second].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('');
}
