// One thread of the fuzz: runs its cases, says which it is at, and tells what it finds. It may be ended from outside at any moment.
import { parentPort, workerData } from 'node:worker_threads';
import { Cases, signature } from './cases.mjs';
import { makeKit } from './kit.mjs';
import { makeSubjects } from './subjects.mjs';

const { seed, from, to, clock, plant, only, keep } = workerData;
const place = new Int32Array(clock);

let library = {
  main: await import('peakend'),
  charts: await import('peakend/charts'),
  data: await import('peakend/data'),
  arbitraries: await import('peakend/arbitraries'),
  matchers: await import('peakend/matchers'),
  formats: await import('peakend/formats'),
  decide: await import('peakend/decide'),
  report: await import('peakend/report'),
  workers: await import('peakend/workers'),
};
const kit = makeKit(library, seed);
// Faults put in on purpose, by the test that shows they are found.
if (plant !== undefined) library = (await import(plant)).plant(library);
const subjects = makeSubjects(library, kit).filter(({ name }) => only === undefined || name === only);
const cases = new Cases(library, subjects, seed, () => Atomics.add(place, 2, 1));
process.on('unhandledRejection', (error) => cases.rejections.push(error));

const known = new Set();
const counts = { cases: 0, skipped: 0, accepted: 0, byName: {} };
for (let number = from; number < to; number++) {
  Atomics.store(place, 0, number);
  Atomics.add(place, 1, 1);
  const one = cases.draw(number, keep);
  // What never ends can tell nothing afterwards.
  if (keep !== undefined) parentPort.postMessage({ type: 'told', told: cases.tell(one), mutations: one.drawn });
  const { skipped, accepted, fault } = await cases.run(one);
  counts.cases++;
  if (skipped) counts.skipped++;
  if (accepted) counts.accepted++;
  counts.byName[one.subject.name] = (counts.byName[one.subject.name] ?? 0) + 1;
  if (fault !== undefined) {
    const sign = signature(one, fault);
    const isNew = !known.has(sign);
    known.add(sign);
    const told = isNew ? cases.tell(await cases.smaller(one, fault)) : undefined;
    parentPort.postMessage({ type: 'fault', number, sign, fault, told });
  }
  if (number % 50 === 49) {
    parentPort.postMessage({ type: 'counts', counts, upTo: number + 1 });
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
parentPort.postMessage({ type: 'counts', counts, upTo: to });
parentPort.postMessage({ type: 'done' });
