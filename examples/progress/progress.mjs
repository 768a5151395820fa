/**
 * A long run in a terminal: a bar with the time left, and Ctrl-C for what there is by then.
 *
 *     npm run --silent build && node examples/progress/progress.mjs [customers]
 */
import { defineJourney, simulateAsync, toText } from 'peakend';
import { progressBar } from './bar.mjs';

const visit = defineJourney({
  name: 'Visit',
  interactions: [
    { id: 'register', duration: '3 to 9 min', affect: { type: 'normal', mean: -1, sd: 2 } },
    { id: 'queue', kind: 'wait', duration: '5 to 40 min', affect: -1 },
    { id: 'doctor', duration: '7 to 20 min', affect: { type: 'normal', mean: 3, sd: 3 } },
  ],
});
const customers = Number(process.argv[2] ?? 2_000_000);

const stop = new AbortController();
process.once('SIGINT', () => stop.abort('Ctrl-C')); // A second Ctrl-C ends the program as ever.

const bar = progressBar();
try {
  const study = { journey: visit, customers, seed: 'progress', outcomes: ['satisfaction', 'clockDuration'] };
  const result = await simulateAsync(study, { signal: stop.signal, partial: true, onProgress: bar.onProgress });
  bar.end();
  console.log(toText(result));
} catch (error) {
  bar.end();
  if (error.name !== 'AbortError') throw error;
  process.exitCode = 130;
  console.error(error.partial === undefined ? 'Stopped before there was anything.' : 'Stopped: this is what there is so far.');
  if (error.partial !== undefined) console.log(toText(error.partial));
}
