import { isMade } from '../plain/made-here';
import { compileQuantileTable } from './compile-table';
import { lawOf, simplify, type Distribution } from './families';
import type { Sampler } from './fill-columns';

const tables = /* @__PURE__ */ new WeakMap<Distribution, Sampler>();

/** The sampler of a distribution that has been checked. A table takes one to ten milliseconds: once for a distribution that nobody can change. */
export function compileSampler(distribution: Distribution): Sampler {
  const known = tables.get(distribution);
  if (known !== undefined) return known;
  const { sampler } = simplify(distribution);
  if (sampler !== undefined) return sampler();
  const law = lawOf(distribution);
  // A law whose variance is below every number has one value, as far as numbers can tell.
  if (law.variance === 0) return { kind: 'constant', input: 'none', value: law.mean };
  const table: Sampler = { kind: 'table', input: 'normal', table: compileQuantileTable(law) };
  if (isMade('distribution', distribution)) tables.set(distribution, table);
  return table;
}
