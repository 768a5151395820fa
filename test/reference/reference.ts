import type { Interaction, Journey, Segment } from '../../src/journey/types';
import type { ExperienceModel } from '../../src/model/types';
import { Draws } from './draws';
import { felt, live, namesEffort, wouldSkip, type Effort, type Failing, type Lived, type Traveller } from './live';
import { meanOf, remember, sum, type Moment } from './memory';
import { drawModel, type Plain } from './model';

/*
 * The experience model of docs and design, customer by customer, as plainly as it can be said: objects, loops, Math. It shares the draws
 * with the library (seed → words → values) and nothing else, so that where both agree it is because both follow the text.
 */

export interface CustomerRecord {
  readonly moments: readonly Moment[];
  readonly outcomes: { readonly [outcome: string]: number };
  readonly steps: readonly StepRecord[];
}

export interface StepRecord {
  readonly id: string;
  /** A merged step of which only gaps were lived counts as skipped, also for whoever left in one of them. */
  readonly status: 'skipped' | 'finished' | 'left' | 'not reached';
  /** Whether the customer left in it. */
  readonly left: boolean;
  readonly clock: number;
  readonly felt: number;
  /** Mean affect within the step, and affect on entering it and at its end. */
  readonly affect: number;
  readonly start: number;
  readonly end: number;
  /** How much of the peak lies in it. */
  readonly peak: number;
  readonly pace: number;
  readonly chosen?: string | undefined;
}

/** The whole model of a segment, as a study has resolved it. */
export function referenceCustomer(
  journey: Journey,
  segment: Segment,
  model: ExperienceModel,
  seed: string | number,
  customer: number,
): CustomerRecord {
  const draws = new Draws(seed, segment, customer);
  const drawn = drawModel(model, draws);
  const expectation = draws.value('', 'expectation', segment.expectation ?? 0);
  const priorBelief = segment.priorBelief === undefined ? expectation : draws.value('', 'priorBelief', segment.priorBelief);
  const patience = segment.patience === undefined ? Infinity : draws.value('', 'patience', segment.patience);
  const base = { journey, segment, draws, model: drawn, expectation };

  const real = travel({ ...base, patience, leaves: true, fails: true }, model, priorBelief);
  const smooth = travel({ ...base, patience, leaves: true, fails: false }, model, priorBelief);
  const whole = travel({ ...base, patience, leaves: false, fails: true }, model, priorBelief);
  const wholeAndSmooth = travel({ ...base, patience, leaves: false, fails: false }, model, priorBelief);

  const satisfaction = satisfactionOf(real, whole, base);
  const withoutFailures = satisfactionOf(smooth, wholeAndSmooth, base);
  const noise = (purpose: 'responseSatisfaction' | 'responseRecommendation'): number =>
    draws.value('', purpose, { type: 'normal', mean: 0, sd: 1 }) * drawn['response']!['sd']!;

  const counted = real.steps.filter((step) => step.counted);
  const effectiveness =
    counted.length === 0 ? 100 : (100 * counted.filter(({ status, spoilt }) => status === 'finished' && !spoilt).length) / counted.length;
  const emotion = 5 * (clamp(real.utility) + 10);
  const ease = journey.interactions.some((step) => namesEffort(segment, step)) ? 100 - 10 * real.effort : undefined;
  const threeEs = [effectiveness, ...(ease === undefined ? [] : [ease]), emotion];
  const loyalty = logistic(
    (drawn['loyalty']!['slope']! * (Math.min(satisfaction, withoutFailures) - 50)) / 10 + drawn['loyalty']!['base']!,
  );
  const allParts = sum(journey.interactions.map(partsOf));
  const progress = sum(
    real.steps.map(({ status, left }, index) =>
      !left && status !== 'not reached' ? (partsOf(journey.interactions[index]!) / Math.max(1, allParts)) ** 2 : 0,
    ),
  );
  const level = 100 * logistic(Math.log(satisfaction / (100 - satisfaction)) + drawn['response']!['recommendation']!['shift']!);
  const csat = bounded(1 + (4 * (satisfaction + noise('responseSatisfaction'))) / 100, 1, 5);
  const recommendation = bounded(level + noise('responseRecommendation'), 0, 100) / 10;
  const rounded = Math.floor(recommendation + 0.5);
  return {
    moments: real.moments,
    steps: withLevels(real.moments, real.peakIn, real.steps, drawn['progress']!['effort']!),
    outcomes: {
      clockDuration: real.clock,
      perceivedDuration: real.felt,
      waitingDuration: real.waiting,
      peakAffect: real.peak,
      endAffect: real.end,
      meanAffect: real.mean,
      rememberedUtility: real.utility,
      disconfirmation: clamp(real.utility) - expectation,
      satisfaction,
      csat,
      satisfied: csat >= 3.5 ? 1 : 0,
      delighted: csat >= 4.5 ? 1 : 0,
      recommendation,
      nps: rounded >= 9 ? 100 : rounded <= 6 ? -100 : 0,
      effectiveness,
      ...(ease === undefined ? {} : { ease }),
      emotion,
      index: sum(threeEs) / threeEs.length,
      loyalty,
      ...(segment.returnValue === undefined ? {} : { value: loyalty * segment.returnValue }),
      completed: real.left ? 0 : 1,
      failures: real.failures,
      progress,
    },
  };
}

