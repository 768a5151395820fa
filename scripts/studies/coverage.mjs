// Do the intervals hold what they promise? Many seeds, small studies, the truth from a very large one.
// node scripts/studies/coverage.mjs > docs/background/coverage.md   (on the build; some minutes)
import { compare, informWait, move, preventFailure, redesign } from 'peakend';
import { clinic, clinicSegments } from './clinic.mjs';
import { carries, completersTable, npsTable, percentileTable, rareTable, tailTable, untilTable } from './coverage-rare.mjs';

const seeds = Number(process.argv[2] ?? 1600);
const outcomes = [
  'clockDuration',
  'perceivedDuration',
  'waitingDuration',
  'satisfaction',
  'rememberedUtility',
  'csat',
  'nps',
  'satisfied',
  'completed',
  'failures',
  'loyalty',
];
const variants = {
  informed: redesign(clinic, [informWait('wait')]),
  moved: redesign(clinic, [move('pay', { before: 'pharmacy' })]),
  prevented: redesign(clinic, [preventFailure('doctor', { probability: 0.04 })]),
};
const names = Object.keys(variants);
const large = 1_000_000;
const study = { segments: clinicSegments, outcomes };
const truth = compare({ ...study, baseline: clinic, variants, customers: large, seed: 'truth' });

const lines = [];
for (const customers of [200, 2000, 10_000]) {
  const inside = Object.fromEntries(
    outcomes.map((name) => [name, { mean: 0, differences: Object.fromEntries(names.map((variant) => [variant, { held: 0, unsaid: 0 }])) }]),
  );
  let familyHolds = 0;
  for (let seed = 1; seed <= seeds; seed++) {
    const result = compare({ ...study, baseline: clinic, variants, customers, seed });
    let allHold = true;
    for (const name of outcomes) {
      const { mean, interval } = { mean: truth.baseline.overall[name].mean, interval: result.baseline.overall[name].interval };
      if (interval.low <= mean && mean <= interval.high) inside[name].mean++;
      for (const variant of names) {
        const found = result.variants[variant].overall[name];
        const real = truth.variants[variant].overall[name].difference;
        const said = carries([...result.cautions, ...result.variants[variant].cautions]);
        const cell = inside[name].differences[variant];
        if (found.interval.low <= real && real <= found.interval.high) cell.held++;
        else if (!said) cell.unsaid++;
        if (name === 'satisfaction' && !(found.simultaneous.low <= real && real <= found.simultaneous.high)) allHold = false;
      }
      if (name === 'satisfaction') {
        for (const variant of names) {
          for (const { id } of clinicSegments) {
            const { simultaneous } = result.variants[variant].segments[id].satisfaction;
            const real = truth.variants[variant].segments[id].satisfaction.difference;
            if (!(simultaneous.low <= real && real <= simultaneous.high)) allHold = false;
          }
        }
      }
    }
    if (allHold) familyHolds++;
  }
  lines.push({ customers, inside, familyHolds });
}

const cell = ({ held, unsaid }, real) => {
  if (real.better === 0 && real.worse === 0) return 'exact';
  const share = (100 * held) / seeds;
  return share >= 94 ? share.toFixed(1) : `${share.toFixed(1)} (${((100 * unsaid) / seeds).toFixed(1)} unsaid)`;
};
const percent = (count) => ((100 * count) / seeds).toFixed(1);
const slack = 196 * Math.sqrt((0.95 * 0.05) / seeds);
const table = (head, rows) => {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  console.log(`${line(head)}\n${line(head.map((_, column) => (column === 0 ? ':---' : '---:')))}\n${rows.map(line).join('\n')}\n`);
};

