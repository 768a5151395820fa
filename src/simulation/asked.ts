import type { Work } from '../plain/work';
import type { Gathered, Gathering, Harvest } from './ranges';
import type { ResolvedStudy } from './read-study';
import type { Stage } from './stage';

/** A question to a study: how it is written down, what is gathered, and what becomes of it. */
export interface Asked<Answer, Own extends Gathered = never> {
  readonly kind: 'simulation' | 'comparison';
  readonly study: ResolvedStudy;
  /** What the answer depends on besides the study. */
  readonly more: string;
  /** The journeys, and what else the door takes besides a study, as it takes them. */
  readonly own: () => Readonly<Record<string, unknown>>;
  readonly gather?: Gathering<Own>;
  /** `stage`: where they lived, once the run is over: whoever has to live once more may do so there. */
  readonly answer: (harvest: Harvest<Own>, customers: number, stage?: Stage) => Work<Answer>;
}
