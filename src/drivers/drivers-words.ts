import { outcomeDescriptions, signOf, type OutcomeName } from '../experience/outcomes';
import { formatDifference, formatOutcome, grouped, moreToTell, percent, type Writer } from '../results/format-outcome';
import { cautionLines } from '../results/caution-lines';
import { inOrder } from '../results/order';
import { joined } from '../words/joined';
import { segmentName } from '../results/segment-name';
import { capital } from '../words/capital';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { Table } from '../words/table';
import type { Contribution } from '../waterfall/types';
import { leverNames } from './levers';
import type { Drivers, DriversHere, Lever, LeverEffects, LeverRanking } from './types';

export const leverHeads: { readonly [Key in Lever]: string } = {
  affect: '+1 affect',
  duration: '−10 % time',
  failure: '−1 pp failures',
  dropout: '−10 % dropout',
  removal: 'taken away',
};

const leverPhrases: { readonly [Key in Lever]: string } = {
  affect: 'one point of affect more',
  duration: '10 % less time',
  failure: 'one percentage point fewer failures',
  dropout: '10 % fewer people dropping out (want of patience aside)',
  removal: 'a step taken away',
};

/** Decimals beyond the usual ones in a column. */
const mostMore = 2;
/** So many steps that cannot be told from the first are named, the others counted. */
const mostNamed = 3;
/** So many steps where a lever does less than it says are named. */
const mostLimited = 6;

/** `One point of affect more does most in Security: satisfaction +2.1 (+2.0 to +2.2).` */
export function rankingSentence(
  lever: Lever,
  outcome: OutcomeName,
  { order, first, open }: Omit<LeverRanking, 'sentence'>,
  { steps }: DriversHere,
): string {
  const { label } = outcomeDescriptions[outcome];
  const phrase = capital(leverPhrases[lever]);
  if (first === undefined) return oneLine(`${phrase}: at no step is an improvement of ${label} told from none.`);
  const effect = effectText(outcome, steps[first]!.levers[lever]!);
  const own = `${steps[first]!.name}: ${label} ${effect}`;
  if (order.length === 1) return oneLine(`${phrase} can be tried in one step alone, ${own}.`);
  if (open.length === 0) return oneLine(`${phrase} does most in ${own}.`);
  const named = open.slice(0, mostNamed).map((id) => steps[id]!.name);
  const more = open.length - named.length;
  const others = [...named, ...(more > 0 ? [`${more} more`] : [])];
  return oneLine(`${phrase} does most in ${own}, not told apart from ${joined(others)}.`);
}

/** With as many decimals as tell the ends of its interval apart, and from 0 where it does not hold it. */
function effectText(outcome: OutcomeName, { difference, interval: { low, high } }: Contribution): string {
  const write = (value: number, more: number): string => formatDifference(outcome, value, more);
  const nearest = low > 0 ? low : high < 0 ? high : 0;
  return withInterval(write, { difference, low, high }, Math.max(moreToTell(write, [low, high]), moreToTell(write, [nearest, 0])));
}

function withInterval(write: Writer, { difference, low, high }: Ends, more: number): string {
  const text = write(difference, more);
  return low === high ? text : `${text} (${write(low, more)} to ${write(high, more)})`;
}

interface Ends {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
}

/** What a point of affect does, which every step that is felt can be asked; else what the first lever there is does. */
export function driversSentence({ rankings }: Pick<Drivers, 'rankings'>): string {
  const ranking = leverNames.map((lever) => rankings[lever]).find((one) => one !== undefined);
  return ranking?.sentence ?? 'There is nothing to change: no lever can act at any of these steps.';
}

