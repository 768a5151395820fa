import { describe, expect, it } from 'vitest';
import {
  atLeast,
  checkStandards,
  columns,
  compare,
  experiment,
  explain,
  move,
  populationImpact,
  robustness,
  rows,
  simulate,
  toMarkdown,
  toText,
  update,
  waterfall,
} from 'peakend';
import { emotionRibbon } from 'peakend/charts';

/** Where each of some texts first stands in another. */
const places = (text: string, parts: readonly string[]): number[] => parts.map((part) => text.indexOf(part));
const isRising = (numbers: readonly number[]): boolean =>
  numbers.every((one, index) => one >= 0 && (index === 0 || one > numbers[index - 1]!));
const parsed = <Data>(data: Data): Data => JSON.parse(JSON.stringify(data)) as Data;

const steps = ['10', '9', 'b', '1', '004', '2024'];
const people = ['2024', '1999', 'late', '7'];
const journey = {
  name: 'Visit',
  interactions: steps.map((id, index) => ({ id, duration: 60 + index, affect: index - 2 })),
};
const segments = people.map((id, index) => ({ id, share: 0.25, expectation: index }));
const study = { segments, customers: 20, seed: 1 };
const today = simulate({ ...study, journey, keep: ['satisfaction'] });
const variants = { later: { ...journey, name: 'Later' }, '9': journey, '10': { ...journey, promise: 30 } };
const compared = compare({ ...study, baseline: journey, variants });

describe('ids that look like whole numbers', () => {
  it('stand in a list beside each object, in the order of journey and study', () => {
    expect(today.order).toEqual({ segments: people, interactions: steps });
    expect(compared.order.segments).toEqual(people);
    expect(compared.baseline.order).toEqual(today.order);
    expect(compared.variants.later.simulation.order.interactions).toEqual(steps);
    expect(Object.isFrozen(today.order.segments)).toBe(true);
    // Every key once, whatever order the object has them in.
    expect(Object.keys(today.overall.interactions!).sort()).toEqual([...steps].sort());
    expect(Object.keys(today.segments).sort()).toEqual([...today.order.segments].sort());
    for (const id of today.order.segments) expect(today.segments[id]!.share).toBe(0.25);
  });

  it('variants stand as their object lists them, which is all that is known of how they were written', () => {
    expect(compared.order.variants).toEqual(['9', '10', 'later']);
    expect(Object.keys(compared.variants)).toEqual(compared.order.variants);
  });

  it.each([
    ['as returned', today, compared],
    ['read back from JSON', parsed(today), parsed(compared)],
  ])('are printed and listed in that order, %s', (_how, simulation, comparison) => {
    for (const text of [toText(simulation), toMarkdown(simulation)]) {
      const head = text.split('\n').find((line) => line.includes('2024') && line.includes('1999'))!;
      expect(isRising(places(head, people))).toBe(true);
    }
    const ids = rows(simulation).map(({ segment }) => segment);
    expect([...new Set(ids)]).toEqual(['overall', ...people]);
    const differences = rows(comparison);
    expect([...new Set(differences.map(({ segment }) => segment))]).toEqual(['overall', ...people]);
    expect([...new Set(differences.map(({ variant }) => variant))]).toEqual(comparison.order.variants);
    expect(isRising(places(toText(comparison), ['9 against', '10 against', 'later against']))).toBe(true);
    const { standards } = checkStandards(simulation, atLeast('satisfaction', 10, { segment: 'each' }));
    expect(standards[0]!.checks.map(({ segment }) => segment)).toEqual(people);
    expect(() => columns(simulation, 'nobody')).toThrow(`one of ${people.join(', ')}`);
    const { description } = emotionRibbon(simulation);
    expect(
      isRising(
        places(
          description,
          steps.map((id) => ` ${id}: `),
        ),
      ),
    ).toBe(true);
  });

  it('nothing depends on the order of an object’s keys, which a database may change', () => {
    const reversed = <Data extends object>(data: Data): Data => Object.fromEntries(Object.entries(data).reverse()) as Data;
    const stored = parsed(compared) as { variants: object; baseline: { segments: object } };
    stored.variants = reversed(stored.variants);
    stored.baseline.segments = reversed(stored.baseline.segments);
    expect(toText(stored as never)).toBe(toText(compared));
    expect(rows(stored as never)).toEqual(rows(compared));
    expect(populationImpact(stored as never, { population: 100 })).toEqual(populationImpact(compared, { population: 100 }));
  });

  it('a result stored without the lists is read by its study and its journey', () => {
    const { order: _, ...older } = parsed(today);
    expect(toText(older as never)).toBe(toText(today));
    const { order: __, ...olderComparison } = parsed(compared);
    expect(toText(olderComparison as never)).toBe(toText(compared));
  });

  it.each([
    ['segments', people.slice(1)],
    ['segments', [...people, 'nobody']],
    ['segments', [...people.slice(1), 'nobody']],
    ['interactions', [...steps.slice(1), steps[1]]],
    ['interactions', 5],
  ])('a list that does not fit its object is refused: %s %j', (name, list) => {
    const stored = parsed(today) as unknown as { order: Record<string, unknown> };
    stored.order[name] = list;
    expect(() => toText(stored as never)).toThrow(
      expect.objectContaining({ code: 'invalid-type', issues: [expect.objectContaining({ path: `result.order.${name}` })] }) as Error,
    );
  });

  it('a list of variants that does not fit is refused', () => {
    const stored = parsed(compared) as unknown as { order: Record<string, unknown> };
    stored.order['variants'] = ['9', '10'];
    expect(() => rows(stored as never)).toThrow(
      expect.objectContaining({ issues: [expect.objectContaining({ path: 'result.order.variants' })] }) as Error,
    );
  });

  it('every other question lists and prints by them too', () => {
    const impact = populationImpact(compared, { population: 100 });
    expect(impact.order).toEqual(compared.order);
    expect(isRising(places(toText(impact), people))).toBe(true);
    const falls = waterfall({ ...study, baseline: journey, edits: [move('10', { to: 'end' }), update('b', { affect: 3 })] });
    expect(falls.order.segments).toEqual(people);
    expect(isRising(places(toText(falls), people))).toBe(true);
    const tried = robustness({ ...study, baseline: journey, variants, over: { memory: {}, parameters: {} } });
    expect(tried.order).toEqual(compared.order);
    expect(isRising(places(toText(tried), ['9: ', '10: ', 'later: ']))).toBe(true);
    const told = explain(compared, { segment: '7', customer: 3 });
    expect(told.order.variants).toEqual(compared.order.variants);
    const tries = experiment({ conditions: { b: { journey }, '2': { journey }, '1': { journey } }, measure: 'rating', customers: 1 });
    expect(tries.order.conditions).toEqual(['1', '2', 'b']);
    expect(Object.keys(tries.contrasts).sort()).toEqual([...tries.order.contrasts].sort());
  });
});
