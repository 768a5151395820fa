// Tables
export type { MissingCell, Row } from './tables/table';

// Recordings
export { recordings } from './recordings/recordings';
export { remember, type Remembered, type RememberOptions } from './recordings/remember';
export type * from './recordings/types';

// Fitting
export { fitMemory } from './fitting/fit-memory';
export type * from './fitting/types';
