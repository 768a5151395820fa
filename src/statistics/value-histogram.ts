import type { NumberReader, NumberWriter } from '../plain/number-record';

/** Bins per doubling: each is 0.2 % wide. */
const binsPerDoubling = 512;
const lowestExponent = -40;
const doublings = 81;
const binsPerSign = binsPerDoubling * doublings;
/** A bin is saved as one number with how many values are in it: more than any study has, and still exact. */
const savedCounts = 17_179_869_184;

/** Bins are kept by the page, as far as they hold anything: values of one column spread over a few doublings. */
const pageSize = 512;
const pages = Math.ceil((2 * binsPerSign + 1) / pageSize);

/**
 * Counts of values in bins of 0.2 %, read off the bits of the number itself. Adding counts merges two histograms, in any order. Values nearer
 * to 0 than 2^−40 count as 0.
 */
export class ValueHistogram {
  /** Negative values from far to near, then 0, then positive ones from near to far. */
  readonly #pages = new Array<Float64Array | undefined>(pages).fill(undefined);
  low = Infinity;
  high = -Infinity;
  total = 0;

  add(value: number): void {
    const bin = binOf(value);
    this.#page(bin)[bin % pageSize]!++;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
    this.total++;
  }

  /** How many values are in a bin. */
  at(bin: number): number {
    return this.#pages[Math.floor(bin / pageSize)]?.[bin % pageSize] ?? 0;
  }

  #page(bin: number): Float64Array {
    return (this.#pages[Math.floor(bin / pageSize)] ??= new Float64Array(pageSize));
  }

  save(to: NumberWriter): void {
    for (const one of [this.low, this.high, this.total]) to.put(one);
    const bins: number[] = [];
    for (const [place, page] of this.#pages.entries()) {
      page?.forEach((count, bin) => {
        if (count > 0) bins.push((place * pageSize + bin) * savedCounts + count);
      });
    }
    to.putAll(Float64Array.from(bins));
  }

  /** Adds what was saved of other values. */
  join(from: NumberReader): void {
    this.low = Math.min(this.low, from.take());
    this.high = Math.max(this.high, from.take());
    this.total += from.take();
    for (const saved of from.takeAll()) {
      const bin = Math.floor(saved / savedCounts);
      if (!(bin >= 0 && bin <= 2 * binsPerSign)) throw new RangeError('a record of no such bin');
      this.#page(bin)[bin % pageSize]! += saved % savedCounts;
    }
  }
}

const view = new DataView(new ArrayBuffer(8));

function binOf(value: number): number {
  const size = Math.abs(value);
  if (!(size >= 9.094947017729282e-13)) return binsPerSign;
  view.setFloat64(0, size);
  const high = view.getUint32(0);
  const place = (high >>> 11) - ((1023 + lowestExponent) << 9);
  const bin = place < binsPerSign ? place : binsPerSign - 1;
  return value < 0 ? binsPerSign - 1 - bin : binsPerSign + 1 + bin;
}

/** The middle of a bin. */
function middleOf(bin: number): number {
  if (bin === binsPerSign) return 0;
  const place = bin > binsPerSign ? bin - binsPerSign - 1 : binsPerSign - 1 - bin;
  view.setUint32(0, (place + ((1023 + lowestExponent) << 9)) << 11);
  view.setUint32(4, 0);
  const edge = view.getFloat64(0);
  const middle = edge * (1 + 0.5 / binsPerDoubling / (1 + (place % binsPerDoubling) / binsPerDoubling));
  return bin > binsPerSign ? middle : -middle;
}

/** Quantiles of a weighted mixture, to the width of a bin. Probabilities ascend. */
export function histogramQuantiles(
  parts: readonly { readonly histogram: ValueHistogram; readonly weight: number }[],
  probabilities: readonly number[],
): number[] {
  const used = parts.filter(({ histogram, weight }) => histogram.total > 0 && weight > 0);
  const whole = used.reduce((sum, { weight }) => sum + weight, 0);
  const low = Math.min(...used.map(({ histogram }) => histogram.low));
  const high = Math.max(...used.map(({ histogram }) => histogram.high));
  const results: number[] = [];
  let reached = 1e-12;
  const last = used.length === 0 ? -1 : binOf(high);
  for (let bin = last < 0 ? 0 : binOf(low); bin <= last && results.length < probabilities.length; bin++) {
    for (const { histogram, weight } of used) reached += ((histogram.at(bin) / histogram.total) * weight) / whole;
    while (results.length < probabilities.length && reached >= probabilities[results.length]!) {
      results.push(Math.max(low, Math.min(high, middleOf(bin))));
    }
  }
  while (results.length < probabilities.length) results.push(used.length === 0 ? 0 : high);
  return results;
}
