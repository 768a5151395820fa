import { mean as meanOfDistribution } from '../../src/distributions/mathematics';
import type { Affect, Interaction, Journey, Option, Segment } from '../../src/journey/types';
import type { Draws } from './draws';
import type { Plain } from './model';
import { respond, type Place, type Resolved } from './response';

/** One customer on the way through one journey. */
export interface Traveller {
  readonly journey: Journey;
  readonly segment: Segment;
  readonly draws: Draws;
  readonly model: Plain;
  readonly expectation: number;
  /** Seconds of waiting before leaving. Used up on the way. */
  patience: number;
  /** Whether anybody leaves and whether anything fails: the planned journey knows neither. */
  readonly leaves: boolean;
  readonly fails: boolean;
}

export interface Failing {
  readonly affect: number;
  readonly seconds: number;
  readonly recovery?: { readonly affect: number; readonly seconds: number };
  /** The level of a part's own end, from which it fails; a plain step fails from where its line ended. */
  readonly from?: number;
}

/** What happened in one step, part or option; `chosen` is the option taken, where there is a choice. Levels are before mood and clamp. */
export interface Lived {
  /** Deciding: a part's has its own level, a plain step's that of its line's start. */
  readonly deciding: readonly { readonly seconds: number; readonly level?: number }[];
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  readonly failures: readonly Failing[];
  readonly left: boolean;
  readonly waiting: number;
  /** Deciding, lived, failure and recovery time. */
  readonly clock: number;
  /** Factor on felt time, information included. */
  readonly factor: number;
  readonly efforts: readonly Effort[];
  readonly plannedSeconds: number;
  readonly chosen?: string;
}
export interface Effort {
  readonly effort: number;
  readonly seconds: number;
}

/** What a choice does to the option chosen. */
interface Chosen {
  readonly lift: number;
  readonly deciding: number;
  readonly chose: boolean;
}
const noChoice: Chosen = { lift: 0, deciding: 0, chose: false };

/** f(t) = τ·(t/τ)^β. */
export function felt(seconds: number, model: Plain): number {
  const { beta, reference } = model['time'] as unknown as { beta: number; reference: number };
  return seconds === 0 ? 0 : reference * Math.pow(seconds / reference, beta);
}

/** Lives a step; undefined where it is skipped. `stepShare` is the share of steps before it, `shownShare` what the bar says. */
export function live(who: Traveller, step: Interaction, place: Place, bar: Bar): Lived | undefined {
  if (step.parts !== undefined) return liveMerged(who, step, place, bar);
  if (step.choice !== undefined) return choose(who, step, place, bar);
  return livePlain(who, step, place, bar, noChoice);
}

/** Shown minus true progress, where a bar is shown. */
export interface Bar {
  readonly ahead: number;
}

function streamOf(unit: Interaction | Option): string {
  return unit.drawAs ?? unit.id;
}

/** The levels of a line as parameters, with the segment's replacement. */
function levelsOf(affect: Affect | string | undefined): {
  start: Exclude<Affect, { start: unknown }>;
  end: Exclude<Affect, { start: unknown }>;
} {
  if (affect === undefined || typeof affect === 'string') return { start: 0, end: 0 };
  if (typeof affect === 'object' && 'start' in affect) return { start: affect.start, end: affect.end };
  return { start: affect, end: affect };
}

function expectedAffect(unit: Interaction | Option, response: Resolved): number {
  const { start, end } = levelsOf(response.affect ?? unit.affect);
  const mean = (level: typeof start): number => (typeof level === 'number' ? level : meanOfDistribution(level));
  return (mean(start) + mean(end)) / 2 + response.affectShift;
}

