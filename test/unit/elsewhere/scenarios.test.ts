import {
  atLeast,
  averaging,
  improves,
  informWait,
  isJourneyError,
  move,
  noSegmentWorse,
  normal,
  peakEnd,
  redesign,
  robustness,
  robustnessAsync,
  update,
} from 'peakend';
import {
  anyOrder,
  bestOrder,
  bestOrderAsync,
  drivers,
  driversAsync,
  findRedesigns,
  findRedesignsAsync,
  leastChange,
  leastChangeAsync,
  mergeNeighbours,
  moveTo,
  oneOf,
} from 'peakend/decide';
import { describe, expect, it } from 'vitest';
import { executeTask } from '../../../src/elsewhere/execute-task';
import type { TaskRunner } from '../../../src/plain/runner';
import type { DriveOptions } from '../../../src/simulation/drive';
import type { RunProgress } from '../../../src/simulation/progress';
import { clinic, people } from '../simulation/clinic-study';
import { backwards, early, inline } from './runners';

const text = (value: unknown): string => JSON.stringify(value);
const calmer = redesign(clinic, [update('queue', { affect: 1 })]);
const doctorLast = redesign(clinic, [move('doctor', { to: 'end' })]);

const visit = {
  name: 'Visit',
  interactions: [
    { id: 'thanks', duration: 60, affect: normal({ mean: 5, sd: 1 }) },
    { id: 'queue', kind: 'wait' as const, duration: '5 to 20 min', affect: normal({ mean: -3, sd: 2 }) },
    {
      id: 'desk',
      duration: '2 to 6 min',
      affect: normal({ mean: 1, sd: 2 }),
      failure: { probability: 0.004, affect: -5 },
      choice: { options: [{ id: 'kiosk', duration: 90, affect: 2 }] },
    },
    { id: 'pay', duration: 60, affect: normal({ mean: -2, sd: 1 }), after: ['desk'] },
  ],
};
const segments = [
  { id: 'calm', share: 0.6, expectation: 0, returnValue: 20 },
  { id: 'hurried', share: 0.4, expectation: 2, returnValue: 50, responses: { queue: { affectShift: -2 } } },
] as const;
const found = { journey: visit, segments, customers: 150, seed: 1 } as const;
const candidates = [
  oneOf([update('queue', { affect: -1 }, { cost: 100 }), update('queue', { affect: 0 }, { cost: 250 })]),
  informWait('queue', { cost: 40 }),
  moveTo('end', undefined, { cost: 5 }),
  mergeNeighbours({ longest: 2, cost: 30 }),
  anyOrder(['thanks', 'queue', 'desk'], { cost: 10 }),
];

/** Each door: what it is asked, which kinds of task that makes, and how it is asked in this thread and with a runner. */
type Ask = (options?: DriveOptions) => Promise<unknown>;
const asks: readonly (readonly [what: string, kinds: readonly string[], here: () => unknown, ask: Ask])[] = [
  door('robustness over everything', ['robustness'], robustness, robustnessAsync, {
    baseline: clinic,
    variants: { calmer, 'doctor last': doctorLast },
    segments: people.map((one) => ({ returnValue: 30, ...one })),
    population: 1000,
    customers: 30,
    over: { draws: 10, shares: 8 },
    seed: 'everything',
  }),
  door('robustness of one variant, over named memories and rules', ['robustness'], robustness, robustnessAsync, {
    baseline: clinic,
    variant: calmer,
    segments: people,
    customers: 30,
    outcome: 'rememberedUtility' as const,
    margin: 0.1,
    model: { satisfaction: { lossAversion: 1.5 } },
    over: {
      memory: { peakEnd, averaging },
      peak: { furthest: 'furthest' as const },
      parameters: { 'satisfaction.lossAversion': [1, 2.25] as const },
      inputs: { 'queue.affect': 1, 'variant.queue.affect': 'source' as const, 'segments.first-time.expectation': 2 },
      draws: 20,
      shares: 8,
    },
    seed: 3,
  }),
  door('robustness over alternatives alone', ['robustness'], robustness, robustnessAsync, {
    baseline: clinic,
    variant: calmer,
    customers: 30,
    over: { parameters: {}, inputs: {} },
  }),
  door('a search of everything', ['search', 'comparison', 'robustness'], findRedesigns, findRedesignsAsync, {
    ...found,
    candidates,
    population: 500,
    objectives: ['satisfaction' as const, { outcome: 'value' as const, segment: 'hurried' }],
    standards: [noSegmentWorse('satisfaction', { margin: 0.5 }), atLeast('satisfaction', 20, { statistic: 'p10' })],
    robustness: { draws: 12 },
    maxEdits: 2,
  }),
  door('a search that climbs', ['search', 'comparison'], findRedesigns, findRedesignsAsync, {
    ...found,
    candidates,
    most: 40,
    budget: 200,
    maxEdits: 3,
    robustness: false,
  }),
  door('the best order', ['search', 'comparison'], bestOrder, bestOrderAsync, {
    ...found,
    ids: ['thanks', 'queue', 'desk'],
    robustness: false,
  }),
  door('the least change', ['search', 'comparison'], leastChange, leastChangeAsync, {
    ...found,
    candidates,
    target: [improves('satisfaction', { by: 0.5, segment: 'calm' }), atLeast('completed', 0.9)],
    least: 'cost' as const,
    maxEdits: 2,
  }),
  door('the least change there is none of', ['search'], leastChange, leastChangeAsync, {
    ...found,
    candidates: candidates.slice(0, 2),
    target: atLeast('satisfaction', 99),
  }),
  door('drivers', ['simulation', 'drivers'], drivers, driversAsync, { ...found, shapley: true }),
  door('drivers of some steps', ['simulation', 'drivers'], drivers, driversAsync, {
    journey: clinic,
    segments: people,
    customers: 100,
    steps: ['queue', 'doctor', 'leave'],
    outcome: 'completed' as const,
    shapley: false,
  }),
];

