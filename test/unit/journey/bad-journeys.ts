import type { IssueCode } from '../../../src/errors/issue';

/** One fault in an otherwise sound journey: what it is, the input, and the code and path that must be among the issues. */
export type BadJourney = readonly [name: string, input: unknown, code: IssueCode, path: string];

const step = (more: object = {}): object => ({ id: 'a', duration: 60, ...more });
const journey = (...interactions: unknown[]): object => ({ name: 'test', interactions });
const one = (more: object): object => journey(step(more));
const wait = (conditions: unknown): object => one({ kind: 'wait', wait: conditions });
const failure = (more: object): object => one({ failure: { probability: 0.1, affect: -2, ...more } });
const choice = (more: object): object => one({ choice: { options: [{ id: 'b', duration: 30 }], ...more } });
const option = (more: object): object => one({ choice: { options: [{ id: 'b', duration: 30, ...more }] } });
const merged = (more: object): object =>
  journey({
    id: 'm',
    parts: [
      { id: 'a', duration: 1 },
      { id: 'b', duration: 2 },
    ],
    ...more,
  });
const normal = { type: 'normal', mean: 60, sd: 10 };

class Step {
  id = 'a';
  duration = 60;
}

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level++) value = { inside: value };
  return value;
}

function cyclic(): object {
  const extensions: Record<string, unknown> = {};
  extensions['again'] = { extensions };
  return one({ extensions });
}

/** Each object stands twice in the next: small to write, more values than atoms to read. */
export function doubling(): object {
  let value: unknown = 1;
  for (let level = 0; level < 28; level++) value = [value, value];
  return one({ extensions: { value } });
}

