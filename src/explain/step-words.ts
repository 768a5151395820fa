import { formatSeconds } from '../distributions/format-seconds';
import { fixed, signed } from '../results/format-outcome';
import type { ChoiceExplanation, FailureExplanation, StepExplanation, UnitExplanation, WaitExplanation } from './step-types';
import { drawWords, effectWords, lineWords, nameOf } from './words';

const optionsShown = 4;
const listShown = 8;

/** One step in words: what it was, then what was drawn and what each mechanism did. */
export function stepWords(step: StepExplanation, place: number): string[] {
  const title = `${place + 1}. ${nameOf(step)}`;
  const details: (string | undefined)[] = [];
  const leaves = leavesOf(step);
  const several = leaves.length > 1;
  const told = (unit: UnitExplanation, words: string): string => (several ? `${nameOf(unit)}: ${words}` : words);
  const lived = leaves.filter(({ line }) => line !== undefined);
  if (step.choice !== undefined && (step.line !== undefined || (step.skipped && step.choice.none?.chosen === true)))
    details.push(choiceWords(step.choice));
  if (several) details.push(`parts: ${shorten(leaves.map(partWords), '; ')}`);
  details.push(drawnWords(step, leaves));
  if (step.line !== undefined) details.push(prefixed('affect: ', effectWords(step.line)));
  for (const part of lived) {
    if (several) details.push(prefixed(`affect of ${nameOf(part)}: `, part.line && effectWords(part.line)));
    if (part.wait !== undefined) details.push(prefixed('waiting: ', told(part, waitWords(part.wait))));
    if (part.failure !== undefined) details.push(told(part, failureWords(part.failure, part.again !== undefined)));
    part.again?.forEach((one, index) => details.push(told(part, againWords(one, index < part.again!.length - 1))));
  }
  return [`${title}: ${whatItWas(step)}`, ...details.filter((line) => line !== undefined && line !== '').map((line) => `   ${line}`)];
}

function whatItWas(step: StepExplanation): string {
  if (step.skipped) return step.choice?.none?.chosen === true ? 'walked on without choosing' : 'skipped';
  if (step.reached && step.line === undefined && passedSeconds(step) > 0) return [passedWords(step), ...leftWords(step)].join('; ');
  if (!step.reached || step.line === undefined) return 'not reached';
  const stretch = step.stretch === 1 ? '' : ` (conditions ×${fixed(step.stretch, 2)})`;
  const words = [`${formatSeconds(step.totalSeconds)}, felt ${formatSeconds(step.feltSeconds)}${stretch}, affect ${lineWords(step.line)}`];
  if (step.took !== undefined && step.took !== step.id) words.push(`took ${step.took}`);
  return [...words, ...leftWords(step)].join('; ');
}

/** Time in gaps of a step, where it was lived. */
function passedSeconds(step: UnitExplanation): number {
  return leavesOf(step).reduce((sum, { kind, totalSeconds }) => (kind === 'gap' ? sum + totalSeconds : sum), 0);
}

function passedWords(step: UnitExplanation): string {
  return `${formatSeconds(passedSeconds(step))} of time, neither felt nor waited`;
}

/** In which part, and how far into it, the customer left. */
function leftWords(step: UnitExplanation): string[] {
  const { left, livedSeconds, plannedSeconds, again, failure } = leavesOf(step).find((leaf) => leaf.left !== false) ?? step;
  if (left === false) return [];
  const why = left === 'patience' ? 'patience used up' : 'dropped out';
  if (again !== undefined) return [`left while trying again: ${why}`];
  if (failure?.wait !== undefined && failure.recovery === undefined && left === 'patience') {
    return [`left after ${formatSeconds(failure.seconds)} of waiting for it to be put right: ${why}`];
  }
  return [`left after ${formatSeconds(livedSeconds)} of ${formatSeconds(plannedSeconds)}: ${why}`];
}

/** The units inside a step that have draws of their own. */
export function leavesOf(unit: UnitExplanation): readonly UnitExplanation[] {
  return unit.parts === undefined ? [unit] : unit.parts.flatMap(leavesOf);
}