function travel(who: Traveller, model: ExperienceModel, priorBelief: number) {
  const { journey, model: drawn, expectation } = who;
  const { carryOver, recallDelay, lifetime } = drawn['memory'] as unknown as { carryOver: number; recallDelay: number; lifetime: number };
  const moments: Moment[] = [];
  const steps: (Pick<StepRecord, 'id' | 'status' | 'left' | 'clock' | 'felt' | 'chosen'> & { counted: boolean; spoilt: boolean })[] = [];
  const lived: Lived[] = [];
  let step = 0;
  const add = (seconds: number, start: number, end: number, kind: Moment['kind'] = 'lived'): void => {
    moments.push({ step, seconds, start: clamp(start), end: clamp(end), kind });
  };
  const last = (): number => moments.at(-1)?.end ?? 0;
  const mood = (): number => (moments.length === 0 ? 0 : carryOver * last());
  let left = false;
  journey.interactions.forEach((interaction, index) => {
    if (left) {
      steps.push({
        id: interaction.id,
        status: 'not reached',
        left: false,
        clock: 0,
        felt: 0,
        spoilt: false,
        counted: !wouldSkip(who, interaction),
      });
      return;
    }
    step = index;
    const one = live(who, interaction, { holders: [] }, { ahead: ahead(journey, index) });
    if (one === undefined) {
      steps.push({ id: interaction.id, status: 'skipped', left: false, clock: 0, felt: 0, spoilt: false, counted: false });
      return;
    }
    lived.push(one);
    for (const line of one.lines) {
      // Deciding and being handed over feel as entering does; the mood is that of the moment before all of them.
      const carried = mood();
      for (const { seconds, level = line.start + carried } of line.before) add(seconds, level, level);
      add(line.seconds, line.start + carried, line.end + carried);
      for (const { affect, seconds, souring, recovery } of line.failures) {
        const begin = clamp(last() + affect);
        add(seconds, begin, begin - souring, 'failure');
        if (recovery !== undefined) {
          const level = last() + recovery.affect;
          add(recovery.seconds, level, level, 'jolt');
        }
      }
    }
    left = one.left;
    const isGap = interaction.kind === 'gap';
    steps.push({
      id: interaction.id,
      chosen: one.chosen,
      status: one.hollow && !isGap ? 'skipped' : left ? 'left' : 'finished',
      left,
      clock: isGap ? one.gap : one.clock,
      felt: one.factor * felt(one.clock, drawn),
      spoilt: one.spoilt,
      counted: !one.hollow || (left && !wouldSkip(who, interaction)),
    });
  });
  if (left) {
    const level = last() + (lived.at(-1)!.leavingAffect ?? drawn['abandonment']!['affect']!);
    add(0, level, level, 'jolt');
  }

  const nothing = { peak: expectation, peakIn: new Map<number, number>(), end: expectation, mean: expectation, utility: expectation };
  const remembered = moments.length === 0 ? nothing : remember(moments, model.memory, drawn['memory']!, journey.cohesion ?? 1, expectation);
  const fading = Math.pow(1 + recallDelay / (4 * 3600), -0.13) / (1 + Math.pow(recallDelay / lifetime, 4));
  const efforts = lived.flatMap((one) => one.efforts);
  const rememberAll = (all: readonly Moment[]): number =>
    remember(all, model.memory, drawn['memory']!, journey.cohesion ?? 1, expectation).utility;
  return {
    ...remembered,
    utility: priorBelief + (remembered.utility - priorBelief) * fading,
    moments,
    steps,
    left,
    clock: sum(lived.map(({ clock, gap }) => clock + gap)),
    felt: feltOf(lived, model, drawn),
    waiting: sum(lived.map(({ waiting }) => waiting)),
    failures: sum(lived.map((one) => failuresOf(one).length)),
    effort: model.memory.effort === 'remembered' ? rememberedEffort(efforts, rememberAll) : meanEffort(efforts),
  };
}

function failuresOf(lived: Lived): readonly Failing[] {
  return lived.lines.flatMap(({ failures }) => failures);
}

