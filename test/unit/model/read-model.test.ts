import { describe, expect, test } from 'vitest';
import type { Issue } from '../../../src/errors/issue';
import { defaultModel } from '../../../src/model/defaults';
import { modelParameters } from '../../../src/model/parameters';
import { averaging, peakEnd, recency } from '../../../src/model/memory';
import { readModel } from '../../../src/model/read-model';
import { resolveModel } from '../../../src/model/resolve-model';

function read(input: unknown, base = defaultModel) {
  const issues: Issue[] = [];
  const model = readModel(input, base, 'model', issues);
  return { model, issues, told: issues.map((issue) => `${issue.code} ${issue.path}`) };
}

/** `a.b` with a value as `{ a: { b: value } }`. */
function at(path: string, value: unknown): object {
  return path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as object;
}

describe('every parameter is held to its range', () => {
  // Weights must also sum to 1, and settings of other kinds of memory need their kind: those have tests of their own.
  const alone = Object.entries(modelParameters).filter(
    ([path]) => !/^memory\.(weights\.(?!trend|duration)|halfLife|acclimation|decay)/.test(path),
  );

  test.each(alone)('%s', (path, { min, max }) => {
    expect(read(at(path, min)).told).toEqual([]);
    expect(read(at(path, max)).told).toEqual([]);
    for (const wrong of [min - 1e-6, max * 1.001 + 1e-6, NaN, Infinity])
      expect(read(at(path, wrong)).told).toEqual([`out-of-range model.${path}`]);
    expect(read(at(path, null)).told).toEqual([`invalid-type model.${path}`]);
    expect(read(at(path, '1')).told).toEqual([`invalid-type model.${path}`]);
    const inside = { type: 'uniform', min, max };
    expect(read(at(path, inside)).told).toEqual([]);
    expect(read(at(path, { ...inside, max: max + (max - min) * 0.1 })).told).toEqual([`out-of-range model.${path}`]);
  });
});

describe('what cannot be a model', () => {
  const custom = (): number => 0;
  test.each<[string, unknown, string]>([
    ['text', 'peakEnd', 'invalid-type model'],
    ['a preset in the wrong place', { ...averaging }, 'unknown-key model.kind'],
    ['an unknown part', { tme: {} }, 'unknown-key model.tme'],
    ['an unknown setting', { time: { betta: 1 } }, 'unknown-key model.time.betta'],
    ['a part that is a number', { time: 1 }, 'invalid-type model.time'],
    ['an unknown perspective', { time: { perspective: 'later' } }, 'out-of-range model.time.perspective'],
    ['half a distribution', { time: { beta: { type: 'normal', mean: 1 } } }, 'missing model.time.beta.sd'],
    ['a memory that is text', { memory: 'averaging' }, 'invalid-type model.memory'],
    ['an unknown kind of memory', { memory: { kind: 'average' } }, 'out-of-range model.memory.kind'],
    ['a setting of another kind', { memory: { halfLife: 0.2 } }, 'unknown-key model.memory.halfLife'],
    ['an unknown weight', { memory: { weights: { peek: 1 } } }, 'unknown-key model.memory.weights.peek'],
    ['weights that do not sum to 1', { memory: { weights: { peak: 0.5 } } }, 'shares model.memory.weights'],
    ['weights of another kind that do not', { memory: { ...recency(), weights: { peak: 1 } } }, 'unknown-key model.memory.weights'],
    ['a negative weight', { memory: { weights: { peak: -0.1, end: 0.8 } } }, 'out-of-range model.memory.weights.peak'],
    ['an unknown peak rule', { memory: { peak: 'highest' } }, 'out-of-range model.memory.peak'],
    ['a peak rule above 1', { memory: { peak: { worstAndBest: 2 } } }, 'out-of-range model.memory.peak.worstAndBest'],
    ['a window of nothing', { memory: { endWindow: {} } }, 'conflict model.memory.endWindow'],
    ['a stretch of no kind', { memory: { stretch: 60 } }, 'invalid-type model.memory.stretch'],
    ['a stretch with an unknown key', { memory: { stretch: { minutes: 1 } } }, 'unknown-key model.memory.stretch.minutes'],
    ['a stretch below 0', { memory: { stretch: { seconds: -1 } } }, 'out-of-range model.memory.stretch.seconds'],
    ['a stretch above the whole', { memory: { stretch: { share: 1.5 } } }, 'out-of-range model.memory.stretch.share'],
    [
      'a stretch that may lie above the whole',
      { memory: { stretch: { share: { type: 'uniform', min: 0, max: 2 } } } },
      'out-of-range model.memory.stretch.share',
    ],
    ['a stretch of a memory without', { memory: { ...recency(), stretch: { share: 0.1 } } }, 'unknown-key model.memory.stretch'],
    ['a window above the whole', { memory: { endWindow: { share: 1.1 } } }, 'out-of-range model.memory.endWindow.share'],
    ['a custom memory without its function', { memory: { kind: 'custom' } }, 'missing model.memory.remember'],
    ['a custom memory with text', { memory: { kind: 'custom', remember: 'mean' } }, 'invalid-type model.memory.remember'],
    ['a function with weights', { memory: { kind: 'custom', remember: custom, weights: {} } }, 'unknown-key model.memory.weights'],
    ['a class instance', { time: new Date(0) }, 'invalid-type model.time'],
    ['__proto__', JSON.parse('{"time":{"__proto__":{}}}'), 'forbidden-key model.time.__proto__'],
  ])('%s', (_name, input, told) => {
    const reading = read(input);
    expect(reading.told).toContain(told);
    expect(reading.model).toBeUndefined();
  });

  test('a part of the model may be a cycle, and is told', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic['time'] = cyclic;
    expect(read(cyclic).told).toEqual(['cycle model.time']);
  });
});

describe('what can', () => {
  test('nothing at all is the base', () => {
    expect(read(undefined).model).toBe(defaultModel);
  });

  test('drawn weights need not sum to 1', () => {
    expect(read({ memory: { weights: { peak: { type: 'uniform', min: 0, max: 1 } } } }).told).toEqual([]);
  });

  test('weights may sum to 1 within 1e-9', () => {
    expect(read({ memory: { weights: { peak: 0.25 + 0.9e-9 } } }).told).toEqual([]);
    expect(read({ memory: { weights: { peak: 0.25 + 1.1e-9 } } }).told).toEqual(['shares model.memory.weights']);
  });

  test('settings of the kind the base has need no kind', () => {
    const base = resolveModel(defaultModel, { memory: recency() });
    expect(read({ memory: { halfLife: 0.5 } }, base).model!.memory).toEqual(recency({ halfLife: 0.5 }));
    expect(read({ memory: { weights: { peak: 1 } } }, base).told).toEqual(['unknown-key model.memory.weights']);
    expect(read({ memory: peakEnd }, base).model!.memory).toEqual(peakEnd);
  });

  test('distributions come in their canonical form', () => {
    const model = read({ choice: { relief: { type: 'empirical', values: [2, 1, 2] } } }).model!;
    expect(model.choice.relief).toEqual({ type: 'empirical', values: [1, 2], weights: [1, 2] });
  });
});
