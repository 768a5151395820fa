import { formatNumber } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import { signed } from '../results/format-outcome';
import { oneLine } from '../words/one-line';
import type { Words } from '../words/display';
import { pageMarkdown, type Block } from '../words/page';
import type { Table } from '../words/table';
import { closingWords } from './closing-words';
import { leavesOf, stepWords } from './step-words';
import type { StepExplanation } from './step-types';
import type { Explanation } from './types';
import { leavingWords, lineWords, nameOf } from './words';

/** The whole story in plain text, a line for everything that moved; for a notebook or a page with a table of the steps. */
export function explanationWords(explanation: Explanation): Words {
  const [title, who, closing] = [titleOf(explanation), whoWords(explanation), closingWords(explanation)];
  const text = [title, who, '', ...journeyWords(explanation), '', ...closing].map(oneLine).join('\n');
  const page: Block[] = [{ title }, { prose: who }, { table: stepTable(explanation) }, { points: closing }];
  return { 'text/plain': text, 'text/markdown': pageMarkdown(page) };
}

function titleOf({ customer, segment, journey, seed }: Explanation): string {
  return `Customer ${customer} of ${segment} in ${journey}, seed '${seed}'`;
}

function whoWords(explanation: Explanation): string {
  const { expectation, patienceSeconds, parameters, hidden, leaving } = explanation;
  const words = [`Expects ${signed(expectation, 1)}`];
  if (patienceSeconds !== undefined) words.push(`would wait ${formatSeconds(patienceSeconds)} in all`);
  const own = Object.entries(parameters).map(([path, value]) => `${path} ${formatNumber(value, 3)}`);
  if (hidden.affect !== undefined) own.push(`mood ${signed(hidden.affect, 2)} sd`);
  if (hidden.duration !== undefined) own.push(`pace ${signed(hidden.duration, 2)} sd`);
  if (own.length > 0) words.push(`has ${own.join(', ')}`);
  if (leaving !== false) words.push(leavingWords(explanation, leaving));
  return `${words.join('; ')}. In brackets after a draw: the share of customers who draw less.`;
}

/** Step by step; what was no longer reached in one line. */
function journeyWords({ steps }: Explanation): string[] {
  const reached = steps.filter((step) => step.reached);
  const lines = steps.flatMap((step, place) => (step.reached ? stepWords(step, place) : []));
  const missed = steps.filter((step) => !step.reached);
  if (missed.length > 0) lines.push(`${reached.length + 1}. not reached: ${missed.map(nameOf).join(', ')}`);
  return lines;
}

function stepTable({ steps }: Explanation): Table {
  return {
    head: ['step', 'clock', 'felt', 'affect', 'what happened'],
    rows: steps.map((step) => {
      const { line } = step;
      const times =
        line === undefined
          ? [step.totalSeconds > 0 ? formatSeconds(step.totalSeconds) : '–', '–', '–']
          : [formatSeconds(step.totalSeconds), formatSeconds(step.feltSeconds), lineWords(line)];
      return [nameOf(step), ...times, happened(step)];
    }),
  };
}

function happened(step: StepExplanation): string {
  if (!step.reached) return 'not reached';
  if (step.skipped) return step.choice?.none?.chosen === true ? 'walked on' : 'skipped';
  const words: string[] = [];
  if (step.took !== undefined) words.push(`took ${step.took}`);
  for (const { failure } of leavesOf(step)) {
    if (failure !== undefined) words.push(failure.recovery === undefined ? 'failed' : 'failed and made good');
  }
  if (step.left !== false) words.push(step.left === 'patience' ? 'left, patience used up' : 'dropped out');
  return words.join(', ');
}
