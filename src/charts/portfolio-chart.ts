import { formatOutcome, grouped, percent } from '../results/format-outcome';
import type { Portfolio, PortfolioJourney } from '../portfolio/types';
import { capital } from '../words/capital';
import { axisFor } from './axis';
import { checkShape, type Shape } from './check-shape';
import { errorBars } from './error-bars';
import { readLook, rowChart } from './make-chart';
import { dot, guides, span, stroke } from './marks';
import type { PanelPlace, Row } from './panel';
import type { Theme } from './theme';
import type { Chart, ChartOptions, VegaLiteSpec } from './types';
import { byOrder } from './words';

/** What {@link portfolioChart} may be told. */
export interface PortfolioChartOptions extends ChartOptions {
  /** How many journeys, those first in which most is at stake, 1…200. Default 20. */
  readonly most?: number | undefined;
}

const shape: Shape = {
  rankedBy: 'text',
  company: { people: 'number', satisfaction: 'number' },
  journeys: {
    '*': {
      people: 'number',
      satisfaction: { mean: 'number', interval: { low: 'number', high: 'number' } },
      target: 'number',
      gap: 'number',
      'pointWorth?': 'number',
      atStake: { points: 'number', 'money?': 'number' },
      'standards?': { verdict: 'text' },
    },
  },
  order: { journeys: ['text'] },
  study: { seed: 'text', customers: 'number', confidence: 'number' },
};

