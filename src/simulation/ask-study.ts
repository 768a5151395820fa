import { hashJourney } from '../journey/journey-hash';
import { handOver, type Work } from '../plain/work';
import type { Asked } from './asked';
import { customersFor } from './customers-for';
import type { WatchedWork } from './drive';
import { JourneyLife } from './journey-life';
import { keepingNothing, type Keeping } from './keeping';
import { Progress } from './progress';
import { rangeErrand } from './range-errand';
import { Harvest, type Gathered } from './ranges';

/** Everybody lives, and what was gathered becomes the answer; here, or by parts elsewhere. */
export function askStudy<Answer extends object, Own extends Gathered>(
  asked: Asked<Answer, Own>,
  keeping: Keeping = keepingNothing,
): WatchedWork<Answer> {
  const { study, more, gather, answer } = asked;
  const progress = new Progress();
  let harvest: Harvest<Own> | undefined;
  function* work(): Work<Answer> {
    const customers = yield* customersFor(study, progress);
    // By their content journeys are known again.
    for (const journey of study.journeys) yield* hashJourney(journey);
    const known = keeping.findResult<Answer>(study, customers, more);
    if (known !== undefined) return known;
    const stage = keeping.takeStage(study, customers);
    const own = keeping.takeLives(study, customers, stage);
    harvest = new Harvest(study, gather, own);
    try {
      const nobodyYet = own.every(({ tallies }) => tallies.length === 0);
      const apart = new Harvest(
        study,
        gather,
        study.journeys.map(() => new JourneyLife()),
      );
      const errand = rangeErrand(asked, customers, apart, progress);
      if (nobodyYet && (yield* handOver(errand, () => apart.prepare(customers, stage)))) harvest = apart;
      else yield* harvest.live({ customers, progress, stage });
      const result = yield* answer(harvest, customers, stage);
      keeping.keepResult(result, study, customers, more);
      return result;
    } finally {
      keeping.leaveLives(harvest.lives, study, stage);
      keeping.leaveStage(stage);
    }
  }
  const partial = (): Work<Answer> | undefined => {
    const done = harvest?.lives.map((life) => life.customers(study)) ?? [];
    const [customers] = done;
    if (customers === undefined || customers === 0 || done.some((own) => own !== customers)) return undefined;
    return answer(harvest!, customers);
  };
  return { work: work(), progress, partial };
}
