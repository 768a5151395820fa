import { outcomeDescriptions } from '../experience/outcomes';
import type { Segment } from '../journey/types';
import { cautionLines } from '../results/caution-lines';
import { differenceIn } from '../results/comparison-words';
import { formatDifference, formatDifferenceWithInterval, formatOutcome, grouped, percent } from '../results/format-outcome';
import { segmentName } from '../results/segment-name';
import { capital } from '../words/capital';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import { amountText } from '../worth/worth-words';
import type { FoundRedesign, LeastChange, Redesigns, Searched, StatedObjective } from './types';

/** `Best of 5,040 designs: move "thanks" to the end. Satisfaction +4.2 (…). No leader is better by more than 0.03.` */
export function redesignsSentence(result: Omit<Redesigns, 'sentence'>, segments: readonly Segment[], todayKeeps: boolean): string {
  const { best, leaders, objectives, searched, selection } = result;
  const [objective] = objectives as readonly [StatedObjective];
  const looked = lookedText(searched);
  if (best === undefined) {
    const kept = result.standards === undefined ? '' : ' with all standards kept';
    return oneLine(
      selection.among === 0
        ? `None of ${anyText(searched)} was found to keep all standards, nor was the journey as it is.`
        : `None of ${anyText(searched)} came out better than the journey as it is by more than ${sizeText(objective, selection.margin)}${kept}.`,
    );
  }
  const { label } = outcomeDescriptions[objective.outcome];
  const whose = objective.segment === 'overall' ? '' : ` for ${segmentName(segments, objective.segment)}`;
  const promised = best.standards === undefined ? '' : standardsText(best.standards);
  const open = leaders.filter(
    ({ name, behind, standards }) => name !== best.name && standards !== 'fails' && Math.abs(behind.difference) <= selection.margin,
  ).length;
  const near = open === 0 ? '' : ` ${open === 1 ? 'One other is' : `${open} others are`} practically as good.`;
  return oneLine(
    `Best of ${looked}: ${best.description}. ${capital(label)}${whose} ${judged(result, best, objective)}.${promised} ${choiceText(result, objective, todayKeeps)}${near}${triedText(result, best, objective)}`,
  );
}

/** Whether the verdict hangs on what nobody knows, and in how many of the sets that were tried it holds. */
function triedText({ robustness }: Pick<Redesigns, 'robustness'>, { name, verdict }: FoundRedesign, { segment }: StatedObjective): string {
  const tried = robustness?.variants[name];
  if (tried === undefined || verdict === undefined) return '';
  const { holds } = segment === 'overall' ? tried.overall : tried.segments[segment]!;
  const sets = robustness!.sets.memory.length;
  const share = holds === undefined ? '' : ` (it holds in ${Math.round(holds * sets)} of ${grouped(sets)} sets)`;
  return ` Under other assumptions: ${verdict === 'depends' ? 'it depends' : verdict}${share}.`;
}

/** The change in the first objective, as the comparison concludes. */
function judged({ comparison }: Pick<Redesigns, 'comparison'>, best: FoundRedesign, { outcome, segment }: StatedObjective): string {
  const variant = comparison.variants[best.name]!;
  const { difference, interval, conclusion } = differenceIn(segment === 'overall' ? variant.overall : variant.segments[segment]!, outcome)!;
  const size = formatDifferenceWithInterval(outcome, difference, interval.low, interval.high);
  return conclusion === 'better' ? size : `${conclusion === 'undecided' ? 'undecided' : conclusion}: ${size}`;
}

function lookedText({ method, designs }: Searched): string {
  const count = `${grouped(designs)} ${designs === 1 ? 'design' : 'designs'}`;
  return method === 'exact' ? `all ${count}` : `${count} looked at (not all there are)`;
}

/** After `None of` and `any of`. */
function anyText(searched: Searched): string {
  return `${searched.method === 'exact' ? 'the ' : ''}${lookedText(searched).replace(/^all /, '')}`;
}

