import { describe, expect, it } from 'vitest';
import { findFlips } from '../../../src/robustness/find-flips';

const path = 'time.beta';
const trial = (value: number, difference: number) => ({ value, difference });

describe('where a parameter turns a verdict round', () => {
  it('is on the straight line between two trials, not in their middle: +4 at 0 and −1 at 1 cross at 0.8', () => {
    expect(findFlips('parameter', path, [trial(1, -1)], 4, 0, 0)).toEqual([{ by: 'parameter', path, side: 'above', value: 0.8 }]);
    expect(findFlips('parameter', path, [trial(-1, -12)], 4, 0, 0)).toEqual([{ by: 'parameter', path, side: 'below', value: -0.25 }]);
    // A study that says worse turns where something is better.
    expect(findFlips('parameter', path, [trial(2, 1), trial(1, -2)], -3, 0, 0)).toEqual([
      { by: 'parameter', path, side: 'above', value: expect.closeTo(5 / 3, 12) },
    ]);
  });

  it('is beyond the margin on the other side: a difference within it is practically none, not the opposite', () => {
    expect(findFlips('parameter', path, [trial(1, -1)], 4, 0, 1)).toEqual([]);
    expect(findFlips('parameter', path, [trial(1, -4)], 4, 0, 1)).toEqual([{ by: 'parameter', path, side: 'above', value: 0.625 }]);
    expect(findFlips('parameter', path, [trial(1, 4)], -4, 0, 1)).toEqual([{ by: 'parameter', path, side: 'above', value: 0.625 }]);
  });

  it('is the first on either side of the study, though the difference turns back later', () => {
    const trials = [trial(-2, 3), trial(-1, -1), trial(1, -1), trial(2, 5), trial(3, -5)];
    expect(findFlips('parameter', path, trials, 1, 0, 0).map((flip) => flip.by === 'parameter' && [flip.side, flip.value])).toEqual([
      ['above', 0.5],
      ['below', -0.5],
    ]);
  });

  it('starts from the end that agrees, where the study has no one value', () => {
    expect(findFlips('parameter', path, [trial(0, 1), trial(1, -3)], 2, undefined, 0)).toEqual([
      { by: 'parameter', path, side: 'above', value: 0.25 },
    ]);
    expect(findFlips('parameter', path, [trial(0, -3), trial(1, 1)], 2, undefined, 0)).toEqual([
      { by: 'parameter', path, side: 'below', value: 0.75 },
    ]);
  });
});
