import { feltShares } from '../results/felt-shares';
import type { Segment } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { finish, type Work } from '../plain/work';
import { inOrder } from '../results/order';
import { estimateIn } from '../results/simulation-words';
import type { Simulation } from '../results/types';
import { setOwn } from '../simulation/assemble';
import { drive, type DriveOptions, type WatchedWork } from '../simulation/drive';
import { Progress } from '../simulation/progress';
import type { ResolvedStudy } from '../simulation/read-study';
import { simulateWork } from '../simulation/simulate-work';
import { checkStandards } from '../standards/check-standards';
import { withDisplay } from '../words/display';
import { journeySentence, portfolioPage, portfolioSentence } from './portfolio-words';
import { readPortfolio, type ReadEntry, type ReadPortfolio } from './read-portfolio';
import type { Portfolio, PortfolioInput, PortfolioJourney, PortfolioStep } from './types';

/**
 * Where to redesign first: the journeys of one company, ranked by what is at stake in each. At stake is what it would bring to close the gap between
 * its satisfaction and the target: people × points, and where every journey's segments say what a returning customer is worth, money, at what one more
 * point is worth in that journey as it stands now (found by living it once more with every step felt one point of affect better).
 *
 * The same page leads from the company down: what each journey adds to the company's satisfaction or takes from it, and in each journey which steps
 * hold its felt time and its peaks. It says where there is room, not that a redesign would fill it: for that there is `findRedesigns`.
 *
 * @param input `journeys` by name, each with `journey`, `people` (a period), and where they differ `segments`, `standards`, `target`; `target` for all
 * (default: the satisfaction of the best of them); and all that a study has (`customers` default 5,000).
 * @returns Frozen plain data: `company`, and for each journey `people`, `satisfaction`, `pull`, `gap`, `pointWorth`, `atStake`, `standards`, `steps`,
 * `rank` and a `sentence`.
 * @throws JourneyError with every fault of every journey at once, under `journeys.<name>`.
 *
 * @example
 * import { portfolio } from 'peakend/decide';
 * const call = (affect) => ({ name: 'Call', interactions: [{ id: 'talk', duration: 300, affect }] });
 * const company = portfolio({ journeys: { sales: { journey: call(3), people: 900 }, help: { journey: call(-1), people: 500 } }, seed: 1 });
 * company.order.journeys; // ['help', 'sales']
 * company.journeys.sales.gap; // 0
 */
export function portfolio(input: PortfolioInput): Portfolio {
  return finish(portfolioWork(readPortfolio(input)).work);
}

/**
 * As {@link portfolio}, without holding up whoever else runs in this thread; `signal` and `onProgress` as in `simulateAsync`.
 *
 * @example
 * import { portfolioAsync } from 'peakend/decide';
 * const call = { name: 'Call', interactions: [{ id: 'talk', duration: 300, affect: 2 }] };
 * const company = await portfolioAsync({ journeys: { help: { journey: call, people: 500 } }, customers: 100, seed: 1 });
 * company.company.people; // 500
 */
export async function portfolioAsync(input: PortfolioInput, options: DriveOptions = {}): Promise<Portfolio> {
  return drive(portfolioWork(readPortfolio(input)), options);
}

/** One journey as it was lived, and what one more point of satisfaction is worth to each of its people. */
interface Lived {
  readonly entry: ReadEntry;
  readonly today: Simulation;
  readonly satisfaction: number;
  readonly worthEach: number | undefined;
}

function portfolioWork(read: ReadPortfolio): WatchedWork<Portfolio> {
  const progress = new Progress();
  const customers = ({ study }: ReadEntry): number => study.customers * study.segments.length;
  progress.total = read.entries.reduce((sum, entry) => sum + customers(entry), 0);
  function* work(): Work<Portfolio> {
    const lived: Lived[] = [];
    for (const entry of read.entries) {
      lived.push(yield* liveEntry(entry));
      progress.done += customers(entry);
    }
    return presented(lived, read.target);
  }
  return { work: work(), progress, partial: () => undefined };
}

