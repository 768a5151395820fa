/**
 * How does leaving from San Francisco feel, and how well does the model foretell what passengers really answered?
 *
 *     npm run demo
 *
 * Reads only figures.json beside it, and writes output/emotion-ribbon.svg.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { averaging, meanEnd, peakEnd, simulate } from 'peakend';
import { emotionRibbon } from 'peakend/charts';
import { figures, journey, segments } from './journey.mjs';

const customers = 10_000;
const seed = 'airport';
const memories = [
  ['peak, end and mean (default)', peakEnd],
  ['mean and end', meanEnd],
  ['mean only', averaging],
];

// ── Simulate: the default memory, and two others to see what hangs on it ────────────────────────────────────────────────────────────────
const results = memories.map(([name, memory], index) => {
  progress(`${index + 1} of ${memories.length}  ${count(customers * segments.length)} passengers who remember by ${name} …`);
  return simulate({ journey, segments, customers, seed, model: { memory } });
});
progress('');
const [result] = results;
const real = segments.map(({ id }) => figures.segments[id]);
const model = segments.map(({ id }) => result.segments[id]);
const names = real.map(({ name }) => name);

// ── The trip ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
print(`${journey.name}: ${segments.length} segments × ${count(customers)} simulated passengers, seed "${seed}"`);
print(`From ${count(figures.forms.used)} of ${count(figures.forms.all)} survey forms, 2014–2017 (${figures.attribution}).`);
print('Ratings and who uses what are real; the order and all durations are guesses (journey.mjs).');
print('');
table(
  ['', 'share', 'clock', 'felt', 'peak', 'end', 'mean', 'remembered'],
  model.map((summary, index) => [
    names[index],
    `${percent(segments[index].share)} %`,
    `${minutes(summary.clockDuration)} min`,
    `${minutes(summary.perceivedDuration)} min`,
    signed(summary.peakAffect.mean),
    signed(summary.endAffect.mean),
    signed(summary.meanAffect.mean),
    signed(summary.rememberedUtility.mean),
  ]),
);
print('Affect runs from −10 to +10: rating 1 is −10, rating 3 is 0, rating 5 is +10.');
print('');

// ── Where peak and end fall ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
const steps = journey.interactions.map((step) => ({ step, summary: result.overall.interactions[step.id] }));
const byPeak = [...steps].sort((a, b) => b.summary.peakShare - a.summary.peakShare);
const lowest = [...steps].sort((a, b) => a.summary.affect.mean - b.summary.affect.mean);
const last = steps[steps.length - 1];
print(`Peak   ${list(byPeak.slice(0, 3).map(({ step, summary }) => `${step.name} ${percent(summary.peakShare)} %`))}`);
print('       (on a five-point scale many moments tie; of equals the first counts, which favours early steps)');
print(`Low    ${list(lowest.slice(0, 2).map(({ step, summary }) => `${step.name} ${signed(summary.affect.mean)}`))} on average`);
print(`End    ${last.step.name}, ${signed(last.summary.affect.mean)} on average`);
print('');

// ── What they would answer, beside what they answered ───────────────────────────────────────────────────────────────────────────────────
print('What they would answer, and what they answered:');
table(
  ['', 'satisfaction (95 %)', 'whole 1–5', 'real', 'NPS', 'real'],
  model.map((summary, index) => {
    const { airportAsAWhole, recommendation } = real[index];
    const { value, standardError } = recommendation.netPromoterScore;
    const { mean: satisfaction, interval } = summary.satisfaction;
    return [
      names[index],
      `${fixed(satisfaction, 1)} (${fixed(interval.low, 1)}–${fixed(interval.high, 1)})`,
      fixed(summary.csat.mean, 2),
      `${fixed(airportAsAWhole.mean, 2)} ± ${fixed(1.96 * airportAsAWhole.standardError, 2)}`,
      signed(summary.nps.mean, 0),
      `${signed(value, 0)} ± ${fixed(1.96 * standardError, 0)}`,
    ];
  }),
);
print('The interval holds the simulation error only, not our doubt about the model.');
print('Real answers with their 95 % range; net promoter score (NPS) 2017 only.');
print('');

// ── Where the model is off ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
table(
  ['model − real, lowest to highest', 'whole 1–5', 'recommend 0–10', 'NPS', 'pairs in order'],
  memories.map(([name], index) => {
    const gaps = gapsOf(results[index]);
    return [name, range(gaps.whole, 2), range(gaps.recommend, 2), range(gaps.promoters, 0), inOrder(results[index])];
  }),
);
const { whole, recommend, promoters } = gapsOf(result);
const outside = promoters.filter((gap, index) => Math.abs(gap) > 1.96 * real[index].recommendation.netPromoterScore.standardError).length;
const { fitted, n } = figures.whatTheWholeFollows;
print('');
print('Levels are not anchored: nothing was fitted to these answers, but that people answer half a logit higher when asked to');
print('recommend (docs/guides/your-own-survey.md anchors them). Where it is off:');
print(`· "Airport as a whole" comes out ${verdict(whole, 0.05)}, by ${fixed(Math.abs(mean(whole)), 2)} of a point on average.`);
print(`· The score to recommend comes out ${verdict(recommend, 0.1)} (${fixed(Math.abs(mean(recommend)), 1)} of 10 on average);`);
print(`  the net promoter score lies outside the real 95 % range in ${outside} of ${segments.length} segments.`);
print(`· Peak and end are not what these forms remember: over ${count(n)} forms the mean rating explains`);
print(
  `  ${percent(fitted.mean)} % of the variance of the whole, peak and end ${percent(fitted.peakAndEnd)} %, and beside the mean they add nothing. Ratings`,
);
print('  given side by side on one page share a mood; they are not moments caught as they happen.');
for (const line of result.cautions.slice(0, 3)) print(`· Caution: ${line.message ?? JSON.stringify(line)}`);

// ── The picture ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const folder = new URL('./output/', import.meta.url);
const file = new URL('emotion-ribbon.svg', folder);
mkdirSync(folder, { recursive: true });
writeFileSync(
  file,
  emotionRibbon({
    title: 'Leaving from San Francisco: how it feels from the road to the gate',
    subtitle: `${count(customers)} simulated passengers in each of ${segments.length} segments, weighted by their shares. Affect from −10 (worst) to +10 (best).`,
    steps: steps.map(({ step, summary }) => ({
      id: step.id,
      label: step.name,
      stage: step.stage,
      wait: step.kind === 'wait',
      seconds: summary.clockDuration.mean,
      affectStart: summary.affect.mean,
      affectEnd: summary.affect.mean,
      // Ratings have five values only, so quartiles would jump; the standard deviation moves smoothly.
      low: Math.max(-10, summary.affect.mean - summary.affect.sd),
      high: Math.min(10, summary.affect.mean + summary.affect.sd),
      peakShare: summary.peakShare,
      reached: summary.reached,
    })),
    peakIndex: steps.indexOf(byPeak[0]),
    endIndex: steps.length - 1,
    band: 'mean ± one standard deviation, inside the scale',
    width: 1_120,
    note: `Ratings 1–5 and shares of use: ${figures.attribution}, customer survey 2014–2017, ${count(figures.forms.used)} forms. Order and durations: guesses. Of equal peaks the first counts.`,
  }).svg,
);
print('');
print(`Picture: ${fileURLToPath(file)}`);

// ── Small helpers ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Model minus real, per segment. */
function gapsOf({ segments: simulated }) {
  const of = (gap) => segments.map(({ id }) => gap(simulated[id], figures.segments[id]));
  return {
    whole: of((here, there) => here.csat.mean - there.airportAsAWhole.mean),
    recommend: of((here, there) => here.recommendation.mean - there.recommendation.mean),
    promoters: of((here, there) => here.nps.mean - there.recommendation.netPromoterScore.value),
  };
}

