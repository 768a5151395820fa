import { skillOf } from './back-test-cells';
import type { SkillAgainst, BackTestCell, BackTestTotal, BackTestCoverage } from './back-test-types';

/** Everything foretold, over segments and folds: scores weigh by people. */
export function totalsOf(cells: readonly BackTestCell[]): BackTestTotal[] {
  const groups = new Map<string, BackTestCell[]>();
  for (const cell of cells) {
    const key = JSON.stringify([cell.foretold, cell.of]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [cell]);
    else group.push(cell);
  }
  return [...groups.values()].map(totalOf);
}

function totalOf(cells: readonly BackTestCell[]): BackTestTotal {
  const [{ foretold, of }] = cells as [BackTestCell];
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const mean = (of: (cell: BackTestCell) => number): number => cells.reduce((sum, cell) => sum + (cell.n / n) * of(cell), 0);
  const even = (of: (cell: BackTestCell) => number): number => cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  const against = (which: (cell: BackTestCell) => SkillAgainst): SkillAgainst => {
    const crps = mean((cell) => which(cell).crps);
    const difference = mean((cell) => which(cell).difference);
    const variance = cells.reduce((sum, cell) => {
      const error = (cell.n / n) * which(cell).standardError;
      return sum + error * error;
    }, 0);
    return { crps, skill: skillOf(difference, crps), difference, standardError: Math.sqrt(variance) };
  };
  return {
    foretold,
    ...(of === undefined ? {} : { of }),
    n,
    cells: cells.length,
    bias: even(({ difference }) => difference),
    rootMeanSquare: Math.sqrt(even(({ difference }) => difference * difference)),
    within: cells.filter(({ z }) => Math.abs(z) <= 1.96).length,
    crps: mean(({ crps }) => crps),
    againstSegment: against(({ againstSegment }) => againstSegment),
    againstEverybody: against(({ againstEverybody }) => againstEverybody),
    coverage: cells[0]!.coverage.map(({ level }, index): BackTestCoverage => ({
      level,
      expected: mean(({ coverage }) => coverage[index]!.expected),
      observed: mean(({ coverage }) => coverage[index]!.observed),
      standardError: Math.sqrt(
        cells.reduce(
          (sum, cell) => sum + (cell.n / n) * (cell.n / n) * cell.coverage[index]!.standardError * cell.coverage[index]!.standardError,
          0,
        ),
      ),
    })),
    distance: mean(({ distance }) => distance),
  };
}
