import type { BlendMemory, ExperienceModel, MemoryModel, Parameter } from '../model/types';
import { copyPlain } from '../plain/copy-plain';
import { deepFreeze } from '../plain/deep-freeze';

type Group = { [key: string]: Group | number | unknown };

const sharing = ['peak', 'end', 'mean', 'beginning'] as const;

/**
 * The model with some of its numbers replaced, by path. A setting that the model's memory does not have is left out: that of another kind, or of a
 * stretch where worst, best and end are moments. Where a memory weight was replaced, the four that share one whole are divided by their sum, as
 * drawn weights are.
 */
export function withParameters(model: ExperienceModel, values: ReadonlyMap<string, number>): ExperienceModel {
  const { memory, ...others } = model;
  // A user's own memory is a function: it is carried over as it is.
  const copy = {
    ...copyPlain(others),
    memory: { ...memory, ...('weights' in memory ? { weights: { ...memory.weights }, stretch: { ...memory.stretch } } : {}) },
  } as unknown as Group;
  let weighed = false;
  for (const [path, value] of values) {
    const keys = path.split('.');
    const last = keys.pop()!;
    if (path.startsWith('memory.stretch.') && !hasStretch(memory)) continue;
    let group: unknown = copy;
    for (const key of keys) group = (group as Group | undefined)?.[key];
    if (typeof group !== 'object' || group === null || !(last in group)) continue;
    (group as Group)[last] = value;
    weighed ||= path.startsWith('memory.weights.') && (sharing as readonly string[]).includes(last);
  }
  const made = copy as unknown as ExperienceModel;
  return deepFreeze(weighed ? { ...made, memory: normalised(made.memory as BlendMemory) } : made);
}

/** Whether worst, best and end take any time in it. */
export function hasStretch(memory: MemoryModel): boolean {
  return memory.kind === 'blend' && memory.stretch.seconds !== 0 && memory.stretch.share !== 0;
}

function normalised(memory: BlendMemory): BlendMemory {
  const parts = sharing.map((name) => memory.weights[name]);
  // Where one of them differs between customers, each customer's are divided later.
  if (!parts.every((part) => typeof part === 'number')) return memory;
  const sum = parts.reduce((all, part) => all + part, 0);
  if (!(sum > 0)) return memory;
  return { ...memory, weights: { ...memory.weights, ...Object.fromEntries(sharing.map((name, index) => [name, parts[index]! / sum])) } };
}

/** The model's own value of a parameter; undefined where its kind of memory has no such setting. */
export function parameterOf(model: ExperienceModel, path: string): Parameter | undefined {
  let value: unknown = model;
  for (const key of path.split('.')) value = (value as Group | undefined)?.[key];
  return value as Parameter | undefined;
}
