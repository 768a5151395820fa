/** Whether two pieces of plain data hold the same, in whatever order their keys stand. */
export function samePlain(a: unknown, b: unknown): boolean {
  return same(a, b, false);
}

/** Whether two pieces of plain data are written alike, key after key. */
export function sameWritten(a: unknown, b: unknown): boolean {
  return same(a, b, true);
}

function same(a: unknown, b: unknown, inOrder: boolean): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  if (keys.length !== others.length) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return keys.every((key, place) => (inOrder ? key === others[place] : Object.hasOwn(b, key)) && same(one[key], other[key], inOrder));
}
