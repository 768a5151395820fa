import type { NumberReader, NumberWriter } from '../plain/number-record';

/** Bins per doubling: each is 0.2 % wide. */
const binsPerDoubling = 512;
const lowestExponent = -40;
const doublings = 81;
const binsPerSign = binsPerDoubling * doublings;
/** A bin is saved as one number with how many values are in it: more than any study has, and still exact. */
const savedCounts = 17_179_869_184;

/**
 * Counts of values in bins of 0.2 %, read off the bits of the number itself. Adding counts merges two histograms, in any order. Values nearer
 * to 0 than 2^−40 count as 0.
 */
export class ValueHistogram {
  /** Negative values from far to near, then 0, then positive ones from near to far. */
  readonly counts = new Float64Array(2 * binsPerSign + 1);
  low = Infinity;
  high = -Infinity;
  total = 0;

  add(value: number): void {
    this.counts[binOf(value)]!++;
    if (value < this.low) this.low = value;
    if (value > this.high) this.high = value;
    this.total++;
  }

  save(to: NumberWriter): void {
    const { counts } = this;
    for (const one of [this.low, this.high, this.total]) to.put(one);
    const [first, last] = this.total > 0 ? [binOf(this.low), binOf(this.high)] : [0, -1];
    let bins = 0;
    for (let bin = first; bin <= last; bin++) if (counts[bin]! > 0) bins++;
    to.put(bins);
    for (let bin = first; bin <= last; bin++) if (counts[bin]! > 0) to.put(bin * savedCounts + counts[bin]!);
  }

  /** Adds what was saved of other values. */
  join(from: NumberReader): void {
    this.low = Math.min(this.low, from.take());
    this.high = Math.max(this.high, from.take());
    this.total += from.take();
    for (let left = from.take(); left > 0; left--) {
      const saved = from.take();
      this.counts[Math.floor(saved / savedCounts)]! += saved % savedCounts;
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
  for (let bin = 0; bin <= 2 * binsPerSign && results.length < probabilities.length; bin++) {
    for (const { histogram, weight } of used) reached += ((histogram.counts[bin]! / histogram.total) * weight) / whole;
    while (results.length < probabilities.length && reached >= probabilities[results.length]!) {
      results.push(Math.max(low, Math.min(high, middleOf(bin))));
    }
  }
  while (results.length < probabilities.length) results.push(used.length === 0 ? 0 : high);
  return results;
}
