import type { Distribution } from '../distributions/families';
import type { ExperienceModel, Parameter } from '../model/types';
import { exp } from '../numerics/exp';
import type { ColumnPlan, Slot } from '../sampling/column-plan';

/** Gives out the column of any model parameter by its path (`time.beta`). Drawn parameters are keyed by that path, so each is drawn once a customer. */
export class ModelSlots {
  readonly #slots = new Map<string, Slot>();
  /** Of the last number of steps that was asked for: versions of a journey, and all segments, mostly have as many. */
  #paces: readonly Slot[] = [];

  constructor(
    readonly model: ExperienceModel,
    readonly columns: ColumnPlan,
  ) {}

  slot(path: string): Slot {
    let slot = this.#slots.get(path);
    if (slot !== undefined) return slot;
    let value: unknown = this.model;
    for (const key of path.split('.')) value = (value as Record<string, unknown>)[key];
    slot = this.columns.draw(path, 'parameter', value as Parameter);
    this.#slots.set(path, slot);
    return slot;
  }

  /** How fast people go at each of so many steps. */
  paces(steps: number): readonly Slot[] {
    if (this.#paces.length !== steps) {
      const effort = this.slot('progress.effort');
      this.#paces = Array.from({ length: steps }, (_, index) => {
        const truly = index / steps;
        return this.columns.derive(`pace ${truly}`, [effort], (values) => exp(values[0]! * truly));
      });
    }
    return this.#paces;
  }

  /** The value of a parameter that does not differ between customers, else undefined. */
  constant(path: string): number | undefined {
    return this.slot(path).constant;
  }
}

/** A parameter that may be drawn, as the distribution it is. */
export function asDistribution(value: number | Distribution): Distribution {
  return typeof value === 'number' ? { type: 'constant', value } : value;
}
