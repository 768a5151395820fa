import { experienceBlock } from '../experience/experience-block';
import { openFold, type Circumstances, type Fold } from '../experience/fold';
import { foldJourney } from '../experience/fold-journey';
import type { JourneyPlan } from '../experience/journey-plan';
import type { CurveBlock } from '../experience/memory/curve';
import { remember } from '../experience/memory/remember';
import { outcomeNames, type OutcomeName } from '../experience/outcomes';
import { satisfactionColumn } from '../experience/satisfaction';
import { copyPlain } from '../plain/copy-plain';
import { deepFreeze } from '../plain/deep-freeze';
import { withDisplay } from '../words/display';
import { alike } from './alike';
import { explainAnswers, explainLoyalty, explainThreeEs, explainTime } from './explain-after';
import { explainMemory } from './explain-memory';
import { explainSatisfaction } from './explain-satisfaction';
import { explanationWords } from './explanation-text';
import type { OneCustomer } from './one-customer';
import { stepFacts } from './step-facts';
import { tellJourney } from './tell-journey';
import type { StepExplanation } from './step-types';
import type { CurveMoment, Explanation, SatisfactionExplanation } from './types';

/** One customer in one journey: the numbers are the block's own, the story behind them is told again step by step. */
export function explainJourney(customer: OneCustomer, place: number, seed: string): Explanation {
  const { columns, arena, count, index, segment } = customer;
  const plan = customer.plans[place]!;
  const journey = customer.journeys[place]!;
  const block = experienceBlock(plan, columns, arena, count, { outcomes: new Set(outcomeNames), steps: true });
  const told = tellJourney(customer, plan, stepFacts(journey, segment));
  sameCurve(block.fold, index, told.curve);

  const outcomes: { [Name in OutcomeName]?: number } = {};
  for (const name of outcomeNames) {
    const column = block.outcomes[name];
    if (column !== undefined) outcomes[name] = column[index]!;
  }
  const steps = told.steps.map(({ explanation, moments }, k): StepExplanation => {
    const { felt } = block.fold.livedSteps[k]!;
    const lived = explanation.line !== undefined;
    const feltSeconds = lived ? Math.max(0, felt.values[index & felt.mask]!) : 0;
    return { ...explanation, feltSeconds, pace: customer.read(plan.steps[k]!.pace), moments };
  });
  const satisfaction = judge(customer, plan, { fold: block.fold, failing: true, utility: outcomes.rememberedUtility! });
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
    curve: told.curve,
    leaving: told.leaving,
    time: explainTime(customer, block, outcomes),
    memory: explainMemory(customer, plan, block.curve, told.curve, outcomes.rememberedUtility!),
    satisfaction,
    answers: explainAnswers(customer, plan, outcomes),
    loyalty: explainLoyalty(customer, plan, outcomes, withoutFailures(customer, plan, block.fold)),
    threeEs: explainThreeEs(customer, block, outcomes),
    outcomes,
  };
  return deepFreeze(withDisplay(copyPlain(explanation), explanationWords));
}

/** Another life with the same draws, as far as judging it needs. */
function lifeIn(customer: OneCustomer, plan: JourneyPlan, circumstances: Circumstances): Fold {
  const needs = { waiting: false, ease: false, effectiveness: false, steps: false, felt: plan.expectedSeconds !== undefined };
  const fold = openFold(plan, customer.columns, customer.arena, customer.count, needs, circumstances);
  foldJourney(fold);
  return fold;
}

/** Whoever leaves is charged for the lateness and slowness of the whole journey. */
function judge(
  customer: OneCustomer,
  plan: JourneyPlan,
  lived: { readonly fold: Fold; readonly failing: boolean; readonly utility: number },
): SatisfactionExplanation {
  const { columns, arena, count, index } = customer;
  const charged = plan.promiseSeconds !== undefined || plan.expectedSeconds !== undefined;
  const whole = charged && lived.fold.leaving ? lifeIn(customer, plan, { leaving: false, failing: lived.failing }) : lived.fold;
  const utility = arena.take().fill(0, 0, count);
  utility[index] = lived.utility;
  const clock = whole.clock;
  const felt = whole.felt.total;
  const satisfaction = satisfactionColumn(plan, columns, arena, count, { utility, clock, felt })[index]!;
  return explainSatisfaction(customer, plan, { utility: lived.utility, clock: clock[index]!, felt: felt[index]!, satisfaction });
}

function withoutFailures(customer: OneCustomer, plan: JourneyPlan, fold: Fold): SatisfactionExplanation | undefined {
  if (!fold.failing) return undefined;
  const spared = lifeIn(customer, plan, { leaving: true, failing: false });
  const curve: CurveBlock = { moments: spared.moments, count: customer.count, clock: spared.clock, arena: customer.arena };
  const needs = { utility: true, peak: false, end: false, mean: false };
  const utility = remember(curve, plan, customer.columns, needs).utility![customer.index]!;
  return judge(customer, plan, { fold: spared, failing: false, utility });
}

/** The story must be of the life that was counted. */
function sameCurve({ moments }: Fold, index: number, curve: readonly CurveMoment[]): void {
  const lived = moments.filter(({ seconds }) => seconds.values[index & seconds.mask]! >= 0);
  const same =
    lived.length === curve.length &&
    curve.every((moment, k) => {
      const { seconds, start, end } = lived[k]!;
      return (
        alike(seconds.values[index & seconds.mask]!, moment.seconds) &&
        alike(start.values[index & start.mask]!, moment.start) &&
        alike(end.values[index & end.mask]!, moment.end)
      );
    });
  if (!same) throw new Error('the explanation is not of the life that was simulated: this is a fault of the library, please report it');
}
