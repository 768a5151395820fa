import { experiment, type JourneyInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, text, type Check, type Replication } from './replication';

const loud = stretch(20, -6);
const softer = stretch(10, -3);

/** Ratings of the three cells; parts of one noise count as one episode (cohesion 1) or as separate ones (0). */
export function noiseRatings(cohesion: number, model = {}): { readonly control: number; readonly end: number; readonly begin: number } {
  const noise = (parts: Parameters<typeof journey>[1]): JourneyInput => journey('Noise', parts, { cohesion });
  const { conditions } = experiment({
    conditions: {
      control: { journey: noise([loud]) },
      end: { journey: noise([loud, softer]) },
      begin: { journey: noise([softer, loud]) },
    },
    measure: 'rating',
    customers: 1,
    seed: 'R8',
    model,
  });
  return { control: conditions.control.predicted, end: conditions.end.predicted, begin: conditions.begin.predicted };
}

/** Both additions help, and which one it was makes little difference beside that. */
export function noiseCheck(on: Check['on'], cohesion: number, expected: boolean, model = {}): Check {
  const { control, end, begin } = noiseRatings(cohesion, model);
  const least = Math.min(end, begin) - control;
  return direction(
    'softer noise after, or before, against none: both help, the order does not matter',
    on,
    `after +${text(end - control)}, before +${text(begin - control)}`,
    'both above 0, and not different from each other (difference below half of the smaller)',
    least > 0 && Math.abs(end - begin) < least / 2,
    expected,
  );
}

export const r08: Replication = {
  id: 'R8',
  study: 'Tully & Meyvis 2016: endings of noises are not inherently over-weighted',
  class: 'L',
  stimulus: '20 s at −6; after: 10 s at −3 follow; before: 10 s at −3 precede (recon.).',
  setting: 'journey `cohesion: 0`: two labelled noises, not one episode',
  verdict: 'holds with the setting',
  checks: () => [noiseCheck('defaults', 1, false), noiseCheck('setting', 0, true)],
};
