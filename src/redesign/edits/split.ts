import * as z from 'zod/mini';
import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import { bounded } from '../../journey/schema-parts';
import type { Affect, AffectLine, Interaction } from '../../journey/types';
import type { FoundStepOrPart } from '../../journey/units';
import type { Parameter } from '../../model/types';
import { isRecord } from '../../plain/check-number';
import { samePlain } from '../../plain/same-plain';
import { aName, defineEdit, makeEdit, newId, stepId, type EditBase, type EditOptions } from '../define-edit';
import { impossible, needFreshId, needStepOrPart, type EditContext } from '../edit-context';
import { checkNewIds } from '../new-steps';
import { listOf, repoint } from '../plan-kit';
import { scaleParameter } from '../scale-parameter';
import { percent } from '../../journey/field-words';
import { listIds, writeIds } from '../words';
import { joined } from '../../words/joined';

/** One piece of a step that is divided. */
export interface SplitPart {
  /** A new id. */
  readonly id: string;
  /** Share of the whole's duration, above 0; all shares sum to 1. */
  readonly share: number;
  /** For reading. Default: the id. */
  readonly name?: string | undefined;
}

/** Undoes a merge, or divides a plain step. */
export interface SplitEdit extends EditBase<'split'> {
  /** Id of the step that is divided. */
  readonly id: string;
  /** The pieces of a plain step, at least two. Default: what was merged. */
  readonly parts?: readonly SplitPart[] | undefined;
}

/**
 * Undoes a merge, or divides a plain step.
 *
 * **Without parts** the parts of a merged step stand in its place again, exactly as they were. What was said of the merged step alone (its
 * name, stage, channel, affect, source, extensions) goes with it; an `after` or `pin` of its own passes to the parts.
 *
 * **With parts** a plain step is divided:
 * - all parts draw as the whole did (`drawAs`), so every customer's clock time, taken together, stays what it was;
 * - duration, and a wait's own tolerance, are shared out; the affect, waiting conditions, effort and skip are copied (one shared draw);
 * - a line `{ start, end }` is divided where it can be — numbers, normals, a distribution to a number — so that the parts together are the
 *   same line (our judgement); between two other distributions each part gets the whole line;
 * - failure, recovery and dropout go to the last part; stage, channel, kind, source and extensions to every part; the name to none;
 * - every part keeps the `after`; a `pin` stays with the first or the last.
 *
 * A step with choice, or a merged step, cannot be divided. Other steps that must come `after` the split step now come after all its parts.
 *
 * @param id - A step, or a part of a merged step.
 * @param parts - Two or more `{ id, share, name? }`; shares above 0, sum 1 ± 1e-9.
 * @param options - `cost`, in a unit of your own.
 * @returns The edit as frozen JSON, for `redesign`.
 * @example
 * import { redesign, split } from 'peakend';
 * const visit = { name: 'Visit', interactions: [{ id: 'doctor', duration: '10 min', affect: 2 }] };
 * const longer = redesign(visit, [split('doctor', [{ id: 'talk', share: 0.25 }, { id: 'exam', share: 0.75 }])]);
 * longer.interactions[0].duration; // 150
 * longer.interactions[1].drawAs; // 'doctor'
 */
export function split(id: string, parts?: readonly SplitPart[], options?: EditOptions): SplitEdit {
  return makeEdit<SplitEdit>({ edit: 'split', id, parts }, options);
}

