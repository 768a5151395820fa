import * as z from 'zod/mini';
import type { Distribution } from '../distributions/types';
import { quantityMark as error, withoutEval } from './schema-parts';

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
  // Getters, because these hold distributions themselves; built here, so that none is built later with zod's compiled parsers.
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
  const distribution: z.ZodMiniType<Distribution> = z.discriminatedUnion(
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
  const parameter = z.union([number, distribution], { error });
  const affectLine = z.strictObject({ start: parameter, end: parameter }, { error });
  return {
    distribution,
    parameter,
    affectLine,
    affect: z.union([number, distribution, affectLine], { error }),
    mergedAffect: z.union([number, distribution, affectLine, z.enum(['time-weighted', 'most-extreme'], { error })], { error }),
    duration: z.union([from0, z.string({ error }), distribution], { error }),
    seconds: z.union([above0, z.string({ error })], { error }),
    secondsWritten: from0,
  };
}

export const quantities = /* @__PURE__ */ withoutEval(buildQuantities);
