import { mean as meanOfDistribution } from '../../src/distributions/mathematics';
import type { Affect, Interaction, Journey, Option, RetryWait, Segment, WaitConditions } from '../../src/journey/types';
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
  /** Where they were last, of what has a channel. */
  channel?: string | undefined;
  /** Seconds of the last wait in which work was shown, until a service has had the credit. */
  shownWork?: number | undefined;
  /** Whether anybody leaves and whether anything fails: the planned journey knows neither. */
  readonly leaves: boolean;
  readonly fails: boolean;
}

export interface Failing {
  /** Shift from the end of the line to the beginning of the failure. */
  readonly affect: number;
  readonly seconds: number;
  /** How far it sinks over its seconds, where they are a wait. */
  readonly souring: number;
  readonly recovery?: { readonly affect: number; readonly seconds: number };
}

/** One line of the curve, with what goes before it and after it. Levels are before mood and clamp. */
export interface Line {
  /** Deciding, then being handed over: that of a part of a line made of several has its own level, any other that of the line's start. */
  readonly before: readonly { readonly seconds: number; readonly level?: number }[];
  readonly seconds: number;
  readonly start: number;
  readonly end: number;
  /** Each fails from where the line ended. */
  readonly failures: readonly Failing[];
}

/** What happened in one step, part or option; `chosen` is the option taken, where there is a choice. */
export interface Lived {
  /**
   * A plain step is one line, and two more each time it is gone through again: the wait before, and the step. A merged step that keeps the affect
   * of its parts has theirs, any other one over them all. A gap has none.
   */
  readonly lines: readonly Line[];
  /** What it counts for in a line over several parts: its mean affect, clamped by itself, without mood. */
  readonly mean: number;
  /** Lived seconds: no deciding, handing over, failures, recoveries or gaps. */
  readonly seconds: number;
  readonly left: boolean;
  /** What leaving is like where the customer left, if that says so itself. */
  readonly leavingAffect?: number | undefined;
  /** Whether something failed and neither was made good nor went well later on. */
  readonly spoilt: boolean;
  readonly waiting: number;
  /** Deciding, handing over, lived, failure and recovery time. */
  readonly clock: number;
  /** Time that passes beside the clock above: nothing of it is felt. */
  readonly gap: number;
  /** Nothing but gaps. */
  readonly hollow: boolean;
  /** Factor on felt time, information included. */
  readonly factor: number;
  readonly efforts: readonly Effort[];
  /** Seconds without leaving, without gaps and without going through anything again. */
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
  /** How open the choice was: 0, none … 1, all options alike. */
  readonly freedom: number;
}
const noChoice: Chosen = { lift: 0, deciding: 0, chose: false, freedom: 0 };

/** f(t) = τ·(t/τ)^β. */
export function felt(seconds: number, model: Plain): number {
  const { beta, reference } = model['time'] as unknown as { beta: number; reference: number };
  return seconds === 0 ? 0 : reference * Math.pow(seconds / reference, beta);
}

/** Lives a step; undefined where it is skipped, or where the customer walks on without choosing. */
export function live(who: Traveller, step: Interaction, place: Place, bar: Bar): Lived | undefined {
  if (step.parts !== undefined) return liveMerged(who, step, place, bar);
  if (step.kind === 'gap') return liveGap(who, step, place, bar);
  if (step.choice !== undefined) return choose(who, step, place, bar);
  return livePlain(who, step, place, bar, noChoice);
}

