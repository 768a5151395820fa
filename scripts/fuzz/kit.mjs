import fc from 'fast-check';

/**
 * Valid data to start from: journeys, segments, models and edits drawn by the library's own arbitraries, and results of small studies. What is
 * handed to a case is a copy, so that it can be changed.
 */
export function makeKit(library, seed) {
  const { main, arbitraries: own } = library;
  const drawn = own.arbitraries(fc);
  const sample = (arbitrary, numRuns) => fc.sample(arbitrary, { seed, numRuns });
  const short = { maxInteractions: 4, maxDuration: 3600 };
  const pairs = sample(drawn.journeyWithRedesign({ ...short, maxEdits: 2 }), 24).map(({ journey, edits }) => ({
    journey,
    edits,
    // How long people take must not be scaled to nothing here: that is for the mutations.
    segments: sample(drawn.segments({ journeys: [journey], maxSegments: 2 }), 2),
  }));
  const models = sample(drawn.models(), 16);
  const distributions = sample(drawn.distributions(), 40);
  const durations = sample(drawn.distributions({ min: 0, max: 1e4, tails: 'above' }), 20);
  const results = makeResults(main);
  return { pairs, models, distributions, durations, results, fc, drawn };
}

const visit = (last) => ({
  name: 'Visit',
  promise: 900,
  interactions: [
    { id: 'queue', name: 'Queue', kind: 'wait', stage: 'in', duration: '5 to 10 min', affect: -1, dropout: 0.1 },
    { id: 'desk', channel: 'desk', duration: 300, affect: { start: 0, end: last }, effort: 3, failure: { probability: 0.2, affect: -3 } },
    { id: 'thanks', duration: 60, affect: 3, choice: { options: [{ id: 'card', duration: 30, affect: 1 }] } },
  ],
});
const population = [
  { id: 'new', name: 'First-timers', share: 0.25, expectation: 1, patience: '20 min', returnValue: 12 },
  { id: 'regular', share: 0.75, returnValue: 30, responses: { desk: { affectShift: 1 } } },
];

function makeResults(main) {
  const study = { segments: population, customers: 40, seed: 1 };
  const today = visit(1);
  const calm = visit(4);
  const simulation = main.simulate({ ...study, journey: today, keep: 'all', population: 1000 });
  const plain = main.simulate({ journey: { name: 'Call', interactions: [{ id: 'talk', duration: 60, affect: 2 }] }, customers: 10 });
  const comparison = main.compare({
    ...study,
    baseline: today,
    variants: { calm, same: today },
    margin: { satisfaction: 1 },
    keep: ['satisfaction'],
  });
  const one = main.compare({ ...study, baseline: today, variants: { calm }, population: 5000 });
  const edits = [main.update('queue', { affect: 1 }), main.remove('thanks')];
  const others = [
    main.waterfall({ ...study, baseline: today, edits }),
    main.robustness({ ...study, baseline: today, variant: calm, over: { draws: 3, shares: 8 } }),
    main.explain(simulation, { segment: 'new', customer: 3 }),
    main.sampleSizeFor({ difference: 5, sd: 10 }),
    main.populationImpact(one),
    main.checkStandards(simulation, main.atLeast('satisfaction', 50)),
  ];
  const small = { ...study, customers: 2060, outcomes: ['satisfaction'] };
  const studies = [
    { ...small, journey: today },
    { ...small, baseline: today, variants: { calm } },
  ];
  const parts = studies.map((own) => main.planShards(own, { shardSize: 2048 }).map((shard) => main.runShard(shard)));
  return { simulation, plain, comparison, one, others, today, calm, edits, population, study, parts };
}
