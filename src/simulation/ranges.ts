import { NumberReader, NumberWriter, type NumberRecord } from '../plain/number-record';
import type { Work } from '../plain/work';
import { chunkSize } from '../random/stream';
import type { Arena } from '../sampling/arena';
import { quantileRule, roomFor, type Room } from '../statistics/room';
import type { SegmentTally } from '../summary/segment-tally';
import { JourneyLife } from './journey-life';
import type { ResolvedStudy } from './read-study';
import { emptyLives, runStudy, type Gatherer, type Range, type RunOptions } from './run-study';
import { Stage } from './stage';

/** What is gathered of a segment besides the tallies of each journey. */
export interface Gathered extends Gatherer {
  save(to: NumberWriter): void;
  /** Adds what was saved of other customers, `at` being the place of the first of them. */
  join(from: NumberReader, at: number): void;
}

/** Who gathers a segment: from the tallies of each journey, with so much room, where its customers live. */
export type Gathering<Own extends Gathered> = (journeys: readonly SegmentTally[], room: Room, arena: Arena) => Own;

/** Everything a study gathers, of all of its customers or of some. */
export class Harvest<Own extends Gathered = Gathered> {
  /** One a segment; none where nothing besides the tallies is gathered. */
  readonly gathered: Own[] = [];

  constructor(
    private readonly study: ResolvedStudy,
    private readonly gather: Gathering<Own> | undefined,
    /** One a journey. */
    readonly lives: readonly JourneyLife[],
  ) {}

  /** Lets them live. */
  *live(options: RunOptions & { readonly stage: Stage }): Work<void> {
    const { customers, range, stage } = options;
    const room = { customers: range?.count ?? customers, rule: quantileRule(customers) };
    const begin = (segment: number): Own => this.#begin(segment, room, stage);
    yield* runStudy(this.study, Object.assign({}, options, { lives: this.lives }), this.gather && begin);
  }

  /** Makes room for all customers, none of whom lives here. */
  *prepare(customers: number, stage: Stage): Work<void> {
    yield* emptyLives(this.study, this.lives, stage, customers);
    if (this.gather === undefined) return;
    for (const segment of this.study.segments.keys()) this.#begin(segment, roomFor(customers), stage);
  }

  #begin(segment: number, room: Room, stage: Stage): Own {
    const tallies = this.lives.map((life) => life.tallies[segment]!);
    return (this.gathered[segment] = this.gather!(tallies, room, stage.arena));
  }

  /** In numbers. `apart`: long columns beside them. */
  save(apart: boolean): NumberRecord {
    const to = new NumberWriter(apart);
    for (const segment of this.study.segments.keys()) {
      for (const life of this.lives) life.tallies[segment]!.save(to);
      this.gathered[segment]?.save(to);
    }
    return to.written;
  }

  /** Adds what was saved of other customers, the first of whom is `first`. */
  join(saved: NumberRecord, first: number): void {
    const from = new NumberReader(saved);
    for (const segment of this.study.segments.keys()) {
      for (const life of this.lives) life.tallies[segment]!.join(from, first);
      this.gathered[segment]?.join(from, first);
    }
    from.finish();
  }
}

/** What so many customers of a study come to, in numbers. */
export function* liveRange<Own extends Gathered>(
  study: ResolvedStudy,
  gather: Gathering<Own> | undefined,
  customers: number,
  range: Range,
  apart: boolean,
  stage: Stage = new Stage(study, Math.min(range.count, chunkSize)),
): Work<NumberRecord> {
  const lives = study.journeys.map(() => new JourneyLife());
  const harvest = new Harvest(study, gather, lives);
  yield* harvest.live({ customers, range, stage });
  return harvest.save(apart);
}

/** All customers in ranges of so many, a multiple of the chunk size. */
export function rangesOf(customers: number, size: number): Range[] {
  return Array.from({ length: Math.ceil(customers / size) }, (_, index) => ({
    first: index * size,
    count: Math.min(size, customers - index * size),
  }));
}

/** The same, but for a quarter of the size towards the end: whoever does them side by side comes to the end at about the same time. */
export function taperedRanges(customers: number, size: number): Range[] {
  const quarter = Math.ceil(size / 4 / chunkSize) * chunkSize;
  const begun = Math.max(0, Math.floor(customers / size) - 1) * size;
  const rest = rangesOf(customers - begun, quarter).map(({ first, count }) => ({ first: begun + first, count }));
  return [...rangesOf(begun, size), ...rest];
}
