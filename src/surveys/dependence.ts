import { exp } from '../numerics/exp';
import { findRoot } from '../numerics/find-root';
import { normalCdf, normalQuantile } from '../numerics/normal';
import type { DependenceEstimate } from './survey-types';

/** With fewer forms than this the ratings of one form cannot say how they go together: everybody's dependence is taken (judgement). */
export const fewForms = 30;

/** Ratings closer together than any one factor makes them are taken for this. */
const mostDependence = 0.999;
/** Places of the hidden factor, and how far they lie apart. */
const places = 121;
const between = 0.1;
/** Density of the factor at each place, times the distance. */
const density = /* @__PURE__ */ Float64Array.from({ length: places }, (_, place) => {
  const factor = factorAt(place);
  return (exp(-(factor * factor) / 2) * between) / 2.5066282746310002;
});

function factorAt(place: number): number {
  return (place - (places - 1) / 2) * between;
}

/** The values of one column with the latent places between them. */
interface Steps {
  readonly mean: number;
  readonly lowest: number;
  readonly jumps: readonly { readonly size: number; readonly from: number }[];
}

/**
 * ρ for which ratings cut from z = √ρ·g + √(1−ρ)·e, each at its own shares, go together as much as these do: over all pairs of ratings on one form
 * the sum of products around their means is what one factor would make it. So the spread of the mean rating of a form comes out as it is, and that
 * ratings have few values biases nothing.
 *
 * @param columns Ratings, NaN where there is none.
 * @param rows Which rows are looked at.
 */
export function dependenceOf(columns: readonly Float64Array[], rows: readonly number[], weights: Float64Array): DependenceEstimate {
  const steps = columns.map((column) => stepsOf(column, rows, weights));
  const count = columns.length;
  const together = new Float64Array(count * count);
  const perForm: { readonly weight: number; readonly product: number; readonly pairs: number }[] = [];
  let observed = 0;
  let pairsInAll = 0;
  for (const row of rows) {
    const rated: number[] = [];
    let sum = 0;
    let squares = 0;
    const weight = weights[row]!;
    for (let c = 0; c < count; c++) {
      const value = columns[c]![row]!;
      if (Number.isNaN(value)) continue;
      const distance = value - steps[c]!.mean;
      sum += distance;
      squares += distance * distance;
      for (const other of rated) together[other * count + c]! += weight;
      rated.push(c);
    }
    if (rated.length < 2) continue;
    const form = { weight, product: (sum * sum - squares) / 2, pairs: (rated.length * (rated.length - 1)) / 2 };
    perForm.push(form);
    observed += weight * form.product;
    pairsInAll += weight * form.pairs;
  }
  const n = perForm.length;
  if (!(observed > 0)) return { affect: 0, standardError: 0, n };
  const expected = (rho: number): number => expectedProducts(steps, together, rho);
  if (expected(mostDependence) <= observed) return { affect: expected(mostDependence) > 0 ? 1 : 0, standardError: 0, n };
  const affect = findRoot((rho) => expected(rho) - observed, 0, mostDependence);
  const half = Math.min(0.02, affect / 2, (mostDependence - affect) / 2);
  const slope = half > 0 ? (expected(affect + half) - expected(affect - half)) / (2 * half) : 0;
  const usual = observed / pairsInAll;
  let spread = 0;
  for (const { weight, product, pairs } of perForm) {
    const distance = weight * (product - pairs * usual);
    spread += distance * distance;
  }
  return { affect, standardError: slope > 0 ? Math.sqrt(spread) / slope : 0, n };
}

function stepsOf(column: Float64Array, rows: readonly number[], weights: Float64Array): Steps {
  const seen = new Map<number, number>();
  let whole = 0;
  let sum = 0;
  for (const row of rows) {
    const value = column[row]!;
    if (Number.isNaN(value)) continue;
    seen.set(value, (seen.get(value) ?? 0) + weights[row]!);
    whole += weights[row]!;
    sum += weights[row]! * value;
  }
  const values = [...seen.keys()].sort((a, b) => a - b);
  const jumps: { size: number; from: number }[] = [];
  let below = 0;
  values.slice(1).forEach((value, index) => {
    below += seen.get(values[index]!)! / whole;
    jumps.push({ size: value - values[index]!, from: normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, below))) });
  });
  return { mean: whole > 0 ? sum / whole : 0, lowest: values[0] ?? 0, jumps };
}

/** The sum of products that one factor of this share makes, over the pairs there are. */
function expectedProducts(steps: readonly Steps[], together: Float64Array, rho: number): number {
  const shared = Math.sqrt(rho);
  const own = Math.sqrt(1 - rho);
  const count = steps.length;
  const distances = new Float64Array(count);
  let total = 0;
  for (let place = 0; place < places; place++) {
    const factor = shared * factorAt(place);
    for (let c = 0; c < count; c++) {
      const { mean, lowest, jumps } = steps[c]!;
      let expected = lowest;
      for (const { size, from } of jumps) expected += size * normalCdf((factor - from) / own);
      distances[c] = expected - mean;
    }
    let products = 0;
    for (let a = 0; a < count; a++) {
      let partners = 0;
      for (let b = a + 1; b < count; b++) partners += together[a * count + b]! * distances[b]!;
      products += distances[a]! * partners;
    }
    total += density[place]! * products;
  }
  return total;
}
