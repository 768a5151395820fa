import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifference, formatOutcome, moreToState, moreToTell, percent, type Writer } from '../results/format-outcome';
import { joined } from '../words/joined';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import type { OpenEnds, Standard, StandardCheck, StandardResult, StandardsReport } from './types';

/**
 * A standard in words: `p95 of waiting at most 10 min in every segment`. Its bound has all the digits that it was written with.
 *
 * @param name What the segment it names is called. Default: its id.
 */
export function standardWords(standard: Standard, name?: string): string {
  const { bound, size } = writersOf(standard);
  const stated = size(bound, moreToState(size, bound));
  if ('noSegmentWorse' in standard) {
    return `${outcomeDescriptions[standard.noSegmentWorse].label} worse in no segment${bound === 0 ? '' : ` by more than ${stated}`}`;
  }
  if ('improves' in standard) {
    const { improves: outcome, segment } = standard;
    return `${outcomeDescriptions[outcome].label} better${bound === 0 ? '' : ` by at least ${stated}`}${segmentWords(segment, name)}`;
  }
  if ('fewWorse' in standard) {
    return `${outcomeDescriptions[standard.fewWorse].label} worse for at most ${percent(bound, moreToState(percent, bound))}${segmentWords(standard.segment, name)}`;
  }
  const { outcome, statistic, segment } = standard;
  const what = statistic === 'mean' ? outcomeDescriptions[outcome].label : `${statistic} of ${outcomeDescriptions[outcome].label}`;
  const level: Writer = (value, more) => formatOutcome(outcome, value, more);
  return `${what} ${'atLeast' in standard ? 'at least' : 'at most'} ${level(bound, moreToState(level, bound))}${segmentWords(segment, name)}`;
}

function segmentWords(segment: string, name = segment): string {
  if (segment === 'overall') return '';
  return segment === 'each' ? ' in every segment' : ` in ${name}`;
}

/** A place by its name, where it has one. */
export function placeName({ segment, segmentName }: StandardCheck): string {
  return segmentName ?? segment;
}

/** A standard's own number, and how what was found and how far it lies from the bound are written. */
interface Writers {
  readonly bound: number;
  /** What an outcome is, how it differs, or a share of customers. */
  readonly found: Writer;
  /** A size without a sign. */
  readonly size: Writer;
}

function writersOf(standard: Standard): Writers {
  const size =
    (outcome: OutcomeName): Writer =>
    (value, more) =>
      formatDifference(outcome, value, more).replace(/^\+/, '');
  if ('fewWorse' in standard) return { bound: standard.atMost, found: percent, size: size('completed') };
  if ('outcome' in standard) {
    const { outcome } = standard;
    const bound = 'atLeast' in standard ? standard.atLeast : standard.atMost;
    return { bound, found: (value, more) => formatOutcome(outcome, value, more), size: size(outcome) };
  }
  const [outcome, bound] = 'improves' in standard ? [standard.improves, standard.by] : [standard.noSegmentWorse, standard.margin];
  return { bound, found: (value, more) => formatDifference(outcome, value, more), size: size(outcome) };
}

/** What was found and the room to the bound, with the digits of the bound, and as many more as it takes to tell the two apart. */
export function checkWords(
  standard: Standard,
  { value, margin, interval: { low, high }, open }: StandardCheck,
): { found: string; room: string } {
  const { bound, found, size } = writersOf(standard);
  const stated = Math.max(moreToState(found, bound), moreToState(size, bound));
  const isLevel = 'outcome' in standard || 'fewWorse' in standard;
  const more = moreToTell(size, [margin, 0], isLevel ? moreToTell(found, [value, bound], stated) : stated);
  const [is, from, to] = [value, low, high].map((number) => found(number, more));
  return { found: from === to ? is! : `${is!} (${from!} to ${to!}${openWords(open)})`, room: size(Math.abs(margin), more) };
}

function openWords(open: OpenEnds | undefined): string {
  if (open === undefined) return '';
  return `, open ${open.low && open.high ? 'on both sides' : open.low ? 'below' : 'above'}`;
}

/** `4.2 to spare`; beyond a bound from above `2.1 min over`, from below `2.1 min short`; what was to be better and is the same is `no better`. */
export function roomWords(standard: Standard, { margin, verdict }: Pick<StandardCheck, 'margin' | 'verdict'>, room: string): string {
  if (margin === 0 && verdict === 'fails') return 'no better';
  return `${room} ${margin >= 0 ? 'to spare' : isFromAbove(standard) ? 'over' : 'short'}`;
}