/** What is at stake in a journey, and how much or little it may be by the interval of its satisfaction. */
interface Stake {
  readonly name: string;
  readonly own: PortfolioJourney;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Where to redesign first: the journeys of a company by what is at stake in each, and below it how far each is from the satisfaction it should reach. A
 * broken promise is told beside the name.
 *
 * @param portfolio What `portfolio` of `peakend/decide` returned, or the same read back from JSON.
 * @param options `most`, `width` in pixels (240…4,000, default 640), `title`, `theme`.
 * @returns a frozen Vega-Lite v5 specification; at stake are people times points, or money where the result is ranked by it.
 * @throws JourneyError for anything else than such a result, and for options that are wrong.
 *
 * @example
 * import { portfolio } from 'peakend/decide';
 * import { portfolioChart } from 'peakend/charts';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const company = portfolio({ journeys: { sales: { journey: call(3), people: 900 }, help: { journey: call(-1), people: 500 } }, seed: 1 });
 * portfolioChart(company, { width: 1_200 }).title.text; // 'Most is at stake in help: 13,517 people × points a period'
 */
export function portfolioChart(portfolio: Portfolio, options: PortfolioChartOptions = {}): Chart {
  const result = checkShape<Portfolio>(portfolio, 'portfolio', 'portfolio', 'portfolio', shape);
  const { look, read } = readLook(options, ['most']);
  const most = read.whole('most', { min: 1, max: 200, what: 'a number of journeys' }) ?? 20;
  read.finish();
  const isMoney = result.rankedBy === 'money';
  const all = byOrder(result.order.journeys, result.journeys, 'portfolio.journeys').map(([name, own]) => stakeOf(name, own, isMoney));
  const shown = all.slice(0, most);
  const unit = isMoney ? 'in money' : 'people × points';
  const stakes = shown.map(({ name, own, value, low, high }) =>
    rowOf(name, own, `${grouped(value)}`, { zero: 0, value, low, high, standing: 'told' }),
  );
  const levels = shown.map(({ name, own }) => levelRow(name, own));
  const { company, study } = result;
  const left = all.length - shown.length;
  return rowChart(
    {
      finding: findingOf(all, unit),
      caption: [
        `At stake: what closing the gap to the target would bring in one period${isMoney ? ', at what a point is worth now' : ''}. It says where there is room, not that a redesign would fill it.${left === 0 ? '' : ` ${left} more journeys have less at stake.`}`,
        `All journeys: ${grouped(company.people)} people a period, satisfaction ${points(company.satisfaction)}. Lines: ${percent(study.confidence)} interval, simulation error only. ${grouped(study.customers)} customers a segment in each journey, seed '${study.seed}'.`,
      ],
      told: shown.map(({ name, own }) => `${nameOf(name, own)}: ${own.sentence}`),
      table: {
        head: ['journey', `at stake, ${unit}`, 'satisfaction', 'target', 'people'],
        rows: shown.map(({ name, own, value }) => [
          nameOf(name, own),
          grouped(value),
          levelText(own),
          points(own.target),
          grouped(own.people),
        ]),
      },
    },
    [
      {
        groups: [{ rows: stakes }],
        body: 16,
        axis: (pixels) => axisFor([0, ...shown.map(({ high }) => high)], pixels, { title: `at stake in one period, ${unit}`, sign: '' }),
        marks: (place) => errorBars(place, look.theme),
      },
      {
        heading: 'How far each is from its target',
        groups: [{ rows: levels }],
        key: [
          { label: 'satisfaction', color: look.theme.main, shape: 'circle' },
          { label: 'target', color: look.theme.ink, shape: 'M0,-0.9L0,0.9' },
        ],
        body: 18,
        axis: (pixels) =>
          axisFor(
            shown.flatMap(({ own: { satisfaction, target } }) => [satisfaction.interval.low, satisfaction.interval.high, target]),
            pixels,
            { title: 'satisfaction (0 to 100)', sign: '', within: [0, 100] },
          ),
        marks: (place) => levelMarks(place, look.theme),
      },
    ],
    look,
  );
}

function stakeOf(name: string, own: PortfolioJourney, isMoney: boolean): Stake {
  const { people, target, satisfaction, pointWorth = 0, atStake } = own;
  const worth = isMoney ? Math.max(0, pointWorth) : people;
  const at = (level: number): number => worth * Math.max(0, target - level);
  const value = Math.max(0, isMoney ? (atStake.money ?? 0) : atStake.points);
  return { name, own, value, low: Math.min(value, at(satisfaction.interval.high)), high: Math.max(value, at(satisfaction.interval.low)) };
}

/** A journey is said to have most at stake where no other's interval reaches into its own. */
function findingOf(ranked: readonly Stake[], unit: string): string {
  const [first, ...others] = ranked;
  if (first === undefined || !(first.value > 0)) return 'No journey is short of its target';
  const near = others.filter(({ high }) => high > first.low).map(({ name }) => name);
  const size = `${grouped(first.value)} ${unit} a period`;
  if (near.length === 0) return `Most is at stake in ${first.name}: ${size}`;
  const [other] = near;
  return `${capital(first.name)} has most at stake by its mean, ${size}, but ${near.length === 1 ? other! : `${near.length} others`} cannot be told from it`;
}

const points = (value: number): string => formatOutcome('satisfaction', value);

function nameOf(name: string, { standards }: PortfolioJourney): string {
  return standards?.verdict === 'fails' ? `${name} (breaks a promise)` : name;
}

function levelText({ satisfaction: { mean, interval } }: PortfolioJourney): string {
  return interval.low === interval.high ? points(mean) : `${points(mean)} (${points(interval.low)} to ${points(interval.high)})`;
}

function rowOf(name: string, own: PortfolioJourney, text: string, fields: Row['fields']): Row {
  const label = nameOf(name, own);
  return { label, text, detail: `${label}: ${own.sentence}`, fields };
}

function levelRow(name: string, own: PortfolioJourney): Row {
  const { mean, interval } = own.satisfaction;
  const text = own.gap > 0 ? `${points(own.gap)} short of ${points(own.target)}` : `at its target of ${points(own.target)}`;
  return rowOf(name, own, text, { value: mean, low: interval.low, high: interval.high, target: own.target });
}

function levelMarks(place: PanelPlace, theme: Theme): VegaLiteSpec[] {
  const short = place.values.filter((value) => (value['target'] as number) > (value['value'] as number));
  return [
    ...guides(place, theme),
    span(place, ['value', 'target'], { strokeWidth: 6, color: theme.soft }, {}, short),
    span(place, ['low', 'high'], { strokeWidth: 2.5, color: theme.main }),
    stroke(place, 'target', 14, { color: theme.ink }),
    dot(place, 'value', { color: theme.main }),
  ];
}
