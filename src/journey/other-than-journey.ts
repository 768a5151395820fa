import type { Issue } from '../errors/issue';
import { isRecord } from '../plain/check-number';

const expected = 'a journey: an object with a name and interactions';

/** What people hand over where a journey is wanted, told as what it is with how to get a journey from it; undefined for what may be one. */
export function otherThanJourney(data: unknown): Issue | undefined {
  const tell = (received: string, hint: string): Issue => ({ code: 'invalid-type', path: '', expected, received, hint });
  if (Array.isArray(data) && data.length > 0 && data.every(isRecord)) {
    if (data.some((one) => 'edit' in one)) return tell('a list of edits', 'did you mean redesign(baseline, [ … ])?');
    if (data.some((one) => 'id' in one)) return tell('a list of steps', "did you mean { name: '…', interactions: [ … ] }?");
    return undefined;
  }
  if (typeof data === 'string' && data.trim().startsWith('{')) return tell('a text of JSON', 'did you mean JSON.parse( … )?');
  if (!isRecord(data) || 'interactions' in data) return undefined;
  if ('edit' in data) return tell('an edit', 'did you mean redesign(baseline, [ … ])?');
  const held = heldIn(data);
  if (held !== undefined) return tell(held.received, `hand over its ${held.at}`);
  if (holdsJourney(data['simulation'])) return tell('a variant of what compare returned', 'hand over its .simulation.journey');
  if (holdsJourney(data['baseline'])) {
    return tell('what compare returned', 'hand over its .baseline.journey, or .simulation.journey of one of its variants');
  }
  return undefined;
}

/** What to do with a journey, or with what holds one, where a result is wanted; undefined for anything else. */
export function hintToSimulate(data: unknown, only?: 'simulation' | 'comparison'): string | undefined {
  const held = isJourney(data) ? { at: '' } : isRecord(data) && data['kind'] !== 'simulation' ? heldIn(data) : undefined;
  if (held === undefined) return undefined;
  const what = held.at === '' ? 'it' : `its ${held.at}`;
  return only === 'comparison'
    ? `compare ${what} with something first: compare({ baseline, variants: { … } })`
    : `simulate ${what} first: simulate({ journey })`;
}

/** The journey of a result, of what was read from a text (`{ value, left }`), or beside its segments. */
function heldIn({
  kind,
  journey,
  value,
}: Readonly<Record<string, unknown>>): { readonly received: string; readonly at: string } | undefined {
  if (isJourney(journey))
    return { received: kind === 'simulation' ? 'what simulate returned' : 'an object that holds a journey', at: '.journey' };
  if (isJourney(value)) return { received: 'what a reader returned', at: '.value' };
  return holdsJourney(value) ? { received: 'what a reader returned', at: '.value.journey' } : undefined;
}

function holdsJourney(value: unknown): boolean {
  return isRecord(value) && isJourney(value['journey']);
}

function isJourney(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value['interactions']);
}
