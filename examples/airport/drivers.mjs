/**
 * Where does the next euro go at San Francisco International Airport?
 *
 *     node examples/airport/drivers.mjs
 *
 * Each lever alone, the same simulated passengers; then which steps matter much and feel worse than the others.
 */
import { drivers } from 'peakend/decide';
import { journey, segments } from './journey.mjs';

const found = drivers({ journey, segments, seed: 'airport' });
const { overall, rankings, order } = found;
const most = 3;

const points = (value, digits = 2) => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(digits)}`;

for (const [lever, { order: steps, sentence }] of Object.entries(rankings)) {
  console.log(sentence);
  for (const id of steps.slice(0, most)) {
    const { name, levers } = overall.steps[id];
    const { difference, interval } = levers[lever];
    console.log(`  ${name.padEnd(16)} ${points(difference)} (${points(interval.low)} to ${points(interval.high)})`);
  }
}

const toImprove = order.steps.filter((id) => overall.steps[id].field === 'concentrate here' && overall.steps[id].clear);
console.log(`Matter more than the average step, and feel worse: ${toImprove.map((id) => overall.steps[id].name).join(', ')}`);

console.log('By segment, where a point of affect brings most:');
for (const id of order.segments) {
  const { steps, mean } = found.segments[id];
  const gain = (step) => steps[step].levers.affect.difference;
  const best = order.steps.reduce((one, other) => (gain(other) > gain(one) ? other : one));
  const { name } = segments.find((segment) => segment.id === id);
  console.log(`  ${name.padEnd(30)} satisfaction ${mean.toFixed(1)}: ${steps[best].name} ${points(gain(best))}`);
}
