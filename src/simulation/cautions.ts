import type { Journey } from '../journey/types';
import { units } from '../journey/units';
import type { Caution } from '../results/types';
import { called, cautionsFrom, type Doubt } from './cautions/doubt';
import { largeChanges, largeScales } from './cautions/large-factor';
import { isWhole, livedUnits } from './cautions/lived-units';
import { nobodyTakesPart } from './cautions/nobody-takes-part';
import { shortJourney } from './cautions/short-journey';
import { shortPatience } from './cautions/short-patience';
import { capping, clamping, defaultTolerance, extrapolation } from './cautions/steps';
import { ratingCautions } from './cautions/ratings';
import type { ResolvedStudy } from './read-study';
import { oneLine } from '../words/one-line';

/**
 * Doubts that can be told from the study itself, before anything is simulated, each said once: about one of its journeys, or about all of
 * them, where a variant's are told under its own path.
 */
export function studyCautions(study: ResolvedStudy, customers: number, only?: Journey): Caution[] {
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
  study.journeys.forEach((journey, index) => {
    if (only !== undefined && journey !== only) return;
    // A variant's own path where the baseline does not say the same already; each doubt once, for the first segment it concerns.
    const where = index === 0 || only !== undefined ? '' : `${study.journeyPaths[index]!}.`;
    const here = new Set<string>();
    const changed = where !== '' && study.journeyPaths[0] === 'baseline' ? largeChanges(journey, study.journeys[0]!) : [];
    const fresh = [...doubtsOf(journey, study), ...changed].filter(({ code, path, what, whole }) => {
      const about = `${code} ${whole === true ? path : what}`;
      if (said.has(about) || here.has(`${code} ${path}`)) return false;
      said.add(about);
      here.add(`${code} ${path}`);
      return true;
    });
    cautions.push(...cautionsFrom(fresh, where));
  });
  return cautions.map((caution) => ({ ...caution, message: oneLine(caution.message) }));
}

/** Doubts about one journey, kind after kind. */
function doubtsOf(journey: Journey, { segments, models }: ResolvedStudy): Doubt[] {
  const lived = segments.map((segment) => livedUnits(journey, segment));
  const inEach = (find: (segment: number) => Doubt[]): Doubt[] => segments.flatMap((_, index) => find(index));
  const wholes = lived.map((units) => units.filter(isWhole));
  return [
    ...ratingCautions(journey).map(({ message, ...caution }): Doubt => ({ ...caution, what: message, whole: true })),
    ...shortJourney(journey),
    ...inEach((index) => nobodyTakesPart(wholes[index]!, segments[index]!, index)),
    ...inEach((index) => shortPatience(wholes[index]!, segments[index]!, models[index]!, index)),
    ...inEach((index) => wholes[index]!.flatMap((one) => defaultTolerance(one, journey.promise, models[index]!))),
    ...inEach((index) => wholes[index]!.flatMap(extrapolation)),
    ...inEach((index) => lived[index]!.flatMap((one) => [...clamping(one, segments[index]!), ...capping(one, segments[index]!)])),
  ];
}

function scaleDoubts({ segments, journeys }: ResolvedStudy): Doubt[] {
  const scaled = segments.some(({ responses }) => responses !== undefined);
  if (!scaled) return [];
  const everything = journeys.flatMap((journey) => [...units(journey)]);
  const names = new Map(everything.map(({ unit }) => [unit.id, called(unit)]));
  return segments.flatMap((segment, index) => largeScales(segment, index, names));
}
