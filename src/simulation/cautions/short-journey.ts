import { formatSeconds } from '../../distributions/format-seconds';
import { mean } from '../../distributions/mathematics';
import type { Interaction, Journey } from '../../journey/types';
import { units } from '../../journey/units';
import type { Parameter } from '../../model/types';
import { called, type Doubt } from './doubt';

/** Judgement: few journeys of several steps that are worth a map are over in two minutes, but for those on a screen. */
const shortestSeconds = 120;
const onScreen = new Set(
  (
    'web website webshop online internet digital app mobile page pages screen browser click clicks tap swipe scroll load loads loading ' +
    'spinner login popup link url search cart basket checkout ivr'
  ).split(' '),
);

/** A journey of several steps that is over at once: mostly plain numbers, which are seconds, where minutes were meant. */
export function shortJourney(journey: Journey): Doubt[] {
  const steps = journey.interactions.flatMap(wholes);
  const seconds: number[] = [];
  let total = 0;
  for (const { duration } of steps) {
    const own = mean(duration ?? 0);
    seconds.push(own);
    total += own;
    if (total >= shortestSeconds) return [];
  }
  if (steps.length < 2 || total === 0) return [];
  if (!steps.every(({ duration }) => mayLackUnit(duration ?? 0)) || [...texts(journey)].some(namesScreen)) return [];
  const longest = seconds.indexOf(Math.max(...seconds));
  const what =
    `the whole journey lasts ${formatSeconds(total)}: a plain number is seconds, so if minutes are meant, write '${Number(seconds[longest]!.toPrecision(3))} min' ` +
    `at ${called(steps[longest]!)}`;
  return [{ code: 'short-journey', path: 'interactions', what, whole: true }];
}

function wholes(step: Interaction): readonly Interaction[] {
  return step.parts === undefined ? [step] : step.parts.flatMap(wholes);
}

/** People forget the unit of whole numbers. A lognormal is mostly what a text such as `5 to 10 s` was read as, and there the unit stands. */
function mayLackUnit(duration: Parameter): boolean {
  return typeof duration === 'number' ? Number.isInteger(duration) : duration.type !== 'lognormal';
}

function* texts(journey: Journey): Generator<string> {
  yield journey.name;
  for (const { unit } of units(journey)) {
    yield* [unit.id, unit.name ?? '', unit.channel ?? '', 'stage' in unit ? (unit.stage ?? '') : ''];
  }
}

/** `Landing page`, `landing-page` and `landingPage` name a screen, where seconds are usual. */
function namesScreen(text: string): boolean {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => onScreen.has(word));
}