function standardsText(verdict: NonNullable<FoundRedesign['standards']>): string {
  if (verdict === 'holds') return ' All standards hold.';
  return verdict === 'fails' ? ' Not all standards hold.' : ' Whether all standards hold cannot be told.';
}

/** How far a leader, or the journey as it is where that keeps the standards, may be better than the one chosen. */
function choiceText(
  { selection: { within, among, confidence }, standards }: Pick<Redesigns, 'selection' | 'standards'>,
  { outcome }: StatedObjective,
  todayKeeps: boolean,
): string {
  if (among < 2) return 'No other leader keeps what must hold.';
  const sure = `(${percent(confidence)})`;
  const size = within === 0 ? '' : ` by more than ${sizeText({ outcome }, within)}`;
  const kept = standards === undefined ? '' : ' that kept the standards';
  if (todayKeeps && among === 2) {
    return `There is no other leader${kept}, and the present journey is not better${size} ${sure}.`;
  }
  // The table below has the leaders only: who counts it must come to the same.
  const leaders = todayKeeps ? `${among - 1} leaders${kept} and the present journey` : `${among} leaders${kept}`;
  if (within === 0) return `It is the best of ${leaders} ${sure}.`;
  return `Of ${leaders} none is better${size} ${sure}.`;
}

function sizeText({ outcome }: Pick<StatedObjective, 'outcome'>, size: number, more = 2): string {
  // Shares differ in percentage points, which have a decimal more.
  const text =
    outcomeDescriptions[outcome].unit === 'share' ? formatDifference(outcome, size, more - 1) : formatOutcome(outcome, size, more);
  return text.replace(/^\+/, '');
}

export function redesignsPage(result: Redesigns): Block[] {
  const { leaders, front, searched, selection, objectives, comparison } = result;
  const blocks: Block[] = [{ title: result.sentence }];
  if (leaders.length > 0) {
    blocks.push({ heading: 'Leaders' }, tableOf(leaders, result), {
      points: leaders.map(({ name, description }) => `${name}: ${description}`),
    });
  }
  if (front.length > 0) {
    const names = front.map(({ name }) => name).join(', ');
    blocks.push({ prose: `From the cheapest on, each clearly better in something than those before it: ${names}.` });
  }
  const rounds = searched.rounds.map(({ designs, customers }) => `${grouped(designs)} by ${grouped(customers)}`);
  const way = rounds.length === 0 ? '' : ` Rounds: ${rounds.join(', ')} customers a segment.`;
  const [objective] = objectives as readonly [StatedObjective];
  const today =
    result.standards === undefined ? 'the journey as it is among them' : 'the journey as it is counted where it kept the standards';
  const chosen = selection.among === 0 ? 'None was chosen' : `Chosen among ${selection.among}, ${today},`;
  const unpriced = leaders.some((one) => one.unpriced > 0) ? ['* Some of its edits name no cost, and count as none.'] : [];
  blocks.push({
    prose: [
      ...unpriced,
      `${capital(lookedText(searched))}${searched.impossible === 0 ? '' : `; ${grouped(searched.impossible)} lists of edits cannot be done`}.${way} ` +
        `${chosen} by ${grouped(selection.customers)} new customers a segment; reported from ${grouped(result.study.customers)} others, ` +
        `seed '${result.study.seed}': compare says the same.`,
      `Behind: how far each fell short of ${selection.among === 0 ? 'the first' : 'the one chosen'}, in the last choice, in ${outcomeDescriptions[objective.outcome].label}. In brackets ${percent(result.study.confidence)} intervals: simulation error only.`,
    ],
  });
  const cautions = comparison.cautions;
  return [...blocks, ...(cautions.length > 0 ? [{ prose: cautionLines(cautions) }] : [])];
}

