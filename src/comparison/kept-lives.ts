import { journeyHash } from '../journey/journey-hash';
import type { KnownSteps, StepRead } from '../journey/known-steps';
import type { Journey } from '../journey/types';
import { bytesOf } from '../plain/bytes-of';
import { chunkSize } from '../random/stream';
import { Kept } from '../sampling/kept';
import { JourneyLife } from '../simulation/journey-life';
import type { Keeping } from '../simulation/keeping';
import type { ResolvedStudy } from '../simulation/read-study';
import { Stage } from '../simulation/stage';
import { quantileRule } from '../statistics/room';

/** A stage with more slots than these, and than a few times what a run needs, has seen enough versions: it begins anew (judgement). */
const mostSlots = 5000;
const timesNeeded = 4;

/** Keeps what runs of one study leave: the stage with what was drawn and compiled, every life that was lived, and what came out. */
export class KeptLives implements Keeping, KnownSteps {
  readonly #kept: Kept;
  /** Slots of a stage after its first run. */
  readonly #needed = new WeakMap<Stage, number>();
  /** Each stage numbers its slots for itself, so that lives of two stages cannot be compared. */
  readonly #stages = new WeakMap<Stage, number>();
  #stagesMade = 0;
  #running = 0;

  constructor(maxBytes: number) {
    this.#kept = new Kept(maxBytes);
  }

  get bytes(): number {
    return this.#kept.bytes;
  }

  takeStage(study: ResolvedStudy): Stage {
    const stage = this.#kept.find<Stage>('stage') ?? new Stage(study, chunkSize, this.#kept);
    this.#kept.drop('stage');
    return stage;
  }

  leaveStage(stage: Stage): void {
    const needed = this.#needed.get(stage) ?? stage.slots;
    this.#needed.set(stage, needed);
    if (stage.slots <= Math.max(mostSlots, timesNeeded * needed)) this.#kept.keep('stage', stage, stage.bytes);
  }

  takeLives(study: ResolvedStudy, customers: number, stage: Stage): readonly JourneyLife[] {
    this.#running++;
    // What is only counted cannot be looked at again.
    if (quantileRule(customers) !== 'exact') return study.journeys.map(() => new JourneyLife());
    // Two journeys alike are one life.
    const lives = new Map<string, JourneyLife>();
    return study.journeys.map((journey) => {
      const key = this.#lifeKey(journey, study, stage);
      let life = lives.get(key);
      if (life === undefined) lives.set(key, (life = this.#lifeOf(key, study, customers)));
      return life;
    });
  }

  leaveLives(lives: readonly JourneyLife[], study: ResolvedStudy, stage: Stage): void {
    this.#running--;
    lives.forEach((life, index) => {
      const lived = life.customers(study) ?? 0;
      if (lived === 0 || life.tallies[0]!.quantileRule !== 'exact') return;
      if (this.#running === 0 && !goesOn(lived)) life.settle();
      const key = this.#lifeKey(study.journeys[index]!, study, stage);
      const known = this.#kept.find<JourneyLife>(key)?.customers(study) ?? 0;
      const under = known > lived ? coarse(key, lived) : key;
      if (known < lived || this.#kept.find(under) === undefined) this.#kept.keep(under, life, life.bytes);
    });
  }

  /** A life that is whole is read by many runs; one that is to go on must have no other reader. */
  #lifeOf(key: string, study: ResolvedStudy, customers: number): JourneyLife {
    const known = this.#kept.find<JourneyLife>(key);
    const lived = known?.customers(study);
    if (known === undefined || lived === undefined) return new JourneyLife();
    if (lived === customers) return known;
    if (lived > customers) return this.#kept.find<JourneyLife>(coarse(key, customers)) ?? new JourneyLife();
    if (this.#running > 1 || !goesOn(lived)) return new JourneyLife();
    this.#kept.drop(key);
    return known;
  }

  findStep(id: string): StepRead | undefined {
    return this.#kept.find(`step ${id}`);
  }

  keepStep(id: string, read: StepRead): void {
    this.#kept.keep(`step ${id}`, read, bytesOf(read));
  }

  findResult<Result extends object>(study: ResolvedStudy, customers: number, more: string): Result | undefined {
    return this.#kept.find<Result>(this.#resultKey(study, customers, more));
  }

  keepResult(result: object, study: ResolvedStudy, customers: number, more: string): void {
    this.#kept.keep(this.#resultKey(study, customers, more), result, bytesOf(result));
  }

  #resultKey(study: ResolvedStudy, customers: number, more: string): string {
    const journeys = study.journeys.map((journey) => this.#keyOf(journey, study));
    return `${customers} ${JSON.stringify(study.until)} ${more} ${journeys.join(' ')}`;
  }

  #lifeKey(journey: Journey, study: ResolvedStudy, stage: Stage): string {
    let number = this.#stages.get(stage);
    if (number === undefined) this.#stages.set(stage, (number = this.#stagesMade++));
    return `${number} ${this.#keyOf(journey, study)}`;
  }

  #keyOf(journey: Journey, { requested }: ResolvedStudy): string {
    return `${journeyHash(journey)} ${requested.join(' ')}`;
  }
}

/** Only whole chunks of customers are drawn on from where others stopped. */
function goesOn(lived: number): boolean {
  return lived % chunkSize === 0;
}

/** Who asks for a coarse answer asks again: fewer customers than have lived a journey at the most are kept beside them, and go no further. */
function coarse(key: string, customers: number): string {
  return `${customers} of ${key}`;
}
