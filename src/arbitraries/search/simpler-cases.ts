import { idsIn } from '../../journey/units';
import type { Interaction, JourneyInput } from '../../journey/types';
import { medianClock } from '../../redesign/median-clock';
import type { Edit } from '../../redesign/types';
import { withSetting, writeCase, type Case } from './case';
import { roundDuration, simplerEdit, simplificationsOfEdits, simplificationsOfToday } from './simpler-steps';
import { changePair, withEdits, type Pair } from './subject';
import { mapUnit, pairWithout } from './surgery';

/** Cases that are simpler in one respect. */
export type Simpler = (one: Case) => Generator<Case>;

/** Many steps at once, then one by one; then parts and options. */
function* fewerSteps(one: Case): Generator<Case> {
  const { pair } = one;
  const steps = [...new Set([...pair.baseline.interactions, ...pair.variant.interactions].map(({ id }) => id))];
  for (let size = Math.floor(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length; from += size) {
      const shorter = without(pair, steps.slice(from, from + size));
      yield* withPair(one, shorter);
      yield* withPair(one, withShorterPromise(pair, shorter));
    }
  }
  const inner = [...new Set([...idsIn(pair.baseline), ...idsIn(pair.variant)])].filter((id) => !steps.includes(id));
  for (const id of inner) yield* withPair(one, pairWithout(pair, id));
}

function without(pair: Pair, ids: readonly string[]): Pair | undefined {
  let left: Pair | undefined = pair;
  for (const id of ids) left = left && pairWithout(left, id);
  return left;
}

/** With less to do, less is promised. */
function withShorterPromise(before: Pair, after: Pair | undefined): Pair | undefined {
  const { promise, interactions } = before.baseline;
  if (promise === undefined || after === undefined) return undefined;
  const clock = (steps: readonly Interaction[]): number => medianClock({ id: '', parts: steps }).seconds;
  const shorter = roundDuration(promise - clock(interactions) + clock(after.baseline.interactions));
  return shorter > 0 ? changePair(after, (journey) => ({ ...journey, promise: shorter })) : undefined;
}

function* fewerSettings(one: Case): Generator<Case> {
  for (const { dimension } of one.settings) yield withSetting(one, dimension, undefined);
  const { segment } = one;
  for (const key of ['responses', 'model', 'patience', 'expectation', 'expectedDuration', 'dependence', 'priorBelief'] as const) {
    if (segment[key] === undefined) continue;
    const { [key]: _, ...rest } = segment;
    yield { ...one, segment: rest as Case['segment'] };
  }
}

/** Values nearer to the usual, the nearest first. */
function* nearerSettings(one: Case): Generator<Case> {
  for (const { dimension, value } of one.settings) {
    for (const nearer of dimension.values.slice(0, Math.max(0, dimension.values.indexOf(value)))) yield withSetting(one, dimension, nearer);
  }
}

function* fewerEdits(one: Case): Generator<Case> {
  const { source } = one.pair;
  if (!isEdits(source) || source.length === 0) return;
  for (const gone of source.keys())
    yield* withPair(
      one,
      withEdits(
        one.pair,
        source.filter((_, index) => index !== gone),
      ),
    );
}

function* plainerJourney(one: Case): Generator<Case> {
  const { progress, promise, cohesion, extensions } = one.pair.baseline;
  for (const [key, value] of Object.entries({ progress, promise, cohesion, extensions })) {
    if (value === undefined) continue;
    yield* withPair(
      one,
      changePair(one.pair, (journey) => {
        const { [key as 'promise']: _, ...rest } = journey;
        return rest as JourneyInput;
      }),
    );
  }
}

function* plainerSteps(one: Case): Generator<Case> {
  for (const id of new Set([...idsIn(one.pair.baseline), ...idsIn(one.pair.variant)])) {
    for (const plainer of simplificationsOfToday) {
      let touched = false;
      const pair = changePair(one.pair, (journey) =>
        mapUnit(journey, id, (unit) => {
          const next = plainer(unit);
          touched ||= next !== undefined;
          return next ?? unit;
        }),
      );
      if (touched) yield* withPair(one, pair);
    }
  }
}

/** The steps and options that edits bring. */
function* plainerEdits(one: Case): Generator<Case> {
  const { source } = one.pair;
  if (!isEdits(source)) return;
  for (const [place, edit] of source.entries()) {
    for (const plainer of simplificationsOfEdits) {
      const next = simplerEdit(edit, plainer);
      if (next !== undefined)
        yield* withPair(
          one,
          withEdits(
            one.pair,
            source.map((other, index) => (index === place ? next : other)),
          ),
        );
    }
  }
}

function isEdits(source: Pair['source']): source is readonly Edit[] {
  return Array.isArray(source);
}

function* withPair(one: Case, pair: Pair | undefined): Generator<Case> {
  if (pair === undefined || samePair(one.pair, pair)) return;
  const next = { ...one, pair };
  if (writeCase(next) !== undefined) yield next;
}

/** A step that only edits know cannot be taken out of the journey: what comes back is what was there. */
function samePair(one: Pair, other: Pair): boolean {
  const text = ({ baseline, variant, source }: Pair): string => JSON.stringify([baseline, variant, isEdits(source) ? source : null]);
  return text(one) === text(other);
}

/** Ways to a simpler case that leave today's journey as it is. */
export const inTheSameJourney: readonly Simpler[] = [fewerSettings, fewerEdits, plainerEdits, nearerSettings];
/** All ways to a simpler case, those that take away most first. */
export const inSmallerJourneys: readonly Simpler[] = [
  fewerSteps,
  fewerSettings,
  fewerEdits,
  plainerJourney,
  plainerSteps,
  plainerEdits,
  nearerSettings,
];
