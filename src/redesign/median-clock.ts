import { quantile } from '../distributions/mathematics';
import type { Interaction } from '../journey/types';

/** Median seconds of a step, the parts of a merged one added up; and how many of them are waiting. Options do not count. */
export function medianClock(step: Interaction): { readonly seconds: number; readonly waitingSeconds: number } {
  if (step.parts === undefined) {
    const { duration = 0 } = step;
    const seconds = typeof duration === 'number' ? duration : quantile(duration, 0.5);
    return { seconds, waitingSeconds: step.kind === 'wait' ? seconds : 0 };
  }
  let seconds = 0;
  let waitingSeconds = 0;
  for (const part of step.parts) {
    const clock = medianClock(part);
    seconds += clock.seconds;
    waitingSeconds += clock.waitingSeconds;
  }
  return { seconds, waitingSeconds };
}
