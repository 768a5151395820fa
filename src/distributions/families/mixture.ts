import type { Issue } from '../../errors/issue';
import { at, quote } from '../../errors/wording';
import { findRoot } from '../../numerics/find-root';
import { isList, openAt } from '../../plain/plain-object';
import { inside, readFields, type Family, type Field, type ReadInner, type Typed } from '../family';
import { numberUnder, onlyKeys, openItems, type NumberRule } from '../fields';
import type { ProbabilityLaw } from '../law';
import { checkSum } from '../shares';
import { firstIndex, stepsForm, stepsFrom, type WeightedForm, type Steps } from '../simple';

/** One part of a mixture. */
export interface MixturePart {
  readonly weight: number;
  readonly distribution: Typed;
}

/** The mixture, its public type and constructor standing where the whole catalogue is known. */
export const mixtureFamily: Family<{ readonly type: 'mixture'; readonly components: readonly MixturePart[] }> = {
  type: 'mixture',
  fields: { components: /* @__PURE__ */ componentList() },
  simplify: ({ components }, { scale, shift }, simplify) => {
    const total = components.reduce((sum, { weight }) => sum + weight, 0);
    const parts = components
      .filter(({ weight }) => weight > 0)
      .flatMap(({ weight, distribution }): readonly WeightedForm[] => {
        const form = simplify(distribution, scale, shift);
        if (form.parts === undefined) return [{ weight: weight / total, form }];
        return form.parts.map((inner) => ({ weight: (weight / total) * inner.weight, form: inner.form }));
      });
    if (parts.length === 1) return parts[0]!.form;
    if (parts.every(({ form }) => form.steps !== undefined)) return stepsForm(mergeSteps(parts));
    return { law: () => mixtureLaw(parts.map(({ weight, form }) => ({ weight, law: form.law() }))), parts };
  },
};

function mergeSteps(parts: readonly WeightedForm[]): Steps {
  const pairs = parts.flatMap(({ weight, form }) =>
    form.steps!.values.map((value, i) => ({ value, mass: weight * form.steps!.masses[i]! })),
  );
  pairs.sort((a, b) => a.value - b.value);
  return stepsFrom(
    pairs.map(({ value }) => value),
    pairs.map(({ mass }) => mass),
  );
}

/** The most parts of one mixture, and the most distributions in one. */
export const mostParts = 1000;
const takesCounts = 'the constructor mixture() takes a count of any size, such as 3 and 7, in place of each weight';
const weightRule: NumberRule = { expected: 'a weight from 0 to 1', holds: (value) => value >= 0 && value <= 1, hint: takesCounts };

/** What is written of each part. */
export const componentFields = { weight: /* @__PURE__ */ share(), distribution: /* @__PURE__ */ inside() };

function share(): Field {
  return { holds: 'share', read: (entry, key) => numberUnder(entry, key, weightRule) };
}

function componentList(): Field {
  return {
    holds: 'components',
    read: (entry, key, inner) => readComponents(entry.fields[key], at(entry.path, key), entry.issues, inner),
    times: (components, _, inner) =>
      (components as readonly MixturePart[]).map((one) => ({ ...one, distribution: inner(one.distribution) })),
  };
}

/** The parts of a mixture, wherever they were written. */
function readComponents(list: unknown, path: string, issues: Issue[], inner: ReadInner): readonly MixturePart[] | undefined {
  if (!isList(list)) {
    const received = list === undefined ? 'nothing' : quote(list);
    issues.push({ code: list === undefined ? 'missing' : 'invalid-type', path, expected: 'a list of { weight, distribution }', received });
    return undefined;
  }
  const before = issues.length;
  const items = openItems(list, path, mostParts, issues);
  if (issues.length > before) return undefined;
  if (items.length === 0) {
    issues.push({ code: 'missing', path, expected: 'at least one component', received: 'an empty list' });
    return undefined;
  }
  const components = items.flatMap((item, i): Partial<MixturePart>[] => {
    const place = at(path, i);
    const fields = openAt(item, place, 'an object with weight and distribution', issues);
    if (fields === undefined) return [];
    const entry = { fields, path: place, issues };
    onlyKeys(entry, Object.keys(componentFields), { count: takesCounts });
    return [readFields(componentFields, entry, inner)];
  });
  // Where only distributions are at fault, weights are judged all the same.
  const weights = components.flatMap(({ weight }) => weight ?? []);
  if (weights.length === items.length) checkSum(weights, 'weights', path, issues, takesCounts);
  return components as readonly MixturePart[];
}

/** Where each part's own lower end, middle and upper end are looked for. */
const landmarkShares = [0.0001, 0.02, 0.5, 0.98, 0.9999];

/** Several laws in one, with a true inverse: the smallest value whose share reaches p, jumps and gaps included. Weights sum to 1. */
function mixtureLaw(components: readonly { readonly weight: number; readonly law: ProbabilityLaw }[]): ProbabilityLaw {
  const sum = (of: (law: ProbabilityLaw) => number): number => components.reduce((total, { weight, law }) => total + weight * of(law), 0);
  const mean = sum((law) => law.mean);
  const marks = [...new Set(components.flatMap(({ law }) => law.marks))].sort((a, b) => a - b);
  const cdf = (x: number): number =>
    Math.min(
      1,
      sum((law) => law.cdf(x)),
    );
  const below = (x: number): number =>
    Math.min(
      1,
      sum((law) => law.below(x)),
    );

  const quantile = (p: number): number => {
    const next = firstIndex(marks.length, (i) => cdf(marks[i]!) >= p);
    const jump = marks[next];
    if (jump !== undefined && below(jump) < p) return jump;
    // Here the cdf has no jumps, and no component has passed p at `low` or missed it at `high`.
    let low = Infinity;
    let high = -Infinity;
    for (const { law } of components) {
      const value = law.quantile(p);
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    return findRoot((x) => cdf(x) - p, Math.max(low, marks[next - 1] ?? -Infinity), Math.min(high, jump ?? Infinity));
  };
  return {
    min: components.reduce((least, { law }) => Math.min(least, law.min), Infinity),
    max: components.reduce((most, { law }) => Math.max(most, law.max), -Infinity),
    mean,
    variance: sum((law) => law.variance + (law.mean - mean) * (law.mean - mean)),
    marks,
    landmarks: () => components.flatMap(({ law }) => [...landmarkShares, ...law.landmarks()].map((p) => cdf(law.quantile(p)))),
    cdf,
    below,
    quantile,
  };
}
