/**
 * Three proposals for departing passengers at San Francisco International Airport, and a decision.
 *
 *     npm run build && node examples/redesign-airport/redesign.mjs
 *
 * The journey, its segments and their ratings are those of examples/airport.
 */
import {
  checkStandards,
  compare,
  explain,
  merge,
  move,
  noSegmentWorse,
  averaging,
  meanEnd,
  peakEnd,
  redesign,
  robustness,
  sampleSizeFor,
  toText,
  waterfall,
} from 'peakend';
import { journey, segments } from '../airport/journey.mjs';
import { fastLane } from './fast-lane.mjs';

const seed = 'redesign';
const study = { baseline: journey, segments, seed };

// ── Proposals are data: they can be stored, sent and described ──────────────────────────────────────────────────────────────────────────
// People live the hall as one thing: at the mean of what it holds.
const hall = merge(['art', 'shops', 'food'], { id: 'hall', affect: 'time-weighted' }, { cost: 900_000 });
const restroomsFirst = move('restrooms', { before: 'art' }, { cost: 0 });
const artLast = move('art', { to: 'end' }, { cost: 50_000 });

const proposals = {
  'art at the gate': [artLast],
  'one hall': [hall],
  'lane and hall': [fastLane, restroomsFirst, hall],
};
const variants = Object.fromEntries(Object.entries(proposals).map(([name, edits]) => [name, redesign(journey, edits)]));

heading('The proposals');
for (const [name, edits] of Object.entries(proposals)) {
  print(`${name}:`);
  for (const edit of edits) print(`  · ${toText(edit, { journey })}`);
}

// ── The verdict ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
const verdict = compare({ ...study, variants, customers: 10_000, outcomes: ['perceivedDuration', 'satisfaction', 'nps'], margin: 0.5 });
heading('Better, for whom, by how much? (0.5 points of satisfaction count as the same)');
for (const [name, { overall, segments: bySegment }] of Object.entries(verdict.variants)) {
  print(`${name}: ${overall.satisfaction.sentence}`);
  for (const { id, name: label } of segments) {
    const { satisfaction } = bySegment[id];
    print(
      `  ${label.padEnd(31)} ${satisfaction.conclusion}${satisfaction.conclusion === 'practically the same' ? '' : `: ${satisfaction.sentence}`}`,
    );
  }
}

// ── What each edit brings ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
const falls = waterfall({ ...study, edits: proposals['lane and hall'], customers: 4_000 });
heading('What each edit of "lane and hall" brings (points of satisfaction, on average over all orders)');
for (const { description, difference, interval } of falls.overall.shapley) {
  print(`  ${signed(difference)} (${signed(interval.low)} to ${signed(interval.high)})  ${description}`);
}

// ── Does it hang on the memory? ─────────────────────────────────────────────────────────────────────────────────────────────────────────
const robust = robustness({
  ...study,
  variants,
  customers: 2_000,
  margin: 0.5,
  over: { memory: { 'peak and end': peakEnd, 'mean and end': meanEnd, mean: averaging }, draws: 60 },
});
heading('Does the verdict hang on our assumptions?');
for (const [name, { overall }] of Object.entries(robust.variants)) print(`${name}: ${overall.sentence}`);
heading('Where does what is uncertain about "lane and hall" come from? (share of the variance, standard error)');
const { sampling, interactions, ...sources } = robust.variants['lane and hall'].overall.spread.shares;
for (const [source, { first, firstError }] of Object.entries(sources)) {
  print(`  ${source.padEnd(12)} ${percent(first)} ± ${percent(firstError)}`);
}
print(`  ${'together'.padEnd(12)} ${percent(interactions)}`);
print(`  ${'sampling'.padEnd(12)} ${percent(sampling)}`);

// ── What to measure next ────────────────────────────────────────────────────────────────────────────────────────────────────────────────
heading('Which three numbers to measure next, and why?');
print(robust.information.sentence);
for (const { sentence } of robust.information.measureFirst) print(`  · ${sentence}`);

// ── The promise to customers ────────────────────────────────────────────────────────────────────────────────────────────────────────────
heading('Standards: no segment worse in satisfaction by more than half a point');
const report = checkStandards(verdict, noSegmentWorse('satisfaction', { margin: 0.5 }));
for (const { sentence } of report.standards) print(`  ${sentence}`);

// ── One passenger, before and after ─────────────────────────────────────────────────────────────────────────────────────────────────────
const [loser] = verdict.variants['art at the gate'].overall.mostLost;
const story = explain(verdict, { segment: loser.segment, customer: loser.customer, variant: 'art at the gate' });
heading(`Who loses most from "art at the gate": passenger ${loser.customer} of ${loser.segment}`);
print(toText(story).split('\n\n').slice(1).join('\n\n'));

// ── And in the real world? ──────────────────────────────────────────────────────────────────────────────────────────────────────────────
const needed = sampleSizeFor(verdict, { variant: 'lane and hall', outcome: 'satisfaction' });
heading('How many real passengers would it take to see this?');
print(needed.sentence);

function heading(text) {
  print('');
  print(text);
  print('─'.repeat(Math.min(100, text.length)));
}

function percent(share) {
  return `${Math.round(100 * Math.max(0, share))} %`.padStart(5);
}

function signed(value) {
  const text = Math.abs(value).toFixed(2);
  if (text === '0.00') return ' 0.00';
  return `${value > 0 ? '+' : '−'}${text}`;
}

function print(line) {
  console.log(line);
}
