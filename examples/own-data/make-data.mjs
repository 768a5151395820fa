/**
 * Makes the two files of this example, survey.csv and events.csv. They are invented: nobody was asked. Yours take their place.
 *
 *     node examples/own-data/make-data.mjs
 *
 * A bank branch: book (or not), draw a ticket, wait, desk, papers, advice, goodbye. New customers wait no longer than regular ones but mind it more; papers are wrong one time
 * in six, and then brought again; one new customer in eight leaves the queue. Everybody says afterwards what the whole was like, by the mean of what
 * was felt, and most of them tick the form.
 */
import { writeFileSync } from 'node:fs';

let state = 20260301;
const uniform = () => {
  state = (state + 0x6d2b79f5) | 0;
  let x = Math.imul(state ^ (state >>> 15), 1 | state);
  x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
  return (((x ^ (x >>> 14)) >>> 0) + 0.5) / 4294967296;
};
const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
const lognormal = (median, sigma) => median * Math.exp(sigma * normal());
const tick = (value, low, high) => Math.min(high, Math.max(low, Math.round(value)));
const at = (seconds) => new Date(seconds * 1000).toISOString().slice(0, 19);

const steps = ['desk', 'papers', 'advice', 'goodbye'];
const minutes = { desk: [4, 0.3], papers: [6, 0.4], advice: [18, 0.35], goodbye: [2, 0.2] };
const feels = { regular: { booking: 3.9, waiting: 3.1, desk: 4.2, papers: 3.3, advice: 4.3, goodbye: 4.4 } };
feels.new = { ...feels.regular, waiting: 2.3, papers: 2.8 };

const events = [['visit', 'kind', 'activity', 'start', 'end']];
const survey = [['visit', 'kind', 'booking', 'waiting', 'desk', 'papers', 'advice', 'goodbye', 'overall', 'recommend', 'returned']];
const opens = Date.UTC(2026, 2, 2, 9) / 1000;

for (let visit = 1; visit <= 420; visit++) {
  const kind = uniform() < 0.65 ? 'regular' : 'new';
  let now = Math.round(opens + visit * 1500 + 600 * uniform());
  const spend = (activity, seconds) => {
    const start = now;
    now += Math.round(seconds);
    events.push([visit, kind, activity, at(start), at(now)]);
  };
  const books = uniform() < 0.6;
  if (books) spend('booking', lognormal(90, 0.3));
  spend('ticket', 0);
  const leaves = kind === 'new' && uniform() < 0.125;
  let hadPapers = 0;
  for (const step of steps) {
    // The queue stands before the desk; between the others there is next to nothing.
    now += Math.round(step === 'desk' ? lognormal(540, 0.7) : lognormal(45, 0.5));
    spend(step, lognormal(60 * minutes[step][0], minutes[step][1]));
    if (step === 'desk' && leaves) break;
    if (step === 'papers') {
      hadPapers = 1;
      if (uniform() < 1 / 6) {
        now += Math.round(lognormal(300, 0.4));
        spend(step, lognormal(60 * minutes[step][0], minutes[step][1]));
        hadPapers = 2;
      }
    }
  }
  if (uniform() < 0.15) continue;
  const mood = 0.5 * normal();
  const felt = Object.fromEntries(
    Object.entries(feels[kind]).map(([step, mean]) => [
      step,
      tick(mean + mood + 0.8 * normal() - (step === 'papers' && hadPapers === 2 ? 1 : 0), 1, 5),
    ]),
  );
  const used = Object.keys(felt).filter((step) => (step === 'booking' ? books : !leaves || ['waiting', 'desk'].includes(step)));
  const mean = used.reduce((sum, step) => sum + felt[step], 0) / used.length;
  const overall = tick(mean + 0.35 * normal() + 0.3 - (leaves ? 1.2 : 0), 1, 5);
  const recommend = tick(2.1 * (mean - 3) + 6.4 + 1.3 * normal() - (leaves ? 2 : 0), 0, 10);
  const returned = uniform() < 1 / (1 + Math.exp(-(overall - 3.1) * 1.4)) ? 'yes' : 'no';
  // 9: did not use it. Some leave the last question blank.
  const cells = Object.keys(feels.new).map((step) => (used.includes(step) ? felt[step] : 9));
  survey.push([visit, kind, ...cells, overall, uniform() < 0.1 ? '' : recommend, returned]);
}

for (const [name, rows] of [
  ['events', events],
  ['survey', survey],
]) {
  writeFileSync(new URL(`${name}.csv`, import.meta.url), `${rows.map((row) => row.join(',')).join('\n')}\n`);
}
console.log(`${survey.length - 1} forms, ${events.length - 1} events`);
