/**
 * A visit to a clinic, and three proposals for it. Durations and feelings are guesses.
 */
import { defineJourney, explainWait, informWait, normal, occupyWait, replace, update } from 'peakend';

export const visit = defineJourney({
  name: 'Clinic visit',
  interactions: [
    { id: 'book', channel: 'phone', duration: '2 to 8 min', affect: normal({ mean: 0.5, sd: 1.5 }) },
    { id: 'register', channel: 'desk', duration: '2 to 6 min', affect: normal({ mean: -0.5, sd: 1.5 }) },
    { id: 'waiting-room', kind: 'wait', duration: '8 to 40 min', affect: 0, wait: { occupied: 0.3, tolerance: '15 min' } },
    { id: 'triage', duration: '3 to 9 min', affect: normal({ mean: 0, sd: 1.5 }) },
    { id: 'doctor', duration: '7 to 20 min', affect: normal({ mean: 3, sd: 1.5 }) },
    { id: 'lab', kind: 'wait', duration: '5 to 15 min', affect: -0.5, wait: { occupied: 0.5, tolerance: '15 min' } },
    { id: 'result', duration: '3 to 8 min', affect: normal({ mean: 1.5, sd: 1.5 }) },
    { id: 'pay', channel: 'desk', duration: '2 to 5 min', affect: normal({ mean: -0.5, sd: 1.5 }) },
    { id: 'thanks', duration: '30 to 90 s', affect: normal({ mean: 4, sd: 1 }) },
  ],
});

/** A screen that shows who is next, and why it takes so long. */
export const screen = [informWait('waiting-room'), explainWait('waiting-room')];

/** A lounge with coffee and magazines, at the other end of the house: pleasant, but the wait gets longer. */
export const lounge = [occupyWait('waiting-room', 0.9), update('waiting-room', { duration: '15 to 50 min', affect: 2 })];

/** Another desk, staffed like the first. */
export const otherDesk = [
  replace('register', { id: 'desk-two', channel: 'desk', duration: '2 to 6 min', affect: normal({ mean: -0.5, sd: 1.5 }) }),
];
