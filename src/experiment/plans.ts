import { PlanDoubts } from '../experience/plan-doubts';
import { finish } from '../plain/work';
import { Stage } from '../simulation/stage';
import type { ResolvedCondition } from './read-experiment';

/** What is known of the journeys of a condition before anybody lives them: journey by journey, segment by segment. */
export type Plans = readonly (readonly PlanDoubts[])[];

/** Of all conditions, in order; on one stage, so that what two of them draw alike is known to be the same. */
export function plansOf(conditions: readonly ResolvedCondition[]): readonly Plans[] {
  const segments = conditions.flatMap(({ study }) => study.segments);
  const models = conditions.flatMap(({ study }) => study.models);
  const { cohorts } = new Stage({ ...conditions[0]!.study, segments, models }, 1);
  let next = 0;
  return conditions.map(({ study, journeys }) => {
    const own = cohorts.slice(next, (next += study.segments.length));
    return journeys.map((journey) => own.map((cohort) => new PlanDoubts(() => finish(cohort.compile(journey)))));
  });
}
