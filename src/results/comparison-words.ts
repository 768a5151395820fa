import { capital } from '../words/capital';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import type { Segment } from '../journey/types';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import { writtenMargin } from './written-margin';
import { cautionLines } from './caution-lines';
import { formatDifference, formatDifferenceWithInterval, grouped, percent } from './format-outcome';
import { addedUp, completersWords, otherwiseAmongCompleters } from './completers-words';
import { headlineOutcomes } from './headline-outcomes';
import { inOrder, segmentIds, variantNames } from './order';
import { segmentName } from './segment-name';
import { wholePercents } from './whole-percents';
import type { Caution, Comparison, Difference, Differences, VariantResult } from './types';

/** `satisfaction +6.1 (5.4 to 6.8), better for 71 %, worse for 4 %`, or that nothing changes, or that it is undecided. */
export function differenceSentence(name: OutcomeName, difference: Omit<Difference, 'sentence' | 'quantiles'>, margin = 0): string {
  const { label } = outcomeDescriptions[name];
  const { low, high } = difference.interval;
  const same = difference.conclusion === 'practically the same';
  if (same && low === 0 && high === 0) return `${label}: the same for everybody`;
  const range = formatDifferenceWithInterval(name, difference.difference, low, high, margin);
  switch (difference.conclusion) {
    case 'practically the same':
      return `${label} practically the same: ${range}`;
    case 'undecided': {
      const more = difference.customersNeeded;
      const seen = difference.standardError === 0 && difference.difference === 0 ? 'nobody simulated changed, which leaves ' : '';
      return `${label} undecided: ${seen}${range}${more === undefined ? '' : `, about ${grouped(roundUp(more))} more customers a segment would tell`}`;
    }
    default: {
      const who = whoChanges(difference);
      return `${label} ${range}${who === '' ? '' : `, ${who}`}`;
    }
  }
}

function whoChanges({ better, same, worse }: Omit<Difference, 'sentence' | 'quantiles'>): string {
  const [more, less] = bothShares({ better, same, worse });
  return [...(better > 0 ? [`better for ${more}`] : []), ...(worse > 0 ? [`worse for ${less}`] : [])].join(', ');
}

/** For how many it is better and worse; together never more than all. */
function bothShares({ better, same, worse }: Pick<Difference, 'better' | 'same' | 'worse'>): readonly [better: string, worse: string] {
  // Where nobody stays as before, each rounded on its own could make 101.
  const [more, less] = same < 0.01 ? wholePercents([better, worse, same]) : [percent(better), percent(worse)];
  return [more!, less!];
}

/** Two digits are plenty for a number of customers. */
function roundUp(count: number): number {
  let unit = 1;
  while (count / unit > 99) unit *= 10;
  return Math.ceil(count / unit) * unit;
}

/** The verdict, segment by segment; where segments pull apart, that first. */
export function variantSentence(variant: Omit<VariantResult, 'sentence'>, segments: readonly Segment[], leading: OutcomeName): string {
  const overall = differenceIn(variant.overall, leading);
  if (overall === undefined) return 'nothing to compare';
  const among = ofCompleters(variant.overall, leading);
  if (segments.length === 1) return capital(`${overall.sentence}${among}.`);
  const pieces = segments.map(({ id, name }) => {
    const difference = differenceIn(variant.segments[id]!, leading)!;
    const same = difference.conclusion === 'practically the same';
    return {
      name: name ?? id,
      conclusion: difference.conclusion,
      text: `${name ?? id}: ${same ? 'practically the same' : difference.sentence}${ofCompleters(variant.segments[id]!, leading)}`,
    };
  });
  const better = pieces.filter(({ conclusion }) => conclusion === 'better').map(({ name }) => name);
  const worse = pieces.filter(({ conclusion }) => conclusion === 'worse').map(({ name }) => name);
  const apart =
    better.length > 0 && worse.length > 0 ? `Segments pull apart: better for ${better.join(', ')}; worse for ${worse.join(', ')}. ` : '';
  return oneLine(`${apart}Overall: ${overall.sentence}${among}. ${pieces.map(({ text }) => capital(text)).join('; ')}.`);
}

/** A headline never tells a time of those who stay without that of those who would have stayed anyway. */
function ofCompleters(differences: Differences, leading: OutcomeName): string {
  const words = completersWords(differences, leading);
  return words === undefined ? '' : ` (${words})`;
}

export function differenceIn(differences: Differences, name: OutcomeName): Difference | undefined {
  return (differences as { readonly [Key in OutcomeName]?: Difference })[name];
}

