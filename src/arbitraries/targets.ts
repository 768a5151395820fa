import type { Interaction, Journey } from '../journey/types';
import { units } from '../journey/units';

/** What a response can aim at. */
export interface Target {
  readonly name: string;
  /** A merged step has no duration, skip or dropout of its own to replace. */
  readonly merged: boolean;
  /** Only an option can be out of reach, or every way through its step might be. */
  readonly option: boolean;
}

/** Everything in some journeys that a response can aim at, `*` first. */
export function targetsOf(journeys: readonly Journey[]): Target[] {
  const found = new Map<string, Target>([['*', { name: '*', merged: false, option: false }]]);
  const add = (name: string | undefined, merged = false, option = false): void => {
    if (name === undefined) return;
    const known = found.get(name);
    found.set(name, { name, merged: merged || known?.merged === true, option: option && known?.option !== false });
  };
  for (const { unit, role } of journeys.flatMap((journey) => [...units(journey)])) {
    const { parts, stage } = unit as Interaction;
    add(unit.id, parts !== undefined, role === 'option');
    add(unit.drawAs, parts !== undefined, role === 'option');
    add(unit.channel === undefined ? undefined : `channel:${unit.channel}`);
    add(stage === undefined ? undefined : `stage:${stage}`);
  }
  return [...found.values()];
}