/** In how many pairs of segments the one happier by the model is the one happier by the forms. */
function inOrder({ segments: simulated }) {
  const pairs = segments.flatMap((a, index) => segments.slice(index + 1).map((b) => [a.id, b.id]));
  const whole = (id) => figures.segments[id].airportAsAWhole.mean;
  const right = pairs.filter(([a, b]) => simulated[a].csat.mean > simulated[b].csat.mean === whole(a) > whole(b)).length;
  return `${right} of ${pairs.length}`;
}

function verdict(gaps, close) {
  if (Math.abs(mean(gaps)) <= close) return 'about right';
  if (gaps.every((gap) => gap > 0)) return 'too high in every segment';
  if (gaps.every((gap) => gap < 0)) return 'too low in every segment';
  return mean(gaps) > 0 ? 'too high in most segments' : 'too low in most segments';
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function range(values, digits) {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return `${signed(low, digits)} to ${signed(high, digits)}`;
}

function list(parts) {
  return parts.join(', ');
}

function fixed(value, digits) {
  return value.toFixed(digits).replace('-', '−');
}

function signed(value, digits = 1) {
  return `${value > 0 ? '+' : ''}${fixed(value, digits)}`;
}

function percent(share) {
  return (100 * share).toFixed(0);
}

function minutes({ mean: seconds }) {
  return (seconds / 60).toFixed(0);
}

function count(whole) {
  return String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** First column to the left, the others to the right, two spaces between. */
function table(head, body) {
  const all = [head, ...body];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  for (const row of all)
    print(row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '));
}

function print(line) {
  console.log(line);
}

/** One line that is written over, on the terminal only. */
function progress(line) {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${line}`);
  else if (line !== '') process.stderr.write(`${line}\n`);
}
