import type { JourneyPlan, StepPlan } from './journey-plan';
import { Reading } from './plan-reading';
import type { OutcomeName } from './outcomes';

/** What an outcome of a plan is made from. */
export interface Basis {
  /** Two plans over the same columns with one key give every customer the same value, whatever is drawn (but for waits that sour for one in a thousand million). */
  readonly key: string;
  /** Nothing in it is drawn: every customer has the same value. */
  readonly certain: boolean;
}

/** Reads off the plan, without running it, what an outcome rests on. */
export function basisOf(plan: JourneyPlan, name: OutcomeName): Basis {
  const reading = new Reading(plan);
  const key = `${name} ${outcomeToken(reading, plan, name)}`;
  return { key, certain: !reading.varies };
}

function outcomeToken(reading: Reading, plan: JourneyPlan, name: OutcomeName): string {
  switch (name) {
    case 'clockDuration':
      return reading.sum({ time: true });
    case 'perceivedDuration':
      return reading.felt();
    case 'waitingDuration':
      return reading.sum({ waits: true });
    case 'peakAffect':
      return reading.curve(reading.carriesOver || reading.stretches);
    case 'meanAffect':
      return reading.curve(reading.carriesOver);
    case 'endAffect':
      return reading.end();
    case 'rememberedUtility':
    case 'emotion':
      return reading.remembered();
    case 'disconfirmation':
      return `${reading.remembered()} ${reading.slot(plan.expectation)}`;
    case 'satisfaction':
      return reading.satisfaction();
    case 'csat':
    case 'satisfied':
    case 'delighted':
      return `${reading.satisfaction()} ${reading.slot(plan.noise.satisfaction)}`;
    case 'recommendation':
    case 'nps':
      return `${reading.satisfaction()} ${reading.slot(plan.recommendationShift)} ${reading.slot(plan.noise.recommendation)}`;
    case 'loyalty':
    case 'value':
      return `${reading.satisfaction()} ${reading.slot(plan.loyalty.slope)} ${reading.slot(plan.loyalty.base)} ${plan.returnValue ?? ''}`;
    case 'ease':
      return reading.effort();
    case 'effectiveness':
      return reading.effectiveness();
    case 'index':
      return `${reading.remembered()} ${reading.effectiveness()} ${reading.effort()}`;
    case 'completed':
      return plan.canLeave ? reading.sorted({}) : '';
    case 'failures':
      return reading.sum({ failing: true });
    case 'progress':
      return `${plan.canLeave ? reading.inOrder({}) : ''} ${plan.progressAt.join(' ')}`;
  }
}

/** Whether everybody who lives a step has the same mean affect in it. */
export function stepIsCertain({ node }: StepPlan, plan: JourneyPlan): boolean {
  const reading = new Reading(plan);
  const flat = node.kind === 'unit' && node.settled && node.failure === undefined && node.start === node.end;
  if (flat) reading.slot(node.start);
  else {
    reading.node(node, { time: true, affect: true });
    reading.leaving();
  }
  return !reading.varies;
}
