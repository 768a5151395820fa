import type { RootKey } from './root-key';
import { chunkSize, fillWords, uniformFromWord } from './stream';
import { hashId, streamKey } from './stream-key';

/** Numbers between 0 and 1, one after the other, on a stream of its own: no segment has an empty id, and no parameter such a name. */
export function uniforms(root: RootKey, name: string): () => number {
  const key = streamKey(root, hashId(''), hashId(name), 'parameter');
  const words = new Int32Array(chunkSize);
  let taken = 0;
  return () => {
    if (taken % chunkSize === 0) fillWords(key, taken / chunkSize, words, 0, chunkSize);
    return uniformFromWord(words[taken++ % chunkSize]!);
  };
}
