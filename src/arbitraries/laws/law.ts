import type { Issue } from '../../errors/issue';
import { JourneyError } from '../../errors/journey-error';
import { randomSource, type RandomSource } from '../random-source';

/**
 * Something that must be true of a part somebody else wrote. Give each to the test runner you use:
 * `for (const { name, check } of memoryModelLaws(mine)) test(name, check)`.
 */
export interface Law {
  /** What must hold, as a sentence. */
  readonly name: string;
  /** `needed`: nothing works without it. `usual`: most such parts have it; one that means to break it leaves this law out. */
  readonly kind: 'needed' | 'usual';
  /** Throws a JourneyError with the simplest case found in which it does not hold. */
  readonly check: () => void;
}

/** A {@link Law} that is checked with a promise. */
export interface AsyncLaw extends Omit<Law, 'check'> {
  /** As {@link Law.check}, as a promise that is rejected. */
  readonly check: () => Promise<void>;
}

/** What is tried: how cases are drawn, and which are simpler than a given one. */
export interface Trial<Case> {
  readonly draw: (random: RandomSource) => Case;
  readonly simpler: (tried: Case) => readonly Case[];
  /** What is wrong in this case, or undefined. */
  readonly fault: (tried: Case) => Fault | undefined;
}

export interface Fault {
  readonly path: string;
  readonly received: string;
}

const cases = 150;
const mostShrinks = 400;

/** A law tried on cases drawn from a fixed seed; what fails is made as simple as it will go. */
export function law<Case>(name: string, kind: Law['kind'], trial: Trial<Case>): Law {
  return {
    name,
    kind,
    check: () => {
      const random = randomSource(name);
      for (let number = 0; number < cases; number++) {
        const found = trial.draw(random);
        const fault = trial.fault(found);
        if (fault !== undefined) throw broken(name, simplest(trial, found, fault));
      }
    },
  };
}

function simplest<Case>(trial: Trial<Case>, found: Case, first: Fault): Fault {
  let [known, fault] = [found, first];
  for (let tries = 0; tries < mostShrinks;) {
    let smaller = false;
    for (const next of trial.simpler(known)) {
      if (++tries > mostShrinks) break;
      const still = trial.fault(next);
      if (still === undefined) continue;
      [known, fault, smaller] = [next, still, true];
      break;
    }
    if (!smaller) break;
  }
  return fault;
}

export function broken(name: string, { path, received }: Fault): JourneyError {
  const issue: Issue = { code: 'conflict', path, expected: name, received };
  return new JourneyError([issue]);
}
