import { shorten, textWidth } from '../ribbon/text-width';
import type { TextAt } from './panel';
import { fontSize } from './theme';
import { overlap, type Box } from '../ribbon/callouts';

interface Labelled {
  readonly label: string;
  readonly x: number;
  readonly y: number;
  /** Where its name should stand, if there is room for all of them. Default: anywhere. */
  readonly field?: Box | undefined;
}

const apart = 8;
const half = 9;
const longest = 170;

/**
 * Names beside their points and clear of what is `taken`, and within their fields where all find room so; where one finds no room, numbers, and the
 * names stand below. A number without room is left out.
 */
export function placeLabels(
  points: readonly Labelled[],
  width: number,
  height: number,
  taken: readonly Box[] = [],
): { readonly texts: readonly TextAt[]; readonly isNumbered: boolean } {
  const names = points.map(({ label }) => (textWidth(label, fontSize) > longest ? undefined : label));
  const inFields = points.every(({ field }) => field === undefined) ? [undefined] : tryPlaces(points, names, width, height, taken);
  if (inFields.every((text) => text !== undefined)) return { texts: inFields, isNumbered: false };
  const free = points.map(({ label, x, y }): Labelled => ({ label, x, y }));
  const named = tryPlaces(free, names, width, height, taken);
  if (named.every((text) => text !== undefined)) return { texts: named, isNumbered: false };
  const numbered = tryPlaces(
    free,
    points.map((_, index) => `${index + 1}`),
    width,
    height,
    taken,
  );
  return { texts: numbered.flatMap((text) => text ?? []), isNumbered: true };
}

function tryPlaces(
  points: readonly Labelled[],
  labels: readonly (string | undefined)[],
  width: number,
  height: number,
  lines: readonly Box[],
): (TextAt | undefined)[] {
  const plot = { left: 2, right: width, top: 0, bottom: height };
  const taken: Box[] = [...lines, ...points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))];
  const texts = labels.map((label) => (label === undefined ? undefined : shorten(label, longest, fontSize)));
  const free = (place: number): Box[] => {
    const { x, y, field = plot } = points[place]!;
    return candidates(x, y, textWidth(texts[place]!, fontSize)).filter(
      (box) => isInside(box, plot) && isInside(box, field) && !taken.some((other) => overlap(box, other)),
    );
  };
  const found: (TextAt | undefined)[] = points.map(() => undefined);
  for (const place of fewestFirst(points, texts, free)) {
    const [box] = free(place);
    if (box === undefined) continue;
    taken.push(box);
    found[place] = { x: box.left, y: (box.top + box.bottom) / 2, text: texts[place]!, weight: 600 };
  }
  return found;
}

/** Those with a text; where fields bind them, those with the fewest places to go come first. */
function fewestFirst(
  points: readonly Labelled[],
  texts: readonly (string | undefined)[],
  free: (place: number) => readonly Box[],
): number[] {
  const places = [...points.keys()].filter((place) => texts[place] !== undefined);
  if (points.every(({ field }) => field === undefined)) return places;
  const choices = new Map(places.map((place) => [place, free(place).length]));
  return places.sort((a, b) => choices.get(a)! - choices.get(b)! || a - b);
}

/** Beside, above, below, then at the corners, a little farther each time. */
function candidates(x: number, y: number, wide: number): Box[] {
  const boxes: Box[] = [];
  for (const away of [apart, 2 * apart, 3 * apart]) {
    const [right, left, middle] = [x + away, x - away - wide, x - wide / 2];
    const [above, below] = [y - away - half, y + away + half];
    for (const [start, center] of [
      [right, above],
      [right, below],
      [left, above],
      [left, below],
      [middle, above],
      [middle, below],
      [right, y],
      [left, y],
    ] as const) {
      boxes.push({ left: start, right: start + wide, top: center - half, bottom: center + half });
    }
  }
  return boxes;
}

function isInside(box: Box, whole: Box): boolean {
  return box.left >= whole.left && box.right <= whole.right && box.top >= whole.top && box.bottom <= whole.bottom;
}
