import { formatNumber } from '../distributions/format-number';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifference, grouped, percent } from '../results/format-outcome';
import { inOrder } from '../results/order';
import { oneLine } from '../words/one-line';
import type { Block } from '../words/page';
import type { ImpactHere, PopulationChange, PopulationImpact, Respondents, SampleSize } from './types';

const who: { readonly [Design in SampleSize['design']]: string } = {
  'ab-test': 'answers in each of two groups',
  'before-after': 'answers before and as many after',
  'paired survey': 'people who judge both',
};

/** Assumptions on which a sentence hangs: `experiment` takes satisfaction without the first and reports of remembered utility without the second. */
export const askedWithNoise = 'asked on a scale from 0 to 100, with the response noise of the model';
export const withoutError = 'measured without error of its own';

function assumed({ outcome, assumptions }: Pick<SampleSize, 'outcome' | 'assumptions'>): string {
  const needed = outcome === 'satisfaction' ? askedWithNoise : outcome === 'rememberedUtility' ? withoutError : undefined;
  return needed !== undefined && assumptions.includes(needed) ? `, ${needed}` : '';
}

/** `To see CSAT +0.12 …: 1,230 answers in each of two groups (80 % power, 5 % two-sided), 12,300 invitations at 20 %; …` */
export function sampleSizeSentence(size: Omit<SampleSize, 'sentence'>, difference: number, segmentName = size.segment): string {
  const { design, needed, ifSmaller, power, alpha, responseRate, outcome, segment } = size;
  const what =
    outcome === undefined ? 'a difference' : `${outcomeDescriptions[outcome].label}${segment === 'overall' ? '' : ` of ${segmentName!}`}`;
  const sizeText = (value: number): string =>
    outcome === undefined ? `of ${formatNumber(value, 3)}` : formatDifference(outcome, value, 1);
  if (needed === undefined) return oneLine(`No number of people would show ${what} ${sizeText(difference)}.`);
  const people = ({ perGroup }: Respondents): string => `${grouped(perGroup)} ${who[design]}`;
  const invited = ({ invitations }: Respondents): string =>
    responseRate === 1 ? '' : `, ${grouped(invitations)} invitations at ${percent(responseRate)}`;
  const weaker =
    ifSmaller === undefined || ifSmaller.perGroup === needed.perGroup
      ? ''
      : `; ${grouped(ifSmaller.perGroup)} if it is only ${sizeText(ifSmaller.difference)}`;
  return oneLine(
    `To see ${what} ${sizeText(difference)} takes ${people(needed)}${invited(needed)}${weaker} (${percent(power)} power, ${percent(alpha)} two-sided)${assumed(size)}.`,
  );
}

export function sampleSizePage({ sentence, assumptions }: SampleSize): Block[] {
  const others = assumptions.filter((one) => !sentence.includes(one));
  return [{ prose: others.length === 0 ? sentence : `${sentence} Assumed: ${others.join('; ')}.` }];
}

const changeNames = { satisfied: 'satisfied', delighted: 'delighted', completing: 'completing', returning: 'coming back' } as const;

/** `Of 120,000 people 85,000 are better and 4,800 worse off (satisfaction); satisfied +7,300 (6,900 to 7,700); …` */
export function impactSentence(outcome: OutcomeName, here: Omit<ImpactHere, 'sentence'>): string {
  const changes = (Object.keys(changeNames) as (keyof typeof changeNames)[]).flatMap((key) => {
    const change = here[key];
    return change === undefined || (change.low === 0 && change.high === 0) ? [] : [`${changeNames[key]} ${changeText(change)}`];
  });
  if (here.money !== undefined) changes.push(`worth ${changeText(here.money)}`);
  const tail = changes.length === 0 ? '' : `; ${changes.join('; ')}`;
  return `Of ${grouped(here.people)} people ${grouped(here.better)} are better and ${grouped(here.worse)} worse off (${outcomeDescriptions[outcome].label})${tail}.`;
}

export function changeText({ difference, low, high }: PopulationChange): string {
  const size = signedGrouped(difference);
  return low === high ? size : `${size} (${signedGrouped(low)} to ${signedGrouped(high)})`;
}

function signedGrouped(value: number): string {
  const text = grouped(Math.abs(value));
  return text === '0' ? '0' : `${value < 0 ? '−' : '+'}${text}`;
}

export function impactPage(result: PopulationImpact): Block[] {
  return inOrder(result.order.variants, result.variants).flatMap(([name, { overall, segments }]) => {
    const columns = [['all', overall] as const, ...(result.order.segments.length === 1 ? [] : inOrder(result.order.segments, segments))];
    const rows = [
      ['people', ...columns.map(([, here]) => grouped(here.people))],
      ['better off', ...columns.map(([, here]) => grouped(here.better))],
      ['worse off', ...columns.map(([, here]) => grouped(here.worse))],
      ...([...Object.entries(changeNames), ['money', 'worth']] as [keyof typeof changeNames | 'money', string][])
        .filter(([key]) => columns.some(([, here]) => here[key] !== undefined))
        .map(([key, label]) => [
          label,
          ...columns.map(([, here]) => (here[key] === undefined ? '–' : signedGrouped(here[key].difference))),
        ]),
    ];
    return [
      { heading: `${name} for ${grouped(result.population)} people` },
      { prose: overall.sentence },
      { table: { head: ['', ...columns.map(([id, here]) => here.name ?? id)], rows } },
    ];
  });
}
