import { lawOf, type Distribution } from '../distributions/families';
import type { Sampler } from '../distributions/fill-columns';
import { compileSampler } from '../distributions/sampler';
import { log } from '../numerics/log';
import { power } from '../numerics/power';
import type { Purpose } from '../random/purposes';
import type { Column } from './column';
import { once } from '../plain/once';

const nothing = new Float64Array(0);
const noWords = new Int32Array(0);

/**
 * Which column of a plan, and what stands in it for the block at hand, once `SegmentColumns` has filled it: one value a customer, or one for
 * everybody. Two alike are one slot.
 */
export class Slot implements Column {
  values: Float64Array = nothing;
  mask = 0;
  /** Of a uniform that is only compared: its words. */
  words: Int32Array = noWords;
  #mean: number | undefined;

  constructor(
    readonly id: number,
    readonly recipe: ColumnRecipe,
    readonly key: string,
  ) {
    if (recipe.kind === 'constant') this.values = Float64Array.of(recipe.value);
  }

  /** The value of the customer at a place in the block. */
  of(place: number): number {
    return this.values[place & this.mask]!;
  }

  /** The value that is the same for everybody, else undefined. */
  get constant(): number | undefined {
    return this.recipe.kind === 'constant' ? this.recipe.value : undefined;
  }

  /** One name in any two plans of a segment stands for the same column. */
  get name(): string {
    const { recipe, key } = this;
    return recipe.kind === 'derived' ? `${recipe.name}(${recipe.inputs.map((input) => input.name).join(', ')})` : key;
  }

  /** Mean of the column, as far as its bounds leave it alone; 0 where it is made from others. */
  get mean(): number {
    return (this.#mean ??= this.#worked());
  }

  #worked(): number {
    const { recipe } = this;
    if (recipe.kind === 'constant') return recipe.value;
    return recipe.kind === 'draw' && recipe.from !== undefined ? lawOf(recipe.from).mean : 0;
  }

  /** Empty until it is filled again; a constant stays. */
  clear(): void {
    if (this.recipe.kind === 'constant') return;
    this.values = nothing;
    this.words = noWords;
  }
}

/** How one column comes about. Every kind is a pure function of (seed, segment, what stands here, customer). */
export type ColumnRecipe =
  | { readonly kind: 'constant'; readonly value: number }
  | NormalsRecipe
  | DrawRecipe
  /** `factor · x^exponent` of another column. */
  | { readonly kind: 'power'; readonly key: string; readonly of: Slot; readonly exponent: number; readonly factor: number }
  /** Computed from other columns, customer by customer: only where a model parameter differs between customers. */
  | DerivedRecipe;

/** `name` tells two computations apart. */
export interface DerivedRecipe {
  readonly kind: 'derived';
  readonly name: string;
  readonly inputs: readonly Slot[];
  readonly compute: (values: Float64Array) => number;
}

/** Standard normal numbers of one stream and purpose: made once, whatever is drawn from them. */
export interface NormalsRecipe {
  readonly kind: 'normals';
  readonly stream: string;
  readonly purpose: Purpose;
  /** The customer's hidden factor they lean on, and how strongly (ρ). */
  readonly factor: { readonly purpose: Purpose; readonly rho: number } | undefined;
}

export interface DrawRecipe {
  readonly kind: 'draw';
  readonly key: string;
  readonly stream: string;
  readonly purpose: Purpose;
  readonly sampler: Sampler;
  /** The distribution itself; undefined where the column was made from another. */
  readonly from: Distribution | undefined;
  /** What it is drawn from; undefined: straight from the uniforms. */
  readonly normals: Slot | undefined;
  /** Kept within these bounds, where they are given. */
  readonly between: Bounds | undefined;
}

export type Bounds = readonly [low: number, high: number];

export interface DrawOptions {
  /** Multiplies and shifts what is drawn, before the bounds. */
  readonly scale?: number;
  readonly shift?: number;
  readonly between?: Bounds | undefined;
  readonly factor?: { readonly purpose: Purpose; readonly rho: number };
}

/**
 * All columns of one segment, each once: journeys compared with one another share what they have in common, and a step that two
 * journeys draw alike is drawn once.
 */
export class ColumnPlan {
  readonly slots: Slot[] = [];
  /** Those with a column of the block at hand, whoever filled it. */
  readonly filled: Slot[] = [];
  readonly #known = new Map<string, Slot>();

