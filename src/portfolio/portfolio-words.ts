import { formatOutcome, grouped, percent, signed } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { cautionLines } from '../results/caution-lines';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { Portfolio, PortfolioJourney } from './types';

/** `satisfaction 46.0, 12.3 short of 58.3, for 12,000 people: 147,600 points at stake, worth 88,000`. */
export function journeySentence(own: Omit<PortfolioJourney, 'sentence'>): string {
  const { people, satisfaction, gap, target, atStake, standards } = own;
  const points = (value: number): string => formatOutcome('satisfaction', value);
  const short = gap > 0 ? `${points(gap)} short of ${points(target)}` : `at its target of ${points(target)}`;
  const stake = gap > 0 ? `: ${stakeText(atStake)}` : '';
  const promises = standards === undefined ? '' : `. ${standards.sentence.replace(/\.$/, '')}`;
  return `satisfaction ${points(satisfaction.mean)}, ${short}, for ${grouped(people)} people${stake}${promises}`;
}

function stakeText({ points, money }: PortfolioJourney['atStake']): string {
  const inPoints = `${grouped(points)} people times points at stake`;
  return money === undefined ? inPoints : `${inPoints}, worth ${grouped(Math.max(0, money))} a period at what a point is worth now`;
}

/** Where to redesign first. */
export function portfolioSentence(ranked: readonly (readonly [string, PortfolioJourney])[], by: Portfolio['rankedBy']): string {
  const [[first, own]] = ranked as readonly [readonly [string, PortfolioJourney]];
  if (own.gap === 0) return 'No journey is short of its target.';
  const failing = ranked.filter(([, { standards }]) => standards?.verdict === 'fails').map(([name]) => name);
  const broken = failing.length === 0 ? '' : ` Promises are broken in ${failing.join(', ')}.`;
  return oneLine(`Redesign ${first} first, by ${by === 'money' ? 'money' : 'people times points'} at stake: ${own.sentence}.${broken}`);
}

const mostSteps = 3;

export function portfolioPage(result: Portfolio): Block[] {
  const { company, rankedBy } = result;
  const ranked = inOrder(result.order.journeys, result.journeys);
  const points = (value: number): string => formatOutcome('satisfaction', value);
  const money = ranked.some(([, { pointWorth }]) => pointWorth !== undefined);
  const promised = ranked.some(([, { standards }]) => standards !== undefined);
  const head = [
    ...['journey', 'people', 'satisfaction', 'pull', 'target', 'gap', 'people × points'],
    ...(money ? ['a point is worth', 'at stake'] : []),
    ...(promised ? ['promises'] : []),
  ];
  const rows = ranked.map(([name, own]) => [
    name,
    grouped(own.people),
    `${points(own.satisfaction.mean)} (${points(own.satisfaction.interval.low)} to ${points(own.satisfaction.interval.high)})`,
    signed(own.pull, 1),
    points(own.target),
    points(own.gap),
    grouped(own.atStake.points),
    ...(money ? [inMoney(own.pointWorth), inMoney(own.atStake.money)] : []),
    ...(promised ? [own.standards?.verdict ?? '–'] : []),
  ]);
  const cautions = ranked.flatMap(([name, own]) => own.cautions.map((one) => ({ ...one, message: `${name}: ${one.message}` })));
  return [
    { title: result.sentence },
    { prose: `All journeys: ${grouped(company.people)} people a period, satisfaction ${points(company.satisfaction)}.` },
    { table: { head, rows } },
    { heading: 'Which steps hold the experience' },
    { table: stepTable(ranked) },
    {
      prose: [
        `Pull: points of the company's satisfaction that a journey adds or takes. Ranked by ${rankedBy === 'money' ? 'money' : 'people times points'} at stake; intervals are simulation error only.`,
        'At stake is what closing the gap would bring: it says where there is room, not that a redesign would fill it.',
        ...cautionLines(cautions),
      ],
    },
  ];
}

function inMoney(value: number | undefined): string {
  return value === undefined ? '–' : grouped(Math.max(0, value));
}

/** The steps of each journey that hold most of its felt time and peaks. */
function stepTable(ranked: readonly (readonly [string, PortfolioJourney])[]): { head: string[]; rows: string[][]; names: number[] } {
  return {
    head: ['journey', 'step', 'affect', 'felt time', 'peaks'],
    rows: ranked.flatMap(([name, { steps }]) =>
      [...steps]
        .sort((a, b) => b.felt + b.peaks - (a.felt + a.peaks))
        .slice(0, mostSteps)
        .map((step) => [name, step.name, signed(step.affect, 1), percent(Math.min(1, step.felt)), percent(Math.min(1, step.peaks))]),
    ),
    names: [0, 1],
  };
}