/** What each step was by itself. */
function withLevels(
  moments: readonly Moment[],
  peakIn: ReadonlyMap<number, number>,
  steps: readonly Pick<StepRecord, 'id' | 'status' | 'left' | 'clock' | 'felt' | 'chosen'>[],
  effort: number,
): StepRecord[] {
  return steps.map((step, index) => {
    const own = moments.filter((moment) => moment.step === index);
    // Leaving is a moment, and no part of the line.
    const line = step.left && own.length > 1 ? own.slice(0, -1) : own;
    return {
      ...step,
      affect: own.length === 0 ? 0 : meanOf(own),
      start: own[0]?.start ?? 0,
      end: line.at(-1)?.end ?? 0,
      peak: peakIn.get(index) ?? 0,
      pace: Math.exp((effort * index) / steps.length),
    };
  });
}

/** Over the lived steps that name one: clock-weighted, or plain where no time passed. */
function meanEffort(efforts: readonly Effort[]): number {
  if (efforts.length === 0) return 0;
  const seconds = sum(efforts.map((one) => one.seconds));
  if (seconds === 0) return sum(efforts.map(({ effort }) => effort)) / efforts.length;
  return sum(efforts.map((one) => one.effort * one.seconds)) / seconds;
}

/** Remembered as affect is, as moments that are the worse the harder they were. */
function rememberedEffort(efforts: readonly Effort[], rememberAll: (all: readonly Moment[]) => number): number {
  if (efforts.length === 0) return 0;
  const curve = efforts.map(({ effort, seconds }): Moment => ({ step: 0, seconds, start: -effort, end: -effort, kind: 'lived' }));
  return bounded(-rememberAll(curve), 0, 10);
}

function feltOf(lived: readonly Lived[], model: ExperienceModel, drawn: Plain): number {
  const each = sum(lived.map(({ factor, clock }) => factor * felt(clock, drawn)));
  if (model.time.perspective === 'retrospective') return each;
  const clock = sum(lived.map((one) => one.clock));
  if (clock === 0) return 0;
  const factor = sum(lived.map((one) => one.factor * one.clock)) / clock;
  const { boundary, floor } = drawn['time'] as unknown as { boundary: number; floor: number };
  const count = lived.filter((one) => one.clock > 0).length;
  return factor * felt(clock, drawn) * Math.max(floor, Math.pow(1 - boundary, count - 1));
}

/** How far its bar runs ahead of the truth at a step; 0 where the step is on no bar. */
function ahead({ progress, interactions }: Journey, index: number): number {
  if (progress === undefined || progress.shown === false) return 0;
  const { shown, pace = 'constant', endowed = 0 } = progress;
  const step = interactions[index]!;
  const onSameBar = (one: Interaction): boolean => {
    if (typeof shown !== 'boolean') return stagesOf(one).some((stage) => shown.includes(stage));
    if (typeof pace !== 'string') return true;
    return one.channel === step.channel && (one.kind ?? 'service') === 'service';
  };
  if (!onSameBar(step)) return 0;
  const share = interactions.slice(0, index).filter(onSameBar).length / interactions.filter(onSameBar).length;
  if (typeof pace !== 'string') return pace[index]! - share;
  const moved = pace === 'constant' ? share : pace === 'fast-to-slow' ? Math.sqrt(share) : share * share;
  return endowed + (1 - endowed) * moved - share;
}

type Travelled = ReturnType<typeof travel>;

/** Whoever left is charged for the time of the whole journey. */
function satisfactionOf(real: Travelled, whole: Travelled, who: Pick<Traveller, 'journey' | 'segment' | 'model' | 'expectation'>): number {
  const { balance, lossAversion, scale, late, lateScale, slow, base } = who.model['satisfaction'] as unknown as Record<string, number> & {
    balance: number;
    lossAversion: number;
    scale: number;
    late: number;
    lateScale: number;
    slow: number;
    base: number;
  };
  const utility = clamp(real.utility);
  const distance = utility - who.expectation;
  const { promise } = who.journey;
  const { expectedDuration } = who.segment;
  const lateness = (clock: number): number => {
    if (promise === undefined || clock <= promise) return 0;
    return late * scale * (1 - Math.exp(-(clock - promise) / promise / lateScale));
  };
  const slowness = (seconds: number): number =>
    expectedDuration === undefined ? 0 : slow * Math.log2(Math.max(1, seconds / felt(expectedDuration, who.model)));
  const quality =
    balance * utility + (1 - balance) * (distance > 0 ? distance : lossAversion * distance) - lateness(whole.clock) - slowness(whole.felt);
  return 100 * logistic(quality / scale + base);
}

/** A gap counts for nothing. */
function partsOf(step: Interaction): number {
  if (step.kind === 'gap') return 0;
  return step.parts === undefined ? 1 : sum(step.parts.map(partsOf));
}

function clamp(level: number): number {
  return bounded(level, -10, 10);
}

function bounded(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** The stages of a step and of all it holds. */
function stagesOf({ stage, parts = [] }: Interaction): readonly string[] {
  return [...(stage === undefined ? [] : [stage]), ...parts.flatMap(stagesOf)];
}
