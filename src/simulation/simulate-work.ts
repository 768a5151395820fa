import { markAs } from '../plain/made-here';
import { deepFreeze } from '../plain/deep-freeze';
import { simulationPage } from '../results/simulation-words';
import type { Simulation } from '../results/types';
import { withDisplay } from '../words/display';
import { askStudy } from './ask-study';
import type { Asked } from './asked';
import { assemble } from './assemble';
import type { WatchedWork } from './drive';
import type { Keeping } from './keeping';
import type { ResolvedStudy } from './read-study';

export function simulateWork(study: ResolvedStudy, keeping?: Keeping): WatchedWork<Simulation> {
  return askStudy(simulationOf(study), keeping);
}

/** What is asked of a study with one journey. */
export function simulationOf(study: ResolvedStudy): Asked<Simulation> {
  return {
    kind: 'simulation',
    study,
    more: 'simulation',
    own: () => ({ journey: study.journeys[0] }),
    *answer({ lives }, customers) {
      return presentSimulation(yield* assemble(study, 0, lives[0]!, customers));
    },
  };
}

/** Frozen, and shown as text and Markdown in notebooks. */
function presentSimulation(result: Simulation): Simulation {
  markAs('result', result);
  return deepFreeze(withDisplay(result, simulationPage));
}
