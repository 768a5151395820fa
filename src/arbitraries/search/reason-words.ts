import { formatSeconds } from '../../distributions/format-seconds';
import type { OutcomeName } from '../../experience/outcomes';
import { nameOf } from '../../explain/words';
import type { Interaction, Journey } from '../../journey/types';
import { findUnit } from '../../journey/units';
import { differenceIn } from '../../results/comparison-words';
import { formatOutcome, percent, signed } from '../../results/format-outcome';
import { inOrder } from '../../results/order';
import { estimateIn } from '../../results/simulation-words';
import type { StepSummary } from '../../summary/types';
import type { Found } from './judge';
import type { Reason } from './types';

/** Two values of an outcome: of the baseline and of the redesign. */
export function both({ baseline, variants }: Found, outcome: OutcomeName): readonly [before: number, after: number] {
  const before = estimateIn(baseline.overall, outcome)?.mean ?? 0;
  return [before, before + (differenceIn(variants.redesign.overall, outcome)?.difference ?? 0)];
}

/** The same over those only who complete both journeys, and their share; over all where nobody can leave. */
export function stayed(found: Found, outcome: OutcomeName): { readonly before: number; readonly after: number; readonly share: number } {
  const among = found.variants.redesign.overall.ifCompletedBoth;
  const [all, after] = both(found, outcome);
  if (among === undefined) return { before: all, after, share: 1 };
  const before = found.baseline.overall.completers?.[outcome]?.mean ?? all;
  return { before, after: before + (among[outcome]?.difference ?? 0), share: among.share };
}

/** Why it feels worse, by what the loss comes from. */
export const reasonWords: { readonly [Name in Exclude<Reason['because'], 'steps'>]: (found: Found) => string } = {
  leaving(found) {
    const [before, after] = both(found, 'completed');
    const where = grownMost(found, ({ left }) => left);
    const place = where === undefined ? '' : `, most of them at ${where.name}`;
    return `${percent(1 - after)} of them leave before the end${place} (${percent(1 - before)} today)`;
  },
  peak(found) {
    const [before, after] = values(found, 'peakAffect');
    return `${peakWords(found)} (${before} today, ${after} then)`;
  },
  end(found) {
    const [before, after] = values(found, 'endAffect');
    const [today, then] = journeysOf(found).map(({ interactions }) => nameOf(interactions.at(-1)!));
    return today === then
      ? `${then!}, the end, is at ${after} instead of ${before}`
      : `it ends at ${after} with ${then!} instead of ${before} with ${today!}`;
  },
  mean(found) {
    const [before, after] = values(found, 'meanAffect');
    const [today, then] = journeysOf(found).map(({ interactions }) => interactions);
    if (today!.length > 1 || then!.length > 1) return `it is worse on average (${before} today, ${after} then)${worstWords(found)}`;
    const [was, is] = [today![0]!, then![0]!];
    return was.id === is.id
      ? `${nameOf(is)} feels ${after} instead of ${before}${choiceWords(found, is.id)}`
      : `${nameOf(is)} feels ${after} and ${nameOf(was)} felt ${before}`;
  },
  memory(found) {
    const [before, after] = values(found, 'rememberedUtility');
    return `it is remembered at ${after} instead of ${before}`;
  },
  late(found) {
    const [before, after] = times(found, 'clockDuration');
    const { promise = 0 } = journeysOf(found)[1];
    return `it overruns the ${formatSeconds(promise)} that were promised (${before} today, ${after} then)`;
  },
  'felt time'(found) {
    const [before, after] = times(found, 'perceivedDuration');
    return `it feels like ${after} instead of ${before}`;
  },
};

