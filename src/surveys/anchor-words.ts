import { fixed, grouped, signed } from '../results/format-outcome';
import type { Block } from '../words/page';
import type { Anchored } from './anchor-types';
import { figureGap, figureLabels, figureText } from './figure-text';

/** How far each level had to move, and what is still off. */
export function anchorPage({ moved, residuals, refused, cautions, by }: Anchored): Block[] {
  const blocks: Block[] = [{ title: by === 'overall' ? 'Levels anchored, one for everybody' : 'Levels anchored, segment by segment' }];
  if (refused.length > 0) blocks.push({ prose: refused.map(({ segment, message }) => `Refused, ${segment}: ${message}.`) });
  if (moved.length > 0) {
    blocks.push({
      table: {
        head: ['level', 'whose', 'from', 'to', 'set by', 'answered before', 'after'],
        names: [0, 1],
        rows: moved.map(({ parameter, segment, from, to, interval, by: figure, before, after }) => [
          parameter,
          segment,
          fixed(from, 2),
          `${fixed(to, 2)} (${fixed(interval.low, 2)} to ${fixed(interval.high, 2)})`,
          figureLabels[figure],
          figureText(figure, before),
          figureText(figure, after),
        ]),
      },
    });
  }
  blocks.push({
    table: {
      head: ['figure', 'whose', 'measured', 'people', 'answered', 'off by', 'in errors'],
      names: [0, 1],
      rows: residuals.map(({ figure, segment, observed, n, anchored, difference, z, used }) => [
        figureLabels[figure],
        segment,
        figureText(figure, observed),
        grouped(n),
        figureText(figure, anchored),
        figureGap(figure, difference),
        used ? 'set' : signed(z, 1),
      ]),
    },
  });
  const foot =
    'In brackets what the sampling error of the survey leaves open. Set: a level was chosen by it, so being near is no success; all others test.';
  return [...blocks, { prose: [foot, ...cautions.map(({ message, path }) => `Caution: ${message} (${path})`)] }];
}
