import type { Issue } from '../../errors/issue';
import { openPlain } from '../../plain/plain-object';
import { quote } from '../../errors/wording';
import type { OutcomeName } from '../../experience/outcomes';
import { issuesError } from '../../plain/issues-error';
import { checkKeys } from '../../plain/check-keys';
import { openOptions } from '../../plain/open-options';
import type { Comparison } from '../../results/types';
import { improves, fewWorse, noSegmentWorse as noSegmentWorseStandard } from '../../standards/change-standards';
import { atLeast } from '../../standards/bounds';
import { readStandards } from '../../standards/read-standards';
import { outcomeOf } from '../../standards/check-standards';
import { standardWords } from '../../standards/standards-words';
import type { ImprovesOptions, Standard, StandardInput } from '../../standards/types';

/** A ready-made claim about a redesign. Make one with `noSegmentWorse`, `feelsShorter`, `standardHolds`, … */
export interface Claim {
  /** The claim in words. */
  readonly claim: string;
  /** What decides it. */
  readonly standard: Standard;
}

/**
 * A claim of your own: whether it holds for this comparison of `baseline` with the variant `redesign`, for one segment; undefined where it
 * cannot be told. Anything else it returns, a promise among them, is refused. It may look at means: a single comparison is never believed, see `findCounterexample`.
 */
export type ClaimFunction = (comparison: Comparison<string, 'redesign'>) => boolean | undefined;

/** What a claim is about. */
export interface ClaimOptions {
  /** By which outcome it is judged. Default `satisfaction`. */
  readonly outcome?: OutcomeName | undefined;
  /** How much worse still passes, in the outcome's unit, 0 or more. Default 0. */
  readonly margin?: number | undefined;
}

function claimOf(claim: string, standard: StandardInput): Claim {
  return Object.freeze({ claim, standard: readStandards(standard)[0]! });
}

/** The options of a claim, each known. */
function read<Options extends object>(options: Options, keys: readonly (keyof Options & string)[]): Options {
  const issues: Issue[] = [];
  const read = openOptions(options, keys, issues, { path: 'options' });
  if (issues.length > 0) throw issuesError(issues);
  return read as Options;
}

/** A claim from outside: a function, a standard, or a claim made here or read back from JSON. */
export function readClaim(given: unknown): Claim | ClaimFunction {
  if (typeof given === 'function') return given as ClaimFunction;
  const expected = 'a claim such as noSegmentWorse(), a standard, or a function of a comparison';
  const { fields, issue } = openPlain(given, expected);
  if (fields === undefined) throw issuesError([given === undefined ? { ...issue, code: 'missing' } : issue]);
  if (!('claim' in fields)) return standardHolds(fields as never);
  const issues: Issue[] = [];
  checkKeys(fields, ['claim', 'standard'], '', issues);
  if (typeof fields['claim'] !== 'string') {
    issues.push({ code: 'invalid-type', path: 'claim', expected: 'the claim in words', received: quote(fields['claim']) });
  }
  if (issues.length > 0) throw issuesError(issues);
  return claimOf(fields['claim'] as string, fields['standard'] as StandardInput);
}

/**
 * No kind of customer loses by the redesign.
 *
 * @param options `outcome` (default `satisfaction`); `margin`: how much worse still passes, in the outcome's unit (default 0: a redesign that
 * neither gains nor loses lies on the bound itself, and then nobody can tell).
 * @returns a claim, as plain data.
 *
 * @example
 * import { noSegmentWorse } from 'peakend/arbitraries';
 * noSegmentWorse({ margin: 1 }).claim; // 'satisfaction worse in no segment by more than 1.0'
 */
export function noSegmentWorse(options: ClaimOptions = {}): Claim {
  const { outcome = 'satisfaction', margin = 0 } = read(options, ['outcome', 'margin']);
  const standard = noSegmentWorseStandard(outcome, { margin });
  return claimOf(standardWords(standard), standard);
}

/**
 * The redesign feels shorter.
 *
 * @param options `by`: by at least so much, in seconds or as text such as `'2 min'` (default 0).
 * @returns a claim, as plain data.
 *
 * @example
 * import { feelsShorter } from 'peakend/arbitraries';
 * feelsShorter({ by: '2 min' }).claim; // 'felt time better by at least 2 min'
 */
export function feelsShorter(options: Pick<ImprovesOptions, 'by'> = {}): Claim {
  const { by = 0 } = read(options, ['by']);
  const standard = improves('perceivedDuration', { by });
  return claimOf(standardWords(standard), standard);
}

/**
 * Satisfaction with the redesign is at least this.
 *
 * @param bound 0…100.
 * @returns a claim, as plain data.
 *
 * @example
 * import { satisfactionAtLeast } from 'peakend/arbitraries';
 * satisfactionAtLeast(60).claim; // 'satisfaction at least 60.0'
 */
export function satisfactionAtLeast(bound: number): Claim {
  const standard = atLeast('satisfaction', bound);
  return claimOf(standardWords(standard), standard);
}

/**
 * No more customers leave before the end than today.
 *
 * @param options `margin`: a share of customers, 0…1, that still passes (default 0).
 * @returns a claim, as plain data.
 *
 * @example
 * import { noMoreLeave } from 'peakend/arbitraries';
 * noMoreLeave({ margin: 0.01 }).standard.margin; // 0.01
 */
export function noMoreLeave(options: Pick<ClaimOptions, 'margin'> = {}): Claim {
  const { margin = 0 } = read(options, ['margin']);
  return claimOf('no more customers leave before the end', noSegmentWorseStandard('completed', { margin }));
}

/**
 * At most this share of customers is worse off.
 *
 * @param atMost 0…1.
 * @param options `outcome` (default `satisfaction`).
 * @returns a claim, as plain data.
 *
 * @example
 * import { fewLose } from 'peakend/arbitraries';
 * fewLose(0.1).claim; // 'satisfaction worse for at most 10 %'
 */
export function fewLose(atMost: number, options: Pick<ClaimOptions, 'outcome'> = {}): Claim {
  const { outcome = 'satisfaction' } = read(options, ['outcome']);
  const standard = fewWorse(outcome, { atMost });
  return claimOf(standardWords(standard), standard);
}

/**
 * A standard holds for the redesign.
 *
 * @param standard One of the library's (`atLeast`, `atMost`, `improves`, …), or as JSON: `{ outcome, segment?, statistic, atMost | atLeast }`.
 * @returns a claim, as plain data.
 * @throws JourneyError for a standard that cannot be read.
 *
 * @example
 * import { atMost } from 'peakend';
 * import { standardHolds } from 'peakend/arbitraries';
 * standardHolds(atMost('waitingDuration', '45 min', { statistic: 'p90' })).claim; // 'p90 of waiting at most 45 min'
 */
export function standardHolds(standard: StandardInput): Claim {
  const [read] = readStandards(standard);
  return claimOf(standardWords(read!), read!);
}

/** The outcome a claim is about; satisfaction for a function, of which nobody knows. */
export function outcomeOfClaim(claim: Claim | ClaimFunction): OutcomeName {
  return typeof claim === 'function' ? 'satisfaction' : outcomeOf(claim.standard)[0];
}

/** Whether a claim is about the difference to the baseline, and not about the redesign alone. */
export function isAboutChange(claim: Claim): boolean {
  return outcomeOf(claim.standard)[1] !== 'outcome';
}
