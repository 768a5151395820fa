import { formatDistribution } from '../distributions/format-distribution';
import { formatNumber } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import { grouped, percent } from '../results/format-outcome';
import type { Block } from '../words/page';
import type { CaseDurations, FittedDuration, JourneyFromLog, LogStep } from './types';

/** How much of the log the journey explains, its steps, its kinds, and what it leaves out. */
export function logPage(made: JourneyFromLog): Block[] {
  const { journey, counts, explained, steps, kinds, left, observed, cautions } = made;
  const running =
    counts.unfinished === 0 ? '' : ` ${grouped(counts.unfinished)} of the cases may still be running, or have left without an end.`;
  const order = `${percent(explained.order)} of the pairs of steps in a case stand in this order, by their first times; in ${percent(explained.cases)} of the cases every event has its place in it.`;
  return [
    {
      title: `${journey.name}: ${grouped(steps.length)} ${steps.length === 1 ? 'activity' : 'activities'} of ${grouped(counts.cases)} cases`,
    },
    { prose: [`${grouped(counts.events)} events in ${grouped(counts.rows)} rows.${running}`, order, durationSentence('Cases', observed)] },
    { table: { head: ['step', 'cases', 'skipped', 'left after', 'repeats', 'takes', 'before it'], rows: steps.map(stepRow) } },
    ...(kinds.length < 2
      ? []
      : [
          { heading: 'Kinds of cases' },
          {
            table: {
              head: ['kind', 'share', 'cases', 'mean', 'what'],
              rows: kinds.map(({ id, share, n, mean, what }) => [id, percent(share), grouped(n), formatSeconds(mean), what]),
              hasNotes: true,
            },
          },
        ]),
    ...(left.length === 0
      ? []
      : [
          { heading: 'What the journey does not carry' },
          { points: left.map(({ what, of, count, share }) => `${what}: ${grouped(count)} ${of} (${percent(share)})`) },
        ]),
    ...(cautions.length === 0 ? [] : [{ prose: cautions.map(({ message, path }) => `Caution: ${message} (${path})`) }]),
  ];
}

/** `Cases took 6.0 d on average, half of them 15.9 h to 8.5 d (median 5.3 d).` */
export function durationSentence(who: string, { mean, p25, median, p75 }: Omit<CaseDurations, 'n' | 'parts'>): string {
  return `${who} took ${formatSeconds(mean)} on average, half of them ${formatSeconds(p25)} to ${formatSeconds(p75)} (median ${formatSeconds(median)}).`;
}

function stepRow({ name, n, skip, dropout, repeats, share, duration, wait }: LogStep): string[] {
  const isChoice = share !== undefined;
  const option = share === undefined ? '' : ` (option, ${percent(share)})`;
  return [
    `${name}${option}`,
    grouped(n),
    skip === 0 ? '–' : percent(skip),
    dropout === 0 ? '–' : percent(dropout),
    repeats === 0 ? '–' : formatNumber(repeats, 2),
    duration === undefined ? '–' : fitWords(duration),
    wait === undefined ? '–' : `${fitWords(wait)}${isChoice ? ', all options' : ''}`,
  ];
}

function fitWords({ distribution, family, mean, goodness }: FittedDuration): string {
  if (family === 'constant') return formatDistribution(distribution, 'seconds');
  return `${formatSeconds(mean)}, ${family === 'empirical' ? 'as seen' : `${family} (KS ${formatNumber(goodness.ks, 2)})`}`;
}
