/** An object without some of its keys. */
export function omit<From extends object, Key extends keyof From>(from: From, ...keys: readonly Key[]): Omit<From, Key> {
  return Object.fromEntries(Object.entries(from).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key))) as Omit<From, Key>;
}
