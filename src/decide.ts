export { costAndValue } from './worth/cost-and-value';
export type * from './worth/types';
export { portfolio, portfolioAsync } from './portfolio/portfolio';
export type * from './portfolio/types';
export { anyOrder, mergeNeighbours, moveTo, oneOf } from './search/families';
export { bestOrder, bestOrderAsync, findRedesigns, findRedesignsAsync } from './search/find-redesigns';
export { leastChange, leastChangeAsync } from './search/least-change';
export type * from './search/types';
