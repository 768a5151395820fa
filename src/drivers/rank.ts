import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import type { Work } from '../plain/work';
import type { ResolvedStudy } from '../simulation/read-study';
import { contributionOf } from '../waterfall/contribution';
import type { Added } from '../waterfall/segment-tally';
import type { Contribution } from '../waterfall/types';
import { liveAgainst } from './live-against';
import type { ReadDrivers } from './read-drivers';
import type { Trial } from './trials';
import type { LeverRanking } from './types';

/** A lever at a whole step, and what it adds in each segment. */
export interface Tried {
  readonly trial: Trial;
  readonly added: readonly Added[];
}

/** Over all customers, by the shares of their segments. */
export function overallOf(added: readonly Added[], { segments }: ResolvedStudy, level: number, outcome: OutcomeName): Contribution {
  const whole = segments.reduce((sum, { share }) => sum + share, 0);
  return contributionOf(
    added.map((own, index) => ({ ...own, weight: segments[index]!.share / whole })),
    level,
    outcome,
  );
}

/** What an interval takes, in customers × steps. */
const gainWork = 200;

/** An effect turned so that more is better. */
interface Gain {
  readonly size: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The steps by what a lever brings. Whichever looks best of many is partly lucky, so all intervals here are wide enough for every pair of steps at once
 * (Bonferroni): any of them might have come first. Where two do not meet, the paired difference is further from 0 still; only those that do are lived
 * once more, each against the first.
 */
export function* rank(tried: readonly Tried[], read: ReadDrivers): Work<Omit<LeverRanking, 'sentence'>> {
  const { study, outcome } = read;
  const count = tried.length;
  const level = 1 - (1 - study.confidence) / Math.max(count, (count * (count - 1)) / 2);
  const gains: Gain[] = [];
  for (const { added } of tried) {
    gains.push(gainOf(overallOf(added, study, level, outcome), outcome));
    yield gainWork;
  }
  const places = [...tried.keys()].sort((a, b) => gains[b]!.size - gains[a]!.size || a - b);
  const stepOf = (place: number): string => tried[place]!.trial.step;
  const order = places.map(stepOf);
  const [first, ...others] = places as [number, ...number[]];
  const best = gains[first]!;
  if (!(best.low > 0)) return { order, open: [] };
  const near = others.filter((place) => gains[place]!.high >= best.low);
  if (near.length === 0) return { order, first: stepOf(first), open: [] };
  const scenarios = near.map((place) => tried[place]!.trial.scenario);
  const { added } = yield* liveAgainst(read, tried[first]!.trial.scenario, scenarios);
  const open = near.filter((_, index) => gainOf(overallOf(added[index]!, study, level, outcome), outcome).high >= 0);
  return { order, first: stepOf(first), open: open.map(stepOf) };
}

function gainOf({ difference, interval: { low, high } }: Contribution, outcome: OutcomeName): Gain {
  return outcomeDescriptions[outcome].better === 'higher' ? { size: difference, low, high } : { size: -difference, low: -high, high: -low };
}
