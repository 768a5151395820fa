import type { EmotionRibbonStep } from './ribbon-input';
import { stepColumns, type StepColumn } from './step-columns';
import { fitUpright, narrowestColumn, slantedOverhang, uprightWidth } from './step-labels';

const axisWidth = 78;
const rightMargin = 26;
/** Labels may claim no more of the plot than this; beyond it they are slanted and time decides the widths. */
const mostForLabels = 0.92;

/** Columns for the steps, counted from `left`, and where the plot begins and ends. */
export interface RibbonLayout {
  readonly columns: readonly StepColumn[];
  readonly left: number;
  readonly right: number;
  readonly width: number;
}

/** Lays the steps out across the page; the page grows where the steps need more than was asked for. */
export function layOutAcross(steps: readonly EmotionRibbonStep[], asked: number): RibbonLayout {
  const seconds = steps.map((step) => step.seconds);
  const columnsFor = (plot: number): StepColumn[] => {
    // Best of all, time alone leaves room for upright labels; then labels widen the narrow steps; else they are slanted.
    const byTime = stepColumns(
      seconds,
      steps.map(() => narrowestColumn),
      plot,
    );
    if (fitUpright(steps, byTime)) return byTime;
    const roomy = steps.map((step) => Math.max(narrowestColumn, uprightWidth(step)));
    if (roomy.reduce((sum, each) => sum + each, 0) <= mostForLabels * plot) {
      const columns = stepColumns(seconds, roomy, plot);
      if (fitUpright(steps, columns)) return columns;
    }
    return byTime;
  };
  const least = steps.length * narrowestColumn;
  let left = axisWidth;
  let plot = Math.max(asked - left - rightMargin, least);
  let columns = columnsFor(plot);
  if (!fitUpright(steps, columns)) {
    left = Math.max(axisWidth, slantedOverhang(steps, columns));
    plot = Math.max(asked - left - rightMargin, least);
    columns = columnsFor(plot);
    // A narrower plot moves labels to the left by less than it was narrowed: one more look is enough.
    left = Math.max(left, fitUpright(steps, columns) ? 0 : slantedOverhang(steps, columns));
  }
  return { columns, left, right: left + plot, width: left + plot + rightMargin };
}
