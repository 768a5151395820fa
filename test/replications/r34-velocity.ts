import { acclimationDecay, experiment, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, signed, type Check, type Replication } from './replication';

/** From one level to another, held there before the change: fast or slow, ending where it arrives. */
function speedEffects(model: ExperienceModelInput): { readonly rise: number; readonly fall: number } {
  const change = (from: number, seconds: number) => journey('Change', [stretch(120, from), stretch(seconds, from, -from)]);
  const { contrasts } = experiment({
    conditions: {
      fastRise: { journey: change(-4, 20) },
      slowRise: { journey: change(-4, 60) },
      fastFall: { journey: change(4, 20) },
      slowFall: { journey: change(4, 60) },
    },
    measure: 'rating',
    contrasts: { rise: { of: 'fastRise', versus: 'slowRise' }, fall: { of: 'fastFall', versus: 'slowFall' } },
    model,
    customers: 1,
    seed: 'R34',
  });
  return { rise: contrasts.rise!.predicted, fall: contrasts.fall!.predicted };
}

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { rise, fall } = speedEffects(model);
  return direction(
    'fast minus slow change between the same levels',
    on,
    `rise ${signed(rise)}, fall ${signed(fall)}`,
    'rise above 0, fall below 0',
    rise > 0 && fall < 0,
    expected,
  );
}

export const r34: Replication = {
  id: 'R34',
  study: 'Hsee & Abelson 1991: satisfaction follows the velocity of a change',
  class: 'L',
  stimulus: 'Two minutes at −4 (or +4), then to +4 (or −4) within 20 s or 60 s, ending on arrival (recon.).',
  setting: '`memory: acclimationDecay({ acclimation: 0.05, decay: 0.1 })`',
  note: 'On defaults a slow change only lengthens the better or worse half, which turns the sign. A memory that gets used to a level feels the speed of what leaves it, as long as it gets used to it faster than the change goes: with slower rates (0.02 and 0.1) the sign stays wrong.',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', { memory: acclimationDecay({ acclimation: 0.05, decay: 0.1 }) }, true)],
};
