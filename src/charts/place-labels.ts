import { shorten, textWidth } from '../ribbon/text-width';
import type { TextAt } from './panel';
import { fontSize } from './theme';

interface Labelled {
  readonly label: string;
  readonly x: number;
  readonly y: number;
}

/** A part of the picture where no name may stand. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const apart = 8;
const half = 9;
const longest = 170;

/**
 * Names beside their points and clear of what is `taken`; where one finds no room, numbers, and the names stand below. A number without room is left
 * out.
 */
export function placeLabels(
  points: readonly Labelled[],
  width: number,
  height: number,
  taken: readonly Box[] = [],
): { readonly texts: readonly TextAt[]; readonly isNumbered: boolean } {
  const named = tryPlaces(
    points,
    points.map(({ label }) => (textWidth(label, fontSize) > longest ? undefined : label)),
    width,
    height,
    taken,
  );
  if (named.every((text) => text !== undefined)) return { texts: named, isNumbered: false };
  const numbered = tryPlaces(
    points,
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
  const taken: Box[] = [...lines, ...points.map(({ x, y }) => ({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }))];
  return points.map(({ x, y }, index) => {
    const label = labels[index];
    if (label === undefined) return undefined;
    const text = shorten(label, longest, fontSize);
    const wide = textWidth(text, fontSize);
    const found = candidates(x, y, wide).find(
      (box) => box.left >= 2 && box.right <= width && box.top >= 0 && box.bottom <= height && !taken.some((other) => overlap(box, other)),
    );
    if (found === undefined) return undefined;
    taken.push(found);
    return { x: found.left, y: (found.top + found.bottom) / 2, text, weight: 600 };
  });
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

function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
