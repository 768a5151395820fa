import { isRecord } from '../plain/check-number';

/** Keys under which an edit names what is there already, or what it makes. */
const namingKeys: readonly string[] = ['id', 'ids', 'with', 'before', 'after', 'option'];

/** Every id an edit names or brings, whether or not the edit is sound. */
export function namesIn(edit: unknown): Set<string> {
  const names = new Set<string>();
  collect(edit, '', names);
  return names;
}

function collect(value: unknown, key: string, names: Set<string>): void {
  if (typeof value === 'string') {
    if (namingKeys.includes(key)) names.add(value);
  } else if (Array.isArray(value)) for (const item of value) collect(item, key, names);
  else if (isRecord(value)) for (const inner of Object.keys(value)) if (inner !== 'extensions') collect(value[inner], inner, names);
}
