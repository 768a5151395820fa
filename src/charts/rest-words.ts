import { moreToState, type Writer } from '../results/format-outcome';

/** The least number of two digits that is no smaller: what is said to be at most so much never is more. */
function roundedUp(value: number): number {
  let unit = 1;
  while (unit > value && unit > 1e-12) unit /= 10;
  while (unit * 10 <= value) unit *= 10;
  return (Math.ceil((value / unit) * 10 - 1e-9) * unit) / 10;
}

/** ` And 14 more, each by 0.02 at most. 3 do not move it.`: of what a chart leaves out, how many and how large. */
export function restWords(left: readonly number[], still: number, write: Writer, size = 'each by'): string {
  const most = roundedUp(Math.max(0, ...left));
  const text = write(most, moreToState(write, most)).replace('+', '');
  const more =
    left.length === 0 ? '' : ` And ${left.length} more, ${left.length === 1 ? size.replace('each ', '') : size} ${text} at most.`;
  return `${more}${still === 0 ? '' : ` ${still} ${still === 1 ? 'does' : 'do'} not move it.`}`;
}
