import { waitConditions } from '../journey/wait-conditions';
import type {
  Affect,
  Choice,
  Failure,
  Interaction,
  MergedAffect,
  NumberSource,
  Source,
  SourceKind,
  WaitConditions,
} from '../journey/types';
import type { Parameter } from '../model/types';
import { makeAmounts, type Amounts } from './amounts';
import type { Allowed } from './constraints';
import type { Arbitrary, Fc } from './fast-check';
import { lists, maybe, simplestFirst } from './maybe';
import { between, seconds, shares } from './quantities';

/** What every step, part and option may have beside its name. Undefined: not there. */
interface SharedSeed {
  readonly notes: NotesSeed | undefined;
  readonly channel: string | undefined;
  readonly stage: string | undefined;
  readonly kind: 'service' | 'wait' | 'gap' | undefined;
}
/** A step without the names and neighbours it gets when it is put into a journey. */
export interface PlainSeed extends SharedSeed {
  readonly duration: Parameter;
  readonly affect: Affect | undefined;
  readonly effort: Parameter | undefined;
  readonly anxious: number | undefined;
  readonly wait: WaitConditions | undefined;
  readonly failure: Failure | undefined;
  readonly dropout: number | undefined;
  readonly leavingAffect: number | undefined;
  readonly skip: number | undefined;
}
export interface OptionSeed extends PlainSeed {
  readonly appeal: number | undefined;
  readonly available: boolean | undefined;
}
export interface ServiceSeed extends PlainSeed {
  readonly choice:
    | {
        readonly options: readonly OptionSeed[];
        readonly appeal: number | undefined;
        readonly difficulty: number | undefined;
        readonly none: Choice['none'];
      }
    | undefined;
  readonly order: OrderSeed;
}
interface MergedSeed extends SharedSeed {
  readonly affect: Affect | MergedAffect | undefined;
  readonly parts: readonly StepSeed[];
  readonly order: OrderSeed;
}
export type StepSeed = ServiceSeed | MergedSeed;

/** What says something about a step and does nothing to anybody. */
export interface NotesSeed {
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly source: Source | undefined;
  readonly extensions: { readonly [key: string]: unknown } | undefined;
  /** The stream of an earlier step by number, or one of another name. */
  readonly drawAs: number | undefined;
  readonly words: Partial<Pick<Interaction, 'note' | 'touchpoints' | 'pains' | 'actors'>> | undefined;
}
interface OrderSeed {
  /** Earlier steps by number, modulo how many there are. */
  readonly after: readonly number[] | undefined;
  readonly pinned: boolean;
}

/** What all seeds of one kind of step are made from. */
interface Kit {
  readonly fc: Fc;
  readonly allowed: Allowed;
  readonly amounts: Amounts;
}

export function makeKit(fc: Fc, allowed: Allowed): Kit {
  return { fc, allowed, amounts: makeAmounts(fc, allowed) };
}

/** Any step: plain, waiting, with a choice, or merged. `depth`: how many merges may stand inside one another. */
export function stepSeeds(kit: Kit, depth = 2): Arbitrary<StepSeed> {
  const service = serviceSeeds(kit);
  let any: Arbitrary<StepSeed> = service;
  for (let level = 0; kit.allowed.merges && level < depth; level++) {
    any = simplestFirst<StepSeed>(kit.fc, [
      [7, service],
      [1, mergedSeeds(kit, any)],
    ]);
  }
  return any;
}

export function serviceSeeds(kit: Kit, only: 'wait' | 'choice' | 'option' | undefined = undefined): Arbitrary<ServiceSeed> {
  const { fc, allowed } = kit;
  const options = lists(fc, optionSeeds(kit), { min: 1, max: 3 });
  const chosen = fc.record({
    options,
    appeal: maybe(fc, appeals(fc)),
    difficulty: maybe(fc, shares(fc)),
    none: maybe(fc, fc.record({ appeal: appeals(fc) }), 1, 4),
  });
  return fc
    .tuple(
      plainSeeds(kit, only === 'wait'),
      only === 'choice' ? chosen : allowed.choices ? maybe(fc, chosen, 1, 5) : fc.constant(undefined),
      orderSeeds(fc),
      allowed.waits && only === undefined ? maybe(fc, fc.constant('gap' as const), 1, 11) : fc.constant(undefined),
    )
    .map(([plain, choice, order, gap]) =>
      gap === undefined ? { ...plain, choice, order } : { ...asGap(plain), choice: undefined, order },
    );
}

