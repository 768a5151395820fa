import { formatNumber } from '../distributions/format-number';
import { outcomeDescriptions } from '../experience/outcomes';
import { changeText } from '../planning/planning-words';
import type { PopulationImpact } from '../planning/types';
import type { Edit } from '../redesign/types';
import { differenceIn } from '../results/comparison-words';
import { formatDifferenceWithInterval, grouped } from '../results/format-outcome';
import { inOrder, variantNames } from '../results/order';
import type { Comparison } from '../results/types';
import type { Section } from './report-blocks';

/** What each variant costs beside what it brings: money where the study says what a returning customer is worth, else what it changes for people. */
export function costAndValue(
  result: Comparison,
  proposals: ReadonlyMap<string, readonly Edit[]>,
  impact: PopulationImpact | undefined,
): Section[] {
  const priced = inOrder(variantNames(result), result.variants).flatMap(([name, variant]) => {
    const edits = proposals.get(name) ?? [];
    const costs = edits.flatMap(({ cost }) => (cost === undefined ? [] : [cost]));
    return costs.length === 0
      ? []
      : [{ name, variant, cost: costs.reduce((sum, one) => sum + one, 0), unpriced: edits.length - costs.length }];
  });
  if (priced.length === 0) return [];
  const { leading, margin } = result;
  const money = impact !== undefined && priced.some(({ name }) => impact.variants[name]?.overall.money !== undefined);
  const rows = priced.map(({ name, variant, cost }) => {
    const { difference, interval } = differenceIn(variant.overall, leading)!;
    const worth = impact?.variants[name]?.overall.money;
    return [
      name,
      amount(cost),
      formatDifferenceWithInterval(leading, difference, interval.low, interval.high, margin[leading]),
      ...(money ? [worth === undefined ? '–' : changeText(worth)] : []),
      ...(money
        ? [worth === undefined ? '–' : changeText({ difference: worth.difference - cost, low: worth.low - cost, high: worth.high - cost })]
        : []),
    ];
  });
  const head = ['', 'costs', outcomeDescriptions[leading].label, ...(money ? ['worth', 'worth less costs'] : [])];
  const unpriced = priced
    .filter((one) => one.unpriced > 0)
    .map((one) => `${one.name}: ${one.unpriced} of its edits name no cost and count as none.`);
  const meaning = money
    ? `Worth is what more returning customers bring, once, among ${grouped(impact.population)} people (returnValue); costs are in the unit of the edits, read as the same money. Intervals are simulation error only.`
    : 'Costs are in the unit of the edits. What it is worth in money is not said: segments name no returnValue, or the study no population.';
  return [{ heading: 'What it costs, and what it brings', blocks: [{ table: { head, rows } }, { prose: [meaning, ...unpriced] }] }];
}

/** Whole, with thousands apart; small amounts with their cents. */
function amount(value: number): string {
  if (Math.abs(value) < 100) return formatNumber(value, 2);
  return `${value < 0 ? '−' : ''}${grouped(Math.abs(value))}`;
}
