import { formatNumber } from '../distributions/format-number';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { changeText } from '../planning/planning-words';
import { formatDifferenceWithInterval, grouped } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { CostAndValue, VariantWorth } from './types';

/** `costs 400,000, brings satisfaction +0.4 (…) and 147,554 (…) a period: net −252,446 (…), paid back after 2.7 periods`. */
export function worthSentence(outcome: OutcomeName, periods: number, own: Omit<VariantWorth, 'sentence'>): string {
  const { cost, change, worth, net, payback, verdict } = own;
  const costs = cost < 0 ? `saves ${amountText(-cost)}` : cost === 0 ? 'costs nothing' : `costs ${amountText(cost)}`;
  const brings = `changes ${outcomeDescriptions[outcome].label} by ${formatDifferenceWithInterval(outcome, change.difference, change.low, change.high)}`;
  const money = worth === undefined ? '' : ` and is worth ${changeText(worth)} a period`;
  const whole = net === undefined ? '' : `: net ${changeText(net)} over ${periodsText(periods)}`;
  const paid = payback === undefined ? '' : `, paid back after ${periodsText(payback)}`;
  const sure = verdict === undefined ? '' : ` (${verdict === 'depends' ? 'depends on what we do not know' : verdict})`;
  return `${costs}, ${brings}${money}${whole}${paid}${sure}`;
}

/** The first by rank, and who else could be. */
export function costAndValueSentence(ranked: readonly (readonly [string, VariantWorth])[], by: CostAndValue['rankedBy']): string {
  const [[first, own]] = ranked as readonly [readonly [string, VariantWorth]];
  const others = ranked.slice(1).filter(([, { ranks }]) => ranks.best === 1);
  const what = by === 'net' ? 'net of costs' : 'by what it changes';
  const open = others.length === 0 ? '' : ` The intervals leave open whether ${others.map(([name]) => name).join(' or ')} comes first.`;
  return oneLine(`${ranked.length === 1 ? '' : `First ${what}: `}${first} ${own.sentence}.${open}`);
}

export function costAndValuePage(result: CostAndValue): Block[] {
  const { outcome, population, periods, rankedBy } = result;
  const ranked = inOrder(result.order.variants, result.variants);
  const money = ranked.some(([, { worth }]) => worth !== undefined);
  const uncertain = ranked.some(([, { netUncertain }]) => netUncertain !== undefined);
  const verdicts = ranked.some(([, { verdict }]) => verdict !== undefined);
  const label = outcomeDescriptions[outcome].label;
  const inUnit = (change: VariantWorth['change'] | undefined): string =>
    change === undefined ? '–' : formatDifferenceWithInterval(outcome, change.difference, change.low, change.high);
  const inMoney = (change: VariantWorth['worth']): string => (change === undefined ? '–' : changeText(change));
  const head = [
    ...['', 'rank', 'costs', label, 'per 10,000'],
    ...(money ? ['worth a period', periods === 1 ? 'net' : `net, ${periodsText(periods)}`, 'paid back after'] : []),
    ...(uncertain ? ['net, nine in ten'] : []),
    ...(verdicts ? ['verdict'] : []),
  ];
  const rows = ranked.map(([name, own]) => [
    ...[name, ranksText(own), amountText(own.cost), inUnit(own.change), inUnit(own.changePer10000)],
    ...(money ? [inMoney(own.worth), inMoney(own.net), own.payback === undefined ? '–' : periodsText(own.payback)] : []),
    ...(uncertain
      ? [own.netUncertain === undefined ? '–' : `${amountText(own.netUncertain.low)} to ${amountText(own.netUncertain.high)}`]
      : []),
    ...(verdicts ? [own.verdict ?? '–'] : []),
  ]);
  const unpriced = ranked
    .filter(([, own]) => own.unpriced > 0)
    .map(
      ([name, own]) =>
        `${name}: ${own.unpriced} of its edits ${own.unpriced === 1 ? 'names no cost and counts' : 'name no cost and count'} as none.`,
    );
  const meaning = money
    ? `Worth: what more returning customers bring among ${grouped(population!)} people a period (returnValue). Costs are paid once, in the same money; nothing is discounted.`
    : `Costs are in the unit of the edits. Nothing is said in money: ${missingText(result)}.`;
  const foot = `Ranked ${rankedBy === 'net' ? 'by net' : 'by the change'}; in brackets what the intervals leave open: simulation error only.`;
  return [{ title: result.sentence }, { table: { head, rows } }, { prose: [meaning, foot, ...unpriced] }];
}

/** Why there is no money: all that is missing. */
function missingText({ population, study: { segments, outcomes } }: CostAndValue): string {
  const valued = segments.some(({ returnValue }) => returnValue !== undefined);
  const reasons = [
    ...(valued ? [] : ['segments name no returnValue']),
    ...(valued && !outcomes.includes('value') ? ["the comparison has no 'value' among its outcomes"] : []),
    ...(population === undefined ? ['nobody says how many people go through (population)'] : []),
  ];
  return reasons.join(', and ');
}

function ranksText({ rank, ranks: { best, worst } }: VariantWorth): string {
  return best === worst ? String(rank) : `${rank} (${best} to ${worst})`;
}

export function periodsText(periods: number): string {
  const text = periods < 0.05 ? 'less than 0.1' : periods < 10 ? formatNumber(periods, 1) : grouped(periods);
  return `${text} period${text === '1' ? '' : 's'}`;
}

/** Whole, with thousands apart; small amounts with their cents. */
export function amountText(value: number): string {
  if (Math.abs(value) < 100) return formatNumber(value, 2);
  return `${value < 0 ? '−' : ''}${grouped(Math.abs(value))}`;
}
