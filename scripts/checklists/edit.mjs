/** Calms people who wait. */
export const edit = {
  steps: [
    {
      file: 'src/redesign/edits/calm-wait.ts',
      create: `import { share } from '../../journey/schema-parts';
import { defineEdit, makeEdit, stepId, type EditBase, type EditOptions } from '../define-edit';
import { planWait } from '../plan-kit';

/** Calms people who wait. */
export interface CalmWaitEdit extends EditBase<'calmWait'> {
  /** Id of the wait. */
  readonly id: string;
  /** How worried people still are, 0…1. */
  readonly anxious: number;
}

/** Calms people who wait. */
export function calmWait(id: string, anxious: number, options?: EditOptions): CalmWaitEdit {
  return makeEdit<CalmWaitEdit>({ edit: 'calmWait', id, anxious }, options);
}

export const calmWaitEdit = /* @__PURE__ */ defineEdit<CalmWaitEdit>(
  'calmWait',
  () => ({ id: [stepId, 'wait'], anxious: [share, 'share'] }),
  {
    usage: 'calmWait("queue", 0.2)',
    plan: (context, { id, anxious }) => planWait(context, id, { anxious }),
    words: ({ id }, name) => \`calm people in \${name(id)}\`,
  },
);
`,
    },
    {
      file: 'src/redesign/types.ts',
      edits: [
        ['import type { ChangeChannelEdit }', "import type { CalmWaitEdit } from './edits/calm-wait';\nimport type { ChangeChannelEdit }"],
        ['  | ChangeChannelEdit;', '  | ChangeChannelEdit\n  | CalmWaitEdit;'],
      ],
    },
    {
      file: 'src/redesign/edit-catalogue.ts',
      edits: [
        ['import { changeChannelEdit }', "import { calmWaitEdit } from './edits/calm-wait';\nimport { changeChannelEdit }"],
        ['  changeChannel: changeChannelEdit,\n', '  changeChannel: changeChannelEdit,\n  calmWait: calmWaitEdit,\n'],
      ],
    },
    {
      file: 'src/index.ts',
      what: 'the constructor',
      edits: [['export { changeChannel,', "export { calmWait } from './redesign/edits/calm-wait';\nexport { changeChannel,"]],
    },
    {
      file: 'src/index.ts',
      what: 'its type',
      edits: [['export { explainWait,', "export type { CalmWaitEdit } from './redesign/edits/calm-wait';\nexport { explainWait,"]],
    },
    {
      file: 'docs/reference/redesign.md',
      edits: [['| `informWait(id)` |', '| `calmWait(id, anxious)` | less worry |\n| `informWait(id)` |']],
    },
    {
      file: 'scripts/fuzz/subjects.mjs',
      edits: [["    changeChannel: ['doctor',", "    calmWait: ['queue', 0.5, cost],\n    changeChannel: ['doctor',"]],
    },
  ],
  tests: [
    'test/unit/redesign/schema.test.ts',
    'test/unit/redesign/words-and-diff.test.ts',
    'test/unit/docs-reference/lists.test.ts',
    'test/architecture/exported-names.test.ts',
    'test/architecture/rooms.test.ts',
  ],
};
