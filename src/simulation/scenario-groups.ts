import type { OutcomeName } from '../experience/outcomes';
import type { Scenario } from './compile-scenario';
import type { Visit } from './live-scenarios';
import type { ResolvedStudy } from './read-study';

/** Scenarios that the same customers are to live, some at a time. */
export interface Scenarios {
  readonly study: ResolvedStudy;
  readonly scenarios: readonly Scenario[];
  /** What the others are held against: it is lived first in every group. */
  readonly lead?: Scenario | undefined;
  readonly outcomes: readonly OutcomeName[];
  readonly customers: number;
  /** As many live side by side: they share what is drawn, and each keeps its plan and columns until all have lived. */
  readonly together: number;
  /** How whoever does a part of it elsewhere makes them again. Default: all live here. */
  readonly elsewhere?: MadeAgain | undefined;
}

/** How scenarios are made again from what is written. */
export interface MadeAgain {
  /** Whose task it is. */
  readonly kind: 'robustness' | 'search' | 'drivers';
  /** The study as its door takes it, as plain JSON. Throws where it cannot be written down. */
  readonly written: () => Readonly<Record<string, unknown>>;
  /** Whose customers these are, where one door has several. */
  readonly part?: string | undefined;
}

/** Some of the scenarios, after the lead. */
export interface ScenarioGroup {
  /** The place of the first of them among all. */
  readonly place: number;
  readonly scenarios: readonly Scenario[];
  /** Told of a scenario by its place in the group, and tells of it by its place among all, the lead being −1. */
  readonly visit: Visit;
}

/** Groups of so many; a lead alone is one as well. */
export function groupsOf({ scenarios, lead }: Scenarios, size: number, visit: Visit): ScenarioGroup[] {
  const leads = lead === undefined ? [] : [lead];
  return Array.from({ length: Math.max(leads.length, Math.ceil(scenarios.length / size)) }, (_, index) => {
    const place = index * size;
    return {
      place,
      scenarios: [...leads, ...scenarios.slice(place, place + size)],
      visit: (segment, own, ...heard) => {
        visit(segment, own < leads.length ? -1 : place + own - leads.length, ...heard);
      },
    };
  });
}
