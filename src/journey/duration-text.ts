import * as z from 'zod/mini';
import { readDurationText } from '../distributions/read-duration-text';
import { quote } from '../errors/wording';
import type { Parameter } from '../model/types';
import { samePlain } from '../plain/same-plain';
import type { Reader } from './fields';
import { readDuration } from './read-quantity';
import type { Interaction, Option } from './types';

/** What was typed must say what stands beside it: nobody is to read one thing and simulate another. */
const readTyped: Reader = (value, path, issues, holder) => {
  if (value === holder['duration']) return value;
  const before = issues.length;
  const typed = typeof value === 'string' ? readDurationText(value, path, issues) : undefined;
  if (typed === undefined || issues.length > before || holder['duration'] === undefined) return value;
  const duration = readDuration(holder['duration'], '', []);
  if (duration === undefined || samePlain(typed, duration)) return value;
  const hint = 'leave durationText out, or write it as the duration too';
  issues.push({ code: 'conflict', path, expected: 'a text that says what duration says', received: quote(value), hint });
  return value;
};

/** The field beside a duration. */
export const durationText = /* @__PURE__ */ (() => [z.string({ error: 'the text typed for the duration' }), readTyped] as const)();

/** A step, part or option of which nothing is kept that was typed; the very same where nothing was. */
export function withoutTyped<Unit extends Interaction | Option>(unit: Unit): Unit {
  const { choice, parts } = unit as Interaction;
  const plain = parts?.map(withoutTyped);
  const options = choice?.options.map(withoutTyped);
  const isTyped = unit.durationText !== undefined;
  const partsTyped = plain?.some((part, index) => part !== parts![index]) === true;
  const optionsTyped = options?.some((option, index) => option !== choice!.options[index]) === true;
  if (!isTyped && !partsTyped && !optionsTyped) return unit;
  const { durationText: _, ...rest } = unit;
  return {
    ...rest,
    ...(partsTyped ? { parts: plain } : {}),
    ...(optionsTyped ? { choice: { ...choice, options } } : {}),
  } as object as Unit;
}

/** A step as data on its way to another duration: what was typed for the old one goes. */
export function withDuration<Unit extends Interaction | Option>(unit: Unit, duration: Parameter): Unit {
  const { durationText: _, ...rest } = unit;
  return { ...rest, duration } as object as Unit;
}
