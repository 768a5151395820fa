import { finish } from '../plain/work';
import type { Issue } from '../errors/issue';
import type { SegmentsOrIds } from '../simulation/types';
import { deepFreeze } from '../plain/deep-freeze';
import type { OutcomeName } from '../experience/outcomes';
import { editsWords } from '../redesign/edit-words';
import { runEdits } from '../redesign/run-edits';
import type { Edit } from '../redesign/types';
import { withDisplay } from '../words/display';
import type { Caution } from '../results/types';
import type { Scenario } from '../simulation/compile-scenario';
import { readOutcome } from '../experience/read-outcome';
import { readScenarioStudy } from '../simulation/read-scenario-study';
import { recordOf, segmentOrder, setOwn, versions as versionsOf } from '../simulation/assemble';
import { rareChances } from '../simulation/cautions/seen';
import { studyCautions } from '../simulation/cautions';
import { openInput, type ResolvedStudy } from '../simulation/read-study';
import type { Moments } from '../statistics/chunk-moments';
import { readJourney } from '../journey/read-journey';
import type { Coefficients } from './coefficients';
import { shapleyOf, weighed, type WeighedTally } from './contribution';
import { liveVersions, mostAtoms, planVersions } from './live-versions';
import type { SegmentTally } from './segment-tally';
import type { Contribution, EditContribution, Waterfall, WaterfallHere, WaterfallInput } from './types';
import { JourneyVersions } from './versions-of-journey';
import { hereSentence, waterfallPage } from './waterfall-words';

const defaultCustomers = 2000;

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
  const plan = planVersions(versions, study.root);
  const { shapley, exact, sets } = plan;
  // 3. The same customers live all of them.
  const scenarioOf = (set: number): Scenario => ({ journeys: [versions.journey(set)!], model: study.model });
  const { tallies, ofNone } = finish(liveVersions(study, plan, outcome, scenarioOf));
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
      ...rareChances(baseline, study.segments, ofNone, study.customers),
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
  } else if (Array.isArray(edits) && edits.length > mostAtoms) {
    issues.push({ code: 'too-large', path: 'edits', expected: `at most ${mostAtoms} edits`, received: `a list of ${edits.length}` });
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

type Numbers = Omit<WaterfallHere, 'share' | 'sentence'>;

function placeNumbers(
  parts: readonly WeighedTally[],
  versions: JourneyVersions,
  edits: readonly Edit[],
  descriptions: readonly string[],
  shapley: Coefficients,
  level: number,
  outcome: OutcomeName,
): Numbers {
  const named = (of: (atom: number) => Contribution): EditContribution[] =>
    versions.atoms.map((places, atom) => ({
      edits: places,
      description: places.map((place) => descriptions[place]!).join('; '),
      ...costOf(places.map((place) => edits[place]!)),
      ...of(atom),
    }));
  const mean = (of: (tally: SegmentTally) => Moments): number => parts.reduce((sum, { tally, weight }) => sum + weight * of(tally).mean, 0);
  return {
    start: mean((tally) => tally.start),
    end: mean((tally) => tally.end),
    total: weighed(parts, (tally) => tally.total, level, outcome),
    sequential: named((atom) => weighed(parts, (tally) => tally.of('sequential', atom), level, outcome)),
    shapley: named((atom) => shapleyOf(parts, shapley, atom, level, outcome)),
  };
}

function costOf(edits: readonly Edit[]): { readonly cost?: number } {
  const costs = edits.map(({ cost }) => cost).filter((cost) => cost !== undefined);
  return costs.length === 0 ? {} : { cost: costs.reduce((sum, cost) => sum + cost, 0) };
}
