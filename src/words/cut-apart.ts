import { beginning, clusters, ending, shortened, widthOf } from './width';

/** Texts cut to so many columns each, and where no cut tells them apart, what each number stands for. */
export interface CutApart {
  readonly texts: readonly string[];
  readonly legend: readonly string[];
}

/**
 * Texts cut to their widths so that those that differ stay different: at the end; where that makes two the same, in the middle; else what they
 * begin alike with is left out; and where even that does not do, they are numbered.
 */
export function cutApart(texts: readonly string[], widths: readonly number[], from = 1): CutApart {
  const cut = texts.map((text, index) => shortened(text, widths[index]!));
  const clashing = clashes(texts, cut);
  if (clashing.size === 0) return { texts: cut, legend: [] };
  const shared = sharedStart([...clashing].map((index) => texts[index]!));
  for (const other of [inTheMiddle, (text: string, width: number) => withoutStart(text, width, shared)]) {
    const tried = cut.map((text, index) =>
      clashing.has(index) && widthOf(texts[index]!) > widths[index]! ? other(texts[index]!, widths[index]!) : text,
    );
    if (clashes(texts, tried).size === 0) return { texts: tried, legend: [] };
  }
  const numbers = new Map([...new Set([...clashing].map((index) => texts[index]!))].map((text, index) => [text, `#${from + index}`]));
  return {
    texts: cut.map((text, index) => {
      const number = numbers.get(texts[index]!);
      return number === undefined || !clashing.has(index)
        ? text
        : `${beginning(texts[index]!, widths[index]! - number.length - 1).trimEnd()}…${number}`;
    }),
    legend: [...numbers].map(([text, number]) => `${number}: ${text}`),
  };
}

/** Where texts that differ were cut to the same. */
function clashes(texts: readonly string[], cut: readonly string[]): ReadonlySet<number> {
  const whole = new Map<string, Set<string>>();
  cut.forEach((text, index) => whole.set(text, (whole.get(text) ?? new Set()).add(texts[index]!)));
  return new Set(cut.flatMap((text, index) => (whole.get(text)!.size > 1 ? [index] : [])));
}

/** `Walk-in pa…short wait`. */
function inTheMiddle(text: string, width: number): string {
  const end = ending(text, Math.floor((width - 1) / 2)).trimStart();
  return `${beginning(text, width - 1 - widthOf(end)).trimEnd()}…${end}`;
}

/** The first letters, and what comes where they begin to differ: `Walk-…afternoon, s…`. */
function withoutStart(text: string, width: number, shared: number): string {
  const start = beginning(text, Math.floor(width / 3)).trimEnd();
  const rest = clusters(text).slice(shared).join('');
  return `${start}…${shortened(rest, width - 1 - widthOf(start))}`;
}

/** How many characters all begin with. */
function sharedStart(texts: readonly string[]): number {
  const [first = [], ...others] = texts.map(clusters);
  let shared = 0;
  while (shared < first.length && others.every((other) => other[shared] === first[shared])) shared++;
  return shared;
}
