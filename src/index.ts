// Define
export { defineJourney, checkJourney } from './journey/define-journey';
export { checkSegments, defineSegments } from './journey/define-segments';
export { journeyFromJson, segmentsFromJson } from './journey/from-json';
export { journeyFromRows } from './journey/journey-from-rows';
export type { JourneyFromRowsOptions } from './journey/journey-from-rows';
export type { ConditionCells, JourneyRow } from './journey/row-columns';
export { journeyHash } from './journey/journey-hash';
export type * from './journey/types';

// Distributions and durations
export { constant, type Constant } from './distributions/families/constant';
export { uniform, type Uniform } from './distributions/families/uniform';
export { triangular, type Triangular } from './distributions/families/triangular';
export { pert, type Pert } from './distributions/families/pert';
export { normal, type Normal } from './distributions/families/normal';
export { truncatedNormal, type TruncatedNormal } from './distributions/families/truncated-normal';
export { lognormal, type Lognormal, type LognormalOptions } from './distributions/families/lognormal';
export { gamma, type Gamma } from './distributions/families/gamma';
export { weibull, type Weibull } from './distributions/families/weibull';
export { exponential, type Exponential } from './distributions/families/exponential';
export { beta, type Beta } from './distributions/families/beta';
export { empirical, type Empirical, type EmpiricalOptions, type MissingCode } from './distributions/families/empirical';
export { discrete, type Discrete, type DiscreteOptions } from './distributions/families/discrete';
export { mixture, scaled, type MixtureComponent } from './distributions/nested';
export type { Distribution, Mixture, Scaled } from './distributions/families';
export { fromInterval, type IntervalOptions } from './distributions/from-interval';
export { fromScale, type ScaleOptions } from './distributions/from-scale';
export { seconds, minutes, hours, days, parseDuration } from './distributions/durations';
export { formatSeconds } from './distributions/format-seconds';
export type { QuantityUnit } from './distributions/format-distribution';
export { cdf, mean, quantile, support, variance } from './distributions/mathematics';
export type { RatingScale } from './distributions/rating-scale';

// Redesign
export { checkEdits, redesign } from './redesign/redesign';
export { applyPatches, redesignWithPatches } from './redesign/redesign-with-patches';
export type { RedesignWithPatches } from './redesign/redesign-with-patches';
export { editsFromJson } from './redesign/read-edits';
export { diffJourneys } from './redesign/diff-journeys';
export type { JourneyChange, JourneyDiff } from './redesign/diff-fields';
export { addChoice, type AddChoiceEdit } from './redesign/edits/add-choice';
export { changeChannel, type ChangeChannelEdit } from './redesign/edits/change-channel';
export { explainWait, type ExplainWaitEdit } from './redesign/edits/explain-wait';
export { improveRecovery, type ImproveRecoveryEdit, type RecoveryChanges } from './redesign/edits/improve-recovery';
export { informWait, type InformWaitEdit } from './redesign/edits/inform-wait';
export { insert, type InsertEdit } from './redesign/edits/insert';
export { merge, type MergeEdit, type MergeInto } from './redesign/edits/merge';
export { move, type MoveEdit } from './redesign/edits/move';
export { occupyWait, type OccupyWaitEdit } from './redesign/edits/occupy-wait';
export { preventFailure, type PreventFailureEdit } from './redesign/edits/prevent-failure';
export { removeChoice, type RemoveChoiceEdit } from './redesign/edits/remove-choice';
export { remove, type RemoveEdit } from './redesign/edits/remove';
export { reorder, type ReorderEdit } from './redesign/edits/reorder';
export { replace, type ReplaceEdit } from './redesign/edits/replace';
export { scaleDuration, type ScaleDurationEdit } from './redesign/edits/scale-duration';
export { showProgress, type ProgressDisplay, type ShowProgressEdit } from './redesign/edits/show-progress';
export { split, type SplitEdit, type SplitPart } from './redesign/edits/split';
export { swap, type SwapEdit } from './redesign/edits/swap';
export { update, type RemovableKey, type StepChanges, type UpdateEdit } from './redesign/edits/update';
export type { EditBase, EditOptions } from './redesign/define-edit';
export type { Place } from './redesign/place';
export type * from './redesign/types';

// The experience model
export { defaultModel } from './model/defaults';
export { tolerances } from './model/tolerances';
export { peakEnd, classicPeakEnd, averaging, meanEnd, recency, acclimationDecay, total } from './model/memory';
export { modelParameters } from './model/parameters';
export type { ModelParameter } from './model/parameters';
export type * from './plain/as-written';
export type * from './model/types';
export type { WaitingCondition, WaitingEffect, WaitingEffects } from './model/waiting-effects';
export { outcomeNames, outcomeDescriptions } from './experience/outcomes';
export type { OutcomeName, OutcomeDescription } from './experience/outcomes';

// Simulate
export { simulate, simulateAsync } from './simulation/simulate';
export type * from './simulation/types';
export type { RunProgress } from './simulation/progress';
export type { DriveOptions, StopSignal } from './simulation/drive';

// Compare
export { compare, compareAsync } from './comparison/compare';
export { createSimulator } from './comparison/create-simulator';
export type { Question, Simulator, SimulatorOptions, Versioned } from './comparison/create-simulator';
export type { Means, Score } from './simulation/score';
export type * from './comparison/compare-types';

// Share out
export { planShards } from './sharding/plan-shards';
export { runShard } from './sharding/run-shard';
export { mergeShards } from './sharding/merge-shards';
export { verify } from './sharding/verify';
export type * from './sharding/types';
export type { RunSignal, RunTasksOptions, TaskRunner } from './plain/runner';

// Explain
export { explain } from './explain/explain';
export type { ExplainOptions, ExplainComparedOptions } from './explain/read-request';
export type * from './explain/types';
export type * from './explain/step-types';
export type * from './explain/compared-types';
export type { EffectName } from './experience/journey-plan';

// Decide
export { waterfall } from './waterfall/waterfall';
export type * from './waterfall/types';
export { robustness, robustnessAsync } from './robustness/robustness';
export { parameterPriors } from './robustness/parameter-priors';
export type { ParameterPrior } from './robustness/parameter-priors';
export type * from './robustness/types';
export { sampleSizeFor } from './planning/sample-size-for';
export { populationImpact } from './planning/population-impact';
export type * from './planning/types';
export { checkStandards } from './standards/check-standards';
export { atLeast, atMost } from './standards/bounds';
export type { BoundOptions } from './standards/bounds';
export { fewWorse, improves, noSegmentWorse } from './standards/change-standards';
export type * from './standards/types';

// Experiments
export { experiment } from './experiment/experiment';
export type * from './experiment/types';

// Results
export { rows } from './results/rows';
export { toMarkdown, toText } from './results/to-text';
export { columns } from './results/columns';
export type { ResultRow } from './results/rows';
export type { StepMeasure, StepRow } from './results/step-rows';
export type { DifferenceRow } from './results/difference-rows';
export type * from './results/types';
export type { Printable, Shown, TextOptions } from './results/to-text';
export type { Doubt } from './statistics/doubt';
export type { Estimate, Quantiles } from './statistics/estimate';
export type { Interval } from './statistics/interval';
export type * from './summary/types';

// Errors
export { JourneyError, isJourneyError } from './errors/journey-error';
export type { IssueCode } from './errors/issue-code';
export type * from './errors/located-issue';
