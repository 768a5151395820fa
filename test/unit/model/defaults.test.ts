import { describe, expect, test } from 'vitest';
import { defaultModel } from '../../../src/model/defaults';
import { modelParameters } from '../../../src/model/parameters';
import * as presets from '../../../src/model/memory';

function valueAt(path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], defaultModel);
}

/** Every path of the model that ends in a number, but that of the peak rule, which is one of several forms. */
function numericPaths(value: unknown, path: string): string[] {
  if (typeof value === 'number') return [path];
  if (typeof value !== 'object' || value === null) return [];
  if (path === 'memory.peak') return [];
  return Object.entries(value).flatMap(([key, inner]) => numericPaths(inner, path === '' ? key : `${path}.${key}`));
}

/** Parameters of memory kinds that are not the default one. */
const ofOtherKinds = ['memory.halfLife', 'memory.acclimation', 'memory.decay'];

describe('the default model', () => {
  test('each number is in the table of parameters, and the other way round', () => {
    expect([...numericPaths(defaultModel, ''), ...ofOtherKinds].sort()).toEqual(Object.keys(modelParameters).sort());
  });

  test.each(Object.entries(modelParameters))(
    '%s has the default of the table, within its range',
    (path, { min, max, default: standard, source }) => {
      if (!ofOtherKinds.includes(path)) expect(valueAt(path)).toBe(standard);
      expect(standard).toBeGreaterThanOrEqual(min);
      expect(standard).toBeLessThanOrEqual(max);
      expect(source).not.toBe('');
    },
  );

  test('the presets of other kinds start from the table too', () => {
    expect(presets.recency().halfLife).toBe(modelParameters['memory.halfLife']!.default);
    expect(presets.acclimationDecay().acclimation).toBe(modelParameters['memory.acclimation']!.default);
    expect(presets.acclimationDecay().decay).toBe(modelParameters['memory.decay']!.default);
  });

  test('nothing in it can be changed', () => {
    const paths = numericPaths(defaultModel, '').map((path) => path.split('.').slice(0, -1).join('.'));
    for (const path of new Set(paths)) expect(Object.isFrozen(valueAt(path)), path).toBe(true);
    expect(Object.isFrozen(defaultModel)).toBe(true);
  });
});

describe('presets', () => {
  const { peakEnd, classicPeakEnd, averaging, meanEnd, recency, acclimationDecay, total } = presets;

  test.each([peakEnd, classicPeakEnd, averaging, meanEnd])('blend weights sum to 1: %j', ({ weights }) => {
    const sum = [weights.peak, weights.end, weights.mean, weights.beginning].reduce<number>((all, weight) => all + (weight as number), 0);
    // Three additions of numbers below 1 err by less than 3 · 2⁻⁵³ each.
    expect(Math.abs(sum - 1)).toBeLessThan(1e-15);
  });

  test('a distribution given to a preset is copied, not frozen', () => {
    const halfLife = { type: 'uniform', min: 0.1, max: 0.3 } as const;
    const preset = recency({ halfLife });
    expect(preset.halfLife).toEqual(halfLife);
    expect([Object.isFrozen(halfLife), Object.isFrozen(preset.halfLife)]).toEqual([false, true]);
  });

  test('each is complete, frozen data', () => {
    for (const preset of [peakEnd, averaging, recency(), acclimationDecay({ decay: 0.1 }), total]) {
      expect(preset).toMatchObject({ carryOver: 0, recallDelay: 0 });
      expect(Object.isFrozen(preset)).toBe(true);
    }
  });
});
