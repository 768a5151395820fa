import type { Issue } from '../errors/issue';
import type { KnownSteps } from '../journey/known-steps';
import type { JourneyInput } from '../journey/types';
import { throwIssues } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { finish } from '../plain/work';
import type { Requested } from '../results/types';
import { driveAs, readDriving, type DriveOptions, type Driving } from '../simulation/drive';
import {
  checkJourneys,
  narrowed,
  openInput,
  questionKeys,
  readStudy,
  type ResolvedStudy,
  type StudySettings,
} from '../simulation/read-study';
import { scoreWork, type Score } from '../simulation/score';
import { simulateWork } from '../simulation/simulate-work';
import type { OutcomeOf, SegmentsOrIds, SimulationOf, Study } from '../simulation/types';
import { compareWork, readComparisonIn } from './compare';
import type { CompareInput, ComparisonOf } from './compare-types';
import { KeptLives } from './kept-lives';

/** What one question to a simulator sets for itself. */
export interface Question<Name extends Requested = Requested> {
  /** Customers per segment, 1 … 1e9: fewer for a coarse answer at once, more for a fine one later. Default: the study's. */
  readonly customers?: number | undefined;
  /** Limits the work to these outcomes. Default: the study's. */
  readonly outcomes?: readonly Name[] | undefined;
}

/** What {@link createSimulator} gives: a study with everything in it but the journey. */
export interface Simulator<Segments extends SegmentsOrIds, Name extends Requested> {
  /** The bytes that `simulate({ …study, …question, journey })` would give. */
  simulate<Own extends Requested = Name>(journey: JourneyInput, question?: Question<Own>): SimulationOf<Segments, Own>;
  /** The bytes that `compare({ …study, …question, baseline, variants, margin })` would give. */
  compare<Variant extends string, Own extends Requested = Name>(
    input: Versioned<Segments, Variant, Own>,
    question?: Question<Own>,
  ): ComparisonOf<Segments, Variant, Own>;
  /** As `simulate`, without holding up whoever else runs in this thread; `signal`, `onProgress` and `partial` as in `simulateAsync`. */
  simulateAsync<Own extends Requested = Name>(
    journey: JourneyInput,
    question?: Question<Own> & DriveOptions,
  ): Promise<SimulationOf<Segments, Own>>;
  /** As `compare`, without holding up whoever else runs in this thread; `signal`, `onProgress` and `partial` as in `compareAsync`. */
  compareAsync<Variant extends string, Own extends Requested = Name>(
    input: Versioned<Segments, Variant, Own>,
    question?: Question<Own> & DriveOptions,
  ): Promise<ComparisonOf<Segments, Variant, Own>>;
  /** The means alone, to the last digit those of `simulate`, and nothing else: for searching through thousands of journeys. */
  score<Own extends Requested = Name>(journey: JourneyInput, question?: Question<Own>): Score<Segments, OutcomeOf<Own>>;
  /** Bytes kept at the moment: what was drawn, compiled and lived; never more than `maxBytes`. */
  readonly bytes: number;
}

/** The journeys of a comparison in a simulator. */
export type Versioned<Segments extends SegmentsOrIds, Variant extends string, Name extends Requested> = Pick<
  CompareInput<Segments, Variant, Name>,
  'baseline' | 'variants' | 'margin'
>;

/** How a simulator works. */
export interface SimulatorOptions {
  /** How much memory may be kept between calls, in bytes, 0 or more. Default 256 MiB (judgement). */
  readonly maxBytes?: number | undefined;
}

const defaultMaxBytes = 256 * 1024 * 1024;

/**
 * A study to be asked again and again, by an editor in which a journey is dragged about. What was drawn, compiled and lived is kept: a journey that
 * was asked for before (the baseline, an undo) is not lived again, a new one finds its draws ready, and a coarse answer goes on to a fine one. What
 * it answers is what `simulate` and `compare` answer, byte for byte.
 *
 * @param study As for `simulate`, without the journey.
 * @param options `maxBytes`: how much memory may be kept between calls. Default 256 MiB (judgement); what has not been used for longest goes first.
 * @throws JourneyError when the study itself is faulty; what it can be asked throws for journeys and questions.
 *
 * @example
 * import { createSimulator } from 'peakend';
 * const editor = createSimulator({ customers: 1000, seed: 1, outcomes: ['satisfaction', 'clockDuration'] });
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * editor.simulate(call).overall.clockDuration.mean; // 300
 * editor.score(call, { outcomes: ['clockDuration'] }).overall.clockDuration; // 300
 */
export function createSimulator<const Segments extends SegmentsOrIds = 'everyone', Name extends Requested = Requested>(
  study: Study<Segments, Name>,
  options: SimulatorOptions = {},
): Simulator<Segments, Name> {
  const settings = reading(options, ['maxBytes']);
  const { maxBytes = defaultMaxBytes } = settings.written;
  const isSize = typeof maxBytes === 'number' && maxBytes >= 0;
  if (!isSize) settings.fault('maxBytes', 'a number of bytes, 0 or more', { code: 'out-of-range', params: { min: 0 } });
  settings.finish();
  // All of it copies: what the caller does to the study afterwards changes nothing. What responses refer to is checked with each journey.
  const whole: StudySettings = readStudy(openInput(study, []), [], []);
  const keeping = new KeptLives(maxBytes as number);

  const sooner = (question: unknown): StudySettings => {
    const read = reading(question, questionKeys, { under: 'question' });
    const own = narrowed(whole, read);
    read.finish();
    return own;
  };
  const later = (question: unknown): { readonly settings: StudySettings; readonly driving: Driving } => {
    const { driving, read } = readDriving(question, questionKeys);
    const own = narrowed(whole, read);
    read.finish();
    return { settings: own, driving };
  };
  return {
    simulate: (journey, question = {}) => finish(simulateWork(withJourney(sooner(question), journey, keeping), keeping).work) as never,
    compare: (input, question = {}) => finish(compareWork(readComparisonIn(sooner(question), input, keeping), keeping).work) as never,
    async simulateAsync(journey, question = {}) {
      const { settings: own, driving } = later(question);
      return (await driveAs(simulateWork(withJourney(own, journey, keeping), keeping), driving)) as never;
    },
    async compareAsync(input, question = {}) {
      const { settings: own, driving } = later(question);
      return (await driveAs(compareWork(readComparisonIn(own, input, keeping), keeping), driving)) as never;
    },
    score(journey, question = {}) {
      const study = withJourney(sooner(question), journey, keeping);
      if (study.outcomes.size === 0) {
        throwIssues([{ code: 'missing', path: 'outcomes', expected: 'at least one outcome to score', received: 'interactions alone' }]);
      }
      return finish(scoreWork(study, keeping)) as never;
    },
    get bytes() {
      return keeping.bytes;
    },
  };
}

function withJourney(settings: StudySettings, journey: unknown, known: KnownSteps): ResolvedStudy {
  const issues: Issue[] = [];
  const study = checkJourneys(settings, [{ path: 'journey', value: journey }], issues, known);
  throwIssues(issues);
  return study!;
}
