import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatNumber } from '../distributions/format-number';
import type { Segment } from '../journey/types';
import { formatDifference, grouped, moreToTell } from '../results/format-outcome';
import { wholePercents } from '../results/whole-percents';
import { oneLine } from '../words/one-line';
import { holds, isDecided } from './hold';
import { inputFlipWords } from './input-words';
import { capital } from '../words/capital';
import type { ConclusionShares, DrawnInput, Flip, RobustnessHere } from './types';

/** What a number of the journeys was drawn from. */
type DrawnOf = (path: string) => DrawnInput;

/**
 * `satisfaction better in 97 % of 200 parameter sets, in 184 of them by at least half as much (+2.1 to +7.9 in nine of ten, as studied +6.1):
 * robust`, and what turns it round or leaves little of it. Where the study itself is not among its sets, that first.
 */
export function hereSentence(
  {
    outcome,
    margin,
    study: { customers },
  }: { readonly outcome: OutcomeName; readonly margin: number; readonly study: { readonly customers: number } },
  here: Omit<RobustnessHere, 'sentence'>,
  drawn: DrawnOf,
): string {
  const { shares, difference, asStudied, differences } = here;
  const { label } = outcomeDescriptions[outcome];
  const size = (value: number): string => formatDifference(outcome, value);
  const range = `${size(difference.p5)} to ${size(difference.p95)} in nine of ten, as studied ${size(asStudied.difference)}`;
  const sets = `${grouped(differences.length)} parameter sets`;
  const exceptions = [...flipsWords(here, drawn), ...weakenedWords(outcome, margin, here)].map((part) => `; ${part}`).join('');
  // A comparison of more customers may have decided.
  const luck = here.verdict === 'depends' && asStudied.conclusion === 'undecided' ? ` with ${grouped(customers)} customers a segment` : '';
  const body = `${label} ${sharesWords(shares)} of ${sets}${holdsWords(outcome, margin, here)} (${range}): ${verdictWords(here)}${luck}${exceptions}`;
  return oneLine(`${outsideWords(outcome, sets, here)}${body}`);
}

/** `the studied +21.3 lies above all 200 parameter sets (up to +0.3); `, or nothing. */
function outsideWords(
  outcome: OutcomeName,
  sets: string,
  { amongSets, asStudied, difference: { p5, p95, min, max } }: Pick<RobustnessHere, 'amongSets' | 'asStudied' | 'difference'>,
): string {
  if (amongSets === 'within') return '';
  const studied = asStudied.difference;
  const [low, high, range] = amongSets === 'outside all' ? [min, max, `all ${sets}`] : [p5, p95, `the range of nine in ten of ${sets}`];
  const above = studied > high;
  const end = above ? high : low;
  // With as many decimals as it takes to see that it lies outside.
  const more = moreToTell((value, digits) => formatDifference(outcome, value, digits), [studied, end]);
  const [from, to] = [formatDifference(outcome, studied, more), formatDifference(outcome, end, more)];
  return `the studied ${from} lies ${above ? 'above' : 'below'} ${range} (${above ? 'up to' : 'from'} ${to}); `;
}

