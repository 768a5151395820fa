import type * as FastCheckModule from 'fast-check';
import { JourneyError } from '../errors/journey-error';
import { peek } from '../plain/plain-object';
import { quote } from '../errors/wording';

/** The functions of fast-check that are used here: versions 3 and 4 have all of them, with the same meaning. */
const used = ['constant', 'constantFrom', 'integer', 'double', 'boolean', 'string', 'array', 'tuple', 'record', 'oneof'] as const;

/** The fast-check module (`import fc from 'fast-check'`), version 3 or 4, whichever copy. */
export type FastCheck = { readonly [Name in (typeof used)[number]]: (...parameters: never[]) => unknown };

/**
 * An arbitrary that belongs to no particular copy of fast-check: it can be given to `fc.property`, `fc.tuple`, `fc.assert` … of the copy it
 * was made with, version 3 or 4. fast-check's own `Arbitrary` names classes with private members, and two copies of such a class are two
 * types even where they are the same to the letter; this names none.
 *
 * It is an arbitrary of fast-check in all it does. Only the methods fast-check calls on its own carry no types worth reading.
 */
export interface PortableArbitrary<Value> {
  /** Called by fast-check. */
  generate(random: never, biasFactor: number | undefined): never;
  /** Called by fast-check. */
  canShrinkWithoutContext(value: unknown): value is Value;
  /** Called by fast-check. */
  shrink(value: Value, context: unknown): never;
  filter<Kept extends Value>(refinement: (value: Value) => value is Kept): PortableArbitrary<Kept>;
  filter(predicate: (value: Value) => boolean): PortableArbitrary<Value>;
  map<Mapped>(mapper: (value: Value) => Mapped, unmapper?: (mapped: unknown) => Value): PortableArbitrary<Mapped>;
  chain<Chained>(chainer: (value: Value) => ArbitraryLike<Chained>): PortableArbitrary<Chained>;
  /** Methods of version 3, functions of their own in version 4. */
  readonly noShrink: never;
  readonly noBias: never;
}

/** What tells the type of the values of any arbitrary, of any copy of fast-check. */
export interface ArbitraryLike<Value> {
  canShrinkWithoutContext(value: unknown): value is Value;
}

/** What the builders see: fast-check with its own types, of the functions in use only. */
export type Fc = Pick<typeof FastCheckModule, (typeof used)[number]>;
export type Arbitrary<Value> = FastCheckModule.Arbitrary<Value>;

/** The module itself, once it has what is needed. */
export function useFastCheck(fc: FastCheck): Fc {
  const missing = used.filter((name) => typeof peek(fc, name) !== 'function');
  if (missing.length === 0) return fc as unknown as Fc;
  throw new JourneyError([
    {
      code: 'invalid-type',
      path: 'fc',
      expected: 'the fast-check module, version 3 or 4',
      received: missing.length === used.length ? quote(fc) : `a module without ${missing.join(', ')}`,
      hint: "import fc from 'fast-check'",
    },
  ]);
}
