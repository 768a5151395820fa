import type { Issue } from '../errors/issue';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { deepFreeze } from '../plain/deep-freeze';
import { guardPlain, standardLimits } from '../plain/guard-plain';
import { checkId } from './check-ids';
import { checkShape } from './check-shape';
import { checkShares, total } from './check-shares';
import { knownSegmentKeys } from './known-keys';
import { withDisplay } from '../words/display';
import { inWrittenOrder } from '../plain/issues-error';
import { isMade, markAs } from '../plain/made-here';
import { MetIds } from './met-ids';
import { readSegment, segmentSchemas } from './segment-fields';
import { segmentsPage } from './segments-page';
import type { Segment } from './types';

export type SegmentsReading =
  | { readonly segments: readonly Segment[]; readonly issues: readonly [] }
  | { readonly segments?: undefined; readonly issues: readonly Issue[] };

const limits = { ...standardLimits, counted: { ...standardLimits.counted, name: 'segments' } };

/** As `readJourney`, for segments: guard, shape, rules, then all issues or the canonical frozen list. */
export function readSegments(input: unknown): SegmentsReading {
  if (isMade('segments', input)) return { segments: input as readonly Segment[], issues: [] };
  const guarded = guardPlain(input, limits);
  if (guarded.issue !== undefined) return { issues: [guarded.issue] };

  const issues: Issue[] = [];
  checkShape(segmentSchemas.segments, guarded.data, issues, knownSegmentKeys);

  const resolved = Array.isArray(guarded.data) ? resolve(guarded.data, issues) : undefined;
  if (issues.length > 0 || resolved === undefined) return { issues: inWrittenOrder(issues) };
  return { segments: madeSegments(resolved as readonly Segment[]), issues: [] };
}

/** Segments in their canonical form, finished: known as such wherever they turn up, shown as a table by notebooks, and frozen. */
export function madeSegments(resolved: readonly Segment[]): readonly Segment[] {
  markAs('segments', resolved);
  return deepFreeze(withDisplay(resolved, segmentsPage));
}

function resolve(data: readonly unknown[], issues: Issue[]): unknown[] {
  checkIds(data, issues);
  checkShares(data, '', issues);
  const sum = total(data.map((segment) => (isRecord(segment) && typeof segment['count'] === 'number' ? segment['count'] : 0)));
  return data.map((segment, index) => {
    const counted = isRecord(segment) && typeof segment['count'] === 'number';
    const written = counted ? { ...segment, share: (segment['count'] as number) / sum } : segment;
    return readSegment(written, at('', index), issues);
  });
}

/** What results and standards call all segments, together or one by one. */
const reserved: readonly string[] = ['overall', 'each'];

function checkIds(segments: readonly unknown[], issues: Issue[]): void {
  const met = new MetIds('an id no other segment has');
  segments.forEach((segment, index) => {
    const id = isRecord(segment) ? segment['id'] : undefined;
    if (typeof id !== 'string' || id.trim() === '') return;
    const path = at(at('', index), 'id');
    checkId(id, path, issues);
    if (reserved.includes(id)) {
      issues.push({
        code: 'conflict',
        path,
        expected: `an id other than ${reserved.join(' and ')}`,
        received: quote(id),
        hint: 'results use it for all segments',
      });
    }
    met.add(id, `segment [${index}]`, path, issues);
  });
}
