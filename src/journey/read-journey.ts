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
import { readBefore, type KnownSteps } from './known-steps';
import { journeySchemas, journeyTables } from './step-fields';
import type { Journey } from './types';
import { walkSteps, type FoundStep } from './walk-steps';

/** A resolved journey, or everything that is wrong with the input. */
export type JourneyReading =
  { readonly journey: Journey; readonly issues: readonly [] } | { readonly journey?: undefined; readonly issues: readonly Issue[] };

/**
 * The door, in three steps: (1) a guard that copies the input and stops at what is unsafe; (2) the shape; (3) the rules, over whatever of it
 * can be read, whether or not (2) found faults. Then all issues at once, or the journey: canonical, frozen, nothing in it the caller's.
 * `known`: steps read before, which need not be read again.
 */
export function readJourney(input: unknown, known?: KnownSteps): JourneyReading {
  if (isMade('journey', input)) return { journey: input as Journey, issues: [] };
  const guarded = guardPlain(input);
  if (guarded.issue !== undefined) return { issues: [guarded.issue] };
  const { data } = guarded;
  const other = otherThanJourney(data);
  if (other !== undefined) return { issues: [other] };

  const issues: Issue[] = [];
  const before = known === undefined || !isRecord(data) ? undefined : readBefore(data, known);
  const asked = before === undefined ? data : { ...(data as object), interactions: before.others };
  checkShape(journeySchemas.journey, asked, issues, knownJourneyKeys);
  const resolved = isRecord(data) ? resolve(data, asked as Record<string, unknown>, issues) : undefined;
  if (issues.length > 0 || resolved === undefined) {
    // Of a part of the steps, faults do not say where they stand.
    return before === undefined ? { issues: inWrittenOrder(issues) } : readJourney(input);
  }
  if (before === undefined) return { journey: madeJourney(resolved), issues: [] };
  const journey = madeJourney({ ...resolved, interactions: before.joined(resolved.interactions) });
  before.keep(journey);
  return { journey, issues: [] };
}

/** `asked`: the same journey with those of its steps that are still to be read. */
function resolve(data: Record<string, unknown>, asked: Record<string, unknown>, issues: Issue[]): Journey {
  const found = walkSteps(data);
  checkIds(found, issues);
  const resolved = journeyTables.journey.read({ ...asked, schemaVersion: 1 }, '', issues, {});
  checkOrder(found, issues, makeHinter());
  checkPace(data, issues);
  checkStages(data, found, issues, makeHinter());
  return resolved as Journey;
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
