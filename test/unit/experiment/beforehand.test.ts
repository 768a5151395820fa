import { acclimationDecay, averaging, experiment, recency, type ExperimentInput, type JourneyInput, type MemoryModelInput } from 'peakend';
import { describe, expect, it } from 'vitest';
import { isJourneyError } from '../../../src/errors/journey-error';

const held = (...levels: readonly number[]): JourneyInput => ({
  name: 'Levels',
  interactions: levels.map((affect, index) => ({ id: `level-${index}`, duration: 100, affect })),
});
const logistic = (x: number): number => 1 / (1 + Math.exp(-x));
const conditions = { rising: { journey: held(1, 5) }, flat: { journey: held(3, 3) } };
const study = { conditions, measure: 'choice', choose: 'beforehand', customers: 1, seed: 1 } as const;
/** How much better than the flat one the rising one is thought to be, from the share that takes it. */
const lead = (more: Partial<ExperimentInput<'rising' | 'flat'>> = {}): number => {
  const { predicted } = experiment({ ...study, ...more }).conditions.rising;
  return 0.6 * Math.log(predicted / (1 - predicted));
};

describe('who chooses beforehand', () => {
  it('foresees what will be remembered', () => {
    // Over 20 s worst 1, best and end 5, mean 3: .15 + .5 + 1.25 + 1.5 against 3
    expect(lead()).toBeCloseTo(0.4, 12);
    expect(lead({ choose: 'afterwards' })).toBeCloseTo(0.4, 12);
  });

  it('but not that one gets used to things', () => {
    // 200 s at 4, used to half of it every 100 s, never forgotten: 4·(1 − ¼)·(100/ln 2)/200. The other is what is expected, 0.
    const model = { memory: acclimationDecay({ acclimation: Math.LN2 / 100, decay: 0 }) };
    const good = { rising: { journey: held(4, 4) }, flat: { journey: held(0, 0) } };
    expect(lead({ conditions: good, model, choose: 'afterwards' })).toBeCloseTo(1.5 / Math.LN2, 10);
    expect(lead({ conditions: good, model })).toBeCloseTo(4, 10);
  });

  it('unless the forecast says so', () => {
    const memory = acclimationDecay({ acclimation: Math.LN2 / 100, decay: 0 });
    const good = { rising: { journey: held(4, 4) }, flat: { journey: held(0, 0) } };
    expect(lead({ conditions: good, model: { memory }, forecast: memory })).toBeCloseTo(1.5 / Math.LN2, 10);
  });
});

describe('a forecast', () => {
  it('takes the place of the memory, whole or in part, or as a function', () => {
    expect(lead({ forecast: averaging })).toBeCloseTo(0, 12);
    // Of 5, 1 and the mean of 3 only the best counts as a peak: 1.25 + 1.25 + 1.5
    expect(lead({ forecast: { peak: 'best' } })).toBeCloseTo(1, 12);
    expect(lead({ forecast: ({ affectEnd, count }) => affectEnd[count - 1]! })).toBeCloseTo(2, 12);
  });

  it('leaves what is remembered alone', () => {
    const { conditions: found } = experiment({ conditions, measure: 'rating', customers: 1, seed: 1 });
    expect(found.rising.predicted).toBeCloseTo(3.4, 12);
  });
});

describe('segments with a memory of their own', () => {
  const segments = (memory: MemoryModelInput) => [
    { id: 'own', share: 0.5, model: { memory } },
    { id: 'all', share: 0.5 },
  ];
  const share = (more: Partial<ExperimentInput<'rising' | 'flat'>>): number =>
    experiment({ ...study, ...more }).conditions.rising.predicted;

  it('foresee by it, without getting used to things', () => {
    const own = acclimationDecay({ acclimation: Math.LN2 / 100, decay: 0 });
    const good = { rising: { journey: held(4, 4) }, flat: { journey: held(0, 0) } };
    expect(share({ conditions: good, segments: segments(own) })).toBeCloseTo(logistic(4 / 0.6), 12);
    expect(share({ segments: segments(averaging) })).toBeCloseTo((0.5 + logistic(0.4 / 0.6)) / 2, 12);
  });

  it('foresee by the forecast, if there is one', () => {
    expect(share({ segments: segments(recency()), forecast: averaging })).toBeCloseTo(0.5, 12);
  });
});

describe('faults in choosing beforehand', () => {
  const codes = (more: object): string[] => {
    try {
      experiment({ ...study, ...more } as ExperimentInput);
      return [];
    } catch (error) {
      if (!isJourneyError(error)) throw error;
      return error.issues.map(({ code, path }) => `${code} ${path}`);
    }
  };
  it.each<[string, object, string]>([
    ['no choice', { measure: 'rating' }, 'conflict choose'],
    ['a forecast of nothing', { choose: undefined, forecast: averaging }, 'conflict forecast'],
    ['a forecast of what is over', { choose: 'afterwards', forecast: averaging }, 'conflict forecast'],
    ['another word', { choose: 'before' }, 'out-of-range choose'],
    ['no word', { choose: true }, 'invalid-type choose'],
    ['a forecast in words', { forecast: 'averaging' }, 'invalid-type forecast'],
    ['a forecast of no kind', { forecast: { kind: 'average' } }, 'out-of-range forecast.kind'],
    ['a slip in the forecast', { forecast: { wieghts: {} } }, 'unknown-key forecast.wieghts'],
    ['a share above 1', { forecast: { weights: { peak: 2 } } }, 'out-of-range forecast.weights.peak'],
  ])('%s', (_name, more, told) => {
    expect(codes(more)).toEqual([told]);
  });
});
