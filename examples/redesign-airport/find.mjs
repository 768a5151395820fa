/**
 * What should the airport do next? Measures that can be combined, a million dollars, no segment much worse off: the best there is for it, what each
 * further dollar buys, and the cheapest way to half a point more for those on business.
 *
 *     npm run build && node examples/redesign-airport/find.mjs
 *
 * The journey, its segments and their ratings are those of examples/airport; costs are made up.
 */
import { improves, informWait, noSegmentWorse, occupyWait, scaleDuration, toText } from 'peakend';
import { anyOrder, findRedesigns, leastChange, mergeNeighbours, oneOf } from 'peakend/decide';
import { journey, segments } from '../airport/journey.mjs';
import { fastLane } from './fast-lane.mjs';

const study = { journey, segments, seed: 'what next' };

// ── What could be done ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const staff = oneOf([scaleDuration('security', 0.8, { cost: 150_000 }), scaleDuration('security', 0.6, { cost: 450_000 })]);
const candidates = [
  fastLane,
  staff,
  informWait('security', { cost: 40_000 }),
  occupyWait('boarding-area', 0.8, { cost: 120_000 }),
  // Halls in which several things are lived as one.
  mergeNeighbours({ ids: ['walkways', 'art', 'shops', 'food', 'restrooms', 'wifi'], affect: 'time-weighted', cost: 300_000 }),
  // In the hall behind security things may stand in any order.
  anyOrder(['art', 'shops', 'food', 'restrooms'], { cost: 80_000 }),
];

heading('A million dollars, and no segment worse off by more than half a point');
const found = findRedesigns({
  ...study,
  candidates,
  budget: 1_000_000,
  objectives: ['satisfaction'],
  standards: noSegmentWorse('satisfaction', { margin: 0.5 }),
});
print(toText(found));

heading('What each further dollar buys');
for (const { cost, description, changes } of found.front) {
  print(`  ${String(cost).padStart(9)}  satisfaction ${signed(changes[0].difference)}  ${description}`);
}

// ── The least that is enough ────────────────────────────────────────────────────────────────────────────────────────────────────────────
const [{ id, name }] = segments;
heading(`The cheapest way to half a point more for ${name}`);
print(toText(leastChange({ ...study, candidates, least: 'cost', target: improves('satisfaction', { by: 0.5, segment: id }) })));

function heading(text) {
  print('');
  print(text);
  print('─'.repeat(Math.min(100, text.length)));
}

function signed(value) {
  return `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(2)}`;
}

function print(line) {
  console.log(line);
}
