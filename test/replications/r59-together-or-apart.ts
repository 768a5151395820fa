import { experiment, minutes, total, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, percent, type Check, type Replication } from './replication';

function apart(on: Check['on'], what: string, level: number, model: ExperienceModelInput): Check {
  const share = experiment({
    conditions: {
      apart: { journey: journey('Two days', [stretch(minutes(15), level), stretch(minutes(60), 0), stretch(minutes(15), level)]) },
      together: { journey: journey('One day', [stretch(minutes(15), level), stretch(minutes(15), level)]) },
    },
    measure: 'choice',
    model,
    customers: 1,
    seed: 'R59',
  }).conditions.apart.predicted;
  return direction(`${what}: share better off with them apart`, on, percent(share), 'original: apart; replication: together', true);
}

export const r59: Replication = {
  id: 'R59',
  study: 'Linville & Fischer 1991 against Jones 2001: two gains or two losses, together or apart',
  class: 'L',
  stimulus: 'Two events of 15 minutes at +4 or −4, with or without an indifferent hour between (recon.).',
  setting: '`memory: total`',
  note: 'The original and its replication contradict each other in seven of eight scenarios. The model takes no side by design; what its settings say is shown.',
  verdict: 'no verdict',
  checks: () => [
    apart('defaults', 'two gains', 4, {}),
    apart('defaults', 'two losses', -4, {}),
    apart('setting', 'two gains', 4, { memory: total }),
    apart('setting', 'two losses', -4, { memory: total }),
  ],
};
