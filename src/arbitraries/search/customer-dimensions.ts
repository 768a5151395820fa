import { formatSeconds } from '../../distributions/format-seconds';
import type { Interaction, Journey, Option, Response, Segment } from '../../journey/types';
import type { NumberRange } from '../../plain/check-number';
import { medianClock } from '../../redesign/median-clock';
import { fixed, signed } from '../../results/format-outcome';
import { setAt } from '../maybe';
import { allUnits, grid, roundDurations, type Dimension, type Plain } from './dimension';
import type { CustomerSpace } from './types';

interface CustomerSetting {
  /** Within which each range must lie: what the setting itself may be. */
  readonly bounds: NumberRange;
  readonly values: typeof grid;
  readonly ways: (units: readonly (Interaction | Option)[]) => readonly Way[];
}

/** One way of differing. */
interface Way {
  readonly key: string;
  readonly words: (value: number) => string;
  readonly put: (segment: Plain, value: number) => void;
}

/** How customers may differ: a row for each key of a `CustomerSpace`. */
export const customerSettings: { readonly [Key in keyof CustomerSpace]-?: CustomerSetting } = {
  expectation: own('expectation', -10, 10, expectationWords),
  patience: { ...own('patience', 0, 1e11, (value) => `leave after ${formatSeconds(value)} of waiting`), values: roundDurations },
  expectedDuration: {
    ...own('expectedDuration', 0, 1e11, (value) => `expect it to take about ${formatSeconds(value)}`),
    values: roundDurations,
  },
  dependence: own('dependence.affect', 0, 1, (value) => `see everything in the light of one mood (dependence ${fixed(value, 2)})`),
  mood: shifts(() => [shift('mood', '*', (better) => `find everything ${better}`)]),
  pace: scale('pace', 'durationScale', (value) => `take ${fixed(value, 2)} times as long over everything`),
  failures: scale('failures', 'failureScale', (value) => `meet ${fixed(value, 1)} times as many failures`),
  dropouts: scale('dropouts', 'dropoutScale', (value) => `give up ${fixed(value, 1)} times as readily`),
  channels: shifts((units) => {
    const channels = new Set(units.flatMap(({ channel = [] }) => channel));
    return Array.from(channels, (name) =>
      shift(`channels.${name}`, `channel:${name}`, (better) => `${better === 'better' ? 'like' : 'dislike'} the channel ${name}`),
    );
  }),
  steps: shifts((units) => {
    const ids = new Set(units.map(({ id }) => id));
    return Array.from(ids, (id) => shift(`steps.${id}`, id, (better) => `find ${id} ${better}`));
  }),
};

/** What is searched where no range is given, and what is usual; nothing from low to high where a setting cannot matter. */
function standardRanges(
  journeys: readonly Journey[],
  units: readonly (Interaction | Option)[],
  [first]: readonly Segment[],
): { readonly [Key in keyof CustomerSpace]-?: readonly [low: number, high: number, usual: number] } {
  const clocks = journeys.map((journey) => medianClock({ id: '', parts: journey.interactions }));
  const clock = Math.max(...clocks.map(({ seconds }) => seconds));
  const waiting = Math.max(...clocks.map(({ waitingSeconds }) => waitingSeconds));
  const waits = units.filter((unit) => !('parts' in unit)).map((unit) => medianClock(unit).waitingSeconds);
  return {
    expectation: [-4, 5, typeof first?.expectation === 'number' ? first.expectation : 0],
    patience: [waiting / 10, Math.max(waiting, ...waits), 0],
    expectedDuration: [clock / 4, clock, 0],
    dependence: [0, units.some(isVaried) ? 0.8 : 0, 0],
    mood: [-3, 3, 0],
    pace: [0.5, 2, 1],
    failures: [0, units.some(({ failure }) => failure !== undefined) ? 2 : 0, 1],
    dropouts: [0, units.some(({ dropout = 0 }) => dropout > 0) ? 2 : 0, 1],
    channels: [-3, 3, 0],
    steps: [-3, 3, 0],
  };
}

/** Whether customers differ in how they find a step. */
function isVaried({ affect }: Interaction | Option): boolean {
  if (typeof affect !== 'object') return false;
  return 'start' in affect ? typeof affect.start === 'object' || typeof affect.end === 'object' : true;
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
  const units = allUnits(journeys);
  const standard = standardRanges(journeys, units, segments);
  const names = Object.keys(customerSettings) as (keyof CustomerSpace)[];
  const dimensions = names.flatMap((name) => {
    const { values, ways } = customerSettings[name];
    const asked = wanted[name] ?? true;
    const [low, high, usual] = standard[name];
    if (asked === false || low >= high) return [];
    const tried = values(asked === true ? { low, high } : asked, usual);
    return ways(units).map(({ key, words, put }): Dimension => ({
      ...{ key, of: 'customer', ...tried },
      words: (value) => words(value as number),
      put: ({ segment }, value) => put(segment, value as number),
    }));
  });
  return dimensions.filter(({ values }) => values.length > 0);
}

/** A field of the customer's own. */
function own(key: string, min: number, max: number, words: Way['words']): CustomerSetting {
  const put: Way['put'] = (segment, value) => setAt(segment, key, value);
  return { bounds: { min, max }, values: grid, ways: () => [{ key, words, put }] };
}

function expectationWords(value: number): string {
  return value === 0 ? 'expect nothing in particular' : `expect ${value > 0 ? 'much' : 'little'} of it (${signed(value, 0)} of 10)`;
}

/** So many times what a segment has already. */
function scale(key: string, response: keyof Response, words: Way['words']): CustomerSetting {
  const put: Way['put'] = (segment, value) => respond(segment, '*', response, (known = 1) => known * value);
  return { bounds: { min: 0, max: 1e6 }, values: grid, ways: () => [{ key, words, put }] };
}

function shifts(ways: CustomerSetting['ways']): CustomerSetting {
  return { bounds: { min: -20, max: 20 }, values: grid, ways };
}

/** Better or worse, on top of the shift a segment has already. */
function shift(key: string, target: string, words: (better: 'better' | 'worse') => string): Way {
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
