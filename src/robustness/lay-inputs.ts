import type { Distribution } from '../distributions/families';
import type { Response, Segment } from '../journey/types';
import type { Parameter } from '../model/types';
import type { Scenario } from '../simulation/compile-scenario';
import type { Input } from './inputs';

/** An input, and what it is in one set. */
export type InputValue = readonly [input: Input, value: number];

/**
 * Segments as they are where some numbers are others than written: what is shifted or multiplied stands among their responses, so that draws stay
 * what they were and what a segment replaces moves too.
 */
export function layInputs(values: readonly InputValue[]): Scenario['segmentIn'] {
  const moved = values.filter(([{ drawn }, value]) => value !== drawn.asStudied);
  if (moved.length === 0) return undefined;
  const common = moved.filter(([{ journeys }]) => journeys === undefined);
  const known = new Map<Segment, Map<string, Segment>>();
  return (segment, journey) => {
    const own = moved.filter(([{ journeys, isReplaced }]) => journeys?.includes(journey) === true && isReplaced?.(segment) !== true);
    const key = own.map(([input]) => moved.findIndex(([one]) => one === input)).join(' ');
    let made = known.get(segment);
    if (made === undefined) known.set(segment, (made = new Map()));
    let laid = made.get(key);
    if (laid === undefined) made.set(key, (laid = displaced(segment, [...common, ...own])));
    return laid;
  };
}

function displaced(segment: Segment, values: readonly InputValue[]): Segment {
  const responses: { [target: string]: { -readonly [Key in keyof Response]: Response[Key] } } = { ...segment.responses };
  const changed: { -readonly [Key in keyof Segment]?: Segment[Key] } = {};
  for (const [{ drawn }, value] of values) {
    const { of, number } = drawn;
    if (number === 'expectation' || number === 'patience' || number === 'expectedDuration') {
      if (of !== segment.id) continue;
      if (number === 'expectation') changed.expectation = cut(changedBy(segment.expectation!, 1, value));
      else if (number === 'patience') changed.patience = changedBy(segment.patience!, value, 0);
      else changed.expectedDuration = segment.expectedDuration! * value;
      continue;
    }
    const response = Object.hasOwn(responses, of) ? { ...responses[of] } : {};
    if (number === 'affect') response.affectShift = (response.affectShift ?? 0) + value;
    else {
      const scale = `${number}Scale` as const;
      response[scale] = (response[scale] ?? 1) * value;
    }
    // An id may be any text, `__proto__` too.
    Object.defineProperty(responses, of, { value: response, enumerable: true, configurable: true, writable: true });
  }
  return { ...segment, ...changed, responses };
}

function changedBy(parameter: Parameter, scale: number, shift: number): Parameter {
  if (typeof parameter === 'number') return parameter * scale + shift;
  return { type: 'scaled', distribution: parameter, scale, shift } satisfies Distribution;
}

/** A single number stays on the scale; a law may reach beyond, as one that is written. */
function cut(level: Parameter): Parameter {
  return typeof level === 'number' ? Math.max(-10, Math.min(10, level)) : level;
}
