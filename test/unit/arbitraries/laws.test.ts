import { describe, expect, it } from 'vitest';
import { distributionLaws, memoryModelLaws, runnerLaws, type TaskRunner } from '../../../src/arbitraries';
import { uniform } from '../../../src/distributions/families/uniform';
import { acclimationDecay, averaging, classicPeakEnd, meanEnd, peakEnd, recency, total } from '../../../src/model/memory';
import type { AffectCurve } from '../../../src/model/types';

/** The kinds of those laws that do not hold. */
function broken(laws: readonly { readonly kind: string; readonly check: () => void }[]): string[] {
  return laws.flatMap(({ kind, check }) => {
    try {
      check();
      return [];
    } catch (error) {
      expect(error).toMatchObject({ code: 'conflict' });
      return [kind];
    }
  });
}

describe('memory models: our own', () => {
  const presets = { peakEnd, classicPeakEnd, averaging, meanEnd, recency: recency() };
  for (const [preset, memory] of Object.entries(presets)) {
    it.each(memoryModelLaws(memory).map((law) => [law.name, law] as const))(`${preset}: %s`, (_, { check }) => check());
  }
  for (const [preset, memory] of Object.entries({ total, acclimationDecay: acclimationDecay() })) {
    const needed = memoryModelLaws(memory).filter(({ kind }) => kind === 'needed');
    it.each(needed.map((law) => [law.name, law] as const))(`${preset}: %s`, (_, { check }) => check());
  }
});

describe('memory models that break a law', () => {
  let calls = 0;
  const level = (curve: AffectCurve, at: number): number => curve.affectEnd[at]!;
  it.each([
    ['the last moment is one', (curve: AffectCurve) => level(curve, curve.count - 1), []],
    ['no number', () => NaN, ['needed', 'usual', 'usual']],
    [
      'divides by no time',
      (curve: AffectCurve) => (level(curve, 0) * curve.seconds[0]!) / curve.totalSeconds,
      ['needed', 'usual', 'usual', 'usual'],
    ],
    ['remembers other customers', () => calls++ % 2, ['needed']],
    ['sorts in place', (curve: AffectCurve) => curve.affectStart.sort()[0]!, ['needed']],
    ['counts moments', (curve: AffectCurve) => level(curve, 0) / curve.count, ['usual']],
    ['turns everything round', (curve: AffectCurve) => -level(curve, 0), ['usual']],
    ['adds up time', (curve: AffectCurve) => Math.min(level(curve, 0) + curve.totalSeconds / 1e9, 10), ['usual']],
  ] as const)('%s', (_, model, kinds) => {
    expect(broken(memoryModelLaws(model))).toEqual(expect.arrayContaining([...kinds]));
    if (kinds.length === 0) expect(broken(memoryModelLaws(model))).toEqual([]);
  });

  it('shows the simplest curve', () => {
    const rejects = memoryModelLaws((curve) => (curve.count > 1 ? 99 : curve.affectEnd[0]!)).find(({ name }) => name.includes('between'));
    expect(rejects!.check).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'memory', received: '99 for 60 s at 0, 60 s at 0' })] }),
    );
  });

  it('a peak that is furthest from the mean breaks none of them: it is unusual elsewhere', () => {
    expect(broken(memoryModelLaws({ peak: 'furthest' }))).toEqual([]);
  });
});

describe('distributions', () => {
  it('functions of one’s own are held to them', () => {
    const die = { quantile: (p: number) => Math.min(6, Math.floor(6 * p) + 1), mean: 3.5, variance: 35 / 12, support: { min: 1, max: 6 } };
    expect(broken(distributionLaws(die))).toEqual([]);
    expect(broken(distributionLaws({ ...die, mean: 3 })).length).toBeGreaterThan(0);
    expect(broken(distributionLaws({ ...die, variance: 1 })).length).toBe(1);
    expect(broken(distributionLaws({ ...die, support: { min: 2, max: 6 } })).length).toBe(1);
    expect(broken(distributionLaws({ quantile: (p) => -p })).length).toBe(1);
    expect(broken(distributionLaws({ quantile: (p) => p, cdf: (x) => Math.min(1, x * x) })).length).toBe(1);
    expect(broken(distributionLaws({ type: 'empirical', values: [3, 1] })).length).toBeGreaterThan(0);
    expect(distributionLaws(uniform({ min: 0, max: 1 })).length).toBe(6);
  });
});

const inline: TaskRunner = {
  async run(tasks, execute) {
    const results = [];
    for (const task of tasks) results.push(await execute(task));
    return results;
  },
};
/** What a worker thread does to tasks and results, in reverse order of arrival. */
const cloning: TaskRunner = {
  async run(tasks, execute) {
    const results = await Promise.all([...tasks].reverse().map(async (task) => structuredClone(await execute(structuredClone(task)))));
    return results.reverse();
  },
};

describe('runners: our own', () => {
  for (const [name, runner] of Object.entries({ inline, cloning })) {
    it.each(runnerLaws(runner).map((law) => [law.name, law] as const))(`${name}: %s`, (_, { check }) => check());
  }

  it('are tried with work of one’s own', async () => {
    const laws = runnerLaws(cloning, { tasks: ['a', 'b'], execute: (text) => text.toUpperCase() });
    expect(laws).toHaveLength(5);
    for (const { check } of laws) await check();
  });
});

describe('runners that break a law', () => {
  const faulty: { readonly [name: string]: TaskRunner['run'] } = {
    'another order': async (tasks, execute) => inline.run([...tasks].reverse(), execute),
    'one task lost': async (tasks, execute) => inline.run(tasks.slice(1), execute),
    'failures swallowed': async (tasks, execute) =>
      (await Promise.allSettled(tasks.map(async (task) => execute(task)))).flatMap((one) =>
        one.status === 'fulfilled' ? [one.value] : [],
      ),
    'tasks used up': async (tasks, execute) => inline.run((tasks as never[]).splice(0), execute),
    'what is no JSON': async (tasks, execute) =>
      (await inline.run(tasks, execute)).map((result) => Object.assign(result as object, { when: undefined, at: new Date(0) }) as never),
  };
  it.each(Object.entries(faulty))('%s', async (_, run) => {
    const outcomes = await Promise.allSettled(runnerLaws({ run }).map(({ check }) => check()));
    expect(outcomes.some(({ status }) => status === 'rejected')).toBe(true);
  });
});
