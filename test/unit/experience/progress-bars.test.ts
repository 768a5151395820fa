import { describe, expect, it } from 'vitest';
import { simulationOf, type Given } from './one-customer';

describe('progress shown', () => {
  const count = 20_000;
  const steps = [{ duration: 1 }, { duration: 1, dropout: 0.3 }];
  const left = (rest: Partial<Given>) => 1 - simulationOf({ steps, seed: 5, ...rest }, count).overall.completed.mean;
  /** Within four standard errors. */
  const near = (share: number, expected: number) =>
    expect(Math.abs(share - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / count));
  const power = (ahead: number, gain = 2) => 1 - Math.pow(0.7, Math.exp(-gain * ahead));

  it('a head start helps: half-way, ½ + ½·½ is shown', () => near(left({ progress: { shown: true, endowed: 0.5 } }), power(0.25)));
  it('a fast start helps', () => near(left({ progress: { shown: true, pace: 'fast-to-slow' } }), power(Math.SQRT1_2 - 0.5)));
  it('a slow start hurts', () => near(left({ progress: { shown: true, pace: 'slow-to-fast' } }), power(-0.25)));
  it('a list says what is shown at each step', () => near(left({ progress: { shown: true, pace: [0, 0.7] } }), power(0.2)));
  it('the gain is a setting', () =>
    near(left({ progress: { shown: true, pace: [0, 0.7] }, model: { progress: { gain: 8 } } }), power(0.2, 8)));
  it('a bar that is not shown does nothing', () => {
    expect(left({ progress: { shown: false, endowed: 0.5 } })).toBe(left({}));
  });
  it('each step reports its pace, exp(2·true progress), bar or no bar', () => {
    const { interactions } = simulationOf({ steps }).overall;
    expect(interactions!['s0']!.pace).toBe(1);
    expect(interactions!['s1']!.pace).toBeCloseTo(Math.E, 12);
  });
  it('also where nobody gets that far, and in the mixture of segments', () => {
    const { interactions } = simulationOf({ steps: [{ duration: 1, dropout: 1 }, { duration: 1 }] }).overall;
    expect(interactions!['s1']!.pace).toBeCloseTo(Math.E, 12);
  });
});

describe('which bar a step is on', () => {
  type Steps = Given['steps'];
  type Progress = Given['progress'];
  /** What giving up is, where the bar shows so much more than the truth. */
  const ahead = (by: number) => 1 - Math.pow(0.7, Math.exp(-2 * by));
  const fast = (truly: number) => Math.sqrt(truly) - truly;
  const completed = (steps: Steps, progress?: Progress) =>
    simulationOf({ steps, seed: 5, ...(progress === undefined ? {} : { progress }) }, 2000).kept!['one']!.completed;
  /** The step with dropout loses those whom it would lose, with this dropout, without a bar. */
  function expectAhead(steps: Steps, progress: Progress, by: number): void {
    const without = steps.map((step) => (step.dropout === undefined ? step : { ...step, dropout: ahead(by) }));
    expect(completed(steps, progress)).toEqual(completed(without));
    if (by !== 0) expect(completed(steps, progress)).not.toEqual(completed(steps));
  }

  const at = (channel?: string, more: object = {}) => ({ duration: 1, ...(channel === undefined ? {} : { channel }), ...more });
  const last = { dropout: 0.3 };
  const shown = { shown: true, pace: 'fast-to-slow' } as const;

  it('that of its channel', () => {
    expectAhead([at('web'), at('web'), at('phone'), at('phone', last)], shown, fast(1 / 2));
    expectAhead([at('web'), at('phone'), at('web'), at('phone'), at('web', last), at('web')], shown, fast(2 / 4));
  });

  it('steps without a channel share one', () => {
    expectAhead([at(), at('web'), at(), at(undefined, last)], shown, fast(2 / 3));
  });

  it('a wait and a gap are on none, and no part of any', () => {
    const [wait, gap] = [at('web', { kind: 'wait' }), at('web', { kind: 'gap' })];
    expectAhead([at('web'), wait, gap, wait, at('web', last)], shown, fast(1 / 2));
    expectAhead([at('web'), at('web', { kind: 'wait', ...last }), at('web')], { ...shown, endowed: 0.5 }, 0);
    expectAhead([at('web'), at('web', { kind: 'gap', ...last }), at('web')], { ...shown, endowed: 0.5 }, 0);
  });

  it('a head start is one on every bar', () => {
    expectAhead([at('web'), at('phone', last)], { shown: true, endowed: 0.4 }, 0.4);
  });

  it('a merged step is one step of its own channel, for all its parts', () => {
    const parts = [
      { id: 'a', duration: 1, channel: 'desk' },
      { id: 'b', duration: 1, ...last },
    ];
    const without = [parts[0]!, { ...parts[1]!, dropout: ahead(fast(1 / 3)) }];
    const around = (inner: typeof parts): Steps => [at('web'), at('web', { parts: inner, duration: undefined }), at('web')];
    expect(completed(around(parts), shown)).toEqual(completed(around(without)));
    expect(completed(around(parts), shown)).not.toEqual(completed(around(parts)));
  });

  it('that of the stages, over all steps in them, waits too', () => {
    const stage = (name: string, more: object = {}) => ({ duration: 1, stage: name, ...more });
    const wait = stage('fill', { kind: 'wait' });
    const steps = [stage('find'), stage('fill'), wait, stage('sign', last), stage('end')];
    expectAhead(steps, { ...shown, shown: ['fill', 'sign'] }, fast(2 / 3));
    expectAhead(steps, { ...shown, shown: ['fill'] }, 0);
    expectAhead([stage('fill'), { ...wait, ...last }], { ...shown, shown: ['fill'] }, fast(1 / 2));
  });

  it('one over all steps, waits too, where a list says what each shows', () => {
    const steps = [at('web'), at('phone', { kind: 'wait' }), at('phone', last), at()];
    expectAhead(steps, { shown: true, pace: [0, 0.1, 0.9, 1] }, 0.9 - 2 / 4);
  });

  it('a list goes by the whole journey, also where the bar is one of stages', () => {
    const steps = [at(), at('web', { stage: 'fill' }), at('web', { stage: 'fill', ...last })];
    expectAhead(steps, { shown: ['fill'], pace: [0, 0.2, 0.7] }, 0.7 - 1 / 2);
  });
});
