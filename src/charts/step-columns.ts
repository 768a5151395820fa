/** One step's place on the page, pixels from the left edge of the plot. */
export interface StepColumn {
  readonly left: number;
  readonly width: number;
}

/**
 * Shares a width out among the steps by the square root of their time, none narrower than its minimum.
 * (The square root keeps order and feel of long and short, yet leaves a two-minute step visible beside an hour.)
 */
export function stepColumns(seconds: readonly number[], minimum: readonly number[], width: number): StepColumn[] {
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
    for (let index = 0; index < weights.length; index++) {
      if (held[index]) continue;
      // All free steps without any time share the room alike.
      const free = held.filter((each) => !each).length;
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
