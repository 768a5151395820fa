import { canonicalJson } from '../../plain/canonical-json';
import type { Case } from './case';
import { isAboutChange } from '../../standards/check-standards';
import type { Judge, Judgement } from './judge';
import { attempt } from './subject';
import { waysDown } from './ways-down';

const customers = 2048;
const lots = 6;
const mostLooks = 600;
/** A smaller case must break the standard about as clearly: by this share of what the first did. */
const clearly = 0.4;
const certain = 1e-5;

/** A case made as small as it will go while the standard still breaks; what is yielded is one look. */
export function* shrink(judge: Judge, found: Case): Generator<undefined, Case, void> {
  const first = judge.look(found, customers, 'shrink');
  if (first === undefined) return found;
  const least = clearly * first.headroom;
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
      yield undefined;
      if (!stillBreaks(judge, next, first, least) || (level === 'by the redesign' && !holdsToday(judge, next))) continue;
      [known, changed] = [next, true];
    }
  }
  return known;
}

/** Equal for cases between which there is nothing to choose. */
function textOf({ pair: { baseline, variant, source }, segment, settings }: Case): string {
  return JSON.stringify([baseline, variant, source, segment, settings.map(({ dimension, value }) => [dimension.key, value])]);
}

function stillBreaks(judge: Judge, next: Case, first: Judgement, least: number): boolean {
  if (typeof judge.standard === 'function') {
    return Array.from({ length: lots }, (_, lot) => lot).every((lot) => (judge.look(next, customers, `shrink/${lot}`)?.headroom ?? 1) < 0);
  }
  const judgement = judge.look(next, customers, 'shrink');
  return judgement !== undefined && judgement.chance <= Math.max(certain, first.chance) && judgement.headroom <= least;
}

/**
 * A standard about the redesign alone may break because of the redesign or of today's journey. In the one case it has to go on holding today; in
 * the other the journey stays as it is: any journey can be cut down until only its worst is left.
 */
function levelOf(judge: Judge, found: Case): 'by the redesign' | 'today too' | undefined {
  if (typeof judge.standard === 'function' || isAboutChange(judge.standard)) return undefined;
  return holdsToday(judge, found) ? 'by the redesign' : 'today too';
}

function isUnchanged({ pair: { baseline, variant } }: Case): boolean {
  return canonicalJson(baseline) === canonicalJson(variant);
}

function holdsToday(judge: Judge, one: Case): boolean {
  const { baseline } = one.pair;
  const today = judge.look({ ...one, pair: { baseline, variant: baseline, source: [] } }, customers, 'shrink');
  return today !== undefined && today.headroom >= 0;
}
