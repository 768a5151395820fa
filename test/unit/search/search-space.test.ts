import { defineJourney, update } from 'peakend';
import { describe, expect, it } from 'vitest';
import { allPicks, isWithin, wayOf, type SearchSpace } from '../../../src/search/search-space';
import { rootKey } from '../../../src/random/root-key';
import { uniforms } from '../../../src/random/uniforms';

const journey = defineJourney({ name: 'Visit', interactions: [{ id: 'desk', duration: 60 }] });
const edit = (cost: number) => update('desk', { affect: 1 }, { cost });
const whole = { journey, order: undefined, needsEffort: false, most: 1_000, maxEdits: Infinity, budget: Infinity };

describe('lists of edits', () => {
  it('are all that is within budget and number of edits, short ones first; some save', () => {
    const draw = uniforms(rootKey('lists'), 'test');
    for (let turn = 0; turn < 100; turn++) {
      const candidates = Array.from({ length: 4 }, () =>
        Array.from({ length: 1 + Math.floor(draw() * 2) }, () =>
          wayOf(
            Array.from({ length: 1 + Math.floor(draw() * 3) }, () => edit(Math.floor(draw() * 20) - 6)),
            draw() < 0.3 ? ['desk'] : [],
          ),
        ),
      );
      // Where there is no limit, a dead end is not one of the budget's.
      const budget = turn % 4 === 0 ? Infinity : Math.floor(draw() * 20);
      const space: SearchSpace = { ...whole, candidates, budget, maxEdits: turn % 5 === 0 ? Infinity : 1 + Math.floor(draw() * 6) };
      let all: number[][] = [[]];
      for (const ways of candidates) all = all.flatMap((picks) => [...Array(ways.length + 1).keys()].map((pick) => [...picks, pick]));
      const found = [...allPicks(space)].map(String);
      expect([...found].sort()).toEqual(
        all
          .filter((picks) => isWithin(space, picks))
          .map(String)
          .sort(),
      );
      const lengths = found.map((text) =>
        text.split(',').reduce((sum, pick, at) => sum + (candidates[at]![Number(pick) - 1]?.edits.length ?? 0), 0),
      );
      expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
    }
  });
});
