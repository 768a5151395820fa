/** A module with its tables copied: what is changed in one case must not be met in the next. */
const copyModule = (module) =>
  Object.fromEntries(
    Object.entries(module).map(([name, part]) => [name, Object.getPrototypeOf(Object(part)) === Object.prototype ? { ...part } : part]),
  );

const copy = (value) => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));

/** Exports that are no functions to be called with data from outside, and why. */
export const notCalled = {
  'main.JourneyError': 'the class of what is thrown: made by the library alone',
};

/**
 * How each exported function is called with arguments it takes: `args` makes them, fresh and changeable; `call` (default: the function with
 * them) says what is done with it, and what comes back is judged. `weight`: how often; `functions`: its result holds functions.
 */
export function makeSubjects(library, kit) {
  const { main, charts, data, formats, decide, arbitraries, matchers, report, workers } = library;
  const { pairs, models, distributions, durations, results, fc } = kit;
  const { outcomeNames } = main;
  const subjects = [];
  const add = (name, args, more = {}) => {
    const [entry, key] = name.split('.');
    subjects.push({ name, fn: library[entry][key], args, weight: 2, ...more });
  };

  const pairOf = (dice) => {
    const { journey, edits, segments } = dice.pick(pairs);
    return { journey: copy(journey), edits: copy(edits), segments: copy(dice.pick(segments)), frozen: journey };
  };
  const journeyOf = (dice) => pairOf(dice).journey;
  const fixed = (dice) => copy(dice.chance(0.5) ? results.today : results.calm);
  const studyOf = (dice, segments) => ({
    segments,
    ...(dice.chance(0.3) ? { model: copy(dice.pick(models)) } : {}),
    ...(dice.chance(0.15) ? { model: { memory: (curve) => curve.affectEnd[curve.count - 1] } } : {}),
    customers: dice.pick([1, 2, 3, 20, 50]),
    seed: dice.pick([1, 'fuzz', 0]),
    ...(dice.chance(0.2) ? { confidence: 0.9 } : {}),
    ...(dice.chance(0.2) ? { population: 5000 } : {}),
  });
  const wanted = (dice) => ({
    ...(dice.chance(0.3)
      ? { outcomes: ['satisfaction', dice.pick(outcomeNames.filter((name) => !['ease', 'value'].includes(name))), 'interactions'] }
      : {}),
    ...(dice.chance(0.2) ? { keep: dice.chance(0.5) ? 'all' : ['satisfaction', 'clockDuration'] } : {}),
  });
  const simulation = (dice) => dice.pick([results.simulation, results.plain]);
  const comparison = (dice) => dice.pick([results.comparison, results.one]);
  const readBack = (dice, result) => (dice.chance(0.8) ? copy(result) : result);
  const simulateInput = (dice) => {
    const { journey, segments } = pairOf(dice);
    const study = { journey, ...studyOf(dice, segments), ...wanted(dice) };
    if (dice.chance(0.1)) {
      delete study.customers;
      study.until = { outcome: 'satisfaction', halfWidth: 2 };
    }
    return study;
  };
  const compareInput = (dice) => ({
    ...studyOf(dice, copy(results.population)),
    ...wanted(dice),
    baseline: copy(results.today),
    variants: { calm: fixed(dice), ...(dice.chance(0.5) ? { other: fixed(dice) } : {}) },
    ...(dice.chance(0.5) ? { margin: dice.pick([1, { satisfaction: 1, clockDuration: 10 }]) } : {}),
  });
  const progress = (dice) => (dice.chance(0.5) ? { onProgress: () => {} } : {});

  // Define
  for (const name of ['defineJourney', 'checkJourney', 'journeyHash']) add(`main.${name}`, (dice) => [journeyOf(dice)], { weight: 4 });
  for (const name of ['defineSegments', 'checkSegments']) add(`main.${name}`, (dice) => [pairOf(dice).segments], { weight: 4 });
  const asJson = (dice, data) => (dice.chance(0.5) ? data : JSON.stringify(data));
  add('main.journeyFromJson', (dice) => [asJson(dice, journeyOf(dice))]);
  add('main.segmentsFromJson', (dice) => [asJson(dice, pairOf(dice).segments)]);
  add('main.editsFromJson', (dice) => [asJson(dice, pairOf(dice).edits)]);
  add(
    'main.journeyFromRows',
    () => [
      [
        { id: 'a', stage: 'in', minutes: 4, feeling: -1, effort: 2, dropout: 0.1 },
        { id: 'b', name: 'B', kind: 'wait', seconds: 30, skip: 0.5 },
        { id: 'c', duration: '5 to 10 min', channel: 'app' },
      ],
      { name: 'Visit' },
    ],
    { weight: 4 },
  );

  // Journeys and events as files
  const bytesOf = (text) => new Uint8Array(Buffer.from(text));
  const asText = (dice, text) => (dice.chance(0.8) ? text : bytesOf(text));
  const inPieces = (dice, text) => (dice.chance(0.6) ? asText(dice, text) : [text.slice(0, 40), bytesOf(text.slice(40))]);
  const diagram = '---\ntitle: "Shop"\n---\njourney\n  section In & out\n  %% note\n  Find: 2: Ann, Bo,\n  Pay &amp; go: 5: Ann\n';
  const sheet = 'id;Kind;Minutes;duration;rating;Owner\r\na;;4;;2;desk\r\n"b ""x""";wait;;5 to 10 min;1;\r\n';
  const log =
    '<log><trace><string key="concept:name" value="c1"/><event><string key="concept:name" value="Go"/><int key="n" value="3"/></event></trace></log>';
  const cjml =
    '<CJML version="2.0"><plannedJourney><journeyID>J</journeyID><touchpoints><plannedAction><touchpointID>T</touchpointID></plannedAction></touchpoints></plannedJourney></CJML>';
  add('formats.toJson', (dice) => [journeyOf(dice)]);
  add('formats.fromJson', (dice) => [asText(dice, JSON.stringify(journeyOf(dice)))]);
  add('formats.toCsv', (dice) => [journeyOf(dice)], { weight: 4 });
  add('formats.fromCsv', (dice) => [
    asText(dice, sheet),
    { name: 'Visit', scale: [1, 5], ...(dice.chance(0.3) ? { delimiter: ';', tolerance: '5 min' } : {}) },
  ]);
  const scales = [
    [1, 5],
    [0, 10],
  ];
  add(
    'formats.toMermaid',
    (dice) => [dice.chance(0.7) ? journeyOf(dice) : readBack(dice, results.simulation), { scale: dice.pick(scales).slice() }],
    { weight: 4 },
  );
  add('formats.fromMermaid', (dice) => [
    asText(dice, diagram),
    { name: 'x', scale: [1, 5], duration: '10 min', actors: dice.pick(['text', 'segments']) },
  ]);
  add('formats.fromCjml', (dice) => [asText(dice, cjml), { duration: '2 min', ...(dice.chance(0.5) ? { journey: 'J' } : {}) }]);
  const logOptions = (dice) => ({
    atMost: 10,
    ...(dice.chance(0.3) ? { columns: ['n'] } : {}),
    ...(dice.chance(0.3) ? { each: () => {} } : {}),
  });
  for (const [name, text] of Object.entries({ fromXes: log, fromLogCsv: 'case,activity\nc1,Go\n' })) {
    add(`formats.${name}`, (dice) => [inPieces(dice, text), logOptions(dice)]);
    add(`formats.${name}Async`, (dice) => [inPieces(dice, text), logOptions(dice)]);
  }
  add('formats.toEventLog', (dice) => [
    dice.chance(0.7) ? simulateInput(dice) : readBack(dice, results.simulation),
    { format: dice.pick(['csv', 'xes', 'rows']), customers: dice.pick([1, 3]), start: '2026-01-01T00:00:00Z' },
  ]);

  // Distributions
  const shapes = {
    uniform: { min: 1, max: 2 },
    triangular: { min: 0, mode: 1, max: 3 },
    pert: { min: 0, mode: 1, max: 3 },
    normal: { mean: 1, sd: 2 },
    truncatedNormal: { mean: 1, sd: 2, min: 0 },
    lognormal: { median: 2, p95: 5 },
    gamma: { shape: 2, scale: 3 },
    weibull: { shape: 2, scale: 3 },
    exponential: { mean: 3 },
    beta: { alpha: 2, beta: 3, min: 0, max: 10 },
    discrete: { values: [1, 2], probabilities: [0.5, 0.5] },
  };
  for (const [name, settings] of Object.entries(shapes)) {
    if (name !== 'discrete') add(`main.${name}`, () => [copy(settings)]);
  }
  add('main.lognormal', () => [{ mean: 2, sd: 5 }]);
  add('main.constant', () => [3]);
  add('main.empirical', () => [[5, 3, 0, 3], { scale: [1, 5], missing: [0], weights: [1, 2, 3, 4] }], { weight: 3 });
  add('main.discrete', () =>
    main.discrete.length > 1
      ? [
          [1, 2],
          [0.5, 0.5],
        ]
      : [copy(shapes.discrete)],
  );
  add('main.mixture', (dice) => [
    [
      { weight: 0.25, distribution: copy(dice.pick(distributions)) },
      { weight: 0.75, distribution: 3 },
    ],
  ]);
  add('main.scaled', (dice) => [copy(dice.pick(distributions)), { scale: 2, shift: 1 }]);
  add('main.fromInterval', () => [300, 600, { kind: 'duration' }]);
  add('main.fromScale', (dice) => [dice.pick([4, [1, 5, 3], { type: 'uniform', min: 1, max: 5 }]), { scale: [1, 5] }], { weight: 3 });
  for (const name of ['seconds', 'minutes', 'hours', 'days']) add(`main.${name}`, () => [5], { weight: 1 });
  add('main.parseDuration', (dice) => [dice.pick(['12 min', '5 to 10 min', '1 h 30 min'])], { weight: 1 });
  add('main.formatSeconds', () => [5400], { weight: 1 });
  add('main.quantile', (dice) => [copy(dice.pick(distributions)), dice.pick([0.05, 0.5, 0.95])], { result: 'number' });
  add('main.cdf', (dice) => [copy(dice.pick(distributions)), 1]);
  for (const name of ['mean', 'variance', 'support']) add(`main.${name}`, (dice) => [copy(dice.pick(distributions))], { result: 'number' });

  // Redesign
  add(
    'main.checkEdits',
    (dice) => {
      const { journey, edits } = pairOf(dice);
      return [edits, journey];
    },
    { weight: 4 },
  );
  for (const name of ['redesign', 'redesignWithPatches']) {
    add(
      `main.${name}`,
      (dice) => {
        const { journey, edits } = pairOf(dice);
        return [journey, edits];
      },
      { weight: 4 },
    );
  }
  add('main.applyPatches', (dice) => {
    const { journey, edits } = pairOf(dice);
    return [journey, copy(main.redesignWithPatches(journey, edits).patches)];
  });
  add('main.diffJourneys', (dice) => [journeyOf(dice), journeyOf(dice)], { weight: 3 });
  const cost = { cost: 1200 };
  const editArgs = {
    addChoice: ['doctor', [{ id: 'video', duration: 600, affect: 2 }], cost],
    changeChannel: ['doctor', 'app', cost],
    explainWait: ['queue', cost],
    improveRecovery: ['pay', { probability: 0.5, affect: 2, duration: 60 }, cost],
    informWait: ['queue', cost],
    insert: [{ id: 'greeting', duration: '1 min', affect: 3, extensions: { a: [1] } }, { before: 'doctor' }, cost],
    merge: [['a', 'b'], { id: 'ab', affect: 'time-weighted' }, cost],
    move: ['a', { to: 'end' }, cost],
    occupyWait: ['queue', 0.5, cost],
    preventFailure: ['pay', { probability: 0.1 }, cost],
    removeChoice: ['doctor', 'video', cost],
    remove: ['doctor', cost],
    reorder: [['b', 'a'], cost],
    replace: ['a', { id: 'c', duration: 60 }, cost],
    scaleDuration: ['a', 0.5, cost],
    showProgress: [{ pace: [0.1, 1], endowed: 0.1, stages: ['b'] }, cost],
    split: [
      'a',
      [
        { id: 'x', share: 0.5 },
        { id: 'y', share: 0.5, name: 'Y' },
      ],
      cost,
    ],
    swap: ['a', 'b', cost],
    update: ['a', { duration: '5 min', affect: 2, without: ['name'] }, cost],
  };
  for (const [name, args] of Object.entries(editArgs)) add(`main.${name}`, () => copy(args), { weight: 1 });
  add('main.recency', () => [{ halfLife: 600 }], { weight: 1 });
  add('main.acclimationDecay', () => [{ acclimation: 0.001, decay: 0.0001 }], { weight: 1 });

  // Simulate, compare
  add('main.simulate', (dice) => [simulateInput(dice)], { weight: 14 });
  add('main.simulateAsync', (dice) => [simulateInput(dice), progress(dice)], { weight: 4 });
  add('main.compare', (dice) => [compareInput(dice)], { weight: 12 });
  add('main.compareAsync', (dice) => [compareInput(dice), progress(dice)], { weight: 3 });
  add(
    'main.createSimulator',
    (dice) => [
      studyOf(dice, copy(results.population)),
      { maxBytes: 10_000 },
      fixed(dice),
      { baseline: fixed(dice), variants: { a: fixed(dice) }, margin: 1 },
      { customers: 20, outcomes: ['satisfaction', 'clockDuration'] },
    ],
    {
      weight: 4,
      call: (create, [study, options, journey, comparison, question]) => {
        const simulator = create(study, options);
        const asked = [simulator.simulate(journey, question), simulator.compare(comparison, question), simulator.score(journey, question)];
        return [...asked, simulator.bytes];
      },
    },
  );

  // Share out
  const partsOf = (dice) => dice.pick(results.parts).map((part) => asJson(dice, copy(part)));
  add('main.planShards', (dice) => [
    dice.chance(0.6) ? simulateInput(dice) : compareInput(dice),
    dice.chance(0.7) ? { shardSize: dice.pick([2048, 4096, 65_536]) } : {},
  ]);
  add('main.runShard', (dice) => [asJson(dice, copy(dice.pick(results.parts)[0].shard))]);
  add('main.mergeShards', (dice) => [partsOf(dice)], { weight: 4 });
  add('main.verify', (dice) => [partsOf(dice), { share: dice.pick([0, 0.5, 1]), seed: dice.pick([1, 'some']) }]);

  // Explain, decide
  add(
    'main.explain',
    (dice) => {
      if (dice.chance(0.3)) return [readBack(dice, comparison(dice)), { segment: 'new', customer: 3, variant: 'calm' }];
      if (dice.chance(0.5)) return [readBack(dice, results.simulation), { segment: 'new', customer: 3 }];
      return [main.simulate(simulateInput({ ...dice, chance: () => false })), { segment: 'segment-1', customer: 0 }];
    },
    { weight: 6 },
  );
  add(
    'main.waterfall',
    (dice) => [
      { ...studyOf(dice, copy(results.population)), baseline: copy(results.today), edits: copy(results.edits), outcome: 'satisfaction' },
    ],
    { weight: 4 },
  );
  const robustnessInput = (dice) => ({
    ...studyOf(dice, copy(results.population)),
    baseline: copy(results.today),
    ...(dice.chance(0.5) ? { variant: copy(results.calm) } : { variants: { calm: copy(results.calm) } }),
    outcome: 'satisfaction',
    margin: 1,
    over: {
      draws: 3,
      shares: 8,
      memory: { averaging: copy(main.averaging), peakEnd: copy(main.peakEnd) },
      parameters: { 'time.beta': [0.6, 1], 'satisfaction.lossAversion': { type: 'uniform', min: 1, max: 2 } },
      inputs: { '*': 'source', [`${results.today.interactions[0].id}.duration`]: 1.3 },
    },
  });
  add('main.robustness', (dice) => [robustnessInput(dice)], { weight: 4 });
  add('main.robustnessAsync', (dice) => [robustnessInput(dice), progress(dice)], { weight: 2 });
  add(
    'main.sampleSizeFor',
    (dice) => {
      const options = { design: dice.pick(['ab-test', 'before-after']), power: 0.8, alpha: 0.05, responseRate: 0.5 };
      if (dice.chance(0.4))
        return [readBack(dice, results.comparison), { ...options, outcome: 'satisfaction', variant: 'calm', segment: 'new' }];
      return [
        dice.pick([
          { difference: 5, sd: 10, variantSd: 9, differenceSd: 3 },
          { share: 0.5, difference: 0.1 },
        ]),
        options,
      ];
    },
    { weight: 4 },
  );
  add('main.populationImpact', (dice) => [readBack(dice, comparison(dice)), { population: 1e5 }], { weight: 4 });
  const standardOf = (dice) =>
    dice.pick([
      { outcome: 'satisfaction', statistic: 'mean', segment: 'each', atLeast: 50 },
      { outcome: 'clockDuration', statistic: 'p95', segment: 'overall', atMost: '30 min' },
      { outcome: 'satisfaction', statistic: 'p95', atLeast: 50 },
    ]);
  const changeOf = (dice) =>
    dice.pick([
      { noSegmentWorse: 'satisfaction', margin: 1 },
      { improves: 'clockDuration', by: '1 min', segment: 'new' },
      { fewWorse: 'satisfaction', atMost: 0.2 },
    ]);
  add(
    'main.checkStandards',
    (dice) => {
      const isChange = dice.chance(0.5);
      const standards = isChange ? [changeOf(dice), standardOf(dice)] : standardOf(dice);
      return [readBack(dice, isChange ? results.comparison : results.simulation), copy(standards), { confidence: 0.9 }];
    },
    { weight: 6 },
  );
  for (const name of ['atLeast', 'atMost'])
    add(`main.${name}`, () => ['satisfaction', 60, { statistic: 'p90', segment: 'each' }], { weight: 1 });
  add('main.fewWorse', () => ['satisfaction', { atMost: 0.1, segment: 'each' }], { weight: 1 });
  add('main.improves', () => ['perceivedDuration', { by: '2 min', segment: 'each' }], { weight: 1 });
  add('main.noSegmentWorse', () => ['satisfaction', { margin: 1 }], { weight: 1 });
  add(
    'main.experiment',
    (dice) => {
      const measure = dice.pick([
        'choice',
        'rating',
        'satisfaction',
        { outcome: 'satisfaction', scale: [1, 7] },
        { correlation: 'satisfaction', with: ['peakAffect', 'endAffect'] },
      ]);
      const isCorrelation = typeof measure === 'object' && 'correlation' in measure;
      return [
        {
          conditions: {
            long: {
              ...(isCorrelation ? { journeys: [fixed(dice), fixed(dice)] } : { journey: fixed(dice) }),
              observed: { value: 0.5, interval: [0.4, 0.6] },
            },
            short: { ...(isCorrelation ? { journeys: [fixed(dice), fixed(dice)] } : { journey: fixed(dice) }), observed: 0.25 },
          },
          measure,
          ...(measure === 'choice' || measure === 'rating' ? { noise: 1 } : {}),
          ...(measure === 'choice' && dice.chance(0.5) ? { choose: 'beforehand', forecast: { kind: 'recency', halfLife: 0.3 } } : {}),
          contrasts: {
            first: {
              of: 'long',
              versus: 'short',
              statistic: 'difference',
              observed: { value: 0.1, interval: { low: 0, high: 0.2, level: 0.9 } },
            },
          },
          segments: copy(results.population),
          customers: 30,
          seed: 1,
          confidence: 0.9,
        },
      ];
    },
    { weight: 6 },
  );

  // Results
  for (const name of ['toMarkdown', 'toText']) {
    add(
      `main.${name}`,
      (dice) => {
        const { journey, edits } = pairOf(dice);
        return dice.pick([
          () => [journeyOf(dice)],
          () => [edits, { journey }],
          () => [edits[0], { journey }],
          () => [copy(dice.pick(distributions)), { unit: dice.pick(['seconds', 'plain']) }],
          () => [pairOf(dice).segments],
        ])();
      },
      { weight: 5 },
    );
  }
  for (const name of ['rows', 'toMarkdown', 'toText'])
    add(
      `main.${name}`,
      (dice) => [
        name !== 'rows' && dice.chance(0.15)
          ? dice.pick(results.others)
          : readBack(dice, dice.chance(0.5) ? simulation(dice) : comparison(dice)),
      ],
      { weight: 5 },
    );
  add('main.columns', (dice) => [readBack(dice, results.simulation), 'new'], { weight: 3 });
  add('main.isJourneyError', () => [{ issues: [] }], { weight: 1 });

  // Charts
  const step = (id) => ({
    id,
    label: id,
    stage: 'in',
    wait: false,
    seconds: 60,
    affectStart: 1,
    affectEnd: 2,
    low: 0,
    high: 3,
    peakShare: 0.5,
    reached: 1,
  });
  // Data: logs
  const logRows = (dice) => {
    // A column holds seconds or dates, not both.
    const at = dice.chance(0.5) ? (seconds) => seconds : (seconds) => new Date(1000 * seconds).toISOString();
    return Array.from({ length: dice.pick([1, 2, 12]) }, (_, k) => [
      { who: k, what: 'in', at: at(1000 * k), life: 'start', stars: 4, of: 'a', via: 'web', open: 'no' },
      { who: k, what: dice.chance(0.5) ? 'desk' : 'app', at: at(1000 * k + 60), life: 'complete', stars: 2, of: 'a', open: 'no' },
      { who: k, what: 'in', at: at(1_772_357_400), life: 'complete', of: 'b', via: 'desk', open: dice.pick(['no', 'yes', '']) },
      { who: k, what: 'out', at: at(2_000_000_000), life: 'complete', of: 'a' },
    ]).flat();
  };
  const logColumns = (dice) => ({
    case: 'who',
    activity: 'what',
    ...(dice.chance(0.7) ? { time: 'at', ...(dice.chance(0.4) ? { lifecycle: 'life' } : {}) } : { start: 'at', end: 'at' }),
    ...(dice.chance(0.4) ? { segment: 'of', channel: 'via' } : {}),
    ...(dice.chance(0.4) ? { rating: 'stars', scale: [1, 5], missing: [0] } : {}),
    ...(dice.chance(0.3) ? { ends: ['out'], until: 1500 } : {}),
    ...(dice.chance(0.2) ? { unfinished: 'open' } : {}),
    ...(dice.chance(0.3)
      ? { between: 'gap', fit: dice.pick(['gamma', 'empirical']), kinds: 2, rare: 0, tolerance: '5 min', name: 'L' }
      : {}),
  });
  add('data.journeyFromLog', (dice) => [logRows(dice), logColumns(dice)], { weight: 4 });
  add('data.journeyFromLogAsync', (dice) => [logRows(dice), logColumns(dice), {}]);
  add('data.compareDurations', (dice) => {
    const log = data.journeyFromLog(logRows(dice), { ...logColumns(dice), unfinished: undefined, until: undefined, kinds: 2 });
    return [readBack(dice, log), { seed: 1, customers: dice.pick([1, 20]) }];
  });
  add(
    'charts.emotionRibbon',
    (dice) => {
      const words = { title: 'T', subtitle: 'S', note: 'N', width: dice.pick([320, 900]), theme: 'dark', across: 'felt' };
      if (dice.chance(0.3)) return [readBack(dice, simulation(dice)), words];
      if (dice.chance(0.3)) return [readBack(dice, simulation(dice)), { ...words, segment: 'new', against: 'overall' }];
      if (dice.chance(0.4)) return [readBack(dice, comparison(dice)), { ...words, variant: 'calm' }];
      return [{ title: 'T', subtitle: 'S', band: 'B', note: 'N', width: 900, steps: [step('a'), step('b')], peakIndex: 0, endIndex: 1 }];
    },
    { weight: 6 },
  );
  add(
    'report.report',
    (dice) => [
      readBack(dice, dice.chance(0.6) ? comparison(dice) : simulation(dice)),
      {
        title: 'T',
        subtitle: 'S',
        ...(dice.chance(0.5) ? { evidence: [readBack(dice, simulation(dice)), { title: 'P', description: 'D', svg: '<svg></svg>' }] } : {}),
      },
    ],
    { weight: 4 },
  );
  const companyOf = (dice) => {
    const { journey, segments } = pairOf(dice);
    return { journeys: { a: { journey, people: 100, segments, target: 60 } }, customers: dice.pick([1, 20]), seed: 1, target: 70 };
  };
  add('decide.portfolio', (dice) => [companyOf(dice)], { weight: 3 });
  add('decide.portfolioAsync', (dice) => [companyOf(dice)], { weight: 1 });
  const driversInput = (dice) => {
    const { journey, segments } = pairOf(dice);
    const steps = dice.chance(0.3) ? { steps: [journey.interactions[0].id] } : {};
    return { ...studyOf(dice, segments), journey, outcome: dice.pick(outcomeNames), ...steps, shapley: dice.chance(0.5) };
  };
  add('decide.drivers', (dice) => [driversInput(dice)], { weight: 3 });
  add('decide.driversAsync', (dice) => [driversInput(dice), progress(dice)], { weight: 1 });
  add(
    'decide.costAndValue',
    (dice) => {
      const result = comparison(dice);
      const costs = Object.fromEntries(Object.keys(result.variants).map((name) => [name, 1000]));
      return [readBack(dice, result), { ...(dice.chance(0.6) ? { costs } : {}), population: 5000, periods: 2 }];
    },
    { weight: 3 },
  );

  const candidates = (dice) => [
    { edit: 'move', id: 'queue', place: { to: 'end' }, cost: 5 },
    [{ edit: 'update', id: 'desk', changes: { affect: 3 }, cost: 10 }],
    dice.pick([
      { family: 'oneOf', proposals: [{ edit: 'scaleDuration', id: 'queue', factor: 0.5 }, [{ edit: 'remove', id: 'thanks' }]] },
      { family: 'moveTo', place: 'start', ids: ['thanks'], cost: 1 },
      { family: 'mergeNeighbours', longest: 2, affect: 'kept', cost: 3, ids: ['queue', 'desk'] },
    ]),
    { family: 'anyOrder', ids: ['queue', 'desk'], cost: 2 },
  ];
  const searchOf = (dice) => {
    const { outcomes: _, keep: _k, until: _u, ...study } = studyOf(dice, copy(results.population));
    return {
      ...study,
      journey: fixed(dice),
      candidates: candidates(dice),
      customers: 100,
      budget: 100,
      maxEdits: 3,
      most: dice.pick([4, 40]),
    };
  };
  const promised = () => ({ outcome: 'satisfaction', atLeast: 20, segment: 'each' });
  const findOf = (dice) => ({
    ...searchOf(dice),
    objectives: ['satisfaction', { outcome: 'perceivedDuration', segment: 'overall' }],
    standards: [promised()],
    margin: { satisfaction: 0.1 },
    robustness: dice.chance(0.2) ? { draws: 2, shares: 0, memory: {}, parameters: {} } : false,
  });
  const orderOf = (dice) => {
    const { candidates: _, budget: _b, maxEdits: _m, ...input } = findOf(dice);
    return { ...input, ids: ['queue', 'desk'] };
  };
  const leastOf = (dice) => ({ ...searchOf(dice), target: promised(), least: dice.pick(['edits', 'cost']) });
  add('decide.findRedesigns', (dice) => [findOf(dice)], { weight: 5 });
  add('decide.findRedesignsAsync', (dice) => [findOf(dice), progress(dice)], { weight: 1 });
  add('decide.bestOrder', (dice) => [orderOf(dice)], { weight: 2 });
  add('decide.bestOrderAsync', (dice) => [orderOf(dice), progress(dice)], { weight: 1 });
  add('decide.leastChange', (dice) => [leastOf(dice)], { weight: 4 });
  add('decide.leastChangeAsync', (dice) => [leastOf(dice), progress(dice)], { weight: 1 });
  add('decide.oneOf', () => [[{ edit: 'remove', id: 'a' }, [{ edit: 'remove', id: 'b' }]]], { weight: 1 });
  add('decide.moveTo', () => ['end', ['a'], { cost: 3 }], { weight: 1 });
  add('decide.mergeNeighbours', () => [{ ids: ['a'], longest: 2, affect: 'kept', cost: 3 }], { weight: 1 });
  add('decide.anyOrder', () => [['a', 'b'], { cost: 3 }], { weight: 1 });

  // Surveys
  const forms = () => [
    { kind: 'a', year: 1, desk: 5, lift: '4', whole: 4, again: 9, back: 'yes', seconds: 40, weight: 1 },
    { kind: 'a', year: 1, desk: 6, lift: 2, whole: 3, again: 11, back: 'no', seconds: 60, weight: 2 },
    { kind: 'b', year: 2, desk: 1, lift: 5, whole: 5, again: 10, back: 1, seconds: 50, weight: 1 },
    { kind: 'a', year: 2, desk: 3, lift: '', whole: 2, again: 3, back: 0, seconds: 70, weight: 0.5 },
    { kind: 'b', year: 1, desk: 4, lift: 0, whole: 4, again: 7, back: false, seconds: 55, weight: 1 },
    { kind: 'b', year: 2, desk: 2, lift: 3, whole: 4, again: 8, back: true, seconds: 30, weight: 1 },
  ];
  // What a function of the caller's does with a row that cannot be read is its own affair.
  const cellIn = (row, key) => {
    try {
      return Object.getOwnPropertyDescriptor(row, key)?.value;
    } catch {
      return undefined;
    }
  };
  const surveyed = (dice) => ({
    segment: dice.chance(0.8) ? 'kind' : (row) => (typeof cellIn(row, 'kind') === 'string' ? cellIn(row, 'kind') : undefined),
    touchpoints: dice.chance(0.5) ? ['desk', 'lift'] : { desk: 'desk', lift: { step: 'lift', scale: [1, 5], missing: [0], notUsed: [6] } },
    scale: [1, 5],
    missing: [0],
    notUsed: [6],
    ...(dice.chance(0.5) ? { weight: 'weight' } : {}),
    overall: { csat: 'whole', recommendation: { column: 'again', missing: [11] }, returned: 'back' },
  });
  const surveyStudy = (dice) => ({
    journey: {
      name: 'Visit',
      interactions: [
        { id: 'desk', duration: '30 to 90 s', affect: { type: 'uniform', min: -5, max: 9 } },
        { id: 'lift', duration: 40, affect: 1, skip: 0.2 },
      ],
    },
    segments: [
      { id: 'a', share: 0.5 },
      { id: 'b', share: 0.5 },
    ],
    customers: dice.pick([20, 100]),
    seed: 1,
  });
  const measured = (dice) => ({
    ...(dice.chance(0.7)
      ? { overall: { csat: { mean: 3.6, n: 50, sd: 0.9 }, nps: { value: 5, n: 40, sd: 70 }, satisfied: { share: 0.5, n: 50 } } }
      : {}),
    a: { csat: { mean: 3.5, n: 30, sd: 1 }, recommendation: { mean: 7, n: 20, sd: 2 }, returned: { share: 0.5, n: 30 } },
    b: { csat: { mean: 3.7, n: 20, sd: 0.8 } },
  });
  const readers = {
    fromSamples: (dice) => [
      [0, 1, 2, 3, 4, 5].map((second) => ({ film: second % 2 ? 'a' : 'b', second, felt: second === 3 ? null : second * 10 })),
      { recording: 'film', time: 'second', rating: 'felt', scale: [0, 100], missing: [99], gaps: dice.pick(['skip', 'carry']), atLeast: 1 },
    ],
    fromColumns: (dice) => [
      forms(),
      {
        steps: ['book', 'desk'],
        scale: [1, 5],
        missing: [0, 9],
        ...(dice.chance(0.5) ? { seconds: { book: 60, desk: 300 } } : { id: 'who' }),
      },
    ],
    fromLog: () => [
      [0, 1, 2, 3]
        .map((k) => ({ visit: `v${k % 2}`, step: `s${k}`, from: k * 60, to: `2026-01-01 00:0${k}:30`, felt: 1 + k }))
        .map((row) => ({ ...row, to: row.from + 30 })),
      { case: 'visit', activity: 'step', start: 'from', end: 'to', rating: 'felt', scale: [1, 5] },
    ],
  };
  for (const [key, args] of Object.entries(readers)) {
    add('data.recordings', args, {
      label: key,
      // Facts are the rows that were handed over.
      call: (made, given) => ({ ...made[key](...given), facts: [] }),
    });
  }
  const ratedForms = Array.from({ length: 24 }, (_, k) => ({
    book: 1 + (k % 5),
    desk: 1 + ((k * 3) % 5),
    whole: 1 + ((k * 7) % 5),
    who: `p${k % 12}`,
    kind: k % 2,
  }));
  const recorded = () => data.recordings.fromColumns(copy(ratedForms), { steps: ['book', 'desk'], scale: [1, 5] });
  add('data.remember', (dice) => [
    recorded(),
    copy(dice.pick([main.peakEnd, main.averaging, { kind: 'recency', halfLife: 0.3 }])),
    { expectation: 1 },
  ]);
  add(
    'data.fitMemory',
    (dice) => [
      {
        recordings: recorded(),
        ratings: {
          values: dice.pick([
            'whole',
            ratedForms.map(({ whole }) => whole),
            Object.fromEntries(ratedForms.map(({ whole }, k) => [String(k + 1), whole])),
          ]),
          scale: [1, 5],
          ordinal: dice.chance(0.3),
          missing: [9],
        },
        seed: 1,
        margin: 0.01,
        folds: 3,
        confidence: 0.9,
        ...(dice.chance(0.5)
          ? { candidates: ['averaging', { name: 'mine', memory: { kind: 'recency', halfLife: 0.3 } }, copy(main.peakEnd)] }
          : {}),
        ...(dice.chance(0.4) ? { person: 'who', level: dice.pick(['both', 'within', 'between']) } : {}),
        ...(dice.chance(0.4) ? { segments: 'kind', groups: 'who' } : {}),
        ...(dice.chance(0.3) ? { holdOut: (row, id) => Number(id) > 20 } : {}),
      },
    ],
    { weight: 4, functions: true },
  );
  add('data.segmentsFromSurvey', (dice) => [forms(), surveyed(dice)], { weight: 4 });
  add(
    'data.anchor',
    (dice) => [
      surveyStudy(dice),
      measured(dice),
      { by: dice.pick(['overall', 'segment']), ...(dice.chance(0.2) ? { parameters: ['satisfaction.base', 'response.sd'] } : {}) },
    ],
    { weight: 4 },
  );
  let anchored;
  add('data.levelInterval', (dice) => {
    anchored ??= data.anchor(surveyStudy(dice), measured(dice));
    const { journey } = surveyStudy(dice);
    const read = (study) => main.simulate({ ...study, journey, customers: 10, outcomes: ['csat'] }).overall.csat.mean;
    return [dice.chance(0.8) ? copy(anchored) : anchored, read];
  });
  add(
    'data.backTest',
    (dice) => [
      {
        study: dice.chance(0.7) ? surveyStudy(dice) : () => surveyStudy(dice),
        observed: {
          rows: forms(),
          ...surveyed(dice),
          durations: { seconds: dice.pick(['desk', { of: 'clockDuration', unit: 'minutes' }]) },
        },
        ...(dice.chance(0.3) ? { folds: 'year' } : {}),
        ...(dice.chance(0.3)
          ? { folds: [{ name: 'x', train: (row) => cellIn(row, 'year') === 1, test: (row) => cellIn(row, 'year') === 2 }] }
          : {}),
      },
    ],
    { weight: 4 },
  );
  add(
    'data.watch',
    (dice) => [
      {
        ...(dice.chance(0.6)
          ? { expected: { a: { mean: 4, sd: 1 }, b: { mean: 3, sd: 0.5 } } }
          : { expected: readBack(dice, simulation(dice)), outcome: 'satisfaction' }),
        observations: ['2026-01', '2026-02', '2026-03'].flatMap((period) => [
          { period, segment: 'a', mean: 3.9, n: 40, sd: 1.1 },
          { period, segment: 'b', mean: 2.6, n: 90 },
        ]),
        method: dice.pick(['cusum', 'ewma']),
        direction: dice.pick(['down', 'up', 'both']),
        ...(dice.chance(0.5) ? { shift: 0.2, falseAlarms: 100 } : {}),
      },
    ],
    { weight: 4 },
  );

  // Charts
  const [waterfallFound, robustnessFound, , , , standardsFound] = results.others;
  const fitFound = data.fitMemory({ recordings: recorded(), ratings: { values: 'whole', scale: [1, 5], missing: [9] }, seed: 1 });
  const driversFound = decide.drivers({ journey: copy(results.today), segments: copy(results.population), customers: 40, seed: 1 });
  const watchFound = data.watch({
    expected: { a: { mean: 4, sd: 1 }, b: { mean: 3, sd: 0.5 } },
    observations: [1, 2, 3].flatMap((period) => ['a', 'b'].map((segment) => ({ period, segment, mean: 3, n: 40 }))),
  });
  const worthFound = decide.costAndValue(results.comparison, { costs: { calm: 3, same: 0 }, population: 5000 });
  const companyFound = decide.portfolio({ journeys: { a: { journey: results.simulation.journey, people: 10 } }, customers: 20, seed: 1 });
  const look = (dice, more = {}) => ({ width: dice.pick([240, 640, 1200]), title: 'T', theme: dice.pick(['light', 'dark']), ...more });
  const drawn = (name, result, more = () => ({})) => add(name, (dice) => [readBack(dice, result(dice)), look(dice, more(dice))]);
  drawn(
    'charts.outcomeChart',
    () => results.simulation,
    (dice) => ({ outcome: dice.pick(['satisfaction', 'clockDuration', 'nps']) }),
  );
  drawn('charts.peakChart', simulation);
  drawn(
    'charts.forestChart',
    () => results.comparison,
    (dice) => (dice.chance(0.5) ? { outcome: 'csat', variant: 'calm' } : { outcomes: ['nps', 'csat'] }),
  );
  add('charts.tradeOffChart', (dice) =>
    dice.chance(0.5)
      ? [readBack(dice, results.comparison), look(dice, dice.chance(0.5) ? { x: 'nps', y: 'csat' } : { costs: { calm: 3, same: 0 } })]
      : [readBack(dice, worthFound), look(dice)],
  );
  drawn(
    'charts.waterfallChart',
    () => waterfallFound,
    () => ({ segment: 'new', contributions: 'order' }),
  );
  drawn(
    'charts.robustnessChart',
    () => robustnessFound,
    () => ({ variant: 'variant' }),
  );
  drawn(
    'charts.tornadoChart',
    (dice) =>
      dice.chance(0.5)
        ? robustnessFound
        : { bars: [{ label: 'a', low: 1, high: 2, from: 'x', to: 'y' }], base: 1, outcome: 'nps', answer: 'level' },
    () => ({ most: 5 }),
  );
  drawn(
    'charts.driversChart',
    () => driversFound,
    () => ({ segment: 'new' }),
  );
  drawn(
    'charts.uncertaintyChart',
    () => robustnessFound,
    () => ({ variant: 'variant' }),
  );
  drawn(
    'charts.informationChart',
    () => robustnessFound,
    () => ({ most: 3 }),
  );
  drawn(
    'charts.portfolioChart',
    () => companyFound,
    () => ({ most: 2 }),
  );
  drawn('charts.standardsChart', () => standardsFound);
  drawn('charts.memoryChart', () => fitFound);
  drawn(
    'charts.watchChart',
    () => watchFound,
    () => ({ outcome: 'csat' }),
  );

  // Matchers
  const meet =
    (key) =>
    (all, [context, ...given]) => {
      const { pass, message } = all[key].call(context, ...given);
      return { pass, message: message() };
    };
  const matcher = (key, args) =>
    add('matchers.journeyMatchers', (dice) => [{ isNot: dice.chance(0.3) }, ...args(dice)], { call: meet(key), label: key });
  matcher('toMeet', (dice) => [readBack(dice, results.simulation), standardOf(dice)]);
  matcher('toImprove', (dice) => [readBack(dice, results.one), 'satisfaction', { by: 1 }]);
  matcher('toLeaveNoSegmentWorse', (dice) => [readBack(dice, results.one), 'satisfaction', { margin: 1 }]);

  // Arbitraries
  add('arbitraries.arbitraries', () => [copyModule(fc)], { weight: 1, functions: true });
  const steps = {
    channels: ['a'],
    stages: ['b'],
    waits: true,
    choices: true,
    failures: false,
    merges: true,
    dropouts: true,
    skips: true,
    distributions: true,
    efforts: false,
    notes: true,
    maxDuration: 600,
  };
  const kinds = ['move', 'update', 'insert'];
  const sampled = {
    distributions: () => [{ min: 0, max: 5, tails: 'above', types: ['constant', 'uniform', 'mixture'], depth: 1 }],
    durations: () => [{ distributions: true, maxDuration: 600 }],
    affects: () => [{ distributions: true }],
    interactions: () => [copy(steps)],
    waits: () => [copy(steps)],
    choices: () => [copy(steps)],
    journeys: () => [
      { ...copy(steps), minInteractions: 1, maxInteractions: 3, orders: true, progress: true, promises: true, cohesion: false },
    ],
    segments: (dice) => [
      {
        journeys: [journeyOf(dice)],
        minSegments: 1,
        maxSegments: 2,
        counts: true,
        patience: true,
        responses: true,
        models: true,
        distributions: true,
      },
    ],
    models: () => [{ maxChanges: 2, memories: true, distributions: true }],
    edits: (dice) => [dice.chance(0.5) ? journeyOf(dice) : pairOf(dice).frozen, { kinds: [...kinds], maxDuration: 600 }],
    redesigns: (dice) => [dice.chance(0.5) ? journeyOf(dice) : pairOf(dice).frozen, { kinds: [...kinds], maxDuration: 600, maxEdits: 2 }],
    journeyWithRedesign: () => [{ ...copy(steps), minInteractions: 1, maxInteractions: 3, kinds: [...kinds], maxEdits: 2 }],
  };
  for (const [key, args] of Object.entries(sampled)) {
    add('arbitraries.arbitraries', args, {
      weight: 2,
      label: key,
      call: (make, given) => fc.sample(make(fc)[key](...given), { numRuns: 2, seed: 1 }),
    });
  }

  // Search
  const search = (dice) => ({
    baseline: copy(results.today),
    variant: dice.pick([copy(results.edits), copy(results.calm), (journey) => ({ ...journey, name: 'Other' })]),
    standard: dice.pick([{ improves: 'satisfaction' }, { noSegmentWorse: 'satisfaction', margin: 1 }, () => true, copy(standardOf(dice))]),
    outcomes: ['satisfaction'],
    within: {
      segments: copy(results.population),
      customers: dice.pick([true, false, { expectation: { low: -1, high: 1 }, mood: false, pace: true }]),
      assumptions: dice.pick([true, false, { 'time.beta': { low: 0.6, high: 1 } }]),
      journeys: dice.pick([true, false]),
    },
    runs: 2,
    seed: 1,
    customers: 2048,
    errorRate: 0.01,
  });
  add('arbitraries.findCounterexample', (dice) => [search(dice)], { weight: 2, costly: true });
  add('arbitraries.findCounterexampleAsync', (dice) => [search(dice), progress(dice)], { weight: 1, costly: true });

  // Laws: the first of them is tried, and a law that is broken is an answer.
  const tryLaws = (make, given) =>
    make(...given)
      .slice(0, 2)
      .map(({ name, kind, check }) => {
        check();
        return { name, kind };
      });
  add(
    'arbitraries.distributionLaws',
    (dice) => [
      dice.chance(0.5)
        ? copy(dice.pick(durations))
        : { quantile: (p) => p, cdf: (x) => x, mean: 0.5, variance: 1 / 12, support: { min: 0, max: 1 } },
    ],
    { call: tryLaws },
  );
  add(
    'arbitraries.memoryModelLaws',
    (dice) => [dice.pick([(curve) => curve.affectEnd[0], copy(main.averaging), { kind: 'recency', halfLife: 60 }])],
    { call: tryLaws, weight: 1 },
  );
  add(
    'arbitraries.runnerLaws',
    () => [
      { run: async (tasks, execute) => Promise.all(tasks.map(execute)) },
      { tasks: [{ number: 1 }, { number: 2 }], execute: (task) => ({ square: (task?.number ?? 0) ** 2 }), failing: { number: -1 } },
    ],
    {
      weight: 1,
      call: async (make, given) => {
        for (const { check } of make(...given).slice(0, 2)) await check();
      },
    },
  );

  add('workers.createPool', (dice) => [{ workers: dice.pick([1, 2, 256]), createWorker: () => ({}), least: dice.pick([0, 1e6]) }], {
    weight: 1,
    call: (make, given) => {
      const { size, least } = make(...given);
      return { size, least };
    },
  });

  // Every function of every entry, or the reason why not.
  const known = new Set(subjects.map(({ name }) => name));
  for (const [entry, exported] of Object.entries({ main, charts, data, formats, decide, arbitraries, matchers, report, workers })) {
    for (const [key, value] of Object.entries(exported)) {
      const name = `${entry}.${key}`;
      const called = typeof value === 'function' || name === 'matchers.journeyMatchers';
      if (called && !known.has(name) && notCalled[name] === undefined) throw new Error(`the fuzz does not know how to call ${name}`);
    }
  }
  return subjects.flatMap((subject) => Array(subject.weight).fill(subject));
}

/** Whether a valid request would take long: that is the caller's wish, and no fault. */
export function isDear(args) {
  const stack = [args];
  const seen = new Set();
  const dear = {
    customers: 5000,
    runs: 5,
    draws: 50,
    maxSegments: 20,
    maxInteractions: 20,
    minInteractions: 20,
    minSegments: 20,
    maxEdits: 10,
  };
  const quick = ['satisfaction', 'csat', 'rememberedUtility', 'recommendation'];
  while (stack.length > 0) {
    const value = stack.pop();
    if (typeof value !== 'object' || value === null || seen.has(value)) continue;
    seen.add(value);
    try {
      if (Object.keys(value).length > 5000) continue;
      for (const [key, { value: inner }] of Object.entries(Object.getOwnPropertyDescriptors(value))) {
        if (Object.hasOwn(dear, key) && Number.isInteger(inner) && inner > dear[key] && inner <= 1e9) return true;
        if (key === 'until' && typeof inner === 'object' && inner !== null) {
          const { outcome, halfWidth } = inner;
          if (halfWidth > 0 && (halfWidth < 0.5 || !quick.includes(outcome))) return true;
        }
        stack.push(inner);
      }
    } catch {
      continue;
    }
  }
  return false;
}
