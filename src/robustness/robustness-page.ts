import { formatNumber } from '../distributions/format-number';
import { outcomeDescriptions } from '../experience/outcomes';
import { cautionLines } from '../results/caution-lines';
import { formatDifference, grouped } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { wholePercents } from '../results/whole-percents';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import { inputName, inputValue, sharesSentence } from './input-words';
import { capital } from '../words/capital';
import { kinds, sizeWords } from './robustness-words';
import type { Flip, ParameterEffect, Robustness, VariantRobustness } from './types';

/** First the verdicts, then what to find out, then what they rest on. */
export function robustnessPage(result: Robustness): Block[] {
  const variants = inOrder(result.order.variants, result.variants);
  const { label } = outcomeDescriptions[result.outcome];
  const verdicts = variants.flatMap(([name, { sentence, overall }]): Block[] => [
    { heading: `${name}: ${label} under other assumptions` },
    { prose: [sentence, ...(overall.spread.shares === undefined ? [] : [sharesSentence(overall.spread.shares)])] },
  ]);
  const tables = variants.flatMap(([name, variant]): Block[] => {
    const effects = tornadoTable(result, variant);
    return [
      { heading: variants.length === 1 ? 'One by one' : `${name}, one by one` },
      { table: assumptionTable(result, variant) },
      ...(effects.rows.length === 0 ? [] : [{ table: effects }]),
    ];
  });
  const { customers, seed } = result.study;
  const foot = [
    `${grouped(result.sets.memory.length)} parameter sets, the same ${grouped(customers)} customers a segment in each, seed '${seed}'.`,
    `A set holds where it concludes as studied, ${sizeWords(result.outcome, result.margin)}.`,
  ];
  return [...verdicts, ...informationBlocks(result), ...tables, { prose: [...foot, ...cautionLines(result.cautions)] }];
}

/** What it would be worth to know more, and what to measure first. */
function informationBlocks({ information }: Robustness): Block[] {
  const { sentence, measureFirst } = information;
  return [
    { heading: 'What to find out first' },
    { prose: sentence },
    ...(measureFirst.length === 0
      ? []
      : [{ prose: 'Of the journeys and segments first:' }, { points: measureFirst.map((one) => capital(one.sentence)) }]),
  ];
}

/** Each memory model, peak rule and end window: what the study finds under it, and what its parameter sets do. */
function assumptionTable(result: Robustness, { overall }: VariantRobustness): Table {
  const tried = kinds.flatMap((by) => Object.entries(overall[by]).map(([name, found]) => ({ by, name, found })));
  return {
    head: ['assumption', 'difference', 'conclusion', 'sets', 'better', 'worse', ...(overall.holds === undefined ? [] : ['hold'])],
    rows: tried.map(({ by, name, found: { difference, conclusion, sets, shares, holds: share } }) => {
      const all = [shares.better, shares.worse, shares.same, shares.undecided];
      const percents = wholePercents(all);
      const [better, worse] = percents;
      // Those that hold are often all that are better: then both read the same.
      const holdText = (held: number): string => percents[all.findIndex((one) => one === held)] ?? wholePercents([held, 1 - held])[0]!;
      return [
        by === 'memory' ? name : `${by === 'peak' ? 'peak' : 'end'} ${name}`,
        formatDifference(result.outcome, difference),
        conclusion,
        String(sets),
        better!,
        worse!,
        ...(share === undefined ? [] : [holdText(share)]),
      ];
    }),
  };
}

const mostShown = 12;

/** The numbers that move the overall difference most when tried alone, widest first; those that change nothing are left out. */
function tornadoTable({ over, outcome }: Robustness, { overall }: VariantRobustness): Table {
  const width = ({ atLow, atHigh }: ParameterEffect): number =>
    Math.max(atLow, atHigh, overall.asStudied.difference) - Math.min(atLow, atHigh, overall.asStudied.difference);
  const plain = (value: number): string => formatNumber(value, 2);
  const turns = (path: string, by: Flip['by'], write: (value: number) => string): string =>
    overall.flips.flatMap((flip) => ('path' in flip && flip.by === by && flip.path === path ? [write(flip.value)] : [])).join(', ');
  const shown = [
    ...Object.entries(overall.parameters).map(([path, effect]) => {
      const { low, high } = over.parameters[path]!;
      return { name: path, effect, low: plain(low), high: plain(high), turns: turns(path, 'parameter', plain) };
    }),
    ...Object.entries(overall.inputs).map(([path, effect]) => {
      const drawn = over.inputs[path]!;
      const write = (value: number): string => inputValue(drawn, value);
      return { name: inputName(drawn), effect, low: write(drawn.low), high: write(drawn.high), turns: turns(path, 'input', write) };
    }),
  ]
    .filter(({ effect }) => width(effect) > 0)
    .sort((a, b) => width(b.effect) - width(a.effect))
    .slice(0, mostShown);
  const anyTurns = shown.some(({ turns: where }) => where !== '');
  return {
    head: ['alone', 'from', 'difference', 'to', 'difference', ...(anyTurns ? ['turns at'] : []), 'correlation'],
    rows: shown.map(({ name, effect: { atLow, atHigh, correlation }, low, high, turns: where }) => [
      name,
      low,
      formatDifference(outcome, atLow),
      high,
      formatDifference(outcome, atHigh),
      ...(anyTurns ? [where] : []),
      formatNumber(correlation, 2),
    ]),
  };
}
