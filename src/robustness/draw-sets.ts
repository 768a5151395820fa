import type { Distribution } from '../distributions/families';
import { quantile } from '../distributions/mathematics';
import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey } from '../random/stream-key';
import type { Scenario } from '../simulation/compile-scenario';
import type { Input } from './inputs';
import { layInputs, type InputValue } from './lay-inputs';
import { withRule, type NamedRule } from './memory-rules';
import type { ReadRobustness } from './read-robustness';
import type { DrawnParameter } from './types';
import { withParameters } from './with-parameters';

/** A number that is varied: of the model, or of the journeys and segments. */
export interface Varied {
  /** Its place among all that is varied. */
  readonly place: number;
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

/** A set of assumptions in places and numbers: what is not named is as studied. */
export interface WrittenSet extends Partial<Deal> {
  /** Of all that is varied; null: as studied. */
  readonly values: readonly (number | null)[];
}

/** Everything that is varied. */
export interface Ignorance {
  readonly varied: readonly Varied[];
  readonly peaks: readonly NamedRule[];
  readonly ends: readonly NamedRule[];
}

export function ignoranceOf({ over }: ReadRobustness): Ignorance {
  const varied: Omit<Varied, 'place'>[] = [
    ...[...over.parameters].map(([path, drawn]) => ({ by: 'parameter', path, drawn }) as const),
    ...[...over.inputs].map(([path, input]) => ({ by: 'input', path, drawn: input.drawn, input }) as const),
  ];
  return {
    varied: varied.map((one, place) => ({ ...one, place })),
    peaks: Object.entries(over.peak).map(([name, peak]): NamedRule => ({ name, settings: { peak } })),
    ends: Object.entries(over.endWindow).map(([name, endWindow]): NamedRule => ({ name, settings: { endWindow } })),
  };
}

/** What making one set takes, in customers × steps. */
export const setWork = 1000;

/** The study with some numbers replaced, and with what a deal names of memory, peak and end. */
export function scenarioWith(
  { study, over }: ReadRobustness,
  { varied, peaks, ends }: Ignorance,
  values: readonly (readonly [one: Varied, value: number])[],
  deal: Partial<Deal> = {},
): Scenario {
  const { memory, peak, end } = deal;
  const remembering = memory === undefined ? study.model : over.memory[memory]!.model;
  const model = withRule(withRule(remembering, peak === undefined ? undefined : peaks[peak]), end === undefined ? undefined : ends[end]);
  const parameters = new Map(values.flatMap(([{ by, path }, value]) => (by === 'parameter' ? [[path, value] as const] : [])));
  const inputs = values.flatMap(([{ input }, value]): InputValue[] => (input === undefined ? [] : [[input, value]]));
  const segmentIn = layInputs(inputs);
  return {
    journeys: study.journeys,
    model: parameters.size === 0 ? model : withParameters(model, parameters),
    ...(segmentIn === undefined ? {} : { segmentIn }),
    written: (): WrittenSet => {
      const written: (number | null)[] = varied.map(() => null);
      for (const [{ place }, value] of values) written[place] = value;
      return { ...deal, values: written };
    },
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
