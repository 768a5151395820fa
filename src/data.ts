// Tables
export type { MissingCell, Row } from './tables/table';
// Surveys
export { segmentsFromSurvey } from './surveys/segments-from-survey';
export type * from './surveys/survey-types';
export type * from './surveys/observed-types';
