import { unknownName } from '../errors/unknown-name';
import { at } from '../errors/wording';
import { outcomeDescriptions, outcomeNames, type OutcomeName } from '../experience/outcomes';
import { formatNumber } from '../distributions/format-number';
import { writtenMargin } from '../results/written-margin';
import { checkResult } from '../results/check-result';
import { completersWords } from '../results/completers-words';
import { differenceIn } from '../results/comparison-words';
import { formatDifferenceWithInterval, percent } from '../results/format-outcome';
import { variantNames } from '../results/order';
import type { AnyComparison, Comparison, Differences, Difference } from '../results/types';
import type { Redesigns } from '../search/types';
import type { CostAndValue } from '../worth/types';
import { peek } from '../plain/plain-object';
import { unitOf, type Unit } from './axis';
import { makeChart, readLook } from './make-chart';
import { onFront } from './front';
import { nowhere, pointViews, type Point } from './points-view';
import { searchParts } from './trade-off-search';
import { worthParts } from './trade-off-worth';
import type { Chart, ChartOptions } from './types';
import { knownOutcome, listed, studyWords } from './words';
import { capital } from '../words/capital';

/** What {@link tradeOffChart} may be told. */
export interface TradeOffChartOptions extends ChartOptions {
  /** The outcome from left to right. Default: clock time, or the first other than `y`. Not beside `costs`. */
  readonly x?: OutcomeName | undefined;
  /** The outcome upwards. Default: the one that the comparison's sentences speak of. */
  readonly y?: OutcomeName | undefined;
  /** What each variant costs more than the baseline, by name, in any unit of your own; then from left to right. Default: none. */
  readonly costs?: { readonly [variant: string]: number } | undefined;
}

/**
 * Variants by what they change in two outcomes, or in one and what they cost: each as a point with its intervals, the baseline where nothing changes. Those
 * on the front are filled: no other is better on both by its means. Of what `costAndValue` found in money: each by its cost and by what it brings,
 * beside the line where the one pays for the other. Of what `findRedesigns` or `bestOrder` found: each design by its cost and by the first objective.
 *
 * @param what What `compare`, or `costAndValue`, `findRedesigns` or `bestOrder` of `peakend/decide`, returned, or the same read back from JSON.
 * @param options Of a comparison `x`, `y`, `costs`; `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification; both axes show the difference to the baseline.
 * @throws JourneyError for anything but such a result, for options that are wrong, and for outcomes that the result does not have.
 *
 * @example
 * import { compare } from 'peakend';
 * import { tradeOffChart } from 'peakend/charts';
 * const call = (duration, affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration, affect }] });
 * const verdict = compare({ baseline: call(300, 1), variants: { longer: call(400, 3), worse: call(400, 0) }, customers: 500, seed: 1 });
 * tradeOffChart(verdict, { x: 'clockDuration', width: 1_200 }).title.text; // 'On the front of satisfaction and clock time: baseline and longer'
 */
export function tradeOffChart(what: AnyComparison | CostAndValue | Redesigns, options: TradeOffChartOptions = {}): Chart {
  const kind = peek(what, 'kind');
  const partsOf = kind === 'cost and value' ? worthParts : kind === 'redesigns' ? searchParts : undefined;
  if (partsOf === undefined) return comparedChart(checkResult(what, 'comparison', 'comparison'), options);
  const { look, read } = readLook(options, ['x', 'y', 'costs']);
  for (const key of ['x', 'y', 'costs'] as const)
    if (read.has(key)) read.fault(key, 'nothing here: costs and values are in the result', { code: 'conflict' });
  read.finish();
  const { points, scales, ...parts } = partsOf(what);
  return makeChart(parts, pointViews(points, scales, look), look);
}

