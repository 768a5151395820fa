import type { OutcomeName } from '../experience/outcomes';
import { formatDifference } from './format-outcome';
import type { Difference, Differences } from './types';

/** Outcomes that every further moment can only add to: whoever goes on to the end has more of them, whatever the journey is like. */
export const addedUp = ['clockDuration', 'perceivedDuration', 'waitingDuration', 'failures'] as const satisfies readonly OutcomeName[];

const grown: ReadonlySet<OutcomeName> = /* @__PURE__ */ new Set<OutcomeName>(addedUp);

/** Whether whoever lives more of a journey has more of it. */
export const grows = (name: OutcomeName): boolean => grown.has(name);

/**
 * The difference among those who complete both journeys, where it says something else than that among all: another verdict, or the other way.
 * A time that is longer because people stay, or shorter because those who leave miss a step, would be taken for that of the journey.
 */
export function otherwiseAmongCompleters(differences: Differences, name: OutcomeName): Difference | undefined {
  if (!grows(name)) return undefined;
  const all = outcomeIn(differences, name);
  const both = outcomeIn(differences.ifCompletedBoth ?? {}, name);
  if (all === undefined || both === undefined) return undefined;
  const turned = all.conclusion !== 'practically the same' && all.difference * both.difference < 0;
  return both.conclusion !== all.conclusion || turned ? both : undefined;
}

/** `more stay to the end, for those who complete both −7.9 min, better`; nothing where completers say the same as all. */
export function completersWords(differences: Differences, name: OutcomeName): string | undefined {
  const both = otherwiseAmongCompleters(differences, name);
  if (both === undefined) return undefined;
  const stay = outcomeIn(differences, 'completed')?.conclusion;
  const who = stay === 'better' ? 'more stay to the end, ' : stay === 'worse' ? 'fewer stay to the end, ' : '';
  return `${who}for those who complete both ${formatDifference(name, both.difference)}, ${both.conclusion}`;
}

function outcomeIn(of: { readonly [Key in OutcomeName]?: Difference }, name: OutcomeName): Difference | undefined {
  return of[name];
}
