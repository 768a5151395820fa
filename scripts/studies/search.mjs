// Does a search find what is best, and are what it says of it and how sure it is true? Prints docs/background/search.md.
//
//     npm run build && node scripts/studies/search.mjs [seeds] > docs/background/search.md
import process from 'node:process';
import {
  atLeast,
  createSimulator,
  improveRecovery,
  informWait,
  insert,
  move,
  normal,
  occupyWait,
  preventFailure,
  redesign,
  scaleDuration,
} from 'peakend';
import { findRedesigns, leastChange, oneOf } from 'peakend/decide';
import { clinic, clinicSegments } from './clinic.mjs';

const seeds = Number(process.argv[2] ?? 300);
const planted = Number(process.argv[3] ?? 100);
const print = (line) => process.stdout.write(`${line}\n`);
const percent = (share) => `${(100 * share).toFixed(1)} %`;

print(`# Does a search find the best, and is what it says of it true?

Made by \`node scripts/studies/search.mjs\` on the build: a clinic visit of seven steps, two segments, as in [coverage](coverage.md).
`);

// ── A needle among 10,000 ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
// Four places in which one of nine new steps can be put in, or none. Each step has draws of its own, so that luck differs from design to design.
const places = ['register', 'wait', 'triage', 'doctor'];
const means = (place) =>
  Array.from({ length: 9 }, (_, option) => (option === (place * 3 + 2) % 9 ? 5 : (((option + place) * 5) % 9) / 3 - 1));
const needle = places.map((_, place) => `new-${place}-${(place * 3 + 2) % 9}`);
const hay = places.map((after, place) =>
  oneOf(
    means(place).map((mean, option) =>
      insert({ id: `new-${place}-${option}`, duration: '1 to 4 min', affect: normal({ mean, sd: 2 }) }, { after }),
    ),
  ),
);
let found = 0;
let first = 0;
for (let seed = 1; seed <= planted; seed++) {
  const result = findRedesigns({
    ...{ journey: clinic, segments: clinicSegments, candidates: hay, objectives: ['satisfaction'] },
    ...{ customers: 2_000, robustness: false, seed: `needle ${seed}` },
  });
  const ids = result.best.edits.map(({ step }) => step.id).sort();
  if (ids.join() === [...needle].sort().join()) found++;
  first = result.searched.designs;
}
print(`## A needle among ${first.toLocaleString('en')}

Four places in which one of nine new steps can be put, or none: ten to the fourth designs. One step of each place feels better than the others (mean
affect 5 instead of −1 to 1.7, spread 2), so one design is truly best. Every step has draws of its own, so luck differs from design to design.

The search found it with **${found} of ${planted}** seeds (2,000 customers a segment in the last round and the choice).
`);

