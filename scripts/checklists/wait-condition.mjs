/** A wait in comfort, which feels shorter. */
export const waitCondition = {
  steps: [
    {
      file: 'src/journey/wait-types.ts',
      edits: [
        [
          '  /** Whether the wait falls `before`,',
          '  /** Whether people wait in comfort. Default false. */\n  readonly comfortable?: boolean;\n  /** Whether the wait falls `before`,',
        ],
      ],
    },
    {
      file: 'src/journey/wait-conditions.ts',
      what: 'the shape in waitEntries',
      edits: [['    phase: optional(', '    comfortable: optional(flag),\n    phase: optional(']],
    },
    {
      file: 'src/journey/wait-conditions.ts',
      what: 'the row in waitConditions',
      edits: [
        [
          '  phase: { kind: phases,',
          `  comfortable: {
    kind: 'flag',
    words: (value) => (value ? 'comfortable' : 'not comfortable'),
    lever: { words: 'comfort', effect: 'comfortable' },
  },
  phase: { kind: phases,`,
        ],
      ],
    },
    {
      file: 'src/journey/wait-conditions.ts',
      what: 'how far it holds in degrees',
      edits: [
        [
          '  accompanied: ({ accompanied }) =>',
          '  comfortable: ({ comfortable }) => (comfortable === true ? 1 : 0),\n  accompanied: ({ accompanied }) =>',
        ],
      ],
    },
    {
      file: 'src/model/waiting-effects.ts',
      what: 'the field of WaitingEffects',
      edits: [
        [
          '  readonly accompanied: WaitingEffect;\n',
          '  readonly accompanied: WaitingEffect;\n  /** In comfort. Default time ×0.9 (judgement). */\n  readonly comfortable: WaitingEffect;\n',
        ],
      ],
    },
    {
      file: 'src/model/waiting-effects.ts',
      what: 'its default with the source',
      edits: [
        [
          "  accompanied: { differs: {}, source: 'neutral' },\n",
          "  accompanied: { differs: {}, source: 'neutral' },\n  comfortable: { differs: { time: 0.9 }, source: 'judgement' },\n",
        ],
      ],
    },
    {
      file: 'docs/reference/journey.md',
      edits: [["| `phase` | `'before'`", "| `comfortable` | true, false | false | in comfort |\n| `phase` | `'before'`"]],
    },
    {
      file: 'docs/reference/mechanisms/waiting.md',
      edits: [
        [
          '| `waiting.accompanied.hazard` | 1 | 0 … 10 |\n',
          `| \`waiting.accompanied.hazard\` | 1 | 0 … 10 |
| \`waiting.comfortable.time\` | 0.9 | 0.1 … 10 |
| \`waiting.comfortable.affect\` | 0 | −10 … 10 |
| \`waiting.comfortable.hazard\` | 1 | 0 … 10 |
`,
        ],
      ],
    },
  ],
  tests: [
    'test/unit/experience/every-condition.test.ts',
    'test/unit/journey/schema.test.ts',
    'test/unit/docs-reference/lists.test.ts',
    'test/unit/docs-reference/parameters.test.ts',
    'test/laws/simulation/everything-counts.test.ts',
  ],
};
