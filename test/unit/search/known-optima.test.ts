import { acclimationDecay, defineJourney, move, recency, redesign, simulate, update, type Edit, type JourneyInput } from 'peakend';
import { anyOrder, bestOrder, findRedesigns, moveTo, oneOf } from 'peakend/decide';
import { describe, expect, it } from 'vitest';
import { rootKey } from '../../../src/random/root-key';
import { uniforms } from '../../../src/random/uniforms';

const few = { customers: 100, seed: 1, robustness: false } as const;

/** Nothing about this journey is left to chance, so that means are exact and the best can be found by trying everything. */
function certainJourney(draw: () => number, steps: number): JourneyInput {
  return {
    name: 'Visit',
    interactions: Array.from({ length: steps }, (_, index) => ({
      id: `s${index}`,
      duration: 60 + Math.floor(draw() * 600),
      affect: Math.round(draw() * 160 - 80) / 10,
      kind: draw() < 0.3 ? ('wait' as const) : ('service' as const),
    })),
  };
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((item, index) => permutations(items.filter((_, at) => at !== index)).map((rest) => [item, ...rest]));
}

const meanOf = (journey: JourneyInput): number =>
  simulate({ journey, customers: 2, seed: 1, outcomes: ['satisfaction'] }).overall.satisfaction.mean;

describe('a small space', () => {
  it('is searched whole: 200 at random agree with trying everything', { timeout: 240_000 }, () => {
    const draw = uniforms(rootKey('small spaces'), 'test');
    for (let turn = 0; turn < 200; turn++) {
      const journey = defineJourney(certainJourney(draw, 3 + Math.floor(draw() * 2)));
      const ids = journey.interactions.map(({ id }) => id);
      const candidates = ids
        .slice(0, 2)
        .map((id) => update(id, { affect: Math.round(draw() * 100) / 10 - 5 }, { cost: 1 + Math.floor(draw() * 5) }));
      const budget = 1 + Math.floor(draw() * 8);
      const tried: { readonly value: number; readonly cost: number }[] = [];
      for (const edits of [[], [candidates[0]!], [candidates[1]!], candidates] as Edit[][]) {
        const cost = edits.reduce((sum, edit) => sum + edit.cost!, 0);
        if (cost > budget) continue;
        const changed = redesign(journey, edits);
        for (const order of permutations(ids)) {
          const interactions = order.map((id) => changed.interactions.find((step) => step.id === id)!);
          tried.push({ value: meanOf({ ...changed, interactions }), cost });
        }
      }
      const found = findRedesigns({ ...few, journey, candidates: [...candidates, anyOrder()], budget, margin: { satisfaction: 0.001 } });
      expect(found.searched.method).toBe('exact');
      const top = Math.max(...tried.map(({ value }) => value));
      const value = found.best === undefined ? meanOf(journey) : meanOf(redesign(journey, found.best.edits));
      expect(value).toBeGreaterThanOrEqual(top - 0.001 - 1e-9);
      const cheapest = Math.min(...tried.filter((one) => one.value >= top - 0.001 + 1e-9).map(({ cost }) => cost));
      expect(found.best?.cost ?? 0).toBeLessThanOrEqual(cheapest);
    }
  });
});

