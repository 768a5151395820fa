import type { AffectLine, Interaction, Option } from '../journey/types';
import type { Arbitrary, Fc } from './fast-check';
import { maybe, withoutGaps } from './maybe';
import type { NotesSeed, OptionSeed, PlainSeed, StepSeed } from './step-seeds';

/** Everything that already has a name, in written order. */
interface Names {
  readonly taken: Set<string>;
  /** Ids of steps, parts and options that are finished: what a later step may come after. */
  readonly finished: string[];
  readonly orders: boolean;
  readonly numbered: boolean;
}

interface Place {
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

/**
 * Seeds become steps: each gets an id nobody has, comes after steps that are there, and is pinned where it stands. Everything hangs on the
 * seeds alone, so that a shorter list of seeds is a shorter journey and nothing else.
 */
export function assembleSteps(seeds: readonly StepSeed[], orders: boolean, numbered = false): Interaction[] {
  const names: Names = { taken: new Set(), finished: [], orders, numbered };
  return seeds.map((seed, index) => step(seed, names, `step-${index + 1}`, { isFirst: index === 0, isLast: index === seeds.length - 1 }));
}

function step(seed: StepSeed, names: Names, usualId: string, place: Place): Interaction {
  if ('parts' in seed && seed.parts.length === 1) {
    const [part] = seed.parts as [StepSeed];
    return step(part.kind === undefined ? { ...part, kind: seed.kind } : part, names, usualId, place);
  }
  const id = freeId(seed.notes, names, usualId);
  const shared = { ...told(seed.notes, names, id), stage: seed.stage, channel: seed.channel, kind: seed.kind };
  const order = orderOf(seed, names, place);
  if ('parts' in seed) {
    const last = seed.parts.length - 1;
    const parts = seed.parts.map((part, index) =>
      step(part, names, `${usualId}-${index + 1}`, { isFirst: place.isFirst && index === 0, isLast: place.isLast && index === last }),
    );
    names.finished.push(id);
    return withoutGaps({ ...shared, affect: seed.affect, parts, ...order }) as object as Interaction;
  }
  const { choice } = seed;
  const options = choice?.options.map((one, index) => option(one, names, `${usualId}-option-${index + 1}`));
  names.finished.push(id, ...(options ?? []).map((one) => one.id));
  return withoutGaps({
    ...shared,
    ...lived(seed),
    ...typed(seed),
    choice: choice === undefined ? undefined : { ...choice, options },
    ...order,
  }) as object as Interaction;
}

function option(seed: OptionSeed, names: Names, usualId: string): Option {
  const id = freeId(seed.notes, names, usualId);
  return withoutGaps({
    ...told(seed.notes, names, id),
    channel: seed.channel,
    kind: seed.kind,
    ...lived(seed),
    ...typed(seed),
    appeal: seed.appeal,
    available: seed.available,
  }) as object as Option;
}

function lived({ duration, affect, effort, anxious, wait, failure, dropout, leavingAffect, skip }: PlainSeed): object {
  return { duration, affect: affect as number | AffectLine | undefined, effort, anxious, wait, failure, dropout, leavingAffect, skip };
}

/** What somebody may have typed for a duration of whole seconds: beside other words. */
function typed({ notes, duration }: PlainSeed): object {
  const isWhole = typeof duration === 'number' && Number.isInteger(duration) && duration < 1e9;
  return notes?.words === undefined || !isWhole ? {} : { durationText: `${duration} s` };
}

/** The id a seed asks for, where it can serve as one, else the usual one. */
function freeId(notes: NotesSeed | undefined, names: Names, usualId: string): string {
  const wanted = notes?.id;
  const fits = wanted !== undefined && isPossibleId(wanted) && !names.taken.has(wanted);
  const id = fits ? wanted : names.numbered ? numberedId(names.taken) : usualId;
  names.taken.add(id);
  return id;
}

const idsWithAMeaning: readonly string[] = ['__proto__', 'constructor', 'prototype', '*'];

function isPossibleId(id: string): boolean {
  return id.trim() !== '' && !idsWithAMeaning.includes(id) && !/^(stage:|channel:|step-)/.test(id);
}

function told(notes: NotesSeed | undefined, names: Names, id: string): object {
  if (notes === undefined) return { id };
  const { name, source, extensions, drawAs, words } = notes;
  const stream = drawAs === undefined ? undefined : (names.finished[drawAs % (names.finished.length + 1)] ?? `stream-${drawAs}`);
  return { id, name: name?.trim() === '' ? undefined : name, ...words, source, extensions, drawAs: stream };
}

function orderOf(seed: StepSeed, names: Names, { isFirst, isLast }: Place): object {
  if (!names.orders) return {};
  const { after, pinned } = seed.order;
  const { finished } = names;
  const earlier =
    after === undefined || finished.length === 0 ? undefined : [...new Set(after.map((number) => finished[number % finished.length]!))];
  return { after: earlier, pin: !pinned ? undefined : isFirst ? 'first' : isLast ? 'last' : undefined };
}

/**
 * Whether ids are whole numbers, as in sheets and databases. They count down: an object keyed by them lists them the other way round, so
 * whoever takes the order of its keys for that of the steps is found out.
 */
export function numbered(fc: Fc): Arbitrary<boolean> {
  return maybe(fc, fc.constant(true), 1, 3).map((one) => one === true);
}

/** The next id that nobody has. */
export function numberedId(taken: ReadonlySet<string>): string {
  let number = 9999 - taken.size;
  while (taken.has(String(number))) number--;
  return String(number);
}
