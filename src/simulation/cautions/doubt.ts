import { quote } from '../../errors/wording';
import type { Caution } from '../../results/types';
import { joined } from '../../words/joined';

/** A doubt about a journey, which becomes a caution of its own, or one together with those of other steps. */
export interface Doubt {
  readonly code: Caution['code'];
  /** From the journey; from the study where it starts with `segments`. */
  readonly path: string;
  /** The whole message; or, where `say` is there, the step with its value. Nothing is said of a variant that was said of the baseline. */
  readonly what: string;
  /** About a journey or a segment as a whole: not said again of a variant, whatever its numbers. */
  readonly whole?: true;
  /** Where a code has several doubts of its own: which of them. Those of one kind are told together. */
  readonly about?: string;
  /** What is to be said of all the steps with this doubt, each named once. */
  readonly say?: (steps: string) => string;
}

const mostNamed = 5;

/** Doubts about one journey as cautions: those that many steps share are told once, at the first of them. */
export function cautionsFrom(doubts: readonly Doubt[], where: string): Caution[] {
  const cautions: Caution[] = [];
  const shared = new Map<string, Doubt[]>();
  for (const doubt of doubts) {
    const { code, path, what, say, about = '' } = doubt;
    const kind = `${code} ${about}`;
    const others = shared.get(kind);
    if (say === undefined) cautions.push({ code, path: pathFrom(where, path), message: what });
    else if (others === undefined) shared.set(kind, [doubt]);
    else others.push(doubt);
  }
  for (const [first, ...others] of shared.values()) {
    const message = first!.say!(inWords([first!, ...others].map(({ what }) => what)));
    cautions.push({ code: first!.code, path: pathFrom(where, first!.path), message });
  }
  return cautions;
}

function pathFrom(where: string, path: string): string {
  return path.startsWith('segments') ? path : `${where}${path}`;
}

function inWords(steps: readonly string[]): string {
  if (steps.length > mostNamed) return `${steps.slice(0, mostNamed).join(', ')} and ${steps.length - mostNamed} more`;
  return joined(steps);
}

/** A step, part, option or segment as people call it. */
export function called({ name, id }: { readonly name?: string; readonly id: string }): string {
  return quote(name ?? id);
}
