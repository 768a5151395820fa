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
  const candidates: readonly (Dimension | undefined)[] = [
    numeric('expectation', wanted.expectation, { low: -4, high: 5 }, usualLevel(segments), (value) =>
      value > 0
        ? `expect much of it (${signed(value, 0)} of 10)`
        : value < 0
          ? `expect little of it (${signed(value, 0)} of 10)`
          : 'expect nothing in particular',
    ),
    patience.high > 0
      ? lengthy('patience', wanted.patience, patience, (value) => `leave after ${formatSeconds(value)} of waiting`)
      : undefined,
    clock > 0
      ? lengthy(
          'expectedDuration',
          wanted.expectedDuration,
          { low: clock / 4, high: clock },
          (value) => `expect it to take about ${formatSeconds(value)}`,
        )
      : undefined,
    all.some(isVaried)
      ? numeric(
          'dependence.affect',
          wanted.dependence,
          { low: 0, high: 0.8 },
          0,
          (value) => `see everything in the light of one mood (dependence ${fixed(value, 2)})`,
        )
      : undefined,
    response(
      '*',
      'affectShift',
      'mood',
      wanted.mood,
      { low: -3, high: 3 },
      0,
      (value) => `find everything ${value < 0 ? 'worse' : 'better'} (${signed(value, 1)})`,
    ),
    response(
      '*',
      'durationScale',
      'pace',
      wanted.pace,
      { low: 0.5, high: 2 },
      1,
      (value) => `take ${fixed(value, 2)} times as long over everything`,
    ),
    all.some(({ failure }) => failure !== undefined)
      ? response(
          '*',
          'failureScale',
          'failures',
          wanted.failures,
          { low: 0, high: 2 },
          1,
          (value) => `meet ${fixed(value, 1)} times as many failures`,
        )
      : undefined,
    all.some(({ dropout = 0 }) => dropout > 0)
      ? response(
          '*',
          'dropoutScale',
          'dropouts',
          wanted.dropouts,
          { low: 0, high: 2 },
          1,
          (value) => `give up ${fixed(value, 1)} times as readily`,
        )
      : undefined,
    ...channelsOf(all).map((channel) =>
      response(
        `channel:${channel}`,
        'affectShift',
        `channels.${channel}`,
        wanted.channels,
        { low: -3, high: 3 },
        0,
        (value) => `${value < 0 ? 'dislike' : 'like'} the channel ${channel} (${signed(value, 1)})`,
      ),
    ),
    ...(wanted.steps === undefined || wanted.steps === false ? [] : [...new Set(all.map(({ id }) => id))]).map((id) =>
      response(
        id,
        'affectShift',
        `steps.${id}`,
        wanted.steps,
        { low: -3, high: 3 },
        0,
        (value) => `find ${id} ${value < 0 ? 'worse' : 'better'} (${signed(value, 1)})`,
      ),
    ),
  ];
  return candidates.filter((dimension) => dimension !== undefined && dimension.values.length > 0) as Dimension[];
}

type Wanted = boolean | SearchRange | undefined;

function rangeOf(wanted: Wanted, standard: SearchRange): SearchRange | undefined {
  return wanted === false ? undefined : typeof wanted === 'object' ? wanted : standard;
}

function numeric(
  key: string,
  wanted: Wanted,
  standard: SearchRange,
  usual: number,
  words: (value: number) => string,
): Dimension | undefined {
  const range = rangeOf(wanted, standard);
  if (range === undefined) return undefined;
  return {
    key,
    of: 'customer',
    ...grid(range, usual),
    put: ({ segment }, value) => setAt(segment, key, value),
    words: (value) => words(value as number),
  };
}

function lengthy(key: string, wanted: Wanted, standard: SearchRange, words: (value: number) => string): Dimension | undefined {
  const range = rangeOf(wanted, standard);
  if (range === undefined) return undefined;
  return {
    key,
    of: 'customer',
    ...roundDurations(range),
    put: ({ segment }, value) => setAt(segment, key, value),
    words: (value) => words(value as number),
  };
}

/** On top of what the segment answers already: shifts add, scales multiply. */
function response(
  target: string,
  key: string,
  name: string,
  wanted: Wanted,
  standard: SearchRange,
  usual: number,
  words: (value: number) => string,
): Dimension | undefined {
  const range = rangeOf(wanted, standard);
  if (range === undefined) return undefined;
  const put = (segment: Plain, value: Value): void => {
    const responses = { ...(segment['responses'] as Plain | undefined) };
    const before = { ...(responses[target] as Plain | undefined) };
    const known = before[key] as number | undefined;
    const amount = value as number;
    before[key] = known === undefined ? amount : usual === 0 ? known + amount : known * amount;
    responses[target] = before;
    segment['responses'] = responses;
  };
  return {
    key: name,
    of: 'customer',
    ...grid(range, usual),
    put: ({ segment }, value) => put(segment, value),
    words: (value) => words(value as number),
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
