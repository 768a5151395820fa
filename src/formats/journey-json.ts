import { JourneyError } from '../errors/journey-error';
import { at, quote } from '../errors/wording';
import { readDurationText } from '../distributions/read-duration-text';
import { defineJourney } from '../journey/define-journey';
import type { Journey, JourneyInput } from '../journey/types';
import { deepFreeze } from '../plain/deep-freeze';
import { guardPlain } from '../plain/guard-plain';
import { isRecord } from '../plain/check-number';
import { issuesError } from '../plain/issues-error';
import { tellDoubts } from './json-doubts';
import { jsonFault } from './locate-json';
import { Leftovers, type Converted } from './left';
import { migrate } from './migrations';
import { placeOf } from './place-in-text';
import { wholeText } from './whole-text';
import { shown } from './shown';

/** JSON may hold more than other texts: numbers that were observed. */
const mostCharacters = 200_000_000;

/**
 * A journey as JSON text, indented by two blanks: nothing is lost, and `fromJson` gives the same journey back.
 *
 * @param journey A journey from `defineJourney`, or one as you would write it.
 * @returns `value`: the text, which begins with `schemaVersion`; `left`: empty.
 * @throws JourneyError for a journey that is wrong, as `defineJourney` does.
 *
 * @example
 * import { fromJson, toJson } from 'peakend/formats';
 * const { value } = toJson({ name: 'Visit', interactions: [{ id: 'desk', duration: '4 min' }] });
 * fromJson(value).value.interactions[0].duration; // 240
 */
export function toJson(journey: JourneyInput): Converted<string> {
  const { schemaVersion, ...rest } = defineJourney(journey);
  return deepFreeze(shown({ value: `${JSON.stringify({ schemaVersion, ...rest }, null, 2)}\n`, left: [] }, 'json'));
}

/**
 * A journey from JSON text, of this version of the format or an earlier one. As `journeyFromJson`, but with the place of a slip in the text, with
 * what was typed for durations (`durationText`), and with ids that are numbers, as many programs write them, read as texts.
 *
 * @param text The text, or its bytes in UTF-8; at most 200 million characters.
 * @returns `value`: the journey, as `defineJourney` makes it; `left`: what is not carried (`$schema`) or was read as something else (ids that are
 * numbers, whole numbers beyond 2^53, keys that stand twice).
 * @throws JourneyError `invalid-text` with line and column where it is not JSON; every fault of the journey, with its path, where it is no journey.
 *
 * @example
 * import { fromJson } from 'peakend/formats';
 * const { value, left } = fromJson('{ "name": "Visit", "interactions": [{ "id": 1, "duration": "5 to 10 min" }] }');
 * value.interactions[0].durationText; // '5 to 10 min'
 * left[0].path; // 'interactions[0].id'
 */
export function fromJson(text: string | Uint8Array): Converted<Journey> {
  const left = new Leftovers();
  const read = wholeText(text, 'text', left, mostCharacters);
  const { data, issue } = guardPlain(parse(read));
  if (issue !== undefined) throw issuesError([issue]);
  tellDoubts(read, left);
  const journey = isRecord(data) ? asWritten(migrate(data, left), left) : data;
  return deepFreeze(shown({ value: defineJourney(journey as JourneyInput), left: left.list() }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const fault = jsonFault(text);
    const path = fault === undefined ? '' : placeOf(text, fault.index);
    const rest = fault === undefined ? text : text.slice(fault.index, fault.index + 40);
    const received = rest === '' ? 'the end of the text' : quote(rest);
    throw new JourneyError([{ code: 'invalid-text', path, expected: fault?.expected ?? 'JSON', received }]);
  }
}

/** Lists of units within a unit. */
const lists = ['interactions', 'parts', 'options'] as const;

/** What a copy of the data says as people and programs write it: ids that are numbers, durations that are texts. */
function asWritten(data: Record<string, unknown>, left: Leftovers): Record<string, unknown> {
  if (data['$schema'] !== undefined) left.add('$schema', 'the address of a schema is no part of a journey');
  const open: { readonly holder: Record<string, unknown>; readonly path: string }[] = [{ holder: data, path: '' }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { holder, path } = next;
    for (const key of lists) {
      const list = holder[key];
      if (!Array.isArray(list)) continue;
      list.forEach((unit: unknown, index) => {
        if (!isRecord(unit)) return;
        const here = at(at(path, key), index);
        readUnit(unit, here, left);
        open.push({ holder: unit, path: here });
        if (isRecord(unit['choice'])) open.push({ holder: unit['choice'], path: at(here, 'choice') });
      });
    }
  }
  return data;
}

function readUnit(unit: Record<string, unknown>, path: string, left: Leftovers): void {
  const asText = (value: unknown, where: string): unknown => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return value;
    left.add(where, 'ids that are numbers are read as texts');
    return String(value);
  };
  for (const key of ['id', 'drawAs']) if (unit[key] !== undefined) unit[key] = asText(unit[key], at(path, key));
  const after: unknown = unit['after'];
  if (Array.isArray(after)) unit['after'] = after.map((id: unknown, index) => asText(id, at(at(path, 'after'), index)));
  const { duration } = unit;
  if (typeof duration === 'string' && unit['durationText'] === undefined && readDurationText(duration, '', []) !== undefined) {
    unit['durationText'] = duration.trim();
  }
}
