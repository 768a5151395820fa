import type * as FastCheckModule from 'fast-check';
import { JourneyError } from '../errors/journey-error';
import { peek } from '../plain/plain-object';
import { quote } from '../errors/wording';

/** The functions of fast-check that are used here: versions 3 and 4 have all of them, with the same meaning. */
const used = ['constant', 'constantFrom', 'integer', 'double', 'boolean', 'string', 'array', 'tuple', 'record', 'oneof'] as const;

/** The fast-check module (`import fc from 'fast-check'`), version 3 or 4, whichever copy. */
export type FastCheck = { readonly [Name in (typeof used)[number]]: (...parameters: never[]) => unknown };

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