function door<Input, Result>(
  what: string,
  kinds: readonly string[],
  here: (input: Input) => Result,
  ask: (input: Input, options?: DriveOptions) => Promise<Result>,
  input: Input,
): (typeof asks)[number] {
  return [what, kinds, () => here(input), (options) => ask(input, options)];
}

const kindsOf = (tasks: readonly Record<string, unknown>[]): unknown[] => [...new Set(tasks.map(({ kind }) => kind))].sort();

describe('with a runner', () => {
  it.each(asks)('%s comes to the same bytes, and is counted to the end and never back', async (_, kinds, here, ask) => {
    const alone = text(here());
    for (const runner of [inline(), backwards(), early()]) {
      const heard: RunProgress[] = [];
      expect(text(await ask({ runner, onProgress: (progress) => void heard.push(progress) }))).toBe(alone);
      expect(kindsOf(runner.tasks)).toEqual([...kinds].sort());
      for (let i = 1; i < heard.length; i++) expect(heard[i]!.share).toBeGreaterThanOrEqual(heard[i - 1]!.share);
      expect(heard.at(-1)!.share).toBe(1);
    }
  });

  it('scenarios are parted, and where there are many customers these too', async () => {
    const alternatives = {
      memory: { peakEnd, averaging },
      peak: { extreme: 'extreme', furthest: 'furthest', even: { worstAndBest: 0.5 } },
    } as const;
    const input = {
      baseline: clinic,
      variants: { calmer, 'doctor last': doctorLast },
      segments: people,
      customers: 6300,
      over: { ...alternatives, parameters: {}, inputs: {}, shares: 0 },
    };
    const runner = early();
    expect(text(await robustnessAsync(input, { runner }))).toBe(text(robustness(input)));
    expect(new Set(runner.tasks.map(({ first }) => first)).size).toBeGreaterThan(1);
    expect(new Set(runner.tasks.map(({ place }) => place)).size).toBeGreaterThan(1);
  });
});

const over = { memory: { averaging }, parameters: {}, inputs: { 'queue.affect': 1 }, draws: 12, shares: 0 } as const;
const small = { baseline: clinic, variant: calmer, customers: 40, over } as const;
const issueOf = async (asked: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await asked.catch((reason: unknown) => reason);
  return isJourneyError(error) ? { path: error.issues[0]!.path, code: error.issues[0]!.code } : error;
};

