import { defineJourney } from '../../../src/journey/define-journey';
import type { IssueCode } from '../../../src/errors/issue';

/** A clinic with everything an edit can stumble over: pins, afters, a wait, a merged step, a choice, a failure. */
export const clinic = defineJourney({
  name: 'Clinic',
  interactions: [
    { id: 'register', duration: '4 min', pin: 'first' },
    { id: 'triage', duration: '6 min' },
    { id: 'queue', kind: 'wait', duration: '5 to 30 min', after: ['register'] },
    {
      id: 'check',
      parts: [
        { id: 'weigh', duration: 60, failure: { probability: 0.1, affect: -2 } },
        { id: 'rest', kind: 'wait', duration: 90 },
      ],
    },
    {
      id: 'doctor',
      duration: '10 min',
      affect: 2,
      failure: { probability: 0.1, affect: -4, recovery: { probability: 0.5, affect: 2 } },
      choice: { options: [{ id: 'video', duration: '8 min' }] },
    },
    { id: 'pay', duration: '2 min', affect: -2, after: ['doctor'] },
    { id: 'thanks', duration: 30, affect: 4, pin: 'last' },
  ],
});

export interface BadEdit {
  readonly why: string;
  /** One edit, or several that go wrong together. */
  readonly edits: unknown;
  readonly faults: readonly (readonly [code: IssueCode, path: string])[];
}

const one = (why: string, edit: unknown, ...faults: BadEdit['faults']): BadEdit => ({ why, edits: [edit], faults });

