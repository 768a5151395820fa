/**
 * Freezes plain data to the bottom and hands it back, −0 as 0: JSON has no other. Only for objects the library made itself: a caller's object is
 * copied first. Functions (a user's memory model) are left alone: they are the caller's.
 */
export function deepFreeze<Data>(data: Data): Data {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  for (const key of Object.keys(data)) {
    const value = (data as Record<string, unknown>)[key];
    if (typeof value === 'object') deepFreeze(value);
    else if (Object.is(value, -0)) (data as Record<string, unknown>)[key] = 0;
  }
  return Object.freeze(data);
}
