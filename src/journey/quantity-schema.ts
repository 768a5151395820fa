import * as z from 'zod/mini';
import { longestDuration } from '../distributions/duration-units';
import { families, type Distribution } from '../distributions/families';
import { componentFields } from '../distributions/families/mixture';
import type { Field } from '../distributions/family';
import { quantityMark as error } from './schema-parts';

/*
 * Numbers, texts and distributions that stand for an amount. These schemas describe them for the published JSON Schema and tell whether one
 * is wrong; what is wrong is found and worded by `readQuantity`, so every issue here carries the mark that says so.
 */

const number = /* @__PURE__ */ z.number({ error });
const above0 = /* @__PURE__ */ z.number({ error }).check(/* @__PURE__ */ z.positive({ error }));
const from0 = /* @__PURE__ */ z.number({ error }).check(/* @__PURE__ */ z.nonnegative({ error }));

/** Every family of the catalogue by its fields. */
function buildDistribution(): z.ZodMiniType<Distribution, Distribution> {
  const kinds: { readonly [Kind in Field['holds']]: () => z.ZodMiniType } = {
    number: () => number,
    positive: () => above0,
    share: () => from0,
    numbers: () => z.array(number, { error }).check(z.minLength(1, { error })),
    weights: () => z.array(from0, { error }),
    distribution: () => distribution,
    components: () => z.array(shapeOf(componentFields), { error }).check(z.minLength(1, { error })),
  };
  // Getters, because these hold distributions themselves.
  const shapeOf = (fields: { readonly [key: string]: Pick<Field, 'holds' | 'optional'> }, shape: z.core.$ZodShape = {}) => {
    for (const [key, { holds, optional }] of Object.entries(fields)) {
      const get = (): z.ZodMiniType => (optional === true ? z.exactOptional(kinds[holds]()) : kinds[holds]());
      Object.defineProperty(shape, key, { enumerable: true, get });
    }
    return z.strictObject(shape, { error });
  };
  const shapes = Object.values(families).map(({ type, fields }) => shapeOf(fields, { type: z.literal(type, { error }) }));
  const distribution = z.discriminatedUnion('type', shapes as unknown as [z.core.$ZodTypeDiscriminable], { error });
  return distribution as unknown as z.ZodMiniType<Distribution, Distribution>;
}

function buildQuantities() {
  const distribution = buildDistribution();
  const within = (min: number, max: number) => z.number({ error }).check(z.minimum(min, { error }), z.maximum(max, { error }));
  const orDistribution = <Amount extends z.core.$ZodType>(amount: Amount) => z.union([amount, distribution], { error });
  const level = within(-10, 10);
  const affectLine = z.strictObject({ start: orDistribution(level), end: orDistribution(level) }, { error });
  const rule = z.enum(['kept', 'time-weighted'], { error });
  const text = z.string({ error });
  const seconds = within(0, longestDuration);
  return {
    distribution,
    affectLine,
    /** Any number, or a distribution. */
    parameter: orDistribution(number),
    level: orDistribution(level),
    affect: z.union([level, distribution, affectLine], { error }),
    mergedAffect: z.union([level, distribution, affectLine, rule], { error }),
    loss: orDistribution(within(-20, 0)),
    gain: orDistribution(within(0, 20)),
    effort: orDistribution(within(0, 10)),
    duration: z.union([seconds, text, distribution], { error }),
    seconds: z.union([z.number({ error }).check(z.positive({ error }), z.maximum(longestDuration, { error })), text], { error }),
  };
}

export const quantities = /* @__PURE__ */ buildQuantities();
