import { addChoice, informWait, insert, minutes, move, redesign, defineJourney, defineSegments, toText, noSegmentWorse, scaleDuration } from 'peakend';
import { anyOrder, findRedesigns, oneOf } from 'peakend/decide';
const visit = defineJourney({
  name: 'Clinic visit',
  interactions: [
    { id: 'register', duration: '5 min', affect: -1 },
    { id: 'wait', kind: 'wait', duration: '10 to 40 min', affect: 0, wait: { tolerance: '10 min' } },
    { id: 'doctor', duration: '8 to 20 min', affect: { type: 'normal', mean: 4, sd: 2 } },
  ],
});
const segments = defineSegments([
  { id: 'regular', share: 0.7 },
  { id: 'first-time', share: 0.3, expectation: 3, patience: '45 min' },
]);
const whole = redesign(visit, [
  insert({ id: 'thank-you', duration: '1 min', affect: 5 }, { to: 'end' }),
  insert({ id: 'pay', duration: '3 min', affect: -3 }, { to: 'end' }),
]);
const found = findRedesigns({
  journey: whole,
  segments,
  candidates: [
    informWait('wait', { cost: 4_000 }),
    oneOf([scaleDuration('wait', 0.8, { cost: 20_000 }), scaleDuration('wait', 0.6, { cost: 60_000 })]),
    anyOrder(['register', 'thank-you', 'pay'], { cost: 1_000 }),
  ],
  budget: 30_000,
  standards: noSegmentWorse('satisfaction'),
  seed: 'spring',
});
console.log(found.sentence, found.front.map(f=>[f.cost,f.description]), found.best.cost);
