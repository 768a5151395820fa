import { rootKey } from '../random/root-key';
import { chunkSize, fillWords, uniformFromWord } from '../random/stream';
import { hashId, streamKey } from '../random/stream-key';
import type { Paths } from './paths';
import type { Tally } from './tally';

/**
 * The share of customers who would live a set of steps that no case had: steps are drawn each by itself within a kind, so what always goes together in
 * the log, or never, need not in the journey. By 2,048 customers of each kind, with its skips and dropouts.
 */
export function unseenSets(kinds: readonly { readonly n: number; readonly tally: Tally }[], paths: Paths): number {
  const seen = seenSets(paths);
  const root = rootKey('journey-from-log');
  const whole = kinds.reduce((sum, { n }) => sum + n, 0);
  let unseen = 0;
  for (const [k, { n, tally }] of kinds.entries()) {
    const sets: string[] = Array.from({ length: chunkSize }, () => '');
    const isGone = new Uint8Array(chunkSize);
    for (const [place, { asked, had, left }] of tally.steps.entries()) {
      const taken = asked > 0 ? had / asked : 0;
      const leaves = had > 0 ? left / had : 0;
      const [takes, goes] = (['skip', 'dropout'] as const).map((purpose) => {
        const words = new Int32Array(chunkSize);
        fillWords(streamKey(root, hashId(`${k}`), hashId(`${place}`), purpose), 0, words, 0, chunkSize);
        return words;
      });
      for (let i = 0; i < chunkSize; i++) {
        if (isGone[i] === 1 || uniformFromWord(takes![i]!) >= taken) continue;
        sets[i] += `${place} `;
        if (uniformFromWord(goes![i]!) < leaves) isGone[i] = 1;
      }
    }
    const strange = sets.filter((set) => !seen.has(set)).length;
    unseen += (n / whole) * (strange / chunkSize);
  }
  return unseen;
}

/** Which steps each case had, in the order of the journey. */
function seenSets({ from, step, steps }: Paths): ReadonlySet<string> {
  const seen = new Set<string>();
  const had = new Int32Array(steps.length).fill(-1);
  for (let one = 0; one + 1 < from.length; one++) {
    for (let i = from[one]!; i < from[one + 1]!; i++) had[step[i]!] = one;
    let set = '';
    for (let place = 0; place < steps.length; place++) if (had[place] === one) set += `${place} `;
    seen.add(set);
  }
  return seen;
}
