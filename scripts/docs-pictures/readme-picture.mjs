// The picture on the README's first screen: the study of its first code block, drawn.
import { compare, insert, move, redesign, simulate } from 'peakend';
import { emotionRibbon } from 'peakend/charts';

export const readmePicture = 'clinic-visit';

export function drawReadmePicture() {
  const journey = {
    name: 'Clinic visit',
    interactions: [
      { id: 'register', duration: '5 min', affect: -1 },
      { id: 'wait', kind: 'wait', duration: '10 to 40 min', affect: 0, wait: { tolerance: '10 min' } },
      { id: 'doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
    ],
  };
  const segments = [
    { id: 'regular', share: 0.7 },
    { id: 'first-time', share: 0.3, expectation: 3, patience: '45 min' },
  ];
  return emotionRibbon(simulate({ journey, segments, customers: 10_000, seed: 'spring' })).svg;
}

export const comparedPicture = 'clinic-visit-compared';

/** The picture of the guide to charts: the study of its code blocks, drawn. */
export function drawComparedPicture() {
  const visit = {
    name: 'Clinic visit',
    interactions: [
      { id: 'register', name: 'Register', stage: 'arrive', duration: '5 min', affect: -1 },
      { id: 'wait', name: 'Wait', stage: 'arrive', kind: 'wait', duration: '10 to 40 min', wait: { tolerance: '10 min' } },
      { id: 'doctor', name: 'Doctor', stage: 'care', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
      { id: 'pay', name: 'Pay', stage: 'leave', duration: '4 min', affect: -3 },
    ],
  };
  const segments = [
    { id: 'regular', share: 0.7 },
    { id: 'first-time', name: 'First time', share: 0.3, patience: '45 min', responses: { '*': { affectShift: -1 } } },
  ];
  const tea = { id: 'tea', name: 'Tea', stage: 'arrive', duration: '5 min', affect: 4 };
  const calmer = redesign(visit, [move('pay', { before: 'wait' }), insert(tea, { before: 'wait' })]);
  return emotionRibbon(compare({ baseline: visit, variants: { calmer }, segments, seed: 'spring' })).svg;
}
