import { sameWritten } from '../plain/same-plain';
import { isRecord } from '../plain/check-number';
import type { Interaction, Journey } from './types';

/** A step as it was handed over, guarded, and what was read from it. */
export interface StepRead {
  readonly written: unknown;
  readonly step: Interaction;
}

/** Steps by their id, each as it was read last: whoever asks about one version of a journey after the other changes few of them. */
export interface KnownSteps {
  findStep(id: string): StepRead | undefined;
  keepStep(id: string, read: StepRead): void;
}

/** A journey of which some steps may have been read before. */
interface ReadBefore {
  /** The steps that are still to be read; the first, where there is none, for a journey has one at least. */
  readonly others: readonly unknown[];
  /** All steps in order, once the others are read. */
  joined(others: readonly Interaction[]): readonly Interaction[];
  keep(journey: Journey): void;
}

/** Finds what is known of a guarded journey. How a step is read depends on nothing beside it. Undefined: it has no list of steps. */
export function readBefore(data: Record<string, unknown>, known: KnownSteps): ReadBefore | undefined {
  const written: unknown = data['interactions'];
  if (!Array.isArray(written)) return undefined;
  const before = written.map((step: unknown) => find(step, known));
  const unknown = written.filter((_, index) => before[index] === undefined);
  return {
    others: unknown.length === 0 ? written.slice(0, 1) : unknown,
    joined(others) {
      let next = 0;
      return before.map((step) => step ?? others[next++]!);
    },
    keep({ interactions }) {
      interactions.forEach((step, index) => {
        if (before[index] === undefined) known.keepStep(step.id, { written: written[index], step });
      });
    },
  };
}

function find(written: unknown, known: KnownSteps): Interaction | undefined {
  const id = isRecord(written) ? written['id'] : undefined;
  const read = typeof id === 'string' ? known.findStep(id) : undefined;
  return read !== undefined && sameWritten(read.written, written) ? read.step : undefined;
}
