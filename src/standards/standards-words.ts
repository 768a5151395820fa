import { outcomeDescriptions } from '../experience/outcomes';
import { formatDifference, formatOutcome, percent } from '../results/format-outcome';
import { tableMarkdown, tableText, type Table } from '../results/table';
import type { Standard, StandardCheck, StandardResult, StandardsReport } from './types';

/** A standard in words: `p95 of waiting at most 10 min in every segment`. */
export function standardWords(standard: Standard): string {
  if ('noSegmentWorse' in standard) {
    const { noSegmentWorse: outcome, margin } = standard;
    const grace = margin === 0 ? '' : ` by more than ${sizeText(outcome, margin)}`;
    return `${outcomeDescriptions[outcome].label} worse in no segment${grace}`;
  }
  if ('improves' in standard) {
    const { improves: outcome, by, segment } = standard;
    return `${outcomeDescriptions[outcome].label} better${by === 0 ? '' : ` by at least ${sizeText(outcome, by)}`}${segmentWords(segment)}`;
  }
  if ('fewWorse' in standard) {
    return `${outcomeDescriptions[standard.fewWorse].label} worse for at most ${percent(standard.atMost)}${segmentWords(standard.segment)}`;
  }
  const { outcome, statistic, segment } = standard;
  const what = statistic === 'mean' ? outcomeDescriptions[outcome].label : `${statistic} of ${outcomeDescriptions[outcome].label}`;
  const bound =
    'atLeast' in standard ? `at least ${formatOutcome(outcome, standard.atLeast)}` : `at most ${formatOutcome(outcome, standard.atMost)}`;
  return `${what} ${bound}${segmentWords(segment)}`;
}

function segmentWords(segment: string): string {
  if (segment === 'overall') return '';
  return segment === 'each' ? ' in every segment' : ` in ${segment}`;
}

/** `satisfaction at least 60: holds, 64.2 (63.9 to 64.5), 4.2 to spare`. */
export function standardSentence(result: Omit<StandardResult, 'sentence'>): string {
  const { standard, variant, verdict, checks, hint, probability } = result;
  const where = checks.length > 1 ? `${result.segment} ` : '';
  const found = `${where}${foundText(standard, result)}`;
  const tail =
    verdict === 'cannot tell'
      ? [probability === undefined ? undefined : `holds with probability ${percent(probability)}`, hint]
          .filter((part) => part !== undefined)
          .join('; ')
      : `${marginText(standard, Math.abs(result.margin))} ${result.margin >= 0 ? 'to spare' : 'short'}`;
  return `${variant === undefined ? '' : `${variant}: `}${standardWords(standard)}: ${verdict}, ${found}${tail === '' ? '' : `, ${tail}`}`;
}

function foundText(standard: Standard, { value, interval: { low, high } }: StandardCheck): string {
  const text = (number: number): string => valueText(standard, number);
  const [is, from, to] = [text(value), text(low), text(high)];
  return from === to ? is : `${is} (${from} to ${to})`;
}

/** A found value: what an outcome is, how it differs, or a share of customers. */
function valueText(standard: Standard, value: number): string {
  if ('fewWorse' in standard) return percent(value);
  if ('outcome' in standard) return formatOutcome(standard.outcome, value);
  return formatDifference('improves' in standard ? standard.improves : standard.noSegmentWorse, value);
}

function marginText(standard: Standard, margin: number): string {
  if ('fewWorse' in standard) return sizeText('completed', margin);
  return sizeText('outcome' in standard ? standard.outcome : 'improves' in standard ? standard.improves : standard.noSegmentWorse, margin);
}

/** A size without a sign. */
function sizeText(outcome: Parameters<typeof formatDifference>[0], size: number): string {
  return formatDifference(outcome, size).replace(/^\+/, '');
}

export function reportSentence({ standards, verdict }: Pick<StandardsReport, 'standards' | 'verdict'>): string {
  const count = (wanted: string): number => standards.filter((result) => result.verdict === wanted).length;
  const of = `of ${standards.length} standard${standards.length === 1 ? '' : 's'}`;
  if (verdict === 'holds') return standards.length === 1 ? 'The standard holds.' : `All ${standards.length} standards hold.`;
  const parts = [
    [count('fails'), 'fail', 'fails'],
    [count('cannot tell'), 'cannot be told', 'cannot be told'],
    [count('holds'), 'hold', 'holds'],
  ] as const;
  return `${of.replace(/^of/, 'Of')}: ${parts
    .filter(([number]) => number > 0)
    .map(([number, many, one]) => `${number} ${number === 1 ? one : many}`)
    .join(', ')}.`;
}

export function standardsText(report: StandardsReport): string {
  return [report.sentence, '', tableText(standardsTable(report)), '', footOf(report)].join('\n');
}

export function standardsMarkdown(report: StandardsReport): string {
  return [`**${report.sentence}**`, '', tableMarkdown(standardsTable(report)), '', footOf(report)].join('\n');
}

function standardsTable({ standards }: StandardsReport): Table {
  const several = standards.some(({ variant }) => variant !== undefined);
  return {
    head: ['standard', ...(several ? ['variant'] : []), 'verdict', 'where', 'found', 'margin', 'probability'],
    rows: standards.map((result) => [
      standardWords(result.standard),
      ...(several ? [result.variant ?? ''] : []),
      result.verdict,
      result.segment,
      foundText(result.standard, result),
      (result.margin < 0 ? '−' : '') + marginText(result.standard, Math.abs(result.margin)),
      result.probability === undefined ? '–' : percent(result.probability),
    ]),
  };
}

function footOf({ simultaneous: { checks, confidence } }: StandardsReport): string {
  return `Verdicts hold all at once with ${percent(confidence)} confidence over ${checks} check${checks === 1 ? '' : 's'} (Bonferroni): simulation error only.`;
}
