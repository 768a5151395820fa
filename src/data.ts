// Tables
export type { MissingCell, Row } from './tables/table';

// Logs
export { journeyFromLog } from './logs/journey-from-log';
export { compareDurations, type CompareDurationsOptions, type DurationComparison, type MeasuredJourney } from './logs/compare-durations';
export type { CaseDurations, FittedDuration, FittedFamily, JourneyFromLog, LeftOut, LogKind, LogOptions, LogStep } from './logs/types';

// Recordings
export { recordings } from './recordings/recordings';
export { remember, type Remembered, type RememberOptions } from './recordings/remember';
export type * from './recordings/types';

// Fitting
export { fitMemory } from './fitting/fit-memory';
export type * from './fitting/types';
