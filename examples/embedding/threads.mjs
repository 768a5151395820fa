/**
 * The library in a worker thread of Node: the page's side below, the worker's side where this file is started as a worker.
 *
 *     npm run --silent build && node examples/embedding/threads.mjs
 */
import { isMainThread, MessageChannel, Worker, workerData } from 'node:worker_threads';
import { compareAsync, isJourneyError, JourneyError, simulateAsync } from 'peakend';
import { answerQuestions, makeAsk } from './worker-protocol.mjs';

if (isMainThread) {
  const { port1, port2 } = new MessageChannel();
  const worker = new Worker(new URL(import.meta.url), { workerData: { port: port2 }, transferList: [port2] });
  const ask = makeAsk(port1, { JourneyError });

  const visit = (minutes) => ({
    name: 'Visit',
    interactions: [
      { id: 'queue', kind: 'wait', duration: `${minutes} min`, affect: -1 },
      { id: 'desk', duration: '3 to 9 min', affect: 2 },
    ],
  });
  const study = { customers: 20_000, seed: 1, outcomes: ['satisfaction'] };

  // Three questions in a row, as somebody drags a slider: only the last is answered.
  const questions = [12, 8, 4].map((minutes) =>
    ask('compare', { ...study, baseline: visit(12), variants: { shorter: visit(minutes) } }).then(
      ({ variants }) => `${minutes} min: ${variants.shorter.sentence}`,
      (error) => `${minutes} min: ${error.name}, ${error.message}`,
    ),
  );
  for (const answer of await Promise.all(questions)) console.log(answer);

  // Faults come back with their issues.
  const faulty = await ask('simulate', { ...study, journey: visit('soon') }).catch((error) => error);
  console.log(
    isJourneyError(faulty),
    faulty.issues.map(({ keys, severity }) => `${keys.join('.')} ${severity}`),
  );

  port1.close();
  await worker.terminate();
} else {
  answerQuestions(workerData.port, { compare: compareAsync, simulate: simulateAsync }, { isJourneyError });
}
