import type { Sample } from './sample';
import type { StepTally, Tally } from './tally';

/**
 * Kinds are told apart by cases of which the end is known, and those waited less than all did. So each time of a kind stands for the one that has its
 * place among all: `seen` are the times of all cases whose end is known, `known` all that is known of them.
 */
export function carryOver(here: Tally, seen: Tally, known: Tally): Tally {
  return { ...here, steps: here.steps.map((step, place) => carryStep(step, seen.steps[place]!, known.steps[place]!)) };
}

function carryStep(here: StepTally, seen: StepTally, known: StepTally): StepTally {
  return {
    ...here,
    wait: carrySample(here.wait, seen.wait, known.wait),
    ways: here.ways.map((way, k) => ({
      ...way,
      own: carrySample(way.own, seen.ways[k]!.own, known.ways[k]!.own),
      again: carrySample(way.again, seen.ways[k]!.again, known.ways[k]!.again),
    })),
  };
}

function carrySample(here: Sample, seen: Sample, known: Sample): Sample {
  if (here.n === 0 || seen.n === 0 || known.n === 0) return here;
  const [asSeen, asKnown] = [weightsOf(seen), weightsOf(known)];
  const values = new Float64Array(here.values.length);
  // All three are in order, so that each is walked through once.
  let [place, below, upTo, reached] = [0, 0, 0, asKnown(0)];
  for (let i = 0; i < values.length; i++) {
    const value = here.values[i]!;
    if (i > 0 && value === here.values[i - 1]) {
      values[i] = values[i - 1]!;
      continue;
    }
    while (place < seen.values.length && seen.values[place]! < value) below += asSeen(place++);
    let alike = 0;
    for (let k = place; k < seen.values.length && seen.values[k] === value; k++) alike += asSeen(k);
    const share = (below + alike / 2) / seen.n;
    while (reached < share * known.n && upTo + 1 < known.values.length) reached += asKnown(++upTo);
    values[i] = known.values[upTo]!;
  }
  const weightOf = weightsOf(here);
  return { ...here, values, mean: values.reduce((sum, value, i) => sum + value * weightOf(i), 0) / here.n };
}

function weightsOf({ values, weights, n }: Sample): (place: number) => number {
  const each = n / Math.max(1, values.length);
  return weights === undefined ? () => each : (place) => weights[place]!;
}