function* liveEntry(entry: ReadEntry): Work<Lived> {
  const today = yield* simulateWork(entry.study).work;
  const satisfaction = today.overall.satisfaction.mean;
  const value = estimateIn(today.overall, 'value')?.mean;
  if (value === undefined) return { entry, today, satisfaction, worthEach: undefined };
  const better = (yield* simulateWork(feltBetter(entry.study)).work).overall;
  const points = better.satisfaction.mean - satisfaction;
  const more = (estimateIn(better, 'value')?.mean ?? value) - value;
  return { entry, today, satisfaction, worthEach: points > 0 ? more / points : 0 };
}

/** The same customers, to whom every step feels one point better. */
function feltBetter(study: ResolvedStudy): ResolvedStudy {
  const better = (segment: Segment): Segment => {
    const everywhere = segment.responses?.['*'];
    return { ...segment, responses: { ...segment.responses, '*': { ...everywhere, affectShift: (everywhere?.affectShift ?? 0) + 1 } } };
  };
  return {
    ...study,
    segments: study.segments.map(better),
    outcomes: new Set(['satisfaction', 'value'] as const),
    requested: ['satisfaction', 'value'],
    interactions: false,
  };
}

function presented(lived: readonly Lived[], common: number | undefined): Portfolio {
  const people = lived.reduce((sum, { entry }) => sum + entry.people, 0);
  const mean = people === 0 ? 0 : lived.reduce((sum, { entry, satisfaction }) => sum + entry.people * satisfaction, 0) / people;
  const best = Math.max(...lived.map(({ satisfaction }) => satisfaction));
  const rankedBy = lived.every(({ worthEach }) => worthEach !== undefined) ? 'money' : 'points';
  const found = lived.map((one) => numbersOf(one, common ?? best, mean, people));
  const stake = ({ atStake }: (typeof found)[number]): number => (rankedBy === 'money' ? atStake.money! : atStake.points);
  const places = found.map((_, index) => index).sort((a, b) => stake(found[b]!) - stake(found[a]!) || a - b);
  const journeys: Record<string, PortfolioJourney> = {};
  lived.forEach(({ entry: { name } }, index) => {
    const own = { ...found[index]!, rank: places.indexOf(index) + 1 };
    setOwn(journeys, name, { ...own, sentence: journeySentence(own) });
  });
  const order = { journeys: places.map((index) => lived[index]!.entry.name) };
  const { seed, customers, confidence } = lived[0]!.entry.study;
  const study = { seed, customers, confidence };
  const all = { kind: 'portfolio' as const, rankedBy, company: { people, satisfaction: mean }, journeys, order, study } as const;
  const made: Portfolio = { ...all, sentence: portfolioSentence(inOrder(order.journeys, journeys), rankedBy) };
  return deepFreeze(withDisplay(made, portfolioPage));
}

function numbersOf(
  { entry, today, satisfaction, worthEach }: Lived,
  common: number,
  mean: number,
  all: number,
): Omit<PortfolioJourney, 'rank' | 'sentence'> {
  const { people, standards } = entry;
  const target = entry.target ?? common;
  const gap = Math.max(0, target - satisfaction);
  const money = worthEach === undefined ? {} : { money: people * worthEach * gap };
  return {
    people,
    satisfaction: { mean: satisfaction, interval: today.overall.satisfaction.interval },
    pull: all === 0 ? 0 : (people * (satisfaction - mean)) / all,
    target,
    gap,
    ...(worthEach === undefined ? {} : { pointWorth: people * worthEach }),
    atStake: { points: people * gap, ...money },
    ...(standards.length === 0 ? {} : { standards: checkStandards(today, standards) }),
    steps: stepsOf(today),
    cautions: today.cautions,
  };
}

function stepsOf(today: Simulation): PortfolioStep[] {
  const felt = feltShares(today);
  return today.journey.interactions.map(({ id, name = id }) => {
    const { affect, peakShare } = today.overall.interactions![id]!;
    return { id, name, affect: affect.mean, felt: felt.get(id)!, peaks: peakShare };
  });
}
