import { chunkSize } from '../random/stream';
import { JourneyLife } from './journey-life';
import type { ResolvedStudy } from './read-study';
import { Stage } from './stage';

/** Where a run has what it works with from, and where it leaves it. */
export interface Keeping {
  /** The stage its customers live on. Nobody else has it until it is left. */
  takeStage(study: ResolvedStudy, customers: number): Stage;
  leaveStage(stage: Stage): void;
  /** The life of each journey on that stage, as far as so many customers have come: what lives rest on is compared by the slots of one stage. */
  takeLives(study: ResolvedStudy, customers: number, stage: Stage): readonly JourneyLife[];
  leaveLives(lives: readonly JourneyLife[], study: ResolvedStudy, stage: Stage): void;
  /** What came out of so many customers of the study's journeys before, where it was asked the same. `more`: what else it depends on. */
  findResult<Result extends object>(study: ResolvedStudy, customers: number, more: string): Result | undefined;
  keepResult(result: object, study: ResolvedStudy, customers: number, more: string): void;
}

/** Everything new, and nothing kept. */
export const keepingNothing: Keeping = {
  takeStage: (study, customers) => new Stage(study, Math.min(customers, chunkSize)),
  leaveStage: () => undefined,
  takeLives: ({ journeys }) => journeys.map(() => new JourneyLife()),
  leaveLives: () => undefined,
  findResult: () => undefined,
  keepResult: () => undefined,
};
