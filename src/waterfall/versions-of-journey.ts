import type { Journey } from '../journey/types';
import { runEdits } from '../redesign/run-edits';
import type { Edit } from '../redesign/types';

/**
 * The journey with any of the edits done: a set of them is a number with one bit for each atom. An atom is one edit, or several that are only
 * possible together. Edits of a set are done in the order given, whichever set it is.
 */
export class JourneyVersions {
  /** Places in the list of edits. */
  readonly atoms: readonly (readonly number[])[];
  readonly #known = new Map<number, Journey | undefined>();

  constructor(
    private readonly baseline: Journey,
    private readonly edits: readonly Edit[],
  ) {
    const atoms: number[][] = [];
    let open: number[] = [];
    edits.forEach((_, index) => {
      open.push(index);
      if (this.#run(edits.slice(0, index + 1)) === undefined) return;
      atoms.push(open);
      open = [];
    });
    this.atoms = atoms;
  }

  /** The set of all atoms. */
  get all(): number {
    return (1 << this.atoms.length) - 1;
  }

  /** The journey with this set of edits done; undefined where they are not possible without others. */
  journey(set: number): Journey | undefined {
    if (!this.#known.has(set)) {
      const chosen = this.atoms.flatMap((atom, index) => ((set >> index) & 1 ? atom : [])).map((index) => this.edits[index]!);
      this.#known.set(set, this.#run(chosen));
    }
    return this.#known.get(set);
  }

  #run(edits: readonly Edit[]): Journey | undefined {
    return edits.length === 0 ? this.baseline : runEdits(this.baseline, edits).done?.journey;
  }
}
