import type { Issue } from '../errors/issue';
import { isList } from '../plain/plain-object';
import { unknownName } from '../errors/unknown-name';
import { at, quote } from '../errors/wording';
import type { OutcomeName } from '../experience/outcomes';
import { issuesError } from '../plain/issues-error';
import { deepFreeze } from '../plain/deep-freeze';
import { reading } from '../plain/reading';
import { confidences } from '../simulation/read-study';
import { checkResult } from '../results/check-result';
import { withDisplay } from '../words/display';
import { inOrder, segmentIds, variantNames } from '../results/order';
import type { Comparison, Simulation, VariantResult } from '../results/types';
import { differenceAt, findChange, findWorse, goodBy } from './find-change';
import { findMean } from './find-mean';
import { findQuantile, keeping, statedQuantile } from './find-quantile';
import { judge, type Limit } from './finding';
import { estimateAt, keptAt, placesOf, type Place } from './place';
import { readStandards } from './read-standards';
import { reportSentence, standardSentence, standardsPage } from './standards-words';
import { statisticLevel } from './statistic-level';
import { survivorsHint } from './survivors';
import type { AnyResult, CheckOptions, Standard, StandardCheck, StandardInput, StandardResult, StandardsReport, Verdict } from './types';

/**
 * Holds a result against promises: which hold, which fail, and which cannot be told from this many simulated customers.
 *
 * A standard **holds** where the whole interval of what was found keeps to the bound, **fails** where none of it does, and otherwise
 * nobody **can tell**. All intervals are widened (Bonferroni) so that at the study's confidence all verdicts are right at once: a longer list
 * needs more customers. Only simulation error is in them, not what the model does not know: for that there is `robustness`.
 *
 * Bounds on a comparison are held against each variant (not the baseline); standards about change need a comparison.
 *
 * A percentile's error needs the customers' own values: `simulate` or `compare` with `keep: ['waitingDuration']`. Without them only `p5 p25 p50 p75 p95`
 * can be checked, against a much wider interval that is certain from what the result states, and no probability is given.
 *
 * @param result What `simulate` or `compare` returned, or the same read back from JSON.
 * @param standards One or more standards from the constructors ({@link atLeast}, {@link atMost}, {@link noSegmentWorse}, {@link improves},
 * {@link fewWorse}) or as JSON.
 * @param options `confidence` of all verdicts together, 0.5 … 0.9999 (default: the study's).
 * @returns a frozen, plain-data report: `verdict`, and for each standard `verdict`, `value`, `margin` to the bound (0 or more holds; above 0, where nothing but better will do) in the
 * outcome's unit, `probability` that it holds (for `each` and `noSegmentWorse`: in all segments), `interval`, `sentence`, and `checks` place
 * by place. A standard's own numbers are those of the place that decides it.
 * @throws JourneyError for standards that cannot be read, and for outcomes, segments or percentiles that the result does not have.
 *
 * @example
 * import { atLeast, atMost, checkStandards, simulate } from 'peakend';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * const today = simulate({ journey: call, customers: 1000, seed: 1 });
 * const report = checkStandards(today, [atMost('clockDuration', '10 min'), atLeast('rememberedUtility', 3)]);
 * report.standards.map(({ verdict }) => verdict).join(', '); // 'holds, fails'
 * report.standards[0].margin; // 300
 */
export function checkStandards(
  result: AnyResult,
  standards: StandardInput | readonly StandardInput[],
  options: CheckOptions = {},
): StandardsReport {
  const sound = checkResult(result, 'result');
  const read = readStandards(standards);
  const settings = reading(options, ['confidence'], { path: 'options' });
  const confidence = settings.number('confidence', confidences) ?? sound.study.confidence;
  const { issues } = settings;
  const subjects = subjectsOf(sound);
  const tasks = read.flatMap((standard, index) =>
    subjects.map((subject) => ({
      standard,
      subject,
      places: placesFor(standard, subject, isList(standards) ? at('standards', index) : 'standards', issues),
    })),
  );
  if (issues.length > 0) throw issuesError(unique(issues));

  const checks = tasks.reduce((sum, { places }) => sum + places.length, 0);
  const level = 1 - (1 - confidence) / checks;
  const simultaneous = { method: 'bonferroni' as const, checks, confidence };
  const found = tasks.map(({ standard, subject, places }) =>
    summed(
      standard,
      subject,
      simultaneous,
      places.map((place) => ({ ...namedPlace(subject, place), ...checkAt(standard, subject, place, level) })),
    ),
  );
  const report = {
    kind: 'standards' as const,
    verdict: worst(found.map(({ verdict }) => verdict)),
    standards: found,
    simultaneous,
  };
  return deepFreeze(withDisplay({ ...report, sentence: reportSentence(report) }, standardsPage));
}

/** What a standard is held against: the simulation itself, or a variant of a comparison. */
interface Subject {
  readonly name: string | undefined;
  readonly simulation: Simulation;
  readonly variant: VariantResult | undefined;
}

function subjectsOf(result: Simulation | Comparison): Subject[] {
  if (result.kind === 'simulation') return [{ name: undefined, simulation: result, variant: undefined }];
  return inOrder(variantNames(result), result.variants).map(([name, variant]) => ({ name, simulation: variant.simulation, variant }));
}