function tableOf(found: readonly FoundRedesign[], { objectives, study }: Pick<Redesigns, 'objectives' | 'study'>): Block {
  const [first] = objectives as readonly [StatedObjective];
  const promised = found.some(({ standards }) => standards !== undefined);
  const tried = found.some(({ verdict }) => verdict !== undefined);
  const head = [
    '',
    'cost',
    ...objectives.map(
      ({ outcome, segment }) =>
        `${outcomeDescriptions[outcome].label}${segment === 'overall' ? '' : ` (${segmentName(study.segments, segment)})`}`,
    ),
    'behind',
    ...(promised ? ['standards'] : []),
    ...(tried ? ['verdict'] : []),
  ];
  const rows = found.map((one) => [
    one.name,
    `${amountText(one.cost)}${one.unpriced > 0 ? '*' : ''}`,
    ...one.changes.map(({ outcome, difference, interval }) =>
      formatDifferenceWithInterval(outcome, difference, interval.low, interval.high),
    ),
    behindText(first, one),
    ...(promised ? [one.standards ?? '–'] : []),
    ...(tried ? [one.verdict ?? '–'] : []),
  ]);
  return { table: { head, rows } };
}

function behindText(objective: StatedObjective, { behind: { difference, interval } }: FoundRedesign): string {
  if (difference === 0 && interval.low === 0 && interval.high === 0) return '–';
  const plain = (value: number): string => sizeText(objective, value, 1);
  return `${plain(difference)} (${plain(interval.low)} to ${plain(interval.high)})`;
}

/** What is least, what it reaches, and whether less would do. */
export function leastSentence(result: Omit<LeastChange, 'sentence'>): string {
  const { found, verdict, less, least, searched, confidence, standards } = result;
  const looked = lookedText(searched);
  const sure = `(${percent(confidence)})`;
  if (found === undefined) return oneLine(`${capital(looked)}: none reaches the target ${sure}.`);
  // There is one variant, and it needs no name.
  const said = standards!.standards.map(({ sentence }) => `${capital(sentence.slice(found.name.length + 2))}.`).join(' ');
  if (verdict !== 'reached') {
    return oneLine(`Whether any of ${anyText(searched)} reaches the target cannot be told ${sure}. Nearest: ${found.description}. ${said}`);
  }
  const others = lessText(
    less,
    `${least === 'edits' ? 'shorter' : 'cheaper'} ${searched.method === 'exact' ? 'one' : 'design looked at'}`,
    sure,
  );
  if (found.edits.length === 0) return oneLine(`Nothing has to be done: the journey as it is reaches the target. ${said}`);
  return oneLine(`${capital(found.description)}: that is enough. ${said} ${others}`);
}

/** What is said of those with less of it; `what` is one of them. */
function lessText({ designs, open }: LeastChange['less'], what: string, sure: string): string {
  if (designs === 0) return `There is no ${what}.`;
  if (designs === 1) return open === 0 ? `The only ${what} does not reach it ${sure}.` : `The only ${what} came too close to be ruled out.`;
  const all = `the ${grouped(designs)} ${what.replace(/(one|design)/, '$1s')}`;
  return open === 0 ? `None of ${all} reaches it ${sure}.` : `Of ${all}, ${grouped(open)} came too close to be ruled out.`;
}

export function leastPage(result: LeastChange): Block[] {
  const { found, searched, study, standards, cautions } = result;
  const blocks: Block[] = [{ title: result.sentence }];
  if (found !== undefined && standards !== undefined) {
    blocks.push({ points: standards.standards.map(({ sentence }) => sentence) });
  }
  const rounds = searched.rounds.map(({ designs, customers }) => `${grouped(designs)} by ${grouped(customers)}`);
  const told = found === undefined ? '' : ` Reported from ${grouped(study.customers)} others, seed '${study.seed}': compare says the same.`;
  const made = `${grouped(searched.designs)} designs${searched.method === 'exact' ? '' : ', the shortest,'} in the order of what they take`;
  blocks.push({ prose: `${made}, until one reaches it; rounds: ${rounds.join(', ')} customers a segment.${told}` });
  return [...blocks, ...(cautions.length > 0 ? [{ prose: cautionLines(cautions) }] : [])];
}
