import type { Issue } from '../errors/issue';
import { at, quote, unfit } from '../errors/wording';
import { checkChoice, unknownKey } from '../plain/check-keys';
import { isRecord } from '../plain/check-number';
import { readRecord } from '../plain/reading';
import { checkParameter } from './check-parameter';
import { acclimationDecay, everyMemory, everyMemoryNumber, memoryKinds, numberSettings, peakEnd, recency } from './memory';
import { modelParameters } from './parameters';
import type { MemoryModel } from './types';

const kinds = /* @__PURE__ */ Object.keys(memoryKinds) as MemoryModel['kind'][];
const weightNames = ['peak', 'end', 'mean', 'beginning', 'trend', 'duration'] as const;
/** Those that share one whole; trend and duration are added on top. */
const sharingNames = weightNames.slice(0, 4);

/** Reads a memory model as people write it: a preset, part of one, or a function. What comes back is canonical, and sound if no issue was written down. */
export function checkMemory(value: unknown, path: string, issues: Issue[], base: MemoryModel | undefined): unknown {
  const maker = value === recency ? 'recency' : value === acclimationDecay ? 'acclimationDecay' : undefined;
  if (maker !== undefined) {
    issues.push({ code: 'invalid-type', path, expected: 'a memory model', received: `the function ${maker}`, hint: `call it: ${maker}()` });
    return undefined;
  }
  if (typeof value === 'function') return value;
  if (!isRecord(value)) {
    issues.push(unfit(value, path, 'a memory model (a preset such as averaging, part of one, or a function)'));
    return undefined;
  }
  if (value['kind'] !== undefined && !checkChoice(value['kind'], kinds, at(path, 'kind'), issues)) return undefined;
  const kind = (value['kind'] as MemoryModel['kind'] | undefined) ?? base?.kind;
  checkKeysOfKind(value, kind, path, issues);
  const checked = { ...value };
  for (const name of [...everyMemoryNumber, ...kinds.flatMap(numberSettings)]) {
    if (value[name] !== undefined) checked[name] = checkParameter(value[name], at(path, name), issues, modelParameters[`memory.${name}`]!);
  }
  if (value['effort'] !== undefined) checkChoice(value['effort'], ['mean', 'remembered'], at(path, 'effort'), issues);
  if (value['peak'] !== undefined) checkPeak(value['peak'], at(path, 'peak'), issues);
  if (value['stretch'] !== undefined) checked['stretch'] = checkStretch(value['stretch'], at(path, 'stretch'), issues);
  if (value['endWindow'] !== undefined) checkWindow(value['endWindow'], at(path, 'endWindow'), issues);
  if (value['weights'] !== undefined) checked['weights'] = checkWeights(value['weights'], at(path, 'weights'), issues, kind, base);
  if (kind === 'custom' && typeof value['remember'] !== 'function' && (value['remember'] !== undefined || base?.kind !== 'custom')) {
    issues.push(unfit(value['remember'], at(path, 'remember'), 'a function of the lived curve'));
  }
  return checked;
}

/** A setting of another kind of memory is a likelier slip than a misspelling: the hint names that kind. */
function checkKeysOfKind(value: Record<string, unknown>, kind: MemoryModel['kind'] | undefined, path: string, issues: Issue[]): void {
  const settingsOf = (name: MemoryModel['kind']): readonly string[] => ['kind', ...Object.keys(everyMemory), ...memoryKinds[name].settings];
  const known = kind === undefined ? [...new Set(kinds.flatMap(settingsOf))] : settingsOf(kind);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const owner = kinds.find((name) => memoryKinds[name].settings.includes(key));
    const issue = unknownKey(key, known, path);
    issues.push(
      owner === undefined ? issue : { ...issue, hint: `${key} belongs to memory of kind ${quote(owner)}: write that kind with it` },
    );
  }
}

export function checkPeak(value: unknown, path: string, issues: Issue[]): void {
  if (!isRecord(value)) {
    if (!['extreme', 'furthest', 'worst', 'best'].includes(value as string)) {
      issues.push({
        code: typeof value === 'string' ? 'out-of-range' : 'invalid-type',
        path,
        expected: '"extreme", "furthest", "worst", "best" or { worstAndBest: weight }',
        received: quote(value),
      });
    }
    return;
  }
  const read = readRecord(value, path, issues, '{ worstAndBest: weight }', ['worstAndBest']);
  read?.needed('worstAndBest', { min: 0, max: 1, what: 'the weight of the worst' });
}

export function checkWindow(value: unknown, path: string, issues: Issue[]): void {
  const expected = '{ seconds }, { share } or both';
  if (isRecord(value) && Object.values(value).every((one) => one === undefined)) {
    issues.push(unfit(value, path, expected, { code: 'conflict' }));
    return;
  }
  const read = readRecord(value, path, issues, expected, ['seconds', 'share']);
  read?.number('seconds', { min: 0, max: 1e11, what: 'seconds' });
  read?.number('share', { min: 0, max: 1, what: 'a share' });
}

const stretchNames = ['seconds', 'share'] as const;

function checkStretch(value: unknown, path: string, issues: Issue[]): unknown {
  const read = readRecord(value, path, issues, '{ seconds, share }, either of them, 0 for moments without length', stretchNames);
  if (read === undefined) return undefined;
  const checked: Record<string, unknown> = {};
  for (const name of stretchNames) {
    const range = modelParameters[`memory.stretch.${name}`]!;
    if (read.has(name)) checked[name] = checkParameter(read.written[name], read.at(name), issues, range);
  }
  return checked;
}

function checkWeights(value: unknown, path: string, issues: Issue[], kind: string | undefined, base: MemoryModel | undefined): unknown {
  const before = issues.length;
  const read = readRecord(value, path, issues, `an object with ${weightNames.join(', ')}`, weightNames);
  if (read === undefined) return undefined;
  const checked: Record<string, unknown> = {};
  for (const name of weightNames) {
    const range = modelParameters[`memory.weights.${name}`]!;
    if (read.has(name)) checked[name] = checkParameter(read.written[name], read.at(name), issues, range);
  }
  if (issues.length === before && (kind ?? 'blend') === 'blend') checkSum(checked, path, issues, base);
  return checked;
}

function checkSum(written: Record<string, unknown>, path: string, issues: Issue[], base: MemoryModel | undefined): void {
  const unnamed = sharingNames.filter((name) => written[name] === undefined);
  if (base === undefined && unnamed.length > 0) return;
  const standing = base?.kind === 'blend' ? base.weights : peakEnd.weights;
  const merged = sharingNames.map((name) => written[name] ?? standing[name]);
  // Drawn weights are divided by their sum for each customer, so only plain numbers can be wrong here.
  if (!merged.every((weight) => typeof weight === 'number')) return;
  const sum = merged.reduce((all, weight) => all + weight, 0);
  if (Math.abs(sum - 1) <= 1e-9) return;
  const kept = unnamed.filter((name) => standing[name] !== 0).map((name) => `${name} ${String(standing[name])}`);
  issues.push({
    code: 'shares',
    path,
    expected: 'peak, end, mean and beginning weights that sum to 1',
    received: `a sum of ${Number(sum.toPrecision(12))}`,
    ...(kept.length === 0 ? {} : { hint: `what is not written stays as it was: ${kept.join(', ')}` }),
  });
}
