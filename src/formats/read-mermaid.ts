import { affectOfRating, checkScale, type RatingScale } from '../distributions/rating-scale';
import { formatSeconds } from '../distributions/format-seconds';
import { readDurationText } from '../distributions/read-duration-text';
import type { Issue } from '../errors/issue';
import { quote } from '../errors/wording';
import { defineSegments } from '../journey/define-segments';
import { readDuration } from '../journey/read-quantity';
import { readJourney } from '../journey/read-journey';
import type { DurationInput } from '../journey/wait-types';
import type { InteractionInput, Journey, Response, Segment, SegmentInput } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { issuesError, throwIssues } from '../plain/issues-error';
import { reading } from '../plain/reading';
import { IdsOfNames } from './ids-of-names';
import { Leftovers, type Converted } from './left';
import { tellNamedWaits } from './named-waits';
import { readDiagram, type MermaidTask } from './mermaid-lines';
import { placeAt } from './place-in-text';
import { wholeText } from './whole-text';
import { shown } from './shown';

/** How a journey diagram is to be read. */
export interface FromMermaidOptions {
  /** What the journey is called where the diagram has no title. Default `'Journey'`, and `left` says so. */
  readonly name?: string | undefined;
  /** The ends of the scale of the scores, as in `fromScale`. Default `[1, 5]`, the one that Mermaid documents. */
  readonly scale?: RatingScale | undefined;
  /** How long every step takes, for a diagram does not say: seconds, text or a distribution. Default 5 minutes (judgement), and `left` says so. */
  readonly duration?: DurationInput | undefined;
  /**
   * What becomes of actors beside the `actors` of their steps: `'text'` (default) nothing; `'segments'` a segment each, which skips the steps of others, for
   * at most 100 actors (fewer beyond 2,000 tasks).
   */
  readonly actors?: 'text' | 'segments' | undefined;
}

/** What a journey diagram holds. */
export interface MermaidJourney {
  readonly journey: Journey;
  /** With `actors: 'segments'`: one for each actor, of equal shares; a step without actors is everybody's. Absent where there are no actors. */
  readonly segments?: readonly Segment[];
}

/** Judgement: the order of a task at a desk. Memory by peak and end hardly asks; where durations matter, they have to be given. */
const assumedSeconds = 300;
const optionNames = ['name', 'scale', 'duration', 'actors'] as const satisfies readonly (keyof FromMermaidOptions)[];

/**
 * A journey from a Mermaid `journey` diagram, as people write them: tasks become steps with an id made from their name, sections stages, scores
 * affect, and whoever is named behind the score the step's `actors`. Spacing, comments, settings in front, a fence of Markdown around it, missing
 * actors and trailing commas do not matter; `#58;` and `&amp;` stand for characters.
 *
 * @param text The diagram, or its bytes in UTF-8; at most 20 million characters.
 * @param options `scale` of the scores (default `[1, 5]`), `duration` of every step (default 5 minutes), `name` where there is no title, `actors`:
 * `'segments'` for a segment each.
 * @returns `value`: `{ journey, segments? }`; `left`: what was assumed (durations, a name, that nobody waits where a name says so) and what a journey has no place for (comments, settings).
 * @throws JourneyError `invalid-text` with line and column for a line that is no task, `out-of-range` for a score that is not on the scale,
 * `too-large` for more actors than segments can be made of.
 *
 * @example
 * import { fromMermaid } from 'peakend/formats';
 * const { value, left } = fromMermaid('journey\n  title Visit\n  section Arrive\n    Park the car: 2: Ann, Bo', { duration: '10 min' });
 * value.journey.interactions[0].id; // 'park-the-car'
 * value.journey.interactions[0].affect; // -5
 * left.length; // 0
 */
export function fromMermaid(text: string | Uint8Array, options: FromMermaidOptions = {}): Converted<MermaidJourney> {
  const read = reading(options, optionNames, { path: 'options' });
  const name = read.text('name', 'what the journey is called');
  const scale = read.by('scale', checkScale) ?? ([1, 5] as const);
  const typed = read.written.duration;
  const duration = read.by('duration', readDuration);
  const actors = read.oneOf('actors', ['text', 'segments']) ?? 'text';
  read.finish();

  const left = new Leftovers();
  const issues: Issue[] = [];
  const { title, tasks } = readDiagram(wholeText(text, 'text', left), issues, left);
  for (const task of tasks) checkScore(task, scale, tasks, issues);
  if (tasks.length === 0 && issues.length === 0) {
    issues.push({ code: 'missing', path: '', expected: 'at least one task: name: score: actors', received: 'a diagram without any' });
  }
  if (actors === 'segments' && issues.length === 0) checkActors(tasks, issues);
  throwIssues(issues);
  if (title === undefined && name === undefined) left.add('', 'it has no title: the journey is called Journey');
  if (duration === undefined)
    left.add('', `durations are not in it: ${formatSeconds(assumedSeconds)} are assumed for every step`, tasks.length);

  const ids = new IdsOfNames();
  const isTyped = typeof typed === 'string' && readDurationText(typed, '', []) !== undefined;
  const durations = { duration: duration ?? assumedSeconds, ...(isTyped ? { durationText: typed.trim() } : {}) };
  const steps = tasks.map((task, index) => stepOf(task, ids.idOf(task.name, `step-${index + 1}`), scale, durations));
  const { journey, issues: faults } = readJourney({ name: title ?? name ?? 'Journey', interactions: steps });
  if (journey === undefined) throw issuesError(faults.map((issue) => inLines(issue, tasks)));
  tellNamedWaits(journey.interactions, left);
  const segments = actors === 'segments' ? segmentsOf(journey, left) : undefined;
  return deepFreeze(shown({ value: { journey, ...(segments === undefined ? {} : { segments }) }, left: left.list() }));
}

