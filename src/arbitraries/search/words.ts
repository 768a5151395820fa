import { outcomeDescriptions, type OutcomeName } from '../../experience/outcomes';
import { joined } from '../../words/joined';
import { formatDifference, formatOutcome, grouped, percent } from '../../results/format-outcome';
import { isAboutChange } from '../../standards/check-standards';
import { standardWords } from '../../standards/standards-words';
import type { Standard } from '../../standards/types';
import { oneLine } from '../../words/one-line';
import { describeSettings, type Case } from './case';
import type { Judgement } from './judge';
import type { Evidence, Reason, Searched, StandardFunction } from './types';

export function wordsOf(standard: Standard | StandardFunction): string {
  if (typeof standard !== 'function') return standardWords(standard);
  // A function written in place is called after the key it stands under.
  return standard.name === '' || standard.name === 'standard' ? 'the standard' : oneLine(standard.name);
}

/** `For customers who expect much of it (+5 of 10), the redesign loses 6.1 points … because it ends at −3 …`. */
export function counterexampleWords(
  standard: Standard | StandardFunction,
  one: Case,
  evidence: Evidence,
  reasons: readonly Reason[] = [],
  today?: number,
): string {
  const because = reasons.length === 0 ? '' : ` because ${joined(reasons.map(({ words }) => words))}`;
  const conditions = `${settingWords(one, 'journey', ', where ')}${settingWords(one, 'assumption', ', if ')}`;
  const before = today === undefined ? '' : `; it is ${formatOutcome(evidence.outcome, today)} today`;
  return oneLine(`${who(one)} ${lossWords(standard, evidence)}${because}${conditions}${before}.`);
}

/** The case nearest to breaking a standard, which is not said to be broken: not by one answer of a function, which others did not bear out. */
export function closestWords(standard: Standard | StandardFunction, one: Case, { evidence, headroom }: Judgement): string {
  if (typeof standard !== 'function') return counterexampleWords(standard, one, evidence);
  const name = `"${wordsOf(standard)}"`;
  const count = grouped(evidence.customers);
  const said =
    headroom > 0
      ? `${name} holds with ${count} of them, which others did not show`
      : headroom < 0
        ? `${name} did not hold with ${count} of them, which others did not confirm`
        : `${name} says neither yes nor no`;
  const conditions = `${settingWords(one, 'journey', ', where ')}${settingWords(one, 'assumption', ', if ')}`;
  return oneLine(`${who(one)} ${said}${conditions}.`);
}

const likeOthers: readonly string[] = ['id', 'share', 'count', 'name'];

function who(one: Case): string {
  const { id, name = id } = one.segment;
  const isSpecial = Object.keys(one.segment).some((key) => !likeOthers.includes(key));
  const kind = isSpecial ? `customers of the segment ${name}` : 'customers';
  const differs = settingWords(one, 'customer', ' who ');
  if (differs !== '') return `For ${kind}${differs},`;
  return isSpecial ? `For ${kind}, as they are,` : 'For customers like any other,';
}

const mostListed = 3;

/** What is unusual, after the words that lead to it; nothing where nothing is. */
function settingWords(one: Case, kind: 'customer' | 'assumption' | 'journey', lead: string): string {
  const words = describeSettings(one, kind).map((setting) => setting.words);
  if (words.length === 0) return '';
  const more = words.length - mostListed;
  return `${lead}${joined(more <= 1 ? words : [...words.slice(0, mostListed), `${more} more things`])}`;
}

function lossWords(standard: Standard | StandardFunction, { outcome, value, interval, missedBy = 0 }: Evidence): string {
  if (typeof standard === 'function' || value === undefined || interval === undefined) return `"${wordsOf(standard)}" does not hold`;
  const { label } = outcomeDescriptions[outcome];
  const { low, high } = interval;
  if ('fewWorse' in standard) return `the redesign is worse in ${label} for ${percent(value)} (${percent(low)} to ${percent(high)})`;
  const range = (write: (outcome: OutcomeName, value: number) => string, ...ends: readonly number[]): string =>
    low === high ? '' : ` (${ends.map((end) => write(outcome, end)).join(' to ')})`;
  if (isAboutChange(standard)) {
    const sizes = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b);
    const found = low < 0 && high > 0 ? range(formatDifference, low, high) : range(size, ...sizes);
    return `the redesign ${changeVerb(outcome, value, missedBy)} ${amount(outcome, Math.abs(value))}${found}`;
  }
  const statistic = 'statistic' in standard && standard.statistic !== 'mean' ? `${standard.statistic} of ${label}` : label;
  return `${statistic} with the redesign is ${formatOutcome(outcome, value)}${range(formatOutcome, low, high)}`;
}

/** Whether it gains or loses, and whether what it gains is not enough. */
function changeVerb(outcome: OutcomeName, value: number, missedBy: number): string {
  const higher = outcomeDescriptions[outcome].better === 'higher';
  const isBetter = higher ? value > 0 : value < 0;
  if (isBetter) return `${missedBy > 0 ? 'only ' : ''}${higher ? 'gains' : 'saves'}`;
  return higher ? 'loses' : 'adds';
}

function size(outcome: OutcomeName, difference: number): string {
  return formatDifference(outcome, difference).replace(/^\+/, '');
}

const nouns: { readonly [Name in OutcomeName]?: string } = {
  completed: 'those who complete',
  peakAffect: 'affect at the peak',
  endAffect: 'affect at the end',
  meanAffect: 'affect on average',
};

function amount(outcome: OutcomeName, difference: number): string {
  const { unit, label } = outcomeDescriptions[outcome];
  return `${size(outcome, difference)}${unit === 'points' ? ' points' : ''} of ${nouns[outcome] ?? label}`;
}

/** `in none of 400 cases …`. */
export function searchedWords({ cases, ends, pairs, errorRate, customers }: Omit<Searched, 'words'>): string {
  const tried = ends.tried === ends.of ? `all ${ends.of}` : `${ends.tried} of ${ends.of}`;
  const alone = ends.of === 0 ? '' : `, with ${tried} ends of its ranges tried alone`;
  const together = pairs.of === 0 ? '' : ` and ${percent(pairs.tried / pairs.of)} of all pairs of settings together`;
  return `${grouped(cases)} cases${alone}${together}; ${grouped(customers)} customers simulated; false alarms at most 1 in ${grouped(1 / errorRate)} searches`;
}
