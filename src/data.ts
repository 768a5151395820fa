// Tables
export type { MissingCell, Row } from './tables/table';

// Logs
export { journeyFromLog, journeyFromLogAsync } from './logs/journey-from-log';
export { compareDurations, type CompareDurationsOptions, type DurationComparison, type MeasuredJourney } from './logs/compare-durations';
export type {
  CaseDurations,
  FittedDuration,
  FittedFamily,
  JourneyFromLog,
  LeftOut,
  LogCaution,
  LogKind,
  LogOptions,
  LogStep,
} from './logs/types';

// Recordings
export { recordings } from './recordings/recordings';
export { remember, type Remembered, type RememberOptions } from './recordings/remember';
export type * from './recordings/types';

// Fitting
export { fitMemory } from './fitting/fit-memory';
export type * from './fitting/types';

// Surveys
export { segmentsFromSurvey } from './surveys/segments-from-survey';
export type * from './surveys/survey-types';
export type * from './surveys/observed-types';
export { anchor } from './surveys/anchor';
export { levelInterval } from './surveys/level-interval';
export type { LevelInterval } from './surveys/level-interval';
export type * from './surveys/anchor-types';
export { backTest } from './surveys/back-test';
export type * from './surveys/back-test-types';

// Watching
export { watch } from './watching/watch';
export type * from './watching/types';
