import { experiment, minutes } from 'peakend';
import { direction, signed, text, type Replication } from './replication';

const arrival = (walk: number, wait: number) => ({
  name: 'Baggage claim',
  interactions: [
    { id: 'walk', duration: minutes(walk) },
    { id: 'carousel', kind: 'wait' as const, duration: minutes(wait), wait: { occupied: 0 } },
  ],
});

export const r49: Replication = {
  id: 'R49',
  study: 'The airport that moved its baggage claim (anecdote, told by Larson)',
  class: 'B',
  stimulus: 'One minute of walking and seven at the carousel, or six and two; nothing to do there.',
  note: 'Direction only: complaints are not modelled, and satisfaction does not rise to where nobody would complain.',
  verdict: 'holds',
  checks: () => {
    const conditions = { near: { journey: arrival(1, 7) }, far: { journey: arrival(6, 2) } };
    const change = (measure: 'rating' | 'satisfaction' | 'waitingDuration'): number => {
      const made = experiment({ conditions, measure, contrasts: { change: { of: 'far', versus: 'near' } }, customers: 1, seed: 'R49' });
      return made.contrasts.change!.predicted;
    };
    const [remembered, satisfaction, waiting] = [change('rating'), change('satisfaction'), change('waitingDuration')];
    return [
      direction(
        'remembered utility and satisfaction, far minus near',
        'defaults',
        `${signed(remembered)}, ${signed(satisfaction, 1)}`,
        'better',
        remembered > 0.5 && satisfaction > 0,
      ),
      direction('idle minutes, total unchanged', 'defaults', text(waiting / 60, 1), 'falls sharply (7 to 2)', waiting === -300),
    ];
  },
};
