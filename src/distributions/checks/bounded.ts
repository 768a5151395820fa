import type { Beta, Pert, Triangular, Uniform } from '../types';
import { between, checkKeys, conflict, numberField, optionalNumberField, type Entry } from './fields';

const alike = 'for one value only, write the number itself';

/** Shapes outside this range are spikes or flat lines that no data can tell apart (judgement). */
export const shapeRange = between(0.01, 1_000_000);

export function checkUniform(entry: Entry): Uniform | undefined {
  checkKeys(entry, ['type', 'min', 'max']);
  const min = numberField(entry, 'min');
  const max = numberField(entry, 'max');
  if (min === undefined || max === undefined || !ordered(entry, min, max)) return undefined;
  return { type: 'uniform', min, max };
}

export function checkPeaked<Type extends 'triangular' | 'pert'>(entry: Entry, type: Type): (Triangular | Pert) | undefined {
  checkKeys(entry, ['type', 'min', 'mode', 'max']);
  const min = numberField(entry, 'min');
  const mode = numberField(entry, 'mode');
  const max = numberField(entry, 'max');
  if (min === undefined || max === undefined || !ordered(entry, min, max) || mode === undefined) return undefined;
  if (mode >= min && mode <= max) return { type, min, mode, max };
  conflict(entry, 'mode', `a number from min (${min}) to max (${max})`, mode);
  return undefined;
}

export function checkBeta(entry: Entry): Beta | undefined {
  checkKeys(entry, ['type', 'alpha', 'beta', 'min', 'max']);
  const alpha = numberField(entry, 'alpha', shapeRange);
  const beta = numberField(entry, 'beta', shapeRange);
  const min = optionalNumberField(entry, 'min', 0);
  const max = optionalNumberField(entry, 'max', 1);
  if (min === undefined || max === undefined || !ordered(entry, min, max) || alpha === undefined || beta === undefined) return undefined;
  return { type: 'beta', alpha, beta, min, max };
}

function ordered(entry: Entry, min: number, max: number): boolean {
  if (min < max) return true;
  conflict(entry, 'max', `a number above min (${min})`, max, min === max ? alike : undefined);
  return false;
}
