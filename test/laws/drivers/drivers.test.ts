import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkEdits,
  compare,
  redesign,
  remove,
  scaleDuration,
  simulate,
  toText,
  update,
  type Edit,
  type Interaction,
  type Journey,
} from 'peakend';
import { arbitraries } from 'peakend/arbitraries';
import { drivers } from 'peakend/decide';

const seed = 20261129;
const study = { customers: 40, seed: 'laws', outcome: 'satisfaction' } as const;
const { journeys, segments } = arbitraries(fc);

/** What an edit of the journey does to the same customers. */
function changeBy(journey: Journey, edit: Edit): number {
  const { customers, seed: own } = study;
  const changed = redesign(journey, [edit]);
  return compare({ baseline: journey, variants: { changed }, customers, seed: own, outcomes: ['satisfaction'] }).variants.changed.overall
    .satisfaction.difference;
}

/** A lever moves all ways through a step, an edit the one that it names. */
const choosesIn = ({ choice, parts = [] }: Interaction): boolean => choice !== undefined || parts.some(choosesIn);

describe(`drivers of any journey (seed ${seed})`, () => {
  it('a lever does what the edit does that changes the journey as much', () => {
    let tried = 0;
    fc.assert(
      fc.property(journeys({ maxInteractions: 4, notes: true }), (journey) => {
        const { overall } = drivers({ journey, ...study, shapley: false });
        for (const step of journey.interactions) {
          const { levers } = overall.steps[step.id]!;
          const plain = step.choice === undefined && step.parts === undefined;
          const edits: [keyof typeof levers, Edit][] = [
            ['removal', remove(step.id)],
            ...(plain && typeof step.affect === 'number' && step.affect <= 9
              ? [['affect', update(step.id, { affect: step.affect + 1 })] as [keyof typeof levers, Edit]]
              : []),
            ...(!choosesIn(step) ? [['duration', scaleDuration(step.id, 0.9)] as [keyof typeof levers, Edit]] : []),
          ];
          for (const [lever, edit] of edits) {
            const effect = levers[lever];
            if (effect === undefined || checkEdits([edit], journey).length > 0) continue;
            expect(effect.difference, `${lever} of ${step.id}`).toBeCloseTo(changeBy(journey, edit), 8);
            tried++;
          }
        }
      }),
      { seed, numRuns: 30 },
    );
    expect(tried).toBeGreaterThan(60);
  });

  it('remembered utility is shared out whole, and everything can be told', () => {
    fc.assert(
      fc.property(journeys({ maxInteractions: 4 }), segments(), (journey, population) => {
        const found = drivers({ journey, segments: population, customers: 20, seed: 'laws', shapley: true });
        const today = simulate({ journey, segments: population, customers: 20, seed: 'laws', outcomes: ['rememberedUtility'] });
        for (const [id, { remembered }] of [['', found.overall] as const, ...Object.entries(found.segments)]) {
          if (remembered === undefined) continue;
          const sum = Object.values(remembered.steps).reduce((all, { difference }) => all + difference, 0);
          expect(sum).toBeCloseTo(remembered.total.difference, 9);
          const { mean } = (id === '' ? today.overall : today.segments[id]!).rememberedUtility;
          expect(remembered.end).toBeCloseTo(mean, 9);
        }
        expect(toText(found).length).toBeGreaterThan(0);
      }),
      { seed, numRuns: 12 },
    );
  });
});
