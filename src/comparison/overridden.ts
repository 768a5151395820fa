import { at } from '../errors/wording';
import { resolveResponse, type Surroundings } from '../experience/responses';
import type { Interaction, Journey, Option, Segment } from '../journey/types';
import { samePlain } from '../plain/same-plain';
import type { Caution } from '../results/types';

/** What a segment's responses can say in place of a step, and where else it can be changed for the segment. */
const replaced = {
  duration: { what: 'duration', instead: 'durationScale' },
  affect: { what: 'affect', instead: 'affectShift' },
  skip: { what: 'skip', instead: 'skip' },
  dropout: { what: 'dropout', instead: 'dropoutScale' },
} as const;
type Replaced = keyof typeof replaced;

interface Unit {
  readonly unit: Interaction | Option;
  readonly around: Surroundings;
}

/** What a variant changes about a step, and no segment notices: each says itself what the step is to its customers, instead of the journey. */
export function overriddenCautions(name: string, baseline: Journey, variant: Journey, segments: readonly Segment[]): Caution[] {
  if (segments.every(({ responses }) => responses === undefined)) return [];
  const before = unitsOf(baseline);
  const concerned = segments.filter(({ share }) => share > 0);
  const found: Caution[] = [];
  for (const [id, { unit, around }] of unitsOf(variant)) {
    const was = before.get(id)?.unit;
    if (was === undefined || samePlain(was, unit)) continue;
    for (const field of Object.keys(replaced) as Replaced[]) {
      if (samePlain(was[field], unit[field])) continue;
      const deaf = concerned.filter((segment) => resolveResponse(segment, unit, around)[field] !== undefined);
      if (deaf.length === 0) continue;
      const { what, instead } = replaced[field];
      const who = deaf.length === concerned.length ? 'nobody' : `nobody in ${deaf.map((segment) => segment.name ?? segment.id).join(', ')}`;
      const message = `the new ${what} of "${unit.name ?? id}" reaches ${who}: responses of the segments say what it is instead; leave it out of them, or change it there (${instead})`;
      found.push({ code: 'overridden', path: at('variants', name), message });
    }
  }
  return found;
}

/** Every step, part and option by its id, with what stands around it. */
function unitsOf({ interactions }: Journey): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  const visit = (step: Interaction, holders: readonly Interaction[], stage: string | undefined): void => {
    units.set(step.id, { unit: step, around: { holders, stage } });
    const inside = [...holders, step];
    for (const option of step.choice?.options ?? [])
      units.set(option.id, { unit: option, around: { holders, stage: step.stage ?? stage } });
    for (const part of step.parts ?? []) visit(part, inside, step.stage ?? stage);
  };
  for (const step of interactions) visit(step, [], step.stage);
  return units;
}
