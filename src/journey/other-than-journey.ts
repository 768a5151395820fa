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
  if (isJourney(data['journey'])) {
    return tell(data['kind'] === 'simulation' ? 'what simulate returned' : 'an object that holds a journey', 'hand over its .journey');
  }
  if (holdsJourney(data['simulation'])) return tell('a variant of what compare returned', 'hand over its .simulation.journey');
  if (holdsJourney(data['baseline'])) {
    return tell('what compare returned', 'hand over its .baseline.journey, or .simulation.journey of one of its variants');
  }
  return undefined;
}

function holdsJourney(value: unknown): boolean {
  return isRecord(value) && isJourney(value['journey']);
}

function isJourney(value: unknown): boolean {
  return isRecord(value) && Array.isArray(value['interactions']);
}