export const splitEdit = /* @__PURE__ */ defineEdit<SplitEdit>(
  'split',
  () => ({ id: [stepId, 'stepOrPart'], parts: [z.exactOptional(partsShape()), 'newPieces'] }),
  {
    usage: 'split("doctor", [{ id: "talk", share: 0.4 }, { id: "exam", share: 0.6 }])',
    structural: true,
    check({ parts }, issues) {
      checkNewIds({ parts }, '', issues);
      if (Array.isArray(parts)) checkShares(parts, issues);
    },
    plan(context, edit) {
      const found = needStepOrPart(context, edit.id, 'id', 'an option is one way through a step and stays whole');
      if (found === undefined) return undefined;
      const pieces = edit.parts === undefined ? undoMerge(context, found) : divide(context, found, edit.parts);
      if (pieces === undefined) return undefined;
      const ids = pieces.map((piece) => piece.id);
      return (draft) => {
        const { list, index } = listOf(draft, found);
        list.splice(index, 1, ...pieces);
        repoint(draft, edit.id, ids);
      };
    },
    words({ id, parts }, name) {
      if (parts === undefined) return `split ${name(id)} into what was merged`;
      return `split ${name(id)} into ${joined(parts.map((part) => `"${part.name ?? part.id}" (${percent(part.share)})`))}`;
    },
  },
);

function undoMerge(context: EditContext, { unit }: FoundStepOrPart): readonly Interaction[] | undefined {
  if (unit.parts === undefined) {
    const hint = `say into what: split(${quote(unit.id)}, [{ id: "${unit.id}-1", share: 0.5 }, { id: "${unit.id}-2", share: 0.5 }])`;
    return impossible(context, 'id', 'a merged step, or parts to divide it into', `${quote(unit.id)}, which is not merged`, hint);
  }
  return order(unit, unit.parts);
}

/** What the whole had to keep in the order of the journey, its pieces keep. */
function order(whole: Interaction, pieces: readonly Interaction[]): readonly Interaction[] {
  const { after, pin } = whole;
  if (after === undefined && pin === undefined) return pieces;
  const held = pin === 'first' ? 0 : pin === 'last' ? pieces.length - 1 : -1;
  return pieces.map((piece, index) => ({
    ...piece,
    ...(after === undefined ? {} : { after: [...new Set([...(piece.after ?? []), ...after])] }),
    ...(index === held ? { pin } : {}),
  })) as Interaction[];
}

function divide(context: EditContext, found: FoundStepOrPart, parts: readonly SplitPart[]): readonly Interaction[] | undefined {
  const { unit } = found;
  if (unit.parts !== undefined) {
    const ids = unit.parts.map((part) => part.id);
    const hint = `split(${quote(unit.id)}) without parts gives back ${listIds(ids)}; divide one of these`;
    const received = writeIds(parts.map((part) => part.id));
    return impossible(context, 'parts', 'no parts: a merged step can only be split into what was merged', received, hint);
  }
  if (unit.choice !== undefined) {
    const hint = `removeChoice(${quote(unit.id)}) before, and give the parts choices of their own`;
    const received = `${quote(unit.id)} with a choice of ${unit.choice.options.length + 1}`;
    return impossible(context, 'id', 'a step without choice: a choice is made once, for the whole', received, hint);
  }
  const before = context.issues.length;
  // The id of the whole becomes free.
  parts.forEach((part, index) => {
    if (part.id !== unit.id) needFreshId(context, part.id, at(at('parts', index), 'id'));
  });
  if (context.issues.length > before) return undefined;

  let passed = 0;
  const pieces = parts.map((part, index) => {
    const from = passed;
    const isLast = index === parts.length - 1;
    // The last takes what is left, so that rounding takes nothing from the whole.
    passed = isLast ? 1 : passed + part.share;
    return piece(unit, part, from, passed, isLast);
  });
  return order(unit, share(unit, pieces));
}

/** One piece, from share `from` to share `to` of the whole's time. */
function piece(whole: Interaction, part: SplitPart, from: number, to: number, isLast: boolean): Interaction {
  const {
    name: _name,
    durationText: _typed,
    after: _after,
    pin: _pin,
    affect,
    wait,
    failure,
    dropout,
    drawAs = whole.id,
    ...copied
  } = whole;
  const share = to - from;
  const tolerance = wait?.tolerance === undefined ? {} : { tolerance: wait.tolerance * share };
  const told = wait?.told === undefined ? {} : { told: wait.told * share };
  return {
    ...copied,
    id: part.id,
    duration: scaleParameter(whole.duration ?? 0, share),
    ...(part.name === undefined ? {} : { name: part.name }),
    ...(affect === undefined ? {} : { affect: divideAffect(affect as Affect, from, to) ?? affect }),
    ...(wait === undefined ? {} : { wait: { ...wait, ...tolerance, ...told } }),
    ...(isLast && failure !== undefined ? { failure } : {}),
    ...(isLast && dropout !== undefined ? { dropout } : {}),
    ...(drawAs === part.id ? {} : { drawAs }),
  };
}

