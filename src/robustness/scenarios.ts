import type { Scenario } from '../scenarios/live-scenarios';
import { drawParameter } from './draw-sets';
import type { ReadRobustness } from './read-robustness';
import { withParameters } from './with-parameters';

/** All scenarios of a robustness study in one list, and where in it each kind starts. */
export interface Plan {
  readonly scenarios: readonly Scenario[];
  /** Scenario 0 is the study itself; then come its memory models. */
  readonly firstMemory: number;
  readonly firstSet: number;
  readonly sets: number;
  /** Two for each parameter: at its low and at its high end. */
  readonly firstAlone: number;
  /** Which memory model each set has. */
  readonly memoryOfSet: readonly number[];
  readonly drawn: ReadonlyMap<string, readonly number[]>;
}

/** The study; each memory model; the parameter sets, dealt out evenly over the memory models; each parameter alone at both ends. */
export function planScenarios({ study, over }: ReadRobustness): Plan {
  const { memory, parameters } = over;
  const { journeys } = study;
  // With nothing to draw, the sets are the memory models themselves.
  const sets = parameters.size === 0 ? memory.length : over.draws;
  const memoryOfSet = Array.from({ length: sets }, (_, set) => set % memory.length);
  const drawn = new Map([...parameters].map(([path, { distribution }]) => [path, drawParameter(study.root, path, distribution, sets)]));
  const ofSets = memoryOfSet.map((index, set) => {
    const values = new Map([...drawn].map(([path, column]) => [path, column[set]!]));
    return { journeys, model: withParameters(memory[index]!.model, values) };
  });
  const alone = [...parameters].flatMap(([path, { low, high }]) =>
    [low, high].map((value) => ({ journeys, model: withParameters(study.model, new Map([[path, value]])) })),
  );
  const firstMemory = 1;
  const firstSet = firstMemory + memory.length;
  return {
    scenarios: [{ journeys, model: study.model }, ...memory.map(({ model }) => ({ journeys, model })), ...ofSets, ...alone],
    firstMemory,
    firstSet,
    sets,
    firstAlone: firstSet + sets,
    memoryOfSet,
    drawn,
  };
}