describe('a runner', () => {
  it('is not given what is worth less than it asks for', async () => {
    const runner = { ...inline(), least: 1e9 };
    expect(text(await robustnessAsync(small, { runner }))).toBe(text(robustness(small)));
    expect(runner.tasks).toEqual([]);
  });

  it('is refused a memory that is a function, with its place', async () => {
    const memory = { mine: () => 1 };
    const options = { runner: inline() };
    const model = { memory: memory.mine };
    expect(await issueOf(robustnessAsync({ ...small, over: { ...over, memory } }, options))).toEqual({
      path: 'over.memory.mine',
      code: 'conflict',
    });
    const named = { path: 'model.memory', code: 'conflict' };
    expect(await issueOf(robustnessAsync({ ...small, model }, options))).toEqual(named);
    expect(await issueOf(findRedesignsAsync({ ...found, candidates, model }, options))).toEqual(named);
    expect(await issueOf(driversAsync({ ...found, model }, options))).toEqual(named);
    expect(options.runner.tasks).toEqual([]);
  });

  it.each([
    ['nothing', () => undefined],
    ['too few numbers', (result: { numbers: Float64Array }) => ({ ...result, numbers: result.numbers.slice(1) })],
    ['other customers', (result: { first: number }) => ({ ...result, first: result.first + 1 })],
    ['text that is no numbers', (result: object) => ({ ...result, numbers: '####' })],
  ])('that comes back with %s is refused', async (_, spoil) => {
    const runner: TaskRunner = { clones: true, run: async (tasks, execute) => tasks.map((task) => spoil(execute(task) as never) as never) };
    for (const asked of [robustnessAsync(small, { runner }), bestOrderAsync({ ...found, robustness: false }, { runner })]) {
      expect(await issueOf(asked)).toEqual({ path: 'runner', code: 'invalid-type' });
    }
  });

  it('that fails fails the run with its own error', async () => {
    const runner: TaskRunner = { run: async () => Promise.reject(new Error('out of paper')) };
    await expect(robustnessAsync(small, { runner })).rejects.toThrow('out of paper');
  });

  it.each<readonly [string, Ask]>([
    ['robustness', (options) => robustnessAsync(small, options)],
    ['a search', (options) => leastChangeAsync({ ...found, candidates, target: atLeast('satisfaction', 60) }, options)],
    ['drivers', (options) => driversAsync(found, options)],
  ])('is left alone as soon as %s is stopped', async (_, ask) => {
    const controller = new AbortController();
    const run = async (): Promise<never> => {
      setTimeout(() => {
        controller.abort('enough');
      });
      return new Promise(() => undefined);
    };
    expect(await issueOf(ask({ signal: controller.signal, runner: { run } }))).toEqual({ path: 'signal', code: 'aborted' });
  });

  it('hears the errors of tasks as they are thrown here', async () => {
    const steps = [
      { id: 'form', duration: 60, choice: { options: [{ id: 'clerk', duration: 60, effort: 2 }] } },
      { id: 'bye', duration: 60 },
    ];
    const input = {
      journey: { name: 'Desk', interactions: steps },
      // Nobody can take the only way with effort, which is seen when customers are to live it.
      segments: [{ id: 'all', share: 1, responses: { clerk: { available: false } } }],
      candidates: [move('bye', { to: 'start' })],
      objectives: ['ease'],
      customers: 100,
      robustness: false,
    } as const;
    const here = ((): unknown => {
      try {
        return findRedesigns(input);
      } catch (error) {
        return isJourneyError(error) && error.issues;
      }
    })();
    expect(here).toEqual([expect.objectContaining({ code: 'missing', path: 'outcome' })]);
    const there: unknown = await findRedesignsAsync(input, { runner: backwards() }).catch((error: unknown) => error);
    expect(isJourneyError(there) && there.issues).toEqual(here);
  });
});

describe('a task from outside', () => {
  const keeping = inline();
  const taskOf = async (kind: string): Promise<Record<string, unknown>> => {
    if (keeping.tasks.length === 0) {
      await robustnessAsync(small, { runner: keeping });
      await driversAsync({ ...found, shapley: true }, { runner: keeping });
      await bestOrderAsync({ ...found, robustness: false }, { runner: keeping });
    }
    return keeping.tasks.find((task) => task['kind'] === kind)!;
  };
  const faultOf = (task: unknown): unknown => {
    try {
      executeTask(task);
    } catch (error) {
      return isJourneyError(error) ? error.issues[0]!.path : error;
    }
    return 'done';
  };

  it.each(['robustness', 'drivers', 'search'])('of %s is read as strictly as a study', async (kind) => {
    const task = await taskOf(kind);
    expect(faultOf(task)).toBe('done');
    const study = task['study'] as object;
    expect(faultOf({ ...task, study: { ...study, customers: -1 } })).toBe('customers');
    expect(faultOf({ ...task, study: { ...study, journey: undefined, baseline: undefined } })).not.toBe('done');
    expect(faultOf({ ...task, surprise: 1 })).toBe('surprise');
    expect(faultOf({ ...task, outcomes: ['joy'] })).toBe('outcomes[0]');
    expect(faultOf({ ...task, scenarios: 'all' })).toBe('scenarios');
    expect(faultOf({ ...task, scenarios: [null] })).toBe('scenarios[0]');
    expect(faultOf({ ...task, first: 0.5 })).toBe('first');
    expect(faultOf({ ...task, first: undefined })).toBe('first');
    expect(faultOf({ ...task, count: 1e9 })).toBe('count');
    expect(faultOf(undefined)).toBe('kind');
  });

  it.each([
    ['robustness', { values: [] }],
    ['robustness', { values: ['much'] }],
    ['robustness', { memory: 7, values: [1] }],
    ['robustness', { memory: '__proto__', values: [1] }],
    ['drivers', { trial: 1e6 }],
    ['drivers', { trial: 'length' }],
    ['drivers', { version: 16 }],
    ['drivers', { version: -1 }],
    ['search', { picks: [1] }],
    ['search', { picks: [], order: [0, 1] }],
    ['search', { picks: [], order: [0, 1, 2, 2] }],
    ['search', { picks: [], order: [0, 1, 3, 2] }],
  ])('of %s is refused %j', async (kind, scenario) => {
    expect(faultOf({ ...(await taskOf(kind)), scenarios: [scenario] })).toBe('scenarios[0]');
  });

  it('of a search says whose customers these are', async () => {
    expect(faultOf({ ...(await taskOf('search')), part: 'report' })).toBe('part');
  });
});
