import { idsIn, units } from '../../journey/units';
import { isList } from '../../plain/plain-object';
import type { Interaction, Journey } from '../../journey/types';
import { medianClock } from '../../redesign/median-clock';
import { withSetting, type Case } from './case';
import { mapUnit } from './map-unit';
import { roundDuration, simplerBy, type Simplify } from './simpler';
import { changePair, withEdits, type Pair } from './subject';
import { withoutStep } from './without-step';

/** The same case made simpler by one thing; undefined where that cannot be done. */
export type WayDown = (one: Case) => Case | undefined;

/** What makes a step, an edit or a customer what it is. */
const kept = ['id', 'name', 'kind', 'edit', 'duration', 'interactions', 'parts', 'schemaVersion', 'share', 'count'];
const closed = ['interactions', 'parts', 'options'];

/** All ways down from the smallest case known so far, those that take away most first. `smaller`: today's journey may shrink too. */
export function* waysDown(smallest: () => Case, smaller: boolean): Generator<WayDown> {
  if (smaller) yield* fewerSteps(smallest);
  const one = smallest();
  for (const { dimension } of one.settings) yield (now) => withSetting(now, dimension, undefined);
  for (const simplify of simplerBy(one.segment, { kept })) yield (now) => ({ ...now, segment: simplify(now.segment) });
  // What an edit brings keeps its feeling: that is what was proposed.
  if (isList(one.pair.source)) for (const simplify of simplerBy(one.pair.source, { kept: [...kept, 'affect'] })) yield inEdits(simplify);
  if (smaller) {
    for (const simplify of simplerBy(one.pair.baseline, { kept, closed })) yield inBoth(simplify);
    const { baseline, variant, source } = one.pair;
    for (const journey of source === undefined ? [baseline, variant] : [baseline]) yield* plainerSteps(journey);
  }
  for (const { dimension, value } of one.settings) {
    // The nearest to the usual first.
    for (const nearer of dimension.values.slice(0, Math.max(0, dimension.values.indexOf(value)))) {
      yield (now) => {
        const known = now.settings.find((setting) => setting.dimension === dimension);
        const isNearer = known !== undefined && dimension.values.indexOf(nearer) < dimension.values.indexOf(known.value);
        return isNearer ? withSetting(now, dimension, nearer) : undefined;
      };
    }
  }
}

/** Many steps at once, then one by one, from the start whenever some are gone; then parts and options. */
function* fewerSteps(smallest: () => Case): Generator<WayDown> {
  const one = smallest();
  const { baseline, variant } = one.pair;
  const steps = [...new Set([...baseline.interactions, ...variant.interactions].map(({ id }) => id))];
  for (let size = Math.max(1, Math.floor(steps.length / 2)); size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < steps.length; from += size) {
      const gone = steps.slice(from, from + size);
      yield inPair((pair) => gone.reduce(withoutStep, pair));
      yield inPair((pair) => withShorterPromise(pair, gone.reduce(withoutStep, pair)));
      if (smallest() !== one) return yield* fewerSteps(smallest);
    }
  }
  for (const id of new Set([...idsIn(baseline), ...idsIn(variant)])) if (!steps.includes(id)) yield inPair((pair) => withoutStep(pair, id));
}

/** With less to do, less is promised. */
function withShorterPromise(before: Pair, after: Pair): Pair | undefined {
  const { promise, interactions } = before.baseline;
  if (promise === undefined) return undefined;
  const clock = (steps: readonly Interaction[]): number => medianClock({ id: '', parts: steps }).seconds;
  const shorter = roundDuration(promise - clock(interactions) + clock(after.baseline.interactions));
  return shorter > 0 ? changePair(after, (journey) => ({ ...journey, promise: shorter })) : undefined;
}

function* plainerSteps(journey: Journey): Generator<WayDown> {
  for (const { unit } of units(journey)) {
    for (const simplify of simplerBy(unit, { kept, closed })) yield inBoth((today) => mapUnit(today, unit.id, simplify));
  }
}

function inPair(change: (pair: Pair) => Pair | undefined): WayDown {
  return (now) => {
    const pair = change(now.pair);
    return pair && { ...now, pair };
  };
}

function inBoth(simplify: (journey: Journey) => Journey): WayDown {
  return inPair((pair) => changePair(pair, simplify));
}

function inEdits(simplify: Simplify): WayDown {
  return inPair((pair) => (isList(pair.source) ? withEdits(pair, simplify(pair.source)) : undefined));
}
