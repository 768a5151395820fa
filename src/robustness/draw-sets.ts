import type { Distribution } from '../distributions/families';
import { quantile } from '../distributions/mathematics';
import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey } from '../random/stream-key';
import type { Scenario } from '../simulation/live-scenarios';
import type { Input } from './inputs';
import { layInputs, type InputValue } from './lay-inputs';
import { withRule, type NamedRule } from './memory-rules';
import type { ReadRobustness } from './read-robustness';
import type { DrawnParameter } from './types';
import { withParameters } from './with-parameters';

/** A number that is varied: of the model, or of the journeys and segments. */
export interface Varied {
  readonly by: 'parameter' | 'input';
  readonly path: string;
  readonly drawn: DrawnParameter;
  readonly input?: Input;
}

/** Which memory model, peak rule and end window one set has, by their places in the lists. */
export interface Deal {
  readonly memory: number;
  readonly peak: number;
  readonly end: number;
}

/** Everything that is varied. */
export interface Ignorance {
  readonly varied: readonly Varied[];
  readonly peaks: readonly NamedRule[];
  readonly ends: readonly NamedRule[];
}

export function ignoranceOf({ over }: ReadRobustness): Ignorance {
  return {
    varied: [
      ...[...over.parameters].map(([path, drawn]): Varied => ({ by: 'parameter', path, drawn })),
      ...[...over.inputs].map(([path, input]): Varied => ({ by: 'input', path, drawn: input.drawn, input })),
    ],
    peaks: Object.entries(over.peak).map(([name, peak]): NamedRule => ({ name, settings: { peak } })),
    ends: Object.entries(over.endWindow).map(([name, endWindow]): NamedRule => ({ name, settings: { endWindow } })),
  };
}

/** The study with some numbers replaced, and with the memory of a deal. */
export function scenarioWith(
  { study, over }: ReadRobustness,
  { peaks, ends }: Ignorance,
  values: readonly (readonly [one: Varied, value: number])[],
  deal?: Deal,
): Scenario {
  const model = deal === undefined ? study.model : withRule(withRule(over.memory[deal.memory]!.model, peaks[deal.peak]), ends[deal.end]);
  const parameters = new Map(values.flatMap(([{ by, path }, value]) => (by === 'parameter' ? [[path, value] as const] : [])));
  const inputs = values.flatMap(([{ input }, value]): InputValue[] => (input === undefined ? [] : [[input, value]]));
  const segmentIn = layInputs(inputs);
  return {
    journeys: study.journeys,
    model: parameters.size === 0 ? model : withParameters(model, parameters),
    ...(segmentIn === undefined ? {} : { segmentIn }),
  };
}

/** Every combination there is of memory, peak and end. */
export function combinationsOf({ over }: ReadRobustness, { peaks, ends }: Ignorance): number {
  return over.memory.length * Math.max(1, peaks.length) * Math.max(1, ends.length);
}

/**
 * Every combination once before any comes again; and on the way there every memory, peak and end about equally often, for each round over the
 * peaks starts with another end.
 */
export function dealOf(set: number, { over }: ReadRobustness, { peaks, ends }: Ignorance): Deal {
  const memories = over.memory.length;
  const round = Math.floor(set / memories);
  const peak = round % Math.max(1, peaks.length);
  const turn = Math.floor(round / Math.max(1, peaks.length));
  return { memory: set % memories, peak, end: (turn + peak) % Math.max(1, ends.length) };
}

/** One value for each set. `series`: another word, other values, independent of those. */
export function drawVaried(root: RootKey, { by, path, drawn }: Varied, count: number, series = ''): number[] {
  const { stream } = streamsOf(root, `${series}${by === 'input' ? 'input ' : ''}${path}`, count);
  return stream(drawn.distribution);
}

/** The sets in an order of their own. */
export function shuffled(root: RootKey, name: string, count: number): readonly number[] {
  return streamsOf(root, name, count).order;
}

/**
 * One value of a number for each set, spread evenly over its distribution (a Latin hypercube: one value in each of `count` equally likely
 * slices, in an order of the number's own). The stream belongs to the path, so another number more or less changes nothing.
 */
function streamsOf(
  root: RootKey,
  path: string,
  count: number,
): { readonly order: readonly number[]; readonly stream: (distribution: Distribution) => number[] } {
  // No segment has an empty id, so this stream is nobody's.
  const key = streamKey(root, hashId(''), hashId(path), 'parameter');
  const words = new Int32Array(2 * count);
  for (let offset = 0; offset < words.length; offset += chunkSize) {
    fillWords(key, offset / chunkSize, words, offset, Math.min(chunkSize, words.length - offset));
  }
  const order = Array.from({ length: count }, (_, set) => set);
  const rankWord = (set: number): number => words[set]! >>> 0;
  order.sort((a, b) => rankWord(a) - rankWord(b) || a - b);
  return {
    order,
    stream: (distribution) => {
      const values = new Array<number>(count);
      order.forEach((set, slice) => (values[set] = quantile(distribution, (slice + uniformFromWord(words[count + set]!)) / count)));
      return values;
    },
  };
}
