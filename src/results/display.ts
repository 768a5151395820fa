const notebookDisplay = Symbol.for('Jupyter.display');

/**
 * Lets a notebook show a result as text and Markdown. Not enumerable, so JSON, copies and comparisons do not see it.
 * The words are made when they are asked for.
 */
export function withDisplay<Result extends object>(
  result: Result,
  text: (result: Result) => string,
  markdown: (result: Result) => string,
): Result {
  Object.defineProperty(result, notebookDisplay, {
    value: () => ({ 'text/plain': text(result), 'text/markdown': markdown(result) }),
  });
  return result;
}
