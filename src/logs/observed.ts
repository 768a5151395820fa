import { equalParts, Gathering, partsOf, quantileOf, type Sample } from './sample';
import type { Paths } from './paths';
import type { CaseDurations } from './types';

/** As many parts as say how long cases take. */
const mostParts = 400;

/** How long cases took, by their weights; those without events do not count, and those whose first or last moment is missing only where all are so. */
export function observedDurations({ total, cut }: Paths, weight: Float64Array, from: Int32Array): CaseDurations {
  const gathered = new Gathering();
  const all = new Gathering();
  for (let one = 0; one < total.length; one++) {
    if (!(weight[one]! > 0) || from[one] === from[one + 1]) continue;
    all.add(total[one]!, weight[one]!);
    if (cut[one] === 0) gathered.add(total[one]!, weight[one]!);
  }
  return durationsOf((gathered.isEmpty ? all : gathered).sample());
}

/** The same of any sample. */
export function durationsOf(sample: Sample): CaseDurations {
  const few = partsOf(sample, mostParts);
  // Of a few cases each is a part; parts are equal only where all weigh alike.
  const asTheyAre = sample.weights === undefined && sample.values.length <= mostParts;
  return {
    n: Math.round(sample.n),
    mean: sample.mean,
    p25: quantileOf(sample, 0.25),
    median: quantileOf(sample, 0.5),
    p75: quantileOf(sample, 0.75),
    parts: asTheyAre ? Array.from(sample.values) : few.values.length === 1 ? few.values : equalParts(sample, mostParts).values,
  };
}