export function driversPage(result: Drivers): Block[] {
  const { outcome, overall, segments, order, rankings, sentence, study, cautions } = result;
  const { label } = outcomeDescriptions[outcome];
  const others = leverNames.flatMap((lever) => rankings[lever]?.sentence ?? []).filter((one) => one !== sentence);
  const several = order.segments.length > 1;
  return [
    { title: sentence },
    ...(others.length === 0 ? [] : [{ points: others }]),
    { heading: `What each change does to ${label} (now ${formatOutcome(outcome, overall.mean)})` },
    { table: leverTable(result) },
    ...optionBlocks(result),
    ...(several
      ? [{ heading: 'The largest gain found in each segment' }, { table: segmentTable(result, inOrder(order.segments, segments)) }]
      : []),
    ...fieldBlocks(result),
    ...rememberedBlocks(result),
    ...(result.limited.length === 0 ? [] : [{ points: limitLines(result) }]),
    {
      prose: [
        `The same ${grouped(study.customers)} customers${several ? ' a segment' : ''} under each change, seed '${study.seed}'. In brackets the ${percent(study.confidence)} interval of each figure alone: simulation error only. –: it cannot act there.`,
        'Told apart: by paired differences, for all pairs of steps at once (Bonferroni). Levers have no price here, and are not ranked against each other.',
        ...cautionLines(cautions),
      ],
    },
  ];
}

function leversIn({ rankings }: Pick<Drivers, 'rankings'>): readonly Lever[] {
  return leverNames.filter((lever) => rankings[lever] !== undefined);
}

/** Effects under each other, with as many decimals as tell the ends of their intervals apart, up to two beyond the usual ones. */
function columnsOf(outcome: OutcomeName, levers: readonly Lever[], rows: readonly LeverEffects[]): string[][] {
  const columns = levers.map((lever) =>
    effectTexts(
      outcome,
      rows.map((effects) => effects[lever]),
    ),
  );
  return rows.map((_, row) => columns.map((texts) => texts[row]!));
}

function effectTexts(outcome: OutcomeName, effects: readonly (Contribution | undefined)[]): string[] {
  const write = (value: number, more: number): string => formatDifference(outcome, value, more);
  const needed = effects.flatMap((one) => (one === undefined ? [] : [moreToTell(write, [one.interval.low, one.interval.high])]));
  const more = Math.min(mostMore, Math.max(0, ...needed));
  return effects.map((one) => {
    if (one === undefined) return '–';
    return withInterval(write, { difference: one.difference, ...one.interval }, more);
  });
}

function leverTable({ outcome, order, overall, ...rest }: Drivers): Table {
  const levers = leversIn(rest);
  const steps = inOrder(order.steps, overall.steps).map(([, step]) => step);
  const texts = columnsOf(
    outcome,
    levers,
    steps.map((step) => step.levers),
  );
  return {
    head: ['step', ...levers.map((lever) => leverHeads[lever])],
    rows: steps.map(({ name }, row) => [name, ...texts[row]!]),
  };
}

function optionBlocks({ outcome, order, overall, ...rest }: Drivers): Block[] {
  const levers = leversIn(rest).filter((lever) => lever !== 'removal');
  const ways = inOrder(order.steps, overall.steps).flatMap(([, { name, options = [] }]) => options.map((way) => ({ step: name, ...way })));
  if (ways.length === 0) return [];
  const texts = columnsOf(
    outcome,
    levers,
    ways.map((way) => way.levers),
  );
  const head = ['step', 'way through it', ...levers.map((lever) => leverHeads[lever])];
  const rows = ways.map(({ step, name }, row) => [step, name, ...texts[row]!]);
  return [{ heading: 'Each way through a choice alone' }, { table: { head, rows, names: [0, 1] } }];
}

function segmentTable(result: Drivers, segments: readonly (readonly [string, DriversHere])[]): Table {
  const { outcome, order, study } = result;
  const sign = signOf(outcome);
  const levers = leversIn(result);
  const rows = segments.map(([id, { mean, steps }]) => [
    segmentName(study.segments, id),
    formatOutcome(outcome, mean),
    ...levers.map((lever) => {
      const known = inOrder(order.steps, steps).flatMap(([, step]) => {
        const effect = step.levers[lever];
        return effect === undefined ? [] : [{ name: step.name, effect, gain: sign * effect.difference }];
      });
      if (known.length === 0) return '–';
      const best = known.reduce((most, one) => (one.gain > most.gain ? one : most));
      return best.gain > 0 ? `${best.name} ${formatDifference(outcome, best.effect.difference, 1)}` : 'none';
    }),
  ]);
  return { head: ['segment', 'now', ...levers.map((lever) => leverHeads[lever])], rows };
}

