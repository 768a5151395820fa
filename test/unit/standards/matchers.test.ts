import { describe, expect, it } from 'vitest';
import { compare } from '../../../src/comparison/compare';
import { journeyMatchers, type JourneyMatchers } from '../../../src/matchers';
import { simulate } from '../../../src/simulation/simulate';
import { atLeast, atMost } from '../../../src/standards/bounds';

declare module 'vitest' {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  interface Matchers<T = any> extends JourneyMatchers<T> {}
}
expect.extend(journeyMatchers);

const call = (affect: number) => ({
  name: 'Call',
  interactions: [{ id: 'talk', duration: 300, affect: { type: 'normal' as const, mean: affect, sd: 2 } }],
});
const today = simulate({ journey: call(2), customers: 500, seed: 1 });
const { mean } = today.overall.satisfaction;
const kinder = compare({ baseline: call(2), variants: { kinder: call(3) }, customers: 500, seed: 1 });

describe('the matchers', () => {
  it('pass where every standard holds', () => {
    expect(today).toMeet(atMost('clockDuration', '5 min'));
    expect(today).toMeet([atMost('clockDuration', '5 min'), atLeast('satisfaction', mean - 20)]);
    expect(kinder).toImprove('satisfaction', { by: 1 });
    expect(kinder).toLeaveNoSegmentWorse('satisfaction');
  });

  it('pass under not where one fails', () => {
    expect(today).not.toMeet([atMost('clockDuration', '5 min'), atLeast('satisfaction', mean + 20)]);
    expect(kinder).not.toImprove('satisfaction', { by: 90 });
  });

  it('pass neither way where it cannot be told', () => {
    const standard = atLeast('satisfaction', mean);
    expect(() => expect(today).toMeet(standard)).toThrow(/cannot tell/);
    expect(() => expect(today).not.toMeet(standard)).toThrow(/cannot tell/);
  });

  it('say which standards are at fault, and by how much', () => {
    const { message } = journeyMatchers.toMeet.call({}, today, [atMost('clockDuration', '5 min'), atMost('clockDuration', '4 min')]);
    expect(message().split('\n')).toHaveLength(2);
    expect(message()).toContain('1 min');
  });
});
