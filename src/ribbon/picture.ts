import { pageWords, withDisplay } from '../words/display';
import { oneLine } from '../words/one-line';

/** A picture: an SVG that needs nothing else, and what is in it for those who cannot see it. Plain frozen data that notebooks show. */
export interface Picture {
  readonly kind: 'picture';
  /** Its heading. */
  readonly title: string;
  /** What is to be seen, in sentences: a text alternative. */
  readonly description: string;
  /** A whole SVG document, deterministic and escaped; `String(picture)` is the same. */
  readonly svg: string;
  /** The SVG, so that `${picture}` and `element.innerHTML = picture` work. */
  toString(): string;
}

/** Data with a display and a text of its own, neither of which is seen by JSON and copies. */
export function makePicture(title: string, description: string, svg: string): Picture {
  const picture = { kind: 'picture' as const, title: oneLine(title), description: oneLine(description), svg };
  Object.defineProperty(picture, 'toString', { value: () => svg });
  const words = (): Record<'text/plain' | 'text/markdown' | 'image/svg+xml', string> => ({
    ...pageWords([{ title }, { prose: description }]),
    'image/svg+xml': svg,
  });
  return Object.freeze(withDisplay(picture, words));
}
