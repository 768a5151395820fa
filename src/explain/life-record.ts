import type { NodePlan, UnitPlan } from '../experience/journey-plan';
import type { Life, LineEvent, MomentKind, Trace } from '../experience/living/life';
import type { FailureExplanation } from './step-types';

/** What a unit or merged step was to the customer who lived it. */
export interface NodeRecord {
  /** −1: no part of a merged step was lived. */
  seconds: number;
  start: number;
  end: number;
  total: number;
  stretch: number;
  readonly patienceBefore: number;
  patienceAfter: number;
  left: false | 'dropout' | 'patience';
  failure: FailureExplanation | undefined;
  readonly events: { readonly event: LineEvent; readonly start: number; readonly end: number }[];
}

/** One life, written down as it is lived. */
export class LifeRecord implements Trace {
  readonly nodes = new Map<NodePlan, NodeRecord>();
  /** In the order of the curve. */
  readonly moments: { readonly unit: string; readonly what: MomentKind }[] = [];
  /** Where the moments of each step begin. */
  readonly steps: number[] = [];
  /** Gaps: before which moment, and how long. */
  readonly gaps: { readonly before: number; readonly seconds: number }[] = [];
  left: { readonly unit: string; readonly why: 'dropout' | 'patience' } | undefined;
  /** Parts are lived within merged steps. */
  readonly #open: NodeRecord[] = [];

  step(): void {
    this.steps.push(this.moments.length);
  }

  enter(_: NodePlan, { patience }: Life): void {
    this.#open.push({
      seconds: -1,
      start: 0,
      end: 0,
      total: 0,
      stretch: 1,
      patienceBefore: patience,
      patienceAfter: patience,
      left: false,
      failure: undefined,
      events: [],
    });
  }

  line(event: LineEvent, { start, end }: Life): void {
    this.#here.events.push({ event, start, end });
  }

  leave({ id }: UnitPlan, why: 'dropout' | 'patience'): void {
    this.#here.left = why;
    this.left = { unit: id, why };
  }

  fail(unit: UnitPlan, what: 'failure' | 'recovery', affect: number, level: number, end: number, seconds: number): void {
    const happened = { affect, level, ...(end === level ? {} : { end }), seconds };
    // Within a merged step with a line of its own the unit is over by then.
    const here = this.nodes.get(unit) ?? this.#here;
    here.failure = what === 'failure' ? happened : { ...here.failure!, recovery: happened };
  }

  done(node: NodePlan, life: Life): void {
    const record = this.#open.pop()!;
    const { seconds, start, end, total, stretch, patience } = life;
    if (node.kind === 'unit' && node.gap) this.gaps.push({ before: this.moments.length, seconds });
    this.nodes.set(node, Object.assign(record, { seconds, start, end, total, stretch, patienceAfter: patience }));
  }

  moment(unit: string, what: MomentKind): void {
    this.moments.push({ unit: what === 'leaving' ? this.left!.unit : unit, what });
  }

  get #here(): NodeRecord {
    return this.#open.at(-1)!;
  }
}
