/** Every part by itself, then all of them together; of one part there is one group. */
export function groupsOf<Part>(parts: readonly Part[]): readonly (readonly Part[])[] {
  return parts.length === 1 ? [parts] : [...parts.map((part) => [part]), parts];
}
