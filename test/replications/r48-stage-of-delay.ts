import { experiment, minutes, type ExperienceModelInput } from 'peakend';
import { direction, text, type Check, type Replication } from './replication';

function ratings(model: ExperienceModelInput): { readonly before: number; readonly during: number; readonly after: number } {
  const delay = (phase: 'before' | 'during' | 'after') => ({
    id: 'delay',
    kind: 'wait' as const,
    duration: minutes(15),
    wait: { phase, tolerance: minutes(5) },
  });
  const meal = (id: string, share: number) => ({ id, duration: minutes(60 * share), affect: 4 });
  const visit = (interactions: readonly (ReturnType<typeof delay> | ReturnType<typeof meal>)[]) => ({ name: 'Restaurant', interactions });
  const { conditions } = experiment({
    conditions: {
      before: { journey: visit([delay('before'), meal('meal', 1)]) },
      during: { journey: visit([meal('meal', 0.5), delay('during'), meal('dessert', 0.5)]) },
      after: { journey: visit([meal('meal', 1), delay('after')]) },
    },
    measure: 'rating',
    model,
    customers: 1,
    seed: 'R48',
  });
  return { before: conditions.before.predicted, during: conditions.during.predicted, after: conditions.after.predicted };
}

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { before, during, after } = ratings(model);
  return direction(
    'the same delay before, during or after the meal',
    on,
    `${text(before)}, ${text(during)}, ${text(after)}`,
    'during least bad',
    during > before && during > after,
    expected,
  );
}

export const r48: Replication = {
  id: 'R48',
  study: 'Dubé-Rioux, Schmitt & Leclerc 1989: delays at three stages of a restaurant visit',
  class: 'L',
  stimulus: 'A meal of an hour at +4 and a delay of 15 minutes, of which five are taken in good part (recon.).',
  setting: '`waiting.phase: { before: 2, during: 0.25, after: 2 }`',
  note: 'The default follows stalls in streamed films, where one in the middle costs most; restaurants are the other way round.',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', { waiting: { phase: { before: 2, during: 0.25, after: 2 } } }, true)],
};