/** Time that passes, of which nothing is felt. */
function asGap(plain: PlainSeed): PlainSeed {
  return { ...plain, kind: 'gap', affect: undefined, effort: undefined, anxious: undefined, wait: undefined, failure: undefined };
}

function mergedSeeds(kit: Kit, part: Arbitrary<StepSeed>): Arbitrary<MergedSeed> {
  const { fc, amounts } = kit;
  return fc.record({
    ...sharedSeeds(kit),
    affect: amounts.mergedAffect,
    // With one part left it is that part: so a step inside a merge shrinks to a step of its own.
    parts: lists(fc, part, { min: 2, max: 3, keep: 1 }),
    order: orderSeeds(fc),
  });
}

function optionSeeds(kit: Kit): Arbitrary<OptionSeed> {
  const { fc } = kit;
  return fc
    .tuple(plainSeeds(kit, false), maybe(fc, appeals(fc)), maybe(fc, fc.boolean()))
    .map(([plain, appeal, available]) => ({ ...plain, appeal, available }));
}

function plainSeeds(kit: Kit, waiting: boolean): Arbitrary<PlainSeed> {
  const { fc, allowed, amounts } = kit;
  const never = fc.constant(undefined);
  return (
    fc
      .record({
        ...sharedSeeds(kit),
        ...(waiting ? { kind: fc.constant('wait' as const) } : {}),
        duration: amounts.duration,
        affect: maybe(fc, amounts.affect, 4, 1),
        effort: allowed.efforts ? maybe(fc, amounts.effort) : never,
        anxious: allowed.choices || allowed.waits ? maybe(fc, shares(fc), 1, 5) : never,
        wait: waiting || allowed.waits ? maybe(fc, conditions(fc, allowed), 2, 1) : never,
        failure: allowed.failures ? maybe(fc, failures(kit), 1, 4) : never,
        dropout: allowed.dropouts ? maybe(fc, shares(fc), 1, 4) : never,
        leavingAffect: allowed.dropouts ? maybe(fc, between(fc, -10, 0), 1, 9) : never,
        skip: allowed.skips ? maybe(fc, shares(fc), 1, 5) : never,
      })
      .map((seed) => (seed.kind === 'wait' ? seed : { ...seed, wait: undefined }))
      // Of a wait the one or the other.
      .map((seed) => (seed.wait?.anxious === undefined ? seed : { ...seed, anxious: undefined }))
  );
}

function sharedSeeds({ fc, allowed }: Kit): { readonly [Key in keyof SharedSeed]: Arbitrary<SharedSeed[Key]> } {
  const names = (known: readonly string[]): Arbitrary<string | undefined> =>
    known.length === 0 ? fc.constant(undefined) : maybe(fc, fc.constantFrom(...known), 1, 2);
  return {
    notes: notesSeeds(fc, allowed),
    channel: names(allowed.channels),
    stage: names(allowed.stages),
    kind: simplestFirst<SharedSeed['kind']>(fc, [
      [4, fc.constant(undefined)],
      [allowed.waits ? 2 : 0, fc.constant('wait')],
      [1, fc.constant('service')],
    ]),
  };
}