function isFromAbove(standard: Standard): boolean {
  if ('fewWorse' in standard) return true;
  if ('outcome' in standard) return 'atMost' in standard;
  return 'noSegmentWorse' in standard && outcomeDescriptions[standard.noSegmentWorse].better === 'lower';
}

/** `satisfaction at least 60: holds, 64.2 (63.9 to 64.5), 4.2 to spare`. */
export function standardSentence(result: Omit<StandardResult, 'sentence'>, together: StandardsReport['simultaneous']): string {
  const { standard, variant, verdict, checks, hint, probability } = result;
  const { found, room } = checkWords(standard, result);
  const where = checks.length > 1 ? `${placeName(result)} ` : '';
  const tail =
    verdict === 'cannot tell'
      ? [
          probability === undefined
            ? undefined
            : `holds with probability ${percent(probability)}${2 * Math.abs(probability - 0.5) > together.confidence ? `, too little for ${together.checks} checks` : ''}`,
          hint,
        ]
          .filter((part) => part !== undefined)
          .join('; ')
      : `${roomWords(standard, result, room)}${hint === undefined ? '' : `; ${hint}`}`;
  return oneLine(
    `${variant === undefined ? '' : `${variant}: `}${standardWords(standard, result.segmentName)}: ${verdict}, ${where}${found}${tail === '' ? '' : `, ${tail}`}`,
  );
}

export function reportSentence({ standards, verdict }: Pick<StandardsReport, 'standards' | 'verdict'>): string {
  const variants = [...new Set(standards.map(({ variant }) => variant))];
  if (variants.length > 1) return oneLine(variantsSentence(standards, variants));
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

const mostNamed = 3;

/** `2 of 5 variants keep all 4 standards: calm and slow.`: standards and variants are counted apart. */
function variantsSentence(standards: readonly StandardResult[], variants: readonly StandardResult['variant'][]): string {
  const asked = standards.length / variants.length;
  const all = asked === 1 ? 'the standard' : `all ${asked} standards`;
  const own = variants.map((variant) => {
    const verdicts = standards.filter((result) => result.variant === variant).map(({ verdict }) => verdict);
    const holds = verdicts.filter((one) => one === 'holds').length;
    return { name: variant!, holds, isOpen: !verdicts.includes('fails') && holds < verdicts.length };
  });
  const keeping = own.filter(({ holds }) => holds === asked);
  const open = own.filter(({ isOpen }) => isOpen).length;
  const unsure = open === 0 ? '' : `; of ${open} more it cannot be told`;
  if (keeping.length === own.length) return `All ${own.length} variants keep ${all}.`;
  if (keeping.length > 0) {
    const names = keeping.length > mostNamed ? '' : `: ${joined(keeping.map(({ name }) => name))}`;
    return `${keeping.length} of ${own.length} variants ${keeping.length === 1 ? 'keeps' : 'keep'} ${all}${names}${unsure}.`;
  }
  const most = Math.max(...own.map(({ holds }) => holds));
  const best = own.filter(({ holds }) => holds === most);
  const nearest = most === 0 || best.length > mostNamed ? '' : `; most are kept by ${joined(best.map(({ name }) => name))} (${most})`;
  return open === 0
    ? `None of ${own.length} variants keeps ${all}${nearest}.`
    : `No variant of ${own.length} surely keeps ${all}: of ${open} it cannot be told.`;
}

export function standardsPage(report: StandardsReport): Block[] {
  return [{ title: report.sentence }, { table: standardsTable(report) }, { prose: footOf(report) }];
}

function standardsTable({ standards }: StandardsReport): Table {
  const several = standards.some(({ variant }) => variant !== undefined);
  return {
    head: ['standard', ...(several ? ['variant'] : []), 'verdict', 'where', 'found', 'margin', 'probability'],
    rows: standards.map((result) => {
      const { found, room } = checkWords(result.standard, result);
      return [
        standardWords(result.standard, result.segmentName),
        ...(several ? [result.variant ?? ''] : []),
        result.verdict,
        placeName(result),
        found,
        (result.margin < 0 ? '−' : '') + room,
        result.probability === undefined ? '–' : percent(result.probability),
      ];
    }),
    names: several ? [0, 1, 3] : [0, 2],
  };
}

function footOf({ simultaneous: { checks, confidence } }: StandardsReport): string {
  return `Verdicts hold all at once with ${percent(confidence)} confidence over ${checks} check${checks === 1 ? '' : 's'} (Bonferroni): simulation error only.`;
}
