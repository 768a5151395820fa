import type { Precedence } from './precedence';

/** Alternatives are hardly ever together: in at most this share of the cases of the rarer. Judgement. */
const mostTogether = 0.02;
/** So many cases would have both if one said nothing of the other; fewer prove nothing. Judgement. */
const leastExpected = 3;
/** A step may move to its alternatives where no larger share of its cases is then out of order. Judgement. */
const mostMoved = 0.05;

/**
 * The steps of an order, each a list: one activity, or several of which a case has only one, the most frequent first. Alternatives stand at one
 * place: next to each other, or where next to each other suits nearly all cases.
 */
export function findAlternatives(order: readonly number[], { kept, has, before }: Precedence, cases: number): number[][] {
  const size = kept.length;
  const net = (a: number, b: number): number => before[a * size + b]! - before[b * size + a]!;
  const together = (a: number, b: number): number => before[a * size + b]! + before[b * size + a]!;
  const left = [...order];
  const steps: number[][] = [];
  while (left.length > 0) {
    const group = [left.shift()!];
    for (let place = 0; place < left.length;) {
      const one = left[place]!;
      const others = group.reduce((sum, member) => sum + has[member]!, 0);
      const apart = group.every((member) => together(member, one) <= mostTogether * Math.min(has[member]!, has[one]!));
      const lost = left.slice(0, place).reduce((sum, between) => sum + Math.max(0, net(between, one)), 0);
      if (apart && (others * has[one]!) / cases >= leastExpected && lost <= mostMoved * has[one]!) {
        group.push(one);
        left.splice(place, 1);
      } else place++;
    }
    steps.push(group.sort((a, b) => has[b]! - has[a]! || a - b));
  }
  return steps;
}
