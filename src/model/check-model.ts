import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { checkChoice, checkKeys } from '../plain/check-keys';
import { checkMemory } from './check-memory';
import { isRecord } from '../plain/check-number';
import { checkParameter } from './check-parameter';
import { modelParameters } from './parameters';
import type { ExperienceModel, ExperienceModelInput } from './types';

/** Settings of the model that are words, by path. */
const words: { readonly [path: string]: readonly string[] } = { 'time.perspective': ['retrospective', 'prospective'] };

/** The names that may stand directly under a path of the model: `below('time')` is beta, reference, … */
function below(path: string): readonly string[] {
  const start = path === '' ? '' : `${path}.`;
  const names = [...Object.keys(modelParameters), ...Object.keys(words)].filter((known) => known.startsWith(start));
  return [...new Set(names.map((known) => known.slice(start.length).split('.')[0]!))];
}

/**
 * Reads what people write for a model (an `ExperienceModelInput`, already copied by `guardPlain`): every setting known, every number in its
 * range. What comes back is the same with every distribution in its canonical form; it is sound only if no issue was written down. `base`
 * is the model it will be put over; without it (a segment on its own) a memory without `kind` may hold the settings of any kind, and weights
 * are only added up when all are given.
 */
export function checkModel(value: unknown, path: string, issues: Issue[], base?: ExperienceModel): ExperienceModelInput {
  if (isRecord(value)) return checkGroup(value, '', path, issues, base) as ExperienceModelInput;
  issues.push({ code: 'invalid-type', path, expected: 'an object with the model settings that differ', received: quote(value) });
  return {};
}

function checkGroup(
  group: Record<string, unknown>,
  modelPath: string,
  path: string,
  issues: Issue[],
  base: ExperienceModel | undefined,
): Record<string, unknown> {
  const known = below(modelPath);
  checkKeys(group, known, path, issues);
  const checked: Record<string, unknown> = {};
  for (const key of known) {
    const value = group[key];
    if (value === undefined) continue;
    const inner = modelPath === '' ? key : `${modelPath}.${key}`;
    checked[key] =
      inner === 'memory'
        ? checkMemory(value, at(path, key), issues, base?.memory)
        : checkSetting(value, inner, at(path, key), issues, base);
  }
  return checked;
}

function checkSetting(value: unknown, modelPath: string, path: string, issues: Issue[], base: ExperienceModel | undefined): unknown {
  const range = modelParameters[modelPath];
  if (range !== undefined) return checkParameter(value, path, issues, range);
  if (words[modelPath] !== undefined) return checkChoice(value, words[modelPath], path, issues) ? value : undefined;
  if (isRecord(value)) return checkGroup(value, modelPath, path, issues, base);
  issues.push({ code: 'invalid-type', path, expected: `an object with ${below(modelPath).join(', ')}`, received: quote(value) });
  return undefined;
}
