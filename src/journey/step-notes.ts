import { formatDistribution } from '../distributions/format-distribution';
import { formatNumber } from '../distributions/format-number';
import { shortened } from '../words/width';
import { sourceWords } from './source-words';
import type { Failure, Interaction, Option, Recovery, Retry } from './types';
import { percent } from './field-words';
import { waitNotes } from './wait-conditions';

const longestName = 60;
const longestNote = 120;

/** The first of a list of texts, each in a few words. */
function listed(texts: readonly string[]): string {
  const first = texts.slice(0, 4).map((text) => shortened(text, longestName));
  return `${first.join(', ')}${texts.length > first.length ? ', …' : ''}`;
}

/** Everything about a step, part or option that has no column of its own, in words. */
export function stepNotes(unit: Interaction | Option): string[] {
  const { name, channel, effort, anxious, wait, failure, dropout, leavingAffect, skip, drawAs, source } = unit;
  const notes: string[] = [];
  if (name !== undefined) notes.push(`"${shortened(name, longestName)}"`);
  if (channel !== undefined) notes.push(`channel ${channel}`);
  if (effort !== undefined) notes.push(`effort ${formatDistribution(effort, 'plain')}`);
  if (anxious !== undefined) notes.push(`anxious ${anxious}`);
  if (wait !== undefined) notes.push(...waitNotes(wait));
  if (failure !== undefined) notes.push(failureNote(failure));
  if (dropout !== undefined) notes.push(`${percent(dropout)} give up`);
  if (leavingAffect !== undefined) notes.push(`leaving ${formatNumber(leavingAffect, 2)}`);
  if (skip !== undefined) notes.push(`${percent(skip)} skip it`);
  notes.push(...('available' in unit || 'appeal' in unit ? optionNotes(unit) : placeNotes(unit)));
  if (drawAs !== undefined && drawAs !== unit.id) notes.push(`draws as ${drawAs}`);
  if (unit.actors !== undefined && unit.actors.length > 0) notes.push(`with ${listed(unit.actors)}`);
  if (unit.touchpoints !== undefined && unit.touchpoints.length > 0) notes.push(`at ${listed(unit.touchpoints)}`);
  if (unit.pains !== undefined && unit.pains.length > 0) notes.push(`pains: ${listed(unit.pains)}`);
  if (unit.note !== undefined) notes.push(`note: ${shortened(unit.note, longestNote)}`);
  if (source !== undefined) notes.push(`source: ${sourceWords(source)}`);
  return notes;
}

function placeNotes(step: Interaction): string[] {
  const { choice, parts, after, pin } = step;
  const notes: string[] = [];
  if (choice !== undefined) notes.push(`choice of ${choice.options.length + 1}`);
  if (choice?.appeal !== undefined) notes.push(`appeal ${choice.appeal}`);
  if (choice?.difficulty !== undefined) notes.push(`difficulty ${choice.difficulty}`);
  if (choice?.none !== undefined) notes.push(`or none of them (appeal ${choice.none.appeal})`);
  if (parts !== undefined) notes.push(`merged from ${parts.length}`);
  if (after !== undefined && after.length > 0) notes.push(`after ${after.join(', ')}`);
  if (pin !== undefined) notes.push(`stays ${pin}`);
  return notes;
}

function optionNotes(option: Option): string[] {
  const notes: string[] = [];
  if (option.appeal !== undefined) notes.push(`appeal ${option.appeal}`);
  if (option.available === false) notes.push('not available');
  return notes;
}

function failureNote(failure: Failure): string {
  const recovery =
    failure.recovery === undefined ? '' : `, ${percent(failure.recovery.probability)} recovered (${shift(failure.recovery)})`;
  const { wait, retry } = failure;
  const waiting = wait === undefined ? '' : `, ${['waiting', ...waitNotes(wait)].join(', ')}`;
  return `${percent(failure.probability)} fail (${shift(failure)}${waiting})${recovery}${retry === undefined ? '' : retryNote(retry)}`;
}

function retryNote({ atMost, wait }: Retry): string {
  const times = atMost === 1 ? 'once more' : `up to ${atMost} times more`;
  if (wait === undefined) return `, else ${times}`;
  return `, else ${times} after ${[formatDistribution(wait.duration, 'seconds'), ...waitNotes(wait)].join(', ')}`;
}

function shift({ affect, duration }: Failure | Recovery): string {
  return `affect ${formatDistribution(affect, 'plain')}${duration === undefined ? '' : `, ${formatDistribution(duration, 'seconds')} more`}`;
}
