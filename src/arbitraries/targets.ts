import type { Interaction, Journey, Option } from '../journey/types';

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
  const visit = (unit: Interaction | Option, option: boolean): void => {
    const { parts, choice, stage } = unit as Interaction;
    add(unit.id, parts !== undefined, option);
    add(unit.drawAs, parts !== undefined, option);
    add(unit.channel === undefined ? undefined : `channel:${unit.channel}`);
    add(stage === undefined ? undefined : `stage:${stage}`);
    parts?.forEach((part) => visit(part, false));
    choice?.options.forEach((one) => visit(one, true));
  };
  for (const journey of journeys) for (const step of journey.interactions) visit(step, false);
  return [...found.values()];
}
