import { grouped, percent } from '../results/format-outcome';
import type { Block } from '../words/page';
import type { Recordings } from './types';

const sources = { samples: 'curves', columns: 'forms', log: 'journeys of a log' } as const;
const became = { skip: 'left out', carry: 'filled with the rating before', refuse: 'refused' } as const;

/** What there is, and what was not answered. */
export function recordingsPage({ count, source, offsets, steps, answers }: Recordings): Block[] {
  const moments = grouped(offsets[count]!);
  const of = steps.length === 0 ? '' : ` of ${steps.length} steps`;
  const missing =
    answers.missing === 0
      ? 'Every moment was rated.'
      : `${grouped(answers.missing)} of ${grouped(answers.asked)} moments had no rating (${percent(answers.share)}), and were ${became[answers.gaps]}.`;
  const left =
    answers.recordingsLeftOut === 0
      ? []
      : [`${grouped(answers.recordingsLeftOut)} recordings were left out: too little of them was rated.`];
  return [{ prose: [`${grouped(count)} ${sources[source]}, ${moments} moments${of}.`, missing, ...left] }];
}