/** Where a standard is to be checked, once it is known that the result can answer. */
function placesFor(standard: Standard, { simulation, variant }: Subject, path: string, issues: Issue[]): Place[] {
  const [outcome, key] = outcomeOf(standard);
  if (key !== 'outcome' && variant === undefined) {
    issues.push({
      code: 'conflict',
      path,
      expected: 'a comparison',
      received: 'a simulation',
      hint: `${key} is about a change: compare two journeys`,
    });
    return [];
  }
  const segment = 'noSegmentWorse' in standard ? 'each' : standard.segment;
  const places = placesOf(simulation, segment);
  if (places.length === 0) {
    const known = ['overall', 'each', ...segmentIds(simulation)];
    issues.push(unknownName(at(path, 'segment'), segment, known));
    return [];
  }
  const lacking = places.find(
    (place) => (key === 'outcome' ? estimateAt(simulation, place, outcome) : differenceAt(variant!, place, outcome)) === undefined,
  );
  if (lacking !== undefined) {
    const hint = 'name it in outcomes; value needs a returnValue, ease a step with effort';
    issues.push({
      code: 'missing',
      path: at(path, key),
      expected: 'an outcome that the result has',
      received: `${outcome}, which is not there for ${lacking.segment}`,
      hint,
    });
    return [];
  }
  if ('outcome' in standard) {
    const { statistic } = standard;
    const p = statisticLevel(statistic);
    const stated =
      p === undefined || places.every((place) => statedQuantile(estimateAt(simulation, place, outcome)!.quantiles, p) !== undefined);
    if (!stated && places.some((place) => keptAt(simulation, place, outcome) === undefined)) {
      const hint = keeping(outcome);
      issues.push({
        code: 'missing',
        path: at(path, 'statistic'),
        expected: 'p5, p25, p50, p75, p95, or columns that were kept',
        received: quote(statistic),
        hint,
      });
    }
  }
  return places;
}

function checkAt(standard: Standard, { simulation, variant }: Subject, place: Place, level: number): StandardCheck {
  if ('noSegmentWorse' in standard)
    return changeAt(variant!, place, standard.noSegmentWorse, goodBy(standard.noSegmentWorse, -standard.margin), level);
  if ('improves' in standard) {
    const { improves: outcome, by } = standard;
    return changeAt(variant!, place, outcome, goodBy(outcome, by, by === 0), level);
  }
  if ('fewWorse' in standard) {
    const limit: Limit = { bound: standard.atMost, side: 'at most' };
    return judge(findWorse(variant!, place, standard.fewWorse, limit, level), limit);
  }
  const limit: Limit = 'atLeast' in standard ? { bound: standard.atLeast, side: 'at least' } : { bound: standard.atMost, side: 'at most' };
  const p = statisticLevel(standard.statistic);
  const finding =
    p === undefined
      ? findMean(simulation, place, standard.outcome, limit, level)
      : findQuantile(simulation, place, standard.outcome, p, limit, level);
  return judge(finding, limit);
}

function namedPlace({ simulation }: Subject, { segment }: Place): Pick<StandardCheck, 'segmentName'> {
  const name = simulation.study.segments.find(({ id }) => id === segment)?.name;
  return name === undefined ? {} : { segmentName: name };
}

function changeAt(variant: VariantResult, place: Place, outcome: OutcomeName, limit: Limit, level: number): StandardCheck {
  return judge(findChange(variant, place, outcome, limit, level), limit);
}

/** All places of one standard: the one that decides it stands for it, and segments, being independent, must all hold. */
function summed(
  standard: Standard,
  subject: Subject,
  simultaneous: StandardsReport['simultaneous'],
  checks: readonly StandardCheck[],
): StandardResult {
  const verdict = worst(checks.map((check) => check.verdict));
  const deciding = checks.filter((check) => check.verdict === verdict).reduce((least, check) => (lessSure(check, least) ? check : least));
  const known = checks.map(({ probability }) => probability).filter((probability) => probability !== undefined);
  const { probability: _, ...own } = deciding;
  const { name } = subject;
  const hint = survivorsHint(standard, subject, deciding);
  const result = {
    standard,
    ...(name === undefined ? {} : { variant: name }),
    ...own,
    ...(hint === undefined ? {} : { hint }),
    ...(known.length < checks.length ? {} : { probability: known.reduce((all, one) => all * one, 1) }),
    checks,
  };
  return { ...result, sentence: standardSentence(result, simultaneous) };
}

function lessSure(check: StandardCheck, other: StandardCheck): boolean {
  const chance = check.probability ?? 0.5;
  const otherChance = other.probability ?? 0.5;
  return chance < otherChance || (chance === otherChance && check.margin < other.margin);
}

/** What holds of several verdicts together. */
export function worst(verdicts: readonly Verdict[]): Verdict {
  return verdicts.includes('fails') ? 'fails' : verdicts.includes('cannot tell') ? 'cannot tell' : 'holds';
}

/** The outcome a standard is about, and the key it stands under. */
export function outcomeOf(standard: Standard): readonly [OutcomeName, 'outcome' | 'noSegmentWorse' | 'improves' | 'fewWorse'] {
  if ('noSegmentWorse' in standard) return [standard.noSegmentWorse, 'noSegmentWorse'];
  if ('improves' in standard) return [standard.improves, 'improves'];
  if ('fewWorse' in standard) return [standard.fewWorse, 'fewWorse'];
  return [standard.outcome, 'outcome'];
}

/** Whether a standard is about the difference to the baseline, and not about a journey alone. */
export function isAboutChange(standard: Standard): boolean {
  return outcomeOf(standard)[1] !== 'outcome';
}

/** The variants of one comparison have the same faults. */
function unique(issues: readonly Issue[]): Issue[] {
  return issues.filter((issue, index) => issues.findIndex(({ code, path }) => code === issue.code && path === issue.path) === index);
}
