import { distance, misfit, together, type Misfit } from './misfit';
import type { Sample } from './sample';
import { splitCases } from './split-kinds';
import type { StepPlan } from './step-plans';
import type { Cases } from './tally';

/** Cases that are taken together, with what they are in words. */
export interface Kind {
  readonly chosen: Int32Array;
  readonly words: readonly string[];
}

/** A kind lived by customers: how long its cases took, and how long they take. */
export interface Lived {
  readonly n: number;
  readonly real: Sample;
  readonly made: Sample;
}

/** What is told apart, and how it is tried. */
export interface Telling<Made> {
  readonly cases: Cases;
  readonly whole: Kind;
  readonly plans: readonly StepPlan[];
  readonly most: number;
  /** Sends customers through. */
  readonly live: (kind: Kind) => Made;
}

/** Kinds are told apart until nothing is further off than this: mean, quartiles, and the earth mover's distance over the mean. Judgement. */
const nearEnough = 0.04;

/**
 * As few kinds as it takes for simulated and real durations to agree. What goes together in a case — who skips this also skips that, who is slow here is
 * slow there — a journey of independent steps does not hold; kinds do. The kind that is furthest off is parted first.
 */
export function tellKindsApart<Made extends Lived>({ cases, whole, plans, most, live }: Telling<Made>): Made[] {
  let kinds = [{ kind: whole, lived: live(whole), isWhole: false }];
  const part = (place: number, must: boolean): boolean => {
    const { kind } = kinds[place]!;
    const split = splitCases(cases, kind.chosen, plans, must);
    if (split === undefined) return false;
    const halves = split.parts.map((chosen, k) => {
      const half = { chosen, words: [...kind.words, split.words[k]!] };
      return { kind: half, lived: live(half), isWhole: false };
    });
    kinds = [...kinds.slice(0, place), ...halves, ...kinds.slice(place + 1)];
    return true;
  };
  // What cannot be skipped together with its wait is skipped by whole kinds, as far as half of them go.
  for (let place = 0; place < kinds.length && kinds.length <= most / 2; ) if (!part(place, true)) place++;
  while (kinds.length < most && furthest(misfitOf(kinds.map(({ lived }) => lived))) > nearEnough) {
    const all = kinds.reduce((sum, { lived }) => sum + lived.n, 0);
    const [worst] = kinds
      .map(({ lived, isWhole }, place) => ({ place, isWhole, off: (lived.n / all) * distance(lived.real, lived.made) }))
      .filter(({ isWhole }) => !isWhole)
      .sort((a, b) => b.off - a.off || a.place - b.place);
    if (worst === undefined) break;
    if (!part(worst.place, false)) kinds[worst.place]!.isWhole = true;
  }
  return kinds.map(({ lived }) => lived);
}

function furthest(off: Misfit): number {
  return Math.max(...Object.values(off));
}

/** How far all kinds together are off. */
export function misfitOf(kinds: readonly Lived[]): Misfit {
  const all = (key: 'real' | 'made'): Sample => together(kinds.map((lived) => ({ share: lived.n, sample: lived[key] })));
  return misfit(all('real'), all('made'));
}
