import { finish } from '../plain/work';
import type { Issue } from '../errors/issue';
import type { SegmentsOrIds } from '../simulation/types';
import { deepFreeze } from '../plain/deep-freeze';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { editsWords } from '../redesign/edit-words';
import { runEdits } from '../redesign/run-edits';
import type { Edit } from '../redesign/types';
import { withDisplay } from '../words/display';
import type { Caution } from '../results/types';
import { liveScenarios } from '../simulation/live-scenarios';
import type { PlanDoubts } from '../experience/plan-doubts';
import { readOutcome } from '../experience/read-outcome';
import { readScenarioStudy } from '../simulation/read-scenario-study';
import { recordOf, segmentOrder, setOwn, versions as versionsOf } from '../simulation/assemble';
import { rareChances } from '../simulation/cautions/seen';
import { studyCautions } from '../simulation/cautions';
import { openInput, type ResolvedStudy } from '../simulation/read-study';
import type { Moments } from '../statistics/chunk-moments';
import { combinedDoubt, doubtInterval } from '../statistics/doubt';
import { readJourney } from '../journey/read-journey';
import { atomBetween, drawnCoefficients, sequentialCoefficients, shapleyCoefficients, type Coefficients } from './coefficients';
import { SegmentTally, type Added } from './segment-tally';
import type { Contribution, EditContribution, Waterfall, WaterfallHere, WaterfallInput } from './types';
import { JourneyVersions } from './versions-of-journey';
import { hereSentence, waterfallPage } from './waterfall-words';

const defaultCustomers = 2000;
const mostEdits = 30;
/** Up to this many edits every order is counted: at most 256 versions of the journey. */
const mostExact = 8;
const drawnOrders = 64;

/**
 * Splits what a redesign does into what each of its edits does, in two ways. **Sequential**: what each adds to those before it, in the order
 * given: the picture for telling the story. **Shapley** (1953): what each adds on average over all orders in which they can be done, so that
 * nobody gains by standing first: the number for deciding which edit is worth its money. Where the two differ much, edits lean on each other.
 *
 * The same customers live every version of the journey, so the error of a contribution is that of its difference. Both ways sum to the
 * total, customer by customer. An edit that needs an earlier one only takes turns after it; edits that are only possible together count as
 * one. Up to eight edits every order is counted; beyond, 64 orders are drawn, and what that leaves open is in the standard errors.
 *
 * @param input `baseline`, `edits` (at most 30), all that a study has (`customers` default 2,000) and `outcome` (default `satisfaction`).
 * @returns frozen plain data: `overall` and `segments[id]`, each with `start`, `end`, `total`, `sequential` and `shapley` contributions
 * (`difference`, `standardError`, `interval` in the outcome's unit, variant − baseline) and a `sentence`.
 * @throws JourneyError with every fault in the study and the edits at once.
 *
 * @example
 * import { move, update, waterfall } from 'peakend';
 * const visit = {
 *   name: 'Visit',
 *   interactions: [
 *     { id: 'thanks', duration: 60, affect: 4 },
 *     { id: 'queue', duration: 600, affect: -3 },
 *     { id: 'desk', duration: 300, affect: 1 },
 *   ],
 * };
 * const edits = [move('thanks', { to: 'end' }), update('queue', { affect: -1 })];
 * const parts = waterfall({ baseline: visit, edits, outcome: 'rememberedUtility', seed: 1 });
 * parts.overall.shapley.map(({ description }) => description)[0]; // 'move "thanks" to the end'
 * parts.shapley.orders; // 2
 */
export function waterfall<const Segments extends SegmentsOrIds>(input: WaterfallInput<Segments>): Waterfall {
  // 1. The study and the edits, checked together.
  const { study, edits, outcome } = readWaterfall(input);
  const baseline = study.journeys[0]!;
  // 2. Which versions of the journey are possible, and with what weight each enters each contribution.
  const versions = new JourneyVersions(baseline, edits);
  const atoms = versions.atoms.length;
  const exact = atoms <= mostExact;
  const sequential = sequentialCoefficients(versions);
  const shapley = exact ? shapleyCoefficients(versions) : drawnCoefficients(versions, study.root, drawnOrders);
  const sets = [...new Set([0, versions.all, ...sequential.weights.keys(), ...shapley.weights.keys()])].sort((a, b) => a - b);
  // 3. The same customers live all of them.
  const tallies = study.segments.map(() => new SegmentTally(outcome, study.customers, atoms, versions.all, sequential, shapley));
  const scenarios = sets.map((set) => ({ journeys: [versions.journey(set)!], model: study.model }));
  const ofBaseline = new Map<number, PlanDoubts>();
  liveScenarios(study, scenarios, [outcome], study.customers, (segment, scenario, [columns], count, first, [doubts]) => {
    if (sets[scenario] === 0) ofBaseline.set(segment, doubts!);
    tallies[segment]!.add(sets[scenario]!, columns![0]!, doubts!, count, first);
  });
  // 4. Numbers and words.
  const descriptions = editsWords(edits, baseline);
  const here = (segments: readonly number[], share: number): WaterfallHere => {
    const whole = segments.reduce((sum, index) => sum + study.segments[index]!.share, 0);
    const parts = segments.map((index) => ({ tally: tallies[index]!, weight: study.segments[index]!.share / whole }));
    const numbers = placeNumbers(parts, versions, edits, descriptions, shapley, study.confidence, outcome);
    return { share, ...numbers, sentence: hereSentence(outcome, numbers) };
  };
  const segments: Record<string, WaterfallHere> = {};
  study.segments.forEach(({ id, share }, index) => setOwn(segments, id, here([index], share)));
  const { outcomes: _, ...record } = recordOf(study, study.customers);
  const result: Waterfall = {
    kind: 'waterfall',
    outcome,
    edits,
    overall: here([...study.segments.keys()], 1),
    segments,
    order: { segments: segmentOrder(study) },
    shapley: { method: exact ? 'exact' : 'sampled', orders: shapley.count, journeys: sets.length },
    cautions: [
      ...finish(studyCautions(study, study.customers)).map(ofEdits),
      ...rareChances(baseline, [...ofBaseline.values()], study.customers),
    ],
    study: record,
    versions: versionsOf(baseline),
  };
  return deepFreeze(withDisplay(result, waterfallPage));
}