export const badEdits: readonly BadEdit[] = [
  { why: 'one edit without a list', edits: { edit: 'remove', id: 'pay' }, faults: [['invalid-type', 'edits']] },
  { why: 'nothing', edits: undefined, faults: [['invalid-type', 'edits']] },
  one('a number', 5, ['invalid-type', 'edits[0]']),
  one('no name', { id: 'pay' }, ['missing', 'edits[0].edit']),
  one('a misspelt name', { edit: 'marge', ids: ['register', 'triage'], into: { id: 'x' } }, ['out-of-range', 'edits[0].edit']),
  one('an unknown key', { edit: 'remove', id: 'pay', costs: 5 }, ['unknown-key', 'edits[0].costs']),
  one('a cost in words', { edit: 'remove', id: 'triage', cost: 'a lot' }, ['invalid-type', 'edits[0].cost']),
  one('an endless cost', { edit: 'remove', id: 'triage', cost: Infinity }, ['out-of-range', 'edits[0].cost']),

  one('insert: a taken id', { edit: 'insert', step: { id: 'video', duration: 5 }, place: { to: 'end' } }, [
    'duplicate-id',
    'edits[0].step.id',
  ]),
  one('insert: behind the last', { edit: 'insert', step: { id: 'extra', duration: 5 }, place: { to: 'end' } }, [
    'impossible-edit',
    'edits[0].place',
  ]),
  one('insert: no place', { edit: 'insert', step: { id: 'extra', duration: 5 } }, ['missing', 'edits[0].place']),
  one('insert: beside itself', { edit: 'insert', step: { id: 'extra', duration: 5 }, place: { after: 'extra' } }, [
    'impossible-edit',
    'edits[0].place.after',
  ]),
  one(
    'insert: a bad step',
    { edit: 'insert', step: { id: 'extra', duration: -5, afect: 3 }, place: { before: 'pay' } },
    ['unknown-key', 'edits[0].step.afect'],
    ['out-of-range', 'edits[0].step.duration'],
  ),
  one(
    'insert: two parts of one name',
    {
      edit: 'insert',
      step: {
        id: 'extra',
        parts: [
          { id: 'a', duration: 1 },
          { id: 'a', duration: 1 },
        ],
      },
      place: { before: 'pay' },
    },
    ['duplicate-id', 'edits[0].step.parts[1].id'],
  ),
  one(
    'insert: a part with a taken id',
    {
      edit: 'insert',
      step: {
        id: 'extra',
        parts: [
          { id: 'a', duration: 1 },
          { id: 'rest', duration: 1 },
        ],
      },
      place: { before: 'pay' },
    },
    ['duplicate-id', 'edits[0].step.parts[1].id'],
  ),

  one('remove: unknown', { edit: 'remove', id: 'docter' }, ['unknown-id', 'edits[0].id']),
  one('remove: a part', { edit: 'remove', id: 'weigh' }, ['impossible-edit', 'edits[0].id']),
  one('remove: an option', { edit: 'remove', id: 'video' }, ['impossible-edit', 'edits[0].id']),
  one('remove: what another must follow', { edit: 'remove', id: 'doctor' }, ['impossible-edit', 'edits[0].id']),

  one('move: to nowhere', { edit: 'move', id: 'pay', place: { to: 'top' } }, ['out-of-range', 'edits[0].place.to']),
  one('move: to two places', { edit: 'move', id: 'pay', place: { before: 'doctor', after: 'queue' } }, ['invalid-type', 'edits[0].place']),
  one('move: beside itself', { edit: 'move', id: 'pay', place: { before: 'pay' } }, ['impossible-edit', 'edits[0].place.before']),
  one('move: beside an unknown', { edit: 'move', id: 'triage', place: { before: 'paay' } }, ['unknown-id', 'edits[0].place.before']),
  one('move: beside a part', { edit: 'move', id: 'triage', place: { after: 'rest' } }, ['impossible-edit', 'edits[0].place.after']),
  one('move: beside a number', { edit: 'move', id: 'triage', place: { after: 3 } }, ['invalid-type', 'edits[0].place.after']),
  one('move: an after breaks', { edit: 'move', id: 'pay', place: { before: 'doctor' } }, ['impossible-edit', 'edits[0].place']),
  one('move: a pin breaks', { edit: 'move', id: 'thanks', place: { before: 'pay' } }, ['impossible-edit', 'edits[0].place']),
  one('move: in front of the first', { edit: 'move', id: 'triage', place: { to: 'start' } }, ['impossible-edit', 'edits[0].place']),
  one('swap: with itself', { edit: 'swap', id: 'pay', with: 'pay' }, ['impossible-edit', 'edits[0].with']),
  one('swap: an after breaks', { edit: 'swap', id: 'doctor', with: 'pay' }, ['impossible-edit', 'edits[0].with']),
  one('reorder: one is missing', { edit: 'reorder', ids: ['register', 'queue', 'triage', 'check', 'doctor', 'pay'] }, [
    'impossible-edit',
    'edits[0].ids',
  ]),
  one(
    'reorder: twice, and unknown',
    { edit: 'reorder', ids: ['register', 'queue', 'queue', 'triage', 'check', 'doctor', 'pay', 'tanks', 'thanks'] },
    ['duplicate-id', 'edits[0].ids[2]'],
    ['unknown-id', 'edits[0].ids[7]'],
  ),
  one(
    'reorder: constraints break',
    { edit: 'reorder', ids: ['thanks', 'register', 'queue', 'triage', 'check', 'pay', 'doctor'] },
    ['impossible-edit', 'edits[0].ids'],
    ['impossible-edit', 'edits[0].ids'],
    ['impossible-edit', 'edits[0].ids'],
  ),

  one('merge: one step', { edit: 'merge', ids: ['queue'], into: { id: 'x' } }, ['impossible-edit', 'edits[0].ids']),
  one('merge: none', { edit: 'merge', ids: [], into: { id: 'x' } }, ['impossible-edit', 'edits[0].ids']),
  one('merge: not neighbours', { edit: 'merge', ids: ['triage', 'doctor'], into: { id: 'x' } }, ['impossible-edit', 'edits[0].ids']),
  one('merge: in another order', { edit: 'merge', ids: ['queue', 'triage'], into: { id: 'x' } }, ['impossible-edit', 'edits[0].ids']),
  one('merge: one twice', { edit: 'merge', ids: ['triage', 'triage'], into: { id: 'x' } }, ['duplicate-id', 'edits[0].ids[1]']),
  one('merge: into a part of it', { edit: 'merge', ids: ['triage', 'queue'], into: { id: 'triage' } }, [
    'duplicate-id',
    'edits[0].into.id',
  ]),
  one('merge: into nothing', { edit: 'merge', ids: ['triage', 'queue'] }, ['missing', 'edits[0].into']),
  one('merge: an odd feeling', { edit: 'merge', ids: ['triage', 'queue'], into: { id: 'x', affect: 'average' } }, [
    'invalid-type',
    'edits[0].into.affect',
  ]),
  one('merge: a part of a merged step', { edit: 'merge', ids: ['queue', 'weigh'], into: { id: 'x' } }, [
    'impossible-edit',
    'edits[0].ids[1]',
  ]),

  one('split: not merged', { edit: 'split', id: 'pay' }, ['impossible-edit', 'edits[0].id']),
  one(
    'split: a merged step by shares',
    {
      edit: 'split',
      id: 'check',
      parts: [
        { id: 'a', share: 0.5 },
        { id: 'b', share: 0.5 },
      ],
    },
    ['impossible-edit', 'edits[0].parts'],
  ),
  one(
    'split: too little',
    {
      edit: 'split',
      id: 'pay',
      parts: [
        { id: 'a', share: 0.5 },
        { id: 'b', share: 0.4 },
      ],
    },
    ['shares', 'edits[0].parts'],
  ),
  one('split: one part', { edit: 'split', id: 'pay', parts: [{ id: 'a', share: 1 }] }, ['out-of-range', 'edits[0].parts']),
  one(
    'split: a choice',
    {
      edit: 'split',
      id: 'doctor',
      parts: [
        { id: 'a', share: 0.5 },
        { id: 'b', share: 0.5 },
      ],
    },
    ['impossible-edit', 'edits[0].id'],
  ),
  one(
    'split: twice one id',
    {
      edit: 'split',
      id: 'pay',
      parts: [
        { id: 'a', share: 0.5 },
        { id: 'a', share: 0.5 },
      ],
    },
    ['duplicate-id', 'edits[0].parts[1].id'],
  ),
  one(
    'split: a taken id',
    {
      edit: 'split',
      id: 'pay',
      parts: [
        { id: 'a', share: 0.5 },
        { id: 'rest', share: 0.5 },
      ],
    },
    ['duplicate-id', 'edits[0].parts[1].id'],
  ),

  one('replace: by a taken id', { edit: 'replace', id: 'pay', step: { id: 'queue', duration: 5 } }, ['duplicate-id', 'edits[0].step.id']),
  one('replace: an option', { edit: 'replace', id: 'video', step: { id: 'x', duration: 5 } }, ['impossible-edit', 'edits[0].id']),
  one('update: id', { edit: 'update', id: 'pay', changes: { id: 'till' } }, ['impossible-edit', 'edits[0].changes.id']),
  one('update: parts', { edit: 'update', id: 'check', changes: { parts: [] } }, ['impossible-edit', 'edits[0].changes.parts']),
  one('update: null', { edit: 'update', id: 'doctor', changes: { failure: null } }, ['invalid-type', 'edits[0].changes.failure']),
  one('update: both', { edit: 'update', id: 'doctor', changes: { dropout: 0.1, without: ['dropout'] } }, [
    'conflict',
    'edits[0].changes.dropout',
  ]),
  one('update: nothing', { edit: 'update', id: 'doctor', changes: {} }, ['missing', 'edits[0].changes']),
  one('update: a wait that serves', { edit: 'update', id: 'pay', changes: { wait: { occupied: 1 } } }, [
    'conflict',
    'edits[0].changes.wait',
  ]),
  one('update: a duration for a merged step', { edit: 'update', id: 'check', changes: { duration: 5 } }, [
    'conflict',
    'edits[0].changes.duration',
  ]),
  one('update: without a duration', { edit: 'update', id: 'pay', changes: { without: ['duration'] } }, [
    'out-of-range',
    'edits[0].changes.without[0]',
  ]),
  one(
    'update: beyond the scale',
    { edit: 'update', id: 'pay', changes: { affect: 40, dropout: 12 } },
    ['out-of-range', 'edits[0].changes.dropout'],
    ['out-of-range', 'edits[0].changes.affect'],
  ),
  one('update: the stage of an option', { edit: 'update', id: 'video', changes: { stage: 'care' } }, [
    'impossible-edit',
    'edits[0].changes.stage',
  ]),
  one('update: the appeal of a step', { edit: 'update', id: 'pay', changes: { appeal: 1 } }, [
    'impossible-edit',
    'edits[0].changes.appeal',
  ]),
  one('update: a circle', { edit: 'update', id: 'doctor', changes: { after: ['pay'] } }, ['cycle', 'edits[0].changes.after']),
  one('update: after nobody', { edit: 'update', id: 'doctor', changes: { after: ['nurse'] } }, ['unknown-id', 'edits[0].changes.after']),

  one('update: a pin that is not kept', { edit: 'update', id: 'pay', changes: { pin: 'first' } }, [
    'impossible-edit',
    'edits[0].changes.pin',
  ]),
  one('update: an after that is not kept', { edit: 'update', id: 'triage', changes: { after: ['rest'] } }, [
    'impossible-edit',
    'edits[0].changes.after',
  ]),
  one('addChoice: no options', { edit: 'addChoice', id: 'pay', options: [] }, ['impossible-edit', 'edits[0].options']),
  one('addChoice: a taken id', { edit: 'addChoice', id: 'pay', options: [{ id: 'video', duration: 5 }] }, [
    'duplicate-id',
    'edits[0].options[0].id',
  ]),
  one(
    'addChoice: a bad option',
    { edit: 'addChoice', id: 'pay', options: [{ id: 'card', duration: 'soon', stage: 'leave' }] },
    ['unknown-key', 'edits[0].options[0].stage'],
    ['invalid-text', 'edits[0].options[0].duration'],
  ),
  one('addChoice: to a merged step', { edit: 'addChoice', id: 'check', options: [{ id: 'card', duration: 5 }] }, [
    'impossible-edit',
    'edits[0].id',
  ]),
  one('addChoice: to an option', { edit: 'addChoice', id: 'video', options: [{ id: 'card', duration: 5 }] }, [
    'impossible-edit',
    'edits[0].id',
  ]),
  one('removeChoice: there is none', { edit: 'removeChoice', id: 'pay' }, ['impossible-edit', 'edits[0].id']),
  one('removeChoice: unknown', { edit: 'removeChoice', id: 'doctor', option: 'vidio' }, ['unknown-id', 'edits[0].option']),
  one('removeChoice: the step itself', { edit: 'removeChoice', id: 'doctor', option: 'doctor' }, ['impossible-edit', 'edits[0].option']),

  one('scaleDuration: by nothing', { edit: 'scaleDuration', id: 'pay', factor: 0 }, ['out-of-range', 'edits[0].factor']),
  one('scaleDuration: beyond all time', { edit: 'scaleDuration', id: 'pay', factor: 1e12 }, ['impossible-edit', 'edits[0].factor']),
  one('occupyWait: a service', { edit: 'occupyWait', id: 'doctor', share: 0.5 }, ['impossible-edit', 'edits[0].id']),
  one('occupyWait: in percent', { edit: 'occupyWait', id: 'queue', share: 80 }, ['out-of-range', 'edits[0].share']),
  one('explainWait: a merged step', { edit: 'explainWait', id: 'check' }, ['impossible-edit', 'edits[0].id']),
  one('informWait: unknown', { edit: 'informWait', id: 'queu' }, ['unknown-id', 'edits[0].id']),
  one('showProgress: a pace for other steps', { edit: 'showProgress', pace: [0, 0.5] }, ['impossible-edit', 'edits[0].pace']),
  one('showProgress: a stage that no step has', { edit: 'showProgress', stages: ['nowhere'] }, ['impossible-edit', 'edits[0].stages']),
  one('showProgress: an unknown pace', { edit: 'showProgress', pace: 'fast' }, ['out-of-range', 'edits[0].pace']),
  one('preventFailure: nothing fails', { edit: 'preventFailure', id: 'pay', probability: 0.1 }, ['impossible-edit', 'edits[0].id']),
  one('preventFailure: more failures', { edit: 'preventFailure', id: 'doctor', probability: 0.3 }, [
    'impossible-edit',
    'edits[0].probability',
  ]),
  one('improveRecovery: nothing fails', { edit: 'improveRecovery', id: 'pay', probability: 0.5, affect: 3 }, [
    'impossible-edit',
    'edits[0].id',
  ]),
  one('improveRecovery: half a recovery', { edit: 'improveRecovery', id: 'weigh', probability: 0.5 }, ['missing', 'edits[0].affect']),
  one('improveRecovery: worse', { edit: 'improveRecovery', id: 'doctor', affect: 1 }, ['impossible-edit', 'edits[0].affect']),
  one('improveRecovery: a loss', { edit: 'improveRecovery', id: 'doctor', affect: -3 }, ['out-of-range', 'edits[0].affect']),
  one('improveRecovery: nothing', { edit: 'improveRecovery', id: 'doctor' }, ['missing', 'edits[0]']),
  one('changeChannel: blank', { edit: 'changeChannel', id: 'pay', channel: ' ' }, ['invalid-text', 'edits[0].channel']),

  {
    why: 'several at once, and what follows from them is not told',
    edits: [
      { edit: 'merge', ids: ['triage', 'doctor'], into: { id: 'welcome' } },
      { edit: 'move', id: 'welcome', place: { to: 'start' } },
      { edit: 'occupyWait', id: 'pay', share: 0.5 },
      { edit: 'scaleDuration', id: 'queue', factor: -1 },
    ],
    faults: [
      ['impossible-edit', 'edits[0].ids'],
      ['impossible-edit', 'edits[2].id'],
      ['out-of-range', 'edits[3].factor'],
    ],
  },
  {
    why: 'a later edit breaks what an earlier one left whole',
    edits: [
      { edit: 'scaleDuration', id: 'pay', factor: 0.5 },
      { edit: 'insert', step: { id: 'leave', duration: 5 }, place: { before: 'thanks' } },
      { edit: 'move', id: 'leave', place: { to: 'end' } },
    ],
    faults: [['impossible-edit', 'edits[2].place']],
  },
];
