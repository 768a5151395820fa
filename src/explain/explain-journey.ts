import { Experience } from '../experience/experience-block';
import type { JourneyPlan } from '../experience/journey-plan';
import { Life, type Circumstances } from '../experience/living/life';
import { liveJourney } from '../experience/living/live-journey';
import { Remembering } from '../experience/memory/remember';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { satisfactionColumn } from '../experience/satisfaction';
import { copyPlain } from '../plain/copy-plain';
import { deepFreeze } from '../plain/deep-freeze';
import { withDisplay } from '../words/display';
import { explainAnswers, explainLoyalty, explainThreeEs, explainTime } from './explain-after';
import { explainMemory } from './explain-memory';
import { explainSatisfaction } from './explain-satisfaction';
import { explanationWords } from './explanation-text';
import { finish } from '../plain/work';
import type { OneCustomer } from './one-customer';
import { stepFacts } from './step-facts';
import { traceJourney } from './trace-journey';
import type { StepExplanation } from './step-types';
import type { Explanation, SatisfactionExplanation } from './types';

/** One customer in one journey: the outcomes are the block's own, the story is that of the same life, written down as it is lived. */
export function explainJourney(customer: OneCustomer, place: number, seed: string): Explanation {
  const { columns, arena, count, index, segment } = customer;
  const plan = customer.plans[place]!;
  const journey = customer.journeys[place]!;
  const block = finish(new Experience(plan, columns, { outcomes: new Set(outcomeNames), steps: false }, arena).live(count));
  const { life, ...traced } = traceJourney(customer, plan, stepFacts(journey, segment));

  const outcomes: { [Name in OutcomeName]?: number } = {};
  for (const name of outcomeNames) {
    const column = block.outcomes[name];
    if (column !== undefined) outcomes[name] = column[index]!;
  }
  const steps = traced.steps.map(({ explanation, moments, feltSeconds }, k): StepExplanation => {
    return { ...explanation, feltSeconds, pace: customer.read(plan.steps[k]!.pace), moments };
  });
  const satisfaction = judge(customer, life, true, outcomes.rememberedUtility!);
  const explanation: Explanation = {
    kind: 'explanation',
    journey: journey.name,
    seed,
    segment: segment.id,
    customer: customer.customer,
    parameters: customer.drawnParameters(),
    hidden: customer.hiddenFactors(),
    expectation: customer.read(plan.expectation),
    priorBelief: customer.read(plan.priorBelief),
    ...(plan.patience === undefined ? {} : { patienceSeconds: customer.read(plan.patience) }),
    steps,
    curve: traced.curve,
    leaving: traced.leaving,
    time: explainTime(customer, life, outcomes),
    memory: explainMemory(customer, plan, life.curve, traced.curve, outcomes.rememberedUtility!),
    satisfaction,
    answers: explainAnswers(customer, plan, outcomes),
    loyalty: explainLoyalty(customer, plan, outcomes, withoutFailures(customer, plan)),
    threeEs: explainThreeEs(customer, life, outcomes),
    outcomes,
  };
  return deepFreeze(withDisplay(copyPlain(explanation), explanationWords));
}

/** Another life with the same draws, as far as judging it needs. */
function lifeIn(customer: OneCustomer, plan: JourneyPlan, circumstances: Circumstances): Life {
  const life = new Life(plan, { felt: true, ease: false, effectiveness: false }, undefined);
  liveJourney(life, customer.index, circumstances);
  return life;
}

/** Whoever leaves is charged for the lateness and slowness of the whole journey. */
function judge(customer: OneCustomer, life: Life, failing: boolean, utility: number): SatisfactionExplanation {
  const { columns, arena, index } = customer;
  const { plan } = life;
  const { clock, felt } = life.present ? life : lifeIn(customer, plan, { leaving: false, failing });
  const one = (value: number): Float64Array => {
    const column = arena.take();
    column[index] = value;
    return column;
  };
  const judged = { utility: one(utility), clock: one(clock), felt: one(felt) };
  const satisfaction = satisfactionColumn(plan, columns, arena, index + 1, judged)[index]!;
  return explainSatisfaction(customer, plan, { utility, clock, felt, satisfaction });
}

function withoutFailures(customer: OneCustomer, plan: JourneyPlan): SatisfactionExplanation | undefined {
  if (!plan.canFail) return undefined;
  const spared = lifeIn(customer, plan, { leaving: true, failing: false });
  const remembering = new Remembering(plan, { utility: true, peak: false, end: false, mean: false });
  remembering.fill(customer.columns);
  remembering.remember(spared.curve, customer.index);
  return judge(customer, spared, false, remembering.utility);
}
