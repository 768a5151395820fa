import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatNumber } from '../distributions/format-number';
import type { Segment } from '../journey/types';
import { cautionLines } from '../results/caution-lines';
import { formatDifference, grouped, moreToTell } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { wholePercents } from '../results/whole-percents';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import { holds, isDecided } from './hold';
import type { ConclusionShares, Flip, ParameterEffect, Robustness, RobustnessHere, VariantRobustness } from './types';

/**
 * `satisfaction better in 97 % of 200 parameter sets, in 184 of them by at least half as much (+2.1 to +7.9 in nine of ten, as studied +6.1):
 * robust`, and what turns it round or leaves little of it. Where the study itself is not among its sets, that first.
 */
export function hereSentence(outcome: OutcomeName, margin: number, here: Omit<RobustnessHere, 'sentence'>): string {
  const { shares, difference, asStudied, differences } = here;
  const { label } = outcomeDescriptions[outcome];
  const size = (value: number): string => formatDifference(outcome, value);
  const range = `${size(difference.p5)} to ${size(difference.p95)} in nine of ten, as studied ${size(asStudied.difference)}`;
  const sets = `${grouped(differences.length)} parameter sets`;
  const exceptions = [...flipsWords(here), ...weakenedWords(outcome, margin, here)].map((part) => `; ${part}`).join('');
  const body = `${label} ${sharesWords(shares)} of ${sets}${holdsWords(outcome, margin, here)} (${range}): ${verdictWords(here)}${exceptions}`;
  return oneLine(`${outsideWords(outcome, sets, here)}${body}`);
}

/** `the studied +21.3 lies above all 200 parameter sets (up to +0.3); `, or nothing. */
function outsideWords(
  outcome: OutcomeName,
  sets: string,
  { amongSets, asStudied, difference: { p5, p95, min, max } }: Pick<RobustnessHere, 'amongSets' | 'asStudied' | 'difference'>,
): string {
  if (amongSets === 'within') return '';
  const studied = asStudied.difference;
  const [low, high, range] = amongSets === 'outside all' ? [min, max, `all ${sets}`] : [p5, p95, `the range of nine in ten of ${sets}`];
  const above = studied > high;
  const end = above ? high : low;
  // With as many decimals as it takes to see that it lies outside.
  const more = moreToTell((value, digits) => formatDifference(outcome, value, digits), [studied, end]);
  const [from, to] = [formatDifference(outcome, studied, more), formatDifference(outcome, end, more)];
  return `the studied ${from} lies ${above ? 'above' : 'below'} ${range} (${above ? 'up to' : 'from'} ${to}); `;
}

/** `better in 97 %, worse in 3 %`, the most frequent first. */
export function sharesWords(shares: ConclusionShares): string {
  const { better, worse, same, undecided } = shares;
  const all = [better, worse, same, undecided];
  const percents = wholePercents(all);
  return ['better', 'worse', 'practically the same', 'undecided']
    .map((word, index) => ({ share: all[index]!, text: `${word} in ${percents[index]!}` }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ text }) => text)
    .join(', ');
}

/** How many sets find the size too; of what is the same there is none. */
export function holdsWords(
  outcome: OutcomeName,
  margin: number,
  { asStudied, holds, differences }: Pick<RobustnessHere, 'asStudied' | 'holds' | 'differences'>,
): string {
  if (holds === undefined || asStudied.conclusion === 'practically the same') return '';
  const count = Math.round(holds * differences.length);
  const many = count === 0 ? 'none' : count === differences.length ? 'all' : grouped(count);
  return `, in ${many} of them ${sizeWords(outcome, margin)}`;
}

/** The size that counts. */
function sizeWords(outcome: OutcomeName, margin: number): string {
  return margin > 0 ? `beyond the margin of ${formatDifference(outcome, margin).replace('+', '')}` : 'by at least half as much as studied';
}

export function verdictWords({ asStudied, verdict, shares, flips }: Pick<RobustnessHere, 'asStudied' | 'verdict' | 'shares' | 'flips'>): string {
  if (verdict !== 'depends') return verdict;
  const { conclusion } = asStudied;
  if (conclusion === 'undecided') return 'undecided as studied';
  const agreed = conclusion === 'better' ? shares.better : shares.worse;
  return agreed >= 0.9 && flips.length === 0
    ? `${conclusion}, but how much depends on what we do not know`
    : 'depends on what we do not know';
}

