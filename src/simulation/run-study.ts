import { Experience, type ExperienceBlock } from '../experience/experience-block';
import { PlanDoubts } from '../experience/plan-doubts';
import type { Work } from '../plain/work';
import { chunkSize } from '../random/stream';
import { quantileRule, roomFor } from '../statistics/room';
import { SegmentTally } from '../summary/segment-tally';
import type { Cohort } from './cohort';
import type { JourneyLife } from './journey-life';
import { Progress } from './progress';
import type { ResolvedStudy } from './read-study';
import { Stage } from './stage';

/** What a block of customers went through, for whoever has to know no more than what came out. */
export type Lived = Pick<ExperienceBlock, 'count' | 'outcomes' | 'present'> & Partial<Pick<ExperienceBlock, 'steps'>>;

/** Takes in one segment's blocks as they come: what was lived of each journey of the study, in order. */
export interface Gatherer {
  add(lived: readonly [Lived, ...Lived[]], firstCustomer: number): void;
}

/** Some customers of each segment, one after the other; the first is that of a chunk. */
export interface Range {
  readonly first: number;
  readonly count: number;
}

export interface RunOptions {
  /** Of each segment. */
  readonly customers: number;
  /** Those of them who live here. Default: all. */
  readonly range?: Range | undefined;
  /** Where they live. Default: a stage of their own. */
  readonly stage?: Stage | undefined;
  /** One a journey, where all that is lived is to be tallied; what they hold already is not lived again. */
  readonly lives?: readonly JourneyLife[] | undefined;
  readonly progress?: Progress | undefined;
}

const blocksPerTurn = 16;
/** What a journey takes of a segment before the first customer lives it, in customers × steps. */
const prepareWork = 500;

/**
 * Every segment, block by block, through every journey of the study; each block is handed to that segment's gatherer, where it has one. Work, so
 * that whoever drives it may show progress, give way or stop.
 */
export function* runStudy(study: ResolvedStudy, options: RunOptions, gather?: (segment: number) => Gatherer): Work<void> {
  const { customers, range = { first: 0, count: customers }, progress = new Progress() } = options;
  const { stage = new Stage(study, Math.min(range.count, chunkSize)) } = options;
  const { blockSize } = stage.arena;
  const end = range.first + range.count;
  progress.done = 0;
  progress.total = range.count * study.segments.length;
  const segments: SegmentRun[] = [];
  for (const index of study.segments.keys()) segments.push(yield* prepare(study, stage, index, range, options));
  const gatherers = segments.map((_, index) => gather?.(index));
  // Segments take turns, so that a run that is stopped early has seen something of each.
  for (let turn = range.first; turn < end; turn += blocksPerTurn * blockSize) {
    for (const [index, segment] of segments.entries()) {
      for (let first = turn; first < Math.min(end, turn + blocksPerTurn * blockSize); first += blockSize) {
        const count = Math.min(blockSize, end - first);
        const lived = yield* segment.block(first, count);
        gatherers[index]?.add(lived, first);
        progress.done += count;
      }
    }
  }
}

/** One journey of one segment: still to be lived, and what is tallied of it. */
interface Part {
  /** Undefined: all of it has been lived before. */
  readonly experience: Experience | undefined;
  readonly tally: SegmentTally | undefined;
}

/** One segment on a stage, with the journeys its customers go through. */
class SegmentRun {
  constructor(
    private readonly cohort: Cohort,
    private readonly parts: readonly Part[],
    private readonly begin: number,
  ) {}

  /** Lives one block through every journey; what comes back is scratch, to be read before the next call. */
  *block(first: number, count: number): Work<readonly [Lived, ...Lived[]]> {
    this.cohort.columns.begin(first, count);
    const lived: Lived[] = [];
    for (const { experience, tally } of this.parts) {
      if (tally !== undefined && tally.customers > first - this.begin) {
        lived.push(tally.again(first - this.begin, count));
        continue;
      }
      const block = yield* experience!.live(count);
      if (tally !== undefined) yield* tally.add(block, first);
      lived.push(block);
    }
    return lived as [Lived, ...Lived[]];
  }
}

function* prepare(study: ResolvedStudy, stage: Stage, segment: number, range: Range, { customers, lives }: RunOptions): Work<SegmentRun> {
  const cohort = stage.cohorts[segment]!;
  const parts: Part[] = [];
  for (const [index, journey] of study.journeys.entries()) {
    const life = lives?.[index];
    const known = life?.tallies[segment];
    if (known?.customers === range.count) {
      parts.push({ experience: undefined, tally: known });
      continue;
    }
    const plan = yield* cohort.compile(journey);
    const experience = new Experience(plan, cohort.columns, { outcomes: study.outcomes, steps: study.interactions }, stage.arena);
    const room = { customers: range.count, rule: quantileRule(customers), spare: stage.spare };
    const tally = life === undefined ? undefined : (life.tallies[segment] ??= new SegmentTally(new PlanDoubts(plan), room, study));
    parts.push({ experience, tally });
    yield prepareWork;
  }
  return new SegmentRun(cohort, parts, range.first);
}

/** Tallies of a whole study in which nobody has lived yet: what is gathered elsewhere joins them. */
export function* emptyLives(study: ResolvedStudy, lives: readonly JourneyLife[], stage: Stage, customers: number): Work<void> {
  for (const [segment, cohort] of stage.cohorts.entries()) {
    for (const [index, journey] of study.journeys.entries()) {
      const plan = yield* cohort.compile(journey);
      lives[index]!.tallies[segment] = new SegmentTally(new PlanDoubts(plan), roomFor(customers), study);
      yield prepareWork;
    }
  }
}