function choose(who: Traveller, step: Interaction, place: Place, bar: Bar): Lived | undefined {
  const { draws, segment, model } = who;
  const skip = respond(segment, step, place).skip ?? step.skip ?? 0;
  if (draws.share(streamOf(step), 'skip') < skip) return undefined;
  const choice = step.choice!;
  const { choice: _, skip: __, ...first } = step;
  const units: (Interaction | Option)[] = [first as Interaction, ...choice.options];
  const standing = units
    .map((unit, index) => {
      const where: Place = index === 0 ? place : { ...place, stage: step.stage ?? place.stage };
      const response = respond(segment, unit, where);
      const appeal = response.appeal ?? (index === 0 ? choice.appeal : (unit as Option).appeal) ?? 0;
      const available = response.available ?? (index === 0 ? true : ((unit as Option).available ?? true));
      return { unit, where, response, appeal, available, expected: expectedAffect(unit, response) };
    })
    .filter(({ available }) => available);
  const n = standing.length;
  const settings = model['choice']!;
  const race = standing.map((option) => ({
    option,
    score: option.appeal + settings['weight']! * option.expected - Math.log(-Math.log(draws.share(streamOf(option.unit), 'taste'))),
  }));
  const { option } = race.reduce((best, one) => (one.score > best.score ? one : best));
  const best = standing
    .map(({ expected }) => expected)
    .sort((a, b) => b - a)
    .slice(0, 3);
  const average = best.reduce((all, value) => all + value, 0) / best.length;
  const chosen: Chosen =
    n < 2
      ? noChoice
      : {
          chose: true,
          deciding: settings['deciding']! * Math.log2(n),
          lift:
            settings['attraction']! * Math.tanh((average - who.expectation) / settings['scale']!) -
            (choice.difficulty ?? 0) * settings['overload']! * Math.max(0, Math.log2(n / 8)),
        };
  const { unit, where } = option;
  const lived = livePlain(who, unit, where, bar, chosen);
  return lived === undefined || !chosen.chose ? lived : { ...lived, chosen: unit.id };
}

/** The conditions of a wait: factor on felt time, shift of affect, factor on patience used, and souring. */
function conditionsOf(who: Traveller, unit: Interaction | Option, chose: boolean) {
  const wait = unit.wait ?? {};
  const waiting = who.model['waiting']! as unknown as Record<string, { time: number; affect: number; hazard: number }>;
  const numbers = who.model['waiting']! as unknown as Record<string, number>;
  const degrees: Record<string, number> = {
    idle: 1 - (wait.occupied ?? numbers['occupied']!),
    anxious: wait.anxious ?? 0,
    animated: wait.display === 'animated' ? 1 : 0,
    informed: wait.informed === true ? 1 : 0,
    explained: wait.explained === true ? 1 : 0,
    unfair: wait.fair === false ? 1 : 0,
    accompanied: wait.accompanied === true ? 1 : 0,
  };
  let time = 1;
  let affect = 0;
  let hazard = 1;
  for (const [name, degree] of Object.entries(degrees)) {
    if (degree === 0) continue;
    time *= Math.pow(waiting[name]!.time, degree);
    affect += degree * waiting[name]!.affect;
    hazard *= Math.pow(waiting[name]!.hazard, degree);
  }
  const { relief, reliefRate } = who.model['choice'] as unknown as { relief: number; reliefRate: number };
  affect += relief * degrees['anxious']! * (1 - Math.exp(-reliefRate * ((chose ? 1 : 0) + degrees['informed']!)));
  const phase = (who.model['waiting']!['phase'] as unknown as Record<string, number>)[wait.phase ?? 'during']!;
  const tolerance = wait.tolerance ?? who.journey.promise ?? numbers['tolerance']!;
  const souring = (t: number): number => phase * numbers['impatience']! * Math.log2(Math.max(1, t / tolerance));
  return { time, affect, hazard, souring, information: wait.informed === true ? numbers['information']! : 0 };
}

