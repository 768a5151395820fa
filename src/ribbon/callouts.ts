import { affectText, percentText } from './number-text';
import { curveAt, type Curve, type Place } from './curve';
import type { DrawnLine, Drawing } from './drawing';
import { svgLine, svgText } from './svg';
import { shorten, textWidth } from './text-width';

/** A mark on the line with a few words. */
export interface Mark {
  readonly kind: 'peak' | 'end';
  readonly x: number;
  readonly y: number;
  readonly head: string;
  /** The figure first: a name from right to left would turn it. */
  readonly figure: string;
  readonly name: string;
}

/** Peak and end on the line. */
export function marksOf({ steps, peakIndex, endIndex }: DrawnLine, places: readonly Place[], y: (affect: number) => number): Mark[] {
  const peak = steps[peakIndex]!;
  const end = steps[endIndex]!;
  const [at, last] = [places[peakIndex]!, places[endIndex]!];
  // On a slope the more extreme end is the peak; on a level line the middle of the step, where it reads best.
  const { affectStart: from, affectEnd: to } = peak;
  const share = from === to ? 0.5 : Math.abs(to) >= Math.abs(from) ? 0.85 : 0.15;
  return [
    {
      kind: 'peak',
      x: at.left + share * at.width,
      y: y(from + share * (to - from)),
      head: 'Peak',
      figure: `${percentText(peak.peakShare)}\u00A0%`,
      name: peak.label,
    },
    {
      kind: 'end',
      x: last.left + last.width,
      y: y(end.affectEnd),
      head: 'End',
      figure: `${affectText(end.affectEnd)}${end.reached < 0.995 ? ` for ${percentText(end.reached)}\u00A0%` : ''}`,
      name: end.label,
    },
  ];
}

/** A stretch of the page. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What words must not lie on: lines, band, the line of neutral affect, and the marks. */
export interface InTheWay {
  readonly curves: readonly Curve[];
  /** Pairs of edges whose inside is taken. */
  readonly bands: readonly (readonly [upper: Curve, lower: Curve])[];
  readonly neutral: number;
  readonly marks: readonly { readonly x: number; readonly y: number }[];
  /** Words that stand there already. */
  readonly words: readonly Box[];
}

const headSize = 12;
const nameSize = 11;
const high = 32;
const clear = 4;
const markRadius = 8;
const longestName = 150;
/** Words farther from their mark than this are not seen to belong to it. */
const farthest = 130;

/** The words of marks where there is room beside them; those without any come back, to be told elsewhere. */
export function callouts(
  { palette }: Drawing,
  marks: readonly Mark[],
  inTheWay: InTheWay,
  frame: Box,
): { readonly svg: string; readonly untold: readonly Mark[] } {
  const taken: Box[] = [];
  const leaders: Box[] = [];
  const untold: Mark[] = [];
  const svg = marks.map((mark) => {
    const name = shorten(mark.name, longestName, nameSize);
    const head = `${mark.head}: ${mark.figure}`;
    const width = Math.max(textWidth(head, headSize) * 1.1, textWidth(name, nameSize));
    const place = placeFor(mark, width, inTheWay, frame, taken, leaders);
    if (place === undefined) {
      untold.push(mark);
      return '';
    }
    taken.push(place.box);
    leaders.push(place.leader);
    const { box } = place;
    // The words lean to the side where their mark is.
    const side = (mark.x - box.left) / (box.right - box.left);
    const anchor = side > 0.8 ? 'end' : side < 0.2 ? 'start' : 'middle';
    const x = anchor === 'end' ? box.right : anchor === 'start' ? box.left : (box.left + box.right) / 2;
    const edge = box.top > mark.y ? box.top + 1 : box.bottom - 1;
    const foot = Math.max(box.left + 4, Math.min(box.right - 4, mark.x));
    const title = name === mark.name ? {} : { title: mark.name };
    return (
      `<g class="callout">${svgLine(mark.x, mark.y, foot, edge, palette.axis, 1)}` +
      svgText(x, box.top + 12, head, { anchor, size: headSize, weight: 700, fill: mark.kind === 'peak' ? palette.peak : palette.ink }) +
      `${svgText(x, box.top + 27, name, { anchor, size: nameSize, ...title })}</g>`
    );
  });
  return { svg: svg.join(''), untold };
}

/** The nearest free place, or none. */
function placeFor(
  mark: Mark,
  width: number,
  way: InTheWay,
  frame: Box,
  taken: readonly Box[],
  leaders: readonly Box[],
): { box: Box; leader: Box } | undefined {
  let best: { box: Box; leader: Box; cost: number } | undefined;
  const [first, last] = [frame.left, frame.right - width];
  if (last < first) return undefined;
  for (const share of [0.5, 0.3, 0.7, 0.1, 0.9, 0, 1]) {
    const left = Math.max(first, Math.min(last, mark.x - share * width));
    const blocked = blockedBetween(left - clear, left + width + clear, way);
    for (let top = frame.top + 2; top + high <= frame.bottom - 2; top += 4) {
      const box = { left, right: left + width, top, bottom: top + high };
      const away = top > mark.y ? top - mark.y : mark.y - box.bottom;
      const cost = Math.abs(away - 16) + 30 * Math.abs(share - 0.5);
      if (away < markRadius + 2 || away > farthest || (best !== undefined && cost >= best.cost)) continue;
      if (blocked.some(([from, to]) => from < box.bottom + clear && to > box.top - clear)) continue;
      const wide = { left: left - 10, right: box.right + 10, top: top - 3, bottom: box.bottom + 3 };
      const leader = { left: mark.x - 1, right: mark.x + 1, top: Math.min(mark.y, top), bottom: Math.max(mark.y, box.bottom) };
      if (taken.some((other) => overlap(wide, other) || overlap(leader, other)) || leaders.some((other) => overlap(wide, other))) continue;
      best = { box, leader, cost };
    }
  }
  return best;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;
}

/** From where to where the page is taken, anywhere between two places. */
function blockedBetween(left: number, right: number, { curves, bands, neutral, marks, words }: InTheWay): [number, number][] {
  const blocked: [number, number][] = [[neutral - 1, neutral + 1]];
  for (const box of words) if (box.right > left && box.left < right) blocked.push([box.top, box.bottom]);
  for (const mark of marks)
    if (mark.x + markRadius > left && mark.x - markRadius < right) blocked.push([mark.y - markRadius, mark.y + markRadius]);
  const count = Math.max(2, Math.ceil((right - left) / 2));
  for (const [upper, lower] of [...bands, ...curves.map((curve) => [curve, curve] as const)]) {
    let before: [number, number] | undefined;
    for (let k = 0; k <= count; k++) {
      const x = left + ((right - left) * k) / count;
      const [a, b] = [curveAt(upper, x), curveAt(lower, x)];
      if (a === undefined || b === undefined) {
        before = undefined;
        continue;
      }
      // From one look to the next the line passes all that lies between.
      const here: [number, number] = [Math.min(a, b), Math.max(a, b)];
      blocked.push(before === undefined ? here : [Math.min(here[0], before[0]), Math.max(here[1], before[1])]);
      before = here;
    }
  }
  return blocked
    .sort((a, b) => a[0] - b[0])
    .reduce<[number, number][]>((merged, [from, to]) => {
      const last = merged.at(-1);
      if (last !== undefined && from <= last[1] + 1) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
      return merged;
    }, []);
}

/** A mark in one line of the legend. */
export function markLine(mark: Mark): string {
  return `${mark.head.toLowerCase()}: ${mark.figure} in ${mark.name}`;
}
