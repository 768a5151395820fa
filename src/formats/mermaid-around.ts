import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { placeAt } from './place-in-text';

const fence = /^\s*(?:`{3,}|~{3,}|:{3,})\s*mermaid\b/i;
const onlyOne = 'give the text of one diagram alone, without what stands around it';

/** What is wrong around a diagram that was copied with more than itself: one fault, for everything behind it would follow from it. */
export function wrongAround(lines: readonly string[]): Issue | undefined {
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return undefined;
  if (/^\s*>\s?/.test(lines[first]!)) {
    return fault(first, 'the line journey, with which the diagram begins', lines[first]!, 'take the > in front of every line away');
  }
  const open = lines.findIndex((line) => fence.test(line));
  if (open < 0) return undefined;
  const second = lines.findIndex((line, index) => index > open && fence.test(line));
  if (second >= 0)
    return fault(second, 'one diagram', lines[second]!, 'read several one by one: give the lines of one pair of fences at a time');
  if (first < open) return fault(first, 'the fence with which the diagram begins', lines[first]!, onlyOne);
  const close = lines.findIndex((line, index) => index > open && /^\s*(?:`{3,}|~{3,}|:{3,})\s*$/.test(line));
  const behind = close < 0 ? -1 : lines.findIndex((line, index) => index > close && line.trim() !== '');
  return behind < 0 ? undefined : fault(behind, 'nothing behind the fence that ends the diagram', lines[behind]!, onlyOne);
}

function fault(index: number, expected: string, line: string, hint: string): Issue {
  const column = line.length - line.trimStart().length + 1;
  return { code: 'invalid-text', path: placeAt(index + 1, column), expected, received: quote(line.trim()), hint };
}
