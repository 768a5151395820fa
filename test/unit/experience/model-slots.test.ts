import { describe, expect, it } from 'vitest';
import { compileModel } from '../../../src/experience/compile-model';
import { ModelSlots } from '../../../src/experience/model-slots';
import { defaultModel } from '../../../src/model/defaults';
import { exp } from '../../../src/numerics/exp';
import { ColumnPlan } from '../../../src/sampling/column-plan';

describe('the parameters of a model', () => {
  it('pace steps by how many there are, whichever number was asked for before', () => {
    const parameters = new ModelSlots(defaultModel, new ColumnPlan());
    const effort = parameters.constant('progress.effort')!;
    for (const steps of [3, 4, 3, 0, 4]) {
      const expected = Array.from({ length: steps }, (_, index) => exp(effort * (index / steps)));
      expect(parameters.paces(steps).map(({ constant }) => constant)).toEqual(expected);
    }
  });

  it('are those of their own model and columns', () => {
    const other = { ...defaultModel, loyalty: { ...defaultModel.loyalty, base: -3 } };
    const columns = [new ColumnPlan(), new ColumnPlan()] as const;
    const [one, same, another] = [
      new ModelSlots(defaultModel, columns[0]),
      new ModelSlots(defaultModel, columns[1]),
      new ModelSlots(other, columns[0]),
    ];
    expect(another.constant('loyalty.base')).toBe(-3);
    expect(one.constant('loyalty.base')).toBe(defaultModel.loyalty.base);
    expect(compileModel(one)).toBe(compileModel(one));
    expect(compileModel(another).loyalty.base.constant).toBe(-3);
    expect(columns[0].slots).toContain(compileModel(one).loyalty.base);
    expect(columns[1].slots).toContain(compileModel(same).loyalty.base);
  });
});