/** `better in 97 %, worse in 3 %`, the most frequent first. */
export function sharesWords(shares: ConclusionShares): string {
  const { better, worse, same, undecided } = shares;
  const all = [better, worse, same, undecided];
  const percents = wholePercents(all);
  return ['better', 'worse', 'practically the same', 'undecided']
    .map((word, index) => ({ share: all[index]!, text: `${word} in ${percents[index]!}` }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share)
    .map(({ text }) => text)
    .join(', ');
}

/** How many sets find the size too; of what is the same there is none. */
export function holdsWords(
  outcome: OutcomeName,
  margin: number,
  { asStudied, holds, differences }: Pick<RobustnessHere, 'asStudied' | 'holds' | 'differences'>,
): string {
  if (holds === undefined || asStudied.conclusion === 'practically the same') return '';
  const count = Math.round(holds * differences.length);
  const many = count === 0 ? 'none' : count === differences.length ? 'all' : grouped(count);
  return `, in ${many} of them ${sizeWords(outcome, margin)}`;
}

/** The size that counts. */
export function sizeWords(outcome: OutcomeName, margin: number): string {
  return margin > 0 ? `beyond the margin of ${formatDifference(outcome, margin).replace('+', '')}` : 'by at least half as much as studied';
}

export function verdictWords({
  asStudied,
  verdict,
  shares,
  flips,
}: Pick<RobustnessHere, 'asStudied' | 'verdict' | 'shares' | 'flips'>): string {
  if (verdict !== 'depends') return verdict;
  const { conclusion } = asStudied;
  if (conclusion === 'undecided') return 'undecided as studied';
  const agreed = conclusion === 'better' ? shares.better : shares.worse;
  return agreed >= 0.9 && flips.length === 0
    ? `${conclusion}, but how much depends on what we do not know`
    : 'depends on what we do not know';
}

/** More flips than these are counted, not named. */
const mostFlips = 6;

function flipsWords({ flips }: Pick<RobustnessHere, 'flips'>, drawn: DrawnOf): string[] {
  if (flips.length === 0) return [];
  const named = flips.slice(0, mostFlips).map((flip) => flipWords(flip, drawn));
  const more = flips.length > mostFlips ? [`and ${flips.length - mostFlips} more`] : [];
  return [`flips ${[...named, ...more].join(', ')}`];
}

export const kinds = ['memory', 'peak', 'endWindow'] as const;
const conclusions = ['better', 'worse', 'practically the same', 'undecided'] as const;

/** What alone takes the studied conclusion away without turning it round, or leaves too little of its size. */
function weakenedWords(outcome: OutcomeName, margin: number, here: Omit<RobustnessHere, 'sentence'>): string[] {
  const { asStudied, flips } = here;
  const tried = kinds.flatMap((by) => Object.entries(here[by]).map(([name, found]) => ({ by, name, found })));
  const turned = ({ by, name }: (typeof tried)[number]): boolean =>
    flips.some((flip) => 'name' in flip && flip.by === by && flip.name === name);
  const others = conclusions
    .filter((conclusion) => conclusion !== asStudied.conclusion)
    .map((conclusion) => ({
      conclusion,
      under: tried.filter((one) => one.found.conclusion === conclusion && !turned(one)).map(({ by, name }) => underWords(by, name)),
    }))
    .filter(({ under }) => under.length > 0)
    .map(({ conclusion, under }) => `${conclusion} ${under.join(', ')}`);
  const little = tried
    .filter(({ found }) => found.conclusion === asStudied.conclusion && isDecided(found) && !holds(found, asStudied, margin))
    .map(({ by, name, found }) => `${underWords(by, name)} (${formatDifference(outcome, found.difference)})`);
  const short = margin > 0 ? 'not beyond the margin' : 'less than half';
  return [...others, ...(little.length === 0 ? [] : [`${short} ${little.join(', ')}`])];
}

function underWords(by: (typeof kinds)[number], name: string): string {
  return by === 'memory' ? `under ${name}` : `with ${by === 'peak' ? 'peak' : 'end'} ${name}`;
}

function flipWords(flip: Flip, drawn: DrawnOf): string {
  if ('name' in flip) return underWords(flip.by, flip.name);
  if (flip.by === 'input') return inputFlipWords(drawn(flip.path), flip);
  return `where ${flip.path} is ${flip.side} ${formatNumber(flip.value, 2)}`;
}

export function variantSentence(
  overall: RobustnessHere,
  segments: readonly Segment[],
  own: { readonly [id: string]: RobustnessHere },
): string {
  if (segments.length === 1) return capital(`${overall.sentence}.`);
  return oneLine(
    `Overall: ${overall.sentence}. ${segments.map(({ id, name }) => `${capital(name ?? id)}: ${own[id]!.sentence}.`).join(' ')}`,
  );
}
