import { experiment, type ExperienceModelInput } from 'peakend';
import { direction, percent, signed, type Check, type Replication } from './replication';

function study(results: number, model: ExperienceModelInput) {
  const search = (seconds: number, shown: boolean) => ({
    name: 'Travel search',
    interactions: [
      ...(seconds > 0
        ? [{ id: 'search', kind: 'wait' as const, duration: seconds, wait: { explained: shown, informed: shown, work: shown } }]
        : []),
      { id: 'results', duration: 60, affect: results },
    ],
  });
  const conditions = {
    transparent: { journey: search(30, true) },
    instant: { journey: search(0, false) },
    opaque: { journey: search(30, false) },
  };
  const rated = experiment({
    conditions,
    measure: 'rating',
    contrasts: { opaque: { of: 'transparent', versus: 'opaque' } },
    model,
    customers: 1,
    seed: 'R50',
  });
  const { transparent, instant } = conditions;
  const chosen = experiment({ conditions: { transparent, instant }, measure: 'choice', model, customers: 1, seed: 'R50' });
  return { overOpaque: rated.contrasts.opaque!.predicted, share: chosen.conditions.transparent.predicted };
}

const credited: ExperienceModelInput = { waiting: { work: 5 } };

function against(on: Check['on'], model: ExperienceModelInput, expected: readonly [boolean, boolean, boolean]): readonly Check[] {
  const { overOpaque, share } = study(4, model);
  const poor = study(-4, model);
  return [
    direction('30 s with the work shown against 30 s without', on, signed(overOpaque), 'above 0', overOpaque > 0, expected[0]),
    direction('share choosing 30 s shown over instant', on, percent(share), 'a majority, about 60 %', share > 0.5, expected[1]),
    direction('the same where the results are poor', on, percent(poor.share), 'a minority', poor.share < 0.5, expected[2]),
  ];
}

export const r50: Replication = {
  id: 'R50',
  study: 'Buell & Norton 2011: the labour illusion',
  class: 'L',
  stimulus: 'A search of 0 or 30 s, opaque or with the work shown (`work`, `explained`, `informed`), then results at +4 or −4 (recon.).',
  setting: '`waiting.work: 5`: work shown counts for five times as much as by default',
  note: 'Work shown is credited to what comes of it, and held against it where that is poor. By default that makes up for part of the wait, not for all of it; and a wait, itself hardly bad, still dilutes poor results.',
  verdict: 'holds with the setting',
  checks: () => [...against('defaults', {}, [true, false, false]), ...against('setting', credited, [true, true, true])],
};
