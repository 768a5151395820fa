import { formatSeconds } from '../../distributions/format-seconds';
import type { Interaction, Journey, Option, Response, Segment } from '../../journey/types';
import type { NumberRange } from '../../plain/check-number';
import { medianClock } from '../../redesign/median-clock';
import { fixed, signed } from '../../results/format-outcome';
import { setAt } from '../maybe';
import { allUnits, grid, roundDurations, type Dimension, type Plain } from './dimension';
import type { CustomerSpace } from './types';

/** What there is in the journeys that decides how customers can differ. */
interface Scene {
  readonly all: readonly (Interaction | Option)[];
  /** Median seconds of the longest journey, of all waiting in one, and of the longest wait. */
  readonly clock: number;
  readonly waiting: number;
  readonly longestWait: number;
  /** What the first kind of customer expects. */
  readonly expectation: number;
}

/** What a setting is measured in, and within which each range must lie. */
interface Quantity extends NumberRange {
  readonly usual: (scene: Scene) => number;
  readonly values: typeof grid;
}
const level: Quantity = { min: -10, max: 10, usual: ({ expectation }) => expectation, values: grid };
const share: Quantity = { min: 0, max: 1, usual: () => 0, values: grid };
const shift: Quantity = { min: -20, max: 20, usual: () => 0, values: grid };
const factor: Quantity = { min: 0, max: 1e6, usual: () => 1, values: grid };
const seconds: Quantity = { min: 0, max: 1e11, usual: () => 0, values: roundDurations };

interface CustomerSetting {
  readonly quantity: Quantity;
  /** What is searched where no range is given; none where the setting cannot matter. */
  readonly range: (scene: Scene) => readonly [low: number, high: number] | false;
  readonly ways: (scene: Scene) => readonly Way[];
}

/** One way of differing. */
interface Way {
  readonly key: string;
  readonly put: (segment: Plain, value: number) => void;
  readonly words: (value: number) => string;
}

/** How customers may differ: a row for each key of a `CustomerSpace`. */
export const customerSettings: { readonly [Key in keyof CustomerSpace]-?: CustomerSetting } = {
  expectation: own(level, 'expectation', () => [-4, 5], expectationWords),
  patience: own(
    seconds,
    'patience',
    ({ waiting, longestWait }) => [waiting / 10, Math.max(waiting, longestWait)],
    (value) => `leave after ${formatSeconds(value)} of waiting`,
  ),
  expectedDuration: own(
    seconds,
    'expectedDuration',
    ({ clock }) => [clock / 4, clock],
    (value) => `expect it to take about ${formatSeconds(value)}`,
  ),
  dependence: own(
    share,
    'dependence.affect',
    ({ all }) => all.some(isVaried) && [0, 0.8],
    (value) => `see everything in the light of one mood (dependence ${fixed(value, 2)})`,
  ),
  mood: shifts(() => [shiftOf('mood', '*', (better) => `find everything ${better}`)]),
  pace: scale(
    'pace',
    'durationScale',
    () => [0.5, 2],
    (value) => `take ${fixed(value, 2)} times as long over everything`,
  ),
  failures: scale(
    'failures',
    'failureScale',
    ({ all }) => all.some(({ failure }) => failure !== undefined) && [0, 2],
    (value) => `meet ${fixed(value, 1)} times as many failures`,
  ),
  dropouts: scale(
    'dropouts',
    'dropoutScale',
    ({ all }) => all.some(({ dropout = 0 }) => dropout > 0) && [0, 2],
    (value) => `give up ${fixed(value, 1)} times as readily`,
  ),
  channels: shifts(({ all }) => {
    const channels = new Set(all.flatMap(({ channel = [] }) => channel));
    return Array.from(channels, (name) =>
      shiftOf(`channels.${name}`, `channel:${name}`, (better) => `${better === 'better' ? 'like' : 'dislike'} the channel ${name}`),
    );
  }),
  steps: shifts(({ all }) => {
    const ids = new Set(all.map(({ id }) => id));
    return Array.from(ids, (id) => shiftOf(`steps.${id}`, id, (better) => `find ${id} ${better}`));
  }),
};