function partWords(part: UnitExplanation): string {
  if (part.skipped) return `${nameOf(part)} skipped`;
  if (part.kind === 'gap' && part.reached) return `${nameOf(part)} ${formatSeconds(part.totalSeconds)} of time`;
  if (part.line === undefined) return `${nameOf(part)} not reached`;
  const took = part.took === undefined || part.took === part.id ? '' : ` by ${part.took}`;
  return `${nameOf(part)}${took} ${formatSeconds(part.totalSeconds)} at ${lineWords(part.line)}`;
}

function drawnWords(step: StepExplanation, leaves: readonly UnitExplanation[]): string | undefined {
  const own = step.parts === undefined ? [] : step.draws.map(drawWords);
  const words = leaves.flatMap((leaf) => {
    // Whoever skips draws nothing that matters but that.
    const draws = leaf.skipped ? leaf.draws.filter(({ what }) => what === 'skip') : leaf.reached ? leaf.draws : [];
    return draws.map((draw) => {
      const text = drawWords(draw);
      return text === undefined || leaves.length === 1 ? text : `${nameOf(leaf)} ${text}`;
    });
  });
  return prefixed(
    'drew ',
    shorten(
      [...words, ...own].filter((text) => text !== undefined),
      ', ',
    ),
  );
}

function waitWords({ conditions, patienceBefore, patienceAfter, information, hazard }: WaitExplanation): string {
  const words = conditions.flatMap(({ condition, time }) => (time === 1 ? [] : [`${condition} ×${fixed(time, 2)} felt`]));
  if (information !== undefined) words.push(`informed ×${fixed(information.before, 2)} → ×${fixed(information.after, 2)} felt`);
  if (patienceBefore !== undefined) {
    const rate = hazard === 1 ? '' : ` at ×${fixed(hazard, 2)}`;
    words.push(`patience ${formatSeconds(patienceBefore)} → ${formatSeconds(patienceAfter!)}${rate}`);
  }
  return words.join(', ');
}

function choiceWords({ options, none, decidingSeconds }: ChoiceExplanation): string {
  const racing = none === undefined ? options : [...options, { ...none, id: 'walking on' }];
  const best = [...racing].sort((one, other) => other.score - one.score);
  const words = best.slice(0, optionsShown).map(({ id, score, taste }) => `${id} ${signed(score, 2)} (own taste ${signed(taste, 2)})`);
  if (best.length > optionsShown) words.push(`${best.length - optionsShown} more below`);
  if (none?.chosen === true) return `choice: ${words.join(', ')}: walked on`;
  const deciding = decidingSeconds > 0 ? ` after ${formatSeconds(decidingSeconds)} of deciding` : '';
  return `choice: ${words.join(', ')}: took the first${deciding}`;
}

/** A wait before another time, or that time: what it was, and how it went. */
function againWords(unit: UnitExplanation, again: boolean): string {
  const what = unit.kind === 'wait' ? 'waits' : 'again';
  const words = [`${what}: ${formatSeconds(unit.totalSeconds)} at ${lineWords(unit.line!)}`, ...leftWords(unit)];
  if (unit.failure !== undefined) words.push(failureWords(unit.failure, again));
  return words.join('; ');
}

function failureWords({ affect, level, end, seconds, wait, recovery }: FailureExplanation, again: boolean): string {
  const time = (extra: number): string => (extra > 0 ? ` for ${formatSeconds(extra)}` : '');
  const soured = end === undefined ? '' : `, soured to ${signed(end, 1)}`;
  const failed = `failure ${signed(affect, 2)} to ${signed(level, 1)}${time(seconds)}${wait === undefined ? '' : ' of waiting'}${soured}`;
  if (recovery === undefined) return `${failed}, ${again ? 'tried again' : 'not made good'}`;
  return `${failed}, recovery ${signed(recovery.affect, 2)} to ${signed(recovery.level, 1)}${time(recovery.seconds)}`;
}

function prefixed(prefix: string, words: string | undefined): string | undefined {
  return words === undefined || words === '' ? undefined : prefix + words;
}

function shorten(words: readonly string[], separator: string): string {
  const shown = words.slice(0, listShown);
  if (words.length > listShown) shown.push(`and ${words.length - listShown} more`);
  return shown.join(separator);
}
