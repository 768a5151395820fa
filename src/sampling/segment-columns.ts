import { fillFromNormals, fillFromUniforms, fillNormalBetween } from '../distributions/fill-columns';
import { normalColumn, powerColumn } from '../numerics/columns';
import type { Purpose } from '../random/purposes';
import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey, type IdHash, type StreamKey } from '../random/stream-key';
import type { Arena } from './arena';
import type { Column } from './column';
import type { ColumnPlan, ColumnRecipe, DrawRecipe, NormalsRecipe, Slot } from './column-plan';
import type { Kept } from './kept';

/**
 * The columns of one segment, block by block of customers: each made when first asked for, and the same whatever the blocks are. What is drawn
 * may be kept, to be read again when somebody comes back to the block.
 */
export class SegmentColumns {
  readonly #segment: IdHash;
  readonly #keys = new Map<ColumnRecipe, StreamKey>();
  readonly #factors = new Map<Purpose, { first: number; count: number; values: Float64Array }>();
  readonly #words: Int32Array;
  /** Under what each chunk of a column is kept. */
  readonly #keptKeys = new Map<Slot, object[]>();
  #z: Float64Array | undefined;
  #zHolds: Slot | undefined;
  #first = 0;
  #count = 0;

  constructor(
    private readonly plan: ColumnPlan,
    private readonly root: RootKey,
    segmentId: string,
    readonly arena: Arena,
    private readonly kept?: Kept,
  ) {
    this.#segment = hashId(segmentId);
    this.#words = new Int32Array(arena.blockSize);
  }

  /** Goes to the customers `first … first + count`; `first` is a multiple of the chunk size. Whatever the arena had handed out is free again. */
  begin(first: number, count: number): void {
    this.#first = first;
    this.#count = count;
    this.#zHolds = undefined;
    this.arena.release(0);
    this.plan.clear();
  }

  /** The slot, its column filled for the block at hand. */
  column(slot: Slot): Column {
    if (slot.values.length === 0) {
      const { kind } = slot.recipe;
      const keeps = this.kept !== undefined && (kind === 'draw' || kind === 'power');
      slot.values = keeps ? this.#keptValues(slot, this.kept) : this.#fill(slot, this.arena.take());
      slot.mask = -1;
      this.plan.filled.push(slot);
    }
    return slot;
  }

  /** The words of a uniform, for chances that most often are only compared. To draw them takes no longer than to read what was kept. */
  words(slot: Slot): void {
    if (slot.words.length > 0) return;
    slot.words = this.arena.takeWords();
    this.#fillWords(this.#keyOf(slot.recipe as DrawRecipe), this.#first, this.#count, slot.words);
    this.plan.filled.push(slot);
  }

  #keptValues(slot: Slot, kept: Kept): Float64Array {
    const key = this.#keptKey(slot);
    const known = kept.find<Float64Array>(key);
    if (known !== undefined && known.length >= this.#count) return known;
    const made = this.#fill(slot, new Float64Array(this.#count));
    kept.keep(key, made, made.byteLength);
    return made;
  }

  #keptKey(slot: Slot): object {
    let keys = this.#keptKeys.get(slot);
    if (keys === undefined) this.#keptKeys.set(slot, (keys = []));
    return (keys[this.#first / chunkSize] ??= {});
  }

  #fill({ recipe }: Slot, out: Float64Array): Float64Array {
    const count = this.#count;
    switch (recipe.kind) {
      case 'constant':
        out.fill(recipe.value, 0, count);
        break;
      case 'normals':
        this.#fillNormals(recipe, this.#first, count, out);
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
    return out;
  }

  #drawFromUniforms(recipe: DrawRecipe, first: number, count: number, out: Float64Array): void {
    const words = this.#words;
    this.#fillWords(this.#keyOf(recipe), first, count, words);
    for (let i = 0; i < count; i++) out[i] = uniformFromWord(words[i]!);
    fillFromUniforms(recipe.sampler, out, count, out);
    if (recipe.between !== undefined) bound(out, count, recipe.between[0], recipe.between[1]);
  }

  /** The block's normals of one slot, in the one buffer that all share: draws from the same normals are asked for one after the other. */
  #normalsOf(slot: Slot): Float64Array {
    this.#z ??= new Float64Array(this.arena.blockSize);
    if (this.#zHolds !== slot) {
      this.#fillNormals(slot.recipe as NormalsRecipe, this.#first, this.#count, this.#z);
      this.#zHolds = slot;
    }
    return this.#z;
  }

  #fillNormals(recipe: NormalsRecipe, first: number, count: number, out: Float64Array): void {
    this.#fillWords(this.#keyOf(recipe), first, count, this.#words);
    normalColumn(this.#words, count, out);
    if (recipe.factor !== undefined) this.#lean(out, recipe.factor.purpose, recipe.factor.rho, first, count);
  }

  #keyOf(recipe: DrawRecipe | NormalsRecipe): StreamKey {
    let key = this.#keys.get(recipe);
    if (key === undefined) this.#keys.set(recipe, (key = streamKey(this.root, this.#segment, hashId(recipe.stream), recipe.purpose)));
    return key;
  }

  #fillWords(key: StreamKey, first: number, count: number, out: Int32Array): void {
    for (let offset = 0; offset < count; offset += chunkSize) {
      fillWords(key, (first + offset) / chunkSize, out, offset, Math.min(chunkSize, count - offset));
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
    const values =
      known !== undefined && known.values.length >= count ? known.values : new Float64Array(Math.max(count, this.arena.blockSize));
    // The words of the draw that leans on it stand in #words already spent, so they may be overwritten.
    this.#fillWords(streamKey(this.root, this.#segment, hashId(''), purpose), first, count, this.#words);
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
