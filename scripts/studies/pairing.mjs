// What pairing buys: the variance of the difference between independent runs, over that of paired ones, for each kind of edit.
// node scripts/studies/pairing.mjs > docs/background/pairing.md   (on the build)
import { columns, redesign, simulate } from 'peakend';
import { clinic, clinicSegments, kindsOfEdit } from './clinic.mjs';

const customers = 20_000;
const outcomes = ['perceivedDuration', 'satisfaction'];
const study = { segments: clinicSegments, customers, outcomes, keep: outcomes };
const before = simulate({ ...study, journey: clinic, seed: 'paired' });
const apart = (journey) => simulate({ ...study, journey, seed: 'apart' });

const variance = (values) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
};
/** Variance of the overall mean difference, customers of a segment weighing its share. */
function ofDifference(one, other, outcome, paired) {
  return clinicSegments.reduce((sum, { id, share }) => {
    const a = columns(one, id)[outcome];
    const b = columns(other, id)[outcome];
    const own = paired ? variance(a.map((value, i) => b[i] - value)) : variance(a) + variance(b);
    return sum + share * share * own;
  }, 0);
}

const rows = kindsOfEdit.map(({ name, edits, keeps }) => {
  const journey = redesign(clinic, edits);
  const same = simulate({ ...study, journey, seed: 'paired' });
  const other = apart(journey);
  const ratios = outcomes.map((outcome) => ofDifference(before, other, outcome, false) / ofDifference(before, same, outcome, true));
  return { name, keeps, ratios };
});

const shown = (ratio) => (ratio > 1e6 ? 'no noise left' : ratio >= 100 ? ratio.toFixed(0) : ratio.toFixed(1));
console.log(`# What pairing buys

Made by \`node scripts/studies/pairing.mjs\` on the build: a clinic visit of seven steps, two segments, ${customers} customers each. The figure is the
variance of the difference between two *independent* runs over that between two runs of the *same* customers. A ratio of 40 means: to know
the difference as well without pairing takes 40 times the customers.

| edit | felt time | satisfaction | peak and end |
| :--- | ---: | ---: | :--- |`);
for (const { name, keeps, ratios } of rows)
  console.log(`| ${name} | ${shown(ratios[0])} | ${shown(ratios[1])} | ${keeps ? 'stay for most' : 'change'} |`);
console.log(`
Pairing works because every draw belongs to a step and a customer: an edit leaves all other draws as they were, to the last bit. Where an edit
changes *which* draws matter, less is shared. Informing people in the wait keeps customers who would have left: for each of them the difference
is a whole second half of the journey, which one run has and the other has not, and that is the customer's and not the run's luck. A choice that half the customers take gives that half another doctor's visit with draws of its
own: their durations and moods are new luck, which no pairing can take away. When the last step changes, satisfaction hangs on another step's
draw for everybody.`);
