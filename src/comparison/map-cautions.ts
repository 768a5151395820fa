import { mean } from '../distributions/mathematics';
import { at } from '../errors/wording';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import type { Interaction, Journey } from '../journey/types';
import { samePlain } from '../plain/same-plain';
import type { Work } from '../plain/work';
import type { Caution, Difference } from '../results/types';
import type { JourneyLife } from '../simulation/journey-life';
import { keepingNothing } from '../simulation/keeping';
import type { ResolvedStudy } from '../simulation/read-study';
import { scoreAgain, scoreWork } from '../simulation/score';
import type { Stage } from '../simulation/stage';

/** Judgement: so many times as many steps, and at least two more, is another way of drawing a map. */
const finer = 1.5;
/** Judgement: as far apart by the clock, two maps may still be of one visit. */
const sameClock = 0.1;
/** A moment shorter than this share of a journey. */
const short = 0.01;
const fewAreEnough = 512;

/** Two maps of about one length, of which one has many more steps: each step is felt and remembered as one, so a finer map feels longer. */
export function grainCaution(name: string, baseline: Journey, variant: Journey): Caution[] {
  const [before, after] = [grainOf(baseline), grainOf(variant)];
  const [few, many] = before.steps < after.steps ? [before, after] : [after, before];
  if (many.steps < finer * few.steps || many.steps < few.steps + 2) return [];
  if (Math.abs(many.seconds - few.seconds) > sameClock * few.seconds) return [];
  const message =
    `${before.steps} step${before.steps === 1 ? '' : 's'} in the baseline, ${after.steps} in this variant, for about the same time: a finer map feels longer, and each of ` +
    'its waits sours anew, so part of the difference may come from how the maps are drawn; draw both alike';
  return [{ code: 'uneven-maps', path: at('variants', name), message }];
}

/** What has a stream of its own, so that neither a merge nor a split makes a map coarser or finer. */
function grainOf(journey: Journey): { readonly steps: number; readonly seconds: number } {
  const streams = new Set<string>();
  const visit = (step: Interaction): void => {
    if (step.parts !== undefined) step.parts.forEach(visit);
    else if (step.kind !== 'gap') streams.add(step.drawAs ?? step.id);
  };
  journey.interactions.forEach(visit);
  return { steps: streams.size, seconds: secondsOf(journey.interactions) };
}

/** What is lived of it: a gap is not. */
function secondsOf(steps: readonly Interaction[]): number {
  return steps.reduce((sum, { parts, kind, duration = 0 }) => {
    if (parts !== undefined) return sum + secondsOf(parts);
    return kind === 'gap' ? sum : sum + mean(duration);
  }, 0);
}

/**
 * A gain of which most is gone without the moments that hardly take time. Told by a few hundred customers who live the variant without the new ones
 * among them, and with the others as they were; what they have lived already is not lived again.
 *
 * @param stage Where they live, while nobody else does. Default: a stage of their own.
 */
export function* shortGainCaution(
  name: string,
  study: ResolvedStudy,
  [baseline, variant]: readonly [Journey, Journey],
  lives: readonly [JourneyLife, JourneyLife],
  leading: OutcomeName,
  gained: Difference | undefined,
  stage: Stage | undefined,
): Work<Caution[]> {
  if (gained?.conclusion !== 'better') return [];
  const { rest, moments } = withoutShort(baseline, variant);
  if (moments.length === 0 || rest.length === 0) return [];
  const customers = Math.min(study.customers, fewAreEnough);
  const hasRoom = stage !== undefined && stage.arena.blockSize >= customers;
  const keeping = hasRoom ? { ...keepingNothing, takeStage: () => stage } : keepingNothing;
  const means: number[] = [];
  for (const [index, journey] of [baseline, variant, { ...variant, interactions: rest }].entries()) {
    const asked = { ...study, journeys: [journey as Journey], customers, until: undefined, outcomes: new Set([leading]) };
    const life = lives[index];
    const lived = life?.tallies.every((tally) => tally.quantileRule === 'exact' && tally.customers >= customers);
    const score = lived === true ? scoreAgain(asked, life!, customers) : yield* scoreWork(asked, keeping);
    means.push(score.overall[leading] ?? 0);
  }
  const [before, after, without] = means as [number, number, number];
  if (Math.abs(without - before) > Math.abs(after - before) / 2 && (without - before) * (after - before) > 0) return [];
  const { label } = outcomeDescriptions[leading];
  const which = moments.map((called) => `"${called}"`).join(', ');
  const message = `most of the gain in ${label} comes from ${which}, less than 1 % of the journey: a moment so short may well be missed`;
  return [{ code: 'short-moment', path: at('variants', name), message }];
}

/** The variant without what is new in it, and with what has changed in it as it was, as far as it hardly takes time. */
function withoutShort(baseline: Journey, variant: Journey): { readonly rest: readonly Interaction[]; readonly moments: readonly string[] } {
  const known = new Map(baseline.interactions.map((step) => [step.id, step]));
  const whole = secondsOf(variant.interactions);
  const moments: string[] = [];
  const rest = variant.interactions.flatMap((step) => {
    const before = known.get(step.id);
    if (step.kind === 'gap' || secondsOf([step]) >= short * whole || (before !== undefined && samePlain(before, step))) return [step];
    moments.push(step.name ?? step.id);
    return before === undefined ? [] : [before];
  });
  return { rest, moments };
}