/** A plain number of seconds adds up to the very same number again. */
function share(whole: Interaction, pieces: readonly Interaction[]): readonly Interaction[] {
  if (typeof whole.duration !== 'number') return pieces;
  const others = pieces.slice(0, -1).reduce((sum, one) => sum + (one.duration as number), 0);
  const last = { ...pieces.at(-1)!, duration: Math.max(0, whole.duration - others) };
  return [...pieces.slice(0, -1), last];
}

function partsShape() {
  const aShare = { error: bounded('a share of the duration, above 0 and at most 1', { min: 0, minExcluded: true, max: 1 }) };
  const share = z.number(aShare).check(z.positive(aShare), z.maximum(1, aShare));
  const part = z.strictObject({ id: newId, share, name: z.exactOptional(aName) }, { error: 'a part: { id, share }' });
  const atLeastTwo = { error: bounded('at least two parts: [{ id, share }, …]', { min: 2 }) };
  return z.array(part, atLeastTwo).check(z.minLength(2, atLeastTwo));
}

function checkShares(parts: readonly unknown[], issues: Issue[]): void {
  if (parts.length < 2) return;
  const shares = parts.map((part) => (isRecord(part) ? part['share'] : undefined));
  if (!shares.every((share) => typeof share === 'number' && share > 0 && share <= 1)) return;
  const sum = (shares as number[]).reduce((total, share) => total + share, 0);
  if (Math.abs(sum - 1) <= 1e-9) return;
  const hint = sum < 1 ? `${short(1 - sum)} of the duration is missing` : `${short(sum - 1)} too much`;
  issues.push({ code: 'shares', path: 'parts', expected: 'shares that sum to 1', received: `a sum of ${short(sum)}`, hint });
}

function short(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/**
 * The affect of one piece of a step, from share `from` to share `to` of its time. A level is the same in every piece; a line is cut into
 * pieces that together are the same line, where its inner points can be written down. Both ends of a line are drawn from one word, so an
 * inner point is the mixture of two quantile functions: writable between numbers and normals, between a distribution and a number, and
 * between equal distributions. Otherwise undefined.
 */
function divideAffect(affect: Affect, from: number, to: number): Affect | undefined {
  if (typeof affect !== 'object' || !('start' in affect)) return affect;
  const start = pointOn(affect, from);
  const end = pointOn(affect, to);
  return start === undefined || end === undefined ? undefined : { start, end };
}

function pointOn({ start, end }: AffectLine, share: number): Parameter | undefined {
  if (share <= 0) return start;
  if (share >= 1) return end;
  if (typeof start === 'number' && typeof end === 'number') return mixed(start, end, share);
  if (samePlain(start, end)) return start;
  const first = asNormal(start);
  const last = asNormal(end);
  if (first !== undefined && last !== undefined) {
    return { type: 'normal', mean: mixed(first.mean, last.mean, share), sd: mixed(first.sd, last.sd, share) };
  }
  if (typeof start === 'number')
    return { type: 'scaled', distribution: end as Exclude<Parameter, number>, scale: share, shift: (1 - share) * start };
  if (typeof end === 'number') return { type: 'scaled', distribution: start, scale: 1 - share, shift: share * end };
  return undefined;
}

function mixed(a: number, b: number, share: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), a + (b - a) * share));
}

/** A number is a normal without spread. */
function asNormal(parameter: Parameter): { readonly mean: number; readonly sd: number } | undefined {
  if (typeof parameter === 'number') return { mean: parameter, sd: 0 };
  return parameter.type === 'normal' ? parameter : undefined;
}
