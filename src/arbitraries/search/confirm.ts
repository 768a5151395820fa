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
 * Holds one case against the standard with customers that took no part in finding it. The chance of a false alarm is spent in halves over
 * confirmations (½, ¼, ⅛ …) and evenly over the looks of each, so that all together stay below `errorRate`, however often the search comes
 * back with another case. (If the standard held, each look would find a chance below `allowed` at most as often as that.)
 *
 * A function is not measured but asked: it breaks where it says so for as many separate lots of customers as a coin would need to fall on one
 * side with the allowed chance.
 */
export function confirm(judge: Judge, one: Case, number: number, errorRate: number, most: number): Confirmation | undefined {
  const share = errorRate / halvings(number);
  const looks = looksUpTo(most);
  const purpose = `confirm/${number}`;
  if (typeof judge.standard === 'function') return ask(judge, one, share, purpose);
  let last: Judgement | undefined;
  for (const customers of looks) {
    last = judge.look(one, customers, purpose);
    if (last === undefined) return undefined;
    if (isBroken(last, share / looks.length)) return { broken: true, judgement: last, purpose };
    if (last.chance > 1 - share) break;
  }
  return last && { broken: false, judgement: last, purpose };
}

/**
 * Broken where the chance that the standard holds is below `allowed`, and where it would be so even if customers of a rare kind, too rare to have
 * been seen (less than −ln(allowed) in as many as there were), all gained as much as can be.
 */
function isBroken({ chance, headroom, reach, evidence }: Judgement, allowed: number): boolean {
  return chance < allowed && -headroom > (reach * -log(allowed)) / evidence.customers;
}

export function looksUpTo(most: number): number[] {
  const looks: number[] = [];
  for (let customers = firstLook; customers < most; customers *= growth) looks.push(customers);
  return [...looks, most];
}

function ask(judge: Judge, one: Case, share: number, purpose: string): Confirmation | undefined {
  let odds = 1;
  for (let lot = 1; odds > share; lot++) {
    const judgement = judge.look(one, firstLook, `${purpose}/${lot}`);
    if (judgement === undefined) return undefined;
    if (judgement.headroom >= 0) return { broken: false, judgement, purpose: `${purpose}/${lot}` };
    odds /= 2;
    if (odds <= share) return { broken: true, judgement, purpose: `${purpose}/${lot}` };
  }
  return undefined;
}

/** 2, 4, 8, … */
function halvings(number: number): number {
  return number <= 0 ? 1 : 2 * halvings(number - 1);
}
