import { isRecord } from '../../plain/check-number';
import { isList } from '../../plain/plain-object';
import type { Interaction } from '../../journey/types';

/** A journey in which one step, part or option is changed; itself where it has none of that id. */
export function mapUnit<Data>(data: Data, id: string, change: (unit: Interaction) => Interaction): Data {
  const inside = (value: unknown): unknown => {
    if (isList(value)) return value.map(inside);
    if (!isRecord(value)) return value;
    const next = { ...value };
    for (const key of ['interactions', 'parts', 'choice', 'options']) if (key in next) next[key] = inside(next[key]);
    return next['id'] === id ? change(next as object as Interaction) : next;
  };
  return inside(data) as Data;
}
