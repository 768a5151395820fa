import type { Slot } from '../../sampling/column-plan';
import type { RetryPlan, UnitPlan } from '../journey-plan';
import { comes } from './chance';
import { fail } from './failing';
import { feelMerged, feelUnit, stretchOf } from './felt-time';
import { leave } from './leaving';
import type { Life, Within } from './life';
import { shapeLine } from './line';

/** A unit, and where it fails and can be tried again, every time through it. `deciding`: seconds of it before, where there was a choice. */
export function liveUnit(life: Life, unit: UnitPlan, deciding: Slot | undefined, within: Within): void {
  if (unit.skip !== undefined && comes(unit.skip, life.place)) return life.miss();
  if (unit.gap) return liveGap(life, unit, within);
  const retry = unit.failure?.retry;
  const made = attempt(life, unit, deciding, within);
  const again = !made && retry !== undefined && life.present;
  if (again) tryAgain(life, retry, within);
  else if (!made) life.flawed = true;
  // Part by part, so that what is merged comes to the same, to the last digit.
  life.clock += life.total;
  if (within !== 'journey') return;
  if (!life.feels) return;
  if (again || life.asideSeconds > 0) feelMerged(life);
  else feelUnit(life, unit);
}

/** skip → duration → dropout → patience → cut → sour → failure → recovery, once. Comes back with whether it went well, or was made good. */
function attempt(life: Life, unit: UnitPlan, deciding: Slot | undefined, within: Within): boolean {
  const { place, trace } = life;
  const { wait, failure, effort } = unit;
  if (trace !== undefined) trace.enter(unit, life);
  life.seconds = unit.seconds.of(place);
  life.start = unit.start.of(place);
  life.end = unit.end.of(place);
  life.asideSeconds = 0;
  life.asideStretched = 0;
  if (life.plan.handOff !== undefined) enterChannel(life, unit);
  if (life.leaving && (wait !== undefined || unit.dropout !== undefined)) leave(life, unit);
  if (wait !== undefined) life.waiting += life.seconds;
  if (!unit.settled) shapeLine(life, unit, within);
  life.total = life.seconds;
  if (deciding !== undefined) before(life, unit, 'deciding', deciding);
  if (life.handedOver) before(life, unit, 'hand-off', life.plan.handOff!.seconds);
  if (within !== 'line') {
    life.curve.add(life.seconds, life.start, life.end);
    if (trace !== undefined) trace.moment(unit.id, 'lived');
  }
  if (unit.showsWork) life.shown += life.seconds;
  const fails = failure !== undefined && life.failing && life.present && comes(failure, place);
  const made = !fails || fail(life, unit, failure, within);
  // A step that is felt as planned needs no factor.
  const mixes = within !== 'journey' || life.asideSeconds > 0 || (!made && failure?.retry !== undefined);
  if (mixes || trace !== undefined) life.stretch = stretchOf(life, unit);
  if (life.asideSeconds > 0) addAside(life);
  if (effort !== undefined && life.needs.ease) life.weigh(effort);
  if (trace !== undefined) trace.done(unit, life);
  return made;
}

/** What passes before the line begins, at its first level; nothing where it takes no time. */
function before(life: Life, unit: UnitPlan, what: 'deciding' | 'hand-off', slot: Slot): void {
  const seconds = slot.of(life.place);
  if (!(seconds > 0)) return;
  life.moment(unit.id, what, seconds, life.start, life.start);
  life.total += seconds;
}

/** Where both this unit and the last one say their channel, and it is another one, the customer is handed over. */
function enterChannel(life: Life, { channel }: UnitPlan): void {
  life.handedOver = channel !== undefined && life.channel !== undefined && channel !== life.channel;
  if (channel !== undefined) life.channel = channel;
}

function addAside(life: Life): void {
  const stretched = life.total * life.stretch + life.asideStretched;
  life.total += life.asideSeconds;
  life.stretch = stretched / life.total;
}

/** Once more, after a wait where there is one, and on until it goes well or nobody tries again. It stays one step: its time is felt as one. */
function tryAgain(life: Life, first: RetryPlan, within: Within): void {
  const inner = within === 'line' ? 'line' : 'kept';
  let retry: RetryPlan | undefined = first;
  let { seconds, total } = life;
  let stretched = total * life.stretch;
  let weighted = seconds * (life.start + life.end);
  let plain = life.start + life.end;
  let times = 1;
  const add = (unit: UnitPlan): boolean => {
    if (life.carries && inner === 'kept') life.mood = life.curve.last;
    const made = attempt(life, unit, undefined, inner);
    seconds += life.seconds;
    total += life.total;
    stretched += life.total * life.stretch;
    weighted += life.seconds * (life.start + life.end);
    plain += life.start + life.end;
    times++;
    return made;
  };
  for (;;) {
    if (retry.wait !== undefined) add(retry.wait);
    const made: boolean = life.present && add(retry.again);
    const { failure }: UnitPlan = retry.again;
    if (made || !life.present || failure?.retry === undefined) {
      life.flawed = life.flawed || !made;
      break;
    }
    retry = failure.retry;
  }
  life.seconds = seconds;
  life.total = total;
  life.stretch = total > 0 ? stretched / total : 1;
  // As of a merged step: the mean by time, and where none passes the plain mean.
  life.start = life.end = (seconds > 0 ? weighted / seconds : plain / times) * 0.5;
}

/** Time passes by the clock, and that is all. Whoever gives up does so on the way. */
function liveGap(life: Life, unit: UnitPlan, within: Within): void {
  if (life.trace !== undefined) life.trace.enter(unit, life);
  life.seconds = unit.seconds.of(life.place);
  if (life.leaving && unit.dropout !== undefined) leave(life, unit);
  const { seconds } = life;
  life.clock += seconds;
  life.gaps += seconds;
  life.stepFelt = 0;
  life.stretch = 1;
  life.total = within === 'journey' ? seconds : 0;
  if (life.trace !== undefined) life.trace.done(unit, life);
  // No line, and nothing for a merged step to make a mean of.
  life.seconds = -1;
}