/** Shown minus true progress, where the step is on a bar. */
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
      const where: Place = index === 0 ? place : { ...place, stage: step.stage ?? place.stage, channel: step.channel };
      const response = respond(segment, unit, where);
      const appeal = response.appeal ?? (index === 0 ? choice.appeal : (unit as Option).appeal) ?? 0;
      const available = response.available ?? (index === 0 ? true : ((unit as Option).available ?? true));
      return { unit, where, response, appeal, available, expected: expectedAffect(unit, response) };
    })
    .filter(({ available }) => available);
  const n = standing.length;
  const settings = model['choice']!;
  const pulls = standing.map(({ appeal, expected }) => appeal + settings['weight']! * expected);
  // How likely each is to be taken, and from that how many there are to choose from, in bits, how free the choice is, and what it promises.
  const odds = pulls.map((pull) => Math.exp(pull - Math.max(...pulls)));
  const allOdds = odds.reduce((all, one) => all + one, 0);
  const shares = odds.map((one) => one / allOdds);
  const taken = shares.filter((p) => p > 1e-12);
  const bits = taken.reduce((all, p) => all - p * Math.log2(p), 0);
  const freedom = taken.length < 2 ? 0 : (1 - taken.reduce((all, p) => all + p * p, 0)) / (1 - 1 / taken.length);
  const promised = shares.reduce((all, p, index) => all + p * standing[index]!.expected, 0);
  const attraction = settings['attraction']! * freedom * Math.tanh((promised - who.expectation) / settings['scale']!);
  const overload = -(choice.difficulty ?? 0) * settings['overload']! * Math.max(0, bits - 3);

  const taste = (stream: string, purpose: 'taste' | 'noneTaste'): number => -Math.log(-Math.log(draws.share(stream, purpose)));
  // What overload takes from all options alike matters only against walking on.
  const off = choice.none === undefined ? 0 : settings['weight']! * overload;
  const race = standing.map((option, index) => ({ option, score: pulls[index]! + off + taste(streamOf(option.unit), 'taste') }));
  const { option, score } = race.reduce((best, one) => (one.score > best.score ? one : best));
  if (choice.none !== undefined && choice.none.appeal + taste(streamOf(step), 'noneTaste') > score) return undefined;
  const chosen: Chosen = n < 2 ? noChoice : { chose: true, deciding: settings['deciding']! * bits, lift: attraction + overload, freedom };
  const { unit, where } = option;
  const lived = livePlain(who, unit, where, bar, chosen);
  return lived === undefined || !chosen.chose ? lived : { ...lived, chosen: unit.id };
}

/** How worried people are: of the step, or of its wait. */
function worryOf(unit: Interaction | Option): number {
  return unit.anxious ?? unit.wait?.anxious ?? 0;
}

/** What being in control gives back to the worried: having chosen, and in a wait being informed. */
function reliefOf(who: Traveller, worry: number, freedom: number, informed: boolean): number {
  const { relief, reliefRate } = who.model['choice'] as unknown as { relief: number; reliefRate: number };
  return relief * worry * (1 - Math.exp(-reliefRate * (freedom + (informed ? 1 : 0))));
}