// ── Is what is said true? ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const candidates = [
  scaleDuration('wait', 0.85, { cost: 30 }),
  informWait('wait', { cost: 10 }),
  occupyWait('pharmacy', 0.4, { cost: 8 }),
  preventFailure('doctor', { probability: 0.05 }, { cost: 25 }),
  improveRecovery('doctor', { probability: 0.6 }, { cost: 10 }),
  move('pay', { before: 'pharmacy' }, { cost: 2 }),
  insert({ id: 'greeting', duration: '30 s to 2 min', affect: normal({ mean: 2, sd: 2 }) }, { to: 'start' }, { cost: 5 }),
];
const truth = new Map();
const simulator = createSimulator({ segments: clinicSegments, customers: 1_000_000, seed: 'truth', outcomes: ['satisfaction'] });
const today = simulator.score(clinic).overall.satisfaction;
const trueChange = (edits) => {
  const key = JSON.stringify(edits);
  if (!truth.has(key)) truth.set(key, simulator.score(redesign(clinic, edits)).overall.satisfaction - today);
  return truth.get(key);
};
// Twelve ways to end the visit, each on draws of its own and a little better than the one before.
const endings = oneOf(
  Array.from({ length: 12 }, (_, index) =>
    insert({ id: `ending-${index}`, duration: '1 to 3 min', affect: normal({ mean: 2 + index / 10, sd: 2 }) }, { to: 'end' }, { cost: 5 }),
  ),
);
const budget = 60;
const count = { kept: 0, covered: 0, best: 0, within: 0, intervals: 0, all: 0, bias: 0, among: 0, designs: 0 };
for (let seed = 1; seed <= seeds; seed++) {
  const study = {
    journey: clinic,
    segments: clinicSegments,
    candidates: [...candidates.slice(1, 5), endings],
    customers: 1_000,
    seed: `study ${seed}`,
  };
  const result = findRedesigns({ ...study, objectives: ['satisfaction'], robustness: false });
  const { best, leaders, selection } = result;
  const top = Math.max(0, ...leaders.map(({ edits }) => trueChange(edits)));
  const short = top - trueChange(best.edits);
  if (short <= selection.within) count.kept++;
  if (short <= selection.margin) count.best++;
  count.within += selection.within;
  count.among += selection.among;
  count.designs = result.searched.designs;
  const [{ difference, interval }] = best.changes;
  if (interval.low <= trueChange(best.edits) && trueChange(best.edits) <= interval.high) count.covered++;
  count.bias += difference - trueChange(best.edits);
  for (const one of leaders) {
    count.all++;
    const [change] = one.changes;
    if (change.interval.low <= trueChange(one.edits) && trueChange(one.edits) <= change.interval.high) count.intervals++;
  }
}
const se = (share, of) => `${(100 * 1.96 * Math.sqrt((share * (1 - share)) / of)).toFixed(1)}`;
print(`## The best of the leaders, and what it brings

Four measures, and twelve ways to end the visit, each on draws of its own and by 0.1 points of affect better than the one before: ${count.designs} designs,
more than 1,000 customers a segment can tell apart. ${seeds} seeds, on average ${(count.among / seeds).toFixed(1)} leaders; the truth is one run of 1,000,000 customers
a segment.

| what is said | held |
| :--- | ---: |
| no leader is better than the one chosen by more than \`selection.within\` (95 %; on average ${(count.within / seeds).toFixed(2)} points) | ${percent(count.kept / seeds)} |
| the interval of what the best brings (95 %) holds what it truly brings | ${percent(count.covered / seeds)} ± ${se(count.covered / seeds, seeds)} |
| the intervals of all leaders | ${percent(count.intervals / count.all)} |

The one chosen was truly within the margin of the best leader with ${percent(count.best / seeds)} of the seeds. What is reported of it was
${Math.abs(count.bias / seeds).toFixed(3)} points too ${count.bias < 0 ? 'low' : 'high'} on average: reporting from customers on whom nothing was chosen leaves no winner’s curse.
`);

// ── The least that is enough ────────────────────────────────────────────────────────────────────────────────────────────────────────────
// A bar that the truth just misses, and one that it clears.
const values = [[], ...subsets(candidates)].map((edits) => ({
  edits,
  value: today + trueChange(edits),
  cost: edits.reduce((sum, { cost }) => sum + cost, 0),
}));
const affordable = values.filter(({ cost }) => cost <= budget).sort((a, b) => b.value - a.value);
const bars = { 'just out of reach': affordable[0].value + 0.05, 'out of reach': affordable[0].value + 0.5 };
const low = today + (affordable[0].value - today) * 0.6;
const beyond = Object.fromEntries(Object.keys(bars).map((name) => [name, { reached: 0, 'not reached': 0, 'cannot tell': 0 }]));
let reached = 0;
let truly = 0;
let lessRight = 0;
let lessAll = 0;
const runs = Math.min(seeds, 100);
for (let seed = 1; seed <= runs; seed++) {
  const study = { journey: clinic, segments: clinicSegments, candidates, budget, customers: 4_000, seed: `least ${seed}`, least: 'cost' };
  for (const [name, bar] of Object.entries(bars)) beyond[name][leastChange({ ...study, target: atLeast('satisfaction', bar) }).verdict]++;
  const enough = leastChange({ ...study, target: atLeast('satisfaction', low) });
  if (enough.verdict !== 'reached') continue;
  reached++;
  if (today + trueChange(enough.found.edits) >= low) truly++;
  // Said to be ruled out: everything cheaper but what is open.
  const cheaper = values.filter(({ cost, value }) => cost < enough.found.cost && value >= low).length;
  lessAll++;
  if (cheaper <= enough.less.open) lessRight++;
}
print(`## The least that is enough

Seven measures, a budget of ${budget}; ${runs} seeds, 4,000 customers a segment. A bar that the best design misses by 0.05 points, one that it misses by half a
point, and one at three fifths of what it brings.

| bar | verdict | seeds |
| :--- | :--- | ---: |
${Object.entries(beyond)
  .map(
    ([name, all]) =>
      `| ${name} | reached (wrong) | ${all.reached} |\n| | not reached (right) | ${all['not reached']} |\n| | cannot tell | ${all['cannot tell']} |`,
  )
  .join('\n')}
| within reach | reached | ${reached} |
| | of them truly | ${truly} |
| | of them with no more cheaper designs truly reaching it than were left open | ${lessRight} of ${lessAll} |`);

function subsets(items) {
  return items.reduce((all, item) => [...all, ...all.map((one) => [...one, item]), [item]], []);
}
