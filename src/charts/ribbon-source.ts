import type { Issue } from '../errors/issue';
import { isList, openAt, peek } from '../plain/plain-object';
import { at, quote, unfit } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { throwIssues } from '../plain/issues-error';
import { guardValues } from '../plain/open-options';
import { reading } from '../plain/reading';
import { ribbonOf, type RibbonOptions } from './ribbon-of';

const optionNames: readonly (keyof RibbonOptions)[] = ['segment', 'title', 'subtitle', 'note', 'width'];
const expected = 'what simulate returned, or an object with title and steps';

/** What was handed over, as something that may be drawn once it has been checked. Texts and numbers are checked there. */
export function readRibbonSource(what: unknown, given: unknown): unknown {
  const issues: Issue[] = [];
  const fields = openAt(what, 'what', expected, issues);
  const read = reading(given, optionNames, { path: 'options' });
  read.text('segment', 'the id of a segment');
  const options = read.written;
  issues.push(...read.issues);
  throwIssues(issues);
  if (!('kind' in fields!)) return refuseOptions(guardValues(fields!, []), options as RibbonOptions);
  checkSimulation(fields, issues);
  throwIssues(issues);
  return ribbonOf(what, options as RibbonOptions);
}

/** Words in two places could contradict each other. */
function refuseOptions(input: Record<string, unknown>, options: RibbonOptions): unknown {
  throwIssues(
    optionNames
      .filter((name) => options[name] !== undefined)
      .map((name) => ({
        code: 'conflict',
        path: name,
        expected: 'options for a simulation only',
        received: quote(options[name]),
        ...(name === 'segment' ? {} : { hint: `write ${name} beside the steps` }),
      })),
  );
  return input;
}

function checkSimulation(source: Record<string, unknown>, issues: Issue[]): void {
  if (source['kind'] !== 'simulation') {
    const hint = source['kind'] === 'comparison' ? { hint: 'draw what simulate returned for one of the journeys' } : {};
    issues.push({ code: 'invalid-type', path: 'what', expected, received: `a result of kind ${quote(source['kind'])}`, ...hint });
    return;
  }
  for (const key of ['journey', 'overall', 'segments', 'study']) {
    if (isRecord(source[key])) continue;
    issues.push(unfit(source[key], at('what', key), 'a part of a simulation'));
  }
  const { journey } = source;
  const steps = peek(journey, 'interactions');
  if (isRecord(journey) && !isList(steps))
    issues.push(unfit(steps, 'what.journey.interactions', 'a list of steps', { code: 'invalid-type' }));
}
