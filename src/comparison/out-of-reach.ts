import type { PlanDoubts } from '../experience/plan-doubts';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { waitConditions } from '../journey/wait-conditions';
import type { WaitingCondition } from '../model/waiting-effects';
import type { Journey } from '../journey/types';
import { isRecord } from '../plain/check-number';
import type { ExperienceModel } from '../model/types';
import { diffFields } from '../redesign/diff-fields';
import { joined } from '../words/joined';
import { units } from '../journey/units';
import type { DoubtPair } from './difference-doubt';

interface Lever {
  readonly words: string;
  /** The effect of waiting it works through. */
  readonly effect?: WaitingCondition;
}

/** What a variant may change without any effect on what is remembered, by field. */
const levers: Readonly<Record<string, Lever>> = {
  .../* @__PURE__ */ leversOfWaits(),
  progress: { words: 'a progress display' },
};

function leversOfWaits(): Readonly<Record<string, Lever>> {
  const levers = Object.entries(waitConditions).flatMap(([key, { lever }]) => (lever === undefined ? [] : [[`wait.${key}`, lever]]));
  return Object.fromEntries(levers) as Readonly<Record<string, Lever>>;
}

/** Outcomes that felt time reaches, through an expected duration. */
const madeOfSatisfaction: readonly OutcomeName[] = [
  ...(['satisfaction', 'csat', 'recommendation', 'nps', 'satisfied', 'delighted', 'loyalty', 'value'] as const),
];

export interface Reach {
  readonly leading: OutcomeName;
  readonly baseline: Journey;
  readonly variant: Journey;
  readonly models: readonly ExperienceModel[];
  /** Of each segment, in the same order: what baseline and variant tell of their outcomes. */
  readonly doubts: readonly DoubtPair[];
}

/**
 * Why a change of how people wait, or of a progress display, leaves the leading outcome exactly as it is; undefined where it does not, or
 * where nothing of the kind was changed. It is read off the plans, not off the sample: what is the same there is the same for everybody.
 */
export function outOfReach(reach: Reach): string | undefined {
  const { leading, doubts } = reach;
  if (!madeOfSatisfaction.includes(leading) && leading !== 'rememberedUtility') return undefined;
  const changed = changedFields(reach.baseline, reach.variant);
  const words = Object.entries(levers).flatMap(([field, lever]) => (changed.has(field) ? [lever.words] : []));
  if (words.length === 0 || !doubts.every((pair) => isSame(pair, leading))) return undefined;
  const onlyFelt = !doubts.every((pair) => isSame(pair, 'perceivedDuration'));
  const { label } = outcomeDescriptions[leading];
  const ways = waysTo(reach, changed, onlyFelt);
  const verb = words.length === 1 ? 'reaches' : 'reach';
  const why =
    ways.length === 0
      ? `${joined(words)} ${words.length === 1 ? 'does' : 'do'} not reach ${label}`
      : `${joined(words)} ${verb} ${label} only where ${joined(ways, 'or')}, and ${ways.length === 1 ? 'that is not so' : 'none of that is so'} here`;
  return `${onlyFelt ? 'Felt time only' : 'Nothing in the model changes'}: ${why}.`;
}

function isSame([before, after]: readonly [PlanDoubts, PlanDoubts], name: OutcomeName): boolean {
  return before.basis(name).key === after.basis(name).key;
}

/** What would have to be so for the changes to count. */
function waysTo({ leading, models }: Reach, changed: ReadonlySet<string>, onlyFelt: boolean): string[] {
  const ways: string[] = [];
  if (onlyFelt && madeOfSatisfaction.includes(leading)) ways.push('a segment expects a duration');
  const effects = Object.entries(levers).flatMap(([field, { effect }]) => (changed.has(field) && effect !== undefined ? [effect] : []));
  const felt = changed.has('wait.informed') || effects.some((effect) => models.some(({ waiting }) => waiting[effect].time !== 1));
  const sours = models.some(({ waiting }) => waiting.impatience !== 0);
  if (felt && !onlyFelt && changed.has('wait.informed')) ways.push('the wait feels longer than it lasts');
  else if (felt) ways.push(sours ? 'the wait lasts longer than people find normal' : 'waits sour');
  if (effects.some((effect) => models.some(({ waiting }) => waiting[effect].hazard !== 1))) ways.push('a segment has patience');
  if (changed.has('wait.informed') && models.some(({ choice }) => choice.relief !== 0)) ways.push('the wait makes anxious');
  if (changed.has('progress')) ways.push('it shows more or less than the truth before a step with dropout');
  return ways;
}

/** Fields in which steps, parts and options that both journeys have differ; of a wait that came or went, all its conditions. */
function changedFields(baseline: Journey, variant: Journey): ReadonlySet<string> {
  const fields = new Set<string>();
  const before = new Map(Array.from(units(baseline), ({ unit }) => [unit.id, unit]));
  const pairs = Array.from(units(variant)).flatMap(({ unit }) => {
    const old = before.get(unit.id);
    return old === undefined || old === unit ? [] : [[old, unit] as const];
  });
  for (const [old, unit] of [...pairs, [baseline, variant] as const]) {
    for (const change of diffFields(old, unit)) {
      if (change.change !== 'changed') continue;
      const { field, from, to } = change;
      if (field.startsWith('progress')) fields.add('progress');
      else if (field === 'wait')
        for (const side of [from, to]) for (const key of isRecord(side) ? Object.keys(side) : []) fields.add(`wait.${key}`);
      else fields.add(field);
    }
  }
  return fields;
}
