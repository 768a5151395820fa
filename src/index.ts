export { JourneyError, isJourneyError } from './errors/journey-error';
export type { Issue, IssueCode } from './errors/issue';
export { simulate } from './simulation/simulate';
export { defineJourney, checkJourney } from './journey/define-journey';
export { defineSegments } from './journey/define-segments';
export { lognormal } from './distributions/lognormal';
export { normal } from './distributions/normal';
export { minutes } from './distributions/durations';
