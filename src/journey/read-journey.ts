import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { guardPlain } from '../plain/guard-plain';
import { isRecord } from '../plain/check-number';
import { checkIds } from './check-ids';
import { checkOrder } from './check-order';
import { makeHinter, type Hinter } from './hinter';
import { knownJourneyKeys } from './known-keys';
import { inWrittenOrder } from '../plain/issues-error';
import { isMade } from '../plain/made-here';
import { checkShape } from './check-shape';
import { madeJourney } from './made-journey';
import { otherThanJourney } from './other-than-journey';
import { journeySchemas, journeyTables } from './step-fields';
import type { Journey } from './types';
import { walkSteps, type FoundStep } from './walk-steps';

/** A resolved journey, or everything that is wrong with the input. */
export type JourneyReading =
  { readonly journey: Journey; readonly issues: readonly [] } | { readonly journey?: undefined; readonly issues: readonly Issue[] };

/**
 * The door, in three steps: (1) a guard that copies the input and stops at what is unsafe; (2) the shape; (3) the rules, over whatever of it
 * can be read, whether or not (2) found faults. Then all issues at once, or the journey: canonical, frozen, nothing in it the caller's.
 */
export function readJourney(input: unknown): JourneyReading {
  if (isMade('journey', input)) return { journey: input as Journey, issues: [] };
  const guarded = guardPlain(input);
  if (guarded.issue !== undefined) return { issues: [guarded.issue] };
  const other = otherThanJourney(guarded.data);
  if (other !== undefined) return { issues: [other] };

  const issues: Issue[] = [];
  checkShape(journeySchemas.journey, guarded.data, issues, knownJourneyKeys);

  const resolved = isRecord(guarded.data) ? resolve(guarded.data, issues) : undefined;
  if (issues.length > 0 || resolved === undefined) return { issues: inWrittenOrder(issues) };
  return { journey: madeJourney(resolved as Journey), issues: [] };
}

function resolve(data: Record<string, unknown>, issues: Issue[]): object {
  const found = walkSteps(data);
  checkIds(found, issues);
  const resolved = journeyTables.journey.read({ ...data, schemaVersion: 1 }, '', issues, {});
  checkOrder(found, issues, makeHinter());
  checkPace(data, issues);
  checkStages(data, found, issues, makeHinter());
  return resolved as object;
}

/** A display over stages is about steps of these. */
function checkStages(data: Record<string, unknown>, found: readonly FoundStep[], issues: Issue[], hint: Hinter): void {
  const { progress } = data;
  if (!isRecord(progress) || !Array.isArray(progress['shown'])) return;
  const named = found.flatMap(({ step: { stage } }) => (typeof stage === 'string' ? [stage] : []));
  progress['shown'].forEach((stage: unknown, index) => {
    if (typeof stage !== 'string' || stage.trim() === '' || named.includes(stage)) return;
    const path = at(at('progress', 'shown'), index);
    issues.push({ code: 'unknown-id', path, expected: 'the stage of a step', received: quote(stage), ...hint(stage, [...new Set(named)]) });
  });
}

/** A pace written as a list says what is shown at each step. */
function checkPace(data: Record<string, unknown>, issues: Issue[]): void {
  const { progress, interactions } = data;
  if (!isRecord(progress) || !Array.isArray(progress['pace']) || !Array.isArray(interactions)) return;
  const count = progress['pace'].length;
  if (count === interactions.length) return;
  const expected = `one share for each of the ${interactions.length} steps`;
  issues.push({ code: 'conflict', path: at('progress', 'pace'), expected, received: count === 0 ? 'an empty list' : `a list of ${count}` });
}
