import type { Distribution } from '../distributions/families';
import type { ExperienceModel, Parameter } from '../model/types';
import { exp } from '../numerics/exp';
import type { ColumnPlan, Slot } from '../sampling/column-plan';
import { once } from '../plain/once';

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
    slot = this.columns.draw(path, 'parameter', parameterOf(this.model, path));
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

const parametersOf = /* @__PURE__ */ once((_model: ExperienceModel) => new Map<string, Parameter>());

/** The parameter at a path, walked to once for all studies with that model. */
function parameterOf(model: ExperienceModel, path: string): Parameter {
  const parameters = parametersOf(model);
  let parameter = parameters.get(path);
  if (parameter === undefined) {
    parameter = path.split('.').reduce<unknown>((inside, key) => (inside as Record<string, unknown>)[key], model) as Parameter;
    parameters.set(path, parameter);
  }
  return parameter;
}

/** A parameter that may be drawn, as the distribution it is. */
export function asDistribution(value: number | Distribution): Distribution {
  return typeof value === 'number' ? { type: 'constant', value } : value;
}