function conditions(fc: Fc, allowed: Allowed): Arbitrary<WaitConditions> {
  const arbitraryOf = (kind: (typeof waitConditions)[keyof WaitConditions]['kind']): Arbitrary<unknown> => {
    if (kind === 'share') return shares(fc);
    if (kind === 'flag') return fc.boolean();
    return kind === 'seconds' ? seconds(fc, { min: 1, max: Math.max(1, allowed.maxDuration) }) : fc.constantFrom(...kind);
  };
  const each = Object.entries(waitConditions).map(([name, { kind }]) => [name, maybe(fc, arbitraryOf(kind))]);
  return fc.record(Object.fromEntries(each) as Record<string, Arbitrary<unknown>>).map((made) => made as WaitConditions);
}

function failures({ fc, allowed, amounts: { duration, loss, gain, level } }: Kit): Arbitrary<Failure> {
  const wait = allowed.waits ? conditions(fc, allowed) : fc.constant(undefined);
  const retryWait = fc.tuple(wait, duration, maybe(fc, level)).map(([said, lasts, affect]) => ({ ...said, duration: lasts, affect }));
  const moment = (affect: Arbitrary<Parameter>) => ({ probability: shares(fc), affect, duration: maybe(fc, duration) });
  const retry = fc.record({ atMost: fc.integer({ min: 1, max: 3 }), wait: allowed.waits ? maybe(fc, retryWait) : fc.constant(undefined) });
  return fc
    .record({
      ...moment(loss),
      wait: maybe(fc, wait, 1, 5),
      recovery: maybe(fc, fc.record(moment(gain)), 1, 1),
      retry: maybe(fc, retry, 1, 5),
    })
    .map((failure) => failure as Failure);
}

/** Logits. */
function appeals(fc: Fc): Arbitrary<number> {
  return between(fc, -5, 5);
}

function orderSeeds(fc: Fc): Arbitrary<OrderSeed> {
  return fc.record({
    after: maybe(fc, lists(fc, index(fc), { min: 1, max: 2 }), 1, 5),
    pinned: maybe(fc, fc.constant(true), 1, 9).map((pinned) => pinned === true),
  });
}

/** Where numbers are from, each field there or not. */
export function sources(fc: Fc): Arbitrary<Source> {
  const kind = fc.constantFrom<SourceKind>('measured', 'literature', 'expert', 'guess');
  const n = fc.integer({ min: 1, max: 5000 });
  const number = (min: number, max: number): Arbitrary<NumberSource> =>
    fc.record({ kind, n, within: between(fc, min, max) }, { requiredKeys: [] });
  const all = { kind, note: fc.string({ minLength: 1, maxLength: 12 }), n, affect: number(0, 4), duration: number(1, 3) };
  return fc.record(all, { requiredKeys: ['kind'] });
}

function notesSeeds(fc: Fc, allowed: Allowed): Arbitrary<NotesSeed | undefined> {
  if (!allowed.notes) return fc.constant(undefined);
  const text = fc.string({ minLength: 1, maxLength: 12 });
  const notes = fc.record({
    id: maybe(fc, text),
    name: maybe(fc, text),
    source: maybe(fc, sources(fc)),
    extensions: maybe(
      fc,
      fc.record({
        note: simplestFirst<unknown>(fc, [
          [1, fc.constant(null)],
          [1, fc.boolean()],
          [1, fc.array(text, { maxLength: 2 })],
        ]),
      }),
    ),
    drawAs: maybe(fc, index(fc)),
    words: maybe(
      fc,
      words(
        fc,
        text.filter((one) => one.trim() !== ''),
      ),
      1,
      3,
    ),
  });
  return maybe(fc, notes as Arbitrary<NotesSeed>, 1, 4);
}

/** What is said for readers, of which each may be missing. */
function words(fc: Fc, text: Arbitrary<string>): Arbitrary<NonNullable<NotesSeed['words']>> {
  const some = fc.array(text, { maxLength: 3 });
  return fc.record({ note: text, touchpoints: some, pains: some, actors: some }, { requiredKeys: [] }) as Arbitrary<
    NonNullable<NotesSeed['words']>
  >;
}

function index(fc: Fc): Arbitrary<number> {
  return fc.integer({ min: 0, max: 99 });
}
