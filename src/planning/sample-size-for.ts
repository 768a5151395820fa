import { openAt } from '../plain/plain-object';
import { unfit } from '../errors/wording';
import { issuesError } from '../plain/issues-error';
import { deepFreeze } from '../plain/deep-freeze';
import { reading, type Reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import type { AnyComparison } from '../results/types';
import { withDisplay } from '../words/display';
import { groupSize, shareGroupSize } from './group-size';
import { sampleSizeSentence, sampleSizePage } from './planning-words';
import { fromComparison, fromExpected, type Predicted } from './predicted-change';
import type { ExpectedChange, Respondents, SampleSize, SampleSizeOptions, SurveyDesign } from './types';

const optionKeys = [
  'design',
  'power',
  'alpha',
  'responseRate',
  'outcome',
  'variant',
  'segment',
] as const satisfies readonly (keyof SampleSizeOptions)[];
type Options = Reading<keyof SampleSizeOptions>;
const designs: readonly SurveyDesign[] = ['ab-test', 'paired survey', 'before-after'];

/**
 * How many real people a survey or an A/B test needs to see a predicted difference. Simulated customers are compared with themselves and
 * answer with the same slip of the pen in both journeys; real groups are different people, and a real person's second answer slips anew. So
 * the number is far larger than `customersNeeded` of a comparison, and is worked out from how much *answers* vary, not from the paired
 * difference. Of csat and recommendation people tick whole numbers, which adds a twelfth to the variance. Satisfaction counts as asked, with the
 * response noise of the model, and remembered utility as measured without error; `experiment` takes satisfaction as felt, without noise, and reports
 * of remembered utility with its own `noise`, so its effect sizes of these two differ. The sentence names which is assumed.
 *
 * Two-sided test, normal theory with Student's t for small groups (Welch); for two shares Fleiss' formula without continuity correction.
 * Nothing is allowed for people who drop out beyond `responseRate`, for clustering, or for looking at the data more than once.
 *
 * @param predicted What `compare` returned; or `{ difference, sd }` of your own, or `{ share, difference }`.
 * @param options `design` (default `ab-test`), `power` (0.8), `alpha` (0.05), `responseRate` (1), and of a comparison `outcome`, `variant`,
 * `segment`.
 * @returns frozen plain data: `needed` with answers `perGroup`, in all (`respondents`) and `invitations`; `ifSmaller`, the same for the
 * weaker end of the comparison's interval; `assumptions` and a `sentence`.
 * @throws JourneyError for options out of range, and where the comparison has no such outcome, variant or segment.
 *
 * @example
 * import { sampleSizeFor } from 'peakend';
 * sampleSizeFor({ difference: 5, sd: 10 }).needed?.perGroup; // 64
 * sampleSizeFor({ share: 0.5, difference: 0.1 }).needed?.perGroup; // 388
 */
export function sampleSizeFor(predicted: AnyComparison | ExpectedChange, options: SampleSizeOptions = {}): SampleSize {
  const given = reading(options, optionKeys, { path: 'options' });
  const probability = { what: 'a probability' };
  const design = given.oneOf('design', designs) ?? 'ab-test';
  const power = given.number('power', { min: 0.5, max: 0.999, ...probability }) ?? 0.8;
  const alpha = given.number('alpha', { min: 0.0001, max: 0.5, ...probability }) ?? 0.05;
  const responseRate = given.number('responseRate', { min: 0, max: 1, what: 'a share' }) ?? 1;
  if (responseRate === 0) {
    given.fault('responseRate', 'a share above 0', { code: 'out-of-range', params: { min: 0, minExcluded: true, max: 1 } });
  }
  const read = readPredicted(predicted, given);
  if (read !== undefined && design === 'paired survey' && read.pairedVariance === undefined) {
    given.issues.push(unfit(undefined, 'predicted.differenceSd', "the standard deviation of one person's change"));
  }
  given.finish();

  const change = read!;
  const paired = design === 'paired survey';
  const respondentsFor = (difference: number): Respondents | undefined => {
    const wanted = { difference, power, alpha };
    const perGroup = paired
      ? groupSize(wanted, [change.pairedVariance!])
      : change.share === undefined
        ? groupSize(wanted, change.variances)
        : shareGroupSize(wanted, change.share);
    if (perGroup === undefined) return undefined;
    const respondents = paired ? perGroup : 2 * perGroup;
    const invitations = Math.ceil(respondents / responseRate);
    // More than can be counted: no survey shows it.
    return Number.isFinite(invitations) ? { difference, perGroup, respondents, invitations } : undefined;
  };
  const needed = respondentsFor(change.difference);
  const weaker = weakerEnd(change);
  const ifSmaller = weaker === undefined ? undefined : respondentsFor(weaker);
  const { outcome, variant, segment } = change;
  const size = {
    kind: 'sample size' as const,
    design,
    ...(outcome === undefined ? {} : { outcome, variant: variant!, segment: segment! }),
    power,
    alpha,
    responseRate,
    sd: paired
      ? { difference: Math.sqrt(change.pairedVariance!) }
      : { baseline: Math.sqrt(change.variances[0]), variant: Math.sqrt(change.variances[1]) },
    ...(needed === undefined ? {} : { needed }),
    ...(ifSmaller === undefined ? {} : { ifSmaller }),
    assumptions: [
      ...change.assumptions.filter((text) => paired || !text.includes('two answers')),
      ...(design === 'before-after' ? ['nothing else changes between before and after'] : []),
    ],
  };
  return deepFreeze(withDisplay({ ...size, sentence: sampleSizeSentence(size, change.difference, change.segmentName) }, sampleSizePage));
}

function readPredicted(predicted: unknown, options: Options): Predicted | undefined {
  const { issues } = options;
  const expected = 'what compare returned, or { difference, sd }, or { share, difference }';
  const fields = openAt(predicted, 'predicted', expected, issues);
  if (fields === undefined) throw issuesError(issues);
  if (fields['kind'] === 'comparison') return fromComparison(checkResult(predicted, 'predicted', 'comparison'), options);
  if ('difference' in fields) return fromExpected(fields, issues);
  issues.push(unfit(predicted, 'predicted', expected));
  return undefined;
}

/** The end of the interval nearer to 0, where all of it is on one side. */
function weakerEnd({ interval, difference }: Predicted): number | undefined {
  if (interval === undefined || interval.low === interval.high) return undefined;
  const end = difference > 0 ? interval.low : interval.high;
  return end * difference > 0 ? end : undefined;
}
