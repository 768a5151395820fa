import { unfit } from '../errors/wording';
import { readProposals } from './read-proposals';
import { reading } from '../plain/reading';
import { checkResult } from '../results/check-result';
import { variantNames } from '../results/order';
import type { Comparison } from '../results/types';
import type { Robustness } from '../robustness/types';
import { pageOf } from '../words/display';
import { peek } from '../plain/plain-object';

/** A comparison, and what is held against it. */
export interface ReadCostAndValue {
  readonly comparison: Comparison;
  readonly population: number | undefined;
  readonly periods: number;
  readonly costs: ReadonlyMap<string, { readonly cost: number; readonly unpriced: number }>;
  readonly robustness: Robustness | undefined;
}

const optionNames = ['proposals', 'costs', 'population', 'periods', 'robustness'] as const;

export function readCostAndValue(result: unknown, options: unknown): ReadCostAndValue {
  const comparison = checkResult(result, 'result', 'comparison');
  const read = reading(options, optionNames, { path: 'options', asTheyAre: ['proposals', 'robustness'] });
  const names = variantNames(comparison);
  const population = read.number('population', { min: 0, max: 1e12, what: 'a number of people' }) ?? comparison.study.population;
  const periods = read.number('periods', { min: Number.MIN_VALUE, max: 1_000, what: 'a number of periods' }) ?? 1;
  const robustness = read.by('robustness', (value, path, issues) => {
    if (peek(value, 'kind') === 'robustness' && pageOf(value) !== undefined) return value as Robustness;
    issues.push(unfit(value, path, 'what robustness returned'));
    return undefined;
  });
  if (read.has('costs') && read.has('proposals')) read.fault('costs', 'either costs or proposals', { code: 'conflict' });
  const costs = new Map<string, { cost: number; unpriced: number }>();
  const own = read.record('costs', 'a cost for each variant by name', names);
  for (const name of names) {
    const cost = own?.number(name, { min: -1e15, max: 1e15, what: 'a cost' });
    if (cost !== undefined) costs.set(name, { cost, unpriced: 0 });
  }
  if (read.has('proposals')) {
    for (const [name, edits] of readProposals(read.written.proposals, names, 'proposals', read.issues)) {
      const named = edits.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
      costs.set(name, { cost: named.reduce((sum, one) => sum + one, 0), unpriced: edits.length - named.length });
    }
  }
  read.finish();
  return { comparison, population, periods, costs, robustness };
}