const ownKeys = ['baseline', 'edits', 'outcome'] as const satisfies readonly (keyof WaterfallInput)[];

function readWaterfall(given: unknown): {
  readonly study: ResolvedStudy;
  readonly edits: readonly Edit[];
  readonly outcome: Waterfall['outcome'];
} {
  const issues: Issue[] = [];
  const input = openInput(given, ownKeys);
  const { baseline, edits, outcome = 'satisfaction' } = input;
  const about = readOutcome(outcome, 'outcome', issues);
  const journeys = [{ path: 'baseline', value: baseline }];
  const reading = readJourney(baseline);
  if (Array.isArray(edits) && edits.length === 0) {
    issues.push({ code: 'missing', path: 'edits', expected: 'at least one edit', received: 'an empty list' });
  } else if (Array.isArray(edits) && edits.length > mostEdits) {
    issues.push({ code: 'too-large', path: 'edits', expected: `at most ${mostEdits} edits`, received: `a list of ${edits.length}` });
  } else if (reading.journey !== undefined) {
    const { done, issues: impossible } = runEdits(reading.journey, edits);
    issues.push(...impossible);
    // What segments respond to may be a step that only the redesign has.
    if (done !== undefined) journeys.push({ path: 'edits', value: done.journey });
  }
  const study = readScenarioStudy(input, journeys, ownKeys, defaultCustomers, about, issues);
  return { study, edits: deepFreeze(edits as readonly Edit[]), outcome: about };
}

/** The redesigned journey stands nowhere in the input: what is doubtful about it comes from the edits. */
function ofEdits(caution: Caution): Caution {
  return caution.path.startsWith('edits.') ? { ...caution, path: 'edits' } : caution;
}

interface WeighedSegment {
  readonly tally: SegmentTally;
  readonly weight: number;
}

type Numbers = Omit<WaterfallHere, 'share' | 'sentence'>;

function placeNumbers(
  parts: readonly WeighedSegment[],
  versions: JourneyVersions,
  edits: readonly Edit[],
  descriptions: readonly string[],
  shapley: Coefficients,
  level: number,
  outcome: OutcomeName,
): Numbers {
  const contribution = (of: (tally: SegmentTally) => Added, more = 0): Contribution =>
    contributionOf(
      parts.map(({ tally, weight }) => ({ ...of(tally), weight })),
      more,
      level,
      outcome,
    );
  const named = (which: 'sequential' | 'shapley', more: (atom: number) => number): EditContribution[] =>
    versions.atoms.map((places, atom) => ({
      edits: places,
      description: places.map((place) => descriptions[place]!).join('; '),
      ...costOf(places.map((place) => edits[place]!)),
      ...contribution((tally) => tally.of(which, atom), more(atom)),
    }));
  const mean = (of: (tally: SegmentTally) => Moments): number => parts.reduce((sum, { tally, weight }) => sum + weight * of(tally).mean, 0);
  return {
    start: mean((tally) => tally.start),
    end: mean((tally) => tally.end),
    total: contribution((tally) => tally.total),
    sequential: named('sequential', () => 0),
    shapley: named('shapley', (atom) => orderVariance(parts, shapley, atom)),
  };
}

function contributionOf(
  parts: readonly (Added & { readonly weight: number })[],
  more: number,
  level: number,
  outcome: OutcomeName,
): Contribution {
  let difference = 0;
  let errorSquared = more;
  for (const { moments, weight } of parts) {
    const { count, mean, spread } = moments;
    difference += weight * mean;
    if (count > 1) errorSquared += (weight * weight * spread) / (count - 1) / count;
  }
  const own = combinedDoubt(parts);
  const doubt = { ...own, error: Math.sqrt(own.error * own.error + more), degrees: own.degrees > 0 ? own.degrees : Infinity };
  const [low, high] = outcomeDescriptions[outcome].scale;
  return {
    difference,
    standardError: Math.sqrt(errorSquared),
    interval: doubtInterval(difference, doubt, level, [low - high, high - low]),
  };
}

/** Squared error that comes from having drawn some orders instead of counting all. */
function orderVariance(parts: readonly WeighedSegment[], { orders }: Coefficients, atom: number): number {
  if (orders === undefined || orders.length < 2) return 0;
  const mean = (set: number): number => parts.reduce((sum, { tally, weight }) => sum + weight * tally.meanOf(set), 0);
  const added = orders.map((sets) => {
    const step = sets.findIndex((set, index) => index > 0 && atomBetween(sets[index - 1]!, set) === atom);
    return mean(sets[step]!) - mean(sets[step - 1]!);
  });
  const middle = added.reduce((sum, one) => sum + one, 0) / added.length;
  let spread = 0;
  for (const one of added) spread += (one - middle) * (one - middle);
  return spread / (added.length - 1) / added.length;
}

function costOf(edits: readonly Edit[]): { readonly cost?: number } {
  const costs = edits.map(({ cost }) => cost).filter((cost) => cost !== undefined);
  return costs.length === 0 ? {} : { cost: costs.reduce((sum, cost) => sum + cost, 0) };
}
