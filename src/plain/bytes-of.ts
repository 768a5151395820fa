/** About what plain data takes in memory: what every engine needs for an object, a key with its value, and a character. */
export function bytesOf(data: unknown): number {
  if (typeof data === 'string') return 16 + 2 * data.length;
  if (typeof data !== 'object' || data === null) return 0;
  let bytes = 48;
  if (Array.isArray(data)) {
    for (const value of data as readonly unknown[]) bytes += 16 + bytesOf(value);
    return bytes;
  }
  for (const key of Object.keys(data)) bytes += 16 + bytesOf((data as Record<string, unknown>)[key]);
  return bytes;
}
