import { fixed, signed } from '../results/format-outcome';
import { chooseAmong } from './choose';
import type { Contest } from './contest';
import type { FitData } from './read-fit';
import type { MemoryFit, MemoryScore } from './types';

const alike = 0.9;

/** What would change the choice. */
export function whatWouldChange(
  { entrants }: Contest,
  chosen: number,
  scores: readonly MemoryScore[],
  picks: readonly number[],
  { meanAndPeak, meanAndEnd }: MemoryFit['together'],
  { margin }: FitData,
): readonly string[] {
  const told: string[] = [];
  if (chosen < 0) return ['Ratings that follow what was felt: none of the memories clearly predicts them better than their mean does.'];
  const own = entrants[chosen]!.rSquared;
  const better = entrants
    .map((entrant, c) => ({ name: entrant.candidate.name, free: entrant.candidate.free, more: entrant.rSquared - own, c }))
    .filter(({ more, c }) => c !== chosen && more > 0)
    .sort((a, b) => b.more - a.more);
  const closer = chooseAmong(entrants, 0);
  if (closer >= 0 && closer !== chosen) {
    const { candidate, rSquared } = entrants[closer]!;
    told.push(`No margin: then ${candidate.name}, which explains ${fixed(rSquared - own, 3)} more of the variance, would be chosen.`);
  }
  const unclear = better.find(({ more }) => more > margin);
  if (unclear !== undefined) {
    told.push(
      `More ratings: ${unclear.name} explains ${fixed(unclear.more, 3)} more, but not clearly so, and has ${numbers(unclear.free)}.`,
    );
  }
  const elsewhere = new Map<number, number>();
  for (const pick of picks) if (pick !== chosen && picks.length > 1) elsewhere.set(pick, (elsewhere.get(pick) ?? 0) + 1);
  for (const [pick, times] of elsewhere) {
    told.push(`Other people: in ${times} of ${picks.length} parts ${pick < 0 ? 'none' : scores[pick]!.name} was chosen.`);
  }
  if (meanAndPeak > alike)
    told.push(
      `Recordings in which mean and peak part: here they go together (r = ${signed(meanAndPeak, 2)}), and so tell little of either.`,
    );
  if (meanAndEnd > alike)
    told.push(`Recordings in which mean and end part: here they go together (r = ${signed(meanAndEnd, 2)}), and so tell little of either.`);
  return told;
}

function numbers(free: number): string {
  return free === 1 ? 'a number that is fitted' : `${free} numbers that are fitted`;
}
