import { days, experiment } from 'peakend';
import { journey, stretch } from './journeys';
import { direction, signed, text, type Check, type Replication } from './replication';

function effectOfPeakAndEnd(recallDelay: number): number {
  return experiment({
    conditions: {
      plain: { journey: journey('Trip', [stretch(days(3), 3)]) },
      peaked: { journey: journey('Trip with a high and a good end', [stretch(days(1), 2), stretch(days(1), 6), stretch(days(1), 5)]) },
    },
    measure: 'rating',
    contrasts: { effect: { of: 'peaked', versus: 'plain' } },
    model: { memory: { recallDelay } },
    customers: 1,
    seed: 'R31',
  }).contrasts.effect!.predicted;
}

function check(on: Check['on'], early: number, late: number, expected: boolean): Check {
  return direction(
    'what a high and a good end add, within three weeks and after seven',
    on,
    `${signed(early)}, then ${signed(late)}`,
    'there, then gone (below a quarter of it)',
    early > 0.2 && late < early / 4,
    expected,
  );
}

/** How much of a memory at +4 is left, the rest being the belief of 0 held before. */
function changeOver(on: Check['on'], early: number, late: number, expected: boolean): Check {
  const kept = (recallDelay: number): number =>
    experiment({
      conditions: { trip: { journey: journey('Trip', [stretch(days(3), 4)]) } },
      measure: 'rating',
      model: { memory: { recallDelay } },
      customers: 1,
      seed: 'R31',
    }).conditions.trip.predicted / 4;
  return direction(
    'share of the memory against the belief held before, at three weeks and at seven',
    on,
    `${text(kept(early))}, then ${text(kept(late))}`,
    'the memory outweighs the belief, then the belief the memory',
    kept(early) > 0.5 && kept(late) < 0.5,
    expected,
  );
}

export const r31: Replication = {
  id: 'R31',
  study: 'Geng, Chen, Lam & Zheng 2013: the peak-end rule over short and long retention',
  class: 'L',
  stimulus: 'Three days at +3, or +2, +6, +5 (recon.), asked after three and after seven weeks; the belief held before is 0.',
  setting: '`memory.recallDelay`: three and seven weeks',
  note: 'The memory fades towards the belief held before, but as a power of time that also fits the weeks of R9: from three to seven weeks it loses a tenth. What is remembered still outweighs the belief at three weeks and no longer does at seven, which is the change-over the study reports; that the effect is gone by then is not shown. `memory.lifetime` of five weeks shows that (a fifth of it is left from three weeks to seven), but then the belief outweighs the memory at three weeks already: no lifetime shows both.',
  verdict: 'miss',
  checks: () => [
    changeOver('defaults', 0, 0, false),
    changeOver('setting', days(21), days(49), true),
    check('defaults', effectOfPeakAndEnd(0), effectOfPeakAndEnd(0), false),
    check('setting', effectOfPeakAndEnd(days(21)), effectOfPeakAndEnd(days(49)), false),
  ],
};
