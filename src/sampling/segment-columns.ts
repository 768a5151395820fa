import { fillFromNormals, fillFromUniforms, fillNormalBetween } from '../distributions/fill-columns';
import { normalColumn, powerColumn } from '../numerics/columns';
import type { Purpose } from '../random/purposes';
import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey, type IdHash, type StreamKey } from '../random/stream-key';
import { constantColumn, customerColumn, type Column } from './column';
import type { ColumnCache } from './column-cache';
import type { ColumnPlan, ColumnRecipe, DrawRecipe, NormalsRecipe, Slot } from './column-plan';

/** What has been made of one recipe for the block at hand. */
interface Made {
  column: Column | undefined;
  out: Float64Array | undefined;
}

/**
 * The columns of one segment, block by block of customers: each made when first asked for, and the same whatever the blocks are.
 * With a cache, a drawn column is made once for all customers and kept.
 */
export class SegmentColumns {
  readonly #segment: IdHash;
  readonly #made: Made[] = [];
  readonly #keys = new Map<ColumnRecipe, StreamKey>();
  readonly #factors = new Map<Purpose, { first: number; count: number; values: Float64Array }>();
  readonly #words: Int32Array;
  #z: Float64Array | undefined;
  #zHolds: Slot | undefined;
  #first = 0;
  #count = 0;

  constructor(
    private readonly plan: ColumnPlan,
    private readonly root: RootKey,
    private readonly segmentId: string,
    private readonly customers: number,
    private readonly blockSize: number,
    private readonly cache?: ColumnCache,
  ) {
    this.#segment = hashId(segmentId);
    this.#words = new Int32Array(cache === undefined ? blockSize : Math.max(blockSize, Math.ceil(customers / chunkSize) * chunkSize));
  }

