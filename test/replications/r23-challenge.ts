import { experiment, type ExperienceModelInput } from 'peakend';
import { direction, text, type Check, type Replication } from './replication';

function orderEffects(model: ExperienceModelInput): { readonly challenge: number; readonly fun: number } {
  const played = (hardLast: boolean) => {
    const easy = { duration: 120, affect: 3, effort: 2 };
    const hard = { duration: 120, affect: 1, effort: 8 };
    const levels = hardLast ? [easy, easy, hard] : [hard, easy, easy];
    return { name: 'Game', interactions: levels.map((level, index) => ({ id: `level-${index + 1}`, ...level })) };
  };
  const effect = (outcome: 'ease' | 'emotion'): number => {
    const { contrasts } = experiment({
      conditions: { hardFirst: { journey: played(false) }, hardLast: { journey: played(true) } },
      measure: outcome,
      contrasts: { order: { of: 'hardLast', versus: 'hardFirst' } },
      model,
      customers: 1,
      seed: 'R23',
    });
    return Math.abs(contrasts.order!.predicted);
  };
  return { challenge: effect('ease'), fun: effect('emotion') };
}

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { challenge, fun } = orderEffects(model);
  return direction(
    'order moves the memory of challenge more than that of fun (points of 100)',
    on,
    `challenge ${text(challenge, 1)}, fun ${text(fun, 1)}`,
    'challenge moves, fun hardly',
    challenge > fun,
    expected,
  );
}

export const r23: Replication = {
  id: 'R23',
  study: 'Gutwin et al. 2016; Cockburn, Quinn & Gutwin 2017: order of difficulty in games and forms',
  class: 'B',
  stimulus:
    'Three levels of two minutes, the hard one (effort 8 of 10, affect +1) first or last among easy ones (effort 2, affect +3) (recon.).',
  setting: "`memory.effort: 'remembered'`: effort is remembered by the same blend as affect",
  note: 'By default the memory of effort (`ease`) is a clock-weighted mean, which no order can move. Remembered as affect is, its end counts too, and effort differs more between the levels than affect does.',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', { memory: { effort: 'remembered' } }, true)],
};
