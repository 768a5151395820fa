import { quote } from '../errors/wording';
import type { Leftovers } from './left';
import { placeAt } from './place-in-text';

const token = /-?\d[\d.eE+-]*|[{}[\],:]/gy;
const blanks = /[ \t\n\r]*|true|false|null/gy;

/**
 * What a sound JSON text says that reading it loses in silence: keys that stand twice, of which the last counts, and whole numbers that no computer
 * number holds, which become others.
 */
export function tellDoubts(text: string, left: Leftovers): void {
  /** The keys of each object that is open; undefined for a list. */
  const open: (Set<string> | undefined)[] = [];
  let isKey = false;
  let line = 1;
  let start = 0;
  const tell = (index: number, what: string): void => {
    for (let end = text.indexOf('\n', start); end >= 0 && end < index; end = text.indexOf('\n', start)) {
      line++;
      start = end + 1;
    }
    left.add(placeAt(line, index - start + 1), what);
  };
  for (let index = 0; index < text.length;) {
    token.lastIndex = index;
    const sign = text[index] === '"' ? text.slice(index, endOfText(text, index)) : token.exec(text)?.[0];
    if (sign === undefined) {
      blanks.lastIndex = index;
      index += Math.max(1, blanks.exec(text)?.[0].length ?? 1);
      continue;
    }
    if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      isKey = sign === '{';
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ',') isKey = open.at(-1) !== undefined;
    else if (sign[0] === '"' && isKey) {
      const key = JSON.parse(sign) as string;
      if (open.at(-1)!.has(key)) tell(index, `keys that stand twice in the same object: the last ${quote(key)} counts`);
      open.at(-1)!.add(key);
      isKey = false;
    } else if (sign.length > 15 && /^-?\d+$/.test(sign) && !Number.isSafeInteger(Number(sign))) {
      const read = String(Number(sign));
      if (read !== sign) tell(index, `whole numbers too long for a computer number are changed: ${quoteNumber(sign)} becomes ${read}`);
    }
    index += sign.length;
  }
}

/** Where a text in double quotes ends that begins at a place. No pattern would do: it may be as long as the whole. */
function endOfText(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let before = end;
    while (text[before - 1] === '\\') before--;
    if ((end - before) % 2 === 0) return end + 1;
  }
  return text.length;
}

function quoteNumber(digits: string): string {
  return digits.length <= 40 ? digits : `${digits.slice(0, 40)}…`;
}