/** What replaces the duration of a step that was split replaces the whole: each piece takes its share, unless the piece itself is named. */
function shareOfSplit(who: Traveller, unit: Interaction | Option): number {
  if (unit.drawAs === undefined || who.segment.responses?.[unit.id]?.duration !== undefined) return 1;
  const all = (step: Interaction): Interaction[] => [step, ...(step.parts ?? []).flatMap(all)];
  const pieces = who.journey.interactions.flatMap(all).filter(({ drawAs }) => drawAs === unit.drawAs);
  const seconds = ({ duration }: Interaction | Option): number =>
    typeof duration === 'object' ? meanOfDistribution(duration) : (duration ?? 0);
  const whole = pieces.reduce((sum, piece) => sum + seconds(piece), 0);
  return pieces.length < 2 || whole === 0 ? 1 : seconds(unit) / whole;
}

function livePlain(who: Traveller, unit: Interaction | Option, place: Place, bar: Bar, chosen: Chosen): Lived | undefined {
  const { draws, model } = who;
  const stream = streamOf(unit);
  const response = respond(who.segment, unit, place);
  if (draws.share(stream, 'skip') < (response.skip ?? unit.skip ?? 0)) return undefined;

  const scale = response.durationScale * (response.duration === undefined ? 1 : shareOfSplit(who, unit));
  const planned = draws.value(stream, 'duration', response.duration ?? unit.duration!, scale);
  const waits = unit.kind === 'wait';
  const conditions = waits ? conditionsOf(who, unit, chosen.chose) : undefined;
  const levels = levelsOf(response.affect ?? unit.affect);
  const extra = chosen.lift + (conditions?.affect ?? 0);
  const a = draws.value(stream, 'affect', levels.start, 1, response.affectShift) + extra;
  const b = draws.value(stream, 'affect', levels.end, 1, response.affectShift) + extra;

  // Who leaves: at the earlier of dropout and used-up patience.
  let lived = planned;
  let share = 1;
  let left = false;
  if (who.leaves) {
    const base = Math.min(1, (response.dropout ?? unit.dropout ?? 0) * response.dropoutScale);
    const p = 1 - Math.pow(1 - base, Math.exp(-model['progress']!['gain']! * bar.ahead));
    const u = draws.share(stream, 'dropout');
    if (u < p) {
      left = true;
      share = u / p;
      lived = share * planned;
    }
    const hazard = conditions?.hazard ?? 0;
    const lasts = hazard === 0 ? Infinity : who.patience / hazard;
    if (lasts < lived) {
      left = true;
      lived = lasts;
      share = lasts / planned;
    }
    if (conditions !== undefined) who.patience = Math.max(0, who.patience - lived * conditions.hazard);
  }
  const end = conditions === undefined ? (left && planned > 0 ? a + (b - a) * share : b) : b - conditions.souring(lived);

  const failures: Failing[] = [];
  const { failure } = unit;
  if (
    who.fails &&
    !left &&
    failure !== undefined &&
    draws.share(stream, 'failure') < Math.min(1, failure.probability * response.failureScale)
  ) {
    const { recovery } = failure;
    failures.push({
      affect: Math.min(0, draws.value(stream, 'failureAffect', failure.affect)),
      seconds: draws.value(stream, 'failureDuration', failure.duration ?? 0),
      ...(recovery !== undefined && draws.share(stream, 'recovery') < recovery.probability
        ? {
            recovery: {
              affect: Math.max(0, draws.value(stream, 'recoveryAffect', recovery.affect)),
              seconds: draws.value(stream, 'recoveryDuration', recovery.duration ?? 0),
            },
          }
        : {}),
    });
  }
  const clock = chosen.deciding + lived + failures.reduce((all, one) => all + one.seconds + (one.recovery?.seconds ?? 0), 0);
  let factor = conditions?.time ?? 1;
  if (conditions !== undefined && clock > 0) {
    const over = (factor * felt(clock, model)) / clock;
    if (over > 1 && conditions.information > 0) factor = (Math.pow(over, 1 - conditions.information) * clock) / felt(clock, model);
  }
  const efforts = unit.effort === undefined ? [] : [{ effort: draws.value(stream, 'effort', unit.effort), seconds: clock }];
  return {
    deciding: chosen.chose ? [{ seconds: chosen.deciding }] : [],
    seconds: lived,
    start: a,
    end,
    failures,
    left,
    waiting: waits ? lived : 0,
    clock,
    factor,
    efforts,
    plannedSeconds: planned,
  };
}

