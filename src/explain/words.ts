import { formatSeconds } from '../distributions/format-seconds';
import { fixed, percent, signed } from '../results/format-outcome';
import type { Draw, DrawnChance, DrawnValue, LineExplanation, UnitExplanation } from './step-types';
import type { Explanation, LeavingExplanation } from './types';

export function nameOf(unit: { readonly id: string; readonly name?: string }): string {
  return unit.name ?? unit.id;
}

/** The name of a step, part or option of the journey; its id where it has none. */
export function nameIn(explanation: Explanation, id: string): string {
  const search = (units: readonly UnitExplanation[]): string | undefined => {
    for (const unit of units) {
      const found = unit.id === id ? nameOf(unit) : search(unit.parts ?? []);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(explanation.steps) ?? id;
}

/** `+1.0`, or `+1.0 → −2.3` where it moves. */
export function lineWords({ start, end }: { readonly start: number; readonly end: number }): string {
  const [from, to] = [signed(start, 1), signed(end, 1)];
  return from === to ? from : `${from} → ${to}`;
}

/** `leaves queue after 31 min, patience used up`. */
export function leavingWords(explanation: Explanation, { unit, at, why }: LeavingExplanation): string {
  return `leaves ${nameIn(explanation, unit)} after ${formatSeconds(at)}, ${why === 'patience' ? 'patience used up' : 'dropping out'}`;
}

/** What was drawn; what is the same for everybody is not said. */
export function drawWords(draw: Draw): string | undefined {
  return 'happens' in draw ? chanceWords(draw) : valueWords(draw);
}

function chanceWords({ what, uniform, probability, happens }: DrawnChance): string {
  const odds = `${fixed(uniform, 3)} ${happens ? '<' : '≥'} ${fixed(probability, 3)}`;
  return `${happens ? '' : 'no '}${what} (${odds})`;
}

function valueWords({ what, value, uniform }: DrawnValue): string | undefined {
  if (uniform === undefined) return undefined;
  const text = what.endsWith('duration') ? formatSeconds(value) : what === 'effort' ? fixed(value, 1) : signed(value, 2);
  return `${what} ${text} (${percent(uniform)})`;
}

/** `written +1.00, segment response −1.00, souring −2.13 at the end`; nothing where nothing moves the line. */
export function effectWords({ written, effects }: LineExplanation): string | undefined {
  if (effects.length === 0) return undefined;
  const pair = (start: number, end: number): string => {
    const [from, to] = [signed(start, 2), signed(end, 2)];
    return from === to ? from : `${from} → ${to}`;
  };
  const words = effects.map(({ name, start, end }) => {
    if (start === 0) return `${name} ${signed(end, 2)} at the end`;
    if (end === 0) return `${name} ${signed(start, 2)} at the start`;
    return `${name} ${pair(start, end)}`;
  });
  return `written ${pair(written.start, written.end)}, ${words.join(', ')}`;
}
