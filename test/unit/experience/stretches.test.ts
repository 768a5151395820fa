import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/journey/types';
import { peakEnd } from '../../../src/model/memory';
import type { BlendMemory, MemoryModelInput } from '../../../src/model/types';
import { outcomesOf, simulationOf, type Given } from './one-customer';

/*
 * Worst, best and end are means over a stretch: a minute, or a tenth of the journey where that is shorter.
 */
type Steps = Given['steps'];

const level = (duration: number, affect: number) => ({ duration, affect });
const line = (duration: number, start: number, end: number) => ({ duration, affect: { start, end } });

function found(steps: Steps, memory: MemoryModelInput = {}, rest: Omit<Given, 'steps'> = {}) {
  const of = (peak: 'worst' | 'best') => outcomesOf({ steps, ...rest, model: { memory: { ...memory, peak } as MemoryModelInput } });
  const { peakAffect: worst, endAffect: end, meanAffect: mean } = of('worst');
  return { worst, best: of('best').peakAffect, end, mean };
}

function close(received: object, expected: Readonly<Record<string, number>>): void {
  for (const [name, value] of Object.entries(expected)) expect([name, received[name as never]]).toEqual([name, expect.closeTo(value, 10)]);
}

describe('worst, best and end over a tenth of a short journey', () => {
  it('on one line: where it comes in and where it goes out', () => {
    // 250 s from 0 to 6: 25 s from 0 to .6, and from 5.4 to 6
    close(found([line(250, 0, 6)]), { worst: 0.3, best: 5.7, end: 5.7, mean: 3 });
  });

  it('of levels, in part where one is shorter than the stretch', () => {
    // 300 s, stretch 30 s: 10 s at 9 beside 20 s at 0
    close(found([level(100, 0), level(10, 9), level(190, 0)]), { worst: 0, best: 3, end: 0 });
    // 20 s at 3 and 10 s at 9: (60 + 90)/30
    close(found([level(100, 0), level(10, 9), level(40, 3), level(150, 0)]), { best: 5 });
    // at the end: 10 s at 9, 20 s at 3
    close(found([level(250, 0), level(40, 3), level(10, 9)]), { end: 5, best: 5 });
  });

  it('in a valley that is even: equally far on both sides', () => {
    // 200 s, stretch 20 s: 10 s on each side of −4, .08 a second: from −3.2 over −4 to −3.2
    close(found([line(100, 4, -4), line(100, -4, 4)]), { worst: -3.6, best: 3.2, end: 3.2, mean: 0 });
  });

  it('in a valley that is not: where both ends feel alike', () => {
    // 150 s, stretch 15 s: down by .08 a second, up by .16. 10 s before and 5 s after −8: both ends at −7.2
    close(found([line(100, 0, -8), line(50, -8, 0)]), { worst: -7.6 });
    close(found([line(50, 0, 8), line(100, 8, 0)]), { best: 7.6 });
  });

  it('over a jump from one line to another', () => {
    // 200 s, stretch 20 s. Up to 5, then at once −5 and up to 5 again: the worst begins at the jump: −5 to −3
    close(found([line(100, -3, 5), line(100, -5, 5)]), { worst: -4, best: 4.2, end: 4 });
    // 100 s. Down from 6 to 2, then at −1: the worst lies within the level
    close(found([line(60, 6, 2), level(40, -1)]), { worst: -1, best: 5 + 2 / 3, end: -1 });
  });

  it('where two lines pass through a hill between levels', () => {
    // 100 s, stretch 10 s. 45 s at 1, up to 5 in 4 s, down to 1 in 6 s, 45 s at 1: the whole hill, 10 s at 3 on average
    close(found([level(45, 1), line(4, 1, 5), line(6, 5, 1), level(45, 1)]), { best: 3, worst: 1 });
  });
});

describe('worst, best and end over a minute of a long journey', () => {
  it('leave a second what a second is', () => {
    close(found([level(3600, -6), level(1, 8)]), { worst: -6, best: (59 * -6 + 8) / 60, end: (59 * -6 + 8) / 60 });
  });

  it.each([
    [0, 9.9],
    [1, 10.1],
    [30, 21.6],
    [120, 42],
    [600, 49.1],
  ])('an hour at −6, then +8 for %d s: satisfaction %d', (seconds, satisfaction) => {
    expect(outcomesOf({ steps: [level(3600, -6), level(seconds, 8)] }).satisfaction).toBeCloseTo(satisfaction, 1);
  });

  it('say the same whether a step is written as one or as many', () => {
    const whole = found([level(500, 2), line(3000, -4, 7), level(300, 1)]);
    const cut = found([level(500, 2), line(1, -4, -4 + 11 / 3000), line(2999, -4 + 11 / 3000, 7), level(260, 1), level(40, 1)]);
    close(cut, whole);
  });

  it('keep their digits over a year', () => {
    close(found([level(3e7, 2), line(100, 2, -8), line(3e7, 0, 4), level(30, 5)]), { worst: -5, best: 4.499999, end: 4.499999 });
  });
});

