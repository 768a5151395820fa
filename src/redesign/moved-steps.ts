/**
 * Which of the ids that two orders share were moved: the fewest whose leaving makes the rest stand in the same order (what is not on a
 * longest increasing run of places).
 */
export function movedSteps(before: readonly string[], after: readonly string[]): Set<string> {
  const places = new Map(after.map((id, index) => [id, index]));
  const shared = before.filter((id) => places.has(id));
  // tails[k]: the member of `shared` that ends the run of length k + 1 with the lowest place.
  const tails: number[] = [];
  const previous: number[] = [];
  shared.forEach((id, index) => {
    const place = places.get(id)!;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places.get(shared[tails[middle]!]!)! < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = index;
  });
  const stayed = new Set<string>();
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) stayed.add(shared[index]!);
  return new Set(shared.filter((id) => !stayed.has(id)));
}
