import { experiment } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, text, type Check, type Replication } from './replication';

const whole = { rise: [stretch(60, -8, -2)], fall: [stretch(60, -2, -8)] };
/** |improving − worsening| when lived as a whole and when cut into labelled parts. */
function patternEffects(cohesionOfParts: number): { readonly whole: number; readonly split: number } {
  const lines = [-8, -6, -4].map((from) => [from, from + 2] as const);
  const rising = lines.map(([from, to]) => stretch(20, from, to));
  const falling = [...lines].reverse().map(([from, to]) => stretch(20, to, from));
  const made = experiment({
    conditions: {
      wholeRise: { journey: journey('Whole, improving', whole.rise) },
      wholeFall: { journey: journey('Whole, worsening', whole.fall) },
      splitRise: { journey: journey('Parts, improving', rising, { cohesion: cohesionOfParts }) },
      splitFall: { journey: journey('Parts, worsening', falling, { cohesion: cohesionOfParts }) },
    },
    measure: 'rating',
    customers: 1,
    seed: 'R19',
  }).conditions;
  return {
    whole: Math.abs(made.wholeRise.predicted - made.wholeFall.predicted),
    split: Math.abs(made.splitRise.predicted - made.splitFall.predicted),
  };
}

function check(on: Check['on'], cohesion: number, expected: boolean): Check {
  const effects = patternEffects(cohesion);
  return direction(
    'how much the pattern matters',
    on,
    `whole ${text(effects.whole)}, in parts ${text(effects.split)}`,
    'in parts less than half of whole',
    effects.split < effects.whole / 2,
    expected,
  );
}

export const r19: Replication = {
  id: 'R19',
  study: 'Ariely & Zauberman 2000: breaking an experience into parts',
  class: 'L',
  stimulus: '60 s from −8 to −2 or back, lived as one or cut into three labelled parts (recon.).',
  setting: 'journey `cohesion: 0` for the cut version',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', 1, false), check('setting', 0, true)],
};
