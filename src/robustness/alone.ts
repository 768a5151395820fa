import { scenarioWith, type Varied } from './draw-sets';
import { beyond, triedBetween, type Trial } from './find-flips';
import { meanUnder, type WeighedTally } from './place-numbers';
import { rankCorrelation } from './rank-correlation';
import type { Work } from '../plain/work';
import type { Progress } from '../simulation/progress';
import type { ReadRobustness } from './read-robustness';
import type { DrawnNumber, Plan } from './scenarios';
import { partsOf, tallyScenarios, type Tallies } from './tally-scenarios';

/** By variant and place (all customers, then each segment): the tallies that stand for it. */
export type Places = readonly (readonly (readonly WeighedTally[])[])[];

export function placesOf(read: ReadRobustness, { of }: Pick<Tallies, 'of'>): Places {
  const places = [undefined, ...read.study.segments.keys()];
  return read.names.map((_, variant) => places.map((segment) => partsOf(read, of[variant]!, segment)));
}

/** Numbers tried alone, all else as studied. */
export interface Alone {
  readonly tried: readonly DrawnNumber[];
  /** The difference at the low and the high end. */
  readonly ends: (index: number, variant: number, place: number) => readonly [atLow: number, atHigh: number];
  /** And at values in between, where an end turns some verdict round. */
  readonly between: (index: number, variant: number, place: number) => readonly Trial[];
}

/** Of journeys with thousands of numbers so many are tried alone. */
export const mostInputs = 200;

/** Tries numbers alone at their ends, and in between where an end has the other sign. */
export function* tryAlone(read: ReadRobustness, plan: Plan, places: Places, progress?: Progress): Work<Alone> {
  const tried = worthTrying(plan, places);
  const at = function* (values: readonly (readonly [Varied, number])[], heard?: Progress): Work<Places> {
    const scenarios = values.map((value) => scenarioWith(read, plan.ignorance, [value]));
    return placesOf(read, yield* tallyScenarios(read, scenarios, { meansOnly: true, progress: heard }));
  };
  const atEnds = yield* at(
    tried.flatMap((one) => [one.drawn.low, one.drawn.high].map((value) => [one, value] as const)),
    progress,
  );
  const ends: Alone['ends'] = (index, variant, place) => {
    const [low, high] = [0, 1].map((end) => meanUnder(atEnds[variant]![place]!, 2 * index + end));
    return [low!, high!];
  };
  const turning = [...tried.keys()].filter((index) =>
    places.some((own, variant) =>
      own.some((parts, place) => ends(index, variant, place).some((found) => beyond(found, meanUnder(parts, 0), read.margin) > 0)),
    ),
  );
  const values = turning.map((index) => {
    const { low, high } = tried[index]!.drawn;
    return Array.from({ length: triedBetween }, (_, k) => low + ((high - low) * (k + 1)) / (triedBetween + 1));
  });
  const inside = yield* at(turning.flatMap((index, place) => values[place]!.map((value) => [tried[index]!, value] as const)));
  const between: Alone['between'] = (index, variant, place) => {
    const found = turning.indexOf(index);
    if (found < 0) return [];
    const parts = inside[variant]![place]!;
    return values[found]!.map((value, k) => ({ value, difference: meanUnder(parts, found * triedBetween + k) }));
  };
  return { tried, ends, between };
}

/** All numbers of the model; of the journeys and segments those that go most with any variant's difference, in the order of all. */
function worthTrying({ numbers, firstSet, sets }: Plan, places: Places): readonly DrawnNumber[] {
  const inputs = numbers.filter(({ by }) => by === 'input');
  if (inputs.length <= mostInputs) return numbers;
  const differences = places.map(([overall]) => Array.from({ length: sets }, (_, set) => meanUnder(overall!, firstSet + set)));
  const strength = new Map(
    inputs.map((one) => [one, Math.max(...differences.map((found) => Math.abs(rankCorrelation(one.values, found))))] as const),
  );
  const chosen = new Set(inputs.sort((a, b) => strength.get(b)! - strength.get(a)!).slice(0, mostInputs));
  return numbers.filter((one) => one.by === 'parameter' || chosen.has(one));
}