  /** Goes to the customers `first … first + count`; `first` is a multiple of the chunk size. */
  begin(first: number, count: number): void {
    this.#first = first;
    this.#count = count;
    this.#zHolds = undefined;
    for (const made of this.#made) if (made !== undefined && made.column?.mask !== 0) made.column = undefined;
  }

  /** The column of a slot for the block at hand. */
  column(slot: Slot): Column {
    const made = (this.#made[slot] ??= { column: undefined, out: undefined });
    return (made.column ??= this.#make(slot, made));
  }

  constantOf(slot: Slot): number | undefined {
    return this.plan.constantOf(slot);
  }

  #make(slot: Slot, made: Made): Column {
    const recipe = this.plan.recipes[slot]!;
    if (recipe.kind === 'constant') return constantColumn(recipe.value);
    if (this.cache !== undefined && (recipe.kind === 'draw' || recipe.kind === 'power')) {
      const whole = this.#whole(recipe);
      if (whole !== undefined) return customerColumn(whole.subarray(this.#first, this.#first + this.#count));
    }
    const out = (made.out ??= new Float64Array(this.blockSize));
    const count = this.#count;
    switch (recipe.kind) {
      case 'normals':
        out.set(this.#normalsOf(slot).subarray(0, count));
        break;
      case 'draw':
        if (recipe.normals === undefined) this.#drawFromUniforms(recipe, this.#first, count, out);
        else drawFromNormals(recipe, this.#normalsOf(recipe.normals), count, out);
        break;
      case 'power':
        powerColumn(this.column(recipe.of).values, count, recipe.exponent, recipe.factor, out);
        break;
      case 'derived':
        this.#derive(recipe.inputs, recipe.compute, out);
    }
    return customerColumn(out);
  }

  /** The column for all customers, from the cache or made for it; undefined where it has no room. */
  #whole(recipe: Extract<ColumnRecipe, { kind: 'draw' | 'power' }>): Float64Array | undefined {
    const { customers } = this;
    return this.cache!.find(`${customers}/${this.segmentId.length}:${this.segmentId}/${recipe.key}`, customers, (out) => {
      if (recipe.kind === 'power') {
        const of = this.#whole(this.plan.recipes[recipe.of] as DrawRecipe);
        powerColumn(
          of ?? this.#drawWhole(this.plan.recipes[recipe.of] as DrawRecipe, new Float64Array(customers)),
          customers,
          recipe.exponent,
          recipe.factor,
          out,
        );
      } else this.#drawWhole(recipe, out);
    });
  }

  #drawWhole(recipe: DrawRecipe, out: Float64Array): Float64Array {
    if (recipe.normals === undefined) this.#drawFromUniforms(recipe, 0, this.customers, out);
    else {
      this.#fillNormals(this.plan.recipes[recipe.normals] as NormalsRecipe, 0, this.customers, out);
      drawFromNormals(recipe, out, this.customers, out);
    }
    return out;
  }

  #drawFromUniforms(recipe: DrawRecipe, first: number, count: number, out: Float64Array): void {
    this.#fillWords(this.#keyOf(recipe), first, count);
    const words = this.#words;
    for (let i = 0; i < count; i++) out[i] = uniformFromWord(words[i]!);
    fillFromUniforms(recipe.sampler, out, count, out);
    if (recipe.between !== undefined) bound(out, count, recipe.between[0], recipe.between[1]);
  }

  /** The block's normals of one slot, in the one buffer that all share: draws from the same normals are asked for one after the other. */
  #normalsOf(slot: Slot): Float64Array {
    this.#z ??= new Float64Array(this.blockSize);
    if (this.#zHolds !== slot) {
      this.#fillNormals(this.plan.recipes[slot] as NormalsRecipe, this.#first, this.#count, this.#z);
      this.#zHolds = slot;
    }
    return this.#z;
  }

  #fillNormals(recipe: NormalsRecipe, first: number, count: number, out: Float64Array): void {
    this.#fillWords(this.#keyOf(recipe), first, count);
    normalColumn(this.#words, count, out);
    if (recipe.factor !== undefined) this.#lean(out, recipe.factor.purpose, recipe.factor.rho, first, count);
  }

  #keyOf(recipe: DrawRecipe | NormalsRecipe): StreamKey {
    let key = this.#keys.get(recipe);
    if (key === undefined) this.#keys.set(recipe, (key = streamKey(this.root, this.#segment, hashId(recipe.stream), recipe.purpose)));
    return key;
  }

  #fillWords(key: StreamKey, first: number, count: number): void {
    for (let offset = 0; offset < count; offset += chunkSize) {
      fillWords(key, (first + offset) / chunkSize, this.#words, offset, Math.min(chunkSize, count - offset));
    }
  }

  /** z = √ρ·g + √(1−ρ)·e, g the customer's hidden factor. */
  #lean(z: Float64Array, purpose: Purpose, rho: number, first: number, count: number): void {
    const hidden = this.#factor(purpose, first, count);
    const common = Math.sqrt(rho);
    const own = Math.sqrt(1 - rho);
    for (let i = 0; i < count; i++) z[i] = common * hidden[i]! + own * z[i]!;
  }

  #factor(purpose: Purpose, first: number, count: number): Float64Array {
    const known = this.#factors.get(purpose);
    if (known !== undefined && known.first === first && known.count === count) return known.values;
    const values = known !== undefined && known.values.length >= count ? known.values : new Float64Array(Math.max(count, this.blockSize));
    // The words of the draw that leans on it stand in #words already spent, so they may be overwritten.
    this.#fillWords(streamKey(this.root, this.#segment, hashId(''), purpose), first, count);
    normalColumn(this.#words, count, values);
    this.#factors.set(purpose, { first, count, values });
    return values;
  }

  #derive(inputs: readonly Slot[], compute: (values: Float64Array) => number, out: Float64Array): void {
    const columns = inputs.map((slot) => this.column(slot));
    const values = new Float64Array(columns.length);
    for (let i = 0; i < this.#count; i++) {
      for (let k = 0; k < columns.length; k++) values[k] = columns[k]!.values[i & columns[k]!.mask]!;
      out[i] = compute(values);
    }
  }
}

function drawFromNormals(recipe: DrawRecipe, z: Float64Array, count: number, out: Float64Array): void {
  const { sampler, between } = recipe;
  if (sampler.kind === 'normal' && between !== undefined) {
    fillNormalBetween(sampler.mean, sampler.sd, between[0], between[1], z, count, out);
    return;
  }
  fillFromNormals(sampler, z, count, out);
  if (recipe.between !== undefined) bound(out, count, recipe.between[0], recipe.between[1]);
}

function bound(values: Float64Array, count: number, low: number, high: number): void {
  for (let i = 0; i < count; i++) {
    const value = values[i]!;
    values[i] = value > high ? high : value < low ? low : value;
  }
}
