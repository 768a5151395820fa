import { formatNumber } from '../distributions/format-number';
import { outcomeDescriptions, type OutcomeName } from '../experience/outcomes';
import { formatDifference, grouped, moreToTell } from '../results/format-outcome';
import { oneLine } from '../words/one-line';
import { isShifted } from './shifted';
import type { DrawnInput, Flip, ParameterEffect, UncertaintyShares, ValueOfInformation, Worth, WorthOfNumber } from './types';

const nouns: { readonly [Number in DrawnInput['number']]: string } = {
  affect: 'affect',
  duration: 'duration',
  failure: 'chance of failure',
  dropout: 'chance of giving up',
  expectation: 'expectation',
  patience: 'patience',
  expectedDuration: 'expected duration',
};

/** `duration of queue`; of what a redesign promises, `promised duration of queue`. */
export function inputName({ of, name, number, variants }: DrawnInput): string {
  return `${variants === undefined ? '' : 'promised '}${nouns[number]} of ${name ?? of}`;
}

/** An end of its range, beside what is written: `+2.0`, `÷ 1.5`. */
export function inputValue({ number }: DrawnInput, value: number): string {
  if (isShifted(number)) return formatDifference('peakAffect', value);
  return value < 1 ? `÷ ${formatNumber(1 / value, 2)}` : `× ${formatNumber(value, 2)}`;
}

/** `where duration of queue is more than 1.32 times what is written`. */
export function inputFlipWords(drawn: DrawnInput, { side, value }: Extract<Flip, { readonly path: string }>): string {
  if (!isShifted(drawn.number)) {
    return `where ${inputName(drawn)} is ${side === 'above' ? 'more' : 'less'} than ${formatNumber(value, 2)} times what is written`;
  }
  return `where ${inputName(drawn)} is more than ${formatNumber(Math.abs(value), 1)} ${side} what is written`;
}

/** What to take, and what it would be worth to know more first. */
export function choiceSentence(outcome: OutcomeName, { choice, expected, everything }: Omit<ValueOfInformation, 'sentence'>): string {
  const take =
    choice === undefined
      ? 'keep the baseline'
      : `take ${choice === 'variant' ? 'the variant' : choice} (${formatDifference(outcome, expected)})`;
  const now = oneLine(`by the mean over all sets ${take}`);
  if (!(everything.gain > 0))
    return `${now}; no set would choose otherwise: to know more would not change this choice, only how closely its size is known.`;
  return `${now}; to know everything first would be worth ${worthWords(outcome, everything)}.`;
}

/** `0.12 ± 0.04 of satisfaction (45,000 in money)`: what it is expected to bring, with its standard error. */
function worthWords(outcome: OutcomeName, worth: Worth): string {
  return `${gainText(outcome, worth)} of ${outcomeDescriptions[outcome].label}${moneyText(worth)}`;
}

/** `0.12 ± 0.04`. */
export function gainText(outcome: OutcomeName, { gain, gainError }: Worth): string {
  const more = gain < 0.5 ? 1 : 0;
  const plain = (value: number): string => formatDifference(outcome, value, more).replace('+', '');
  return `${plain(gain)} ± ${plain(gainError)}`;
}

/** ` (45,000 in money)`, where it is known. */
export function moneyText({ money }: Worth): string {
  return money === undefined ? '' : ` (${grouped(money)} in money)`;
}

/** Below this a share of the variance is not told from luck, and not said (judgement). */
const leastShare = 0.05;

/** Why a number is to be found out: what it is worth, how far it moves the difference, where it turns the verdict. */
export function measureSentence(
  outcome: OutcomeName,
  drawn: DrawnInput,
  { atLow, atHigh }: ParameterEffect,
  worth: WorthOfNumber & { readonly isWorth: boolean },
  flips: readonly Flip[],
  variant: string | undefined,
): string {
  const more = moreToTell((value, digits) => formatDifference(outcome, value, digits), [atLow, atHigh]);
  const difference = (value: number): string => formatDifference(outcome, value, more);
  const moves = `alone it moves the difference${variant === undefined ? '' : ` of ${variant}`} from ${difference(atLow)} (${inputValue(drawn, drawn.low)}) to ${difference(atHigh)} (${inputValue(drawn, drawn.high)})`;
  const parts = [
    worth.isWorth ? `worth ${worthWords(outcome, worth)} to know before choosing` : 'hardly changes the choice',
    moves,
    ...flips.map((flip) => ('path' in flip ? `the verdict turns ${inputFlipWords(drawn, flip)}` : '')),
    ...(worth.share >= leastShare ? [`it goes with ${formatNumber(100 * worth.share, 0)} % of what varies between sets`] : []),
  ];
  return oneLine(`${inputName(drawn)} (${inputSource(drawn)}): ${parts.join('; ')}.`);
}

/** The number of the model that alone moves the difference more than any number of the journeys and segments does. */
export function modelMovesSentence(
  outcome: OutcomeName,
  { path, low, high }: { readonly path: string; readonly low: number; readonly high: number },
  { atLow, atHigh }: ParameterEffect,
  flips: readonly Flip[],
  variant: string | undefined,
): string {
  const more = moreToTell((value, digits) => formatDifference(outcome, value, digits), [atLow, atHigh]);
  const end = (difference: number, value: number): string => `${formatDifference(outcome, difference, more)} (${formatNumber(value, 2)})`;
  const turns = flips.map((flip) => ('path' in flip ? `; the verdict turns where it is ${flip.side} ${formatNumber(flip.value, 2)}` : ''));
  const whose = variant === undefined ? '' : ` of ${variant}`;
  return oneLine(
    `${path}, a number of the model, alone moves the difference${whose} most: from ${end(atLow, low)} to ${end(atHigh, high)}${turns.join('')}.`,
  );
}

/** Where a number comes from, in a word or three. */
export function inputSource({ source }: DrawnInput): string {
  return source === 'not said' ? 'source not said' : source;
}

/** The sources of what is uncertain, as they are called. */
export const sourceNames = [
  ['guesses', 'guesses'],
  ['inputs', 'other numbers of the journey'],
  ['model', "the model's numbers"],
  ['memory', 'how people remember'],
] as const;

/** `Of what is uncertain, 61 % (± 5) comes from guesses, …`: first orders, largest first. What luck puts below 0 is told as 0, and taken from what is left, so that all sum to all. */
export function sharesSentence(shares: UncertaintyShares): string {
  const percents = (value: number): string => formatNumber(100 * value, 0);
  const parts = sourceNames
    .flatMap(([source, name]) => (shares[source] === undefined ? [] : [{ name, ...shares[source] }]))
    .sort((a, b) => b.first - a.first)
    .map(({ name, first, firstError }) => `${percents(Math.max(0, first))} % (± ${percents(firstError)}) from ${name}`);
  const sampling = `${percents(shares.sampling)} % from the luck of who was simulated`;
  const below = sourceNames.reduce((sum, [source]) => sum + Math.min(0, shares[source]?.first ?? 0), 0);
  const left = shares.interactions + below;
  const together = left >= 0.01 ? `, ${percents(left)} % from several of these together` : '';
  return `Of what is uncertain, as variance: ${[...parts, sampling].join(', ')}${together}.`;
}
