import { distributionTypes } from '../distributions/families';
import { longestDuration } from '../distributions/duration-units';
import type { JourneyConstraints, StepConstraints } from './constraints';
import type { DistributionConstraints } from './distributions';
import { editKinds } from './edit-proposals';
import type { EditConstraints } from './edits';
import type { JourneyWithRedesignConstraints } from './journey-with-redesign';
import type { ModelConstraints } from './models';
import { most, type Rules } from './read-constraints';
import type { SegmentConstraints } from './segments';

const count = { min: 1, max: most, whole: true };
const seconds = { min: 0, max: longestDuration };
const value = { min: -longestDuration, max: longestDuration };

export const distributionRules: Rules<DistributionConstraints> = {
  min: value,
  max: value,
  tails: { word: ['both', 'above', 'none'] },
  types: { some: distributionTypes },
  depth: { min: 0, max: 7, whole: true },
};
export const affectRules: Rules<Pick<StepConstraints, 'distributions'>> = { distributions: 'flag' };
export const durationRules: Rules<Pick<StepConstraints, 'distributions' | 'maxDuration'>> = { distributions: 'flag', maxDuration: seconds };
export const stepRules: Rules<StepConstraints> = {
  ...durationRules,
  channels: 'names',
  stages: 'names',
  waits: 'flag',
  choices: 'flag',
  failures: 'flag',
  merges: 'flag',
  dropouts: 'flag',
  skips: 'flag',
  efforts: 'flag',
  notes: 'flag',
};
export const journeyRules: Rules<JourneyConstraints> = {
  ...stepRules,
  minInteractions: count,
  maxInteractions: count,
  orders: 'flag',
  progress: 'flag',
  promises: 'flag',
  cohesion: 'flag',
};
export const segmentRules: Rules<SegmentConstraints> = {
  journeys: 'own',
  minSegments: count,
  maxSegments: count,
  counts: 'flag',
  patience: 'flag',
  responses: 'flag',
  models: 'flag',
  distributions: 'flag',
};
export const modelRules: Rules<ModelConstraints> = {
  maxChanges: { min: 0, max: most, whole: true },
  memories: 'flag',
  distributions: 'flag',
};
export const editRules: Rules<EditConstraints> = { kinds: { some: editKinds }, maxDuration: seconds };
export const redesignRules: Rules<EditConstraints & { readonly maxEdits?: number }> = { ...editRules, maxEdits: count };
export const journeyWithRedesignRules: Rules<JourneyWithRedesignConstraints> = { ...journeyRules, ...redesignRules };
