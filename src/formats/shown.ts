import { pageWords, withDisplay, wordsOf, type Words } from '../words/display';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { Converted, Left } from './left';

/** What a notebook shows of rows, and of the lines of a text. */
const mostRows = 10;
const mostLines = 40;

/** Lets a notebook show what came of a conversion: the journey as a table, a text as it is, rows the first of them; then what is left. */
export function shown<Value>(converted: Converted<Value>, language = ''): Converted<Value> {
  return withDisplay(converted, ({ value, left }) => {
    const all = [...valueWords(value, language), pageWords(leftPage(left))];
    return {
      'text/plain': all.map((words) => words['text/plain']).join('\n\n'),
      'text/markdown': all.map((words) => words['text/markdown']).join('\n\n'),
    };
  });
}

function valueWords(value: unknown, language: string): Words[] {
  if (typeof value === 'string') return [textWords(value, language)];
  const own = wordsOf(value);
  if (own !== undefined) return [own];
  if (Array.isArray(value)) return [pageWords(rowsPage(value as readonly Readonly<Record<string, unknown>>[]))];
  return Object.values(value as object).flatMap((part) => valueWords(part, language));
}

function textWords(text: string, language: string): Words {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const some = lines.slice(0, mostLines).map((line) => line.split('\t').map(oneLine).join('\t'));
  const rest = lines.length > mostLines ? [`… ${lines.length - mostLines} more lines`] : [];
  const body = some.join('\n');
  // A fence longer than any in the text.
  const fence = '`'.repeat(Math.max(3, ...Array.from(body.matchAll(/`+/g), ([run]) => run.length + 1)));
  return {
    'text/plain': [body, ...rest].join('\n'),
    'text/markdown': [`${fence}${rest.length === 0 ? language : ''}\n${body}\n${fence}`, ...rest].join('\n\n'),
  };
}

function rowsPage(rows: readonly Readonly<Record<string, unknown>>[]): Block[] {
  const some = rows.slice(0, mostRows);
  const head = [...new Set(some.flatMap((row) => Object.keys(row)))];
  const title = `${rows.length === 1 ? '1 row' : `${rows.length} rows`}${rows.length > mostRows ? `, of which the first ${mostRows}` : ''}`;
  if (head.length === 0) return [{ title }];
  const cells = some.map((row) => head.map((column) => (row[column] === undefined ? '' : String(row[column]))));
  return [{ title }, { table: { head, rows: cells, names: head.map((_, column) => column) } }];
}

function leftPage(left: readonly Left[]): Block[] {
  if (left.length === 0) return [{ prose: 'Everything was carried over.' }];
  const points = left.map(
    ({ path, what, count }) => `${path === '' ? '' : `${path}: `}${what}${count === undefined ? '' : ` (${count} times)`}`,
  );
  return [{ heading: 'Lost, changed or assumed' }, { points }];
}
