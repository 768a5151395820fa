export { costAndValue } from './worth/cost-and-value';
export type * from './worth/types';
