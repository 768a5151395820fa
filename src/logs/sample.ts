/** Values in ascending order, each with a weight. */
export interface Sample {
  readonly values: Float64Array;
  /** Undefined where all weigh alike. */
  readonly weights: Float64Array | undefined;
  /** Sum of the weights. */
  readonly n: number;
  readonly mean: number;
}

/** Values as they come, with their weights. */
export class Gathering {
  readonly #values: number[] = [];
  readonly #weights: number[] = [];
  #alike = true;

  add(value: number, weight: number): void {
    this.#values.push(value);
    this.#weights.push(weight);
    if (weight !== this.#weights[0]) this.#alike = false;
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }

  /** All that came, in order. */
  sample(): Sample {
    const count = this.#values.length;
    if (this.#alike) {
      const values = Float64Array.from(this.#values).sort();
      let sum = 0;
      for (let i = 0; i < count; i++) sum += values[i]!;
      return { values, weights: undefined, n: count * (this.#weights[0] ?? 0), mean: count === 0 ? 0 : sum / count };
    }
    const order = Int32Array.from({ length: count }, (_, i) => i).sort((a, b) => this.#values[a]! - this.#values[b]! || a - b);
    const values = Float64Array.from(order, (i) => this.#values[i]!);
    const weights = Float64Array.from(order, (i) => this.#weights[i]!);
    let n = 0;
    let sum = 0;
    for (let i = 0; i < count; i++) {
      n += weights[i]!;
      sum += weights[i]! * values[i]!;
    }
    return { values, weights, n, mean: n > 0 ? sum / n : 0 };
  }
}

/** Values that stand for all: where there are more than `most` different ones, as many parts of equal weight, each with its mean. */
export interface Parts {
  readonly values: number[];
  readonly weights: number[];
}

export function partsOf({ values, weights, n }: Sample, most: number): Parts {
  const each = weights === undefined ? n / Math.max(1, values.length) : 0;
  const parts: Parts = { values: [], weights: [] };
  for (let i = 0; i < values.length; i++) {
    const weight = weights === undefined ? each : weights[i]!;
    if (!(weight > 0)) continue;
    if (parts.values.at(-1) === values[i]) parts.weights[parts.weights.length - 1]! += weight;
    else if (parts.values.length === most) return equalParts({ values, weights, n, mean: 0 }, most);
    else {
      parts.values.push(values[i]!);
      parts.weights.push(weight);
    }
  }
  return parts;
}

/** As many parts of equal weight, each with its mean: the mean of all stays what it is. */
export function equalParts({ values, weights, n }: Sample, count: number): Parts {
  const size = n / count;
  const each = weights === undefined ? n / values.length : 0;
  const parts: Parts = { values: [], weights: [] };
  let room = size;
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    let weight = weights === undefined ? each : weights[i]!;
    while (parts.values.length < count - 1 && weight >= room) {
      sum += room * values[i]!;
      weight -= room;
      parts.values.push(sum / size);
      parts.weights.push(size);
      room = size;
      sum = 0;
    }
    sum += weight * values[i]!;
    room -= weight;
  }
  const rest = size - room;
  if (rest > 1e-9 * size) {
    parts.values.push(sum / rest);
    parts.weights.push(rest);
  }
  return parts;
}

/** The smallest value that a share of the weight stays at or below. */
export function quantileOf({ values, weights, n }: Sample, share: number): number {
  if (values.length === 0) return 0;
  if (weights === undefined) return values[Math.min(values.length - 1, Math.max(0, Math.ceil(share * values.length - 1e-9) - 1))]!;
  let reached = 1e-9 * n;
  for (let i = 0; i < values.length; i++) {
    reached += weights[i]!;
    if (reached >= share * n) return values[i]!;
  }
  return values.at(-1)!;
}
