import { experiment } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, text, type Replication } from './replication';

function withByWithout(perspective: 'prospective' | 'retrospective'): number {
  const clip = (parts: number) =>
    journey(
      'Clip',
      Array.from({ length: parts }, () => stretch(15 / parts, 0)),
    );
  return experiment({
    conditions: { none: { journey: clip(1) }, shifts: { journey: clip(4) } },
    measure: 'perceivedDuration',
    contrasts: { ratio: { of: 'shifts', versus: 'none', statistic: 'ratio' } },
    model: { time: { perspective } },
    customers: 1,
    seed: 'R45',
  }).contrasts.ratio!.predicted;
}

export const r45: Replication = {
  id: 'R45',
  study: 'Changes in the experience of time: spatial shifts in short films, judged while seen and afterwards',
  class: 'A',
  stimulus:
    '15 s as one step, or as four with a shift between each. The task of the viewer is `time.perspective`; everything else is default.',
  verdict: 'holds',
  checks: () => {
    const [during, after] = [withByWithout('prospective'), withByWithout('retrospective')];
    return [
      direction('judged while it runs, with shifts by without', 'defaults', text(during), 'below 1', during < 1),
      direction('judged afterwards, with shifts by without', 'defaults', text(after), 'above 1', after > 1),
    ];
  },
};
