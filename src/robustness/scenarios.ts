import type { Scenario } from '../simulation/live-scenarios';
import { combinationsOf, dealOf, drawVaried, ignoranceOf, scenarioWith, type Ignorance, type Varied } from './draw-sets';
import { withRule } from './memory-rules';
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
export function planScenarios(read: ReadRobustness): Plan {
  const { study, over } = read;
  const { memory } = over;
  const { journeys, model } = study;
  const ignorance = ignoranceOf(read);
  const { varied, peaks, ends } = ignorance;
  // With nothing to draw, the sets are the alternatives in all their combinations.
  const sets = varied.length === 0 ? Math.min(combinationsOf(read, ignorance), mostDraws) : over.draws;
  const dealt = Array.from({ length: sets }, (_, set) => dealOf(set, read, ignorance));
  const numbers = varied.map((one): DrawnNumber => ({ ...one, values: drawVaried(study.root, one, sets) }));
  const ofSets = dealt.map((deal, set) =>
    scenarioWith(
      read,
      ignorance,
      numbers.map((one) => [one, one.values[set]!]),
      deal,
    ),
  );
  const models = [model, ...memory.map((named) => named.model), ...[...peaks, ...ends].map((rule) => withRule(model, rule))];
  const named = (list: readonly { readonly name: string }[], first: number, of: 'memory' | 'peak' | 'end'): Alternatives => ({
    names: list.map(({ name }) => name),
    first,
    ofSet: list.length === 0 ? [] : dealt.map((deals) => deals[of]),
  });
  const firstPeak = 1 + memory.length;
  const firstEnd = firstPeak + peaks.length;
  return {
    scenarios: [...models.map((one): Scenario => ({ journeys, model: one })), ...ofSets],
    memory: named(memory, 1, 'memory'),
    peak: named(peaks, firstPeak, 'peak'),
    endWindow: named(ends, firstEnd, 'end'),
    firstSet: firstEnd + ends.length,
    sets,
    ignorance,
    numbers,
  };
}
