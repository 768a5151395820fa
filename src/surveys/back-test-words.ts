import { formatSeconds } from '../distributions/format-seconds';
import { fixed, grouped, percent, signed } from '../results/format-outcome';
import type { Block } from '../words/page';
import type { BackTest, BackTestTotal, Foretold } from './back-test-types';

/** What was foretold, in words. */
export function foretoldText({ foretold, of }: { readonly foretold: Foretold; readonly of?: string }): string {
  if (of === undefined) return foretold === 'satisfied' ? 'top two of csat' : foretold;
  return foretold === 'takes part' ? `takes part: ${of}` : `${foretold}: ${of}`;
}

/** Totals, coverage and the reliability table. */
export function backTestPage({ folds, totals, reliability, cautions }: BackTest): Block[] {
  const told = (total: BackTestTotal, value: number): string =>
    total.foretold === 'duration' ? formatSeconds(Math.abs(value)) : fixed(value, 3);
  const blocks: Block[] = [
    {
      title: `Foretold and observed: ${folds.map(({ name, trained, tested }) => `${name} (${grouped(tested)} rows, from ${grouped(trained)})`).join(', ')}`,
    },
    {
      table: {
        head: ['foretold', 'people', 'bias', 'root m. sq.', 'within', 'score', 'skill: segment', 'skill: all', 'moved'],
        rows: totals.map((total) => [
          foretoldText(total),
          grouped(total.n),
          total.foretold === 'duration' ? `${total.bias < 0 ? '−' : '+'}${formatSeconds(Math.abs(total.bias))}` : signed(total.bias, 3),
          told(total, total.rootMeanSquare),
          `${total.within} of ${total.cells}`,
          told(total, total.crps),
          signed(total.againstSegment.skill, 3),
          signed(total.againstEverybody.skill, 3),
          told(total, total.distance),
        ]),
      },
    },
  ];
  const covered = totals.filter(({ coverage }) => coverage.length > 0);
  if (covered.length > 0) {
    blocks.push({
      table: {
        head: ['in the interval', ...covered[0]!.coverage.map(({ level }) => `${percent(level)}: claimed, held`)],
        rows: covered.map((total) => [
          foretoldText(total),
          ...total.coverage.map(({ expected, observed }) => `${percent(expected)}, ${percent(observed)}`),
        ]),
      },
    });
  }
  if (reliability.length > 0) {
    blocks.push({
      table: {
        head: ['chance of', 'foretold', 'came so', 'people', 'cells'],
        rows: reliability.map(({ event, predicted, observed, n, cells }) => [
          event,
          percent(predicted, 1),
          percent(observed, 1),
          grouped(n),
          `${cells}`,
        ]),
      },
    });
  }
  const foot =
    'Bias: mean foretold minus observed. Within: cells whose observed mean lies within 1.96 standard errors. Score: ranked probability score, lower is ' +
    'better. Skill: share of it saved against the answers learnt from, of the same segment and of all; 0 is no better. Moved: earth mover’s distance.';
  return [...blocks, { prose: [foot, ...cautions.map(({ message, path }) => `Caution: ${message} (${path})`)] }];
}
