import { copyPlain } from '../plain/copy-plain';
import { deepFreeze } from '../plain/deep-freeze';
import { everyMemory, memoryKinds } from './memory';
import type { ExperienceModel, ExperienceModelInput, MemoryModel, MemoryModelInput, CustomMemory } from './types';

/**
 * The base model with the named settings put over it. Both have been checked (`checkModel`). Memory of another kind than the base's
 * replaces it, its missing settings taking that kind's defaults; of the same kind, or of none, it merges.
 */
export function resolveModel(base: ExperienceModel, override: ExperienceModelInput): ExperienceModel {
  const { memory, ...others } = override;
  const merged = mergePlain(base as unknown as Plain, others as Plain) as unknown as ExperienceModel;
  return deepFreeze({ ...merged, memory: resolveMemory(base.memory, memory) });
}

function resolveMemory(base: MemoryModel, override: MemoryModelInput | CustomMemory | undefined): MemoryModel {
  if (override === undefined) return copyPlain(base);
  if (typeof override === 'function') return { kind: 'custom', remember: override, ...everyMemory };
  const kind = override.kind ?? base.kind;
  const start = kind === base.kind ? (base as unknown as Plain) : (memoryKinds[kind].start() as unknown as Plain);
  const { peak, endWindow, ...mergeable } = override as Plain;
  const memory = mergePlain(start, mergeable);
  // These two are one choice among several forms: half of the old and half of the new would be neither.
  if (peak !== undefined) memory['peak'] = copyPlain(peak);
  if (endWindow !== undefined) memory['endWindow'] = copyPlain(endWindow);
  return memory as unknown as MemoryModel;
}

type Plain = Record<string, unknown>;

/** Settings are merged by name; a distribution is one value and replaces as a whole. */
function mergePlain(base: Plain, override: Plain): Plain {
  const merged = copyPlain(base);
  for (const key of Object.keys(override)) {
    const before = base[key];
    const after = override[key];
    if (after === undefined) continue;
    merged[key] = isGroup(before) && isGroup(after) ? mergePlain(before, after) : copyPlain(after);
  }
  return merged;
}

function isGroup(value: unknown): value is Plain {
  return isPlain(value) && value['type'] === undefined;
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