/** The conditions of a wait: factor on felt time, shift of affect, factor on patience used, and souring. */
function conditionsOf(who: Traveller, wait: WaitConditions, worry: number) {
  const waiting = who.model['waiting']! as unknown as Record<string, { time: number; affect: number; hazard: number }>;
  const numbers = who.model['waiting']! as unknown as Record<string, number>;
  const degrees: Record<string, number> = {
    idle: 1 - (wait.occupied ?? numbers['occupied']!),
    anxious: worry,
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
  // The factor on felt time of so many seconds: information takes back of the overestimate.
  const information = wait.informed === true ? numbers['information']! : 0;
  const factor = (t: number): number => {
    if (t === 0) return time;
    const over = (time * felt(t, who.model)) / t;
    return over > 1 && information > 0 ? (Math.pow(over, 1 - information) * t) / felt(t, who.model) : time;
  };
  const phase = (who.model['waiting']!['phase'] as unknown as Record<string, number>)[wait.phase ?? 'during']!;
  const tolerance = wait.told ?? wait.tolerance ?? who.journey.tolerance ?? who.journey.promise ?? numbers['tolerance']!;
  const beta = who.model['time']!['beta']!;
  // Per doubling of the seconds that would feel as long as this wait does.
  const souring = (t: number): number => {
    if (t === 0) return 0;
    const ratio = (factor(t) * felt(t, who.model)) / felt(tolerance, who.model);
    return phase * numbers['impatience']! * Math.log2(Math.max(1, Math.pow(ratio, 1 / beta)));
  };
  return { affect, hazard, souring, factor };
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

/** Time by the clock and a factor on how long it feels. */
interface Piece {
  readonly seconds: number;
  readonly factor: number;
}

/** One time through a step, or a wait before the next. */
interface Stay {
  readonly line: Line;
  readonly left: boolean;
  /** Whether it failed and nothing made good for it. */
  readonly failed: boolean;
  readonly waiting: number;
  readonly pieces: readonly Piece[];
  readonly efforts: readonly Effort[];
  readonly planned: number;
}

function secondsOf(pieces: readonly Piece[]): number {
  return pieces.reduce((all, { seconds }) => all + seconds, 0);
}

/** Clock-weighted. */
function factorOf(pieces: readonly Piece[]): number {
  const seconds = secondsOf(pieces);
  return seconds === 0 ? 1 : pieces.reduce((all, one) => all + one.factor * one.seconds, 0) / seconds;
}

/** Waits so many seconds, or until patience is used up. */
function waitFor(who: Traveller, planned: number, hazard: number): { readonly seconds: number; readonly left: boolean } {
  if (!who.leaves) return { seconds: planned, left: false };
  const lasts = hazard === 0 ? Infinity : who.patience / hazard;
  const seconds = Math.min(planned, lasts);
  who.patience = Math.max(0, who.patience - seconds * hazard);
  return { seconds, left: lasts < planned };
}

/** Where in its planned seconds a customer gives up for a reason of their own, as a share of them; undefined where they do not. */
function dropsOut(who: Traveller, unit: Interaction | Option, response: Resolved, stream: string, bar: Bar): number | undefined {
  if (!who.leaves) return undefined;
  const base = Math.min(1, (response.dropout ?? unit.dropout ?? 0) * response.dropoutScale);
  const p = 1 - Math.pow(1 - base, Math.exp(-who.model['progress']!['gain']! * bar.ahead));
  const u = who.draws.share(stream, 'dropout');
  return u < p ? u / p : undefined;
}

/** How long a step takes where nobody leaves. */
function plannedSecondsOf(who: Traveller, unit: Interaction | Option, response: Resolved, stream: string): number {
  const scale = response.durationScale * (response.duration === undefined ? 1 : shareOfSplit(who, unit));
  return who.draws.value(stream, 'duration', response.duration ?? unit.duration!, scale);
}

/** Time that passes and is not lived. */
function liveGap(who: Traveller, step: Interaction, place: Place, bar: Bar): Lived | undefined {
  const stream = streamOf(step);
  const response = respond(who.segment, step, place);
  if (who.draws.share(stream, 'skip') < (response.skip ?? step.skip ?? 0)) return undefined;
  const share = dropsOut(who, step, response, stream, bar);
  return {
    lines: [],
    mean: 0,
    seconds: 0,
    left: share !== undefined,
    leavingAffect: step.leavingAffect,
    spoilt: false,
    waiting: 0,
    clock: 0,
    gap: (share ?? 1) * plannedSecondsOf(who, step, response, stream),
    hollow: true,
    factor: 1,
    efforts: [],
    plannedSeconds: 0,
  };
}

/** Where people are in a unit: its own channel, that of its step, or that of the innermost merged step around it that has one. */
function channelOf(unit: Interaction | Option, place: Place): string | undefined {
  return unit.channel ?? place.channel ?? place.holders.findLast(({ channel }) => channel !== undefined)?.channel;
}

/** Enters a unit: whether the customer is handed over from another channel. */
function handedOver(who: Traveller, unit: Interaction | Option, place: Place): boolean {
  const channel = channelOf(unit, place);
  if (channel === undefined) return false;
  const changed = who.channel !== undefined && who.channel !== channel;
  who.channel = channel;
  return changed;
}

function livePlain(who: Traveller, unit: Interaction | Option, place: Place, bar: Bar, chosen: Chosen): Lived | undefined {
  const stream = streamOf(unit);
  const response = respond(who.segment, unit, place);
  if (who.draws.share(stream, 'skip') < (response.skip ?? unit.skip ?? 0)) return undefined;

  const entering: Entering = { deciding: chosen.deciding, handed: handedOver(who, unit, place) };
  const stays: Stay[] = [goThrough(who, unit, response, stream, bar, chosen, entering)];
  const last = (): Stay => stays.at(-1)!;
  const retry = unit.failure?.retry;
  for (let time = 2; retry !== undefined && time <= 1 + retry.atMost && last().failed && !last().left; time++) {
    const again = `stage:again ${time} ${stream}`;
    if (retry.wait !== undefined) stays.push(waitAgain(who, retry.wait, `${again} wait`));
    if (!last().left) stays.push(goThrough(who, unit, response, again, bar, chosen, stayingOn));
  }

  const seconds = stays.reduce((all, { line }) => all + line.seconds, 0);
  const meanOf = ({ line }: Stay): number => (clamp(line.start) + clamp(line.end)) / 2;
  const pieces = stays.flatMap((stay) => stay.pieces);
  return {
    lines: stays.map(({ line }) => line),
    mean:
      seconds === 0
        ? stays.reduce((all, stay) => all + meanOf(stay), 0) / stays.length
        : stays.reduce((all, stay) => all + stay.line.seconds * meanOf(stay), 0) / seconds,
    seconds,
    left: last().left,
    leavingAffect: unit.leavingAffect,
    spoilt: last().failed,
    waiting: stays.reduce((all, { waiting }) => all + waiting, 0),
    clock: secondsOf(pieces),
    gap: 0,
    hollow: false,
    factor: factorOf(pieces),
    efforts: stays.flatMap((stay) => stay.efforts),
    plannedSeconds: stays[0]!.planned,
  };
}

/** The wait before a step is gone through again. */
function waitAgain(who: Traveller, wait: RetryWait, stream: string): Stay {
  const worry = wait.anxious ?? 0;
  const conditions = conditionsOf(who, wait, worry);
  const planned = who.draws.value(stream, 'duration', wait.duration);
  const start = who.draws.value(stream, 'affect', wait.affect ?? 0) + conditions.affect + reliefOf(who, worry, 0, wait.informed === true);
  const { seconds, left } = waitFor(who, planned, conditions.hazard);
  if (wait.work === true) who.shownWork = (who.shownWork ?? 0) + seconds;
  return {
    line: { before: [], seconds, start, end: start - conditions.souring(seconds), failures: [] },
    left,
    failed: false,
    waiting: seconds,
    pieces: [{ seconds, factor: conditions.factor(seconds) }],
    efforts: [],
    planned,
  };
}

/** What coming to a step costs, beside the step. Only who goes through it for the first time decides and is handed over. */
interface Entering {
  readonly deciding: number;
  readonly handed: boolean;
}
const stayingOn: Entering = { deciding: 0, handed: false };

/** One time through a step. */
function goThrough(
  who: Traveller,
  unit: Interaction | Option,
  response: Resolved,
  stream: string,
  bar: Bar,
  chosen: Chosen,
  entering: Entering,
): Stay {
  const { draws } = who;
  const planned = plannedSecondsOf(who, unit, response, stream);
  const conditions = unit.kind === 'wait' ? conditionsOf(who, unit.wait ?? {}, worryOf(unit)) : undefined;
  const levels = levelsOf(response.affect ?? unit.affect);
  const informed = unit.kind === 'wait' && unit.wait?.informed === true;
  const extra = chosen.lift + (conditions?.affect ?? 0) + reliefOf(who, worryOf(unit), chosen.freedom, informed);
  const handOff = entering.handed ? who.model['handOff']! : { affect: 0, effort: 0, duration: 0 };
  let a = draws.value(stream, 'affect', levels.start, 1, response.affectShift) + extra + handOff['affect']!;
  let b = draws.value(stream, 'affect', levels.end, 1, response.affectShift) + extra + handOff['affect']!;
  if (unit.kind !== 'wait' && who.shownWork !== undefined) {
    // Credit for the work that was seen, or blame where what comes of it is poor.
    const { work, workTime } = who.model['waiting'] as unknown as { work: number; workTime: number };
    const credit = work * (1 - Math.exp(-who.shownWork / workTime)) * Math.tanh((a + b) / 2 / 3);
    a += credit;
    b += credit;
    who.shownWork = undefined;
  }

  // Who leaves: at the earlier of dropout and used-up patience.
  const drop = dropsOut(who, unit, response, stream, bar);
  const own = (drop ?? 1) * planned;
  const stay = conditions === undefined ? { seconds: own, left: false } : waitFor(who, own, conditions.hazard);
  const lived = stay.seconds;
  if (unit.kind === 'wait' && unit.wait?.work === true) who.shownWork = (who.shownWork ?? 0) + lived;
  let left = drop !== undefined || stay.left;
  const end = conditions === undefined ? (left && planned > 0 ? a + (b - a) * drop! : b) : b - conditions.souring(lived);

  const failures: Failing[] = [];
  const { failure } = unit;
  const before = [entering.deciding, handOff['duration']!].filter((one) => one > 0).map((one) => ({ seconds: one }));
  // What is felt as the step itself is: everything but the waiting in a failure.
  let ownClock = lived + entering.deciding + handOff['duration']!;
  let failureWait: Piece | undefined;
  if (
    who.fails &&
    !left &&
    failure !== undefined &&
    draws.share(stream, 'failure') < Math.min(1, failure.probability * response.failureScale)
  ) {
    const { recovery } = failure;
    let shift = Math.min(0, draws.value(stream, 'failureAffect', failure.affect));
    let seconds = draws.value(stream, 'failureDuration', failure.duration ?? 0);
    let souring = 0;
    if (failure.wait === undefined) ownClock += seconds;
    else {
      const waiting = conditionsOf(who, failure.wait, failure.wait.anxious ?? 0);
      ({ seconds, left } = waitFor(who, seconds, waiting.hazard));
      shift += waiting.affect;
      souring = waiting.souring(seconds);
      failureWait = { seconds, factor: waiting.factor(seconds) };
    }
    const recovered = !left && recovery !== undefined && draws.share(stream, 'recovery') < recovery.probability;
    const after = recovered
      ? {
          affect: Math.max(0, draws.value(stream, 'recoveryAffect', recovery.affect)),
          seconds: draws.value(stream, 'recoveryDuration', recovery.duration ?? 0),
        }
      : undefined;
    ownClock += after?.seconds ?? 0;
    failures.push({ affect: shift, seconds, souring, ...(after === undefined ? {} : { recovery: after }) });
  }
  const pieces = [{ seconds: ownClock, factor: conditions?.factor(ownClock) ?? 1 }, ...(failureWait === undefined ? [] : [failureWait])];
  return {
    line: { before, seconds: lived, start: a, end, failures },
    left,
    failed: failures.some(({ recovery }) => recovery === undefined),
    waiting: (conditions === undefined ? 0 : lived) + (failureWait?.seconds ?? 0),
    pieces,
    efforts:
      unit.effort === undefined
        ? []
        : [{ effort: Math.min(10, draws.value(stream, 'effort', unit.effort) + handOff['effort']!), seconds: secondsOf(pieces) }],
    planned,
  };
}

function clamp(level: number): number {
  return Math.max(-10, Math.min(10, level));
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
    parts.push(lived);
    plannedSeconds += lived.plannedSeconds;
    left = lived.left;
  }
  if (parts.length === 0) return undefined;
  const total = (of: (part: Lived) => number): number => parts.reduce((all, part) => all + of(part), 0);
  const seconds = total((part) => part.seconds);
  // A gap is time and nothing else.
  const felts = parts.filter(({ hollow }) => !hollow);
  const gap = total((part) => part.gap);
  // Only the last of them can be where the customer left.
  const { leavingAffect } = parts.at(-1)!;
  if (felts.length === 0) return { ...parts[0]!, left, leavingAffect, gap };
  const response = respond(who.segment, step, place);
  const affect = response.affect ?? step.affect ?? 'kept';
  const partLines = parts.flatMap((part) => part.lines);
  const weighted = seconds === 0 ? total((part) => part.mean) / felts.length : total((part) => part.seconds * part.mean) / seconds;
  let lines: readonly Line[] = partLines;
  let mean = weighted;
  if (affect !== 'kept') {
    let start = weighted;
    let end = weighted;
    if (typeof affect !== 'string') {
      const levels = levelsOf(affect);
      start = who.draws.value(streamOf(step), 'affect', levels.start, 1, response.affectShift);
      end = who.draws.value(streamOf(step), 'affect', levels.end, 1, response.affectShift);
      // What is gone through again takes longer than planned, but goes no further than to the end.
      if (left && plannedSeconds > 0) end = start + (end - start) * Math.min(1, seconds / plannedSeconds);
    }
    mean = (clamp(start) + clamp(end)) / 2;
    // Deciding in a part, and being handed over to it, feels as entering that part does by itself: clamped, without mood.
    const before = partLines.flatMap((line) => line.before.map((one) => ({ level: clamp(line.start), ...one })));
    lines = [{ before, seconds, start, end, failures: partLines.flatMap((line) => line.failures) }];
  }
  const clock = total((part) => part.clock);
  return {
    lines,
    mean,
    seconds,
    left,
    leavingAffect,
    spoilt: parts.some(({ spoilt }) => spoilt),
    waiting: total((part) => part.waiting),
    clock,
    gap,
    hollow: false,
    factor: clock === 0 ? 1 : total((part) => part.factor * part.clock) / clock,
    efforts:
      step.effort === undefined
        ? parts.flatMap((part) => part.efforts)
        : [{ effort: who.draws.value(streamOf(step), 'effort', step.effort), seconds: clock }],
    plannedSeconds,
  };
}

/** Whether a customer would live nothing in a step that was never reached, or not to its end: by skipping it, or because it is but a gap. */
export function wouldSkip(who: Traveller, step: Interaction): boolean {
  return live({ ...who, leaves: false, fails: false }, step, { holders: [] }, { ahead: 0 })?.hollow ?? true;
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
