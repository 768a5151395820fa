import { fingerprint } from './golden.mjs';

/**
 * What a pool of two workers makes of a few tasks, and how it fails; for run.mjs to compare between engines. The pool is left open: a program has to end
 * all the same.
 */
export async function pooled({ createPool }) {
  const pool = createPool({ workers: 2 });
  const results = await pool.run([1, 2, 3, 4, 5].map((number) => ({ kind: 'square', number: number / 7 })));
  const { code, message } = await pool.run([{ kind: 'no such kind' }]).catch((error) => error);
  const json = JSON.stringify({ results, code, message });
  return { workers: `${fingerprint(json)} of ${json.length} characters` };
}
