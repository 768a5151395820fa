/** What the library resolved and froze itself, and so need not check again. */
export type Made = 'distribution' | 'journey' | 'segments' | 'result' | 'recordings';

/** Lets a class put its private field on an object that already exists. */
class Onto {
  constructor(target: object) {
    return target;
  }
}

/**
 * A mark nobody outside can see, copy or forge: a private field. It survives nothing — not JSON, not spreading, not another copy of the
 * library — so whatever did not come straight from here goes through the checks again.
 */
class Mark extends Onto {
  #made: Made;

  constructor(target: object, made: Made) {
    super(target);
    this.#made = made;
  }

  static of(value: unknown): Made | undefined {
    return typeof value === 'object' && value !== null && #made in value ? value.#made : undefined;
  }
}

/** Marks an object, before it is frozen. */
export function markAs(made: Made, target: object): void {
  new Mark(target, made);
}

export function isMade(made: Made, value: unknown): boolean {
  return Mark.of(value) === made;
}
