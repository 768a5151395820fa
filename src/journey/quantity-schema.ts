import * as z from 'zod/mini';
import { longestDuration } from '../distributions/longest-duration';
import type { Distribution } from '../distributions/types';
import { quantityMark as error } from './schema-parts';

/*
 * Numbers, texts and distributions that stand for an amount. These schemas describe them for the published JSON Schema and tell whether one
 * is wrong; what is wrong is found and worded by `readQuantity`, so every issue here carries the mark that says so.
 */

const number = /* @__PURE__ */ z.number({ error });
const above0 = /* @__PURE__ */ z.number({ error }).check(/* @__PURE__ */ z.positive({ error }));
const from0 = /* @__PURE__ */ z.number({ error }).check(/* @__PURE__ */ z.nonnegative({ error }));
const numbers = /* @__PURE__ */ z.array(number, { error }).check(/* @__PURE__ */ z.minLength(1, { error }));

function typed<const Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) {
  return z.strictObject({ type: z.literal(type, { error }), ...shape }, { error });
}

function buildQuantities() {
  // Getters, because these hold distributions themselves.
  const component = z.strictObject(
    {
      weight: from0,
      get distribution() {
        return distribution;
      },
    },
    { error },
  );
  const mixture = typed('mixture', { components: z.array(component, { error }).check(z.minLength(1, { error })) });
  const scaled = z.strictObject(
    {
      type: z.literal('scaled', { error }),
      get distribution() {
        return distribution;
      },
      scale: number,
      shift: number,
    },
    { error },
  );
  const distribution: z.ZodMiniType<Distribution, Distribution> = z.discriminatedUnion(
    'type',
    [
      typed('constant', { value: number }),
      typed('uniform', { min: number, max: number }),
      typed('triangular', { min: number, mode: number, max: number }),
      typed('pert', { min: number, mode: number, max: number }),
      typed('normal', { mean: number, sd: above0 }),
      typed('truncatedNormal', { mean: number, sd: above0, min: z.exactOptional(number), max: z.exactOptional(number) }),
      typed('lognormal', { median: above0, sigma: above0 }),
      typed('gamma', { shape: above0, scale: above0 }),
      typed('weibull', { shape: above0, scale: above0 }),
      typed('exponential', { mean: above0 }),
      typed('beta', { alpha: above0, beta: above0, min: number, max: number }),
      typed('empirical', { values: numbers, weights: z.exactOptional(z.array(from0, { error })) }),
      typed('discrete', { values: numbers, probabilities: z.array(from0, { error }) }),
      mixture,
      scaled,
    ],
    { error },
  );
  const within = (min: number, max: number) => z.number({ error }).check(z.minimum(min, { error }), z.maximum(max, { error }));
  const orDistribution = <Amount extends z.core.$ZodType>(amount: Amount) => z.union([amount, distribution], { error });
  const level = within(-10, 10);
  const affectLine = z.strictObject({ start: orDistribution(level), end: orDistribution(level) }, { error });
  const rule = z.enum(['time-weighted', 'most-extreme'], { error });
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
