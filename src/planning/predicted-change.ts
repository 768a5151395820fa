import type { Issue } from '../errors/issue';
import { unknownName } from '../errors/unknown-name';
import { unfit } from '../errors/wording';
import { inWholeNumbers } from '../experience/answers';
import { type OutcomeName, isShare } from '../experience/outcomes';
import { checkKeys } from '../plain/check-keys';
import { Reading } from '../plain/reading';
import { differenceIn } from '../results/comparison-words';
import { segmentIds, variantNames } from '../results/order';
import { segmentName } from '../results/segment-name';
import { estimateIn } from '../results/simulation-words';
import type { StudyRecord, Comparison, Difference, VariantResult } from '../results/types';
import { readOutcome } from '../experience/read-outcome';
import type { Interval } from '../statistics/interval';
import { askedWithNoise, withoutError } from './planning-words';
import type { SampleSizeOptions } from './types';
import { mean, variance } from '../distributions/mathematics';
import type { Segment } from '../journey/types';
import type { Parameter } from '../model/types';

/** What is to be seen, and through how much noise. */
export interface Predicted {
  readonly difference: number;
  readonly interval?: Interval;
  /** Variances of the answers in the two groups. */
  readonly variances: readonly [baseline: number, variant: number];
  /** The share now, where the outcome is one. */
  readonly share?: number;
  /** Variance of one person's change between two answers; undefined where nobody said. */
  readonly pairedVariance: number | undefined;
  readonly assumptions: readonly string[];
  readonly outcome?: OutcomeName;
  readonly variant?: string;
  readonly segment?: string;
  readonly segmentName?: string;
}

/** From numbers of one's own. */
export function fromExpected(written: Readonly<Record<string, unknown>>, issues: Issue[]): Predicted | undefined {
  const before = issues.length;
  const read = new Reading<'difference' | 'share' | 'sd' | 'variantSd' | 'differenceSd'>(written, 'predicted', issues);
  checkKeys(written, 'share' in written ? ['difference', 'share'] : ['difference', 'sd', 'variantSd', 'differenceSd'], 'predicted', issues);
  if ('share' in written) {
    const share = read.needed('share', { min: 0, max: 1, what: 'a share' });
    const what = share === undefined ? 'a difference of shares' : `a difference that leads from ${share} to a share,`;
    const difference = read.needed('difference', { min: -(share ?? 1), max: 1 - (share ?? 0), what });
    if (share === undefined || difference === undefined || issues.length > before) return undefined;
    const other = share + difference;
    const unrelated = share * (1 - share) + other * (1 - other);
    return {
      difference,
      share,
      variances: [share * (1 - share), other * (1 - other)],
      pairedVariance: unrelated,
      assumptions: [unrelatedAnswers],
    };
  }
  const size = { min: 0, max: 1e12, what: 'a standard deviation' };
  const difference = read.needed('difference', { min: -1e12, max: 1e12 });
  const sd = read.needed('sd', size);
  const variantSd = read.number('variantSd', size) ?? sd;
  const differenceSd = read.number('differenceSd', size);
  if (issues.length > before) return undefined;
  const paired = differenceSd === undefined ? undefined : differenceSd * differenceSd;
  return { difference: difference!, variances: [sd! * sd!, variantSd! * variantSd!], pairedVariance: paired, assumptions: [] };
}

const unrelatedAnswers = "cautious: one person's two answers are taken as unrelated";

