import { segmentName } from '../results/segment-name';
import { JourneyError } from '../errors/journey-error';
import { unknownName } from '../errors/unknown-name';
import { segmentIds } from '../results/order';
import type { AnySimulation } from '../results/types';
import { defaultBand } from './band';
import type { Drawing } from './drawing';
import { withGaps } from './gaps';
import { affectText } from './number-text';
import type { RibbonOptions } from './options';
import { palettes } from './palette';
import { customersLine, lineOf, stepsOf } from './ribbon-of';

/** All customers, in the place of a segment's id. */
const everybody = 'overall';

/** A simulation as something to draw: all customers or one segment; or one segment against another, on the same steps. */
export function simulationDrawing(result: AnySimulation, options: RibbonOptions): Drawing {
  const { segment, against, across = 'clock', width = 1_000, theme = 'light', note } = options;
  const steps = stepsOf(result, segment, across);
  const plain = {
    ...{ note, width, across },
    band: defaultBand,
    palette: palettes[theme],
    slots: steps.map(({ label, stage, wait = false }) => ({ label, stage, wait })),
  };
  if (against === undefined) {
    return {
      ...plain,
      title: options.title ?? (segment === undefined ? result.journey.name : `${result.journey.name}: ${segment}`),
      subtitle: options.subtitle ?? customersLine(result, segment),
      line: withGaps(lineOf('', steps), result, segment),
    };
  }
  checkAgainst(result, segment, against);
  const others = stepsOf(result, against === everybody ? undefined : against, across);
  const called = (id: string): string => (id === everybody ? 'all customers' : segmentName(result.study.segments, id));
  const names = [called(segment!), called(against)] as const;
  // Both live the same steps, one a little longer here, the other there: a column is as wide as the longer of both.
  return {
    ...plain,
    title: options.title ?? `${result.journey.name}: ${names[0]} against ${names[1]}`,
    subtitle: options.subtitle ?? customersLine(result, undefined),
    line: withGaps(lineOf(names[0], steps), result, segment),
    other: withGaps(lineOf(names[1], others), result, against === everybody ? undefined : against),
    compares: 'segments',
    finding: apart(names, steps, others),
  };
}

function checkAgainst(result: AnySimulation, segment: string | undefined, against: string): void {
  const known = [...segmentIds(result), everybody];
  if (segment === undefined) {
    throw new JourneyError([
      {
        code: 'missing',
        path: 'segment',
        expected: `one of ${segmentIds(result).slice(0, 30).join(', ')}`,
        received: 'nothing',
        hint: 'against is the other of two',
      },
    ]);
  }
  if (!known.includes(against)) throw new JourneyError([unknownName('against', against, known)]);
  if (against !== segment) return;
  throw new JourneyError([
    { code: 'conflict', path: 'against', expected: 'another segment than segment', received: JSON.stringify(against) },
  ]);
}

type Steps = ReturnType<typeof stepsOf>;

/** Where two segments feel most differently. */
function apart([first, second]: readonly [string, string], steps: Steps, others: Steps): string {
  const mean = (step: Steps[number]): number => (step.affectStart + step.affectEnd) / 2;
  const gaps = steps.map((step, index) => mean(step) - mean(others[index]!));
  const widest = gaps.reduce((best, gap, index) => (Math.abs(gap) > Math.abs(gaps[best]!) ? index : best), 0);
  if (Math.abs(gaps[widest]!) < 0.05) return `${first} and ${second} feel alike in every step.`;
  return `${first} against ${second}: farthest apart in ${steps[widest]!.label}, at ${affectText(mean(steps[widest]!))} and ${affectText(mean(others[widest]!))}.`;
}
