import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifference, grouped, type Writer } from '../results/format-outcome';
import { gainText, inputName, inputSource, moneyText, sourceNames } from '../robustness/input-words';
import type { Robustness, Worth } from '../robustness/types';
import { axisFor, unitOf } from './axis';
import { errorBars } from './error-bars';
import { readLook, rowChart } from './make-chart';
import type { Row } from './panel';
import { restWords } from './rest-words';
import { checkRobustness } from './robustness-shape';
import type { Chart, ChartOptions } from './types';
import { listed, studyWords } from './words';

/** What {@link informationChart} may be told. */
export interface InformationChartOptions extends ChartOptions {
  /** How many single numbers, those worth most to know, 1…200. Default 12. */
  readonly most?: number | undefined;
}

/** What could be known, and what that would be worth. */
interface Known extends Worth {
  readonly name: string;
  /** A number of the journeys or segments: it can be measured. */
  readonly isInput?: boolean;
}

/** A gain of no more than so many standard errors is not told from none. */
const told = 2;
const isTold = ({ gain, gainError }: Worth): boolean => gain > told * gainError;

/**
 * What it would be worth to know more before choosing: everything, all of one kind, one number alone; how much better whoever then takes the best would
 * do on average, with its standard error, and in money where the result has it.
 *
 * @param robustness What `robustness` returned, or the same read back from JSON.
 * @param options `most`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification, in the unit that suits the outcome.
 * @throws JourneyError for anything else than such a result, and for options that are wrong.
 *
 * @example
 * import { robustness } from 'peakend';
 * import { informationChart } from 'peakend/charts';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const tried = robustness({ baseline: call(1), variant: call(3), customers: 200, seed: 1, over: { draws: 20 } });
 * informationChart(tried, { width: 1_200 }).title.text; // 'To know more would not change this choice'
 */
export function informationChart(robustness: Robustness, options: InformationChartOptions = {}): Chart {
  const result = checkRobustness(robustness);
  const { look, read } = readLook(options, ['most']);
  const most = read.whole('most', { min: 1, max: 200, what: 'a number of rows' }) ?? 12;
  read.finish();
  const { outcome, information, sets, study } = result;
  const everything: Known = { name: 'everything', ...information.everything };
  const kinds = sourceNames.flatMap(([source, name]): Known[] =>
    information.sources[source] === undefined ? [] : [{ name, ...information.sources[source] }],
  );
  const numbers = numbersOf(result);
  const worthSome = numbers.filter(({ gain }) => gain > 0);
  const shown = worthSome.slice(0, most);
  const rows = [everything, ...kinds, ...shown];
  const unit = unitOf(
    outcome,
    rows.map(({ gain }) => gain),
    true,
  );
  const row = (known: Known): Row => rowOf(outcome, known, unit.per, known === everything);
  const write: Writer = (value, more) => formatDifference(outcome, value, more);
  const left = worthSome.slice(most).map(({ gain }) => gain);
  return rowChart(
    {
      finding: findingOf(result, numbers),
      caption: [
        `Expected gain of whoever first knows this for certain and then takes the best of the baseline and ${listed(result.order.variants)}.`,
        `Lines: ± one standard error, of ${grouped(sets.memory.length)} parameter sets.${restWords(left, 0, write, 'each worth')}${nothingWords(numbers.length - worthSome.length)}`,
        `${everything.money === undefined ? '' : 'In brackets: money over the whole population, to whoever takes what is worth most. '}${studyWords(study, true)}`,
      ],
      told: rows.map((known) => row(known).detail),
      table: {
        head: ['to know', 'is worth', ...(everything.money === undefined ? [] : ['in money'])],
        rows: rows.map((known) => [known.name, gainText(outcome, known), ...(known.money === undefined ? [] : [grouped(known.money)])]),
      },
    },
    [
      {
        groups: [
          { rows: [row(everything)] },
          ...(kinds.length === 0 ? [] : [{ heading: 'all of one kind', rows: kinds.map(row) }]),
          ...(shown.length === 0 ? [] : [{ heading: 'one number alone', rows: shown.map(row) }]),
        ],
        key: [
          { label: 'more than two standard errors', color: look.theme.main },
          { label: 'not told from nothing', color: look.theme.zero },
        ],
        body: 16,
        axis: (pixels) =>
          axisFor([0, ...rows.map(({ gain, gainError }) => (gain + gainError) / unit.per)], pixels, {
            ...unit,
            title: unit.title.replace('difference in', 'expected gain in').replace(/ \(less.*/, ''),
          }),
        marks: (place) => errorBars(place, look.theme),
      },
    ],
    look,
  );
}

/** Every number that was varied, those worth most first. */
function numbersOf({ information: { inputs, parameters }, over }: Robustness): Known[] {
  const input = (path: string): string => {
    const drawn = Object.hasOwn(over.inputs, path) ? over.inputs[path] : undefined;
    return drawn === undefined ? path : `${inputName(drawn)} (${inputSource(drawn)})`;
  };
  return [
    ...Object.entries(inputs).map(([path, worth]) => ({ name: input(path), ...worth, isInput: true })),
    ...Object.entries(parameters).map(([path, worth]) => ({ name: `${path} (model)`, ...worth })),
  ].sort((a, b) => b.gain - a.gain);
}

function nothingWords(count: number): string {
  return count === 0 ? '' : ` To know one of ${count} others alone would not change the choice.`;
}

function rowOf(outcome: OutcomeName, known: Known, per: number, isStrong: boolean): Row {
  const { name, gain, gainError, money } = known;
  const standing = isTold(known) ? 'told' : 'not told';
  return {
    label: name,
    text: `${gainText(outcome, known)}${money === undefined ? '' : ` (${grouped(money)})`}`,
    detail: `${name}: worth ${gainText(outcome, known)}${moneyText(known)}${standing === 'told' ? '' : ', not told from nothing'}`,
    isStrong,
    fields: { zero: 0, value: gain / per, low: Math.max(0, gain - gainError) / per, high: (gain + gainError) / per, standing },
  };
}

/** What cannot be told from nothing is not worth a survey. */
function findingOf({ outcome, information }: Robustness, numbers: readonly Known[]): string {
  const { everything } = information;
  const { label } = outcomeDescriptions[outcome];
  if (!(everything.gain > 0)) return 'To know more would not change this choice';
  const first = numbers.find((one) => one.isInput === true && isTold(one));
  if (first === undefined) {
    return `No number of the journey alone is clearly worth measuring first; to know everything is worth ${gainText(outcome, everything)} of ${label}`;
  }
  return `Measure first: ${first.name}, worth ${gainText(outcome, first)} of ${label}${moneyText(first)}`;
}
