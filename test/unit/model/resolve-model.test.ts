import { describe, expect, test } from 'vitest';
import { defaultModel } from '../../../src/model/defaults';
import { acclimationDecay, averaging, classicPeakEnd, everyMemory, meanEnd, peakEnd, recency } from '../../../src/model/memory';
import { resolveModel } from '../../../src/model/resolve-model';
import type { ExperienceModelInput } from '../../../src/model/types';

const resolve = (override: ExperienceModelInput, base = defaultModel) => resolveModel(base, override);

describe('resolveModel', () => {
  test('nothing over the base is the base', () => {
    expect(resolve({})).toEqual(defaultModel);
  });

  test('settings are merged by name, to the bottom', () => {
    const model = resolve({ time: { beta: 0.8 }, waiting: { idle: { affect: -1 }, impatience: 2 } });
    expect(model.time).toEqual({ ...defaultModel.time, beta: 0.8 });
    expect(model.waiting.idle).toEqual({ time: 1.2, affect: -1, hazard: 1 });
    expect(model.waiting.anxious).toEqual(defaultModel.waiting.anxious);
    expect(model.waiting.impatience).toBe(2);
  });

  test('a distribution is one value: it replaces, and is replaced', () => {
    const beta = { type: 'truncatedNormal', mean: 0.9, sd: 0.05, min: 0.6, max: 1 } as const;
    const drawn = resolve({ time: { beta } });
    expect(drawn.time.beta).toEqual(beta);
    const other = { type: 'uniform', min: 0.7, max: 0.8 } as const;
    expect(resolve({ time: { beta: other } }, drawn).time.beta).toEqual(other);
    expect(resolve({ time: { beta: 1 } }, drawn).time.beta).toBe(1);
    expect(Object.isFrozen(beta)).toBe(false);
  });

  test('memory of the same kind merges', () => {
    expect(resolve({ memory: { carryOver: 0.2 } }).memory).toEqual({ ...peakEnd, carryOver: 0.2 });
    expect(resolve({ memory: { weights: { peak: 0.5, end: 0.2 } } }).memory).toEqual({
      ...peakEnd,
      weights: { ...peakEnd.weights, peak: 0.5, end: 0.2 },
    });
    expect(resolve({ memory: classicPeakEnd }).memory).toEqual(classicPeakEnd);
    const base = resolve({ memory: recency({ halfLife: 0.4 }) });
    expect(resolve({ memory: { recallDelay: 60 } }, base).memory).toEqual({ ...recency({ halfLife: 0.4 }), recallDelay: 60 });
  });

  test('memory of another kind replaces, with the defaults of that kind', () => {
    const base = resolve({ memory: { carryOver: 0.5, recallDelay: 9 } });
    expect(resolve({ memory: recency({ halfLife: 0.1 }) }, base).memory).toEqual(recency({ halfLife: 0.1 }));
    expect(resolve({ memory: { kind: 'acclimationDecay', decay: 0.1 } }, base).memory).toEqual(acclimationDecay({ decay: 0.1 }));
    expect(resolve({ memory: { kind: 'total' } }, base).memory).toEqual({ kind: 'total', ...everyMemory });
    const back = resolve({ memory: recency() });
    expect(resolve({ memory: { kind: 'blend', peak: 'worst' } }, back).memory).toEqual({ ...peakEnd, peak: 'worst' });
    expect(resolve({ memory: averaging }, back).memory).toEqual(averaging);
  });

  test('a function is a custom memory', () => {
    const remember = (): number => 3;
    expect(resolve({ memory: remember }).memory).toEqual({ kind: 'custom', remember, ...everyMemory });
    expect(resolve({ memory: { kind: 'custom', remember, recallDelay: 60 } }).memory).toEqual({
      kind: 'custom',
      remember,
      ...everyMemory,
      recallDelay: 60,
    });
    expect(Object.isFrozen(remember)).toBe(false);
  });

  test('the peak rule and the end window replace as a whole; a window of no length is the last moment', () => {
    const base = resolve({ memory: { peak: { worstAndBest: 0.7 }, endWindow: { seconds: 60 } } });
    expect(resolve({ memory: { endWindow: { share: 0.1 } } }, base).memory).toMatchObject({
      peak: { worstAndBest: 0.7 },
      endWindow: { share: 0.1 },
    });
    expect(resolve({ memory: { endWindow: { share: 0.1 } } }, base).memory).not.toHaveProperty('endWindow.seconds');
    expect(resolve({ memory: { peak: 'best', endWindow: { seconds: 0 } } }, base).memory).toEqual({
      ...peakEnd,
      peak: 'best',
      endWindow: { seconds: 0 },
    });
  });

  test('a stretch merges by name, and each preset brings its own', () => {
    expect(resolve({ memory: { stretch: { seconds: 30 } } }).memory).toMatchObject({ stretch: { seconds: 30, share: 0.1 } });
    for (const preset of [classicPeakEnd, averaging, meanEnd]) {
      expect(resolve({ memory: preset }).memory).toEqual(preset);
      expect(resolve({ memory: peakEnd }, resolve({ memory: preset })).memory).toEqual(peakEnd);
    }
  });

  test('the result is frozen and holds nothing of either input', () => {
    const override = { waiting: { phase: { before: 0.5 } } };
    const model = resolve(override);
    expect(Object.isFrozen(model.waiting.phase)).toBe(true);
    override.waiting.phase.before = 9;
    expect(model.waiting.phase.before).toBe(0.5);
  });
});
