// Journeys as files
export { fromJson, toJson } from './formats/journey-json';
export { fromCsv, type FromCsvOptions } from './formats/read-journey-csv';
export type { Delimiter } from './formats/csv-records';
export { toCsv } from './formats/write-journey-csv';

// What every reader and writer says
export type { Converted, Left } from './formats/left';
export type { TextSource, TextStream } from './formats/sources';

// Diagrams
export { fromMermaid, type FromMermaidOptions, type MermaidJourney } from './formats/read-mermaid';
export { toMermaid, type ToMermaidOptions } from './formats/write-mermaid';

// Event logs
export { fromXes, fromXesAsync } from './formats/xes';
export { fromLogCsv, fromLogCsvAsync } from './formats/log-csv';
export type { LogOptions, LogRow } from './formats/log-rows';
export { toEventLog, type EventLogOptions } from './formats/event-log';
export type { EventRow } from './formats/event-row';

// Journeys of other programs
export { fromCjml, type FromCjmlOptions } from './formats/cjml';
