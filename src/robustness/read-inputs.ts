import type { Issue } from '../errors/issue';
import { meant } from '../errors/unknown-name';
import { at, quote, unfit } from '../errors/wording';
import { throwIssues } from '../plain/issues-error';
import { checkNumber } from '../plain/check-number';
import type { Reading } from '../plain/reading';
import type { ResolvedStudy } from '../simulation/read-study';
import { drawnInput, inputsOf, type Input } from './inputs';
import { isShifted } from './shifted';

const everyOther = '*';

/** How wide inputs are to be drawn, as written: a number, or undefined for as wide as the source says. */
type Widths = ReadonlyMap<string, number | undefined>;

/** Half-widths by path; undefined where nothing is said, which is all by source. */
export function checkInputs(over: Reading<'inputs'>): Widths | undefined {
  const hint = "for example inputs: { '*': 'source', 'doctor.affect': 1, 'doctor.duration': 1.2 }";
  const inputs = over.record('inputs', 'half-widths by path', undefined, hint);
  if (inputs === undefined) return undefined;
  const widths = new Map<string, number | undefined>();
  for (const [path, written] of Object.entries<unknown>(inputs.written)) {
    const where = at('over.inputs', path);
    if (written === 'source') widths.set(path, undefined);
    else if (path === everyOther || typeof written === 'string') {
      over.issues.push(unfit(written, where, path === everyOther ? '"source"' : 'a half-width, or "source"'));
    } else if (checkNumber(written, where, over.issues, { min: 0, max: 1000, what: 'a half-width, or a factor' })) {
      widths.set(path, written);
    }
  }
  return widths;
}

/** The inputs that are drawn. Which paths there are only the journeys can say, so what is wrong with them is thrown here. */
export function chooseInputs(widths: Widths | undefined, study: ResolvedStudy): Map<string, Input> {
  const known = inputsOf(study.journeys, study.journeyPaths, study.segments);
  const issues: Issue[] = [];
  const chosen = new Map(widths === undefined || widths.has(everyOther) ? known : []);
  for (const [path, width] of widths ?? []) {
    if (path === everyOther) continue;
    const input = known.get(path);
    const where = at('over.inputs', path);
    if (input === undefined) {
      const hint = meant(path, [...known.keys()]);
      const expected = 'the path of a number of the journeys or segments, such as "doctor.affect" or "doctor.duration"';
      issues.push({ code: 'unknown-id', path: where, expected, received: quote(path), ...hint });
      continue;
    }
    chosen.set(path, width === undefined ? input : { ...input, drawn: widened(input, width, where, issues) });
  }
  throwIssues(issues);
  for (const [path, { drawn }] of chosen) if (drawn.high === drawn.asStudied) chosen.delete(path);
  return chosen;
}

function widened({ drawn }: Input, width: number, where: string, issues: Issue[]): Input['drawn'] {
  const { of, name, number, source, variants } = drawn;
  const isShift = isShifted(number);
  const range = isShift ? { min: 0, max: 20, what: 'a half-width in points' } : { min: 1, max: 1000, what: 'a factor' };
  return checkNumber(width, where, issues, range)
    ? drawnInput({ id: of, ...(name === undefined ? {} : { name }) }, number, source, width, variants)
    : drawn;
}
