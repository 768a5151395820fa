import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insert } from '../../../src/redesign/edits/insert';
import { move } from '../../../src/redesign/edits/move';
import { scaleDuration } from '../../../src/redesign/edits/scale-duration';
import { update } from '../../../src/redesign/edits/update';
import { checkEdits, redesign } from '../../../src/redesign/redesign';
import type { Edit } from '../../../src/redesign/types';
import { simulate } from '../../../src/simulation/simulate';
import { waterfall } from '../../../src/waterfall/waterfall';

const seed = 20240612;
const visit = {
  name: 'Visit',
  promise: '15 min',
  interactions: [
    { id: 'queue', kind: 'wait' as const, duration: '3 to 12 min', affect: { type: 'normal' as const, mean: -1, sd: 2 }, dropout: 0.02 },
    { id: 'desk', duration: '2 to 8 min', affect: { type: 'normal' as const, mean: 1, sd: 2 } },
    { id: 'pay', duration: 60, affect: -1 },
  ],
};
const step = fc.constantFrom('queue', 'desk', 'pay');
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ id: step, factor: fc.constantFrom(0.5, 0.8, 1.5) }).map(({ id, factor }) => scaleDuration(id, factor)),
  fc.record({ id: step, to: fc.constantFrom('start' as const, 'end' as const) }).map(({ id, to }) => move(id, { to })),
  fc
    .record({ id: fc.constantFrom('desk', 'pay'), affect: fc.integer({ min: -4, max: 4 }) })
    .map(({ id, affect }) => update(id, { affect })),
  fc.constant(insert({ id: 'thanks', duration: 30, affect: 3 }, { to: 'end' })),
  fc.constant(update('thanks', { affect: 5 })),
);
const anyEdits = fc
  .uniqueArray(anyEdit, { minLength: 1, maxLength: 4, selector: (edit) => JSON.stringify(edit) })
  .filter((edits) => checkEdits(edits, visit).length === 0);
const study = { customers: 60, seed: 'laws' };

function permutations(items: readonly number[]): number[][] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item) => permutations(items.filter((other) => other !== item)).map((rest) => [item, ...rest]));
}

describe(`waterfalls (seed ${seed})`, () => {
  it('both ways sum to the total, in every segment and overall', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const segments = [
          { id: 'a', share: 0.6 },
          { id: 'b', share: 0.4, expectation: 2 },
        ];
        const found = waterfall({ ...study, segments, baseline: visit, edits });
        for (const here of [found.overall, ...Object.values(found.segments)]) {
          for (const way of [here.sequential, here.shapley]) {
            expect(way.reduce((sum, { difference }) => sum + difference, 0)).toBeCloseTo(here.total.difference, 9);
          }
          expect(here.end - here.start).toBeCloseTo(here.total.difference, 9);
        }
      }),
      { seed, numRuns: 25 },
    );
  });

  it('Shapley contributions are the mean over all orders in which each edit is possible when its turn comes', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const found = waterfall({ ...study, baseline: visit, edits });
        fc.pre(found.overall.shapley.length === edits.length);
        const values = new Map<string, number | undefined>();
        const valueOf = (chosen: readonly number[]): number | undefined => {
          const key = [...chosen].sort((a, b) => a - b).join();
          if (!values.has(key)) {
            const some = edits.filter((_, index) => chosen.includes(index));
            const possible = checkEdits(some, visit).length === 0;
            values.set(
              key,
              possible
                ? simulate({ ...study, journey: redesign(visit, some), outcomes: ['satisfaction'] }).overall.satisfaction.mean
                : undefined,
            );
          }
          return values.get(key);
        };
        const orders = permutations(edits.map((_, index) => index)).filter((order) =>
          order.every((_, index) => valueOf(order.slice(0, index + 1)) !== undefined),
        );
        expect(found.shapley.orders).toBe(orders.length);
        edits.forEach((_, edit) => {
          const added = orders.map(
            (order) => valueOf(order.slice(0, order.indexOf(edit) + 1))! - valueOf(order.slice(0, order.indexOf(edit)))!,
          );
          expect(found.overall.shapley[edit]!.difference).toBeCloseTo(added.reduce((sum, one) => sum + one, 0) / orders.length, 9);
        });
      }),
      { seed, numRuns: 25 },
    );
  });

  it('interchangeable edits get the same, whichever is named first', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.3, 0.7, 1.4), fc.boolean(), (factor, swapped) => {
        // Two steps that draw the same and feel like nothing: only the sum of their time matters, and late costs more than twice as late.
        const twins = {
          name: 'Twins',
          promise: '10 min',
          interactions: [
            { id: 'one', duration: '4 to 8 min', drawAs: 'twin' },
            { id: 'two', duration: '4 to 8 min', drawAs: 'twin' },
            { id: 'desk', duration: '1 to 2 min', affect: 2 },
          ],
        };
        const both = [scaleDuration('one', factor), scaleDuration('two', factor)];
        const { overall } = waterfall({ ...study, baseline: twins, edits: swapped ? both.reverse() : both, outcome: 'clockDuration' });
        expect(overall.shapley[0]!.difference).toBeCloseTo(overall.shapley[1]!.difference, 9);
        expect(overall.shapley[0]!.standardError).toBeCloseTo(overall.shapley[1]!.standardError, 9);
        const felt = waterfall({
          ...study,
          baseline: twins,
          edits: both,
          model: { memory: { weights: { peak: 1, end: 0, mean: 0 } } },
        }).overall;
        expect(felt.shapley[0]!.difference).toBeCloseTo(felt.shapley[1]!.difference, 9);
        // The same edits one after the other do not share evenly: lateness is not a straight line.
        expect(Math.abs(felt.sequential[0]!.difference - felt.sequential[1]!.difference)).toBeGreaterThan(0.01);
      }),
      { seed, numRuns: 6 },
    );
  });
});
