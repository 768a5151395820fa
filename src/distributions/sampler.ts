import { compileQuantileTable } from './compile-table';
import { simplify, type Distribution } from './families';
import type { Sampler } from './fill-columns';

/** The sampler of a distribution that has been checked. Tables take one to ten milliseconds: compile once and keep it. */
export function compileSampler(distribution: Distribution): Sampler {
  const { sampler, law: makeLaw } = simplify(distribution);
  if (sampler !== undefined) return sampler();
  const law = makeLaw();
  // A law whose variance is below every number has one value, as far as numbers can tell.
  if (law.variance === 0) return { kind: 'constant', input: 'none', value: law.mean };
  return { kind: 'table', input: 'normal', table: compileQuantileTable(law) };
}