/** Where completing changed, or who leaves misses other steps, times mix two things: how long the journey is, and how much of it people live. */
function completersLine(result: Comparison, variant: VariantResult): string | undefined {
  const both = variant.overall.ifCompletedBoth;
  if (both === undefined) return undefined;
  const apart = addedUp.filter((name) => headlineOutcomes.includes(name) && otherwiseAmongCompleters(variant.overall, name) !== undefined);
  if (apart.length === 0 && differenceIn(variant.overall, 'completed')?.difference === 0) return undefined;
  const names = new Set<OutcomeName>(['clockDuration', 'perceivedDuration', ...apart, result.leading]);
  const found = [...names].flatMap((name) => {
    const difference = (both as { readonly [Key in OutcomeName]?: Difference })[name];
    return difference === undefined ? [] : [differenceSentence(name, difference, writtenMargin(name, result))];
  });
  return found.length === 0 ? undefined : `Of those who complete both (${percent(both.share)}): ${found.join('; ')}.`;
}

export function comparisonPage(result: Comparison): Block[] {
  const parts = inOrder(variantNames(result), result.variants).flatMap(([name, variant]): Block[] => [
    { heading: againstBaseline(result, name) },
    { prose: variant.sentence },
    ...differenceBlocks(result, variant),
  ]);
  const cautions = allCautions(result);
  return [...parts, { prose: footOf(result) }, ...(cautions.length > 0 ? [{ prose: cautionLines(cautions) }] : [])];
}

export function againstBaseline(result: Comparison, variant: string): string {
  return `${variant} against ${result.baseline.journey.name}`;
}

/** One variant's differences outcome by outcome, and those of the people who complete both. */
export function differenceBlocks(result: Comparison, variant: VariantResult): Block[] {
  const completers = completersLine(result, variant);
  return [{ table: differenceTable(result, variant) }, ...(completers === undefined ? [] : [{ prose: completers }])];
}

/** What the numbers of a comparison mean, and how sure they are. */
export function footOf(result: Comparison): string {
  const { customers, confidence, seed } = result.study;
  const { differences } = result.simultaneous;
  const atOnce = differences === 1 ? '' : ` Conclusions hold for all ${differences} differences of an outcome at once (Bonferroni).`;
  return (
    `The same ${grouped(customers)} customers a segment in each journey, seed '${seed}'. In brackets the ${percent(confidence)} interval of ` +
    `the mean difference: simulation error only. Better, worse and the same speak of that mean; ? is undecided.${atOnce}`
  );
}

/** The cautions of the study and of each variant. */
export function allCautions(result: Comparison): Caution[] {
  return [...result.cautions, ...variantNames(result).flatMap((name) => result.variants[name]!.cautions)];
}

/** One row an outcome: overall with interval and conclusion, then each segment's difference. */
function differenceTable(result: Comparison, variant: VariantResult): Table {
  const segments = inOrder(segmentIds(result), variant.segments);
  // More segments than these make the table too wide to read; the sentence names them all.
  const single = segments.length === 1 || segments.length > 4;
  const shown = outcomeNames.filter((name) => {
    const difference = differenceIn(variant.overall, name);
    return difference !== undefined && (headlineOutcomes.includes(name) || result.study.outcomes.length <= 8);
  });
  return {
    head: [
      '',
      'overall',
      'better',
      'worse',
      'conclusion',
      ...(single ? [] : segments.map(([id]) => segmentName(result.study.segments, id))),
    ],
    rows: shown.map((name) => {
      const difference = differenceIn(variant.overall, name)!;
      const { low, high } = difference.interval;
      return [
        outcomeDescriptions[name].label,
        formatDifferenceWithInterval(name, difference.difference, low, high, writtenMargin(name, result)),
        ...bothShares(difference),
        conclusionText(result, name, difference),
        ...(single ? [] : segments.map(([, own]) => ownText(name, differenceIn(own, name)))),
      ];
    }),
  };
}

/** Beside a margin on satisfaction, what is made of it and has none says so: it answers another question. */
function conclusionText({ margin }: Comparison, name: OutcomeName, { conclusion }: Difference): string {
  const sure = conclusion === 'better' || conclusion === 'worse';
  const asked = (margin.satisfaction ?? 0) > 0 && margin[name] === undefined && madeOfSatisfaction.has(name);
  return sure && asked ? `${conclusion} (no margin)` : conclusion;
}

const madeOfSatisfaction: ReadonlySet<OutcomeName> = /* @__PURE__ */ new Set(['nps', 'satisfied', 'delighted', 'value'] as const);

function ownText(name: OutcomeName, difference: Difference | undefined): string {
  if (difference === undefined) return '–';
  return formatDifference(name, difference.difference) + (difference.conclusion === 'undecided' ? ' ?' : '');
}