export const badJourneys: readonly BadJourney[] = [
  // Not a journey at all.
  ['nothing', undefined, 'missing', ''],
  ['a list of edits', [{ edit: 'remove', id: 'a' }], 'invalid-type', ''],
  ['an edit', { edit: 'remove', id: 'a' }, 'invalid-type', ''],
  ['a list of steps', [step()], 'invalid-type', ''],
  ['a study', { journey: journey(step()), seed: 1 }, 'invalid-type', ''],
  ['a text of JSON', JSON.stringify(journey(step())), 'invalid-type', ''],
  ['null', null, 'invalid-type', ''],
  ['text', 'journey', 'invalid-type', ''],
  ['a number', 3, 'invalid-type', ''],
  ['a bigint', 3n, 'invalid-type', ''],
  ['a symbol', Symbol('journey'), 'invalid-type', ''],
  ['a function', () => 1, 'invalid-type', ''],
  ['a list', [1], 'invalid-type', ''],
  ['a map', new Map(), 'invalid-type', ''],
  ['a date', new Date(0), 'invalid-type', ''],
  ['a promise', Promise.resolve(), 'invalid-type', ''],
  [
    'an unreadable proxy',
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    ),
    'invalid-type',
    '',
  ],

  // Missing and empty.
  ['no name', { interactions: [step()] }, 'missing', 'name'],
  ['a blank name', { name: '  ', interactions: [step()] }, 'invalid-text', 'name'],
  ['no interactions', { name: 'test' }, 'missing', 'interactions'],
  ['no steps', journey(), 'missing', 'interactions'],
  ['interactions as an object', { name: 'test', interactions: { a: step() } }, 'invalid-type', 'interactions'],
  ['a step that is null', journey(null), 'invalid-type', 'interactions[0]'],
  ['a step that is text', journey('wait'), 'invalid-type', 'interactions[0]'],
  ['no id', journey({ duration: 60 }), 'missing', 'interactions[0].id'],
  ['a number as id', one({ id: 7 }), 'invalid-type', 'interactions[0].id'],
  ['an empty id', one({ id: '' }), 'invalid-text', 'interactions[0].id'],
  ['no duration', journey({ id: 'a' }), 'missing', 'interactions[0].duration'],
  ['an undefined duration', one({ duration: undefined }), 'missing', 'interactions[0].duration'],

  // Keys.
  ['an unknown key', one({ durration: 5 }), 'unknown-key', 'interactions[0].durration'],
  ['an unknown key of the journey', { ...journey(step()), steps: [] }, 'unknown-key', 'steps'],
  ['a key at the wrong level', one({ recovery: { probability: 1, affect: 1 } }), 'unknown-key', 'interactions[0].recovery'],
  ['a key for options on a step', one({ appeal: 1 }), 'unknown-key', 'interactions[0].appeal'],
  [
    '__proto__ from JSON',
    JSON.parse('{"name":"t","interactions":[{"id":"a","duration":1,"__proto__":{"x":1}}]}'),
    'forbidden-key',
    'interactions[0].__proto__',
  ],
  ['constructor in extensions', one({ extensions: { constructor: 1 } }), 'forbidden-key', 'interactions[0].extensions.constructor'],
  ['prototype as a key', { ...journey(step()), prototype: {} }, 'forbidden-key', 'prototype'],
  ['a symbol as a key', one({ [Symbol('x')]: 1 }), 'unknown-key', 'interactions[0]'],

  // Ids.
  ['the same id twice', journey(step(), step()), 'duplicate-id', 'interactions[1].id'],
  [
    'an option with the id of a step',
    choice({ options: [{ id: 'a', duration: 1 }] }),
    'duplicate-id',
    'interactions[0].choice.options[0].id',
  ],
  ['a part with the id of its step', merged({ id: 'a' }), 'duplicate-id', 'interactions[0].parts[0].id'],
  ['__proto__ as id', one({ id: '__proto__' }), 'forbidden-key', 'interactions[0].id'],
  [
    'an id spelled with an accent of its own',
    journey(step({ id: 'caf\u00e9' }), step({ id: 'cafe\u0301' })),
    'duplicate-id',
    'interactions[1].id',
  ],
  ['an id with a space behind', journey(step(), step({ id: 'a ' })), 'duplicate-id', 'interactions[1].id'],
  ['an id with a line break of Windows', journey(step(), step({ id: 'a\r' })), 'duplicate-id', 'interactions[1].id'],
  ['an id with a zero-width space', journey(step(), step({ id: 'a\u200b' })), 'duplicate-id', 'interactions[1].id'],
  ['an id with a mark of byte order', journey(step(), step({ id: '\ufeffa' })), 'duplicate-id', 'interactions[1].id'],
  ['an id with a soft hyphen', journey(step({ id: 'checkin' }), step({ id: 'check\u00adin' })), 'duplicate-id', 'interactions[1].id'],
  ['an id with another space', journey(step({ id: 'a b' }), step({ id: 'a\u00a0b' })), 'duplicate-id', 'interactions[1].id'],
  [
    'an option that looks like its step',
    choice({ options: [{ id: 'a\u2060', duration: 1 }] }),
    'duplicate-id',
    'interactions[0].choice.options[0].id',
  ],
  ['a part that looks like its step', merged({ id: 'b\u200d' }), 'duplicate-id', 'interactions[0].parts[1].id'],
  ['a stream that looks like a step', journey(step(), step({ id: 'b', drawAs: 'a\u00a0' })), 'duplicate-id', 'interactions[1].drawAs'],
  [
    'two streams that look alike',
    journey(step({ drawAs: 'x' }), step({ id: 'b', drawAs: 'x\u200b' })),
    'duplicate-id',
    'interactions[1].drawAs',
  ],
  ['an id that cannot be seen', one({ id: '\u200b' }), 'invalid-text', 'interactions[0].id'],
  ['a star as id', one({ id: '*' }), 'conflict', 'interactions[0].id'],
  ['a stage target as id', one({ id: 'stage:arrival' }), 'conflict', 'interactions[0].id'],

  // Durations.
  ['a negative duration', one({ duration: -1 }), 'out-of-range', 'interactions[0].duration'],
  ['NaN seconds', one({ duration: NaN }), 'out-of-range', 'interactions[0].duration'],
  ['endless seconds', one({ duration: Infinity }), 'out-of-range', 'interactions[0].duration'],
  ['more seconds than there are', one({ duration: 2e11 }), 'out-of-range', 'interactions[0].duration'],
  ['null seconds', one({ duration: null }), 'invalid-type', 'interactions[0].duration'],
  ['seconds as a bigint', one({ duration: 60n }), 'invalid-type', 'interactions[0].duration'],
  ['text without a unit', one({ duration: '5' }), 'invalid-text', 'interactions[0].duration'],
  ['text nobody can read', one({ duration: 'a while' }), 'invalid-text', 'interactions[0].duration'],
  ['a normal duration', one({ duration: normal }), 'out-of-range', 'interactions[0].duration'],
  ['an unknown distribution', one({ duration: { type: 'lognorml', median: 3 } }), 'invalid-type', 'interactions[0].duration.type'],
  ['half a distribution', one({ duration: { type: 'lognormal', median: 3 } }), 'missing', 'interactions[0].duration.sigma'],
  ['an object as duration', one({ duration: { min: 1, max: 2 } }), 'missing', 'interactions[0].duration.type'],

  // Affect and effort.
  ['affect above 10', one({ affect: 11 }), 'out-of-range', 'interactions[0].affect'],
  ['affect NaN', one({ affect: NaN }), 'out-of-range', 'interactions[0].affect'],
  ['affect as text', one({ affect: 'good' }), 'invalid-type', 'interactions[0].affect'],
  ['affect null', one({ affect: null }), 'invalid-type', 'interactions[0].affect'],
  ['a line without end', one({ affect: { start: 1 } }), 'missing', 'interactions[0].affect.end'],
  ['a line too low', one({ affect: { start: -11, end: 0 } }), 'out-of-range', 'interactions[0].affect.start'],
  ['a line with more', one({ affect: { start: 1, end: 2, peak: 3 } }), 'unknown-key', 'interactions[0].affect.peak'],
  ['a merge rule without parts', one({ affect: 'time-weighted' }), 'conflict', 'interactions[0].affect'],
  ['effort above 10', one({ effort: 10.5 }), 'out-of-range', 'interactions[0].effort'],
  ['effort drawn beyond 10', one({ effort: { type: 'normal', mean: 9, sd: 3 } }), 'out-of-range', 'interactions[0].effort'],

  // Waits.
  ['waiting conditions on a service', one({ wait: { occupied: 1 } }), 'conflict', 'interactions[0].wait'],
  ['occupied above 1', wait({ occupied: 30 }), 'out-of-range', 'interactions[0].wait.occupied'],
  ['explained as text', wait({ explained: 'yes' }), 'invalid-type', 'interactions[0].wait.explained'],
  ['a tolerance of 0', wait({ tolerance: 0 }), 'out-of-range', 'interactions[0].wait.tolerance'],
  ['a tolerance that is a range', wait({ tolerance: '1 to 2 min' }), 'invalid-text', 'interactions[0].wait.tolerance'],
  ['told to take no time', wait({ told: 0 }), 'out-of-range', 'interactions[0].wait.told'],
  ['told a range', wait({ told: '1 to 2 min' }), 'invalid-text', 'interactions[0].wait.told'],
  ['work that is a number', wait({ work: 1 }), 'invalid-type', 'interactions[0].wait.work'],
  ['anxious twice over', one({ anxious: 2 }), 'out-of-range', 'interactions[0].anxious'],
  ['anxious here and there', one({ kind: 'wait', anxious: 0.5, wait: { anxious: 0.5 } }), 'conflict', 'interactions[0].anxious'],
  [
    'an option that is anxious here and there',
    option({ kind: 'wait', anxious: 0.5, wait: { anxious: 0.5 } }),
    'conflict',
    'interactions[0].choice.options[0].anxious',
  ],
  ['parts and an anxious of their own', merged({ anxious: 0.5 }), 'conflict', 'interactions[0].anxious'],
  ['an unknown phase', wait({ phase: 'later' }), 'out-of-range', 'interactions[0].wait.phase'],
  ['waiting conditions that are true', wait(true), 'invalid-type', 'interactions[0].wait'],
  ['an unknown kind', one({ kind: 'waiting' }), 'out-of-range', 'interactions[0].kind'],

  // Probabilities, failure, recovery.
  ['percent as a probability', one({ dropout: 25 }), 'out-of-range', 'interactions[0].dropout'],
  ['a drawn probability', one({ skip: { type: 'uniform', min: 0, max: 1 } }), 'invalid-type', 'interactions[0].skip'],
  ['a failure without affect', one({ failure: { probability: 0.1 } }), 'missing', 'interactions[0].failure.affect'],
  ['a failure without probability', one({ failure: { affect: -1 } }), 'missing', 'interactions[0].failure.probability'],
  ['a failure that pleases', failure({ affect: 2 }), 'out-of-range', 'interactions[0].failure.affect'],
  [
    'a failure that mostly pleases',
    failure({ affect: { type: 'normal', mean: 1, sd: 2 } }),
    'out-of-range',
    'interactions[0].failure.affect',
  ],
  ['a failure that takes less than no time', failure({ duration: -5 }), 'out-of-range', 'interactions[0].failure.duration'],
  [
    'a recovery that hurts',
    failure({ recovery: { probability: 1, affect: -1 } }),
    'out-of-range',
    'interactions[0].failure.recovery.affect',
  ],
  ['a recovery that is a number', failure({ recovery: 0.5 }), 'invalid-type', 'interactions[0].failure.recovery'],
  ['a failure whose wait is true', failure({ wait: true }), 'invalid-type', 'interactions[0].failure.wait'],
  ['a slip in the wait of a failure', failure({ wait: { ocupied: 1 } }), 'unknown-key', 'interactions[0].failure.wait.ocupied'],
  ['a failure told to take no time', failure({ wait: { told: 0 } }), 'out-of-range', 'interactions[0].failure.wait.told'],

  // Trying again.
  ['no further time', failure({ retry: { atMost: 0 } }), 'out-of-range', 'interactions[0].failure.retry.atMost'],
  ['six times more', failure({ retry: { atMost: 6 } }), 'out-of-range', 'interactions[0].failure.retry.atMost'],
  ['one and a half times more', failure({ retry: { atMost: 1.5 } }), 'out-of-range', 'interactions[0].failure.retry.atMost'],
  [
    'another time after nobody knows how long',
    failure({ retry: { atMost: 1, wait: {} } }),
    'missing',
    'interactions[0].failure.retry.wait.duration',
  ],
  ['a bar over a stage that no step has', { ...one({ stage: 'pay' }), progress: { shown: ['pays'] } }, 'unknown-id', 'progress.shown[0]'],
  ['nobody knows how often', failure({ retry: {} }), 'missing', 'interactions[0].failure.retry.atMost'],
  ['a retry that is a number', failure({ retry: 2 }), 'invalid-type', 'interactions[0].failure.retry'],
  ['an unknown key in a retry', failure({ retry: { atMost: 1, waiting: {} } }), 'unknown-key', 'interactions[0].failure.retry.waiting'],
  ['a retry beside its failure', one({ retry: { atMost: 1 } }), 'unknown-key', 'interactions[0].retry'],
  [
    'a slip in the wait before another time',
    failure({ retry: { atMost: 1, wait: { duration: 60, ocupied: 1 } } }),
    'unknown-key',
    'interactions[0].failure.retry.wait.ocupied',
  ],
  [
    'another time after less than no time',
    failure({ retry: { atMost: 1, wait: { duration: -1 } } }),
    'out-of-range',
    'interactions[0].failure.retry.wait.duration',
  ],
  [
    'too good a wait before another time',
    failure({ retry: { atMost: 1, wait: { duration: 60, affect: 11 } } }),
    'out-of-range',
    'interactions[0].failure.retry.wait.affect',
  ],

  // Leaving.
  ['leaving that pleases', one({ leavingAffect: 1 }), 'out-of-range', 'interactions[0].leavingAffect'],
  ['leaving that costs more than there is', one({ leavingAffect: -11 }), 'out-of-range', 'interactions[0].leavingAffect'],
  ['an option that pleases by leaving', option({ leavingAffect: 2 }), 'out-of-range', 'interactions[0].choice.options[0].leavingAffect'],
  ['parts and a cost of leaving', merged({ leavingAffect: -1 }), 'conflict', 'interactions[0].leavingAffect'],

  // Gaps.
  ['a gap without duration', journey({ id: 'a', kind: 'gap' }), 'missing', 'interactions[0].duration'],
  ['a gap that is felt', one({ kind: 'gap', affect: 1 }), 'conflict', 'interactions[0].affect'],
  ['a gap with effort', one({ kind: 'gap', effort: 1 }), 'conflict', 'interactions[0].effort'],
  ['a gap with waiting conditions', one({ kind: 'gap', wait: {} }), 'conflict', 'interactions[0].wait'],
  ['a gap that makes anxious', one({ kind: 'gap', anxious: 1 }), 'conflict', 'interactions[0].anxious'],
  ['a gap that fails', one({ kind: 'gap', failure: { probability: 1, affect: -1 } }), 'conflict', 'interactions[0].failure'],
  ['a gap to choose from', one({ kind: 'gap', choice: { options: [{ id: 'b', duration: 1 }] } }), 'conflict', 'interactions[0].choice'],
  ['a gap with parts', merged({ kind: 'gap' }), 'conflict', 'interactions[0].kind'],
  ['a gap as an option', option({ kind: 'gap' }), 'out-of-range', 'interactions[0].choice.options[0].kind'],

  // Choice.
  ['a choice without options', choice({ options: [] }), 'missing', 'interactions[0].choice.options'],
  ['an option without duration', option({ duration: undefined }), 'missing', 'interactions[0].choice.options[0].duration'],
  ['a choice in an option', option({ choice: { options: [] } }), 'unknown-key', 'interactions[0].choice.options[0].choice'],
  ['an option with an after', option({ after: ['a'] }), 'unknown-key', 'interactions[0].choice.options[0].after'],
  ['endless appeal', option({ appeal: Infinity }), 'out-of-range', 'interactions[0].choice.options[0].appeal'],
  [
    'walking on without appeal',
    one({ choice: { options: [{ id: 'b', duration: 1 }], none: {} } }),
    'missing',
    'interactions[0].choice.none.appeal',
  ],
  [
    'walking on that is true',
    one({ choice: { options: [{ id: 'b', duration: 1 }], none: true } }),
    'invalid-type',
    'interactions[0].choice.none',
  ],
  [
    'too much appeal of walking on',
    one({ choice: { options: [{ id: 'b', duration: 1 }], none: { appeal: 101 } } }),
    'out-of-range',
    'interactions[0].choice.none.appeal',
  ],
  ['too much difficulty', choice({ difficulty: 2 }), 'out-of-range', 'interactions[0].choice.difficulty'],

  // Parts.
  ['parts and a duration', merged({ duration: 5 }), 'conflict', 'interactions[0].duration'],
  ['parts and a failure', merged({ failure: { probability: 0.1, affect: -1 } }), 'conflict', 'interactions[0].failure'],
  ['parts and a dropout', merged({ dropout: 0.1 }), 'conflict', 'interactions[0].dropout'],
  ['parts and a skip', merged({ skip: 0.1 }), 'conflict', 'interactions[0].skip'],
  ['parts and waiting conditions', merged({ kind: 'wait', wait: {} }), 'conflict', 'interactions[0].wait'],
  ['an unknown merge rule', merged({ affect: 'time-weighed' }), 'invalid-type', 'interactions[0].affect'],
  ['one part', journey({ id: 'm', parts: [{ id: 'a', duration: 1 }] }), 'out-of-range', 'interactions[0].parts'],
  ['no parts', journey({ id: 'm', parts: [] }), 'missing', 'interactions[0].parts'],

  // Order.
  ['after an unknown id', one({ after: ['b'] }), 'unknown-id', 'interactions[0].after[0]'],
  ['after itself', one({ after: ['a'] }), 'conflict', 'interactions[0].after[0]'],
  [
    'after an option of its own',
    one({ after: ['b'], choice: { options: [{ id: 'b', duration: 1 }] } }),
    'conflict',
    'interactions[0].after[0]',
  ],
  ['after what comes later', journey(step({ after: ['b'] }), { id: 'b', duration: 1 }), 'conflict', 'interactions[0].after[0]'],
  ['after in a circle', journey(step({ after: ['b'] }), { id: 'b', duration: 1, after: ['a'] }), 'cycle', 'interactions[0].after[0]'],
  ['after as text', one({ after: 'b' }), 'invalid-type', 'interactions[0].after'],
  ['after a number', one({ after: [3] }), 'invalid-type', 'interactions[0].after[0]'],
  ['pinned first, second', journey(step(), { id: 'b', duration: 1, pin: 'first' }), 'conflict', 'interactions[1].pin'],
  ['pinned last, first', journey(step({ pin: 'last' }), { id: 'b', duration: 1 }), 'conflict', 'interactions[0].pin'],
  ['an unknown pin', one({ pin: 'middle' }), 'out-of-range', 'interactions[0].pin'],

  // The whole.
  ['cohesion above 1', { ...journey(step()), cohesion: 1.5 }, 'out-of-range', 'cohesion'],
  ['a promise of 0', { ...journey(step()), promise: 0 }, 'out-of-range', 'promise'],
  ['a promise that is a range', { ...journey(step()), promise: '5 to 10 min' }, 'invalid-text', 'promise'],
  ['a drawn promise', { ...journey(step()), promise: { type: 'constant', value: 5 } }, 'invalid-type', 'promise'],
  ['a tolerance of the whole of 0', { ...journey(step()), tolerance: 0 }, 'out-of-range', 'tolerance'],
  ['a tolerance without a unit', { ...journey(step()), tolerance: '0' }, 'invalid-text', 'tolerance'],
  ['a tolerance of no seconds', { ...journey(step()), tolerance: '0 s' }, 'out-of-range', 'tolerance'],
  ['another schema version', { ...journey(step()), schemaVersion: 2 }, 'out-of-range', 'schemaVersion'],
  ['progress without shown', { ...journey(step()), progress: {} }, 'missing', 'progress.shown'],
  ['progress of no stage', { ...journey(step()), progress: { shown: [] } }, 'missing', 'progress.shown'],
  ['progress of a stage that is a number', { ...journey(step()), progress: { shown: [1] } }, 'invalid-type', 'progress.shown[0]'],
  ['progress of a stage that is not in a list', { ...journey(step()), progress: { shown: 'x' } }, 'out-of-range', 'progress.shown'],
  ['an unknown pace', { ...journey(step()), progress: { shown: true, pace: 'slow' } }, 'out-of-range', 'progress.pace'],
  ['a pace for other steps', { ...journey(step()), progress: { shown: true, pace: [0, 0.5] } }, 'conflict', 'progress.pace'],
  ['a pace above 1', { ...journey(step()), progress: { shown: true, pace: [2] } }, 'out-of-range', 'progress.pace[0]'],
  ['a source that is text', one({ source: 'guess' }), 'invalid-type', 'interactions[0].source'],
  ['extensions that are a list', one({ extensions: [] }), 'invalid-type', 'interactions[0].extensions'],
  ['a function in extensions', one({ extensions: { run: () => 1 } }), 'invalid-type', 'interactions[0].extensions.run'],
  ['NaN in extensions', one({ extensions: { deep: [0, NaN] } }), 'out-of-range', 'interactions[0].extensions.deep[1]'],

  // What the guard stops.
  [
    'a getter',
    journey(Object.defineProperty(step(), 'affect', { get: () => 1, enumerable: true })),
    'invalid-type',
    'interactions[0].affect',
  ],
  ['a step of a class', journey(new Step()), 'invalid-type', 'interactions[0]'],
  ['a map inside', one({ extensions: { map: new Map() } }), 'invalid-type', 'interactions[0].extensions.map'],
  ['a date inside', one({ extensions: { on: new Date(0) } }), 'invalid-type', 'interactions[0].extensions.on'],
  ['a typed array', one({ extensions: { values: new Float64Array(2) } }), 'invalid-type', 'interactions[0].extensions.values'],
  ['a list with holes', { name: 'test', interactions: [step(), , step()] }, 'invalid-type', 'interactions'], // eslint-disable-line no-sparse-arrays
  ['a list of nothing but holes', { name: 'test', interactions: new Array(1_000_000) }, 'too-large', 'interactions'],
  ['a list with a name', { name: 'test', interactions: Object.assign([step()], { extra: 1 }) }, 'unknown-key', 'interactions'],
  ['data that holds itself', cyclic(), 'cycle', 'interactions[0].extensions.again.extensions'],
  ['33 levels', one({ extensions: nested(31) }), 'too-deep', `interactions[0].extensions${'.inside'.repeat(30)}`],
  ['a text of a million characters', one({ name: 'x'.repeat(1_000_000) }), 'too-large', 'interactions[0].name'],
  ['a key of a million characters', one({ ['x'.repeat(1_000_000)]: 1 }), 'too-large', 'interactions[0]'],
  [
    'a hundred thousand steps',
    journey(...Array.from({ length: 100_000 }, (_, i) => ({ id: `s${i}`, duration: 1 }))),
    'too-large',
    'interactions',
  ],
];
