import { locate } from '../errors/locate';
import type { Issue } from '../errors/located-issue';
import { mostIssues } from '../plain/issues-error';
import type { Journey, JourneyInput } from '../journey/types';
import { readEdits } from './read-edits';
import { runEdits, runOrThrow } from './run-edits';
import type { Edit } from './types';

/**
 * Makes a new journey from one you have and a list of edits, applied in order. Use it to write a proposal down as what changes, instead of
 * as a second journey: every step that an edit does not name keeps its draws byte for byte, so `compare` shows the change alone.
 *
 * The journey you hand over is never touched. Either all edits are done or none: each is judged on the journey as the edits before it left
 * it, and the finished journey has to keep every `after` and `pin` (in between they may be broken, so steps that belong together can be
 * moved one by one). Redesigns compose: all edits at once give the same journey as in two goes.
 *
 * @param journey - A journey from `defineJourney`, or one as you would write it.
 * @param edits - Edits from the constructors (`move`, `merge`, `addChoice`, …) or from JSON.
 * @returns The redesigned journey, resolved and deeply frozen; the very journey given where nothing changed. Steps that did not change are
 * the same objects as before.
 * @throws JourneyError with every fault that can be found in one go, each located (`edits[1].place.before`) and with a hint: data that is no
 * edit; `unknown-id`, `duplicate-id`, `shares`; `impossible-edit` where the journey does not allow it.
 * @example
 * import { merge, move, redesign } from 'peakend';
 * const visit = {
 *   name: 'Clinic visit',
 *   interactions: [
 *     { id: 'thanks', duration: '1 min', affect: 4 },
 *     { id: 'register', duration: '4 min', affect: -1 },
 *     { id: 'triage', duration: '6 min', affect: -1 },
 *     { id: 'doctor', duration: '10 min', affect: 3 },
 *   ],
 * };
 * const calmer = redesign(visit, [merge(['register', 'triage'], { id: 'welcome' }), move('thanks', { to: 'end' })]);
 * calmer.interactions.map((step) => step.id).join(', '); // 'welcome, doctor, thanks'
 */
export function redesign(journey: JourneyInput, edits: readonly Edit[]): Journey {
  return runOrThrow(journey, edits).journey;
}

/**
 * Everything that is wrong with edits, as data: what `redesign` would throw; an empty list where nothing is. Use it on edits from outside,
 * or to tell in an editor whether a step can be dropped where it is held.
 *
 * @param edits - Anything at all; should be a list of edits.
 * @param journey - The journey they are for. Without it, only what is wrong for every journey is found.
 * @returns At most 200 issues, each with a stable `code`, a `path` such as `edits[0].place.before`, `expected`, `received` and, for edits, a `hint`.
 * @example
 * import { checkEdits } from 'peakend';
 * checkEdits([{ edit: 'move', id: 'pay', place: { to: 'top' } }])[0].path; // 'edits[0].place.to'
 */
export function checkEdits(edits: unknown, journey?: JourneyInput): readonly Issue[] {
  if (journey !== undefined) return runEdits(journey, edits).issues.slice(0, mostIssues).map(locate);
  const { read, issues } = readEdits(edits);
  return [...issues, ...read.flatMap((one) => one.issues)].slice(0, mostIssues).map(locate);
}
