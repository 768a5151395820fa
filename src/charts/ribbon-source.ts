import type { Issue } from '../errors/issue';
import { JourneyError } from '../errors/journey-error';
import { openPlain } from '../plain/plain-object';
import { at, quote } from '../errors/wording';
import { isRecord } from '../plain/check-number';
import { guardValues, openOptions } from '../plain/open-options';
import { prefixIssues } from '../plain/prefix-issues';
import { ribbonOf, type RibbonOptions } from './ribbon-of';

const optionNames: readonly (keyof RibbonOptions)[] = ['segment', 'title', 'subtitle', 'note', 'width'];
const expected = 'what simulate returned, or an object with title and steps';

/** What was handed over, as something that may be drawn once it has been checked. Texts and numbers are checked there. */
export function readRibbonSource(what: unknown, given: unknown): unknown {
  const issues: Issue[] = [];
  const { fields, issue } = openPlain(what, expected);
  if (issue !== undefined) issues.push(...prefixIssues([issue], 'what'));
  const options = openOptions(given, optionNames, issues, { path: 'options' });
  const { segment } = options;
  if (segment !== undefined && typeof segment !== 'string')
    issues.push({ code: 'invalid-type', path: 'segment', expected: 'the id of a segment', received: quote(segment) });
  throwAll(issues);
  if (!('kind' in fields!)) return refuseOptions(guardValues(fields!, []), options as RibbonOptions);
  checkSimulation(fields, issues);
  throwAll(issues);
  return ribbonOf(what, options as RibbonOptions);
}

/** Words in two places could contradict each other. */
function refuseOptions(input: Record<string, unknown>, options: RibbonOptions): unknown {
  throwAll(
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
    const missing = source[key] === undefined;
    const received = missing ? 'nothing' : quote(source[key]);
    issues.push({ code: missing ? 'missing' : 'invalid-type', path: at('what', key), expected: 'a part of a simulation', received });
  }
  const { journey } = source;
  if (isRecord(journey) && !Array.isArray(journey['interactions']))
    issues.push({
      code: 'invalid-type',
      path: 'what.journey.interactions',
      expected: 'a list of steps',
      received: quote(journey['interactions']),
    });
}

function throwAll(issues: readonly Issue[]): void {
  if (issues.length > 0) throw new JourneyError(issues.slice(0, 200), { more: Math.max(0, issues.length - 200) });
}
