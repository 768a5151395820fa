/**
 * Which of the ids that two orders share were moved: the fewest whose leaving makes the rest stand in the same order (what is not on a
 * longest increasing run of places).
 */
export function movedSteps(before: readonly string[], after: ReadonlyMap<string, number>): string[] {
  const shared = before.filter((id) => after.has(id));
  const places = Int32Array.from(shared, (id) => after.get(id)!);
  // tails[k]: the member of `shared` that ends the run of length k + 1 with the lowest place.
  const tails: number[] = [];
  const previous = new Int32Array(shared.length);
  places.forEach((place, index) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[tails[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = low === 0 ? -1 : tails[low - 1]!;
    tails[low] = index;
  });
  const stayed = new Uint8Array(shared.length);
  for (let index = tails.at(-1) ?? -1; index >= 0; index = previous[index]!) stayed[index] = 1;
  return shared.filter((_, index) => stayed[index] === 0);
}