function comparedChart(result: Comparison, options: TradeOffChartOptions): Chart {
  const { look, read } = readLook(options, ['x', 'y', 'costs']);
  const names = variantNames(result);
  const has = (name: OutcomeName): boolean => names.every((variant) => differenceIn(result.variants[variant]!.overall, name) !== undefined);
  const y = knownOutcome(read.written.y ?? (has(result.leading) ? result.leading : outcomeNames.find(has)), 'y', has, read.issues)!;
  const costs = read.record<string>('costs', 'costs by variant');
  if (costs !== undefined && read.has('x')) read.fault('x', 'x or costs, not both', { code: 'conflict' });
  const others: readonly OutcomeName[] = ['clockDuration', 'perceivedDuration', ...outcomeNames];
  const usual = others.find((name) => name !== y && has(name)) ?? y;
  const x = costs === undefined ? knownOutcome(read.written.x ?? usual, 'x', has, read.issues)! : undefined;
  if (costs !== undefined) {
    for (const name of names) costs.needed(name, { min: -1e12, max: 1e12 });
    for (const key of Object.keys(costs.written)) if (!names.includes(key)) read.issues.push(unknownName(at('costs', key), key, names));
  }
  read.finish();
  const raw = names.map((name) => pointOf(result, name, x, y, costs?.written[name] as number | undefined));
  const baselineName = names.includes('baseline') ? result.baseline.journey.name : 'baseline';
  const all = [{ ...nowhere, name: baselineName, detail: `${baselineName}: where nothing changes`, shape: 'square' as const }, ...raw];
  const better = [x === undefined ? 'lower' : outcomeDescriptions[x].better, outcomeDescriptions[y].better].map((way) =>
    way === 'higher' ? 1 : -1,
  );
  const points = onFront(all, better);
  const xUnit: Unit =
    x === undefined
      ? { per: 1, title: 'extra cost', sign: '' }
      : unitOf(
          x,
          points.flatMap(({ xLow, xHigh }) => [xLow, xHigh]),
          true,
        );
  const yUnit = unitOf(
    y,
    points.flatMap(({ yLow, yHigh }) => [yLow, yHigh]),
    true,
  );
  const front = points.filter(({ isFilled }) => isFilled).map(({ name }) => name);
  const apart = names.flatMap((name) =>
    [x, y].flatMap((outcome) => {
      const words = outcome === undefined ? '' : otherwise(result.variants[name]!.overall, outcome);
      return words === '' ? [] : [`${name}, ${outcomeDescriptions[outcome!].label}${words}`];
    }),
  );
  const [xName, yName] = [x === undefined ? 'cost' : outcomeDescriptions[x].label, outcomeDescriptions[y].label];
  return makeChart(
    {
      finding: `On the front of ${yName} and ${xName}: ${listed(front)}`,
      caption: [
        `Differences from ${result.baseline.journey.name}. Filled: no other is better on both by its means; where lines overlap it may be otherwise. Lines: ${percent(result.study.confidence)} interval, simulation error only. ${studyWords(result.study, true)}`,
        ...(apart.length === 0 ? [] : [`${listed(apart)}.`]),
      ],
      told: points.map(({ detail, isFilled }) => `${detail}${isFilled ? ', on the front' : ''}`),
      table: { head: ['journey', capital(xName), capital(yName), 'on the front'], rows: points.map((point) => tableRow(point, x, y)) },
    },
    pointViews(points, { x: xUnit, y: yUnit, isSigned: { x: x !== undefined, y: true } }, look),
    look,
  );
}

/** A place on the chart is that of all; where those who complete both would lie elsewhere, the words say so. */
function otherwise(overall: Differences, outcome: OutcomeName): string {
  const words = completersWords(overall, outcome);
  return words === undefined ? '' : ` (${words})`;
}

function tableRow(
  { x, xLow, xHigh, y, yLow, yHigh, name, isFilled }: Point,
  xOutcome: OutcomeName | undefined,
  yOutcome: OutcomeName,
): string[] {
  return [
    name,
    xOutcome === undefined ? formatNumber(x, 2) : formatDifferenceWithInterval(xOutcome, x, xLow, xHigh),
    formatDifferenceWithInterval(yOutcome, y, yLow, yHigh),
    isFilled ? 'yes' : '',
  ];
}

function pointOf(
  result: Comparison,
  name: string,
  x: OutcomeName | undefined,
  y: OutcomeName,
  cost: number | undefined,
): Omit<Point, 'isFilled'> {
  const { overall } = result.variants[name]!;
  const up = differenceIn(overall, y)!;
  const along = x === undefined ? undefined : differenceIn(overall, x)!;
  const text = (outcome: OutcomeName, { difference, interval }: Difference): string =>
    `${outcomeDescriptions[outcome].label} ${formatDifferenceWithInterval(outcome, difference, interval.low, interval.high, writtenMargin(outcome, result))}${otherwise(overall, outcome)}`;
  const first = along === undefined ? `cost ${formatNumber(cost!, 2)}` : text(x!, along);
  return {
    name,
    x: along?.difference ?? cost!,
    xLow: along?.interval.low ?? cost!,
    xHigh: along?.interval.high ?? cost!,
    y: up.difference,
    yLow: up.interval.low,
    yHigh: up.interval.high,
    detail: `${name}: ${text(y, up)}, ${first}`,
    shape: 'circle',
  };
}
