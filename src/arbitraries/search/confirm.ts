import { log } from '../../numerics/log';
import type { Case } from './case';
import type { Judge, Judgement } from './judge';

/** What fresh customers say. */
export interface Confirmation {
  readonly broken: boolean;
  readonly judgement: Judgement;
  /** Names the customers that decided. */
  readonly purpose: string;
}

const firstLook = 2048;
const growth = 4;

/**
 * Holds one case against the standard with customers that took no part in finding it: more and more of them, up to `most`. The `allowed` chance
 * of a false alarm is spent evenly over the looks. (If the standard held, each look would find a lower chance at most as often as that.)
 *
 * A function is not measured but asked: it breaks where it says so for as many separate lots of customers as a coin would need to fall on one
 * side with the allowed chance.
 */
export function confirm(judge: Judge, one: Case, purpose: string, allowed: number, most: number): Confirmation | undefined {
  if (typeof judge.standard === 'function') return ask(judge, one, purpose, allowed);
  const looks = looksUpTo(most);
  for (const customers of looks) {
    const judgement = judge.look(one, customers, purpose);
    if (judgement === undefined) return undefined;
    const broken = isBroken(judgement, allowed / looks.length);
    if (broken || judgement.chance > 1 - allowed || customers === most) return { broken, judgement, purpose };
  }
  return undefined;
}

function looksUpTo(most: number): number[] {
  const looks: number[] = [];
  for (let customers = firstLook; customers < most; customers *= growth) looks.push(customers);
  return [...looks, most];
}

/**
 * Broken where the chance that the standard holds is below `allowed`, and where it would be so even if customers of a rare kind, too rare to have
 * been seen (less than −ln(allowed) in as many as there were), all gained as much as can be.
 */
function isBroken({ chance, headroom, reach, evidence }: Judgement, allowed: number): boolean {
  return chance < allowed && -headroom > (reach * -log(allowed)) / evidence.customers;
}

function ask(judge: Judge, one: Case, purpose: string, allowed: number): Confirmation | undefined {
  for (let lot = 1, odds = 1 / 2; ; lot++, odds /= 2) {
    const own = `${purpose}/${lot}`;
    const judgement = judge.look(one, firstLook, own);
    if (judgement === undefined) return undefined;
    const broken = judgement.headroom < 0;
    if (!broken || odds <= allowed) return { broken, judgement, purpose: own };
  }
}
