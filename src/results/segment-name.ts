import type { Segment } from '../journey/types';

/** What a segment is called. */
export function segmentName(segments: readonly Pick<Segment, 'id' | 'name'>[], id: string): string {
  return segments.find((segment) => segment.id === id)?.name ?? id;
}
