import type { Log } from './read-events';
import type { OddCases } from './paths';
import type { LeftOut } from './types';

/** All that a journey does not carry, as it was counted. */
export interface LeftCounts {
  readonly log: Log;
  readonly cases: number;
  readonly odd: OddCases;
  readonly rareActivities: readonly string[];
  readonly lost: number;
  readonly several: number;
  readonly elsewhere: number;
  /** Cases of kinds in which a step and its wait are skipped each by itself. */
  readonly apart: number;
  /** Of as many customers as there are cases, those who live a set of steps that no case had. */
  readonly unseen: number;
}

const named = 5;
const notKnown = 'they, and the waits beside them, last as long as where both ends are known';

/** In words with their shares, most cases first; what did not happen is not told. */
export function leftOut({ log, cases, odd, rareActivities, lost, several, elsewhere, apart, unseen }: LeftCounts): LeftOut[] {
  const { unread, rows } = log;
  const names =
    rareActivities.slice(0, named).join(', ') + (rareActivities.length > named ? ` and ${rareActivities.length - named} more` : '');
  const ofCases = (what: string, count: number): LeftOut => ({ what, of: 'cases', count, share: cases === 0 ? 0 : count / cases });
  const ofRows = (what: string, count: number): LeftOut => ({ what, of: 'rows', count, share: count / rows });
  return [
    ...[
      ofCases('steps in another order than the journey', odd.order),
      ofCases(
        'a step done again after others came between: the journey repeats it in its place, and the time until then counts as a wait before the next new step',
        odd.later,
      ),
      ofCases('a step done again more than five times: what is beyond counts as time until the next step', odd.often),
      ofCases(`rare activities, which are no steps: ${names}`, odd.rare),
      ofCases('more than one of several options', odd.both),
      ofCases('events at the same time: the time they share counts once', odd.overlap),
      ofCases('a step and the wait before it, skipped each by itself: of as many customers', apart),
      ofCases(
        'steps that go together in the log, or never do, and do not in the journey: of as many customers those with steps no case had',
        unseen,
      ),
      ofCases('more than one segment: the first counts', several),
      ofCases('running cases of which nobody went on longer: they count for nothing', lost),
    ].sort((a, b) => b.count - a.count),
    ...[
      ofRows('rows without a case', unread.case),
      ofRows('rows without an activity', unread.activity),
      ofRows('rows without a moment', unread.time),
      ofRows('rows that are neither a start nor a completion', unread.lifecycle),
      ofRows(`starts without a completion: ${notKnown}`, unread.open),
      ofRows(`completions without a start, of activities that have starts elsewhere: ${notKnown}`, unread.unstarted),
      ofRows(`rows with a start or an end and not both: ${notKnown}`, unread.oneEnd),
      ofRows(`rows that end before they start: ${notKnown}`, unread.backwards),
      ofRows('of these, rows of activities of which fewer than one in ten has both ends: they take no time', unread.moment),
      ofRows('rows in another channel than most of their step', elsewhere),
    ],
  ].filter(({ count }) => count > 0);
}