/** A duration that grew: where, or because there are more steps in the same time. */
export function timeReason(found: Found, outcome: 'clockDuration' | 'perceivedDuration' | 'waitingDuration'): Reason {
  const [before, after] = both(found, outcome);
  const [was, is] = times(found, outcome);
  const [clockBefore, clockAfter] = both(found, 'clockDuration');
  const [today, then] = journeysOf(found).map(({ interactions }) => interactions.length) as [number, number];
  const feels = outcome === 'perceivedDuration';
  if (feels && then > today && Math.abs(clockAfter - clockBefore) < (after - before) / 10) {
    const words = `the same time comes in ${then} steps instead of ${today} and so feels like ${is} instead of ${was}`;
    return { because: 'steps', share: 1, words };
  }
  const grown = grownMost(found, (step) => (feels ? step.perceivedDuration : step.clockDuration).mean);
  if (grown === undefined) return { because: 'felt time', share: 1, words: `it comes to ${is} instead of ${was}` };
  const instead = grown.before === undefined ? ', and is new' : ` instead of ${formatSeconds(grown.before)}`;
  const takes = `${grown.name} ${feels ? 'feels like' : 'takes'} ${formatSeconds(grown.after)}`;
  return { because: 'felt time', share: 1, words: `${takes}${instead}${choiceWords(found, grown.id)}` };
}

function times(found: Found, outcome: OutcomeName): readonly [before: string, after: string] {
  const [before, after] = both(found, outcome);
  return [formatSeconds(before), formatSeconds(after)];
}

function values(found: Found, outcome: OutcomeName): readonly [before: string, after: string] {
  const { before, after } = stayed(found, outcome);
  return [formatOutcome(outcome, before), formatOutcome(outcome, after)];
}

function journeysOf({ baseline, variants }: Found): readonly [today: Journey, then: Journey] {
  return [baseline.journey, variants.redesign.simulation.journey];
}

function stepsOf({ overall, order }: Found['baseline']): (readonly [string, StepSummary])[] {
  return overall.interactions === undefined ? [] : inOrder(order.interactions, overall.interactions);
}

function nameIn(journey: Journey, id: string): string {
  return nameOf(findUnit(journey, id)?.unit ?? { id });
}

/** The step of the redesign where something grew most; `before` is undefined where the step is new. */
function grownMost(
  { baseline, variants }: Found,
  of: (step: StepSummary) => number,
): { readonly id: string; readonly name: string; readonly before: number | undefined; readonly after: number } | undefined {
  const { simulation } = variants.redesign;
  const grown = stepsOf(simulation).map(([id, step]) => {
    const known = baseline.overall.interactions?.[id];
    const before = known === undefined ? undefined : of(known);
    return { id, name: nameIn(simulation.journey, id), before, after: of(step), growth: of(step) - (before ?? 0) };
  });
  return grown.filter(({ growth }) => growth > 1e-9).sort((one, other) => other.growth - one.growth)[0];
}

/** Which moment stood out, and what became of it. */
function peakWords(found: Found): string {
  const [today, then] = journeysOf(found);
  const [before, after] = [found.baseline, found.variants.redesign.simulation].map(
    (result) => stepsOf(result).sort(([, one], [, other]) => other.peakShare - one.peakShare)[0]?.[0],
  );
  if (before === undefined || after === undefined) return 'the moment that stands out is worse';
  const was = nameIn(today, before);
  const holder = then.interactions.find(({ parts = [] }) => parts.some(({ id }) => id === before));
  if (holder !== undefined) return `${was} no longer stands out: it is merged into ${nameOf(holder)}`;
  return before === after
    ? `the moment that stands out, ${was}, is worse${choiceWords(found, before)}`
    : `${nameIn(then, after)} stands out, no longer ${was}`;
}

/** The step that feels worse than it did, or the worst of those that are new. */
function worstWords(found: Found): string {
  const { overall } = found.baseline;
  const { simulation } = found.variants.redesign;
  const [worst] = stepsOf(simulation)
    .map(([id, { affect }]) => ({ id, affect, fall: (overall.interactions?.[id]?.affect ?? overall.meanAffect)!.mean - affect.mean }))
    .filter(({ fall }) => fall > 0.05)
    .sort((one, other) => other.fall - one.fall);
  if (worst === undefined) return '';
  return `: ${nameIn(simulation.journey, worst.id)} feels ${signed(worst.affect.mean, 1)}${choiceWords(found, worst.id)}`;
}

/** Having to choose where nobody had to. */
function choiceWords(found: Found, id: string): string {
  const [now, then] = journeysOf(found).map(({ interactions }) => interactions.find((step: Interaction) => step.id === id)?.choice);
  return now === undefined && then !== undefined ? ' now that people must choose' : '';
}
