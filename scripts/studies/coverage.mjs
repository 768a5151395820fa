// Do the intervals hold what they promise? Many seeds, small studies, the truth from a very large one.
// node scripts/studies/coverage.mjs > docs/background/coverage.md   (on the build; about a minute)
import { compare, informWait, move, preventFailure, redesign } from 'peakend';
import { clinic, clinicSegments } from './clinic.mjs';

const seeds = Number(process.argv[2] ?? 400);
/** Below this many customers who change at all, no interval can be trusted, and the result carries a caution. */
const few = 10;
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
    outcomes.map((name) => [name, { mean: 0, differences: Object.fromEntries(names.map((variant) => [variant, { held: 0, judged: 0 }])) }]),
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
        const changed = (found.better + found.worse) * customers * clinicSegments.length;
        if (changed >= few) {
          inside[name].differences[variant].judged++;
          if (found.interval.low <= real && real <= found.interval.high) inside[name].differences[variant].held++;
        }
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

const cell = ({ held, judged }, real) => {
  if (real.better === 0 && real.worse === 0) return 'exact';
  return judged < seeds / 5 ? 'few change' : ((100 * held) / judged).toFixed(1);
};
const percent = (count) => ((100 * count) / seeds).toFixed(1);
const slack = 196 * Math.sqrt((0.95 * 0.05) / seeds);
console.log(`# Do the intervals hold what they promise?

Made by \`node scripts/studies/coverage.mjs\` on the build: ${seeds} seeds of a clinic visit (seven steps, two segments; skewed waits, failures, dropout,
patience). The truth is one study of ${large} customers a segment with another seed. Each figure is the percentage of seeds whose 95 % interval
held it; luck alone moves it by ±${slack.toFixed(1)}. For differences only seeds count in which at least ${few} customers changed at all (fewer: the result says
so in a caution); *few change* stands where that was rarer than one seed in five, *exact* where no customer can change.

Where it falls short: a difference that a handful of customers carry (the failures prevented, at 200 customers a segment) is seen too
narrowly, because the customers who would widen it were not drawn. More customers mend it; the intervals are widened by two imagined
customers ([decision 5](../decisions/0005-verdicts.md)), which makes them a little too wide where everybody changes.
`);
for (const { customers, inside, familyHolds } of lines) {
  console.log(`## ${customers} customers a segment\n`);
  console.log(
    `| outcome | mean | ${names.map((name) => `difference, ${name}`).join(' | ')} |\n| :--- | ---: | ${names.map(() => '---:').join(' | ')} |`,
  );
  for (const name of outcomes)
    console.log(
      `| ${name} | ${percent(inside[name].mean)} | ${names.map((variant) => cell(inside[name].differences[variant], truth.variants[variant].overall[name])).join(' | ')} |`,
    );
  console.log(
    `\nAll ${names.length * 3} simultaneous intervals for satisfaction at once (three variants, two segments and overall): ${percent(familyHolds)} %, promised at least 95 %.\n`,
  );
}
