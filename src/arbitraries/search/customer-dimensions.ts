import { formatSeconds } from '../../distributions/format-seconds';
import type { Interaction, Journey, Option, Segment } from '../../journey/types';
import { quantile } from '../../distributions/mathematics';
import { medianClock } from '../../redesign/median-clock';
import { units } from '../../journey/units';
import { signed, fixed } from '../../results/format-outcome';
import { grid, roundDurations, setAt, type Dimension, type Plain, type Value } from './dimension';
import type { CustomerSpace, SearchRange } from './types';

/** How customers may differ, as far as it can matter in these journeys. */
export function customerDimensions(
  journeys: readonly Journey[],
  segments: readonly Segment[],
  space: boolean | CustomerSpace,
): Dimension[] {
  if (space === false) return [];
  const wanted = space === true ? {} : space;
  const all = journeys.flatMap((journey) => Array.from(units(journey), ({ unit }) => unit));
  const clocks = journeys.map((journey) => medianClock({ id: '', parts: journey.interactions }));
  const clock = Math.max(...clocks.map(({ seconds }) => seconds));
  const waiting = Math.max(...clocks.map(({ waitingSeconds }) => waitingSeconds));
  const longestWait = Math.max(0, ...all.filter(({ kind, ...unit }) => kind === 'wait' && !('parts' in unit)).map(medianOf));
  const patience = { low: waiting / 10, high: Math.max(waiting, longestWait) };
  const candidates = [
    own('expectation', grid, wanted.expectation, { low: -4, high: 5 }, usualLevel(segments), (value) =>
      value === 0 ? 'expect nothing in particular' : `expect ${value > 0 ? 'much' : 'little'} of it (${signed(value, 0)} of 10)`,
    ),
    patience.high > 0 &&
      own('patience', roundDurations, wanted.patience, patience, 0, (value) => `leave after ${formatSeconds(value)} of waiting`),
    clock > 0 &&
      own('expectedDuration', roundDurations, wanted.expectedDuration, { low: clock / 4, high: clock }, 0, (value) => {
        return `expect it to take about ${formatSeconds(value)}`;
      }),
    all.some(isVaried) &&
      own('dependence.affect', grid, wanted.dependence, { low: 0, high: 0.8 }, 0, (value) => {
        return `see everything in the light of one mood (dependence ${fixed(value, 2)})`;
      }),
    shift('*', 'mood', wanted.mood, (better, by) => `find everything ${better ? 'better' : 'worse'} (${by})`),
    scale('durationScale', 'pace', wanted.pace, { low: 0.5, high: 2 }, (value) => `take ${fixed(value, 2)} times as long over everything`),
    all.some(({ failure }) => failure !== undefined) &&
      scale('failureScale', 'failures', wanted.failures, { low: 0, high: 2 }, (value) => `meet ${fixed(value, 1)} times as many failures`),
    all.some(({ dropout = 0 }) => dropout > 0) &&
      scale('dropoutScale', 'dropouts', wanted.dropouts, { low: 0, high: 2 }, (value) => `give up ${fixed(value, 1)} times as readily`),
    ...channelsOf(all).map((channel) =>
      shift(`channel:${channel}`, `channels.${channel}`, wanted.channels, (better, by) => {
        return `${better ? 'like' : 'dislike'} the channel ${channel} (${by})`;
      }),
    ),
    ...[...new Set(all.map(({ id }) => id))].map((id) =>
      // Only where asked for.
      shift(id, `steps.${id}`, wanted.steps ?? false, (better, by) => `find ${id} ${better ? 'better' : 'worse'} (${by})`),
    ),
  ];
  return candidates.flatMap((dimension) => (typeof dimension === 'object' && dimension.values.length > 0 ? [dimension] : []));
}

type Wanted = boolean | SearchRange | undefined;

function dimension(
  key: string,
  values: typeof grid,
  wanted: Wanted,
  standard: SearchRange,
  usual: number,
  words: (value: number) => string,
  put: (segment: Plain, value: Value) => void,
): Dimension | undefined {
  if (wanted === false) return undefined;
  return {
    key,
    of: 'customer',
    ...values(typeof wanted === 'object' ? wanted : standard, usual),
    put: ({ segment }, value) => put(segment, value),
    words: (value) => words(value as number),
  };
}

/** A field of the customer's own. */
function own(
  key: string,
  values: typeof grid,
  wanted: Wanted,
  standard: SearchRange,
  usual: number,
  words: (value: number) => string,
): Dimension | undefined {
  return dimension(key, values, wanted, standard, usual, words, (segment, value) => setAt(segment, key, value));
}

function shift(target: string, name: string, wanted: Wanted, words: (better: boolean, by: string) => string): Dimension | undefined {
  return dimension(
    name,
    grid,
    wanted,
    { low: -3, high: 3 },
    0,
    (value) => words(value >= 0, signed(value, 1)),
    respond(target, 'affectShift', (known, value) => known + value, 0),
  );
}

function scale(key: string, name: string, wanted: Wanted, standard: SearchRange, words: (value: number) => string): Dimension | undefined {
  return dimension(
    name,
    grid,
    wanted,
    standard,
    1,
    words,
    respond('*', key, (known, value) => known * value, 1),
  );
}

/** On top of what the segment answers already: shifts add, scales multiply. */
function respond(target: string, key: string, join: (known: number, value: number) => number, usual: number) {
  return (segment: Plain, value: Value): void => {
    const responses = segment['responses'] as Plain | undefined;
    const before = responses?.[target] as Plain | undefined;
    const known = (before?.[key] as number | undefined) ?? usual;
    segment['responses'] = { ...responses, [target]: { ...before, [key]: join(known, value as number) } };
  };
}

function usualLevel(segments: readonly Segment[]): number {
  const [first] = segments;
  return typeof first?.expectation === 'number' ? first.expectation : 0;
}

function medianOf({ duration = 0 }: { readonly duration?: Interaction['duration'] }): number {
  return typeof duration === 'number' ? duration : quantile(duration, 0.5);
}

/** Whether customers differ in how they find a step. */
function isVaried({ affect }: Interaction | Option): boolean {
  if (typeof affect !== 'object') return false;
  return 'start' in affect ? typeof affect.start === 'object' || typeof affect.end === 'object' : true;
}

function channelsOf(all: readonly (Interaction | Option)[]): string[] {
  return [...new Set(all.flatMap(({ channel }) => (channel === undefined ? [] : [channel])))];
}
