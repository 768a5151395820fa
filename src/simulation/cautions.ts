import type { Journey } from '../journey/types';
import { units, type FoundUnit } from '../journey/units';
import type { ExperienceModel } from '../model/types';
import type { Work } from '../plain/work';
import type { Caution } from '../results/types';
import { called, cautionsFrom, type Doubt } from './cautions/doubt';
import { largeChanges, largeScales } from './cautions/large-factor';
import { isWhole, livedIn, type LivedUnit } from './cautions/lived-units';
import { nobodyTakesPart } from './cautions/nobody-takes-part';
import { shortJourney } from './cautions/short-journey';
import { shortPatience } from './cautions/short-patience';
import { shortPromise } from './cautions/short-promise';
import { shortTimes } from './cautions/short-time';
import { capping, clamping, defaultTolerance, extrapolation } from './cautions/steps';
import { ratingCautions } from './cautions/ratings';
import type { ResolvedStudy } from './read-study';
import { oneLine } from '../words/one-line';
import { once } from '../plain/once';

/**
 * Doubts that can be told from the study itself, before anything is simulated, each said once: about one of its journeys, or about all of
 * them, where a variant's are told under its own path.
 */
export function* studyCautions(study: ResolvedStudy, customers: number, only?: Journey): Work<Caution[]> {
  const cautions: Caution[] = [];
  if (!study.seedGiven) {
    cautions.push({
      code: 'default-seed',
      path: 'seed',
      message: `no seed was named, so '${study.seed}' was used: the same study gives the same numbers every time`,
    });
  }
  if (customers === 1) {
    cautions.push({
      code: 'one-customer',
      path: 'customers',
      message: 'one customer a segment: spread and error are unknown and shown as 0',
    });
  } else if (customers < 100) {
    cautions.push({ code: 'few-customers', path: 'customers', message: `${customers} customers a segment: tails and intervals are rough` });
  }
  if (study.models.some((model) => model.memory.kind === 'total')) {
    cautions.push({
      code: 'total-memory',
      path: 'model.memory',
      message: 'total adds affect up over time: a benchmark, not how people remember; it is cut to ±10 where satisfaction is formed',
    });
  }
  cautions.push(...cautionsFrom(scaleDoubts(study), ''));
  const said = new Set<string>();
  for (const [index, journey] of study.journeys.entries()) {
    if (only !== undefined && journey !== only) continue;
    // A variant's own path where the baseline does not say the same already; each doubt once, for the first segment it concerns.
    const where = index === 0 || only !== undefined ? '' : `${study.journeyPaths[index]!}.`;
    const here = new Set<string>();
    const changed = where !== '' && study.journeyPaths[0] === 'baseline' ? largeChanges(journey, study.journeys[0]!) : [];
    const fresh = [...(yield* doubtsOf(journey, study)), ...changed].filter(({ code, path, what, whole }) => {
      const about = `${code} ${whole === true ? path : what}`;
      if (here.has(`${code} ${path}`)) return false;
      here.add(`${code} ${path}`);
      return !said.has(about) && said.add(about);
    });
    cautions.push(...cautionsFrom(fresh, where));
  }
  return cautions.map((caution) => ({ ...caution, message: oneLine(caution.message) }));
}

/** By the models of a study's segments, which nobody else has, and the journey. */
const knownOf = /* @__PURE__ */ once((_models: readonly ExperienceModel[]) => new WeakMap<Journey, readonly Doubt[]>());

/** Doubts about one journey, kind after kind, found once for the segments of a study. */
function* doubtsOf(journey: Journey, study: ResolvedStudy): Work<readonly Doubt[]> {
  const known = knownOf(study.models);
  let doubts = known.get(journey);
  if (doubts === undefined) known.set(journey, (doubts = yield* findDoubts(journey, study)));
  return doubts;
}

/** What looking at a unit takes, in customers × steps. */
const lookWork = 20;
const glanceWork = 4;
/** Steps or units that are looked at without a pause: about a millisecond's. */
const atOnce = 256;

function* findDoubts(journey: Journey, { segments, models }: ResolvedStudy): Work<readonly Doubt[]> {
  const lived: (readonly LivedUnit[])[] = [];
  for (const segment of segments) {
    const units: LivedUnit[] = [];
    yield* inPieces(journey.interactions, (step, index) => livedIn(segment, step, `interactions[${index}]`, [], units));
    lived.push(units);
  }
  const wholes = lived.map((units) => units.filter(isWhole));
  const ofSegments = function* (find: (units: readonly LivedUnit[], segment: number) => Doubt[]): Work<Doubt[]> {
    const found: Doubt[] = [];
    for (const [segment, units] of wholes.entries()) {
      found.push(...find(units, segment));
      yield units.length * glanceWork;
    }
    return found;
  };
  const ofUnits = function* (all: typeof lived, find: (unit: LivedUnit, segment: number) => Doubt[]): Work<Doubt[]> {
    const found: Doubt[] = [];
    for (const [segment, units] of all.entries()) yield* inPieces(units, (unit) => found.push(...find(unit, segment)));
    return found;
  };
  return [
    ...ratingCautions(journey).map(({ message, ...caution }): Doubt => ({ ...caution, what: message, whole: true })),
    ...shortJourney(journey),
    ...(yield* ofSegments((units, index) => nobodyTakesPart(units, segments[index]!, index))),
    ...(yield* ofSegments((units, index) => shortPatience(units, segments[index]!, models[index]!, index))),
    ...(yield* ofSegments((units, index) => shortPromise(units, journey, segments[index]!, models[index]!))),
    ...(yield* ofSegments((units, index) => shortTimes(units, journey, segments[index]!, index))),
    ...(yield* ofUnits(wholes, (unit, index) => defaultTolerance(unit, journey, models[index]!))),
    ...(yield* ofUnits(wholes, extrapolation)),
    ...(yield* ofUnits(lived, (unit, index) => [...clamping(unit, segments[index]!), ...capping(unit, segments[index]!)])),
  ];
}

/** Looks at every one, with pauses. */
function* inPieces<One>(all: readonly One[], look: (one: One, index: number) => void): Work<void> {
  for (let from = 0; from < all.length; from += atOnce) {
    const to = Math.min(all.length, from + atOnce);
    for (let index = from; index < to; index++) look(all[index]!, index);
    yield (to - from) * lookWork;
  }
}

function scaleDoubts({ segments, journeys }: ResolvedStudy): Doubt[] {
  let names: ReadonlyMap<string, string> | undefined;
  const everything = (): readonly FoundUnit[] => journeys.flatMap((journey) => [...units(journey)]);
  const nameOf = (id: string): string | undefined => (names ??= new Map(everything().map(({ unit }) => [unit.id, called(unit)]))).get(id);
  return segments.flatMap((segment, index) => largeScales(segment, index, nameOf));
}
