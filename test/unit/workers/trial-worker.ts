/** The program of a worker that does tasks to try a pool with. Bundled by trial.ts. */
import { JourneyError } from '../../../src/errors/journey-error';
import { serveTasks } from '../../../src/workers/serve-tasks';

export interface TrialTask {
  readonly kind:
    'square' | 'spin' | 'exit' | 'close' | 'fill' | 'wait' | 'gate' | 'refuse' | 'mistake' | 'text' | 'uncopied' | 'uncaught' | 'long';
  readonly number?: number;
  /** Of `gate`: not 0 once it is open. */
  readonly open?: Int32Array;
}

const trials: Readonly<Record<TrialTask['kind'], (number: number, task: TrialTask) => unknown>> = {
  square: (number) => {
    if (number < 0) throw new Error('no square of a debt');
    return { number, square: number * number };
  },
  spin: () => {
    for (;;);
  },
  exit: () => process.exit(7),
  close: () => close(),
  fill: () => {
    const kept: number[][] = [];
    for (;;) kept.push(Array.from({ length: 100_000 }, (_, index) => index));
  },
  wait: (milliseconds) => new Promise((resolve) => setTimeout(() => resolve(milliseconds), milliseconds)),
  gate: (number, { open }) => {
    Atomics.wait(open!, 0, 0);
    return number;
  },
  refuse: () => {
    const issue = { path: 'interactions[2].duration', expected: 'a duration', received: '"5 mni"', params: { min: 0 } };
    throw new JourneyError(
      [
        { code: 'invalid-text', ...issue },
        { code: 'missing', path: 'name', expected: 'a name', received: 'nothing' },
      ],
      { more: 3 },
    );
  },
  mistake: () => (undefined as unknown as { of: string }).of,
  text: () => {
    throw 'only a text';
  },
  uncopied: () => () => 0,
  uncaught: () =>
    new Promise(() =>
      setTimeout(() => {
        throw new Error('nobody catches this');
      }, 0),
    ),
  long: (length) => 'x'.repeat(length),
};

serveTasks((task) => {
  const trial = task as TrialTask;
  return trials[trial.kind](trial.number ?? 0, trial);
});
