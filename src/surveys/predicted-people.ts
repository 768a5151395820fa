import { finish } from '../plain/work';
import type { OutcomeName } from '../experience/outcomes';
import type { ResolvedStudy } from '../simulation/read-study';
import { runStudy, type Gatherer, type Lived } from '../simulation/run-study';

/** What one step was to those of a segment who lived it. */
export interface PredictedStep {
  readonly affect: Float64Array;
  readonly seconds: Float64Array;
  /** Share who lived it. */
  readonly reached: number;
}

/** What simulated people of one segment answer and take. */
export interface PredictedPeople {
  readonly customers: number;
  readonly outcomes: { readonly [Name in OutcomeName]?: Float64Array };
  readonly steps: { readonly [id: string]: PredictedStep };
}

class PeopleGatherer implements Gatherer {
  readonly #outcomes: { [Name in OutcomeName]?: Float64Array } = {};
  readonly #affect: Float64Array[];
  readonly #seconds: Float64Array[];
  readonly #lived: number[];

  constructor(
    private readonly customers: number,
    private readonly steps: readonly string[],
  ) {
    this.#affect = steps.map(() => new Float64Array(customers));
    this.#seconds = steps.map(() => new Float64Array(customers));
    this.#lived = steps.map(() => 0);
  }

  add([{ outcomes, count, steps }]: readonly [Lived, ...Lived[]], first: number): void {
    for (const name of Object.keys(outcomes) as OutcomeName[]) {
      const column = outcomes[name];
      if (column !== undefined) (this.#outcomes[name] ??= new Float64Array(this.customers)).set(column.subarray(0, count), first);
    }
    steps?.forEach(({ mean, seconds, lived }, index) => {
      this.#affect[index]!.set(mean.subarray(0, lived), this.#lived[index]!);
      this.#seconds[index]!.set(seconds.subarray(0, lived), this.#lived[index]!);
      this.#lived[index]! += lived;
    });
  }

  get people(): PredictedPeople {
    const steps = this.steps.map((id, index) => {
      const lived = this.#lived[index]!;
      const step: PredictedStep = {
        affect: this.#affect[index]!.subarray(0, lived),
        seconds: this.#seconds[index]!.subarray(0, lived),
        reached: lived / this.customers,
      };
      return [id, step] as const;
    });
    return { customers: this.customers, outcomes: this.#outcomes, steps: Object.fromEntries(steps) };
  }
}

/** Everybody lives the study's one journey: all answers asked for, and every step. */
export function predictPeople(study: ResolvedStudy, outcomes: readonly OutcomeName[], withSteps: boolean): readonly PredictedPeople[] {
  const asked: ResolvedStudy = { ...study, outcomes: new Set(outcomes), interactions: withSteps };
  const ids = withSteps ? study.journeys[0]!.interactions.map(({ id }) => id) : [];
  const gatherers = study.segments.map(() => new PeopleGatherer(study.customers, ids));
  finish(runStudy(asked, { customers: study.customers }, (segment) => gatherers[segment]!));
  return gatherers.map(({ people }) => people);
}
