import {
  addChoice,
  atLeast,
  changeChannel,
  checkEdits,
  checkJourney,
  checkSegments,
  checkStandards,
  compare,
  diffJourneys,
  experiment,
  explain,
  insert,
  isJourneyError,
  merge,
  move,
  noSegmentWorse,
  populationImpact,
  redesign,
  remove,
  robustness,
  sampleSizeFor,
  simulate,
  split,
  toMarkdown,
  toText,
  waterfall,
} from 'peakend';
import { findCounterexample } from 'peakend/arbitraries';
import { emotionRibbon } from 'peakend/charts';
import { drivers } from 'peakend/decide';

/** Everything the library says to people about a study in which every name holds `name`; and the study's own results, as data. */
export interface Said {
  /** One line each. */
  readonly sentences: readonly string[];
  /** Several lines, for a terminal. */
  readonly texts: readonly string[];
  readonly pages: readonly string[];
  readonly pictures: readonly string[];
  readonly results: readonly object[];
}

export function everythingSaid(name: string, { searching = false } = {}): Said {
  const of = (what: string): string => `${what}${name}`;
  const failing = { probability: 0.05, affect: -6, recovery: { probability: 0.5, affect: 2 } };
  const journey = {
    name: of('journey'),
    interactions: [
      { id: of('queue'), name: of('Queue'), stage: of('stage'), channel: of('channel'), kind: 'wait', duration: '40 min', wait: {} },
      { id: of('form'), stage: of('stage'), duration: '4 min', affect: -2, dropout: 0.2 },
      {
        id: of('talk'),
        duration: '9 h',
        affect: { type: 'normal', mean: 9, sd: 4 },
        failure: failing,
        choice: { options: [{ id: of('video'), name: of('Video'), duration: '5 min', affect: 1 }] },
        source: { kind: 'guess', note: of('note') },
      },
      { id: of('bye'), duration: '1 min', affect: 3 },
    ],
  } as const;
  const segments = [
    { id: of('one'), share: 0.5, patience: { type: 'exponential', mean: 3000 }, returnValue: 10 },
    { id: of('two'), name: of('Two'), share: 0.5, returnValue: 10 },
  ] as const;
  const edits = [
    move(of('bye'), { to: 'start' }),
    merge([of('queue'), of('form')], { id: of('both') }),
    changeChannel(of('talk'), of('web')),
  ];
  const more = [
    insert({ id: of('new'), duration: 5 }, { after: of('queue') }),
    remove(of('form')),
    split(of('bye'), [
      { id: of('left'), share: 0.5 },
      { id: of('right'), share: 0.5 },
    ]),
    addChoice(of('talk'), [{ id: of('other'), duration: 5 }]),
  ];
  const variant = redesign(journey, edits);
  const study = { segments, seed: of('seed'), customers: 60, population: 1000 };
  const today = simulate({ journey, ...study });
  const comparison = compare({
    baseline: journey,
    variants: { [of('variant')]: variant, [of('other')]: redesign(journey, more) },
    ...study,
  });
  const loser = { segment: of('one'), customer: 3 };
  const measured = experiment({
    conditions: { [of('condition')]: { journey }, [of('changed')]: { journey: variant } },
    contrasts: { [of('contrast')]: { of: of('changed'), versus: of('condition') } },
    measure: 'satisfaction',
    customers: 50,
    seed: of('seed'),
  } as never);
  const standards = [atLeast('satisfaction', 90, { segment: 'each' }), noSegmentWorse('satisfaction')];
  const searched = searching
    ? [
        findCounterexample({
          baseline: journey,
          variant,
          standard: noSegmentWorse('satisfaction'),
          seed: 3,
          customers: 2048,
          runs: 10,
        } as never),
      ]
    : [];
  const shown: readonly object[] = [
    today,
    comparison,
    measured,
    explain(today, loser),
    explain(comparison, loser),
    waterfall({ baseline: journey, edits, ...study }),
    robustness({ baseline: journey, variants: { [of('variant')]: variant }, over: { draws: 20 }, ...study } as never),
    drivers({ journey, ...study }),
    checkStandards(comparison, standards),
    populationImpact(comparison),
    sampleSizeFor(comparison, { variant: of('variant'), segment: of('one') } as never),
  ];
  const wrong = {
    name: journey.name,
    interactions: [
      { id: of('a'), duration: of('long'), after: [of('b')], [of('key')]: 1 },
      { id: of('a'), duration: 3, stage: 4 },
    ],
  };
  const issues: readonly Told[] = [
    ...checkJourney(wrong),
    ...checkSegments([{ id: of('s'), share: 1, [of('key')]: 2, responses: { [of('r')]: 3 } }]),
    ...checkEdits([move(of('nobody'), { to: 'end' }), { edit: of('jump') }], journey),
    ...[
      () => simulate({ journey: wrong as never, seed: 1 }),
      () => explain(today, { segment: of('on'), customer: 1 }),
      () => compare({ baseline: journey, variants: { [of('v')]: wrong as never } }),
      () => checkStandards(today, atLeast('satisfaction', 2, { segment: of('tw') })),
    ].flatMap(issuesOf),
  ];
  return {
    sentences: [
      ...[...shown, ...searched].flatMap((result) => wordsIn(result)),
      ...[...edits, ...more].flatMap((edit) => [toText(edit), toText(edit, { journey })]),
      ...issues.flatMap(({ path, expected, received, hint = '', message = [] }) => [path, expected, received, hint, ...message]),
    ],
    texts: [...shown.map((result) => toText(result as never)), toText(journey), toText(diffJourneys(journey, variant))],
    pages: shown.map((result) => toMarkdown(result as never)),
    pictures: [
      emotionRibbon(today),
      emotionRibbon(comparison.baseline, { segment: of('one'), title: of('title'), note: of('note') }),
      emotionRibbon(today, { segment: of('one'), against: of('two') }),
      emotionRibbon(comparison, { variant: of('variant') }),
      emotionRibbon(comparison, { variant: of('other'), segment: of('two'), width: 360 }),
    ].flatMap((picture) => [picture.svg, picture.description, toText(picture), toMarkdown(picture)]),
    results: [today, comparison],
  };
}

interface Told {
  readonly path: string;
  readonly expected: string;
  readonly received: string;
  readonly hint?: string;
  readonly message?: readonly string[] | undefined;
}

function issuesOf(run: () => unknown): Told[] {
  try {
    run();
  } catch (error) {
    if (isJourneyError(error)) return error.issues.map((issue) => ({ ...issue, message: error.message.split('\n') }));
    throw error;
  }
  throw new Error('nothing was wrong');
}

const forPeople: readonly string[] = ['sentence', 'text', 'message', 'description', 'words', 'hint', 'reason'];

function wordsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return forPeople.includes(key) ? value.split('\n') : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => wordsIn(inner, Array.isArray(value) ? key : name));
}
