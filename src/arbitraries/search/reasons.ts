import { formatSeconds } from '../../distributions/format-seconds';
import type { OutcomeName } from '../../experience/outcomes';
import type { Interaction, Journey } from '../../journey/types';
import { defaultModel } from '../../model/defaults';
import { resolveModel } from '../../model/resolve-model';
import type { ExperienceModel } from '../../model/types';
import { exp } from '../../numerics/exp';
import { log2 } from '../../numerics/log';
import { units } from '../../journey/units';
import { differenceIn } from '../../results/comparison-words';
import { formatOutcome, percent, signed } from '../../results/format-outcome';
import { inOrder } from '../../results/order';
import { estimateIn } from '../../results/simulation-words';
import type { Comparison, VariantResult } from '../../results/types';
import type { StepSummary } from '../../summary/types';
import type { Reason } from './types';

type Found = Comparison<string, 'redesign'>;
type Loss = Omit<Reason, 'share'> & { readonly loss: number };

/** What the reasons are read from. */
export const reasonOutcomes = [
  'clockDuration',
  'perceivedDuration',
  'waitingDuration',
  'peakAffect',
  'endAffect',
  'meanAffect',
  'rememberedUtility',
  'satisfaction',
  'completed',
  'interactions',
] as const;

/** A reason with less than this share of the loss is not told. */
const worthTelling = 0.2;

/** Why the redesign loses for the one segment of a comparison, the heaviest reason first. */
export function reasonsFor(comparison: Found, outcome: OutcomeName): Reason[] {
  const model = modelOf(comparison);
  const losses = lossesIn(comparison, outcome, model).filter(({ loss }) => loss > 1e-9);
  const whole = losses.reduce((sum, { loss }) => sum + loss, 0);
  return losses
    .sort((a, b) => b.loss - a.loss)
    .map(({ because, words, loss }) => ({ because, words, share: loss / whole }))
    .filter(({ share }, index) => index === 0 || share >= worthTelling)
    .map((reason, _, kept) => ({ ...reason, share: reason.share / kept.reduce((sum, { share }) => sum + share, 0) }));
}

function modelOf({ study }: Found): ExperienceModel {
  const model = { ...defaultModel, ...study.model };
  const own = study.segments[0]?.model;
  return own === undefined ? model : resolveModel(model, own);
}

function lossesIn(comparison: Found, outcome: OutcomeName, model: ExperienceModel): Loss[] {
  const leaving = leavingLoss(comparison);
  switch (outcome) {
    case 'completed':
    case 'effectiveness':
    case 'progress':
      return leaving;
    case 'clockDuration':
    case 'perceivedDuration':
    case 'waitingDuration':
      return timeLoss(comparison, outcome);
    case 'peakAffect':
    case 'endAffect':
    case 'meanAffect':
      return [...memoryLosses(comparison, model).filter(({ because }) => outcome.startsWith(because)), ...leaving];
    default:
      return [...leaving, ...memoryLosses(comparison, model), ...judgementLosses(comparison, model)];
  }
}

/** Two values of an outcome: of the baseline and of the redesign. */
function both(comparison: Found, outcome: OutcomeName): readonly [before: number, after: number] {
  const { baseline, variants } = comparison;
  const before = estimateIn(baseline.overall, outcome)?.mean ?? 0;
  return [before, before + (differenceIn(variants.redesign.overall, outcome)?.difference ?? 0)];
}

/** The same over those only who complete both journeys, and their share; over all where nobody can leave. */
function stayed(comparison: Found, outcome: OutcomeName): { readonly before: number; readonly after: number; readonly share: number } {
  const { baseline, variants } = comparison;
  const among = variants.redesign.overall.ifCompletedBoth;
  if (among === undefined) {
    const [before, after] = both(comparison, outcome);
    return { before, after, share: 1 };
  }
  const before = baseline.overall.completers?.[outcome]?.mean ?? both(comparison, outcome)[0];
  return { before, after: before + (among[outcome]?.difference ?? 0), share: among.share };
}

/** What is lost on those who leave, in affect units: all that is lost less what those lose who complete both. */
function leavingLoss(comparison: Found): Loss[] {
  const [before, after] = both(comparison, 'completed');
  if (!(after < before - 1e-6)) return [];
  const { overall } = comparison.variants.redesign;
  const all = overall.satisfaction?.difference ?? 0;
  const among = overall.ifCompletedBoth;
  const onLeavers = -(all - (among?.share ?? 1) * (among?.satisfaction?.difference ?? all));
  const where = grownMost(comparison, ({ left }) => left);
  const place = where === undefined ? '' : `, most of them at ${where.name}`;
  const words = `${percent(1 - after)} of them leave before the end${place} (${percent(1 - before)} today)`;
  return [{ because: 'leaving', words, loss: Math.max(onLeavers / pointsPerAffect(comparison), before - after) }];
}

