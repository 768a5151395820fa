// Tables
export type { MissingCell, Row } from './tables/table';
