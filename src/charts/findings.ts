import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifferenceWithInterval } from '../results/format-outcome';
import type { Conclusion, Difference } from '../results/types';
import { tones } from './theme';
import { listed } from './words';
import { capital } from '../words/capital';

interface Piece {
  readonly name: string;
  readonly difference: Difference;
}

/** One outcome of one variant, overall and by segment. */
export interface Compared {
  readonly variant: string;
  readonly overall: Difference;
  readonly segments: readonly Piece[];
  /** What those who complete both journeys say otherwise. */
  readonly completers: string | undefined;
}

/** What is concluded of one variant, which is named as it is written: for whom, and by how much overall. Nothing is said that the conclusions do not say. */
export function variantFinding(outcome: OutcomeName, { variant, overall, segments, completers }: Compared, margin = 0): string {
  const among = completers === undefined ? '' : `; ${completers}`;
  const { label } = outcomeDescriptions[outcome];
  const { conclusion, difference, interval } = overall;
  const size = `${label} ${formatDifferenceWithInterval(outcome, difference, interval.low, interval.high, margin)}`;
  const alike = segments.every((piece) => piece.difference.conclusion === conclusion);
  if (segments.length < 2 || alike) {
    const who = segments.length < 2 ? '' : segments.length === 2 ? ' for both segments' : ` for all ${segments.length} segments`;
    if (conclusion === 'undecided') return `${variant} is undecided${who}: ${size}${among}`;
    return conclusion === 'practically the same'
      ? `${variant} is practically the same${who}: ${size}${among}`
      : `${variant} is ${conclusion}${who}: ${size}${among}`;
  }
  return `${variant} is ${conclusion === 'undecided' ? 'undecided overall' : `${conclusion} overall`}, ${size}; ${bySegment(segments)}${among}`;
}

/** `better for regular, worse for first-time`, the many counted. */
function bySegment(segments: readonly Piece[]): string {
  return tones
    .map((tone) => ({ tone, names: segments.filter(({ difference }) => difference.conclusion === tone).map(({ name }) => name) }))
    .filter(({ names }) => names.length > 0)
    .map(({ tone, names }) => `${tone} for ${names.length > 3 ? `${names.length} of ${segments.length} segments` : names.join(', ')}`)
    .join('; ');
}

/** One variant in full; several by what is concluded of each. */
export function comparedFinding(outcome: OutcomeName, compared: readonly Compared[], margin = 0): string {
  if (compared.length === 1) return variantFinding(outcome, compared[0]!, margin);
  const of = (conclusion: Conclusion): string[] =>
    compared
      .filter(({ overall }) => overall.conclusion === conclusion)
      .map(({ variant, completers }) => (completers === undefined ? variant : `${variant} (${completers})`));
  const parts = tones.flatMap((tone) => {
    const names = of(tone);
    return names.length === 0 ? [] : [`${tone} with ${listed(names)}`];
  });
  return `${capital(outcomeDescriptions[outcome].label)} is ${parts.join('; ')}`;
}
