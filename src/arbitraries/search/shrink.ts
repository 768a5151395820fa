import type { Interaction, Journey } from '../../journey/types';
import { idsIn, units } from '../../journey/units';
import { canonicalJson } from '../../plain/canonical-json';
import { isList } from '../../plain/plain-object';
import { medianClock } from '../../redesign/median-clock';
import { withSetting, type Case } from './case';
import type { Judge, Judgement } from './judge';
import { attempt, changePair, mapUnit, pairOf, withoutStep, type Pair } from './pair';
import { roundDuration, simplerBy } from './simpler';

const customers = 2048;
const mostLooks = 600;
/** A smaller case must break the standard about as clearly: by this share of what the first did. */
const clearly = 0.4;
const certain = 1e-5;

/** A case made as small as it will go while the standard still breaks; what is yielded at each look is for `progress` to say. */
export function* shrink<Progress>(judge: Judge, found: Case, progress: () => Progress): Generator<Progress, Case, void> {
  const first = judge.look(found, customers, 'shrink');
  if (first === undefined) return found;
  const level = levelOf(judge, found);
  let known = found;
  let looks = 0;
  for (let changed = true; changed && looks < mostLooks;) {
    changed = false;
    for (const simpler of waysDown(() => known, level !== 'today too')) {
      const next = attempt(known.pair.source, () => simpler(known));
      if (next === undefined || textOf(next) === textOf(known)) continue;
      // A redesign that changes nothing any more says nothing about one that did.
      if (level === undefined && isUnchanged(next) && !isUnchanged(found)) continue;
      if (++looks > mostLooks) break;
      yield progress();
      if (!stillBreaks(judge, next, first) || (level === 'by the redesign' && !holdsToday(judge, next))) continue;
      [known, changed] = [next, true];
    }
  }
  return known;
}

/** Equal for cases between which there is nothing to choose. */
function textOf({ pair: { baseline, variant, source }, segment, settings }: Case): string {
  return JSON.stringify([baseline, variant, source, segment, settings.map(({ dimension, value }) => [dimension.key, value])]);
}

function isUnchanged({ pair: { baseline, variant } }: Case): boolean {
  return canonicalJson(baseline) === canonicalJson(variant);
}

function stillBreaks(judge: Judge, next: Case, first: Judgement): boolean {
  if (typeof judge.standard === 'function') return judge.saysBroken(next, customers, 'shrink');
  const judgement = judge.look(next, customers, 'shrink');
  if (judgement === undefined) return false;
  return judgement.chance <= Math.max(certain, first.chance) && judgement.headroom <= clearly * first.headroom;
}

/**
 * A standard about the redesign alone may break because of the redesign or of today's journey. In the one case it has to go on holding today; in
 * the other the journey stays as it is: any journey can be cut down until only its worst is left.
 */
function levelOf(judge: Judge, found: Case): 'by the redesign' | 'today too' | undefined {
  if (!judge.isAboutLevel) return undefined;
  return holdsToday(judge, found) ? 'by the redesign' : 'today too';
}

function holdsToday(judge: Judge, one: Case): boolean {
  const { baseline } = one.pair;
  const today = judge.look({ ...one, pair: { baseline, variant: baseline, source: [] } }, customers, 'shrink');
  return today !== undefined && today.headroom >= 0;
}

/** The same case made simpler by one thing; undefined, or an error, where that cannot be done. */
type WayDown = (one: Case) => Case | undefined;

/** What makes a step, an edit or a customer what it is. */
const kept = ['id', 'name', 'kind', 'edit', 'duration', 'interactions', 'parts', 'schemaVersion', 'share', 'count'];
const closed = ['interactions', 'parts', 'options'];

/** All ways down from the smallest case known so far, those that take away most first. `smaller`: today's journey may shrink too. */
function* waysDown(smallest: () => Case, smaller: boolean): Generator<WayDown> {
  if (smaller) yield* fewerSteps(smallest);
  const { pair, segment, settings } = smallest();
  const { baseline, variant, source } = pair;
  for (const { dimension } of settings) yield (now) => withSetting(now, dimension, undefined);
  for (const simplify of simplerBy(segment, { kept })) yield (now) => ({ ...now, segment: simplify(now.segment) });
  if (isList(source)) {
    // What an edit brings keeps its feeling: that is what was proposed.
    for (const simplify of simplerBy(source, { kept: [...kept, 'affect'] })) {
      yield inPair((now) => (isList(now.source) ? pairOf(now.baseline, simplify(now.source)) : undefined));
    }
  }
  if (smaller) {
    for (const simplify of simplerBy(baseline, { kept, closed })) yield inBoth(simplify);
    for (const journey of source === undefined ? [baseline, variant] : [baseline]) {
      for (const { unit } of units(journey)) {
        for (const simplify of simplerBy(unit, { kept, closed })) yield inBoth((now) => mapUnit(now, unit.id, simplify));
      }
    }
  }
  yield* nearerSettings(settings);
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

/** Each setting at each value nearer to the usual, the nearest first. */
function* nearerSettings(settings: Case['settings']): Generator<WayDown> {
  for (const { dimension, value } of settings) {
    const placeOf = (known: Case['settings'][number]['value']): number => dimension.values.indexOf(known);
    for (const nearer of dimension.values.slice(0, Math.max(0, placeOf(value)))) {
      yield (now) => {
        const known = now.settings.find((setting) => setting.dimension === dimension);
        return known !== undefined && placeOf(nearer) < placeOf(known.value) ? withSetting(now, dimension, nearer) : undefined;
      };
    }
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
