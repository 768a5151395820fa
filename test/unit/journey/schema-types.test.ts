import { expect, expectTypeOf, test } from 'vitest';
import type * as z from 'zod/mini';
import type { journeySchemas } from '../../../src/journey/step-fields';
import type { numberSourceSchemas } from '../../../src/journey/source-fields';
import type { segmentSchemas } from '../../../src/journey/segment-fields';
import type { FieldsOf } from '../../../src/journey/fields';
import { text } from '../../../src/journey/schema-parts';
import type { AsWritten } from '../../../src/plain/as-written';
import type {
  Choice,
  Failure,
  InteractionInput,
  JourneyInput,
  NumberSource,
  OptionInput,
  Progress,
  Recovery,
  Response,
  SegmentInput,
  Source,
  WaitConditions,
} from '../../../src/journey/types';

/**
 * The schema's types can be written to, and know no undefined: the interfaces are read-only, and whoever writes may say undefined for what is
 * left out. Everything else must agree.
 */
type Readonlys<Data> = Data extends readonly (infer Item)[]
  ? readonly Readonlys<Item>[]
  : Data extends object
    ? string extends keyof Data
      ? { readonly [Key in keyof Data]: Readonlys<Data[Key]> }
      : AsWritten<{ readonly [Key in keyof Data]: Readonlys<Data[Key]> }>
    : Data;
type Written<Schema extends z.ZodMiniType> = Readonlys<z.input<Schema>>;

/** Fails to compile unless `Part` can stand where `Whole` is wanted. */
type Fits<Part extends Whole, Whole> = [Part, Whole];

test('the schema and the hand-written interfaces agree, both ways', () => {
  expectTypeOf<Fits<Written<typeof journeySchemas.option>, OptionInput>>().not.toBeAny();
  expectTypeOf<Fits<OptionInput, Written<typeof journeySchemas.option>>>().not.toBeAny();
  expectTypeOf<Fits<Written<typeof journeySchemas.step>, InteractionInput>>().not.toBeAny();
  expectTypeOf<Fits<InteractionInput, Written<typeof journeySchemas.step>>>().not.toBeAny();
  expectTypeOf<Fits<Written<typeof journeySchemas.journey>, JourneyInput>>().not.toBeAny();
  expectTypeOf<Fits<JourneyInput, Written<typeof journeySchemas.journey>>>().not.toBeAny();
  type SegmentShape = Omit<Written<typeof segmentSchemas.segment>, 'model'>;
  expectTypeOf<Fits<SegmentShape, Omit<SegmentInput, 'model'>>>().not.toBeAny();
  expectTypeOf<Fits<Omit<SegmentInput, 'model'>, SegmentShape>>().not.toBeAny();
  expectTypeOf<keyof SegmentInput>().toEqualTypeOf<keyof Written<typeof segmentSchemas.segment>>();
  expectTypeOf<keyof InteractionInput>().toEqualTypeOf<keyof Written<typeof journeySchemas.step>>();
  expectTypeOf<keyof OptionInput>().toEqualTypeOf<keyof Written<typeof journeySchemas.option>>();
  expectTypeOf<keyof Choice>().toEqualTypeOf<keyof Written<typeof journeySchemas.choice>>();
  expectTypeOf<keyof Failure>().toEqualTypeOf<keyof Written<typeof journeySchemas.failure>>();
  expectTypeOf<keyof Recovery>().toEqualTypeOf<keyof Written<typeof journeySchemas.recovery>>();
  expectTypeOf<keyof WaitConditions>().toEqualTypeOf<keyof Written<typeof journeySchemas.wait>>();
  expectTypeOf<keyof Progress>().toEqualTypeOf<keyof Written<typeof journeySchemas.progress>>();
  expectTypeOf<keyof Source>().toEqualTypeOf<keyof Written<typeof journeySchemas.source>>();
  expectTypeOf<keyof NumberSource>().toEqualTypeOf<keyof Written<typeof numberSourceSchemas.affect>>();
  expectTypeOf<keyof NumberSource>().toEqualTypeOf<keyof Written<typeof numberSourceSchemas.duration>>();
  expectTypeOf<keyof Response>().toEqualTypeOf<keyof Written<typeof segmentSchemas.response>>();
  expectTypeOf<keyof JourneyInput>().toEqualTypeOf<keyof Written<typeof journeySchemas.journey>>();
});

test('a field that is not read does not compile, and would else be dropped without a word', () => {
  const known = { probability: text('a probability'), affect: text('an affect'), duration: text('a duration') };
  // @ts-expect-error what is missing
  ({ affect: known.affect }) satisfies FieldsOf<Recovery>;
  // @ts-expect-error what is not known
  ({ ...known, notes: known.affect }) satisfies FieldsOf<Recovery>;
  expect(Object.keys(known satisfies FieldsOf<Recovery>)).toEqual(['probability', 'affect', 'duration']);
});
