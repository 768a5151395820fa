import { formatNumber } from '../distributions/format-number';
import type { Block } from '../words/page';
import { percent, valueWords } from './field-words';
import type { Segment } from './types';

/** Segments in a table: who they are, how many, and in what they differ. */
export function segmentsPage(segments: readonly Segment[]): Block[] {
  const title = segments.length === 1 ? '1 segment' : `${segments.length} segments`;
  const rows = segments.map((segment) => {
    const { id, share, count, name, ...differences } = segment;
    const size = count === undefined ? percent(share) : `${percent(share)} (${formatNumber(count, 0)} people)`;
    return [id, size, [...(name === undefined ? [] : [`"${name}"`]), ...notes(differences)].join('; ')];
  });
  return [{ title }, { table: { head: ['segment', 'share', 'notes'], rows, names: [0], hasNotes: true } }];
}

const words: { readonly [key: string]: string } = {
  expectation: 'expects',
  expectedDuration: 'expects it to take',
  priorBelief: 'belief before it',
  returnValue: 'worth when returning',
  responses: 'answers otherwise at',
};

function notes(differences: Omit<Segment, 'id' | 'share' | 'count' | 'name'>): string[] {
  return Object.entries(differences).map(([key, value]) => `${words[key] ?? key} ${valueWords(key, value)}`);
}
