import { averaging, experiment, type ExperienceModelInput } from 'peakend';
import { journey, stretch } from './journeys';
import { inBand, type Check, type Replication } from './replication';

/** Pages of so many sliders each: load is bad, in proportion. */
const pages = (loads: readonly number[]) =>
  journey(
    'Sliders',
    loads.map((load) => stretch(30, -load)),
  );

function check(on: Check['on'], model: ExperienceModelInput, expected: boolean): Check {
  const { lighterEnd } = experiment({
    conditions: { lighterEnd: { journey: pages([6, 6, 6, 6, 1]) }, level: { journey: pages([5, 5, 5, 5, 5]) } },
    measure: 'choice',
    model,
    customers: 1,
    seed: 'R21',
  }).conditions;
  return inBand('share preferring the task with the light last page', on, lighterEnd.predicted, 'not different from 0.50', [0.4, 0.65], {
    expected,
  });
}

export const r21: Replication = {
  id: 'R21',
  study: 'Cockburn, Quinn & Gutwin 2015: peak and end of work at a screen, end only',
  class: 'L',
  stimulus: 'Five pages of sliders, 6-6-6-6-1 against 5-5-5-5-5, affect minus the number of sliders, 30 s a page (recon.).',
  setting: '`memory: averaging`',
  note: 'Journey `cohesion` of 0.25 or less does it too: pages are parts.',
  verdict: 'holds with the setting',
  checks: () => [check('defaults', {}, false), check('setting', { memory: averaging }, true)],
};
