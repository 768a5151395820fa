import type { NumberSource, Source } from './types';

/** Where numbers are from: `guess (the team), affect measured (n 120)`. */
export function sourceWords(source: Source): string {
  const { kind, note, n } = source;
  return [`${kind}${within([...(note === undefined ? [] : [note]), ...count(n)])}`, ...numberWords(source)].join(', ');
}

/** Of numbers that have a source of their own: `affect measured (n 120)`. */
export function numberWords({ kind, affect, duration }: Source): readonly string[] {
  const own = (name: string, sign: string, number: NumberSource | undefined): string[] => {
    if (number === undefined) return [];
    const width = number.within === undefined ? [] : [`${sign}${number.within}`];
    return [`${name} ${number.kind ?? kind}${within([...count(number.n), ...width])}`];
  };
  return [...own('affect', '±', affect), ...own('duration', '×/÷ ', duration)];
}

function count(observations: number | undefined): string[] {
  return observations === undefined ? [] : [`n ${observations}`];
}

function within(parts: readonly string[]): string {
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}
