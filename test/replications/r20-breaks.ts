import { acclimationDecay, experiment, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, percent, signed, type Check, type Replication } from './replication';

const lived = (level: number, interrupted: boolean) =>
  journey('Massage or noise', interrupted ? [stretch(90, level), stretch(20, 0), stretch(90, level)] : [stretch(180, level)]);

function breakEffects(model: ExperienceModelInput): { readonly pleasant: number; readonly irritating: number } {
  const { contrasts } = experiment({
    conditions: {
      pleasant: { journey: lived(5, false) },
      pleasantBreak: { journey: lived(5, true) },
      irritating: { journey: lived(-5, false) },
      irritatingBreak: { journey: lived(-5, true) },
    },
    measure: 'rating',
    contrasts: { pleasant: { of: 'pleasantBreak', versus: 'pleasant' }, irritating: { of: 'irritatingBreak', versus: 'irritating' } },
    model,
    customers: 1,
    seed: 'R20',
  });
  return { pleasant: contrasts.pleasant!.predicted, irritating: contrasts.irritating!.predicted };
}

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { pleasant, irritating } = breakEffects(model);
  return direction(
    'what a break does to how it is remembered',
    on,
    `pleasant ${signed(pleasant)}, irritating ${signed(irritating)}`,
    'pleasant up, irritating down',
    pleasant > 0 && irritating < 0,
    expected,
  );
}

/** Shares that want the break beforehand. */
function wanted(model: ExperienceModelInput): { readonly pleasant: number; readonly irritating: number } {
  const share = (level: number): number =>
    experiment({
      conditions: { broken: { journey: lived(level, true) }, whole: { journey: lived(level, false) } },
      measure: 'choice',
      choose: 'beforehand',
      model,
      customers: 1,
      seed: 'R20',
    }).conditions.broken.predicted;
  return { pleasant: share(5), irritating: share(-5) };
}

function checkWanted(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { pleasant, irritating } = wanted(model);
  return direction(
    'who wants the break beforehand',
    on,
    `${percent(pleasant)} of the pleasant one, ${percent(irritating)} of the irritating one`,
    'few of the pleasant, most of the irritating',
    pleasant < 0.5 && irritating > 0.5,
    expected,
  );
}

const adapting: ExperienceModelInput = { memory: acclimationDecay({ acclimation: 0.05, decay: 0.1 }) };

export const r20: Replication = {
  id: 'R20',
  study: 'Nelson & Meyvis 2008: interrupted consumption',
  class: 'L',
  stimulus: '180 s at +5 or −5; with a break: 90 s, 20 s at 0, 90 s (recon.).',
  setting:
    '`memory: acclimationDecay({ acclimation: 0.05, decay: 0.1 })`: people get used to a level within half a minute (the same setting as R34)',
  note: 'The ratings come out with a memory that gets used to things. Beforehand people judge by the same memory, but do not foresee that they will get used to anything: so they want the opposite.',
  verdict: 'holds with the setting',
  checks: () => [
    check('defaults', {}, false),
    checkWanted('defaults', {}, true),
    check('setting', adapting, true),
    checkWanted('setting', adapting, true),
  ],
};
