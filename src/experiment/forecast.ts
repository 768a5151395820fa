import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { checkMemory } from '../model/check-memory';
import { defaultModel } from '../model/defaults';
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
  base: ExperienceModel | undefined,
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
  const foreseen =
    forecast === undefined ? undefined : (checkMemory(forecast, 'forecast', issues, (base ?? defaultModel).memory) as Forecast);
  if (!beforehand || issues.length > before) return (study) => study;
  return (study) => {
    // What is laid over the study's memory is whole then, whatever memory a segment has.
    const whole = foreseen === undefined ? undefined : resolveModel(study.model, { memory: foreseen }).memory;
    const foresee = (model: ExperienceModel): ExperienceModel => (whole === undefined ? unforeseen(model) : { ...model, memory: whole });
    return { ...study, model: foresee(study.model), models: study.models.map(foresee) };
  };
}

/** As it will be remembered, but that nobody foresees getting used to things (Nelson & Meyvis 2008). */
function unforeseen(model: ExperienceModel): ExperienceModel {
  return model.memory.kind === 'acclimationDecay' ? resolveModel(model, { memory: { acclimation: 0 } }) : model;
}
