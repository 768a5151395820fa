// Journeys as files
export { fromJson, toJson } from './formats/journey-json';
export { fromCsv, type FromCsvOptions } from './formats/read-journey-csv';
export { toCsv } from './formats/write-journey-csv';

// What every reader and writer says
export type { Converted, Left } from './formats/left';
export type { TextSource, TextStream } from './formats/sources';

// Diagrams
export { fromMermaid, type FromMermaidOptions, type MermaidJourney } from './formats/read-mermaid';
export { toMermaid, type ToMermaidOptions } from './formats/write-mermaid';
