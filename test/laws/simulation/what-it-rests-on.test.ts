import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { journeyWithRedesign } from '../../../src/arbitraries/edits';
import { outcomeNames } from '../../../src/experience/outcomes';
import { defineJourney } from '../../../src/journey/define-journey';
import { defineSegments } from '../../../src/journey/define-segments';
import type { JourneyInput } from '../../../src/journey/types';
import { defaultModel } from '../../../src/model/defaults';
import { resolveModel } from '../../../src/model/resolve-model';
import { rootKey } from '../../../src/random/root-key';
import { Cohort, Place } from '../../../src/simulation/cohort';
import { Experience, type ExperienceBlock } from '../../../src/experience/experience-block';
import { PlanDoubts } from '../../../src/experience/plan-doubts';
import { finish } from '../../../src/plain/work';
import { anyStudy, without } from '../../reference/any-study';

/*
 * What a plan says of its outcomes before anybody lives it: what it calls certain is the same for everybody, and what it calls made from the
 * same columns is the same for each.
 */

const seed = 2711;
const customers = 300;
const study = anyStudy.map((one) => without(one, 'available'));
const needs = { outcomes: new Set(outcomeNames), steps: true };

/** Steps of plain numbers, so that outcomes are often certain. */
const numbers = fc
  .array(
    fc.record({ duration: fc.constantFrom(0, 60, 900), affect: fc.integer({ min: -9, max: 9 }), chance: fc.constantFrom(0, 0, 0, 0.5) }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((steps): JourneyInput => ({
    name: 'Numbers',
    interactions: steps.map(({ duration, affect, chance }, k) => ({
      id: `s${k}`,
      duration,
      affect,
      ...(chance === 0 ? {} : k % 2 === 0 ? { skip: chance } : { dropout: chance }),
    })),
  }));

interface Run {
  readonly doubts: readonly PlanDoubts[];
  readonly lived: readonly ExperienceBlock[];
}

/** Some customers of the first segment, through each journey. */
function runOf(journeys: readonly JourneyInput[], one: { segments: object; model?: object; seed: string | number }): Run {
  const segment = defineSegments(one.segments as never)[0]!;
  const model = resolveModel(resolveModel(defaultModel, (one.model ?? {}) as never), (segment as { model?: object }).model ?? {});
  const place = new Place(customers);
  const cohort = new Cohort(segment, model, rootKey(one.seed), place);
  const plans = journeys.map((journey) => finish(cohort.compile(defineJourney(journey))));
  cohort.columns.begin(0, customers);
  return {
    doubts: plans.map((plan) => new PlanDoubts(plan)),
    lived: plans.map((plan) => finish(new Experience(plan, cohort.columns, needs, place.arena).live(customers))),
  };
}

describe(`certain (seed ${seed})`, () => {
  it('is the same for every customer', () => {
    let certain = 0;
    const journeys = fc.oneof(
      study.map(({ journey, ...rest }) => ({ journey, rest })),
      numbers.map((journey) => ({ journey, rest: { segments: [{ id: 'a', share: 1 }], seed: 1, model: {} } })),
    );
    fc.assert(
      fc.property(journeys, ({ journey, rest }) => {
        const run = runOf([journey], rest);
        const [block] = run.lived;
        for (const name of outcomeNames) {
          const column = block!.outcomes[name];
          if (column === undefined || !run.doubts[0]!.basis(name).certain) continue;
          certain++;
          const values = new Set(column.subarray(0, customers));
          expect(values.size, name).toBe(1);
        }
      }),
      { seed, numRuns: 150 },
    );
    expect(certain).toBeGreaterThan(400);
  });
});

describe(`one key (seed ${seed})`, () => {
  it('is one value for each customer, whatever the edits', () => {
    let alike = 0;
    fc.assert(
      fc.property(journeyWithRedesign(fc), ({ journey, redesigned }) => {
        const run = runOf([journey, redesigned], { segments: [{ id: 'a', share: 1 }], seed: 3 });
        const [before, after] = run.lived;
        for (const name of outcomeNames) {
          const [one, other] = [before!.outcomes[name], after!.outcomes[name]];
          if (one === undefined || other === undefined || run.doubts[0]!.basis(name).key !== run.doubts[1]!.basis(name).key) continue;
          alike++;
          for (let i = 0; i < customers; i++) expect(Math.abs(other[i]! - one[i]!), name).toBeLessThanOrEqual(1e-11 * Math.abs(one[i]!));
        }
      }),
      { seed, numRuns: 150 },
    );
    expect(alike).toBeGreaterThan(500);
  });
});

describe('a journey without a draw', () => {
  it.each(outcomeNames.filter((name) => name !== 'ease' && name !== 'value'))('%s is certain but for the noise of answers', (name) => {
    const run = runOf(
      [
        {
          name: 'Plain',
          interactions: [
            { id: 'a', duration: 60, affect: 2 },
            { id: 'w', kind: 'wait', duration: 600 },
          ],
        },
      ],
      {
        segments: [{ id: 'a', share: 1 }],
        seed: 1,
      },
    );
    const noisy = ['csat', 'satisfied', 'delighted', 'recommendation', 'nps'].includes(name);
    expect(run.doubts[0]!.basis(name).certain).toBe(!noisy);
  });
});