console.log(`# Do the intervals hold what they promise?

Made by \`node scripts/studies/coverage.mjs\` on the build, ${seeds} seeds a row. Each figure is the percentage of seeds whose 95 % interval held the
truth; luck alone moves it by ±${slack.toFixed(1)}. Where fewer than 94 % held, the percentage that missed *without* a caution (\`few-customers\`, \`none-seen\`,
\`few-change\`, \`heavy-tail\`) stands beside it as *unsaid*. How the intervals are made: [decision 5](../decisions/0005-verdicts.md).

## A clinic visit

Seven steps, two segments; skewed waits, failures, dropout, patience. The truth is one study of ${large} customers a segment with another seed. *Exact*
stands where no customer can change.
`);
for (const { customers, inside, familyHolds } of lines) {
  console.log(`### ${customers} customers a segment\n`);
  table(
    ['outcome', 'mean', ...names.map((name) => `difference, ${name}`)],
    outcomes.map((name) => [
      name,
      percent(inside[name].mean),
      ...names.map((variant) => cell(inside[name].differences[variant], truth.variants[variant].overall[name])),
    ]),
  );
  console.log(
    `All ${names.length * 3} simultaneous intervals for satisfaction at once (three variants, two segments and overall): ${percent(familyHolds)} %, meant to be at least 95 %.\n`,
  );
}

console.log(`## A failure that few customers meet

Three steps, one of which fails with the chance p and then costs an hour and eight units of affect. *Difference*: what it is worth to prevent the failure.
The truth follows from the journey in which everybody fails and the one in which nobody does. A chance that so many customers cannot be trusted to show
widens the interval by its probability times what it could do at most: rows of 100 are wide on purpose.
`);
for (const [spread, words] of [
  [0, 'Plain numbers: customers differ in nothing else.'],
  [0.3, 'Affect that differs a little (sd 0.3).'],
  [2, 'Affect that differs much (sd 2).'],
]) {
  console.log(`${words}\n`);
  const { outcomes: rare, rows } = rareTable(seeds, [1e-4, 0.001, 0.002, 0.01], [50, 200, 500, 2000, 10_000], spread);
  table(
    ['p', 'customers', ...rare, ...rare.map((name) => `difference, ${name}`)],
    rows.map(({ chance, customers, means, differences }) => [
      chance,
      customers,
      ...rare.map((name) => means[name].text),
      ...rare.map((name) => differences[name].text),
    ]),
  );
}

console.log('## NPS near its ends\n');
table(
  ['true NPS', 'customers', 'held', 'beyond ±100'],
  npsTable(seeds, [-2, -1, 0, 3, 8], [50, 100, 200, 1000]).map(({ truth: nps, customers, nps: held }) => [
    nps.toFixed(1),
    customers,
    held.text,
    held.outside,
  ]),
);

console.log('## Heavy tails\n\nMean clock time of one log-normal step.\n');
table(
  ['sigma', 'customers', 'held'],
  tailTable(seeds, [0.5, 1, 1.5, 2], [50, 100, 200, 500, 2000, 10_000]).map(({ sigma, customers, clock }) => [
    sigma,
    customers,
    clock.text,
  ]),
);

console.log(`## Percentiles

A promise put exactly at the true percentile of an exponential wait. Percentage of seeds in which \`checkStandards\` said that it holds, or that it fails,
for one segment and for two weighed 80 : 20 (so many customers in each); meant to be at most 2.5.
`);
table(
  ['percentile', 'customers', 'false holds', 'false fails', 'false holds, weighed', 'false fails, weighed'],
  percentileTable(seeds, [50, 90, 95, 99], [100, 200, 500, 1000]).map(({ p, customers, counts: { one, weighed } }) => [
    `p${p}`,
    customers,
    ...[one.holds, one.fails, weighed.holds, weighed.fails].map(percent),
  ]),
);

console.log(
  `## \`until\`\n\nHow often the interval is as narrow as was asked for, and holds the truth, of ${Math.min(seeds, 200)} seeds.\n`,
);
table(
  ['asked for', 'customers (mean)', 'narrow enough', 'held'],
  untilTable(Math.min(seeds, 200)).map(({ label, customers, reached, coverage }) => [
    label,
    Math.round(customers),
    (100 * reached).toFixed(1),
    coverage.text,
  ]),
);

console.log(`## Those who complete both

5 % leave the baseline and 2 % the variant; for those who stay the change is worth a tenth of a unit of affect. *Wider*: the half-width beside 1.96
standard errors.
`);
table(
  ['customers', 'held', 'wider'],
  completersTable(seeds, [200, 2000, 10_000]).map(({ customers, coverage, wider }) => [customers, coverage.text, wider.toFixed(2)]),
);