const fieldOrder = ['concentrate here', 'keep up the good work', 'low priority', 'possible overkill'] as const;

function fieldBlocks({ outcome, overall, order }: Drivers): Block[] {
  const { lines } = overall;
  if (lines === undefined) return [];
  const steps = inOrder(order.steps, overall.steps).flatMap(([, step]) =>
    step.field === undefined ? [] : [{ ...step, field: step.field }],
  );
  const sorted = fieldOrder.flatMap((field) => steps.filter((step) => step.field === field));
  const importances = effectTexts(
    outcome,
    sorted.map(({ levers }) => levers.affect),
  );
  const rows = sorted.map(({ name, affect, field, clear }, row) => [
    name,
    importances[row]!,
    formatOutcome('meanAffect', affect!.mean),
    clear === true ? field : `${field}?`,
  ]);
  const sign = signOf(outcome);
  const performance = formatOutcome('meanAffect', lines.performance);
  const importance = formatDifference(outcome, sign * lines.importance, 1);
  return [
    { heading: 'Importance against performance' },
    { table: { head: ['step', 'importance: +1 affect', 'performance: affect', 'field'], rows } },
    {
      prose: `Fields (Martilla & James 1977) part at the means over these steps, importance ${importance} and affect ${performance}, so they are relative (judgement). ?: an interval reaches over a line.`,
    },
  ];
}

function rememberedBlocks({ overall: { remembered }, order, shapley }: Drivers): Block[] {
  if (remembered === undefined || shapley === undefined) return [];
  const shares = inOrder(order.remembered, remembered.steps).map(([, own]) => own);
  const texts = effectTexts('rememberedUtility', [...shares, remembered.total]);
  // Where steps pull against each other, parts of the whole say little.
  const asParts = shares.every(({ share = -1 }) => share >= 0 && share <= 1);
  const rows = shares.map(({ name, share }, row) => [name, texts[row]!, ...(asParts ? [percent(share!)] : [])]);
  const orders = shapley.method === 'exact' ? `all ${grouped(shapley.orders)} orders` : `${grouped(shapley.orders)} drawn orders`;
  const level = (value: number): string => formatOutcome('rememberedUtility', value);
  return [
    { heading: 'Remembered utility, shared out over the steps' },
    { table: { head: ['step', 'affect', ...(asParts ? ['share'] : [])], rows: [...rows, ['together', texts.at(-1)!, '']] } },
    {
      prose: `From ${level(remembered.start)} with every step neutral to ${level(remembered.end)} as it is; averaged over ${orders} (Shapley).`,
    },
  ];
}

/** One line for each lever and reason, with the steps it holds for, those of most customers first. */
function limitLines({ limited, overall }: Drivers): string[] {
  const lines = new Map<string, Map<string, number>>();
  for (const { step, lever, reason, share } of limited) {
    const line = `${leverHeads[lever]}: ${reason}`;
    const steps = lines.get(line) ?? new Map<string, number>();
    lines.set(line, steps.set(step, Math.max(share, steps.get(step) ?? 0)));
  }
  return [...lines].map(([line, steps]) => {
    const sorted = [...steps].sort((a, b) => b[1] - a[1]);
    const named = sorted
      .slice(0, mostLimited)
      .map(([id, share]) => `${overall.steps[id]!.name}${share < 1 ? ` (for up to ${percent(share)})` : ''}`);
    const more = sorted.length - named.length;
    return `${line} at ${joined([...named, ...(more > 0 ? [`${more} more`] : [])])}`;
  });
}
