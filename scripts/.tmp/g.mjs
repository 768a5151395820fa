import { addChoice, informWait, noSegmentWorse, scaleDuration } from 'peakend';
import { anyOrder, findRedesigns, mergeNeighbours, oneOf } from 'peakend/decide';
import { bestOrder } from 'peakend/decide';
import { improves } from 'peakend';
import { leastChange } from 'peakend/decide';

const visit = {
  name: 'Clinic visit',
  tolerance: '15 min',
  interactions: [
    { id: 'register', duration: '2 to 6 min', affect: -1 },
    { id: 'wait', kind: 'wait', duration: '10 to 40 min', affect: -1 },
    { id: 'nurse', duration: '3 to 8 min', affect: 1 },
    { id: 'doctor', duration: '8 to 20 min', affect: 3, after: ['nurse'] },
    { id: 'pay', duration: '1 to 4 min', affect: -2 },
  ],
};
const segments = [
  { id: 'regular', share: 0.7 },
  { id: 'first time', share: 0.3, expectation: 2, responses: { wait: { affectShift: -1 } } },
];

const candidates = [
  informWait('wait', { cost: 4_000 }),
  oneOf([scaleDuration('wait', 0.8, { cost: 30_000 }), scaleDuration('wait', 0.6, { cost: 90_000 })]),
  mergeNeighbours({ ids: ['register', 'wait', 'nurse'], longest: 2, cost: 10_000 }),
  anyOrder(['register', 'nurse', 'doctor', 'pay'], { cost: 2_000 }),
];
const found = findRedesigns({
  journey: visit,
  segments,
  candidates,
  budget: 50_000,
  objectives: ['satisfaction'],
  standards: noSegmentWorse('satisfaction'),
  robustness: { draws: 40, memory: {} },
  customers: 2_000,
  seed: 'clinic',
});
console.log('found.searched.method', ' -> ', found.searched.method, ' | doc: ', "'exact'");
console.log("found.best.edits.map(({ edit }) => edit).join(', ')", ' -> ', found.best.edits.map(({ edit }) => edit).join(', '), ' | doc: ', "'informWait, scaleDuration, reorder'");
console.log('found.best.cost', ' -> ', found.best.cost, ' | doc: ', '36000');
console.log('found.best.standards', ' -> ', found.best.standards, ' | doc: ', "'holds'");
console.log('found.selection.within < 0.1', ' -> ', found.selection.within < 0.1, ' | doc: ', 'true');

console.log('found.front.map(({ cost }) => cost)', ' -> ', found.front.map(({ cost }) => cost), ' | doc: ', '[2000, 6000, 32000, 36000]');


const order = bestOrder({ journey: visit, segments, ids: ['register', 'nurse', 'doctor', 'pay'], robustness: false, customers: 2_000, seed: 'clinic' });
console.log('order.best.description', ' -> ', order.best.description, ' | doc: ', '\'put the steps in the order "register", "wait", "nurse", "pay", "doctor"\'');


const study = { journey: visit, segments, candidates, customers: 2_000, seed: 'clinic', least: 'cost' };
const enough = leastChange({ ...study, target: improves('satisfaction', { by: 3, segment: 'first time' }) });
console.log('enough.verdict', ' -> ', enough.verdict, ' | doc: ', "'reached'");
console.log('enough.found.cost', ' -> ', enough.found.cost, ' | doc: ', '2000');
console.log('enough.less', ' -> ', enough.less, ' | doc: ', '{ designs: 1, open: 0 }');

const never = leastChange({ ...study, target: improves('satisfaction', { by: 60, segment: 'first time' }) });
console.log('never.verdict', ' -> ', never.verdict, ' | doc: ', "'not reached'");
