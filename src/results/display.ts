import { pageMarkdown, pageText, type Block } from '../words/page';

const notebookDisplay = Symbol.for('Jupyter.display');

/**
 * Lets a notebook show a result as text and Markdown. Not enumerable, so JSON, copies and comparisons do not see it.
 * The words are made when they are asked for; `text` where the plain text is not simply the page.
 */
export function withDisplay<Result extends object>(
  result: Result,
  page: (result: Result) => readonly Block[],
  text: (result: Result) => string = (shown) => pageText(page(shown)),
): Result {
  Object.defineProperty(result, notebookDisplay, {
    value: () => ({ 'text/plain': text(result), 'text/markdown': pageMarkdown(page(result)) }),
  });
  return result;
}

/** The words of a result that was given a display; undefined for anything else. */
export function wordsOf(result: unknown): { readonly 'text/plain': string; readonly 'text/markdown': string } | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const display = displayOf(result);
  return typeof display === 'function' ? (display as () => { 'text/plain': string; 'text/markdown': string })() : undefined;
}

/** Only a display that was put there as a value: nothing of a foreign object's own is run. */
function displayOf(result: object): unknown {
  try {
    return Object.getOwnPropertyDescriptor(result, notebookDisplay)?.value;
  } catch {
    return undefined;
  }
}
