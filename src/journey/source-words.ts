import type { NumberSource, Source } from './types';

/** Where numbers are from: `guess (the team), affect measured (n 120)`. */
export function sourceWords({ kind, note, n, affect, duration }: Source): string {
  const count = (observations: number | undefined): string[] => (observations === undefined ? [] : [`n ${observations}`]);
  const within = (parts: readonly string[]): string => (parts.length === 0 ? '' : ` (${parts.join(', ')})`);
  const own = (name: string, sign: string, number: NumberSource | undefined): string[] => {
    if (number === undefined) return [];
    const width = number.within === undefined ? [] : [`${sign}${number.within}`];
    return [`${name} ${number.kind ?? kind}${within([...count(number.n), ...width])}`];
  };
  const whole = `${kind}${within([...(note === undefined ? [] : [note]), ...count(n)])}`;
  return [whole, ...own('affect', '±', affect), ...own('duration', '×/÷ ', duration)].join(', ');
}