  constant(value: number): Slot {
    // −0 is 0 here: two constants of one name must be one value, and nobody is to divide by −0.
    const plain = value === 0 ? 0 : value;
    return this.#intern(`constant ${plain}`, () => ({ kind: 'constant', value: plain }));
  }

  /** A draw from `distribution` on the stream of `stream` (a `drawAs`), for `purpose`. A number is a constant and draws nothing. */
  draw(stream: string, purpose: Purpose, distribution: number | Distribution, options: DrawOptions = {}): Slot {
    const { scale = 1, shift = 0, between, factor } = options;
    if (typeof distribution === 'number') return this.constant(bounded(distribution * scale + shift, between));
    const leans = factor !== undefined && factor.rho > 0 ? factor : undefined;
    const leaning = leans === undefined ? '' : `${leans.purpose} ${leans.rho}`;
    const key = `draw ${stream.length}:${stream} ${purpose} ${textOf(distribution)} ${scale} ${shift} [${between}] ${leaning}`;
    return this.#intern(key, () => {
      const from: Distribution = scale === 1 && shift === 0 ? distribution : { type: 'scaled', distribution, scale, shift };
      const sampler = compileSampler(from);
      if (sampler.kind === 'constant') return { kind: 'constant', value: bounded(sampler.value, between) };
      const normals = sampler.input === 'normal' || leans !== undefined ? this.#normals(stream, purpose, leans) : undefined;
      return { kind: 'draw', key, stream, purpose, sampler, from, normals, between };
    });
  }

  /** `factor · x^exponent` of a drawn column. Of a log-normal it is another log-normal from the same normals, which is cheaper. */
  power(of: Slot, exponent: number, factor: number): Slot {
    const { recipe } = of;
    if (recipe.kind === 'constant') return this.constant(recipe.value === 0 ? 0 : factor * power(recipe.value, exponent));
    if (recipe.kind !== 'draw') throw new Error('only drawn columns have powers of their own');
    const key = `power ${exponent} ${factor} of ${recipe.key}`;
    const { sampler } = recipe;
    if (sampler.kind === 'lognormal' && recipe.between === undefined) {
      const { kind, stream, purpose, normals, between } = recipe;
      const logMedian = exponent * sampler.logMedian + log(factor);
      const powered: Sampler = { kind: 'lognormal', input: 'normal', logMedian, sigma: exponent * sampler.sigma };
      return this.#intern(key, () => ({ kind, key, stream, purpose, sampler: powered, from: undefined, normals, between }));
    }
    return this.#intern(key, () => ({ kind: 'power', key, of, exponent, factor }));
  }

  /** Empties every slot. */
  clear(): void {
    for (const slot of this.filled) slot.clear();
    this.filled.length = 0;
  }

  #normals(stream: string, purpose: Purpose, factor: NormalsRecipe['factor']): Slot {
    const leaning = factor === undefined ? '' : `${factor.purpose} ${factor.rho}`;
    return this.#intern(`normals ${stream.length}:${stream} ${purpose} ${leaning}`, () => ({ kind: 'normals', stream, purpose, factor }));
  }

  /** A column computed from others. With constant inputs it is a constant. `name` tells two computations apart. */
  derive(name: string, inputs: readonly Slot[], compute: (values: Float64Array) => number): Slot {
    const recipes = inputs.map(({ recipe }) => recipe);
    if (recipes.every((recipe) => recipe.kind === 'constant')) {
      return this.constant(compute(Float64Array.from(recipes, (recipe) => (recipe as { value: number }).value)));
    }
    return this.#intern(`derived ${inputs.map(({ id }) => id).join(' ')} ${name}`, () => ({ kind: 'derived', name, inputs, compute }));
  }

  #intern(key: string, make: () => ColumnRecipe): Slot {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const recipe = make();
    const slot = new Slot(this.slots.length, recipe, key);
    this.slots.push(slot);
    this.#known.set(key, slot);
    return slot;
  }
}

/** A distribution as text, written once for one that nobody can change. */
const textOf = /* @__PURE__ */ once((distribution: Distribution): string => JSON.stringify(distribution), Object.isFrozen);

function bounded(value: number, between: Bounds | undefined): number {
  if (between === undefined) return value;
  return Math.max(between[0], Math.min(between[1], value));
}