describe('the order of steps', () => {
  const affects = [3, -4, 1, 5, -1, 2];
  const journey = {
    name: 'Activities',
    interactions: affects.map((affect, index) => ({ id: `${index}`, duration: 120, affect })),
  };
  const rising = [1, 4, 2, 5, 0, 3].map(String);
  const study = { journey, ...few, objectives: ['rememberedUtility'] } as const;
  const orderOf = (edits: readonly Edit[]) => redesign(journey, edits).interactions.map(({ id }) => id);

  it('rises where people only forget (Das Gupta, Karmarkar & Roels 2016)', () => {
    const found = bestOrder({ ...study, model: { memory: acclimationDecay({ acclimation: 0, decay: 0.002 }) } });
    expect(found.searched).toMatchObject({ method: 'exact', designs: 720 });
    expect(orderOf(found.best!.edits)).toEqual(rising);
  });

  it('rises where people only get used to a level', () => {
    const found = bestOrder({ ...study, model: { memory: acclimationDecay({ acclimation: 0.002, decay: 1e-9 }) } });
    expect(orderOf(found.best!.edits)).toEqual(rising);
  });

  it('rises for a memory of what is recent, and ends as best it may where the best step cannot be last', () => {
    const model = { memory: recency({ halfLife: 0.2 }) };
    expect(orderOf(bestOrder({ ...study, model }).best!.edits)).toEqual(rising);
    const held = {
      ...journey,
      interactions: journey.interactions.map((step) => (step.id === '3' ? { ...step, pin: 'first' as const } : step)),
    };
    const fixed = defineJourney({ ...held, interactions: [held.interactions[3]!, ...held.interactions.filter(({ id }) => id !== '3')] });
    const found = bestOrder({ ...study, journey: fixed, model });
    expect(redesign(fixed, found.best!.edits).interactions.map(({ id }) => id)).toEqual(['3', '1', '4', '2', '5', '0']);
  });
});

describe('a large space', () => {
  it('is climbed: the rising order of nine steps is found among 362,880, looking at fewer than 4,000', () => {
    const nine = {
      name: 'Nine',
      interactions: [3, -4, 1, 5, -1, 2, -6, 4, 0].map((affect, index) => ({ id: `${index}`, duration: 120, affect })),
    };
    const found = bestOrder({
      journey: nine,
      ...few,
      most: 4_000,
      objectives: ['rememberedUtility'],
      margin: { rememberedUtility: 0 },
      model: { memory: acclimationDecay({ acclimation: 0, decay: 0.0005 }) },
    });
    expect(found.searched.method).toBe('climbing');
    const order = redesign(nine, found.best!.edits).interactions.map(({ id }) => nine.interactions[Number(id)]!.affect);
    expect(order).toEqual([-6, -4, -1, 0, 1, 2, 3, 4, 5]);
  });

  it('hides one good combination of seven measures, which is found', () => {
    const draw = uniforms(rootKey('measures'), 'test');
    const steps = Array.from({ length: 7 }, (_, index) => ({
      id: `s${index}`,
      duration: '2 to 9 min',
      affect: { type: 'normal' as const, mean: Math.round(draw() * 40 - 20) / 10, sd: 2 },
    }));
    const candidates = steps.map(({ id }) => oneOf([1, 2].map((more) => update(id, { affect: more }, { cost: more * more }))));
    const study = { journey: { name: 'Visit', interactions: steps }, candidates: [...candidates, moveTo('end')], budget: 8 };
    const exact = findRedesigns({ ...few, ...study, most: 100_000, customers: 1_000 });
    const climbed = findRedesigns({ ...few, ...study, most: 1_000, customers: 1_000 });
    expect([exact.searched.method, climbed.searched.method]).toEqual(['exact', 'climbing']);
    expect(exact.searched.designs).toBeGreaterThan(1_000);
    const value = (one: typeof exact): number => one.best!.changes[0]!.difference;
    expect(value(climbed)).toBeGreaterThan(value(exact) - 2 * exact.selection.margin);
  });
});

it('what is found is what compare says of it, with the same seed', async () => {
  const { compare } = await import('peakend');
  const journey = {
    name: 'Visit',
    interactions: [
      { id: 'thanks', duration: 60, affect: 5 },
      { id: 'queue', kind: 'wait' as const, duration: '5 to 20 min', affect: -3 },
      { id: 'desk', duration: 300, affect: { type: 'normal' as const, mean: 1, sd: 2 } },
    ],
  };
  const found = findRedesigns({ journey, candidates: [move('thanks', { to: 'end' })], seed: 5, customers: 500, robustness: false });
  const variants = { 'design A': redesign(journey, found.best!.edits) };
  const outcomes = ['perceivedDuration', 'satisfaction', 'completed'] as const;
  expect(found.comparison).toEqual(compare({ baseline: journey, variants, seed: 5, customers: 500, outcomes }));
});