function clamp(level: number): number {
  return Math.max(-10, Math.min(10, level));
}

/** A part as its merged step sees it: clamped by itself, without mood. */
function asPart(part: Lived): Lived {
  const start = clamp(part.start);
  const end = clamp(part.end);
  return {
    ...part,
    start,
    end,
    deciding: part.deciding.map((one) => ({ level: start, ...one })),
    failures: part.failures.map((one) => ({ from: end, ...one })),
  };
}

function liveMerged(who: Traveller, step: Interaction, place: Place, bar: Bar): Lived | undefined {
  const inner: Place = { holders: [...place.holders, step] };
  const parts: Lived[] = [];
  let left = false;
  let plannedSeconds = 0;
  for (const part of step.parts!) {
    if (left) {
      // Only for how far the whole would have gone.
      plannedSeconds += live({ ...who, leaves: false, fails: false }, part, inner, bar)?.plannedSeconds ?? 0;
      continue;
    }
    const lived = live(who, part, inner, bar);
    if (lived === undefined) continue;
    parts.push(asPart(lived));
    plannedSeconds += lived.plannedSeconds;
    left = lived.left;
  }
  if (parts.length === 0) return undefined;
  const total = (of: (part: Lived) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const seconds = total((part) => part.seconds);
  const response = respond(who.segment, step, place);
  const affect = response.affect ?? step.affect ?? 'time-weighted';
  let start: number;
  let end: number;
  if (typeof affect === 'string') {
    const means = parts.map((part) => (part.start + part.end) / 2);
    const extreme = means.reduce((far, one) =>
      Math.abs(one) > Math.abs(far) || (Math.abs(one) === Math.abs(far) && one < far) ? one : far,
    );
    const plainMean = means.reduce((all, one) => all + one, 0) / means.length;
    const weighted = seconds === 0 ? plainMean : total((part) => (part.seconds * (part.start + part.end)) / 2) / seconds;
    start = end = affect === 'most-extreme' ? extreme : weighted;
  } else {
    const levels = levelsOf(affect);
    start = who.draws.value(streamOf(step), 'affect', levels.start, 1, response.affectShift);
    end = who.draws.value(streamOf(step), 'affect', levels.end, 1, response.affectShift);
    if (left && plannedSeconds > 0) end = start + (end - start) * (seconds / plannedSeconds);
  }
  const clock = total((part) => part.clock);
  return {
    deciding: parts.flatMap((part) => part.deciding),
    seconds,
    start,
    end,
    failures: parts.flatMap((part) => part.failures),
    left,
    waiting: total((part) => part.waiting),
    clock,
    factor: clock === 0 ? 1 : total((part) => part.factor * part.clock) / clock,
    efforts:
      step.effort === undefined
        ? parts.flatMap((part) => part.efforts)
        : [{ effort: who.draws.value(streamOf(step), 'effort', step.effort), seconds: clock }],
    plannedSeconds,
  };
}

/** Whether a customer would skip a step that was never reached. */
export function wouldSkip(who: Traveller, step: Interaction): boolean {
  return live({ ...who, leaves: false, fails: false }, step, { holders: [] }, { ahead: 0 }) === undefined;
}

/** Whether any step, or option open to this segment, says how much effort it is. */
export function namesEffort(segment: Segment, step: Interaction, place: Place = { holders: [] }): boolean {
  if (step.parts !== undefined) {
    const inner: Place = { holders: [...place.holders, step] };
    return step.effort !== undefined || step.parts.some((part) => namesEffort(segment, part, inner));
  }
  const open = (unit: Interaction | Option, where: Place, available: boolean): boolean =>
    unit.effort !== undefined && (respond(segment, unit, where).available ?? available);
  if (step.choice === undefined) return step.effort !== undefined;
  const beside: Place = { ...place, stage: step.stage ?? place.stage };
  return open(step, place, true) || step.choice.options.some((option) => open(option, beside, option.available ?? true));
}
