import { defineJourney, insert, move, redesign, remove, scaleDuration, update, type Edit, type JourneyInput } from 'peakend';
import { anyOrder, mergeNeighbours, moveTo, oneOf } from 'peakend/decide';
import { describe, expect, it } from 'vitest';
import { finish } from '../../../src/plain/work';
import { canonicalJson } from '../../../src/plain/canonical-json';
import { everyDesign } from '../../../src/search/explore';
import { readCandidates } from '../../../src/search/read-candidates';
import type { Issue } from '../../../src/errors/issue';
import { rootKey } from '../../../src/random/root-key';
import { uniforms } from '../../../src/random/uniforms';

/** Steps, merged steps and choices, some of which wait for others or are pinned. */
function anyJourney(draw: () => number): JourneyInput {
  const ids = ['a', 'b', 'c', 'd', 'e'].slice(0, 3 + Math.floor(draw() * 3));
  const interactions = ids.map((id, index) => {
    const step = { id, duration: 60, affect: Math.round(draw() * 8) - 4 };
    const after = index > 0 && draw() < 0.3 ? { after: [ids[Math.floor(draw() * index)]!] } : {};
    const pin =
      index === 0 && draw() < 0.3 ? { pin: 'first' as const } : index === ids.length - 1 && draw() < 0.3 ? { pin: 'last' as const } : {};
    const shape = draw();
    if (shape < 0.2)
      return {
        id,
        parts: [
          { ...step, id: `${id}1`, ...after, ...(index === 0 ? pin : {}) },
          { ...step, id: `${id}2` },
        ],
      };
    const choice = {
      options: [
        { ...step, id: `${id}x` },
        { ...step, id: `${id}y` },
      ],
    };
    if (shape < 0.35) return { ...step, choice, ...after, ...pin };
    return { ...step, ...after, ...pin };
  });
  return { name: 'Any', interactions } as JourneyInput;
}

describe('designs', () => {
  it('are what redesign makes of their edits, each journey once', { timeout: 60_000 }, () => {
    const draw = uniforms(rootKey('designs'), 'test');
    let seen = 0;
    for (let turn = 0; turn < 60; turn++) {
      const journey = defineJourney(anyJourney(draw));
      const [first, second] = journey.interactions.map(({ id }) => id) as [string, string];
      const all = [
        insert({ id: 'new', duration: 30, affect: 4 }, { after: first }, { cost: 3 }),
        mergeNeighbours(),
        moveTo(draw() < 0.5 ? 'end' : 'start'),
        [move(second, { to: 'end' }), update('new', { affect: 1 })] as Edit[],
        oneOf([remove(second), scaleDuration(second, 0.5)]),
        anyOrder(),
      ].filter(() => draw() < 0.6);
      const issues: Issue[] = [];
      const space = {
        ...readCandidates(all.length > 0 ? all : [anyOrder()], journey, issues),
        journey,
        budget: 5,
        maxEdits: 4,
        most: 400,
        needsEffort: false,
      };
      if (issues.length > 0) continue;
      const { designs } = finish(everyDesign(space));
      const contents = designs.map((design) => canonicalJson(design.journey));
      expect(new Set(contents).size).toBe(contents.length);
      designs.forEach(({ edits, cost }, index) => {
        // What cannot be done would throw here.
        expect(canonicalJson(edits.length === 0 ? journey : redesign(journey, edits))).toBe(contents[index]);
        expect(cost).toBe(edits.reduce((sum, edit) => sum + (edit.cost ?? 0), 0));
        expect(cost <= space.budget && edits.length <= space.maxEdits).toBe(true);
        seen++;
      });
    }
    expect(seen).toBeGreaterThan(1_000);
  });
});
