import type { Errand, Work } from '../plain/work';
import type { WatchedWork } from '../simulation/drive';
import type { Progress } from '../simulation/progress';

/** Work as a part of other work, as so many of its customers, however it counts itself. */
export function* countedWithin<Result>(watched: WatchedWork<Result>, progress: Progress, customers: number): Work<Result> {
  const { work, progress: own } = watched;
  const before = progress.done;
  const count = (share: number): void => {
    progress.done = before + Math.floor(share * customers);
  };
  const far = (): number => (own.total > 0 ? Math.min(1, own.done / own.total) : 0);
  try {
    for (;;) {
      const step = work.next();
      count(step.done === true ? 1 : far());
      if (step.done === true) return step.value;
      yield typeof step.value === 'number' ? step.value : heardOf(step.value, () => count(far()));
    }
  } finally {
    work.return(undefined as never);
  }
}

/** An errand of the part, with a word after each result that comes back. */
function heardOf(errand: Errand, taken: () => void): Errand {
  return {
    ...errand,
    take(result, index) {
      errand.take(result, index);
      taken();
    },
    get wanted() {
      return errand.wanted;
    },
    set wanted(wanted) {
      errand.wanted = wanted;
    },
  };
}
