import type { Work } from '../plain/work';
import type { WatchedWork } from '../simulation/drive';
import type { Progress } from '../simulation/progress';

/** Work as a part of other work, as so many of its customers, however it counts itself. */
export function* countedWithin<Result>(watched: WatchedWork<Result>, progress: Progress, customers: number): Work<Result> {
  const { work, progress: own } = watched;
  const before = progress.done;
  try {
    for (;;) {
      const step = work.next();
      const share = step.done === true ? 1 : own.total > 0 ? Math.min(1, own.done / own.total) : 0;
      progress.done = before + Math.floor(share * customers);
      if (step.done === true) return step.value;
      yield step.value;
    }
  } finally {
    work.return(undefined as never);
  }
}
