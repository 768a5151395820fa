import type { Caution } from './types';

/** Doubts as they stand at the foot of a page. */
export function cautionLines(cautions: readonly Caution[]): string[] {
  return cautions.map(({ message, path }) => `Caution: ${message} (${path})`);
}
