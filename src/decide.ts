export { costAndValue } from './worth/cost-and-value';
export type * from './worth/types';
export { portfolio, portfolioAsync } from './portfolio/portfolio';
export type * from './portfolio/types';
export { drivers, driversAsync } from './drivers/drivers';
export type * from './drivers/types';