describe('how long a stretch is', () => {
  const dip = [level(100, 2), level(300, -6), level(100, 4)];

  it('the shorter of its seconds and its share', () => {
    close(found(dip, { stretch: { seconds: 200, share: 1 } }), { worst: -6, best: -1, end: -1 });
    close(found(dip, { stretch: { share: 1 } }), { end: 4 }); // 60 s
    close(found(dip, { stretch: { seconds: 1e9, share: 0.4 } }), { end: -1 });
  });

  it('at most the journey: then worst, best and end are its mean', () => {
    close(found(dip, { stretch: { seconds: 1e9, share: 1 } }), { worst: -2.4, best: -2.4, end: -2.4, mean: -2.4 });
  });

  it('that of the journey up to rounding: nothing counts twice', () => {
    for (let count = 1; count < 40; count++) {
      const steps = Array.from({ length: count }, (_, k) => level((k + 1) / 7, ((k * 5) % 19) - 9));
      const { worst, best, end, mean } = found(steps, { stretch: { seconds: 1e9, share: 1 } });
      close({ worst, best, end }, { worst: mean, best: mean, end: mean });
    }
  });

  it.each([[{ seconds: 0 }], [{ share: 0 }], [{ seconds: 0, share: 0 }]])('0: moments, %j', (stretch) => {
    close(found([line(100, 2, 3), level(0, -9), level(100, 1)], { stretch }), { worst: -9, best: 3, end: 1 });
  });

  it('where no time passes: moments', () => {
    close(found([level(0, 2), { duration: 0, affect: { start: -8, end: -6 } }]), { worst: -8, best: 2, end: -6, mean: -2.5 });
  });

  it('may differ between customers, and is drawn once', () => {
    const stretch = { seconds: { type: 'discrete', values: [50, 200], probabilities: [0.5, 0.5] }, share: 1 } as const;
    const kept = simulationOf({ steps: dip, model: { memory: { peak: 'best', stretch } } }, 100).kept!['one']!;
    const pairs = new Set(kept.endAffect!.map((end, customer) => `${end} ${kept.peakAffect![customer]!}`));
    expect([...pairs].sort()).toEqual(['-1 -1', '4 4']);
  });

  it('the end may have a window of its own', () => {
    const end = (endWindow: BlendMemory['endWindow']) => found([level(500, 0), line(100, 0, 10)], { endWindow: endWindow! }).end;
    expect(end({ seconds: 0 })).toBe(10);
    expect(end({ seconds: 20 })).toBeCloseTo(9, 12);
    expect(end({ share: 0.1 })).toBeCloseTo(7, 12);
    expect(end({ seconds: 20, share: 0.5 })).toBeCloseTo(9, 12);
    expect(end({ seconds: 20, share: 0.01 })).toBeCloseTo(9.7, 12);
  });
});

describe('failures, recoveries and leaving', () => {
  const failing = (failure: Omit<Failure, 'probability'>) => ({ ...level(600, 2), failure: { probability: 1, ...failure } });

  it('count as a stretch where they take no time, in worst, best and end, not in the mean', () => {
    close(found([failing({ affect: -8 })]), { worst: -6, best: 2, end: -6, mean: 2 });
    // .5·2 + .25·(−6) + .15·(−6) + .1·2
    close(outcomesOf({ steps: [failing({ affect: -8 })] }), { rememberedUtility: -1.2, clockDuration: 600 });
  });

  it('and where they take less than one', () => {
    // 620 s, stretch 60 s
    close(found([failing({ affect: -8, duration: 20 })]), { worst: -6, best: 2, end: -6, mean: (1200 - 120) / 620 });
  });

  it('longer ones as long as they are', () => {
    close(found([failing({ affect: -8, duration: 300 }), level(20, 8)]), {
      worst: -6,
      end: (40 * -6 + 20 * 8) / 60,
      best: (40 * 2 + 20 * 8) / 60,
    });
  });

  it('one after the other', () => {
    close(found([failing({ affect: -8, recovery: { probability: 1, affect: 11 } })]), { worst: -6, best: 5, end: 5, mean: 2 });
  });

  it('between steps, without which the stretch around them would not be so', () => {
    // 300 s at 2, failure to −6, 300 s at 1: the best is over the first, the end over the last
    close(found([{ ...failing({ affect: -8 }), duration: 300 }, level(300, 1)]), { worst: -6, best: 2, end: 1, mean: 1.5 });
  });

  it('whoever leaves remembers that', () => {
    const steps = [level(540, 3), { kind: 'wait' as const, duration: 600, affect: 1, wait: { tolerance: 600 } }];
    // leaves after 60 s of waiting at 1, at 1 − 6
    close(found(steps, {}, { segment: { patience: 60 } }), { worst: -5, best: 3, end: -5, mean: 2.8 });
    // in a window of two stretches half of each, in one of a moment the moment
    close(found(steps, { endWindow: { seconds: 120 } }, { segment: { patience: 60 } }), { end: -2 });
    close(found(steps, { endWindow: { seconds: 0 } }, { segment: { patience: 60 } }), { end: -5 });
  });

  it('deciding is no such thing: it takes the time that it takes', () => {
    // 2 s of deciding at −2, then 2 s of the line, from −2 to −.8
    const choice = { options: [{ id: 'other', ...line(10, -2, 4) }] };
    const steps = [level(600, 4), { ...line(10, -2, 4), choice }, level(100, 4)];
    const model = { choice: { attraction: 0 }, memory: { peak: 'worst', stretch: { seconds: 4 } } } as const;
    expect(outcomesOf({ steps, model }).peakAffect).toBeCloseTo((2 * -2 + 2 * -1.4) / 4, 12);
  });
});

