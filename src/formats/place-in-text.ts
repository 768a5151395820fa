import { at } from '../errors/wording';

/** Where something stands in a text, counted from 1 as editors do. */
export function placeAt(line: number, column?: number): string {
  const place = at('line', line);
  return column === undefined ? place : at(at(place, 'column'), column);
}

/** Line and column of a place in a text. */
export function placeOf(text: string, index: number): string {
  let line = 1;
  let start = 0;
  for (let next = text.indexOf('\n'); next >= 0 && next < index; next = text.indexOf('\n', start)) {
    line++;
    start = next + 1;
  }
  return placeAt(line, index - start + 1);
}

/** How many lines end in a text. */
export function lineEnds(text: string): number {
  let count = 0;
  for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) count++;
  return count;
}
