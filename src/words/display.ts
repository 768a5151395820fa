import { pageMarkdown, pageText, type Block } from './page';

/** One thing in words, by the media types that notebooks know. A picture is there under its own type as well. */
export interface Words {
  readonly 'text/plain': string;
  readonly 'text/markdown': string;
  readonly [mediaType: string]: unknown;
}

const notebookDisplay = Symbol.for('Jupyter.display');

/**
 * Lets a notebook show a result as text and Markdown. Not enumerable, so JSON, copies and comparisons do not see it.
 * The words are made when they are asked for.
 */
export function withDisplay<Result extends object>(result: Result, words: (result: Result) => Words | readonly Block[]): Result {
  const all = (): Words => {
    const made = words(result);
    return 'text/plain' in made ? made : pageWords(made);
  };
  const shown = (): Partial<Words> => {
    const { 'text/markdown': markdown, ...others } = all();
    // Where there are both, notebooks take the Markdown and leave the picture out.
    return 'image/svg+xml' in others ? others : { ...others, 'text/markdown': markdown };
  };
  const page = (): readonly Block[] | undefined => {
    const made = words(result);
    return 'text/plain' in made ? undefined : made;
  };
  Object.defineProperty(result, notebookDisplay, { value: Object.assign(shown, { page, words: all }) });
  return result;
}

/** The page of a result whose words are printed from one, for another printer; undefined for anything else. */
export function pageOf(result: unknown): readonly Block[] | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const display = displayOf(result) as { readonly page?: () => readonly Block[] | undefined } | undefined;
  return typeof display?.page === 'function' ? display.page() : undefined;
}

/** The words of a result that was given a display; undefined for anything else. */
export function wordsOf(result: unknown): Words | undefined {
  if (typeof result !== 'object' || result === null) return undefined;
  const display = displayOf(result) as { readonly words?: () => Words } | undefined;
  return typeof display?.words === 'function' ? display.words() : undefined;
}

/** Only a display that was put there as a value: nothing of a foreign object's own is run. */
function displayOf(result: object): unknown {
  try {
    return Object.getOwnPropertyDescriptor(result, notebookDisplay)?.value;
  } catch {
    return undefined;
  }
}

/** A page in both forms. */
export function pageWords(page: readonly Block[]): Words {
  return { 'text/plain': pageText(page), 'text/markdown': pageMarkdown(page) };
}

/** Lines that are not broken, or a phrase. */
export function lineWords(lines: readonly string[]): Words {
  const block = lines.length === 1 ? { prose: lines } : { points: lines };
  return { 'text/plain': lines.join('\n'), 'text/markdown': pageMarkdown([block]) };
}
