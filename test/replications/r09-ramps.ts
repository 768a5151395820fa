import { averaging, days, experiment, minutes, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, inBand, text, type Replication } from './replication';

const up = journey('Harder and harder', [stretch(minutes(15), 2, -4)]);
const down = journey('Easier and easier', [stretch(minutes(15), -4, 2)]);

/** Cohen's d of remembered pleasure, falling against rising effort, asked after so many seconds. */
export function rampEffect(recallDelay: number, model: ExperienceModelInput = {}): number {
  return experiment({
    conditions: { up: { journey: up }, down: { journey: down } },
    measure: 'rating',
    contrasts: { d: { of: 'down', versus: 'up', statistic: 'effectSize' } },
    model: { ...model, memory: { ...model.memory, recallDelay } as NonNullable<ExperienceModelInput['memory']> },
    customers: 1,
    seed: 'R9',
  }).contrasts.d!.predicted;
}

export const r09: Replication = {
  id: 'R9',
  study: 'Zenko, Ekkekakis & Ariely 2016: exercise that becomes harder or easier',
  class: 'A',
  stimulus: '15 minutes along a line, +2 → −4 or −4 → +2 (recon.): the same mean. Asked after 15 minutes, a day, a week.',
  note: 'The standard deviation behind d is the default rating noise of 1.5 alone.',
  verdict: 'holds',
  checks: () => {
    const [soon, day, week] = [rampEffect(minutes(15)), rampEffect(days(1)), rampEffect(days(7))];
    return [
      inBand('effect size d after 15 minutes', 'defaults', soon, '1.45', [0.8, 2]),
      inBand('after a day', 'defaults', day, '1.13', [0.5, 1.6]),
      inBand('after a week', 'defaults', week, '0.95', [0.5, 1.6]),
      direction(
        'it shrinks with delay',
        'defaults',
        [soon, day, week].map((d) => text(d)).join(' > '),
        'falling',
        soon > day && day > week,
      ),
      inBand('after 15 minutes, averaging', 'rival: averaging', rampEffect(minutes(15), { memory: averaging }), '1.45', [0.8, 2]),
    ];
  },
};
