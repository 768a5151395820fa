import { leverHeads } from '../drivers/drivers-words';
import type { Drivers, Lever } from '../drivers/types';
import { signOf, type OutcomeName } from '../experience/outcomes';
import { differenceIn } from '../results/comparison-words';
import type { Comparison, Conclusion } from '../results/types';
import type { LeastChange, Redesigns } from '../search/types';
import type { Contribution } from '../waterfall/types';
import type { Block } from '../words/page';
import { forWhom } from './for-whom';
import type { RangeRow, ReportBlock } from './report-blocks';

/** The page of what was looked for, its main table also drawn: the figures are those the page has, whoever prints them. */
export function decisionBlocks(result: { readonly kind: string }, page: readonly Block[]): readonly ReportBlock[] {
  if (result.kind === 'drivers') return driversBlocks(result as Drivers, page);
  if (result.kind === 'redesigns') return redesignsBlocks(result as Redesigns, page);
  if (result.kind === 'least change') return leastBlocks(result as LeastChange, page);
  return page;
}

/** One table for each lever, most gain first: levers have no common price, so they share no scale. */
function driversBlocks({ outcome, overall, order, rankings }: Drivers, page: readonly Block[]): ReportBlock[] {
  return withFirstTable(page, ({ head: [step, ...levers], rows }) =>
    (Object.keys(leverHeads) as Lever[]).flatMap((lever) => {
      const column = 1 + levers.indexOf(leverHeads[lever]);
      const ranked = (rankings[lever]?.order ?? []).map((id): RangeRow => {
        const [name, text] = [0, column].map((place) => rows[order.steps.indexOf(id)]![place]!);
        return { cells: [name!, text!], ...strokeOf(overall.steps[id]!.levers[lever]!, outcome) };
      });
      return ranked.length === 0 ? [] : [{ ranges: { head: [step!, leverHeads[lever]], rows: ranked } }];
    }),
  );
}

/** An effect as it is drawn: better or worse where its own interval is on one side of 0. */
function strokeOf({ difference, interval: { low, high } }: Contribution, outcome: OutcomeName): Omit<RangeRow, 'cells'> {
  const sign = signOf(outcome);
  const conclusion: Conclusion = sign * difference > 0 ? 'better' : 'worse';
  return { low, value: difference, high, conclusion: low <= 0 && high >= 0 ? 'undecided' : conclusion };
}

/** The leaders on one scale, and who gains by the one chosen. */
function redesignsBlocks({ leaders, best, comparison }: Redesigns, page: readonly Block[]): ReportBlock[] {
  const drawn = withFirstTable(page, ({ head, rows }) => [
    {
      ranges: {
        head,
        rows: leaders.map(({ name, changes: [change] }, row): RangeRow => {
          const { outcome, segment, difference, interval } = change!;
          const { overall, segments } = comparison.variants[name]!;
          const { conclusion } = differenceIn(segment === 'overall' ? overall : segments[segment]!, outcome)!;
          return { cells: rows[row]!, low: interval.low, value: difference, high: interval.high, conclusion };
        }),
      },
    },
  ]);
  return best === undefined ? drawn : [...drawn, { heading: 'The one chosen: for whom' }, ...whose(comparison, best.name)];
}

function leastBlocks({ found, comparison }: LeastChange, page: readonly Block[]): readonly ReportBlock[] {
  // Where nothing has to be done nobody gains or loses.
  return found === undefined || comparison === undefined || found.edits.length === 0
    ? page
    : [...page, { heading: 'What was found: for whom' }, ...whose(comparison, found.name)];
}

/** Designs of every search are called alike, so headings do not name them. */
function whose(comparison: Comparison, name: string): ReportBlock[] {
  return forWhom(comparison, comparison.variants[name]!);
}

function withFirstTable(
  page: readonly Block[],
  draw: (table: { head: readonly string[]; rows: readonly (readonly string[])[] }) => ReportBlock[],
): ReportBlock[] {
  const at = page.findIndex((block) => 'table' in block);
  return page.flatMap((block, index): ReportBlock[] => (index === at && 'table' in block ? draw(block.table) : [block]));
}
