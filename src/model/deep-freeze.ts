/**
 * Freezes plain data to the bottom and hands it back. Only for objects the library made itself: a caller's object is copied first.
 * Functions (a user's memory model) are left alone: they are the caller's.
 */
export function deepFreeze<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  Object.freeze(data);
  for (const key of Object.keys(data)) deepFreeze((data as Record<string, unknown>)[key]);
  return data;
}
