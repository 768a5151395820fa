import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { deepFreeze } from '../plain/deep-freeze';
import type { Work } from '../plain/work';
import { ChunkMoments } from '../statistics/chunk-moments';
import { mixtureMean } from '../summary/estimate-of';
import { setOwn } from './assemble';
import { customersFor } from './customers-for';
import type { JourneyLife } from './journey-life';
import type { Keeping } from './keeping';
import { Progress } from './progress';
import type { ResolvedStudy } from './read-study';
import { runStudy, type Gatherer, type Lived } from './run-study';
import type { IdOf, SegmentsOrIds } from './types';

/** Means of outcomes, each in its unit; of those only that the journey and the segment have. */
export type Means<Name extends OutcomeName = OutcomeName> = { readonly [Key in Name]?: number };

/** What a journey comes to on average: for all, weighed by their shares, and for each segment. */
export interface Score<Segments extends SegmentsOrIds = string, Name extends OutcomeName = OutcomeName> {
  readonly overall: Means<Name>;
  readonly segments: { readonly [Id in IdOf<Segments>]: Means<Name> };
}

/** The sums of one segment. */
class MeanGatherer implements Gatherer {
  readonly #sums = new Map<OutcomeName, ChunkMoments>();

  add([lived]: readonly [Lived], firstCustomer: number): void {
    for (const name of outcomeNames) {
      const column = lived.outcomes[name];
      if (column === undefined) continue;
      let sums = this.#sums.get(name);
      if (sums === undefined) this.#sums.set(name, (sums = new ChunkMoments()));
      sums.add(column, lived.count, firstCustomer);
    }
  }

  get means(): Means {
    return Object.fromEntries([...this.#sums].map(([name, sums]) => [name, sums.merged().mean]));
  }
}

/** Everybody lives the journey once; nothing is asked of the steps. */
export function* scoreWork(given: ResolvedStudy, keeping: Keeping): Work<Score> {
  const study = { ...given, interactions: false };
  const customers = yield* customersFor(study, new Progress());
  const stage = keeping.takeStage(study, customers);
  const gatherers = study.segments.map(() => new MeanGatherer());
  try {
    yield* runStudy(study, { customers, stage }, (segment) => gatherers[segment]!);
  } finally {
    keeping.leaveStage(stage);
  }
  return scoreOf(study, gatherers);
}

/** What {@link scoreWork} gives of so many customers, one block of them at the most, read from a life that kept everything they lived. */
export function scoreAgain(study: ResolvedStudy, { tallies }: JourneyLife, customers: number): Score {
  const gatherers = tallies.map((tally) => {
    const gatherer = new MeanGatherer();
    gatherer.add([tally.again(0, customers)], 0);
    return gatherer;
  });
  return scoreOf(study, gatherers);
}

function scoreOf(study: ResolvedStudy, gatherers: readonly MeanGatherer[]): Score {
  const own = gatherers.map(({ means }) => means);
  const segments: Record<string, Means> = {};
  study.segments.forEach(({ id }, index) => setOwn(segments, id, own[index]));
  return deepFreeze({ overall: own.length === 1 ? { ...own[0] } : overallOf(study, own), segments });
}

function overallOf({ segments }: ResolvedStudy, own: readonly Means[]): Means {
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  const overall: { [Name in OutcomeName]?: number } = {};
  for (const name of outcomeNames) {
    if (own.some((means) => means[name] === undefined)) continue;
    overall[name] = mixtureMean(segments.map(({ share }, index) => ({ weight: share / whole, mean: own[index]![name]! })));
  }
  return overall;
}
