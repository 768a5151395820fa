import type { Interaction } from '../journey/types';
import type { Comparison, Simulation } from '../results/types';

/** A segment as people call it. */
export function nameOfSegment({ study }: Pick<Simulation | Comparison, 'study'>, id: string): string {
  return study.segments.find((segment) => segment.id === id)?.name ?? id;
}

export function nameOfStep({ id, name }: Pick<Interaction, 'id' | 'name'>): string {
  return name ?? id;
}
