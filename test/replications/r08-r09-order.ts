import { averaging, minutes } from 'peakend';
import { noiseCheck } from './r08-noise';
import { rampEffect } from './r09-ramps';
import { inBand, type Check, type Replication } from './replication';

function rampCheck(on: Check['on'], model = {}): Check {
  return inBand('effect size d of the continuous ramp', on, rampEffect(minutes(15), model), '1.45', [0.8, 2]);
}

export const r0809: Replication = {
  id: 'R8+R9',
  study: 'Tully & Meyvis 2016 with Zenko et al. 2016: order irrelevant for two noises, decisive for one ramp',
  class: 'L',
  stimulus: 'The journeys of R8 and R9 under one and the same memory model.',
  setting: 'journey `cohesion`: 0 for the two labelled noises, 1 (the default) for the ramp',
  note: 'No one set of weights does both: averaging gets the noises and loses the ramp, the default gets the ramp and loses the noises.',
  verdict: 'holds with the setting',
  checks: () => [
    noiseCheck('defaults', 1, false),
    rampCheck('defaults'),
    noiseCheck('setting', 0, true),
    rampCheck('setting'),
    noiseCheck('rival: averaging', 1, true, { memory: averaging }),
    rampCheck('rival: averaging', { memory: averaging }),
  ],
};
