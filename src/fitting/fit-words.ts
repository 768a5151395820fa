import { fixed, grouped, signed } from '../results/format-outcome';
import type { MemoryModel } from '../model/types';
import type { Block } from '../words/page';
import type { MemoryFit, MemoryScore, Resampled } from './types';

const share = (value: number): string => fixed(value, 2);
const range = ({ interval }: Resampled): string => `(${share(interval.low)} to ${share(interval.high)})`;
const difference = ({ value, interval }: Resampled): string =>
  `${signed(value, 3)} (${signed(interval.low, 3)} to ${signed(interval.high, 3)})`;

/** The finding first, then every candidate, what is to be used, what would change it, and what to doubt. */
export function fitPage(fit: MemoryFit): Block[] {
  const { counts, ratings, scores, chosen } = fit;
  const of = counts.groups === counts.rated - counts.heldOut ? '' : ` of ${grouped(counts.groups)} groups`;
  const held = counts.heldOut === 0 ? '' : `, ${grouped(counts.heldOut)} held out`;
  const unrated = counts.recordings - counts.rated;
  const without = unrated === 0 ? '' : ` ${grouped(unrated)} had no rating of the whole.`;
  const hasOrdinal = scores.some(({ logScore }) => logScore !== undefined);
  const blocks: Block[] = [
    { title: finding(fit) },
    {
      prose: `${grouped(counts.rated)} recordings${of}${held}. Ratings from ${ratings.scale[0]} to ${ratings.scale[1]}: mean ${share(ratings.mean)}, SD ${share(ratings.sd)}.${without}`,
    },
    {
      table: {
        head: [
          'memory',
          'R² unseen',
          `${Math.round(100 * fit.study.confidence)} %`,
          'RMSE',
          'behind the chosen',
          'free',
          ...(hasOrdinal ? ['log score', 'rank r'] : []),
        ],
        rows: scores.map((score) => [
          score.name === chosen ? `→ ${score.name}` : score.name,
          share(score.rSquared.value),
          range(score.rSquared),
          fixed(score.rootMeanSquareError, 3),
          score.behind === undefined ? '' : difference(score.behind),
          String(score.free),
          ...(hasOrdinal ? [fixed(score.logScore!, 3), share(score.rankCorrelation!)] : []),
        ]),
      },
    },
    { prose: using(fit) },
  ];
  if (fit.levels.length > 0) blocks.push({ table: levelsTable(fit) });
  if (fit.segments.length > 0) blocks.push({ table: segmentsTable(fit) }, { prose: segmentWords[fit.segmentsDiffer!] });
  if (fit.whatWouldChange.length > 0) blocks.push({ heading: 'What would change the choice' }, { points: fit.whatWouldChange });
  if (fit.cautions.length > 0) blocks.push({ prose: fit.cautions.map(({ message, path }) => `Caution: ${message} (${path})`) });
  return blocks;
}

function finding({ chosen, tells, scores }: MemoryFit): string {
  if (chosen === undefined) return 'No memory clearly predicts these ratings better than their mean does';
  const score = scores.find(({ name }) => name === chosen)!;
  const explains = `${chosen} explains ${share(score.rSquared.value)} of the variance of ratings it has not seen`;
  if (tells === 'not apart') return `These ratings cannot tell memories apart; ${explains}`;
  const behind = scores.filter(({ isBehind }) => isBehind).length;
  return `${explains}; ${tells === 'one' ? 'all' : `${behind} of ${scores.length - 1}`} others explain clearly less`;
}

function using({ chosen, scores, line, procedure }: MemoryFit): string[] {
  const times = procedure.folds === 1 ? '' : ` Chosen in ${procedure.chosen[chosen ?? 'none'] ?? 0} of ${procedure.folds} parts.`;
  const whole = `Choosing included, ${share(procedure.rSquared.value)} ${range(procedure.rSquared)} of the variance of unseen ratings is explained.`;
  if (chosen === undefined) return ['The default memory is handed back.', whole];
  const { memory } = scores.find(({ name }) => name === chosen) as MemoryScore;
  return [
    `Use model: { memory: fit.memory }: ${memoryWords(memory)}.${times}`,
    `rating = ${fixed(line.constant, 2)} ${line.slope < 0 ? '−' : '+'} ${fixed(Math.abs(line.slope), 3)} · remembered utility. ${whole}`,
  ];
}

function memoryWords(memory: MemoryModel): string {
  if (memory.kind === 'recency') return `recency, the weight of a moment halves with every ${String(memory.halfLife)} of the whole`;
  if (memory.kind !== 'blend') return `of kind ${memory.kind}`;
  const { peak, end, mean } = memory.weights;
  const parts = [`mean ${String(mean)}`, `end ${String(end)}`, `peak ${String(peak)}`];
  const window = memory.endWindow?.share;
  return `${parts.join(', ')}${window === undefined ? '' : `, the end is the last ${Math.round(100 * window)} %`}`;
}

function levelsTable({ levels, scores }: MemoryFit): Extract<Block, { table: unknown }>['table'] {
  const names = { both: 'both', within: 'within people', between: 'between people' } as const;
  return {
    head: ['R², cross-validated', ...levels.map(({ level, count }) => `${names[level]} (${grouped(count)})`)],
    rows: scores.map(({ name }) => [
      name,
      ...levels.map(({ rSquared, chosen }) => `${chosen === name ? '→ ' : ''}${share(rSquared[name]!)}`),
    ]),
  };
}

function segmentsTable({ segments, chosen }: MemoryFit): Extract<Block, { table: unknown }>['table'] {
  return {
    head: ['segment', 'ratings', `R² of ${chosen ?? 'the first'}`, 'alone', 'gain', 'line'],
    rows: segments.map(({ segment, count, rSquared, chosen: own, gain, line }) => [
      segment,
      grouped(count),
      share(rSquared),
      own ?? '–',
      difference(gain),
      `${fixed(line.constant, 2)} ${line.slope < 0 ? '−' : '+'} ${fixed(Math.abs(line.slope), 3)}·R`,
    ]),
  };
}

const segmentWords = {
  alike: 'One memory does for all of them: none gains from one of its own.',
  differ: 'They remember differently: at least one of them clearly gains from a memory of its own.',
  'cannot tell': 'Whether they remember differently cannot be told from so many ratings.',
} as const;