function stepOf(
  { name, section, score, actors }: MermaidTask,
  id: string,
  scale: RatingScale,
  durations: Pick<InteractionInput, 'duration' | 'durationText'>,
): object {
  return {
    id,
    ...(name === id ? {} : { name }),
    ...(section === undefined ? {} : { stage: section }),
    ...durations,
    affect: affectOfRating(score, ...scale),
    ...(actors.length === 0 ? {} : { actors }),
  };
}

function checkScore({ score, line, column }: MermaidTask, scale: RatingScale, tasks: readonly MermaidTask[], issues: Issue[]): void {
  const [min, max] = [Math.min(...scale), Math.max(...scale)];
  if (score >= min && score <= max) return;
  const path = placeAt(line, column);
  const hint = `where scores go further, name their scale, as in ${fittingScale(tasks)}`;
  issues.push({
    code: 'out-of-range',
    path,
    expected: `a score from ${min} to ${max}`,
    received: quote(score),
    hint,
    params: { min, max },
  });
}

/** A usual scale that holds all scores of a diagram. */
function fittingScale(tasks: readonly MermaidTask[]): string {
  const scores = tasks.map(({ score }) => score);
  const [least, most] = [scores.reduce((a, b) => Math.min(a, b), Infinity), scores.reduce((a, b) => Math.max(a, b), -Infinity)];
  const high = [3, 5, 7, 10, 100].find((end) => end >= most && end >= -least) ?? Math.ceil(most);
  return `scale: [${least < 0 ? -high : least < 1 ? 0 : 1}, ${high}]`;
}

/** A fault of a step, at the line of its task. */
function inLines(issue: Issue, tasks: readonly MermaidTask[]): Issue {
  const place = (text: string): string =>
    text.replace(/^interactions\[(\d+)\]|\binteractions\[(\d+)\]/g, (_, first?: string, other?: string) =>
      placeAt(tasks[Number(first ?? other)]?.line ?? 1),
    );
  return { ...issue, path: place(issue.path), ...(issue.hint === undefined ? {} : { hint: place(issue.hint) }) };
}

/** What results and standards call all segments. */
const reserved = ['overall', 'each', 'everyone'];

/** More kinds of customers than any diagram tells apart: what is more is probably names of persons. */
const mostSegments = 100;
/** Steps that segments skip, in all. */
const mostSkips = 200_000;

/** Whether a segment for each actor can be made, told at the first actor who is too many. */
function checkActors(tasks: readonly MermaidTask[], issues: Issue[]): void {
  const max = Math.min(mostSegments, Math.floor(mostSkips / Math.max(1, tasks.length)));
  const known = new Set<string>();
  for (const { actors, line } of tasks) {
    for (const actor of actors) known.add(actor);
    if (known.size <= max) continue;
    const expected = `at most ${max} actors in ${tasks.length} tasks, for a segment each`;
    const hint = "leave the option actors out, or 'text': every step then keeps its actors by name";
    issues.push({ code: 'too-large', path: placeAt(line), expected, received: `${known.size} up to here`, hint, params: { max } });
    return;
  }
}

/** A segment for each actor, of equal shares: it skips the steps in which only others take part. */
function segmentsOf({ interactions }: Journey, left: Leftovers): readonly Segment[] | undefined {
  const names = [...new Set(interactions.flatMap(({ actors = [] }) => actors))];
  if (names.length === 0) {
    left.add('', 'nobody is named in it: there are no segments');
    return undefined;
  }
  const ids = new IdsOfNames(reserved);
  return defineSegments(
    names.map((name, index): SegmentInput => {
      const others = interactions.filter(({ actors }) => actors !== undefined && !actors.includes(name));
      const responses: Record<string, Response> = Object.fromEntries(others.map((step) => [step.id, { skip: 1 }]));
      const id = ids.idOf(name, `actor-${index + 1}`);
      return { id, ...(name === id ? {} : { name }), count: 1, ...(others.length === 0 ? {} : { responses }) };
    }),
  );
}
