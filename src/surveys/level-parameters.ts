import type { Issue } from '../errors/issue';
import { at, unfit } from '../errors/wording';
import type { ExperienceModelInput } from '../model/types';
import { modelParameters } from '../model/parameters';
import type { ResolvedStudy } from '../simulation/read-study';
import type { Levels } from './answers-at-levels';
import type { LevelParameter } from './anchor-types';
import type { FigureName } from './observed-types';

/** One parameter of level: where it stands in a model, and which figures can set it, the first that is there before the next. */
export interface LevelRow {
  readonly parameter: LevelParameter;
  readonly level: keyof Levels;
  readonly setBy: readonly (FigureName | 'csat.sd')[];
  readonly least: number;
  readonly most: number;
  readonly put: (model: ExperienceModelInput, value: number) => ExperienceModelInput;
  /** How far to step for a slope. */
  readonly step: (value: number) => number;
}

function row(
  parameter: LevelParameter,
  level: keyof Levels,
  setBy: LevelRow['setBy'],
  step: LevelRow['step'],
  put: LevelRow['put'],
): LevelRow {
  const { min, max } = modelParameters[parameter]!;
  return { parameter, level, setBy, least: min, most: max, step, put };
}

const logits = (): number => 0.1;

/** The parameters of level, in the order in which they are found. */
export const levelRows: readonly LevelRow[] = /* @__PURE__ */ [
  /* @__PURE__ */ row('satisfaction.base', 'base', ['csat', 'satisfied'], logits, (model, base) => ({
    ...model,
    satisfaction: { ...model.satisfaction, base },
  })),
  /* @__PURE__ */ row(
    'response.sd',
    'sd',
    ['csat.sd'],
    (sd) => Math.max(0.5, sd / 10),
    (model, sd) => ({ ...model, response: { ...model.response, sd } }),
  ),
  /* @__PURE__ */ row('response.recommendation.shift', 'shift', ['nps', 'recommendation'], logits, (model, shift) => ({
    ...model,
    response: { ...model.response, recommendation: { ...model.response?.recommendation, shift } },
  })),
  /* @__PURE__ */ row('loyalty.base', 'loyalty', ['returned'], logits, (model, base) => ({
    ...model,
    loyalty: { ...model.loyalty, base },
  })),
];

export const levelParameters: readonly LevelParameter[] = /* @__PURE__ */ levelRows.map(({ parameter }) => parameter);

/** A model with some levels in it. */
export function withLevels(
  model: ExperienceModelInput,
  levels: readonly { readonly parameter: LevelParameter; readonly value: number }[],
): ExperienceModelInput {
  return levels.reduce((made, { parameter, value }) => levelRows.find((one) => one.parameter === parameter)!.put(made, value), model);
}

/** The levels each segment has before anything is moved. What is drawn for each customer is no level that could be moved. */
export function levelsOf(study: ResolvedStudy, issues: Issue[]): { readonly levels: Levels; readonly slope: number }[] {
  return study.models.map((model, index) => {
    const number = (value: unknown, parameter: string): number => {
      if (typeof value === 'number') return value;
      const own = study.segments[index]!.model;
      const path = own === undefined ? 'study.model' : at(at('study.segments', index), 'model');
      const hint = 'what differs from customer to customer has no level to be moved';
      const place = `${path}.${parameter}`;
      if (!issues.some((issue) => issue.path === place)) issues.push(unfit(value, place, 'a plain number', { code: 'conflict', hint }));
      return 0;
    };
    return {
      levels: {
        base: number(model.satisfaction.base, 'satisfaction.base'),
        sd: number(model.response.sd, 'response.sd'),
        shift: number(model.response.recommendation.shift, 'response.recommendation.shift'),
        loyalty: number(model.loyalty.base, 'loyalty.base'),
      },
      slope: number(model.loyalty.slope, 'loyalty.slope'),
    };
  });
}
