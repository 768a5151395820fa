import { formatNumber } from '../distributions/format-number';
import { formatSeconds } from '../distributions/format-seconds';
import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { defineJourney } from '../journey/define-journey';
import { defineSegments } from '../journey/define-segments';
import type { JourneyInput, SegmentInput } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { isList } from '../plain/plain-object';
import { reading, type Reading } from '../plain/reading';
import { columns } from '../results/columns';
import { grouped } from '../results/format-outcome';
import { simulate } from '../simulation/simulate';
import { withDisplay } from '../words/display';
import type { Block } from '../words/page';
import { partsDistance, sampleOf, together } from './misfit';
import { durationsOf } from './observed';
import type { CaseDurations, JourneyFromLog } from './types';

/** What `compareDurations` needs of a journey from a log. */
export type MeasuredJourney = Pick<JourneyFromLog, 'journey' | 'segments' | 'observed' | 'cautions'>;

/** How customers are sent through. */
export interface CompareDurationsOptions {
  /** Any text or any number that is whole. Default `peakend`. */
  readonly seed?: string | number | undefined;
  /** Customers per segment, 1 … 1,000,000. Default 10,000. */
  readonly customers?: number | undefined;
}

/** Simulated beside real durations of whole cases. */
export interface DurationComparison {
  readonly kind: 'duration-comparison';
  /** As the log has them, seconds. */
  readonly observed: CaseDurations;
  /** As the journey gives them, seconds. */
  readonly simulated: CaseDurations;
  /** By what share of the real figure the simulated one is off: 0.05 is 5 % too long. Of a real 0 that is met 0, else not there. */
  readonly off: { readonly mean?: number; readonly p25?: number; readonly median?: number; readonly p75?: number };
  /** Earth mover's distance: by how many seconds durations differ on average, both in order. */
  readonly emd: number;
  /** The same as a share of the real mean. */
  readonly emdShare?: number;
}

const figures = ['mean', 'p25', 'median', 'p75'] as const;
const mostCustomers = 1_000_000;
const defaultCustomers = 10_000;

/**
 * Sends customers through a journey from a log and sets how long they take beside how long the cases took: the test of whether its steps, put together,
 * make the whole.
 *
 * @param log What `journeyFromLog` returned, or the same read back from JSON: its `journey`, `segments` and `observed`.
 * @param options `seed` and `customers` per segment (1 … 1,000,000, default 10,000).
 * @returns frozen plain data: mean and quartiles of both, in seconds, how far they are off as shares, and the earth mover's distance. `toText` prints it.
 * @throws JourneyError for what is no such result, with every fault at once; `out-of-range` for customers.
 *
 * @example
 * import { compareDurations, journeyFromLog } from 'peakend/data';
 * const events = ['a', 'b', 'c'].flatMap((who, k) => [
 *   { who, what: 'Ask', at: 1000 * k },
 *   { who, what: 'Answer', at: 1000 * k + 60 },
 * ]);
 * const log = journeyFromLog(events, { case: 'who', activity: 'what', time: 'at' });
 * compareDurations(log, { seed: 1, customers: 100 }).off.mean; // 0
 */
export function compareDurations(log: MeasuredJourney, options: CompareDurationsOptions = {}): DurationComparison {
  const given = reading(options, ['seed', 'customers'], { path: 'options' });
  const whole = reading(log, logKeys, {
    path: 'log',
    under: 'log',
    expected: 'what journeyFromLog returned',
    asTheyAre: ['journey', 'segments'],
  });
  const customers = given.whole('customers', { min: 1, max: mostCustomers }) ?? defaultCustomers;
  const observed = whole.by('observed', readDurations) ?? lacking(whole, 'observed');
  if (!whole.has('journey')) lacking(whole, 'journey');
  whole.issues.push(...given.issues);
  whole.finish();
  const journey = defineJourney(whole.written.journey as JourneyInput);
  const segments = whole.has('segments') ? defineSegments(whole.written.segments as SegmentInput[]) : undefined;
  const outcome = 'clockDuration';
  const { seed = 'peakend' } = given.written as CompareDurationsOptions;
  const study = { journey, ...(segments === undefined ? {} : { segments }), seed, customers };
  const result = simulate({ ...study, outcomes: [outcome], keep: [outcome] });
  const shares: readonly { readonly id: string; readonly share: number }[] = segments ?? [{ id: 'everyone', share: 1 }];
  const made = together(shares.map(({ id, share }) => ({ share, sample: sampleOf(columns(result, id)[outcome]!) })));
  const simulated = { ...durationsOf(made), n: customers * shares.length };
  const emd = partsDistance(observed!.parts, simulated.parts);
  const off = Object.fromEntries(figures.flatMap((key) => offOf(key, observed!, simulated)));
  const emdShare = observed!.mean > 0 ? { emdShare: emd / observed!.mean } : {};
  return deepFreeze(
    withDisplay({ kind: 'duration-comparison' as const, observed: observed!, simulated, off, emd, ...emdShare }, comparisonPage),
  );
}

const logKeys = ['kind', 'journey', 'segments', 'counts', 'explained', 'steps', 'kinds', 'left', 'observed', 'cautions'] as const;

function offOf(key: (typeof figures)[number], observed: CaseDurations, simulated: CaseDurations): [string, number][] {
  if (observed[key] > 0) return [[key, simulated[key] / observed[key] - 1]];
  return simulated[key] === 0 ? [[key, 0]] : [];
}

function lacking(whole: Reading<(typeof logKeys)[number]>, key: 'journey' | 'observed'): undefined {
  if (!whole.has(key))
    whole.issues.push({ code: 'missing', path: whole.at(key), expected: `the ${key} of a journey from a log`, received: 'nothing' });
  return undefined;
}

function readDurations(value: unknown, path: string, issues: Issue[]): CaseDurations | undefined {
  const from = issues.length;
  const fields = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const isLength = (one: unknown): boolean => typeof one === 'number' && one >= 0 && one <= 1e15;
  for (const key of ['n', ...figures]) {
    if (!isLength(fields[key]))
      issues.push({ code: 'invalid-type', path: at(path, key), expected: 'a number of 0 or more', received: quote(fields[key]) });
  }
  const { parts } = fields;
  if (!isList(parts) || parts.length === 0 || parts.length > 400 || !parts.every(isLength)) {
    const expected = 'a list of 1 to 400 durations in seconds';
    issues.push({ code: 'invalid-type', path: at(path, 'parts'), expected, received: quote(parts) });
  }
  return issues.length > from ? undefined : (value as CaseDurations);
}

function comparisonPage({ observed, simulated, off, emd, emdShare }: DurationComparison): Block[] {
  const percentOff = (share: number | undefined): string =>
    share === undefined ? '–' : `${share < 0 ? '−' : '+'}${formatNumber(Math.abs(share) * 100, 1)} %`;
  const rows = figures.map((key) => [key, formatSeconds(observed[key]), formatSeconds(simulated[key]), percentOff(off[key])]);
  const share = emdShare === undefined ? '' : `, ${formatNumber(emdShare * 100, 1)} % of the mean`;
  return [
    { title: `How long cases take: ${grouped(observed.n)} real, ${grouped(simulated.n)} simulated` },
    { table: { head: ['', 'real', 'simulated', 'off'], rows } },
    {
      prose: [
        `Earth mover's distance ${formatSeconds(emd)}${share}.`,
        'These are the cases the journey was made from: it holds them; that it foretells others is not said.',
      ],
    },
  ];
}
