import { outcomeDescriptions, type OutcomeName } from '../../experience/outcomes';
import { formatDifference, formatOutcome, grouped, percent } from '../../results/format-outcome';
import { isAboutChange } from '../../standards/check-standards';
import { standardWords } from '../../standards/standards-words';
import type { Standard } from '../../standards/types';
import { oneLine } from '../../words/one-line';
import { describeSettings, type Case } from './case';
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
  { reasons, today }: { readonly reasons: readonly Reason[]; readonly today?: number | undefined },
): string {
  const before = today === undefined ? '' : `; it is ${formatOutcome(evidence.outcome, today)} today`;
  const because = reasons.length === 0 ? '' : ` because ${list(reasons.map(({ words }) => words))}`;
  return oneLine(`${who(one)} ${lossWords(standard, evidence)}${because}${conditions(one)}${before}.`);
}

const likeOthers: readonly string[] = ['id', 'share', 'count', 'name'];

function who(one: Case): string {
  const customers = one.settings
    .filter(({ dimension }) => dimension.of === 'customer')
    .map(({ dimension, value }) => dimension.words(value));
  const { id, name = id } = one.segment;
  const isSpecial = Object.keys(one.segment).some((key) => !likeOthers.includes(key));
  const kind = isSpecial ? `customers of the segment ${name}` : 'customers';
  if (customers.length > 0) return `For ${kind} who ${listed(customers)},`;
  return isSpecial ? `For ${kind}, as they are,` : 'For customers like any other,';
}

function conditions(one: Case): string {
  const of = (part: 'assumption' | 'journey'): string[] =>
    describeSettings(one).flatMap(({ words }, index) => (one.settings[index]!.dimension.of === part ? [words] : []));
  const journeys = of('journey');
  const assumptions = of('assumption');
  return `${journeys.length === 0 ? '' : `, where ${listed(journeys)}`}${assumptions.length === 0 ? '' : `, if ${listed(assumptions)}`}`;
}

function lossWords(standard: Standard | StandardFunction, { outcome, value, interval, missedBy = 0 }: Evidence): string {
  if (typeof standard === 'function' || value === undefined || interval === undefined) return `"${wordsOf(standard)}" does not hold`;
  const { label } = outcomeDescriptions[outcome];
  const { low, high } = interval;
  if ('fewWorse' in standard) return `the redesign is worse in ${label} for ${percent(value)} (${percent(low)} to ${percent(high)})`;
  if (isAboutChange(standard)) {
    const ends = [Math.abs(low), Math.abs(high)].sort((a, b) => a - b) as [number, number];
    const range =
      low === high
        ? ''
        : low < 0 && high > 0
          ? ` (${formatDifference(outcome, low)} to ${formatDifference(outcome, high)})`
          : ` (${size(outcome, ends[0])} to ${size(outcome, ends[1])})`;
    return `the redesign ${changeVerb(outcome, value, missedBy)} ${amount(outcome, Math.abs(value))}${range}`;
  }
  const statistic = 'statistic' in standard && standard.statistic !== 'mean' ? `${standard.statistic} of ${label}` : label;
  const range = low === high ? '' : ` (${formatOutcome(outcome, low)} to ${formatOutcome(outcome, high)})`;
  return `${statistic} with the redesign is ${formatOutcome(outcome, value)}${range}`;
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
export function searchedWords(searched: Omit<Searched, 'words'>): string {
  const { cases, ends, pairs, errorRate, customers } = searched;
  const alone =
    ends.of === 0
      ? ''
      : `, with ${ends.tried === ends.of ? `all ${ends.of}` : `${ends.tried} of ${ends.of}`} ends of its ranges tried alone`;
  const together = pairs.of === 0 ? '' : ` and ${percent(pairs.tried / pairs.of)} of all pairs of settings together`;
  return `${grouped(cases)} cases${alone}${together}; ${grouped(customers)} customers simulated; false alarms at most 1 in ${grouped(1 / errorRate)} searches`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]!}`;
}

const mostListed = 3;

function listed(parts: readonly string[]): string {
  const more = parts.length - mostListed;
  return list(more <= 1 ? parts : [...parts.slice(0, mostListed), `${more} more things`]);
}
