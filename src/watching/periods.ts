/** A text that begins with a year: its numbers without leading zeros and its words in small letters, in their order; what only parts them is left out. */
type Parts = readonly string[];

const year = /^\d{4}(?!\d)/;

/** The parts of a text that begins with a year; undefined of any other period. */
function partsOf(period: string | number): Parts | undefined {
  if (typeof period === 'number' || !year.test(period)) return undefined;
  const parts = period.toLowerCase().match(/\d+|[^\d\s\-/._]+/g) ?? [];
  return parts.map((part) => (isNumber(part) ? part.replace(/^0+(?=\d)/, '') : part));
}

/** What is the same for two ways to write one period, as `2026-1` and `2026-01`; any other period stands for itself. */
export function keyOf(period: string | number): string | number {
  const parts = partsOf(period);
  return parts === undefined ? period : parts.join(' ');
}

/**
 * Numbers by size; texts that begin with a year in the order of the calendar, their numbers as numbers. Anything else stays as it came, also texts of
 * which a word would have to tell which is earlier (`2026 Jan` and `2026 Feb`).
 */
export function inTime(periods: readonly (string | number)[]): (string | number)[] {
  if (periods.every((period) => typeof period === 'number')) return [...periods].sort((a, b) => a - b);
  const dated: { readonly period: string | number; readonly parts: Parts }[] = [];
  for (const period of periods) {
    const parts = partsOf(period);
    if (parts === undefined) return [...periods];
    dated.push({ period, parts });
  }
  // Neighbours of the order are compared at some time: where words alone part any two, they part two neighbours.
  let hangsOnWords = false;
  dated.sort((a, b) => {
    const place = a.parts.findIndex((part, i) => part !== b.parts[i]);
    const [one, other] = [a.parts[place], b.parts[place]];
    if (one === undefined || other === undefined) return a.parts.length - b.parts.length;
    if (isNumber(one) && isNumber(other) && one.length !== other.length) return one.length - other.length;
    hangsOnWords ||= !(isNumber(one) && isNumber(other));
    return one < other ? -1 : 1;
  });
  return hangsOnWords ? [...periods] : dated.map(({ period }) => period);
}

function isNumber(part: string): boolean {
  return /^\d/.test(part);
}
