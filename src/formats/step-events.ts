import type { NodePlan, UnitPlan } from '../experience/journey-plan';
import { Life, type MomentKind, type Trace } from '../experience/living/life';
import { fillSlots } from '../experience/living/fill-slots';
import { liveJourney } from '../experience/living/live-journey';
import { OneCustomer } from '../explain/one-customer';
import { finish } from '../plain/work';
import { chunkSize } from '../random/stream';
import type { ResolvedStudy } from '../simulation/read-study';
import type { EventRow } from './event-row';

/** A step as one customer lived it: seconds since the beginning of the journey. */
export interface StepEvent extends Pick<EventRow, 'affectStart' | 'affectEnd' | 'what' | 'option'> {
  readonly step: number;
  readonly start: number;
  readonly end: number;
}

/** Writes down of one life after the other where its steps begin and what happened in them. */
class StepTrace implements Trace {
  /** Where the moments of each step begin. */
  readonly from: number[] = [];
  readonly gaps: number[] = [];
  readonly what: StepEvent['what'][] = [];
  readonly units: string[] = [];
  moments = 0;

  begin(): void {
    this.from.length = this.gaps.length = this.what.length = this.units.length = this.moments = 0;
  }

  step(): void {
    this.from.push(this.moments);
    this.gaps.push(-1);
    this.what.push('done');
    this.units.push('');
  }

  enter(): void {}

  line(): void {}

  leave(): void {
    this.what[this.what.length - 1] = 'left';
  }

  fail(_: UnitPlan, what: 'failure' | 'recovery'): void {
    this.what[this.what.length - 1] = what === 'failure' ? 'failed' : 'recovered';
  }

  done(node: NodePlan, { seconds }: Life): void {
    if (node.kind !== 'unit' || !node.gap) return;
    const step = this.gaps.length - 1;
    this.gaps[step] = Math.max(0, this.gaps[step]!) + seconds;
  }

  moment(unit: string, what: MomentKind): void {
    this.moments++;
    if (what === 'lived') this.units[this.units.length - 1] = unit;
  }
}

/** The first customers of each segment, one after another: the steps that each of them lived, in order. */
export function* stepEvents(
  { segments, models, journeys, root }: ResolvedStudy,
  customers: number,
): Generator<{ readonly segment: string; readonly customer: number; readonly events: StepEvent[] }, void> {
  for (const [index, segment] of segments.entries()) {
    for (let first = 0; first < customers; first += chunkSize) {
      const last = Math.min(customers, first + chunkSize) - 1;
      const block = new OneCustomer(segment, models[index]!, journeys, root, last);
      const plan = block.plans[0]!;
      const life = new Life(plan, { felt: false, ease: false, effectiveness: false }, undefined);
      const trace = new StepTrace();
      life.trace = trace;
      finish(fillSlots(plan, block.columns, life.needs, block.count));
      for (let place = 0; place < block.count; place++) {
        trace.begin();
        liveJourney(life, place, { leaving: true, failing: true });
        yield { segment: segment.id, customer: first + place, events: eventsOf(life, trace) };
      }
    }
  }
}

function eventsOf({ curve, plan }: Life, { from, gaps, what, units, moments }: StepTrace): StepEvent[] {
  const events: StepEvent[] = [];
  let clock = 0;
  from.forEach((begin, step) => {
    const end = from[step + 1] ?? moments;
    const isFelt = end > begin;
    // Skipped, or walked past.
    if (!isFelt && gaps[step]! < 0 && what[step] !== 'left') return;
    const start = clock;
    for (let moment = begin; moment < end; moment++) clock += curve.seconds(moment);
    clock += Math.max(0, gaps[step]!);
    const { node, id } = plan.steps[step]!;
    const option = node.kind === 'choice' && units[step] !== '' && units[step] !== id ? { option: units[step]! } : {};
    const felt = isFelt ? { affectStart: curve.start(begin), affectEnd: curve.end(end - 1) } : {};
    events.push({ step, start, end: clock, ...felt, what: what[step]!, ...option });
  });
  return events;
}
