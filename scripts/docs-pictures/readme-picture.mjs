// The picture on the README's first screen: the study of its first code block, drawn.
import { simulate } from 'peakend';
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
