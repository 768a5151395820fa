import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraries } from '../../../src/arbitraries/arbitraries';
import type { Choice, Journey } from '../../../src/journey/types';
import { merge } from '../../../src/redesign/edits/merge';
import { redesign } from '../../../src/redesign/redesign';
import { columnsOf, higher, mapUnits, withoutRecovery } from './believing';

/* What anybody would expect of a model of customers, over the library's own random journeys, customer by customer. */

const seed = 12_000;
const { journeys: any } = arbitraries(fc);
/** In which steps may stand anywhere. */
const journeys = (constraints: Parameters<typeof any>[0] = {}): fc.Arbitrary<Journey> => any({ orders: false, ...constraints });
const judged = ['rememberedUtility', 'satisfaction'] as const;

function law<Values extends unknown[]>(title: string, property: fc.IPropertyWithHooks<Values>, numRuns = 60): void {
  it(`${title} (seed ${seed})`, () => fc.assert(property, { seed, numRuns }));
}

/** Nobody's memory or satisfaction is better in the one than in the other. */
function expectNobodyBetter(one: Journey, other: Journey, patience?: number): void {
  const segment = patience === undefined ? {} : { patience };
  const [worse, better] = [columnsOf(one, segment), columnsOf(other, segment)];
  for (const name of judged) expect(higher(worse, better, name)).toEqual([]);
}

describe('a failure that nothing makes up for', () => {
  const failing = journeys().map((journey) =>
    mapUnits(journey, ({ failure }) => (failure === undefined ? undefined : { failure: withoutRecovery({ ...failure }) })),
  );
  const spared = (journey: Journey, spares: (id: string) => boolean): Journey =>
    mapUnits(journey, ({ id, failure }) =>
      failure === undefined || !spares(id) ? undefined : { failure: { ...failure, probability: 0 } },
    );

  law(
    'pleases nobody',
    fc.property(failing, (journey) =>
      expectNobodyBetter(
        journey,
        spared(journey, () => true),
      ),
    ),
  );

  law(
    'pleases nobody among others',
    fc.property(failing, fc.nat(5), (journey, pick) =>
      expectNobodyBetter(
        journey,
        spared(journey, (id) => id.length % 6 === pick % 6 || id.endsWith('1')),
      ),
    ),
  );
});

describe('an option that nobody takes', () => {
  law(
    'changes nothing',
    fc.property(journeys({ merges: false, notes: false }), fc.nat(9), (journey, pick) => {
      const { interactions } = journey;
      const step = interactions[pick % interactions.length]!;
      fc.pre(step.kind !== 'gap');
      const never = { id: 'never', duration: 3600, affect: 9, appeal: -100 };
      const choice: Choice = { ...step.choice, options: [...(step.choice?.options ?? []), never] };
      const offered = { ...journey, interactions: interactions.map((one) => (one === step ? { ...one, choice } : one)) };
      const [before, after] = [columnsOf(journey), columnsOf(offered)];
      for (const name of [...judged, 'clockDuration', 'perceivedDuration'] as const) {
        after[name].forEach((value, customer) => expect(value).toBeCloseTo(before[name][customer]!, 9));
      }
    }),
  );
});

describe('merging', () => {
  law(
    'neither removes the peak nor lengthens felt time, and is remembered as its parts are where nobody leaves',
    fc.property(journeys({ minInteractions: 2, dropouts: false, progress: false }), fc.nat(9), (journey, pick) => {
      const ids = journey.interactions.map(({ id }) => id);
      const from = pick % (ids.length - 1);
      const merged = redesign(journey, [merge([ids[from]!, ids[from + 1]!], { id: 'together' })]);
      const [apart, together] = [columnsOf(journey), columnsOf(merged)];
      expect(higher(together, apart, 'perceivedDuration')).toEqual([]);
      for (const name of ['peakAffect', 'endAffect', 'meanAffect', 'rememberedUtility', 'clockDuration'] as const) {
        together[name].forEach((value, customer) =>
          expect(Math.abs(value - apart[name][customer]!)).toBeLessThan(1e-9 * Math.max(1, value)),
        );
      }
    }),
  );
});

describe('a wait', () => {
  const waits = { minInteractions: 1, failures: false } as const;
  const better = {
    informed: { informed: true },
    occupied: { occupied: 1 },
    explained: { explained: true },
    'shown to move': { display: 'animated' },
    fair: { fair: true },
  } as const;
  for (const [how, conditions] of Object.entries(better)) {
    law(
      `that is ${how} is worse for nobody who stays`,
      fc.property(journeys(waits), (journey) => {
        const changed = mapUnits(journey, ({ kind, wait }) => (kind === 'wait' ? { wait: { ...wait, ...conditions } } : undefined));
        const [before, after] = [columnsOf(journey), columnsOf(changed)];
        for (const name of judged) expect(higher(before, after, name)).toEqual([]);
      }),
    );
  }

  law(
    'that is longer is better for nobody where no other moment is below it (in these journeys: under ten minutes there are rare others, see decision 12)',
    fc.property(
      journeys({ waits: false, failures: false, dropouts: false, distributions: false }),
      fc.nat(9),
      fc.integer({ min: 60, max: 36_000 }),
      fc.integer({ min: 1, max: 36_000 }),
      (journey, pick, seconds, more) => {
        const place = pick % (journey.interactions.length + 1);
        const waiting = (duration: number): Journey => {
          const interactions = [...journey.interactions];
          interactions.splice(place, 0, { id: 'the-wait', kind: 'wait', duration, affect: -10 });
          return { ...journey, interactions };
        };
        fc.pre(journey.progress === undefined);
        expectNobodyBetter(waiting(seconds + more), waiting(seconds));
      },
    ),
  );
});

describe('higher affect', () => {
  law(
    'is worse for nobody',
    fc.property(journeys({ choices: false, distributions: false }), fc.integer({ min: 1, max: 5 }), (journey, by) => {
      const shifted = (shift: number) => ({ responses: { '*': { affectShift: shift } } });
      const [before, after] = [columnsOf(journey), columnsOf(journey, shifted(by))];
      for (const name of judged) expect(higher(before, after, name)).toEqual([]);
    }),
  );
});