/** A field of the customer's own. */
function own(quantity: Quantity, key: string, range: CustomerSetting['range'], words: Way['words']): CustomerSetting {
  return { quantity, range, ways: () => [{ key, words, put: (segment, value) => setAt(segment, key, value) }] };
}

/** So many times what a segment has already. */
function scale(key: string, response: keyof Response, range: CustomerSetting['range'], words: Way['words']): CustomerSetting {
  const put: Way['put'] = (segment, value) => respond(segment, '*', response, (known = 1) => known * value);
  return { quantity: factor, range, ways: () => [{ key, words, put }] };
}

function shifts(ways: CustomerSetting['ways']): CustomerSetting {
  return { quantity: shift, range: () => [-3, 3], ways };
}

/** Better or worse, on top of the shift a segment has already. */
function shiftOf(key: string, target: string, words: (better: 'better' | 'worse') => string): Way {
  return {
    key,
    words: (value) => `${words(value < 0 ? 'worse' : 'better')} (${signed(value, 1)})`,
    put: (segment, value) => respond(segment, target, 'affectShift', (known = 0) => known + value),
  };
}

function respond(segment: Plain, target: string, key: keyof Response, change: (known: number | undefined) => number): void {
  const responses = segment['responses'] as Plain | undefined;
  const before = responses?.[target] as Plain | undefined;
  segment['responses'] = { ...responses, [target]: { ...before, [key]: change(before?.[key] as number | undefined) } };
}

/** How customers may differ, as far as it can matter in these journeys. */
export function customerDimensions(
  journeys: readonly Journey[],
  segments: readonly Segment[],
  space: boolean | CustomerSpace,
): Dimension[] {
  if (space === false) return [];
  // Single steps only where asked for.
  const wanted: CustomerSpace = { steps: false, ...(space === true ? {} : space) };
  const scene = sceneOf(journeys, segments);
  const dimensions = Object.entries(customerSettings).flatMap(([name, { quantity, range, ways }]) => {
    const asked = wanted[name as keyof CustomerSpace] ?? true;
    const [low, high] = range(scene) || [0, 0];
    if (asked === false || low >= high) return [];
    const values = quantity.values(asked === true ? { low, high } : asked, quantity.usual(scene));
    return ways(scene).map(({ key, put, words }): Dimension => ({
      key,
      of: 'customer',
      ...values,
      put: ({ segment }, value) => put(segment, value as number),
      words: (value) => words(value as number),
    }));
  });
  return dimensions.filter(({ values }) => values.length > 0);
}

function sceneOf(journeys: readonly Journey[], [first]: readonly Segment[]): Scene {
  const all = allUnits(journeys);
  const clocks = journeys.map((journey) => medianClock({ id: '', parts: journey.interactions }));
  return {
    all,
    clock: Math.max(...clocks.map((clock) => clock.seconds)),
    waiting: Math.max(...clocks.map((clock) => clock.waitingSeconds)),
    longestWait: Math.max(0, ...all.filter((unit) => !('parts' in unit)).map((unit) => medianClock(unit).waitingSeconds)),
    expectation: typeof first?.expectation === 'number' ? first.expectation : 0,
  };
}

/** Whether customers differ in how they find a step. */
function isVaried({ affect }: Interaction | Option): boolean {
  if (typeof affect !== 'object') return false;
  return 'start' in affect ? typeof affect.start === 'object' || typeof affect.end === 'object' : true;
}

function expectationWords(value: number): string {
  return value === 0 ? 'expect nothing in particular' : `expect ${value > 0 ? 'much' : 'little'} of it (${signed(value, 0)} of 10)`;
}
