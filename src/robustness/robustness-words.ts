import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatNumber } from '../distributions/format-number';
import type { Segment } from '../journey/types';
import { formatDifference, grouped, percent } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { tableMarkdown, tableText, type Table } from '../results/table';
import type { ConclusionShares, Flip, ParameterEffect, Robustness, RobustnessHere, VariantRobustness } from './types';

/** `satisfaction better in 97 % of 200 parameter sets (+2.1 to +7.9, as studied +6.1): robust`, and what turns it round. */
export function hereSentence(outcome: OutcomeName, here: Omit<RobustnessHere, 'sentence'>): string {
  const { shares, difference, asStudied, flips, verdict, differences, memory } = here;
  const { label } = outcomeDescriptions[outcome];
  const size = (value: number): string => formatDifference(outcome, value);
  const range = `${size(difference.p5)} to ${size(difference.p95)} in nine of ten, as studied ${size(asStudied.difference)}`;
  const weakened = Object.entries(memory)
    .filter(
      ([name, { conclusion }]) => conclusion !== asStudied.conclusion && !flips.some((flip) => flip.by === 'memory' && flip.name === name),
    )
    .map(([name, { conclusion }]) => `${conclusion} under ${name}`);
  const turned = [...(flips.length === 0 ? [] : [`flips ${flips.map(flipWords).join(', ')}`]), ...weakened]
    .map((part) => `; ${part}`)
    .join('');
  return `${label} ${sharesWords(shares)} of ${grouped(differences.length)} parameter sets (${range}): ${verdictWords(here, verdict)}${turned}`;
}

/** `better in 97 %, worse in 1 %`, the most frequent first. */
function sharesWords({ better, worse, same, undecided }: ConclusionShares): string {
  return (
    [
      ['better', better],
      ['worse', worse],
      ['practically the same', same],
      ['undecided', undecided],
    ] as const
  )
    .filter(([, share]) => share > 0)
    .sort((a, b) => b[1] - a[1])
    .map(([word, share]) => `${word} in ${percent(share)}`)
    .join(', ');
}

function verdictWords({ asStudied }: Pick<RobustnessHere, 'asStudied'>, verdict: RobustnessHere['verdict']): string {
  if (verdict === 'depends') return asStudied.conclusion === 'undecided' ? 'undecided as studied' : 'depends on what we do not know';
  return verdict;
}

function flipWords(flip: Flip): string {
  return flip.by === 'memory' ? `under ${flip.name}` : `where ${flip.path} is ${flip.side} ${formatNumber(flip.value, 2)}`;
}

export function variantSentence(
  overall: RobustnessHere,
  segments: readonly Segment[],
  own: { readonly [id: string]: RobustnessHere },
): string {
  if (segments.length === 1) return capital(`${overall.sentence}.`);
  return `Overall: ${overall.sentence}. ${segments.map(({ id, name }) => `${capital(name ?? id)}: ${own[id]!.sentence}.`).join(' ')}`;
}

function capital(text: string): string {
  return text === '' ? text : text[0]!.toUpperCase() + text.slice(1);
}

export function robustnessText(result: Robustness): string {
  return partsOfText(result, tableText, (title) => [title, '-'.repeat(title.length)]).join('\n');
}

export function robustnessMarkdown(result: Robustness): string {
  return partsOfText(result, tableMarkdown, (title) => [`### ${title}`, '']).join('\n');
}

function partsOfText(result: Robustness, table: (table: Table) => string, heading: (title: string) => string[]): string[] {
  const lines: string[] = [];
  for (const [name, variant] of inOrder(result.order.variants, result.variants)) {
    lines.push(...heading(`${name}: ${outcomeDescriptions[result.outcome].label} under other assumptions`), variant.sentence, '');
    lines.push(table(memoryTable(result, variant)), '');
    const effects = parameterTable(result, variant);
    if (effects.rows.length > 0) lines.push(table(effects), '');
  }
  const { customers, seed } = result.study;
  lines.push(
    `${grouped(result.sets.memory.length)} parameter sets, the same ${grouped(customers)} customers a segment in each, seed '${seed}'.`,
  );
  for (const caution of result.cautions) lines.push(`Caution: ${caution.message} (${caution.path})`);
  return lines;
}

function memoryTable(result: Robustness, { overall }: VariantRobustness): Table {
  return {
    head: ['memory', 'difference', 'conclusion', 'sets', 'better', 'worse'],
    rows: Object.entries(overall.memory).map(([name, { difference, conclusion, sets, shares }]) => [
      name,
      formatDifference(result.outcome, difference),
      conclusion,
      String(sets),
      percent(shares.better),
      percent(shares.worse),
    ]),
  };
}

const mostShown = 8;

/** The parameters that move the overall difference most, widest first; those that change nothing are left out. */
function parameterTable(result: Robustness, { overall }: VariantRobustness): Table {
  const width = ({ atLow, atHigh }: ParameterEffect): number =>
    Math.max(atLow, atHigh, overall.asStudied.difference) - Math.min(atLow, atHigh, overall.asStudied.difference);
  const shown = Object.entries(overall.parameters)
    .filter(([, effect]) => width(effect) > 0)
    .sort((a, b) => width(b[1]) - width(a[1]))
    .slice(0, mostShown);
  return {
    head: ['parameter alone', 'from', 'difference', 'to', 'difference', 'correlation'],
    rows: shown.map(([path, { atLow, atHigh, correlation }]) => {
      const { low, high } = result.over.parameters[path]!;
      return [
        path,
        formatNumber(low, 2),
        formatDifference(result.outcome, atLow),
        formatNumber(high, 2),
        formatDifference(result.outcome, atHigh),
        formatNumber(correlation, 2),
      ];
    }),
  };
}
