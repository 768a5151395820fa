import type { RootKey } from '../random/root-key';
import { chunkSize, fillWords } from '../random/stream';
import { hashId, streamKey } from '../random/stream-key';
import type { Purpose } from '../random/purposes';

/** Words of one stream, as many as wanted: unsigned. */
export function drawWords(root: RootKey, stream: string, purpose: Purpose, count: number): Uint32Array {
  const words = new Int32Array(count);
  const key = streamKey(root, hashId(''), hashId(stream), purpose);
  for (let from = 0, chunk = 0; from < count; from += chunkSize, chunk++) {
    fillWords(key, chunk, words, from, Math.min(chunkSize, count - from));
  }
  return new Uint32Array(words.buffer);
}

/** Divides groups into parts of about as many recordings each: which part each recording is in. Groups stay whole; by chance, the same for a seed. */
export function foldsOf(groupOf: Int32Array, groups: number, folds: number, root: RootKey): Int32Array {
  const sizes = new Int32Array(groups);
  for (const group of groupOf) sizes[group]!++;
  const words = drawWords(root, 'folds', 'fold', groups);
  // Large groups first, so that parts come out alike; of one size by chance.
  const order = Array.from(sizes, (_, group) => group).sort((a, b) => sizes[b]! - sizes[a]! || words[a]! - words[b]! || a - b);
  const filled = new Float64Array(folds);
  const foldOfGroup = new Int32Array(groups);
  for (const group of order) {
    let least = 0;
    for (let fold = 1; fold < folds; fold++) if (filled[fold]! < filled[least]!) least = fold;
    foldOfGroup[group] = least;
    filled[least]! += sizes[group]!;
  }
  return groupOf.map((group) => foldOfGroup[group]!);
}
