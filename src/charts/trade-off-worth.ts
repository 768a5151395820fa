import { outcomeDescriptions } from '../experience/outcomes';
import { changeText } from '../planning/planning-words';
import { formatDifferenceWithInterval, grouped, percent } from '../results/format-outcome';
import { capital } from '../words/capital';
import type { CostAndValue, VariantWorth } from '../worth/types';
import { amountText, periodsText } from '../worth/worth-words';
import { unitOf } from './axis';
import { checkShape, intervalShape, type Shape } from './check-shape';
import { onFront } from './front';
import type { ChartParts } from './make-chart';
import { nowhere, type Point, type PointScales } from './points-view';
import { byOrder, listed, studyWords } from './words';

const change = { difference: 'number', ...intervalShape } as const satisfies Shape;
const shape: Shape = {
  outcome: 'outcome',
  rankedBy: 'text',
  periods: 'number',
  'population?': 'number',
  variants: {
    '*': {
      cost: 'number',
      change,
      'net?': change,
      'netUncertain?': intervalShape,
      ranks: { best: 'number', worst: 'number' },
      sentence: 'text',
    },
  },
  order: { variants: ['text'] },
  study: { customers: 'number', confidence: 'number', seed: 'text', segments: [{ id: 'text' }] },
};

type Ranked = readonly (readonly [string, VariantWorth])[];

/** What a chart of costs beside what they bring is made of. */
export function worthParts(given: unknown): ChartParts & { readonly points: readonly Point[]; readonly scales: PointScales } {
  const result = checkShape<CostAndValue>(given, 'what', 'cost and value', 'costAndValue', shape);
  const ranked = byOrder(result.order.variants, result.variants, 'what.variants');
  return ranked.every(([, { net }]) => net !== undefined) ? inMoney(result, ranked) : inOutcome(result, ranked);
}

const baseline = { ...nowhere, name: 'baseline', detail: 'baseline: costs nothing, brings nothing', shape: 'square' } as const;

/** In points costs cannot be paid for: there is a front, and no line. */
function inOutcome(result: CostAndValue, ranked: Ranked): ReturnType<typeof worthParts> {
  const { outcome } = result;
  const { label, better } = outcomeDescriptions[outcome];
  const found = ranked.map(
    ([
      name,
      {
        cost,
        change: { difference: y, low: yLow, high: yHigh },
        sentence,
      },
    ]) => ({
      ...{ name, x: cost, xLow: cost, xHigh: cost, y, yLow, yHigh, detail: `${name} ${sentence}`, shape: 'circle' as const },
    }),
  );
  const points = onFront([baseline, ...found], [-1, better === 'higher' ? 1 : -1]);
  const ends = points.flatMap(({ yLow, yHigh }) => [yLow, yHigh]);
  return {
    finding: `On the front of ${label} and cost: ${listed(points.filter(({ isFilled }) => isFilled).map(({ name }) => name))}`,
    caption: [
      `Nothing is said in money. Filled: no other is both cheaper and better by its means; where lines overlap it may be otherwise. ${footOf(result)}`,
    ],
    told: points.map(({ detail }) => detail),
    table: {
      head: ['', 'cost', label],
      rows: points.map(({ name, x, y, yLow, yHigh }) => [name, amountText(x), formatDifferenceWithInterval(outcome, y, yLow, yHigh)]),
    },
    points,
    scales: { x: { per: 1, title: 'cost', sign: '' }, y: unitOf(outcome, ends, true), isSigned: { x: false, y: true } },
  };
}

/** Whether it pays, by its interval, and by nine in ten parameter sets where they were tried. */
function standingOf({ net, netUncertain = net! }: VariantWorth): 'pays' | 'does not' | 'open' {
  if (Math.min(net!.low, netUncertain.low) > 0) return 'pays';
  return Math.max(net!.high, netUncertain.high) < 0 ? 'does not' : 'open';
}

const shapes = { pays: 'circle', 'does not': 'triangle-down', open: 'diamond' } as const;

function inMoney(result: CostAndValue, ranked: Ranked): ReturnType<typeof worthParts> {
  const { periods, population } = result;
  const points = ranked.map(([name, own]): Point => {
    const { cost, net, netUncertain, sentence } = own;
    const { difference, low, high } = net!;
    const standing = standingOf(own);
    return {
      ...{ name, x: cost, xLow: cost, xHigh: cost, y: difference + cost, yLow: low + cost, yHigh: high + cost },
      ...(netUncertain === undefined ? {} : { yWidest: [netUncertain.low + cost, netUncertain.high + cost] as const }),
      ...{ detail: `${name} ${sentence}`, shape: shapes[standing], isFilled: standing === 'pays' },
    };
  });
  const over = `over ${periodsText(periods)}`;
  const uncertain = ranked.some(([, { netUncertain }]) => netUncertain !== undefined)
    ? ' Thin lines: where nine in ten parameter sets lie.'
    : '';
  return {
    finding: paysFinding(ranked, over),
    caption: [
      `Value: what more returning customers bring ${over}${population === undefined ? '' : `, among ${grouped(population)} people in each`}; costs are paid once, nothing is discounted.`,
      `On the dashed line value pays for cost. Filled: above it with its whole line; triangle: below it; diamond: cannot be told.${uncertain} ${footOf(result)}`,
    ],
    told: points.map(({ detail }) => detail),
    table: {
      head: ['', 'cost', 'value', 'net'],
      rows: ranked.map(([name, { cost, net }]) => {
        const value = { difference: net!.difference + cost, low: net!.low + cost, high: net!.high + cost };
        return [name, amountText(cost), changeText(value), changeText(net!)];
      }),
    },
    points: [{ ...baseline, isFilled: true }, ...points],
    scales: {
      x: { per: 1, title: 'cost, in money', sign: '' },
      y: { per: 1, title: `value ${over}, in money`, sign: '' },
      isSigned: { x: false, y: false },
      hasDiagonal: true,
    },
  };
}

/** `Over 2 periods kind pays for its cost; kinder does not`; and which brings most, where the intervals leave no other. */
function paysFinding(ranked: Ranked, over: string): string {
  const names = (standing: ReturnType<typeof standingOf>): string[] =>
    ranked.filter(([, own]) => standingOf(own) === standing).map(([name]) => name);
  const [pays, not, open] = [names('pays'), names('does not'), names('open')];
  const one = pays.length === 1;
  const parts = [
    ...(pays.length === 0 ? [] : [`${listed(pays)} ${one ? 'pays for its cost' : 'pay for their cost'}`]),
    ...(not.length === 0
      ? []
      : [
          `${listed(not)} ${not.length === 1 ? 'does' : 'do'} not${pays.length === 0 ? ` pay for ${not.length === 1 ? 'its' : 'their'} cost` : ''}`,
        ]),
    ...(open.length === 0 ? [] : [`of ${listed(open)} it cannot be told`]),
  ];
  const [first, own] = ranked[0]!;
  const most = pays.length > 1 && own.ranks.worst === 1 ? `; ${first} brings most net of its cost` : '';
  return `${capital(over)} ${parts.join('; ')}${most}`;
}

function footOf({ study }: CostAndValue): string {
  return `Lines: ${percent(study.confidence)} interval, simulation error only. ${studyWords(study, true)}`;
}
