import type { OutcomeName } from '../experience/outcomes';
import { fixed, formatDifference, formatOutcome, grouped, signed } from '../results/format-outcome';
import type { Block } from '../words/page';
import type { Alarm, Watch } from './types';
import type { ReadWatch } from './read-watch';

/** `2026-03`, or `2026-02 to 2026-04`. */
function between([from, to]: readonly [string | number, string | number]): string {
  return from === to ? `${from}` : `${from} to ${to}`;
}

function changeText(change: number, outcome: OutcomeName | undefined): string {
  if (outcome !== undefined) return formatDifference(outcome, change);
  return signed(change, Math.abs(change) < 1 ? 3 : 2);
}

function told(
  segment: string,
  { direction, since, sinceBetween, at, change, standardError, isOpen, until }: Alarm,
  outcome: OutcomeName | undefined,
): string {
  const range = sinceBetween[0] === sinceBetween[1] ? '' : ` (${between(sinceBetween)})`;
  const size = `${changeText(change, outcome)} ± ${changeText(1.96 * standardError, outcome).replace('+', '')}`;
  const end = isOpen ? '' : `; over since about ${until}`;
  return `${segment}: ${direction === 'down' ? 'lower' : 'higher'} since about ${since}${range}, by ${size}; alarm at ${at}${end}.`;
}

/** One segment in a sentence. */
export function segmentSentence(segment: string, alarms: readonly Alarm[], { outcome }: Pick<ReadWatch, 'outcome'>): string {
  return alarms.length === 0 ? `${segment}: nothing beyond chance.` : alarms.map((alarm) => told(segment, alarm, outcome)).join(' ');
}

/** All of it in a sentence. */
export function watchSentence({ alarmed, segments, order, falseAlarms, direction }: Omit<Watch, 'sentence'>): string {
  const rate = `one false alarm in ${grouped(falseAlarms)} periods, all charts together, where the promise is exact`;
  if (order.segments.length === 0) return `Nothing was observed (${rate}).`;
  if (alarmed.length > 0) return `${alarmed.map((id) => segments[id]!.sentence).join(' ')} (${rate})`;
  const past = order.segments.filter((id) => segments[id]!.alarms.length > 0);
  return past.length === 0
    ? `${direction === 'both' ? 'As promised' : direction === 'down' ? 'Not lower than promised' : 'Not higher than promised'}, as far as chance lets see (${rate}).`
    : `No alarm is open; there were some of ${past.join(', ')} (${rate}).`;
}

/** Charts in short, and what they say. */
export function watchPage(
  { segments, order, limit, shift, delay, method, sentence, falseAlarmsEach }: Watch,
  outcome: OutcomeName | undefined,
): Block[] {
  const write = (value: number): string => (outcome === undefined ? fixed(value, 2) : formatOutcome(outcome, value));
  return [
    { title: `${order.periods.length} periods watched${outcome === undefined ? '' : `: ${outcome}`}` },
    {
      table: {
        head: ['segment', 'expected', 'last', 'chart, limit', 'alarm at', 'since about', 'by'],
        rows: order.segments.map((id) => {
          const { expected, points, alarms } = segments[id]!;
          const last = points[points.length - 1]!;
          const alarm = alarms[alarms.length - 1];
          return [
            id,
            write(expected.mean),
            write(last.mean),
            `${fixed(last.statistic, 1)}, ${fixed(limit, 1)}`,
            alarm === undefined ? '–' : `${alarm.at}${alarm.isOpen ? '' : ' (over)'}`,
            alarm === undefined ? '–' : between(alarm.sinceBetween),
            alarm === undefined ? '–' : changeText(alarm.change, outcome),
          ];
        }),
      },
    },
    {
      prose: [
        sentence,
        `${method === 'cusum' ? 'CUSUM' : 'EWMA'} in standard errors: each chart has a false alarm once in ${grouped(falseAlarmsEach)} periods; a change of ` +
          `${fixed(shift, 1)} standard errors stays unseen for ${fixed(delay, 1)} periods on average.`,
      ],
    },
  ];
}