function flipsWords({ flips }: Pick<RobustnessHere, 'flips'>): string[] {
  return flips.length === 0 ? [] : [`flips ${flips.map(flipWords).join(', ')}`];
}

const kinds = ['memory', 'peak', 'endWindow'] as const;
const conclusions = ['better', 'worse', 'practically the same', 'undecided'] as const;

/** What alone takes the studied conclusion away without turning it round, or leaves too little of its size. */
function weakenedWords(outcome: OutcomeName, margin: number, here: Omit<RobustnessHere, 'sentence'>): string[] {
  const { asStudied, flips } = here;
  const tried = kinds.flatMap((by) => Object.entries(here[by]).map(([name, found]) => ({ by, name, found })));
  const turned = ({ by, name }: (typeof tried)[number]): boolean =>
    flips.some((flip) => flip.by !== 'parameter' && flip.by === by && flip.name === name);
  const others = conclusions
    .filter((conclusion) => conclusion !== asStudied.conclusion)
    .map((conclusion) => ({
      conclusion,
      under: tried.filter((one) => one.found.conclusion === conclusion && !turned(one)).map(({ by, name }) => underWords(by, name)),
    }))
    .filter(({ under }) => under.length > 0)
    .map(({ conclusion, under }) => `${conclusion} ${under.join(', ')}`);
  const little = tried
    .filter(({ found }) => found.conclusion === asStudied.conclusion && isDecided(found) && !holds(found, asStudied, margin))
    .map(({ by, name, found }) => `${underWords(by, name)} (${formatDifference(outcome, found.difference)})`);
  const short = margin > 0 ? 'not beyond the margin' : 'less than half';
  return [...others, ...(little.length === 0 ? [] : [`${short} ${little.join(', ')}`])];
}

function underWords(by: (typeof kinds)[number], name: string): string {
  return by === 'memory' ? `under ${name}` : `with ${by === 'peak' ? 'peak' : 'end'} ${name}`;
}

function flipWords(flip: Flip): string {
  return flip.by !== 'parameter' ? underWords(flip.by, flip.name) : `where ${flip.path} is ${flip.side} ${formatNumber(flip.value, 2)}`;
}

export function variantSentence(
  overall: RobustnessHere,
  segments: readonly Segment[],
  own: { readonly [id: string]: RobustnessHere },
): string {
  if (segments.length === 1) return capital(`${overall.sentence}.`);
  return oneLine(
    `Overall: ${overall.sentence}. ${segments.map(({ id, name }) => `${capital(name ?? id)}: ${own[id]!.sentence}.`).join(' ')}`,
  );
}

function capital(text: string): string {
  return text === '' ? text : text[0]!.toUpperCase() + text.slice(1);
}

export function robustnessPage(result: Robustness): Block[] {
  const blocks: Block[] = [];
  for (const [name, variant] of inOrder(result.order.variants, result.variants)) {
    blocks.push({ heading: `${name}: ${outcomeDescriptions[result.outcome].label} under other assumptions` }, { prose: variant.sentence });
    blocks.push({ table: assumptionTable(result, variant) });
    const effects = parameterTable(result, variant);
    if (effects.rows.length > 0) blocks.push({ table: effects });
  }
  const { customers, seed } = result.study;
  const foot = [
    `${grouped(result.sets.memory.length)} parameter sets, the same ${grouped(customers)} customers a segment in each, seed '${seed}'.`,
    `A set holds where it concludes as studied, ${sizeWords(result.outcome, result.margin)}.`,
  ];
  return [...blocks, { prose: [...foot, ...cautionLines(result.cautions)] }];
}

/** Each memory model, peak rule and end window: what the study finds under it, and what its parameter sets do. */
function assumptionTable(result: Robustness, { overall }: VariantRobustness): Table {
  const tried = kinds.flatMap((by) => Object.entries(overall[by]).map(([name, found]) => ({ by, name, found })));
  return {
    head: ['assumption', 'difference', 'conclusion', 'sets', 'better', 'worse', ...(overall.holds === undefined ? [] : ['hold'])],
    rows: tried.map(({ by, name, found: { difference, conclusion, sets, shares, holds: share } }) => {
      const [better, worse] = wholePercents([shares.better, shares.worse, shares.same, shares.undecided]);
      return [
        by === 'memory' ? name : `${by === 'peak' ? 'peak' : 'end'} ${name}`,
        formatDifference(result.outcome, difference),
        conclusion,
        String(sets),
        better!,
        worse!,
        ...(share === undefined ? [] : [wholePercents([share, 1 - share])[0]!]),
      ];
    }),
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
