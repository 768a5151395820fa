import { experiment, type ExperienceModelInput } from 'peakend';
import { direction, text, type Check, type Replication } from './replication';

function relief(model: ExperienceModelInput): { readonly choice: number; readonly information: number; readonly both: number } {
  const donation = (chosen: boolean, informed: boolean) => {
    const arm = (id: string) => ({ id, kind: 'wait' as const, duration: 600, affect: -4, wait: { anxious: 1, informed, tolerance: 3600 } });
    return { name: 'Giving blood', interactions: [{ ...arm('left-arm'), ...(chosen ? { choice: { options: [arm('right-arm')] } } : {}) }] };
  };
  const none = { journey: donation(false, false) };
  const made = experiment({
    conditions: {
      none,
      choice: { journey: donation(true, false) },
      information: { journey: donation(false, true) },
      both: { journey: donation(true, true) },
    },
    measure: 'rating',
    model,
    customers: 100,
    seed: 'R57',
  }).conditions;
  const over = (name: 'choice' | 'information' | 'both'): number => made[name].predicted - made.none.predicted;
  return { choice: over('choice'), information: over('information'), both: over('both') };
}

function check(on: Check['on'], model: ExperienceModelInput, expected: readonly [boolean, boolean]): readonly Check[] {
  const { choice, information, both } = relief(model);
  const predicted = `choice ${text(choice)}, information ${text(information)}, both ${text(both)}`;
  return [
    direction(
      'relief by each alone against both',
      on,
      predicted,
      'each alone more than both',
      Math.min(choice, information) > both,
      expected[0],
    ),
    direction(
      'relief by both against the sum',
      on,
      predicted,
      'both above 0 and below the sum',
      both > 0 && both < choice + information,
      expected[1],
    ),
  ];
}

export const r57: Replication = {
  id: 'R57',
  study: 'Mills & Krantz 1979: choice and information for blood donors',
  class: 'L',
  stimulus: 'Ten anxious minutes at −4; which arm is chosen or not, told what happens or not (recon.).',
  setting: '`waiting.informed.affect: -0.4`: being told about needle and blood is unpleasant in itself',
  note: 'Relief by itself only saturates: both together give less than the sum, as published, yet more than either. What makes both worse than each is a cost of each: choosing between two bad arms has one by default (`choice.attraction`), being told gets one by the setting.',
  verdict: 'holds with the setting',
  checks: () => [...check('defaults', {}, [false, true]), ...check('setting', { waiting: { informed: { affect: -0.4 } } }, [true, true])],
};
