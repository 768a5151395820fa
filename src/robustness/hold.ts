import type { Conclusion } from '../results/types';
import type { ConclusionShares, RobustnessHere, VerdictUnder } from './types';

const keyOf: { readonly [Key in Conclusion]: keyof ConclusionShares } = {
  better: 'better',
  worse: 'worse',
  'practically the same': 'same',
  undecided: 'undecided',
};

/** How many of some parameter sets come to each conclusion, as shares; and how many hold, where the study concludes anything. */
export function tallyVerdicts(
  verdicts: readonly VerdictUnder[],
  asStudied: VerdictUnder,
  margin: number,
): { readonly shares: ConclusionShares; readonly holds?: number } {
  const counts = { better: 0, same: 0, worse: 0, undecided: 0 };
  for (const { conclusion } of verdicts) counts[keyOf[conclusion]]++;
  const whole = Math.max(1, verdicts.length);
  const { better, same, worse, undecided } = counts;
  const shares = { better: better / whole, same: same / whole, worse: worse / whole, undecided: undecided / whole };
  if (asStudied.conclusion === 'undecided') return { shares };
  return { shares, holds: verdicts.filter((verdict) => holds(verdict, asStudied, margin)).length / whole };
}

/** Whether a difference was found, in either direction. */
export function isDecided({ conclusion }: Pick<VerdictUnder, 'conclusion'>): boolean {
  return conclusion === 'better' || conclusion === 'worse';
}

/** As a share of the studied difference, the least that still counts as the same finding (judgement). */
const leastOfStudied = 0.5;

/**
 * Whether a verdict says what the study says, in kind and in size: a sign that is left of +12 as +0.01 is another finding. A margin, where one
 * is given, is the reader's own word for how much matters, and takes the place of our half.
 */
export function holds({ conclusion, difference }: VerdictUnder, asStudied: VerdictUnder, margin: number): boolean {
  if (conclusion !== asStudied.conclusion) return false;
  if (!isDecided({ conclusion })) return conclusion === 'practically the same';
  const size = Math.abs(difference);
  return margin > 0 ? size > margin : size >= leastOfStudied * Math.abs(asStudied.difference);
}

/** Nine in ten of fewer sets than these is no finding (judgement). */
const fewest = 10;

/** Robust, likely or not by the share of sets that hold (judgement), and whether any assumption alone turns the verdict round. */
export function verdictOf({ holds = 0, flips }: Pick<RobustnessHere, 'holds' | 'flips'>, sets: number): RobustnessHere['verdict'] {
  if (holds >= 0.9 && flips.length === 0 && sets >= fewest) return 'robust';
  return holds >= 0.8 ? 'likely' : 'depends';
}

/** Of the larger of the two sizes: nearer is beside it, not outside (judgement; nobody reads so many digits). */
const beside = 0.001;

/** Where the study lies among its own parameter sets. */
export function amongSets(studied: number, { p5, p95, min, max }: RobustnessHere['difference']): RobustnessHere['amongSets'] {
  const slack = beside * Math.max(Math.abs(studied), Math.abs(min), Math.abs(max));
  if (studied < min - slack || studied > max + slack) return 'outside all';
  return studied < p5 - slack || studied > p95 + slack ? 'outside nine in ten' : 'within';
}
