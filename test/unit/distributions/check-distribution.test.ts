import { describe, expect, it } from 'vitest';
import { checkDistribution, type ValueLimits } from '../../../src/distributions/check-distribution';
import type { Issue } from '../../../src/errors/issue';

function check(value: unknown, limits?: ValueLimits): { made: unknown; faults: string[]; hints: (string | undefined)[] } {
  const issues: Issue[] = [];
  const made = checkDistribution(value, 'here', issues, limits);
  return { made, faults: issues.map((issue) => `${issue.code} ${issue.path}`), hints: issues.map((issue) => issue.hint) };
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = { type: 'mixture', components: [{ weight: 1, distribution: value }] };
  return value;
}

describe('checkDistribution', () => {
  it('reads a number as a constant and leaves canonical data as it is', () => {
    expect(check(3).made).toEqual({ type: 'constant', value: 3 });
    const data = { type: 'mixture', components: [{ weight: 1, distribution: { type: 'empirical', values: [1, 2], weights: [1, 3] } }] };
    expect(check(data)).toEqual({ made: data, faults: [], hints: [] });
  });

  it('sorts what was written in another order', () => {
    expect(check({ type: 'empirical', values: [3, 1, 3] }).made).toEqual({ type: 'empirical', values: [1, 3], weights: [1, 2] });
  });

  it('names the nearest type and the nearest key', () => {
    const type = check({ type: 'logNormal', median: 1, sigma: 1 });
    expect(type.faults).toEqual(['invalid-type here.type']);
    expect(type.hints[0]).toContain('lognormal');
    const key = check({ type: 'normal', mean: 1, sd: 1, sdd: 2 });
    expect(key.faults).toEqual(['unknown-key here.sdd']);
    expect(key.hints[0]).toContain('sd');
    expect(check({ type: 'lognormal', median: 1, p95: 3 }).hints[0]).toContain('constructor');
  });

  it.each<readonly [string, unknown, readonly string[]]>([
    ['null', null, ['invalid-type here']],
    ['text', '5 to 10 min', ['invalid-type here']],
    ['a list', [1, 2], ['invalid-type here']],
    ['no type', { mean: 1 }, ['missing here.type']],
    ['a type that every object has', { type: 'toString' }, ['invalid-type here.type']],
    ['null as a number', { type: 'normal', mean: null, sd: 1 }, ['invalid-type here.mean']],
    ['a forbidden key', JSON.parse('{ "type": "constant", "value": 1, "__proto__": 2 }'), ['forbidden-key here.__proto__']],
    ['NaN', NaN, ['out-of-range here']],
    ['several faults', { type: 'uniform', min: 'a', max: Infinity }, ['invalid-type here.min', 'out-of-range here.max']],
    ['a component that is none', { type: 'mixture', components: [7] }, ['invalid-type here.components[0]']],
    [
      'a component without parts',
      { type: 'mixture', components: [{}] },
      ['missing here.components[0].weight', 'missing here.components[0].distribution'],
    ],
    ['a mixture that is no list', { type: 'mixture', components: {} }, ['invalid-type here.components']],
    ['a scaled nothing', { type: 'scaled', scale: 1, shift: 0 }, ['missing here.distribution']],
  ])('refuses %s', (_, value, faults) => {
    const result = check(value);
    expect(result.faults).toEqual(faults);
    expect(result.made).toBeUndefined();
  });

  it('takes what it made itself as it is, within the limits of its new place', () => {
    const { made } = check({ type: 'normal', mean: 600, sd: 1 });
    expect(check(made).made).toBe(made);
    expect(check(made, { min: 0 })).toMatchObject({ made: undefined, faults: ['out-of-range here'] });
  });

  it('goes eight levels down and no further', () => {
    expect(check(nested(8)).faults).toEqual([]);
    expect(check(nested(9)).faults.map((fault) => fault.split(' ')[0])).toEqual(['too-deep']);
  });

  it('ends on data that refers to itself or fans out', () => {
    const loop: { type: string; scale: number; shift: number; distribution?: unknown } = { type: 'scaled', scale: 1, shift: 0 };
    loop.distribution = loop;
    expect(check(loop).faults).toHaveLength(1);
    let fan: unknown = { type: 'normal', mean: 0, sd: 1 };
    for (let i = 0; i < 7; i++)
      fan = { type: 'mixture', components: Array.from({ length: 10 }, () => ({ weight: 0.1, distribution: fan })) };
    expect(check(fan).faults.map((fault) => fault.split(' ')[0])).toEqual(['too-large']);
  });

  it('holds values to their limits: the support below, the largest draw above', () => {
    const duration = { min: 0, max: 1e11 };
    expect(check({ type: 'normal', mean: 600, sd: 1 }, duration).faults).toEqual(['out-of-range here']);
    expect(check({ type: 'normal', mean: 600, sd: 1 }, duration).hints[0]).toContain('truncatedNormal');
    expect(check({ type: 'lognormal', median: 600, sigma: 2 }, duration).faults).toEqual([]);
    expect(check({ type: 'lognormal', median: 600, sigma: 5 }, duration).faults).toEqual(['out-of-range here']);
    expect(check(-1, duration).faults).toEqual(['out-of-range here']);
    expect(check({ type: 'uniform', min: 0, max: 2e11 }, duration).faults).toEqual(['out-of-range here']);
    expect(check({ type: 'discrete', values: [-1, 5], probabilities: [0, 1] }, duration).faults).toEqual([]);
  });
});
