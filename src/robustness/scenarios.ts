import type { ExperienceModel } from '../model/types';
import type { Scenario } from '../simulation/live-scenarios';
import { withRule, type NamedRule } from './memory-rules';
import { mostDraws } from './read-uncertainty';
import type { ReadRobustness } from './read-robustness';
import { withParameters } from './with-parameters';
import { quantile } from '../distributions/mathematics';
import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey } from '../random/stream-key';
import type { Distribution } from '../distributions/families';

/** What is named and not a number: memory models, peak rules, end windows. Each is tried alone, and each set has one of them. */
export interface Alternatives {
  readonly names: readonly string[];
  /** Where in the list of scenarios the first of them stands alone. */
  readonly first: number;
  /** Which of them each set has; empty where there are none. */
  readonly ofSet: readonly number[];
}

/** All scenarios of a robustness study in one list, and where in it each kind starts. */
export interface Plan {
  /** Scenario 0 is the study itself; then come the alternatives. */
  readonly scenarios: readonly Scenario[];
  readonly memory: Alternatives;
  readonly peak: Alternatives;
  readonly endWindow: Alternatives;
  readonly firstSet: number;
  readonly sets: number;
  /** Two for each parameter: at its low and at its high end. */
  readonly firstAlone: number;
  readonly drawn: ReadonlyMap<string, readonly number[]>;
}

/** The study; each alternative alone; the parameter sets, dealt out evenly over the alternatives; each parameter alone at both ends. */
export function planScenarios({ study, over }: ReadRobustness): Plan {
  const { memory, parameters } = over;
  const { journeys, model } = study;
  const peaks = Object.entries(over.peak).map(([name, peak]): NamedRule => ({ name, settings: { peak } }));
  const ends = Object.entries(over.endWindow).map(([name, endWindow]): NamedRule => ({ name, settings: { endWindow } }));
  const combinations = memory.length * Math.max(1, peaks.length) * Math.max(1, ends.length);
  // With nothing to draw, the sets are the alternatives in all their combinations.
  const sets = parameters.size === 0 ? Math.min(combinations, mostDraws) : over.draws;
  const dealt = Array.from({ length: sets }, (_, set) => deal(set, memory.length, peaks.length, ends.length));
  const drawn = new Map([...parameters].map(([path, { distribution }]) => [path, drawParameter(study.root, path, distribution, sets)]));
  const ofSets = dealt.map((deals, set) => {
    const values = new Map([...drawn].map(([path, column]) => [path, column[set]!]));
    return withParameters(withRule(withRule(memory[deals.memory]!.model, peaks[deals.peak]), ends[deals.end]), values);
  });
  const alone = [...parameters].flatMap(([path, { low, high }]) =>
    [low, high].map((value) => withParameters(model, new Map([[path, value]]))),
  );
  const rules = [...peaks, ...ends].map((rule) => withRule(model, rule));
  const models: readonly ExperienceModel[] = [model, ...memory.map((named) => named.model), ...rules, ...ofSets, ...alone];
  const named = (list: readonly { readonly name: string }[], first: number, of: 'memory' | 'peak' | 'end'): Alternatives => ({
    names: list.map(({ name }) => name),
    first,
    ofSet: list.length === 0 ? [] : dealt.map((deals) => deals[of]),
  });
  const firstPeak = 1 + memory.length;
  const firstEnd = firstPeak + peaks.length;
  const firstSet = firstEnd + ends.length;
  return {
    scenarios: models.map((one) => ({ journeys, model: one })),
    memory: named(memory, 1, 'memory'),
    peak: named(peaks, firstPeak, 'peak'),
    endWindow: named(ends, firstEnd, 'end'),
    firstSet,
    sets,
    firstAlone: firstSet + sets,
    drawn,
  };
}

/**
 * Every combination once before any comes again; and on the way there every memory, peak and end about equally often, for each round over the
 * peaks starts with another end.
 */
function deal(set: number, memories: number, peaks: number, ends: number): { memory: number; peak: number; end: number } {
  const round = Math.floor(set / memories);
  const peak = round % Math.max(1, peaks);
  return { memory: set % memories, peak, end: (Math.floor(round / Math.max(1, peaks)) + peak) % Math.max(1, ends) };
}

/**
 * One value of a parameter for each set, spread evenly over its distribution (a Latin hypercube: one value in each of `count` equally likely
 * slices, in an order of the parameter's own). The stream belongs to the parameter's path, so another parameter more or less changes nothing.
 */
function drawParameter(root: RootKey, path: string, distribution: Distribution, count: number): number[] {
  // No segment has an empty id, so this stream is nobody's.
  const key = streamKey(root, hashId(''), hashId(path), 'parameter');
  const words = new Int32Array(2 * count);
  for (let offset = 0; offset < words.length; offset += chunkSize) {
    fillWords(key, offset / chunkSize, words, offset, Math.min(chunkSize, words.length - offset));
  }
  const order = Array.from({ length: count }, (_, set) => set);
  const rankWord = (set: number): number => words[set]! >>> 0;
  order.sort((a, b) => rankWord(a) - rankWord(b) || a - b);
  const values = new Array<number>(count);
  order.forEach((set, slice) => (values[set] = quantile(distribution, (slice + uniformFromWord(words[count + set]!)) / count)));
  return values;
}
