/**
 * A deep copy of plain data that has already been checked. Keys whose value is `undefined` are left out, −0 becomes 0, functions are kept.
 */
export function copyPlain<Data>(data: Data): Data {
  if (typeof data === 'number') return (data === 0 ? 0 : data) as Data;
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map(copyPlain) as Data;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(data)) {
    const value = (data as Record<string, unknown>)[key];
    if (value !== undefined) copy[key] = copyPlain(value);
  }
  return copy as Data;
}
