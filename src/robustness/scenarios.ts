import type { Work } from '../plain/work';
import type { Scenario } from '../simulation/compile-scenario';
import {
  combinationsOf,
  dealOf,
  drawVaried,
  ignoranceOf,
  scenarioWith,
  setWork,
  type Deal,
  type Ignorance,
  type Varied,
} from './draw-sets';
import { mostDraws } from './read-uncertainty';
import type { ReadRobustness } from './read-robustness';

/** What is named and not a number: memory models, peak rules, end windows. Each is tried alone, and each set has one of them. */
export interface Alternatives {
  readonly names: readonly string[];
  /** Where in the list of scenarios the first of them stands alone. */
  readonly first: number;
  /** Which of them each set has; empty where there are none. */
  readonly ofSet: readonly number[];
}

/** A varied number, and what it is in each set. */
export interface DrawnNumber extends Varied {
  readonly values: readonly number[];
}

/** The scenarios of a robustness study in one list, and where in it each kind starts. */
export interface Plan {
  /** Scenario 0 is the study itself; then come the alternatives, then the sets. */
  readonly scenarios: readonly Scenario[];
  readonly memory: Alternatives;
  readonly peak: Alternatives;
  readonly endWindow: Alternatives;
  readonly firstSet: number;
  readonly sets: number;
  readonly ignorance: Ignorance;
  readonly numbers: readonly DrawnNumber[];
}

/** The study; each alternative alone; the parameter sets, dealt out evenly over the alternatives. */
export function* planScenarios(read: ReadRobustness): Work<Plan> {
  const { study, over } = read;
  const { memory } = over;
  const ignorance = ignoranceOf(read);
  const { varied, peaks, ends } = ignorance;
  // With nothing to draw, the sets are the alternatives in all their combinations.
  const sets = varied.length === 0 ? Math.min(combinationsOf(read, ignorance), mostDraws) : over.draws;
  const dealt = Array.from({ length: sets }, (_, set) => dealOf(set, read, ignorance));
  const numbers = varied.map((one): DrawnNumber => ({ ...one, values: drawVaried(study.root, one, sets) }));
  const ofSets: Scenario[] = [];
  for (const [set, deal] of dealt.entries()) {
    const values = numbers.map((one) => [one, one.values[set]!] as const);
    ofSets.push(scenarioWith(read, ignorance, values, deal));
    yield setWork;
  }
  const alone: Partial<Deal>[] = [
    {},
    ...memory.map((_, place) => ({ memory: place })),
    ...peaks.map((_, place) => ({ peak: place })),
    ...ends.map((_, place) => ({ end: place })),
  ];
  const named = (list: readonly { readonly name: string }[], first: number, of: 'memory' | 'peak' | 'end'): Alternatives => ({
    names: list.map(({ name }) => name),
    first,
    ofSet: list.length === 0 ? [] : dealt.map((deals) => deals[of]),
  });
  const firstPeak = 1 + memory.length;
  const firstEnd = firstPeak + peaks.length;
  return {
    scenarios: [...alone.map((deal) => scenarioWith(read, ignorance, [], deal)), ...ofSets],
    memory: named(memory, 1, 'memory'),
    peak: named(peaks, firstPeak, 'peak'),
    endWindow: named(ends, firstEnd, 'end'),
    firstSet: firstEnd + ends.length,
    sets,
    ignorance,
    numbers,
  };
}
