import { formatNumber } from '../distributions/format-number';
import { at } from '../errors/wording';
import { grouped, percent } from '../results/format-outcome';
import { fewForms } from './dependence';
import type { ReadSurvey } from './read-survey';
import { unreached } from './unreached';

import type { DataCaution, SurveyCautionCode, SurveySegments } from './survey-types';

/** Fewer ratings than this say little about a touchpoint (judgement). */
const fewRatings = 30;
/** Weights that throw away more than half of the forms. */
const leastEffective = 0.5;

/** Doubts about segments made from a survey. */
export function surveyCautions(
  { counts, order, dependence }: Pick<SurveySegments, 'counts' | 'order' | 'dependence'>,
  survey: ReadSurvey,
): DataCaution<SurveyCautionCode>[] {
  const cautions: DataCaution<SurveyCautionCode>[] = [];
  order.segments.forEach((id, index) => {
    const path = at('segments', index);
    const forms = survey.rows[index]!.length;
    if (forms < fewForms) {
      cautions.push({ code: 'few-forms', path, message: `${id} has ${forms} forms: whatever is said of it may be chance` });
    }
    if (dependence[id]!.n < fewForms && order.segments.length > 1) {
      const message = `${id} has ${dependence[id]!.n} forms with two ratings: how far they go together is taken from everybody`;
      cautions.push({ code: 'pooled-dependence', path: at(path, 'dependence'), message });
    }
    const few: string[] = [];
    for (const step of order.steps) {
      const { rated } = counts[id]![step]!;
      const where = at(at(path, 'responses'), step);
      const nobody = order.segments.every((other) => counts[other]![step]!.rated === 0);
      if (nobody && index === 0) cautions.push({ code: 'never-rated', path: where, message: `nobody rated ${step}: it has no affect` });
      else if (!nobody && rated < survey.poolBelow) {
        cautions.push({
          code: 'pooled',
          path: where,
          message: `${id} rated ${step} ${rated} times: everybody's ratings stand in its place`,
        });
      } else if (!nobody && rated < fewRatings) few.push(`${step} (${rated})`);
    }
    if (few.length > 0 && forms >= fewForms) {
      const message = `${id} has few ratings of ${few.join(', ')}: their distribution may be chance`;
      cautions.push({ code: 'few-ratings', path: at(path, 'responses'), message });
    }
  });
  for (const { scale, highest, count, path } of unreached(survey)) {
    const [low, high] = scale;
    const message = `none of ${grouped(count)} answers on the scale from ${low} to ${high} is above ${formatNumber(highest, 2)}: were they given on another, which ends there?`;
    cautions.push({ code: 'scale-not-reached', path, message });
  }
  const effective = effectiveShare(survey);
  if (effective < leastEffective) {
    const message = `weights are so uneven that the forms count like ${percent(effective)} of them`;
    cautions.push({ code: 'uneven-weights', path: 'rows', message });
  }
  return cautions;
}

function effectiveShare({ rows, weights }: ReadSurvey): number {
  let whole = 0;
  let squares = 0;
  let count = 0;
  for (const own of rows) {
    for (const row of own) {
      whole += weights[row]!;
      squares += weights[row]! * weights[row]!;
      count++;
    }
  }
  return (whole * whole) / squares / count;
}
