import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { checkMemory } from '../model/check-memory';
import { resolveModel } from '../model/resolve-model';
import type { CustomMemory, ExperienceModel, MemoryModelInput } from '../model/types';
import { checkChoice } from '../plain/check-keys';
import type { ResolvedStudy } from '../simulation/read-study';
import type { ResolvedMeasure } from './read-measure';

type Forecast = MemoryModelInput | CustomMemory;

/** Who chooses beforehand judges by what they foresee: what comes back turns a study into the one they have in mind. */
export function readForecast(
  { choose, forecast }: Readonly<Record<string, unknown>>,
  measure: ResolvedMeasure | undefined,
  issues: Issue[],
): (study: ResolvedStudy) => ResolvedStudy {
  const before = issues.length;
  const beforehand = choose === 'beforehand';
  if (choose !== undefined) checkChoice(choose, ['afterwards', 'beforehand'], 'choose', issues);
  const only = (path: string, received: unknown, expected: string, hint: string): void => {
    issues.push({ code: 'conflict', path, expected, received: quote(received), hint });
  };
  if (beforehand && measure !== undefined && measure.kind !== 'choice')
    only('choose', choose, 'a choice that is measured', "write measure: 'choice'");
  if (forecast !== undefined && !beforehand) only('forecast', forecast, 'a choice made beforehand', "write choose: 'beforehand'");
  const foreseen = forecast === undefined ? undefined : (checkMemory(forecast, 'forecast', issues, undefined) as Forecast);
  if (!beforehand || issues.length > before) return (study) => study;
  return (study) => ({ ...study, model: foresee(study.model, foreseen), models: study.models.map((model) => foresee(model, foreseen)) });
}

/** As it will be remembered, but that nobody foresees getting used to things (Nelson & Meyvis 2008). */
function foresee(model: ExperienceModel, forecast: Forecast | undefined): ExperienceModel {
  if (forecast !== undefined) return resolveModel(model, { memory: forecast });
  return model.memory.kind === 'acclimationDecay' ? resolveModel(model, { memory: { acclimation: 0 } }) : model;
}