describe('the steps that hold the peak', () => {
  const shares = (steps: Steps, memory: MemoryModelInput = {}, customers = 1) =>
    Object.values(simulationOf({ steps, model: { memory } }, customers).overall.interactions!).map(({ peakShare }) => peakShare);

  it('are those of the worst and the best, by their weights', () => {
    const steps = [level(100, 0), level(100, -3), level(100, 5), level(100, 1)];
    expect(shares(steps)).toEqual([0, 0.6, 0.4, 0]);
    expect(shares(steps, { peak: { worstAndBest: 0.25 } })).toEqual([0, 0.25, 0.75, 0]);
    expect(shares(steps, { peak: 'extreme' })).toEqual([0, 0, 1, 0]);
    expect(shares(steps, { peak: 'worst' })).toEqual([0, 1, 0, 0]);
    expect(shares(steps, { peak: 'best' }, 50)).toEqual([0, 0, 1, 0]);
  });

  it('one step where both lie in it', () => {
    expect(shares([level(300, 1)], {}, 300)).toEqual([1]);
    expect(shares([line(300, -4, 5), level(300, 0)])).toEqual([1, 0]);
  });

  it('half of each where both are as far', () => {
    expect(shares([level(100, -4), level(100, 4)], { peak: 'extreme' })).toEqual([0.5, 0.5]);
  });

  it('the one that holds most of a stretch; of two alike the earlier', () => {
    // 600 s, stretch 60 s at −5, of which 25 s, 35 s
    expect(shares([level(270, 1), level(25, -5), level(35, -5), level(270, 1)], { peak: 'worst' })).toEqual([0, 0, 1, 0]);
    expect(shares([level(270, 1), level(30, -5), level(30, -5), level(270, 1)], { peak: 'worst' })).toEqual([0, 1, 0, 0]);
    expect(shares([level(200, 0), level(200, -5), level(200, -5)], { peak: 'worst' })).toEqual([0, 1, 0]);
  });
});

describe('what a journey feels like, once more', () => {
  it.each([0, 2, 4, 6, 8])('flat at %d it is remembered as that', (affect) => {
    const { rememberedUtility, peakAffect, endAffect, meanAffect } = outcomesOf({ steps: [level(90, affect), level(1000, affect)] });
    for (const value of [peakAffect, endAffect, meanAffect]) expect(value).toBe(affect);
    expect(rememberedUtility).toBeCloseTo(affect, 12);
  });

  it('as the presets have it, whatever the study around them has', () => {
    const steps = [level(1000, 1), level(30, -6), level(1000, 2), level(5, 6)];
    const study = (memory: MemoryModelInput) => outcomesOf({ steps, model: { memory } }).rememberedUtility;
    // A segment's preset of moments over a study of stretches, and the other way round.
    const over = (memory: MemoryModelInput, base: MemoryModelInput) =>
      outcomesOf({ steps, model: { memory: base }, segment: { model: { memory } } }).rememberedUtility;
    const moments: BlendMemory = { ...peakEnd, peak: 'extreme', stretch: { seconds: 0, share: 0 } };
    expect(over(peakEnd, moments)).toBe(study(peakEnd));
    expect(over(moments, peakEnd)).toBe(study(moments));
    expect(study(moments)).not.toBe(study(peakEnd));
  });
});

describe('where the peak lies', () => {
  const affect = { type: 'normal', mean: 0, sd: 4 } as const;
  const steps: Steps = [
    { duration: 20, affect },
    { duration: 400, affect },
    { duration: 50, affect: { start: -3, end: 3 } },
    { duration: 300, affect },
  ];
  const sharesOf = (peak: 'worst' | 'best' | { readonly worstAndBest: number }) =>
    Object.values(simulationOf({ steps, model: { memory: { peak } } }, 300).overall.interactions!).map(({ peakShare }) => peakShare);

  it('is the same however a rule says that it is one of the two', () => {
    expect(sharesOf({ worstAndBest: 1 })).toEqual(sharesOf('worst'));
    expect(sharesOf({ worstAndBest: 0 })).toEqual(sharesOf('best'));
    expect(new Set(sharesOf('worst')).size).toBeGreaterThan(1);
  });

  it('is half in one and half in the other where both count alike', () => {
    const [worst, best] = [sharesOf('worst'), sharesOf('best')];
    sharesOf({ worstAndBest: 0.5 }).forEach((share, k) => expect(share).toBeCloseTo((worst[k]! + best[k]!) / 2, 12));
  });
});
