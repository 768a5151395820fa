import { unfit } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { issuesError } from '../plain/issues-error';
import { isList } from '../plain/plain-object';
import type { RangeResult } from '../simulation/range-errand';
import { executeScenarios } from '../simulation/scenarios-task';
import { Designs, type Design } from './designs';
import { partOf, scenarioOf, type WrittenDesign } from './live-designs';
import { isAllowed, type Order } from './orders';
import { readSearch } from './read-search';
import type { Picks, SearchSpace } from './search-space';

/** Does a part of `findRedesignsAsync`, `bestOrderAsync` or `leastChangeAsync`. Throws a JourneyError where the task is none, or its study faulty. */
export function executeSearchTask(task: unknown): RangeResult {
  return executeScenarios(task, (input, part) => {
    if (part !== 'search' && part !== 'choice') throw issuesError([unfit(part, 'part', "'search' or 'choice'")]);
    const { study, space } = readSearch(input, [], () => []);
    const makers = new Designs(space);
    return {
      study: partOf(study, part),
      scenario: (written) => {
        const journey = journeyFrom(written, space, makers);
        return journey === undefined ? undefined : scenarioOf(journey, study, {});
      },
    };
  });
}

function journeyFrom(written: unknown, space: SearchSpace, makers: Designs): Design['journey'] | undefined {
  if (!isRecord(written)) return undefined;
  const { picks, order } = written as { readonly [Key in keyof WrittenDesign]: unknown };
  if (picks === undefined) return space.journey;
  const { candidates } = space;
  const arePicks =
    isList(picks) && picks.length === candidates.length && candidates.every((ways, at) => picks[at] === 0 || isIn(ways, picks[at]));
  if (!arePicks) return undefined;
  if (order !== undefined && !isOrder(order, picks as Picks, makers)) return undefined;
  return makers.design(picks as Picks, order as Order | undefined)?.journey;
}

/** Whether it is the place of one of them, from 1. */
function isIn(ways: readonly unknown[], pick: unknown): boolean {
  return typeof pick === 'number' && ways[pick - 1] !== undefined;
}

function isOrder(order: unknown, picks: Picks, makers: Designs): boolean {
  const orders = makers.orders(picks);
  if (orders === undefined || !isList(order) || order.length !== orders.steps.length) return false;
  return orders.steps.every((_, place) => order.includes(place)) && isAllowed(orders, order as Order);
}
