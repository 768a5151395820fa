import { experiment, minutes, type ExperienceModelInput } from 'peakend';
import { direction, signed, text, type Check, type Replication } from './replication';

function effects(model: ExperienceModelInput): { readonly time: number; readonly affect: number } {
  const wait = (informed: boolean) => ({
    name: 'Registration',
    interactions: [{ id: 'wait', kind: 'wait' as const, duration: minutes(10), wait: { informed } }],
  });
  const conditions = { silent: { journey: wait(false) }, told: { journey: wait(true) } };
  const common = { conditions, model, customers: 1, seed: 'R43' };
  const time = experiment({
    ...common,
    measure: 'perceivedDuration',
    contrasts: { ratio: { of: 'told', versus: 'silent', statistic: 'ratio' } },
  });
  const affect = experiment({ ...common, measure: 'rating', contrasts: { difference: { of: 'told', versus: 'silent' } } });
  return { time: time.contrasts.ratio!.predicted, affect: affect.contrasts.difference!.predicted };
}

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { time, affect } = effects(model);
  return direction(
    'being told, at intermediate length: felt time and affect',
    on,
    `×${text(time)}, ${signed(affect)}`,
    'felt time unchanged, affect better',
    Math.abs(time - 1) < 0.03 && affect > 0,
    expected,
  );
}

export const r43: Replication = {
  id: 'R43',
  study: 'Hui & Tse 1996: what to tell people who wait',
  class: 'B',
  stimulus: 'A wait of ten minutes, informed or not (recon.).',
  setting: '`waiting: { information: 0, informed: { affect: 1 } }`: information works through affect alone',
  note: 'The default follows the bus stops of R41, where a countdown changed felt time: the two studies disagree. That information does nothing in short waits is not in the model either way.',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', { waiting: { information: 0, informed: { affect: 1 } } }, true)],
};
