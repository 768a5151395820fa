// Random valid data, for properties of your own
export { arbitraries } from './arbitraries/arbitraries';
export type { Arbitraries } from './arbitraries/arbitraries';
export type { ArbitraryLike, FastCheck, PortableArbitrary } from './arbitraries/fast-check';
export type { JourneyConstraints, StepConstraints } from './arbitraries/constraints';
export type { DistributionConstraints } from './arbitraries/distributions';
export type { EditConstraints, JourneyWithRedesign, JourneyWithRedesignConstraints } from './arbitraries/edits';
export type { ModelConstraints } from './arbitraries/models';
export type { SegmentConstraints } from './arbitraries/segments';

// Search
export { findCounterexample, findCounterexampleAsync } from './arbitraries/search/find-counterexample';
export type * from './arbitraries/search/types';

// Laws for parts of your own
export { memoryModelLaws } from './arbitraries/laws/memory-model-laws';
export { distributionLaws } from './arbitraries/laws/distribution-laws';
export type { DistributionFunctions } from './arbitraries/laws/distribution-laws';
export { runnerLaws } from './arbitraries/laws/runner-laws';
export type { RunnerTrial, Square, SquareTask } from './arbitraries/laws/runner-laws';
export type { RunTasksOptions, TaskRunner } from './plain/runner';
export type { AsyncLaw, Law } from './arbitraries/laws/law';
