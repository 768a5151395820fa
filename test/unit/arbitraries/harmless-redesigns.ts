import type { JourneyInput } from '../../../src/journey/types';
import type { CounterexampleInput } from '../../../src/arbitraries/search/types';
import { improves, noSegmentWorse } from '../../../src/standards/change-standards';
import { clinic, form, museum, repair } from './planted-faults';

export interface Harmless extends CounterexampleInput {
  readonly name: string;
}

/** A delivery that goes badly wrong for one in five hundred. */
const insured: JourneyInput = {
  name: 'Delivery',
  interactions: [
    { id: 'order', duration: 300, affect: 1 },
    { id: 'deliver', duration: 120, affect: 2, failure: { probability: 0.002, affect: -10 } },
  ],
};

/** Redesigns nobody loses by, whatever they expect and whatever the model assumes: a counterexample would be a false alarm. */
export const harmlessRedesigns: readonly Harmless[] = [
  {
    name: 'a new name',
    baseline: clinic,
    variant: [{ edit: 'update', id: 'doctor', changes: { name: 'Dr. Weiss' } }],
    standard: noSegmentWorse('satisfaction'),
  },
  {
    name: 'a warmer goodbye',
    baseline: clinic,
    variant: [{ edit: 'update', id: 'thanks', changes: { affect: { type: 'normal', mean: 4.5, sd: 1 } } }],
    standard: noSegmentWorse('satisfaction'),
  },
  {
    name: 'a failure that happens less often',
    baseline: clinic,
    variant: [{ edit: 'preventFailure', id: 'park', probability: 0.02 }],
    standard: noSegmentWorse('satisfaction'),
  },
  {
    name: 'a failure that is made good',
    baseline: clinic,
    variant: [{ edit: 'improveRecovery', id: 'pay', probability: 0.9, affect: 2 }],
    standard: noSegmentWorse('satisfaction'),
  },
  {
    name: 'a progress bar that tells the truth',
    baseline: form,
    variant: [{ edit: 'showProgress', pace: 'constant' }],
    standard: noSegmentWorse('completed'),
  },
  {
    name: 'a head start on the progress bar',
    baseline: form,
    variant: [{ edit: 'showProgress', pace: 'fast-to-slow', endowed: 0.2 }],
    standard: noSegmentWorse('completed'),
  },
  {
    name: 'a shorter wait, for whoever counts the minutes',
    baseline: clinic,
    variant: [{ edit: 'scaleDuration', id: 'waiting-room', factor: 0.8 }],
    standard: improves('perceivedDuration'),
    within: { customers: { patience: false, mood: false, dependence: false } },
  },
  {
    // Nothing but the luck of the draw differs, so the standard holds with nothing to spare: the hardest case for a search among many.
    name: 'a step replaced by its twin, drawn anew',
    baseline: museum,
    variant: [{ edit: 'update', id: 'hall', changes: { drawAs: 'another-hall' } }],
    standard: noSegmentWorse('satisfaction'),
  },
  {
    // One customer in five hundred gains much, all others lose next to nothing: who has not met that one sees a loss for everybody.
    name: 'insurance against something rare',
    baseline: insured,
    variant: [
      { edit: 'preventFailure', id: 'deliver', probability: 0 },
      { edit: 'update', id: 'deliver', changes: { affect: 1.998 } },
    ],
    standard: noSegmentWorse('satisfaction'),
  },
  {
    name: 'a wait that is explained',
    baseline: repair,
    variant: [{ edit: 'explainWait', id: 'sofa' }],
    standard: noSegmentWorse('completed'),
  },
];
