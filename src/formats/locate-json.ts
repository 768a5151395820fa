/** Where a text stops being JSON. */
export interface JsonFault {
  readonly index: number;
  readonly expected: string;
}

const within = 'a text that goes on to a double quote, with line ends written as \\n';
const blank = /[ \t\n\r]*/y;
const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const word = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null/y;

/**
 * The first place at which a text is not JSON; undefined where it is. Engines tell it each in its own way, or not at all. Used once a text is known
 * to be faulty; goes through it once, with a list for what is open in place of calls within calls.
 */
export function jsonFault(text: string): JsonFault | undefined {
  const open: ('{' | '[')[] = [];
  let index = 0;
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = index;
    const found = pattern.exec(text);
    if (found === null) return false;
    index += found[0].length;
    return true;
  };
  /** A text, character by character: it may be as long as the whole. */
  const matchText = (): boolean => {
    if (text[index] !== '"') return false;
    for (index++; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 32) return false;
      if (unit === 34) {
        index++;
        return true;
      }
      if (unit !== 92) continue;
      if (!match(escape)) return false;
      index--;
    }
    return false;
  };
  const take = (sign: string): boolean => {
    match(blank);
    if (text[index] !== sign) return false;
    index++;
    return true;
  };
  const fault = (expected: string): JsonFault => ({ index, expected });
  const key = (): JsonFault | undefined => {
    match(blank);
    const start = index;
    if (!matchText()) return index === start ? fault('a key in double quotes') : fault(within);
    return take(':') ? undefined : fault('a colon behind the key');
  };
  for (;;) {
    match(blank);
    // A value begins.
    if (take('{')) {
      if (!take('}')) {
        open.push('{');
        const wrong = key();
        if (wrong !== undefined) return wrong;
        continue;
      }
    } else if (take('[')) {
      if (!take(']')) {
        open.push('[');
        continue;
      }
    } else if (text[index] === '"') {
      if (!matchText()) return fault(within);
    } else if (!match(word)) {
      return fault('a value: { … }, [ … ], a text in double quotes, a number, true, false or null');
    }
    // A value has ended: so may what holds it.
    for (;;) {
      const holder = open.at(-1);
      if (holder === undefined) {
        match(blank);
        return index === text.length ? undefined : fault('nothing more');
      }
      if (take(',')) break;
      if (!take(holder === '{' ? '}' : ']')) return fault(holder === '{' ? 'a comma or }' : 'a comma or ]');
      open.pop();
    }
    if (open.at(-1) === '{') {
      const wrong = key();
      if (wrong !== undefined) return wrong;
    }
  }
}
