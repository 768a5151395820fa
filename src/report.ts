export { report } from './report/report';
export type { Report, Reportable, ReportOptions } from './report/types';
export type { ReportPicture } from './report/report-blocks';