/** Points of satisfaction that one unit of affect is worth around the middle. */
function pointsPerAffect({ study }: Found): number {
  const { scale } = { ...defaultModel, ...study.model }.satisfaction;
  return 25 / (typeof scale === 'number' ? scale : 4);
}

interface Grown {
  readonly id: string;
  readonly name: string;
  /** Undefined: the step is new. */
  readonly before: number | undefined;
  readonly after: number;
}

/** The step of the redesign where something grew most. */
function grownMost({ baseline, variants }: Found, of: (step: StepSummary) => number): Grown | undefined {
  const { simulation } = variants.redesign;
  let most: (Grown & { readonly growth: number }) | undefined;
  for (const [id, step] of stepsOf(simulation)) {
    const known = baseline.overall.interactions?.[id];
    const before = known === undefined ? undefined : of(known);
    const after = of(step);
    const growth = after - (before ?? 0);
    if (growth > 1e-9 && (most === undefined || growth > most.growth))
      most = { id, name: nameIn(simulation.journey, id), before, after, growth };
  }
  return most;
}

function stepsOf({ overall, order }: Found['baseline']): (readonly [string, StepSummary])[] {
  return overall.interactions === undefined ? [] : inOrder(order.interactions, overall.interactions);
}

function nameIn(journey: Journey, id: string): string {
  for (const { unit } of units(journey)) if (unit.id === id) return unit.name ?? id;
  return id;
}

/** Peak, end and mean of those who stay, each by its weight in the memory at hand; a memory without weights is told by all three alike. */
function memoryLosses(comparison: Found, { memory }: ExperienceModel): Loss[] {
  const weightOf = (name: 'peak' | 'end' | 'mean'): number => {
    if (memory.kind !== 'blend') return memory.kind === 'recency' && name === 'end' ? 0.6 : 0.4;
    const weight = memory.weights[name];
    return typeof weight === 'number' ? weight : 1 / 3;
  };
  const tell: { readonly [Name in 'peak' | 'end' | 'mean']: (before: string, after: string) => string } = {
    peak: (before, after) => `${peakWords(comparison)} (${before} today, ${after} then)`,
    end: (before, after) => endWords(comparison, before, after),
    mean: (before, after) => `it is worse on average (${before} today, ${after} then)${meanWords(comparison)}`,
  };
  const [today, then] = [comparison.baseline.journey.interactions, comparison.variants.redesign.simulation.journey.interactions];
  if (today.length === 1 && then.length === 1) return [onlyStepLoss(comparison, today[0]!, then[0]!)];
  return (['peak', 'end', 'mean'] as const).map((name) => {
    const { before, after, share } = stayed(comparison, `${name}Affect`);
    const loss = share * weightOf(name) * (before - after);
    return { because: name, loss, words: tell[name](formatOutcome('peakAffect', before), formatOutcome('peakAffect', after)) };
  });
}

/** Of a single step, peak, end and mean are all the same. */
function onlyStepLoss(comparison: Found, today: Interaction, then: Interaction): Loss {
  const { before, after, share } = stayed(comparison, 'meanAffect');
  const [was, is] = [formatOutcome('meanAffect', before), formatOutcome('meanAffect', after)];
  const choice = choiceWords(comparison.variants.redesign.simulation.journey, comparison.baseline.journey, then.id);
  const name = then.name ?? then.id;
  const words =
    today.id === then.id
      ? `${name} feels ${is} instead of ${was}${choice}`
      : `${name} feels ${is} and ${today.name ?? today.id} felt ${was}`;
  return { because: 'mean', words, loss: share * (before - after) };
}

function endWords(comparison: Found, before: string, after: string): string {
  const [today, then] = [lastOf(comparison.baseline), lastOf(comparison.variants.redesign)];
  return today === then
    ? `${then}, the end, is at ${after} instead of ${before}`
    : `it ends at ${after} with ${then} instead of ${before} with ${today}`;
}

/** Which moment stood out, and what became of it. */
function peakWords({ baseline, variants }: Found): string {
  const before = stepsOf(baseline).sort(([, a], [, b]) => b.peakShare - a.peakShare)[0]?.[0];
  const { simulation } = variants.redesign;
  const after = stepsOf(simulation).sort(([, a], [, b]) => b.peakShare - a.peakShare)[0]?.[0];
  if (before === undefined || after === undefined) return 'the moment that stands out is worse';
  const today = nameIn(baseline.journey, before);
  const next = nameIn(simulation.journey, after);
  const holder = simulation.journey.interactions.find(({ parts = [] }) => parts.some(({ id }) => id === before));
  if (holder !== undefined) return `${today} no longer stands out: it is merged into ${holder.name ?? holder.id}`;
  return before === after
    ? `the moment that stands out, ${today}, is worse${choiceWords(simulation.journey, baseline.journey, before)}`
    : `${next} stands out, no longer ${today}`;
}

/** Having to choose where nobody had to. */
function choiceWords(next: Journey, today: Journey, id: string): string {
  const now = stepIn(today, id)?.choice;
  const then = stepIn(next, id)?.choice;
  return now === undefined && then !== undefined ? ' now that people must choose' : '';
}

