/** How far the memory stays below what was expected. */
export const outcome = {
  steps: [
    {
      file: 'src/experience/outcomes.ts',
      what: 'the name',
      edits: [["  'satisfaction',\n  'csat',", "  'regret',\n  'satisfaction',\n  'csat',"]],
    },
    {
      file: 'src/experience/outcomes.ts',
      what: 'the row',
      edits: [
        [
          "  satisfaction: { label: 'satisfaction'",
          "  regret: { label: 'regret', unit: 'affect', better: 'lower', scale: [0, Infinity] },\n  satisfaction: { label: 'satisfaction'",
        ],
      ],
    },
    {
      file: 'src/experience/outcome-words.ts',
      edits: [["  satisfaction: 'overall satisfaction,", "  regret: 'remorse, shortfall',\n  satisfaction: 'overall satisfaction,"]],
    },
    {
      file: 'src/experience/experience-block.ts',
      what: 'what it needs',
      edits: [
        ["wants('rememberedUtility', 'disconfirmation', 'emotion')", "wants('rememberedUtility', 'disconfirmation', 'regret', 'emotion')"],
      ],
    },
    {
      file: 'src/experience/experience-block.ts',
      what: 'the column',
      edits: [
        [
          '    if (this.#judges) {\n      const satisfaction = ',
          "    record('regret', () => disconfirmation(plan, columns, arena, count, lived.utility).map((gap) => Math.max(0, -gap)));\n    if (this.#judges) {\n      const satisfaction = ",
        ],
      ],
    },
    { file: 'src/experience/basis.ts', edits: [["    case 'disconfirmation':\n", "    case 'regret':\n    case 'disconfirmation':\n"]] },
    {
      file: 'docs/reference/outcomes.md',
      edits: [
        ['| `satisfaction` | points |', '| `regret` | affect | lower | how far R lies below expectation |\n| `satisfaction` | points |'],
        ['outcomeNames.length; // 23', 'outcomeNames.length; // 24'],
      ],
    },
  ],
  tests: [
    'test/unit/experience/every-outcome.test.ts',
    'test/unit/experience/outcome-words.test.ts',
    'test/unit/docs-reference/lists.test.ts',
    'test/laws/simulation/everything-counts.test.ts',
  ],
};
