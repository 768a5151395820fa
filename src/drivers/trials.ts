import type { AdjustedSegment } from '../experience/responses';
import type { Interaction, Option, Segment } from '../journey/types';
import { hasEffort } from '../journey/units';
import type { Work } from '../plain/work';
import { remove } from '../redesign/edits/remove';
import { runEdits } from '../redesign/run-edits';
import type { Scenario } from '../simulation/compile-scenario';
import { oneLine } from '../words/one-line';
import { numberLevers, pull, unitsLived, type Changes, type Pull } from './levers';
import type { ResolvedStudy } from '../simulation/read-study';
import type { ReadDrivers } from './read-drivers';
import type { Lever, LeverNote, LimitedLever } from './types';

/** What a scenario is, in plain data: a trial by its place in the list, a version of the journey by the steps that are not neutral in it; or as it is. */
export interface WrittenTrial {
  readonly trial?: number;
  readonly version?: number;
}

/** The journey as it is. */
export function asItIs({ journey, study }: ReadDrivers): Scenario {
  return { journeys: [journey], model: study.model, written: (): WrittenTrial => ({}) };
}

/** A lever at a step, or at one way through its choice, and the lives under it. */
export interface Trial {
  readonly step: string;
  readonly option: string | undefined;
  readonly lever: Lever;
  readonly scenario: Scenario;
  /** Of each segment: whether the lever can act for it. */
  readonly acts: readonly boolean[];
}

export interface Trials {
  readonly list: readonly Trial[];
  readonly absent: readonly LeverNote[];
  readonly limited: readonly LimitedLever[];
}

/** What laying a lever on a step takes, and what taking it away does for each step of the journey, in customers × steps. */
const layWork = 100;
const removeWork = 500;

/** Every lever of every step that is tried. */
export function* planTrials(read: ReadDrivers): Work<Trials> {
  const { journey, steps } = read;
  const found: Found = { list: [], absent: [], limited: [] };
  for (const step of journey.interactions) {
    if (!steps.includes(step.id)) continue;
    const lived = read.study.segments.map((segment) => unitsLived(step, segment));
    for (const lever of numberLevers) {
      const pulls = read.study.segments.map((segment, index) => pull(lever, lived[index]!, segment));
      add(found, read, { step: step.id, option: undefined, lever }, pulls);
      yield layWork;
    }
    addRemoval(found, read, step);
    yield removeWork * journey.interactions.length;
    for (const { id: option } of waysThrough(step)) {
      for (const lever of numberLevers) {
        const pulls = read.study.segments.map((segment, index) =>
          pull(
            lever,
            lived[index]!.filter(({ unit }) => unit.id === option),
            segment,
          ),
        );
        add(found, read, { step: step.id, option, lever }, pulls);
        yield layWork;
      }
    }
  }
  return found;
}

/** Of a step with a choice, which cannot have parts: itself as it is written, and its options. */
export function waysThrough(step: Interaction): readonly (Interaction | Option)[] {
  return step.choice === undefined ? [] : [step, ...step.choice.options];
}

type Place = Pick<Trial, 'step' | 'option' | 'lever'>;

interface Found {
  readonly list: Trial[];
  readonly absent: LeverNote[];
  readonly limited: LimitedLever[];
}

function add({ list, absent, limited }: Found, { study, journey }: ReadDrivers, place: Place, pulls: readonly Pull[]): void {
  absent.push(...notes(place, study, pulls, ({ absent: reason }) => reason));
  for (const note of notes(place, study, pulls, (one) => (one.changes === undefined ? undefined : one.limited?.reason))) {
    const shares = pulls.map((one) => (one.changes === undefined ? 0 : (one.limited?.share ?? 0)));
    limited.push({ ...note, share: Math.max(...shares) });
  }
  const acts = pulls.map(({ changes }) => changes !== undefined);
  if (!acts.includes(true)) return;
  const adjusted = new Map<Segment, Segment>();
  study.segments.forEach((segment, index) => {
    const { changes } = pulls[index]!;
    if (changes !== undefined) adjusted.set(segment, adjustedBy(segment, changes));
  });
  const trial = list.length;
  const scenario: Scenario = {
    journeys: [journey],
    model: study.model,
    segmentIn: (segment) => adjusted.get(segment) ?? segment,
    written: (): WrittenTrial => ({ trial }),
  };
  list.push({ ...place, scenario, acts });
}

/** A segment to whom some units are changed. */
export function adjustedBy(segment: Segment, changes: Changes): AdjustedSegment {
  return { ...segment, adjust: (unit, response) => changes.get(unit.id)?.(response) ?? response };
}

/** One note for each reason, with all segments it holds for. */
function notes(
  { step, option, lever }: Place,
  { segments }: ResolvedStudy,
  pulls: readonly Pull[],
  reasonOf: (one: Pull) => string | undefined,
): LeverNote[] {
  const reasons = new Map<string, string[]>();
  pulls.forEach((one, index) => {
    const reason = reasonOf(one);
    if (reason !== undefined) reasons.set(reason, [...(reasons.get(reason) ?? []), segments[index]!.id]);
  });
  return [...reasons].map(([reason, own]) => ({ step, lever, ...(option === undefined ? {} : { option }), segments: own, reason }));
}

function addRemoval({ list, absent }: Found, { study, journey, outcome }: ReadDrivers, step: Interaction): void {
  const { done, issues } = runEdits(journey, [remove(step.id)]);
  const place = { step: step.id, option: undefined, lever: 'removal' } as const;
  const asked = outcome === 'ease' && done !== undefined && !hasEffort(done.journey);
  if (done === undefined || asked) {
    const [issue] = issues;
    const isOnly = journey.interactions.length === 1;
    const reason = isOnly
      ? 'it is the only step'
      : issue === undefined
        ? 'no other step takes effort'
        : oneLine(`the journey needs ${issue.expected}`);
    absent.push({ step: step.id, lever: 'removal', segments: study.segments.map(({ id }) => id), reason });
    return;
  }
  const trial = list.length;
  const scenario: Scenario = { journeys: [done.journey], model: study.model, written: (): WrittenTrial => ({ trial }) };
  list.push({ ...place, scenario, acts: study.segments.map(() => true) });
}
