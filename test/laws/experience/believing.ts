import type { Failure, Interaction, Journey, Option } from '../../../src/journey/types';
import { defineJourney } from '../../../src/journey/define-journey';
import type { OutcomeName } from '../../../src/experience/outcomes';
import type { SegmentInput } from '../../../src/journey/types';
import { simulate } from '../../../src/simulation/simulate';

type Unit = Interaction | Option;

/** The journey with every step, part and option changed; undefined leaves it as it is. */
export function mapUnits(journey: Journey, change: (unit: Unit) => Partial<Interaction> | undefined): Journey {
  const changed = (unit: Unit): Unit => {
    const { parts, choice } = unit as Interaction;
    return {
      ...unit,
      ...(parts === undefined ? change(unit) : {}),
      ...(parts === undefined ? {} : { parts: parts.map((part) => changed(part) as Interaction) }),
      ...(choice === undefined ? {} : { choice: { ...choice, options: choice.options.map((one) => changed(one) as Option) } }),
    } as Unit;
  };
  return defineJourney({ ...journey, interactions: journey.interactions.map((step) => changed(step) as Interaction) });
}

export function withoutRecovery({ recovery: _, retry: __, ...failure }: Failure): Failure {
  return failure;
}

type Columns = { readonly [Name in OutcomeName]: readonly number[] };

/** What the same customers make of each journey. */
export function columnsOf(journey: Journey, segment: Omit<SegmentInput, 'id' | 'share'> = {}, customers = 24): Columns {
  const { kept } = simulate({ journey, segments: [{ id: 'one', share: 1, ...segment }], customers, seed: 'believable', keep: 'all' });
  return kept!['one'] as unknown as Columns;
}

/** Customers for whom an outcome is higher in the one than in the other, with both values. */
export function higher(one: Columns, other: Columns, name: OutcomeName, among?: (customer: number) => boolean): readonly number[][] {
  const rounding = 1e-9;
  return Array.from(one[name], (value, customer) => [customer, value, other[name][customer]!]).filter(
    ([customer, value, reference]) => value! > reference! + rounding && (among === undefined || among(customer!)),
  );
}
