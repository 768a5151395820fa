import type { Place } from './curve';

/**
 * Shares a width out among the steps by the square root of their time, none narrower than its minimum.
 * (The square root keeps order and feel of long and short, yet leaves a two-minute step visible beside an hour.)
 */
export function stepColumns(seconds: readonly number[], minimum: readonly number[], width: number): Place[] {
  const weights = seconds.map((each) => Math.sqrt(each));
  const held = seconds.map(() => false);
  const widths = [...minimum];
  // Whoever would fall below the minimum is held there, and the rest is shared again; ends after at most one round per step.
  for (;;) {
    let room = width;
    let total = 0;
    for (let index = 0; index < weights.length; index++) {
      if (held[index]) room -= minimum[index]!;
      else total += weights[index]!;
    }
    let changed = false;
    const free = held.filter((each) => !each).length;
    for (let index = 0; index < weights.length; index++) {
      if (held[index]) continue;
      // All free steps without any time share the room alike.
      widths[index] = total > 0 ? (room * weights[index]!) / total : room / free;
    }
    for (let index = 0; index < weights.length; index++) {
      if (held[index] || widths[index]! >= minimum[index]!) continue;
      held[index] = true;
      widths[index] = minimum[index]!;
      changed = true;
    }
    if (!changed) break;
  }
  let left = 0;
  return widths.map((each) => {
    const column = { left, width: each };
    left += each;
    return column;
  });
}

/** How labels stand below their steps. */
export type LabelForm = 'upright' | 'slanted' | 'numbered';

/** Where the plot and its columns are on the page. */
export interface Layout {
  readonly columns: readonly Place[];
  readonly left: number;
  readonly right: number;
  readonly labels: LabelForm;
}

/** What labels ask of a layout. */
export interface LabelNeeds {
  /** The least width a step needs for its label to stand upright. */
  readonly upright: readonly number[];
  /** Whether labels fit upright into columns. */
  fits(columns: readonly Place[]): boolean;
  /** Where the plot has to begin for slanted labels to stay on the page. */
  overhang(columns: readonly Place[]): number;
}

/** Columns no narrower than this keep slanted labels a line apart: 26 · sin 40° = 16.7. */
const narrowest = 26;
/** Labels may claim no more of the plot than this; beyond it time decides the widths. */
const mostForLabels = 0.92;
/** Slanted labels take no more of the page than this. */
const mostOverhang = 0.22;

/**
 * Lays steps out across a page of a width: with upright labels where time alone leaves room for them, or where they may widen the narrow
 * steps; else with slanted ones; and where there are too many steps for those, with numbers. Never wider than the page.
 */
export function layOut(
  seconds: readonly number[],
  needs: LabelNeeds,
  page: { width: number; left: number; right: number; slants: boolean },
): Layout {
  const laid = (left: number, minimum: readonly number[], labels: LabelForm): Layout => {
    const right = page.width - page.right;
    const columns = stepColumns(seconds, minimum, right - left).map((column) => ({ ...column, left: left + column.left }));
    return { columns, left, right, labels };
  };
  const plot = page.width - page.left - page.right;
  const least = seconds.map(() => Math.min(narrowest, (0.6 * plot) / seconds.length));
  const byTime = laid(page.left, least, 'upright');
  if (needs.fits(byTime.columns)) return byTime;
  if (needs.upright.reduce((sum, each) => sum + each, 0) <= mostForLabels * plot) {
    const roomy = laid(page.left, needs.upright, 'upright');
    if (needs.fits(roomy.columns)) return roomy;
  }
  if (page.slants) {
    // A narrower plot moves labels to the left by less than it was narrowed: two looks are enough.
    let left = page.left;
    for (let look = 0; look < 2; look++) left = Math.max(left, needs.overhang(laid(left, least, 'slanted').columns));
    const slanted = laid(left, least, 'slanted');
    if (left <= page.left + mostOverhang * page.width && slanted.columns.every(({ width }) => width >= narrowest - 0.01)) return slanted;
  }
  return laid(page.left, least, 'numbered');
}
