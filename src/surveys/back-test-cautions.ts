import { normalQuantile } from '../numerics/normal';
import { at } from '../errors/wording';
import { fixed, percent } from '../results/format-outcome';
import type { BackTest, BackTestCautionCode } from './back-test-types';
import { foretoldText } from './back-test-words';
import type { ReadBackTest } from './read-back-test';
import type { DataCaution } from './survey-types';

const fewPeople = 30;
/** One chance in a hundred, over all cells together, that a mean lies so far off though nothing is wrong. */
const alarm = 0.01;

/** Doubts about a back-test, misses first. */
export function backTestCautions(
  { cells, totals }: Pick<BackTest, 'cells' | 'totals'>,
  { folds }: ReadBackTest,
  strangers: readonly string[],
): DataCaution<BackTestCautionCode>[] {
  const cautions: DataCaution<BackTestCautionCode>[] = [];
  if (folds.some(({ isHeldOut }) => !isHeldOut)) {
    const message = 'no folds: the references know the very answers that are foretold, and so perhaps does the study';
    cautions.push({ code: 'not-held-out', path: 'folds', message });
  }
  if (strangers.length > 0) {
    const message = `the study has no segment ${strangers.slice(0, 8).join(', ')}: what they answered is not foretold`;
    cautions.push({ code: 'unknown-segment', path: 'observed.segment', message });
  }
  const critical = normalQuantile(1 - alarm / 2 / Math.max(1, cells.length));
  cells.forEach((cell, index) => {
    if (Math.abs(cell.z) <= critical) return;
    const message =
      `${foretoldText(cell)} of ${cell.segment} (${cell.fold}) was foretold ${fixed(cell.predicted, 2)}, observed ${fixed(cell.observed, 2)}: ` +
      `${fixed(Math.abs(cell.z), 1)} standard errors off`;
    cautions.push({ code: 'off', path: at('cells', index), message });
  });
  totals.forEach((total, index) => {
    const missed = total.coverage.filter(({ expected, observed, standardError }) => observed < expected - 4 * standardError - 0.02);
    if (missed.length === 0) return;
    const told = missed.map(
      ({ level, expected, observed }) => `${percent(observed)} in the ${percent(level)} interval, which claims ${percent(expected)}`,
    );
    cautions.push({ code: 'over-confident', path: at('totals', index), message: `${foretoldText(total)}: ${told.join('; ')}` });
  });
  const few = new Set(cells.filter(({ n }) => n < fewPeople).map(({ segment }) => segment));
  if (few.size > 0) {
    cautions.push({
      code: 'few-people',
      path: 'cells',
      message: `fewer than ${fewPeople} people stand behind some cells of ${[...few].join(', ')}`,
    });
  }
  return cautions;
}