/** From a comparison: what real answers would vary by, which is more than what customers feel. */
export function fromComparison(comparison: Comparison, options: Reading<keyof SampleSizeOptions>): Predicted | undefined {
  const { issues, written } = options;
  const name = chosen(written.variant, variantNames(comparison), 'variant', issues);
  const outcome = readOutcome(options.has('outcome') ? written.outcome : comparison.leading, 'outcome', issues);
  const place =
    options.has('segment') && written.segment !== 'overall'
      ? chosen(written.segment, segmentIds(comparison), 'segment', issues)
      : 'overall';
  if (name === undefined || place === undefined || issues.length > 0) return undefined;
  const variant = comparison.variants[name]!;
  const difference = differenceAt(variant, place, outcome);
  const before = estimateIn(place === 'overall' ? comparison.baseline.overall : comparison.baseline.segments[place]!, outcome);
  const after = estimateIn(place === 'overall' ? variant.simulation.overall : variant.simulation.segments[place]!, outcome);
  if (difference === undefined || before === undefined || after === undefined) {
    issues.push(unfit(outcome, 'outcome', 'an outcome that the comparison has', { code: 'missing', hint: 'name it in outcomes' }));
    return undefined;
  }
  const segments = comparison.study.segments.filter(({ id }) => place === 'overall' || id === place);
  const noise = answerVariance(outcome, comparison.study, segments);
  // Answers have their noise in them already; satisfaction itself is what people feel, before they are asked.
  const rounding = inWholeNumbers.includes(outcome) ? ofRounding : 0;
  const more = outcome === 'satisfaction' ? noise! : rounding;
  const variances = [before.sd * before.sd + more, after.sd * after.sd + more] as const;
  const assumptions: string[] = [];
  if (outcome === 'satisfaction') assumptions.push(askedWithNoise);
  if (rounding > 0) assumptions.push('answered in whole numbers');
  if (!isAsked(outcome)) assumptions.push(withoutError);
  if (noise === undefined) assumptions.push(unrelatedAnswers);
  else if (noise > 0) assumptions.push("one person's two answers have noise of their own each");
  return {
    difference: difference.difference,
    interval: difference.interval,
    variances,
    ...(isShare(outcome) ? { share: before.mean } : {}),
    pairedVariance:
      noise === undefined ? variances[0] + variances[1] : ownVariance(comparison, variant, place, outcome) + 2 * (noise + rounding),
    assumptions,
    outcome,
    variant: name,
    segment: place,
    segmentName: segmentName(comparison.study.segments, place),
  };
}

/** How customers' own differences vary: within segments and between them. */
function ownVariance(comparison: Comparison, variant: VariantResult, place: string, outcome: OutcomeName): number {
  const { customers, segments } = comparison.study;
  const within = (difference: Difference): number => difference.standardError * difference.standardError * customers;
  if (place !== 'overall') return within(differenceAt(variant, place, outcome)!);
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  const mean = differenceAt(variant, 'overall', outcome)!.difference;
  return segments.reduce((sum, { id, share }) => {
    const own = differenceAt(variant, id, outcome)!;
    return sum + (share / whole) * (within(own) + (own.difference - mean) * (own.difference - mean));
  }, 0);
}

function differenceAt(variant: VariantResult, place: string, outcome: OutcomeName): Difference | undefined {
  return differenceIn(place === 'overall' ? variant.overall : variant.segments[place]!, outcome);
}

/** The one that is meant, or the only one. */
function chosen(written: unknown, known: readonly string[], path: string, issues: Issue[]): string | undefined {
  if (written === undefined && known.length === 1) return known[0];
  if (typeof written === 'string' && known.includes(written)) return written;
  issues.push(unknownName(path, written, known));
  return undefined;
}

/** Variance that taking the nearest whole number adds (Sheppard). */
const ofRounding = 1 / 12;

/** How the points of satisfaction turn into each answer's scale. */
const scales: { readonly [Name in OutcomeName]?: number } = { satisfaction: 1, csat: 0.04, recommendation: 0.1 };

/** Whether people are asked for it; everything else is measured, or taken as if it were. */
function isAsked(outcome: OutcomeName): boolean {
  return outcome in scales || outcome === 'nps' || outcome === 'satisfied' || outcome === 'delighted';
}

/**
 * Variance that one answer adds to what a person feels, on the answer's scale; undefined where noise and answer cannot be told apart (NPS and
 * shares, where it decides which side of a threshold an answer falls on).
 */
function answerVariance(outcome: OutcomeName, study: StudyRecord, segments: readonly Segment[]): number | undefined {
  if (!isAsked(outcome)) return 0;
  const scale = scales[outcome];
  if (scale === undefined) return undefined;
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  return segments.reduce((sum, { share, model }) => {
    const sd: Parameter = model?.response?.sd ?? study.model.response.sd;
    const squared = typeof sd === 'number' ? sd * sd : mean(sd) * mean(sd) + variance(sd);
    return sum + (share / whole) * scale * scale * squared;
  }, 0);
}