function stepIn(journey: Journey, id: string): Interaction | undefined {
  return journey.interactions.find((step) => step.id === id);
}

function lastOf(result: VariantResult | Found['baseline']): string {
  const { journey } = 'simulation' in result ? result.simulation : result;
  const last = journey.interactions[journey.interactions.length - 1]!;
  return last.name ?? last.id;
}

/** The step that feels worse than it did, or the worst of those that are new. */
function meanWords({ baseline, variants }: Found): string {
  const { simulation } = variants.redesign;
  let worst: { readonly id: string; readonly fall: number } | undefined;
  for (const [id, step] of stepsOf(simulation)) {
    const known = baseline.overall.interactions?.[id];
    const fall = (known?.affect.mean ?? baseline.overall.meanAffect?.mean ?? 0) - step.affect.mean;
    if (fall > 0.05 && (worst === undefined || fall > worst.fall)) worst = { id, fall };
  }
  if (worst === undefined) return '';
  const affect = simulation.overall.interactions![worst.id]!.affect.mean;
  return `: ${nameIn(simulation.journey, worst.id)} feels ${signed(affect, 1)}${choiceWords(simulation.journey, baseline.journey, worst.id)}`;
}

/** Lateness and slowness, in affect units as satisfaction charges them, over the customers' own times as far as their quantiles tell. */
function judgementLosses(comparison: Found, { satisfaction }: ExperienceModel): Loss[] {
  const losses: Loss[] = [];
  const number = (value: unknown, usual: number): number => (typeof value === 'number' ? value : usual);
  const grown = (outcome: 'clockDuration' | 'perceivedDuration', charge: (seconds: number) => number): number => {
    const [today, then] = [comparison.baseline, comparison.variants.redesign.simulation].map(({ overall }) => {
      const { p5, p25, p50, p75, p95 } = estimateIn(overall, outcome)!.quantiles;
      return [p5, p25, p50, p75, p95].reduce((sum, value) => sum + charge(value) / 5, 0);
    });
    return then! - today!;
  };
  const { promise } = comparison.variants.redesign.simulation.journey;
  if (promise !== undefined) {
    const [late, scale, lateScale] = [number(satisfaction.late, 3.4), number(satisfaction.scale, 4), number(satisfaction.lateScale, 0.2)];
    const loss = grown('clockDuration', (clock) => late * scale * (1 - exp(-Math.max(0, clock - promise) / promise / lateScale)));
    const [before, after] = both(comparison, 'clockDuration');
    const words = `it overruns the ${formatSeconds(promise)} that were promised (${formatSeconds(before)} today, ${formatSeconds(after)} then)`;
    losses.push({ because: 'late', words, loss });
  }
  const expected = comparison.study.segments[0]?.expectedDuration;
  if (expected !== undefined) {
    const slow = number(satisfaction.slow, 0.5);
    const loss = grown('perceivedDuration', (felt) => slow * log2(Math.max(1, felt / expected)));
    const [before, after] = both(comparison, 'perceivedDuration');
    const words = `it feels like ${formatSeconds(after)} instead of ${formatSeconds(before)}`;
    losses.push({ because: 'felt time', words, loss });
  }
  return losses;
}

/** A duration that grew: where, or because there are more steps in the same time. */
function timeLoss(comparison: Found, outcome: 'clockDuration' | 'perceivedDuration' | 'waitingDuration'): Loss[] {
  const [before, after] = both(comparison, outcome);
  const loss = Math.max(after - before, 1e-6);
  const [clockBefore, clockAfter] = both(comparison, 'clockDuration');
  const today = comparison.baseline.journey.interactions.length;
  const then = comparison.variants.redesign.simulation.journey.interactions.length;
  if (outcome === 'perceivedDuration' && then > today && Math.abs(clockAfter - clockBefore) < loss / 10) {
    const words = `the same time comes in ${then} steps instead of ${today} and so feels like ${formatSeconds(after)} instead of ${formatSeconds(before)}`;
    return [{ because: 'steps', words, loss }];
  }
  const seconds = (step: StepSummary): number => (outcome === 'perceivedDuration' ? step.perceivedDuration : step.clockDuration).mean;
  const grown = grownMost(comparison, seconds);
  if (grown === undefined)
    return [{ because: 'felt time', words: `it comes to ${formatSeconds(after)} instead of ${formatSeconds(before)}`, loss }];
  const verb = outcome === 'perceivedDuration' ? 'feels like' : 'takes';
  const instead = grown.before === undefined ? ', and is new' : ` instead of ${formatSeconds(grown.before)}`;
  const words = `${grown.name} ${verb} ${formatSeconds(grown.after)}${instead}${choiceWords(comparison.variants.redesign.simulation.journey, comparison.baseline.journey, grown.id)}`;
  return [{ because: 'felt time', words, loss }];
}
