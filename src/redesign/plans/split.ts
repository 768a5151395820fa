import { at, quote } from '../../errors/wording';
import type { Affect, Interaction } from '../../journey/types';
import { divideAffect } from '../divide-line';
import type { FoundStepOrPart } from '../../journey/units';
import { impossible, needFreshId, needStepOrPart, type Ground } from '../ground';
import { omit } from '../omit';
import { listOf, repoint, type Recipe } from '../recipe';
import { scaleParameter } from '../scale-parameter';
import type { SplitEdit, SplitPart } from '../types';
import { listIds, writeIds } from '../words';

export function planSplit(ground: Ground, edit: SplitEdit): Recipe | undefined {
  const found = needStepOrPart(ground, edit.id, 'id', 'an option is one way through a step and stays whole');
  if (found === undefined) return undefined;
  const pieces = edit.parts === undefined ? undoMerge(ground, found) : divide(ground, found, edit.parts);
  if (pieces === undefined) return undefined;
  return (draft) => {
    const { list, index } = listOf(draft, found);
    list.splice(index, 1, ...pieces);
    repoint(
      draft,
      edit.id,
      pieces.map((piece) => piece.id),
    );
  };
}

function undoMerge(ground: Ground, { unit }: FoundStepOrPart): readonly Interaction[] | undefined {
  if (unit.parts === undefined) {
    const hint = `say into what: split(${quote(unit.id)}, [{ id: "${unit.id}-1", share: 0.5 }, { id: "${unit.id}-2", share: 0.5 }])`;
    return impossible(ground, 'id', 'a merged step, or parts to divide it into', `${quote(unit.id)}, which is not merged`, hint);
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

function divide(ground: Ground, found: FoundStepOrPart, parts: readonly SplitPart[]): readonly Interaction[] | undefined {
  const { unit } = found;
  if (unit.parts !== undefined) {
    const ids = unit.parts.map((part) => part.id);
    const hint = `split(${quote(unit.id)}) without parts gives back ${listIds(ids)}; divide one of these`;
    return impossible(
      ground,
      'parts',
      'no parts: a merged step can only be split into what was merged',
      writeIds(parts.map((part) => part.id)),
      hint,
    );
  }
  if (unit.choice !== undefined) {
    const hint = `removeChoice(${quote(unit.id)}) before, and give the parts choices of their own`;
    const received = `${quote(unit.id)} with a choice of ${unit.choice.options.length + 1}`;
    return impossible(ground, 'id', 'a step without choice: a choice is made once, for the whole', received, hint);
  }
  const before = ground.issues.length;
  // The id of the whole becomes free.
  parts.forEach((part, index) => {
    if (part.id !== unit.id) needFreshId(ground, part.id, at(at('parts', index), 'id'));
  });
  if (ground.issues.length > before) return undefined;

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
  const { affect, wait, failure, dropout, duration = 0, drawAs = whole.id } = whole;
  const copied = omit(whole, 'name', 'affect', 'wait', 'failure', 'dropout', 'drawAs', 'after', 'pin');
  const share = to - from;
  const tolerance = wait?.tolerance === undefined ? {} : { tolerance: wait.tolerance * share };
  return {
    ...copied,
    id: part.id,
    duration: scaleParameter(duration, share),
    ...(part.name === undefined ? {} : { name: part.name }),
    ...(affect === undefined ? {} : { affect: divideAffect(affect as Affect, from, to) ?? affect }),
    ...(wait === undefined ? {} : { wait: { ...wait, ...tolerance } }),
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
