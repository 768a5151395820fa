export { journeyMatchers } from './standards/matchers';
export type { JourneyMatchers, MatcherContext, MatcherResult } from './standards/matchers';
